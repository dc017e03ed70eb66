// The screens that a tutorial shows: loaded late, sized before, told in words, whole on paper.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf } from '../../src/tools/dist.ts';
import { siteFolder } from '../../src/tools/run.ts';
import { expect, test } from '../support/guide-test.ts';

const page18 = '/elections/men-2018/amiens/';
const tutorials = filesOf(siteFolder).filter((file) =>
  /^elections\/men-20\d\d\/(?!plan\/)[^/]+\/index\.html$/.test(file),
);

test('every picture of every tutorial exists, is sized, lazy and described; the current election has none', () => {
  let count = 0;
  for (const file of tutorials) {
    const html = readFileSync(join(siteFolder, file), 'utf8');
    const images = html.match(/<img\b[^>]*ecran-[^>]*>/g) ?? [];
    if (file.includes('men-2026')) expect(images, file).toEqual([]);
    for (const image of images) {
      count += 1;
      const path = /src="(\/assets\/ecran-[\w-]+\.[0-9a-f]{8}\.svg)"/.exec(image)?.[1] ?? '?';
      const svg = readFileSync(join(siteFolder, path), 'utf8');
      const size = /width="(\d+)" height="(\d+)"/;
      expect(size.exec(image)?.slice(1), path).toEqual(size.exec(svg)?.slice(1));
      expect(image).toMatch(/loading="lazy"/);
      expect(image).toMatch(/decoding="async"/);
      expect(image).toMatch(/alt="Écran d’exercice (documenté|reconstitué)/);
    }
  }
  expect(count).toBeGreaterThan(150);
});

test('a step that speaks of a screen of the exercise shows it; the others say why there is none', () => {
  /** Nothing on a screen; something that nobody has found; a page that is not the portal's; a ballot of another profile than the drawn one. */
  const none =
    /^(?:Rien\b|Le portail a été en maintenance|La page de l’académie|Une page de l’académie|Deux scrutins dans le privé)|pas été (?:trouvé|relevé|lu)/u;
  const faults = tutorials.flatMap((file) =>
    [
      ...readFileSync(join(siteFolder, file), 'utf8').matchAll(
        /<li id="([a-z]+-\d+)"[\s\S]*?<\/li>/g,
      ),
    ].flatMap(([step, id = '']) => {
      if (file.includes('men-2026') || step.includes('<img')) return [];
      const words = step.replace(/<[^>]*>/g, ' ').replace(/\s+/gu, ' ');
      const seen = /À l’écran\. ?(.*?) ?Si ça bloque/u.exec(words)?.[1]?.trim() ?? '';
      return none.test(seen) ? [] : [`${file}#${id}: « ${seen} »`];
    }),
  );
  expect(faults).toEqual([]);
});

test('each link to the plan leads to a line that is there', () => {
  for (const file of tutorials) {
    const html = readFileSync(join(siteFolder, file), 'utf8');
    for (const [, plan = '', id = ''] of html.matchAll(
      /href="(\/elections\/[\w-]+\/plan\/)#([\w-]+)"/g,
    ))
      expect(readFileSync(join(siteFolder, plan, 'index.html'), 'utf8'), id).toContain(
        `id="${id}"`,
      );
  }
});

test('a reader who scrolls sees each of them, without a jump', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(page18);
  const height = () => page.evaluate(() => document.documentElement.scrollHeight);
  const before = await height();
  const pictures = page.locator('.shown img');
  expect(await pictures.count()).toBeGreaterThan(10);
  for (const picture of await pictures.all()) {
    await picture.scrollIntoViewIfNeeded();
    await expect
      .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBe(300);
  }
  expect(await height()).toBe(before);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});

test('with pictures off, the words say the same', async ({ page }) => {
  await page.route('**/*.svg', (route) => route.abort());
  await page.goto(page18);
  const picture = page.getByRole('img', { name: /Saisie du mot de passe personnel électeur/ });
  await expect(picture).toBeAttached();
  const figure = page.locator('#compte-5 figure');
  await figure.getByText('Cet écran en toutes lettres').click();
  await expect(figure.getByText('Bouton « SE CONNECTER »')).toBeVisible();
  await expect(figure.getByText(/^Source/)).toBeVisible();
});

test('no word of a drawing leaves its frame', async ({ page }) => {
  const drawings = filesOf(join(siteFolder, 'assets')).filter((file) => file.startsWith('ecran-'));
  expect(drawings.length).toBeGreaterThan(40);
  const read = (file: string) => readFileSync(join(siteFolder, 'assets', file), 'utf8');
  // All of them in one page: they share one style.
  const styles = new Set(drawings.map((file) => /<style>[^<]*<\/style>/.exec(read(file))?.[0]));
  expect(styles.size).toBe(1);
  await page.setContent(drawings.map((file) => `<div id="${file}">${read(file)}</div>`).join(''));
  const out = await page.evaluate(() =>
    [...document.querySelectorAll('text')]
      .filter((text) => text.getBBox().x + text.getBBox().width > 294)
      .map((text) => `${text.closest('div')?.id ?? ''}: ${text.textContent}`),
  );
  expect(out).toEqual([]);
});

test('on paper a picture stands beside its step, whole and light', async ({ page }) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.setViewportSize({ width: 718, height: 1000 });
  await page.goto(page18);
  const looks = await page.evaluate(() =>
    [...document.querySelectorAll('.pictured')].map((step) => {
      const figure = step.querySelector('figure');
      const box = figure?.getBoundingClientRect();
      return {
        whole: getComputedStyle(step).breakInside,
        beside: (box?.left ?? 0) > step.getBoundingClientRect().left + 300,
        // A sheet of A4 without its margins.
        fits: step.getBoundingClientRect().height < 1000,
      };
    }),
  );
  expect(looks.length).toBeGreaterThan(10);
  for (const look of looks) expect(look).toEqual({ whole: 'avoid', beside: true, fits: true });
});
