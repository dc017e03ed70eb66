// A trainer prepares a session: a code on the board, paper for each seat, and desks that hold what the paper says.
import type { Page } from '@playwright/test';
import { editionIds, loadCodes, loadEdition } from '../../src/lib/editions.ts';
import { suits } from '../../src/simulator/core/suits.ts';
import { printLink } from '../../src/simulator/links.ts';
import { expect, test } from '../support/guide-test.ts';
import { readQr } from '../support/read-qr.ts';

const millimetre = 96 / 25.4;
const slips = (page: Page) => page.locator('.slip');
const code = (page: Page) => page.locator('[data-class-code]');

async function choose(page: Page): Promise<void> {
  await page.goto('/animer/');
  await page.getByRole('button', { name: 'Préparer un code' }).click();
  await expect(code(page)).toBeVisible();
}

/** The paper of a class code, in the order of its seats. */
async function pack(page: Page, hash: string, many = 4, last = 30): Promise<void> {
  await page.goto(`/animer/imprimer/${hash}`);
  await expect(code(page)).toHaveText(hash.slice(1));
  await page.getByLabel('Cartes par feuille').selectOption(String(many));
  await page.getByLabel('À la place').selectOption(String(last));
  await expect(page.locator('.answers tbody tr')).toHaveCount(last);
}

test('a code is chosen, shown large, with a short link and a QR code that leads to it', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await choose(page);
  await page.getByLabel('Académie').selectOption({ label: 'Académie de Dijon' });
  await page.getByLabel('Exercice').selectOption({ label: 'Le courriel suspect' });
  await page.getByLabel('Six lettres').fill('kmprtv');
  await page.getByLabel('Six lettres').blur();
  await expect(code(page)).toHaveText('1.e2.dj.cd.cs.KMPRTV');
  const size = await code(page).evaluate((one) =>
    Number.parseFloat(getComputedStyle(one).fontSize),
  );
  expect(size).toBeGreaterThanOrEqual(32);
  const link = page.locator('.result .address a');
  const address = (await link.innerText()).trim();
  expect(address).toBe(`${new URL(page.url()).origin}/simulateur/#1.e2.dj.cd.cs.KMPRTV`);
  expect(address.length).toBeLessThanOrEqual(80);
  const drawing = page.locator('.result .qr svg');
  await drawing.scrollIntoViewIfNeeded();
  expect(await readQr(page, await drawing.screenshot())).toBe(address);
});

test('letters that mean nothing are told, and the code stays as it was', async ({ page }) => {
  await choose(page);
  const before = await code(page).innerText();
  await page.getByLabel('Six lettres').fill('OOOOO1');
  await page.getByLabel('Six lettres').blur();
  await expect(page.getByText('Il faut six lettres')).toBeVisible();
  expect(await code(page).innerText()).toBe(before);
});

test('each exercise of a session gets its code, with the same persons', async ({ page }) => {
  await page.goto('/animer/#1.e8.gr.cd.pc.KMPRTV');
  await expect(code(page)).toHaveText('1.e8.gr.cd.pc.KMPRTV');
  const plays = page.locator('[data-plays="messagerie-jamais-ouverte"]').first();
  await expect(plays).toContainText('1.e8.gr.cd.mj.KMPRTV');
  for (const words of await page.locator('[data-plays]').allInnerTexts())
    expect(words).toMatch(/1\.e8\.gr\.cd\...\.KMPRTV/u);
});

test('what is chosen stays, the rest follows: overseas leads to an academy that has it', async ({
  page,
}) => {
  await choose(page);
  await page.getByLabel('Exercice').selectOption({ label: 'Voter outre-mer' });
  await expect(page.getByLabel('Exercice').locator('option:checked')).toHaveText('Voter outre-mer');
  await expect(code(page)).toContainText(/^1\.e2\.(?:re|pf|nk)\../u);
});

test('the code leads to the paper, and the paper back to the code', async ({ page }) => {
  await choose(page);
  const chosen = await code(page).innerText();
  await page.locator('.result').getByRole('link', { name: 'Imprimer fiches et lettres' }).click();
  await expect(page).toHaveURL(new RegExp(`/animer/imprimer/#${chosen.replaceAll('.', '\\.')}$`));
  await expect(code(page)).toHaveText(chosen);
  await expect(slips(page).first()).toBeVisible();
  await page.getByRole('link', { name: 'Changer de code' }).click();
  await expect(page.locator('.class-code')).toHaveText(chosen);
});

test('two desks with the same code hold what the paper of their seats says', async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  const hash = '#1.e8.gr.cd.pv.KMPRTV';
  await pack(page, hash);
  // Acting in another order than the paper's.
  for (const seat of [17, 3]) {
    const rowOf = (label: string) =>
      page
        .locator(`.slip.persona[aria-label="Fiche, place ${String(seat)}"] dl > div`)
        .filter({ has: page.locator('dt', { hasText: new RegExp(`^${label}$`) }) })
        .locator('dd')
        .innerText();
    const desk = await (
      await browser.newContext({ viewport: { width: 1280, height: 800 } })
    ).newPage();
    await desk.goto(`${new URL(page.url()).origin}/simulateur/${hash}.${String(seat)}`);
    await desk.getByRole('button', { name: 'Commencer l’exercice' }).click();
    const card = desk.locator('aside .pairs');
    await expect(card).toContainText(await rowOf('Nom'));
    for (const label of ['Adresse', 'Date de naissance', 'Portable', 'Mot de passe du portail'])
      await expect(card, label).toContainText(await rowOf(label));
    const letter = page.locator(`.slip.letter[aria-label="Lettre de vote, place ${String(seat)}"]`);
    await expect(card).toContainText(await letter.locator('.code').innerText());
    const answers = page.locator('.answers tbody tr').nth(seat - 1);
    await expect(answers).toContainText(await letter.locator('.code').innerText());
    await desk.context().close();
  }
});

for (const many of [1, 2, 4, 8])
  test(`${String(many)} a sheet: A4, no card is cut, none overflows its frame, EXERCICE in each`, async ({
    page,
  }) => {
    test.setTimeout(180_000);
    const tables = loadCodes();
    for (const id of editionIds()) {
      const edition = loadEdition(id);
      // The longest names of that election, and an exercise that begins with a password.
      const longest = (all: Readonly<Record<string, { readonly name: string }>>) =>
        Object.entries(all).sort(([, a], [, b]) => b.name.length - a.name.length);
      const [academy = ''] = longest(edition.academies)[0] ?? [];
      const [profile = ''] =
        Object.entries(edition.profiles)
          .sort(([, a], [, b]) => b.corps.length - a.corps.length)
          .find(([one]) => suits(edition, { academy, profile: one, exercise: 'presque-vote' })) ??
        [];
      const hash = printLink(tables, {
        edition: id,
        academy,
        profile,
        exercise: 'presque-vote',
        seed: 'KMPRTV',
        seat: null,
        step: null,
      });
      await pack(page, hash ?? '', many);
      const kinds = await page.locator('.kinds input:checked').count();
      const messages = await page.locator('.slip.sms').count();
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      const sheets = [...pdf.matchAll(/\/Type\s*\/Page\b(?!s)/gu)].length;
      // The two pages of the trainer; cards and letters; messages closer together, twelve a sheet at most.
      const cards = kinds - 2 - (messages > 0 ? 1 : 0);
      const close = Math.ceil(messages / Math.min(12, many * 4));
      expect(sheets, id).toBe(2 + cards * Math.ceil(30 / many) + close);
      for (const [, width, height] of pdf.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/gu))
        expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([595, 842]);
      await page.emulateMedia({ media: 'print' });
      await page.setViewportSize({ width: Math.floor(190 * millimetre), height: 1047 });
      const faults = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('.slip')].flatMap((one) => {
          const words = one.getAttribute('aria-label') ?? '';
          const edge = one.getBoundingClientRect();
          const out = [...one.querySelectorAll('*')].some((part) => {
            const { right, bottom } = part.getBoundingClientRect();
            return right > edge.right + 0.5 || bottom > edge.bottom + 0.5;
          });
          const marked = one.querySelector('.stamp')?.textContent.includes('EXERCICE') === true;
          return [...(out ? [`${words} overflows`] : []), ...(marked ? [] : [`${words} unmarked`])];
        }),
      );
      expect(faults, id).toEqual([]);
      // A message fills its card: what remains white under its last line is less than half of it.
      const white = await page.locator('.slip.sms').evaluateAll((all) =>
        all.map((one) => {
          const edge = one.getBoundingClientRect();
          const last = one.lastElementChild?.getBoundingClientRect().bottom ?? 0;
          return (edge.bottom - last) / edge.height;
        }),
      );
      expect(Math.max(0, ...white), id).toBeLessThan(0.5);
      const tall = await page
        .locator('.answers')
        .evaluate((one) => one.getBoundingClientRect().height);
      expect(tall, id).toBeLessThanOrEqual(277 * millimetre);
      await page.emulateMedia({ media: null });
    }
  });

test('seats from one to another, and only what is wanted', async ({ page }) => {
  await pack(page, '#1.e8.gr.cd.pc.KMPRTV', 8, 12);
  await page.getByLabel('De la place').selectOption('9');
  await expect(page.locator('.answers tbody tr')).toHaveCount(4);
  await page.getByLabel('Les lettres de vote').uncheck();
  await expect(page.locator('.slip.letter')).toHaveCount(0);
  await page.getByLabel('Le décompte').uncheck();
  await expect(page.locator('.tally')).toBeHidden();
  // An end before the beginning moves the other one.
  await page.getByLabel('À la place').selectOption('2');
  await expect(page.getByLabel('De la place')).toHaveValue('2');
});

test('where the exercise gives no letter or no message, the page says so', async ({ page }) => {
  await page.goto('/animer/imprimer/#1.e2.gr.cd.j2.KMPRTV');
  await expect(page.getByText('la lettre n’arrive pas ou elle est perdue')).toBeVisible();
  await expect(page.getByLabel('Les lettres de vote')).toBeDisabled();
  await expect(page.locator('.slip.sms').first()).toContainText(/\d{6}/u);
  await page.goto('/animer/imprimer/#1.e4.gr.cd.pc.KMPRTV');
  await expect(page.getByText('se lit à l’écran de l’exercice')).toBeVisible();
  await expect(page.getByLabel('Les SMS du nouveau code')).toBeDisabled();
});

test('a missing or wrong code is told in French, with a way on', async ({ page }) => {
  await page.goto('/animer/imprimer/');
  await expect(page.getByText('Il manque le code de séance')).toBeVisible();
  for (const wrong of [
    '#1.zz.gr.cd.pc.KMPRTV',
    '#9.e8.gr.cd.pc.KMPRTV',
    '#1.e2.gr.cd.um.KMPRTV',
    '#1.e8.gr.cd.pc.KMPRTV.31',
    '#<img src=x onerror=alert(1)>',
    '#__proto__.constructor',
  ]) {
    await page.goto(`/animer/imprimer/${wrong}`);
    await page.reload();
    await expect(page.getByText('Ce code ne dit rien à Isoloir'), wrong).toBeVisible();
    await expect(slips(page)).toHaveCount(0);
  }
  await page.getByLabel('Code de séance').fill('1.e8.gr.cd.pc.kmprtv');
  await page.getByRole('button', { name: 'Voir les fiches' }).click();
  await expect(code(page)).toHaveText('1.e8.gr.cd.pc.KMPRTV');
  await expect(slips(page).first()).toBeVisible();
});

test('the static page of the paper holds no field, is not indexed, and calls itself an exercise', async ({
  request,
}) => {
  const html = await (await request.get('/animer/imprimer/')).text();
  expect(html).not.toMatch(/<(?:input|select|textarea|form|button)\b/);
  expect(html).toMatch(/<title>EXERCICE/);
  expect(html).toMatch(/name="robots" content="noindex"/);
});

test('both pages, once read, make codes and paper without network', async ({ page, context }) => {
  for (const path of ['/animer/imprimer/', '/animer/']) {
    await page.goto(path);
    await page.evaluate(async (key) => {
      await navigator.serviceWorker.ready;
      while (!(await caches.match(key))) await new Promise((again) => setTimeout(again, 50));
    }, path);
  }
  await context.setOffline(true);
  await page.reload();
  await page.getByRole('button', { name: 'Préparer un code' }).click();
  await expect(page.locator('.result .qr svg')).toBeVisible();
  await page.locator('.result').getByRole('link', { name: 'Imprimer fiches et lettres' }).click();
  await expect(slips(page).first()).toBeVisible();
});
