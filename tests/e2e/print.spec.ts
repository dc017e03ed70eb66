// What people print to follow with a finger: no step, gesture or message is cut in two by the end of a sheet.
import { expect, test } from '../support/guide-test.ts';
import { sheetsOfPdf } from '../support/pdf-text.ts';

/** A4 in CSS pixels; the sheet's own margins are those of the browser, about a centimetre. */
const paper = { width: 794 - 76, height: 1123 - 76 };

const printed = [
  '/elections/men-2026/grenoble/',
  '/elections/men-2026/nouvelle-caledonie/',
  '/elections/men-2026/grenoble/simple/',
  '/elections/men-2014/caen/',
  '/elections/men-2014/grenoble/',
  '/elections/men-2018/amiens/',
  '/elections/men-2022/versailles/',
  '/ca-bloque/code-perdu/',
  '/ca-bloque/lettre-jamais-recue/',
  '/aider/parent/',
  '/memo/',
];

/** What must stay in one piece. */
const whole = '.steps > li, .todo > li, .facts > li, figure, .date, .message, .whole';

for (const path of printed)
  test(`${path} prints without a cut step`, async ({ page }) => {
    await page.setViewportSize(paper);
    await page.goto(path);
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll('details')) fold.open = true;
    });
    await page.emulateMedia({ media: 'print' });
    const faults = await page.evaluate(
      ({ selector, height }) =>
        [...document.querySelectorAll<HTMLElement>(selector)]
          .filter((part) => part.getClientRects().length > 0)
          .flatMap((part) => {
            const words = part.innerText.slice(0, 50).replace(/\s+/gu, ' ');
            const tall = part.getBoundingClientRect().height;
            // An ancestor that stays whole keeps its children whole.
            let holder: Element | null = part;
            while (holder && getComputedStyle(holder).breakInside !== 'avoid')
              holder = holder.parentElement;
            return [
              ...(holder ? [] : [`may be cut: ${part.tagName}.${part.className} « ${words} »`]),
              ...(tall <= height
                ? []
                : [`taller than a sheet (${String(Math.round(tall))} px): ${words}`]),
            ];
          }),
      { selector: whole, height: paper.height },
    );
    expect(faults).toEqual([]);
    const headings = await page.evaluate(() =>
      [...document.querySelectorAll('h2, h3')]
        .filter((heading) => heading.getClientRects().length > 0)
        .filter((heading) => getComputedStyle(heading).breakAfter !== 'avoid')
        .map((heading) => heading.textContent),
    );
    expect(headings, 'a heading may stand alone at the foot of a sheet').toEqual([]);
  });

/** Pages that end near the end of a sheet, and one of each kind that people print. */
const closed = [
  ...printed,
  '/elections/men-2026/mayotte/',
  '/elections/men-2026/guadeloupe/',
  '/elections/men-2022/corse/',
  '/aider/collegue/',
  '/mes-scrutins/',
];

test('the first sheet gives the page’s address and date; the last one holds more than a line or two', async ({
  page,
}) => {
  test.slow();
  for (const path of closed) {
    await page.goto(path);
    const sheets = sheetsOfPdf(
      await page.pdf({ format: 'A4', margin: { top: '1cm', bottom: '1cm' } }),
    );
    expect(sheets[0], path).toContain(`${path}.Pagemiseàjourle`);
    expect(sheets.at(-1)?.length ?? 0, `${path}: « ${sheets.at(-1) ?? ''} »`).toBeGreaterThan(150);
  }
});

test('a tutorial that nobody scrolled through prints with its pictures, each in its place', async ({
  page,
}) => {
  await page.goto('/elections/men-2022/versailles/');
  await page.waitForFunction(() => [...document.images].every((image) => image.complete));
  expect(
    await page.evaluate(() => [...document.images].filter((one) => one.naturalWidth === 0).length),
  ).toBe(0);
  const pictures = await page.locator('main img').count();
  expect(pictures).toBeGreaterThan(5);
  const pdf = (await page.pdf({ format: 'A4', margin: { top: '1cm', bottom: '1cm' } })).toString(
    'latin1',
  );
  const sheets = pdf.match(/\/Type \/Page\b/gu)?.length ?? 0;
  expect(sheets).toBeGreaterThan(3);
  expect(sheets).toBeLessThan(14);
});
