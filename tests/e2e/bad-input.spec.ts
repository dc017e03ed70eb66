// What people paste: answered beneath its own field, run by nothing, kept nowhere, within 320 px.
import type { Locator, Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { expect, test } from '../support/guide-test.ts';
import { everythingStored } from '../support/everything-stored.ts';

const title = (page: Page) => page.locator('#titre-ecran');

/** A running exercise on a telephone, from a link. */
async function begin(page: Page, hash: string): Promise<void> {
  await page.setViewportSize({ width: 320, height: 568 });
  await page.goto(`/simulateur/${hash}`);
  const start = page.getByRole('button', { name: 'Commencer l’exercice' });
  await expect(start).toBeEnabled();
  await start.click();
  await expect(title(page)).toBeFocused();
}

/** Calls of a handler or a script that was typed; nothing else on these pages opens a dialog. */
function executions(page: Page): readonly string[] {
  const called: string[] = [];
  page.on('dialog', (dialog) => {
    called.push(dialog.message());
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => called.push(error.message));
  return called;
}

const field = (page: Page, id: string): Locator => page.locator(`#champ-${id}`);

/** Sends; then each of these fields is refused, with words of its own beneath it, and the first has the focus. */
async function refused(page: Page, button: string, said: Readonly<Record<string, RegExp>>) {
  await page.getByRole('button', { name: button, exact: true }).click();
  const [first = ''] = Object.keys(said);
  await expect(field(page, first)).toBeFocused();
  for (const [id, words] of Object.entries(said)) {
    await expect(field(page, id)).toHaveAttribute('aria-invalid', 'true');
    await expect(field(page, id)).toHaveAttribute(
      'aria-describedby',
      new RegExp(`champ-${id}-refus`),
    );
    await expect(field(page, id)).toHaveAccessibleDescription(words);
    const note = page.locator(`#champ-${id}-refus`);
    await expect(note).toContainText(words);
    const [box, under] = [await field(page, id).boundingBox(), await note.boundingBox()];
    expect(under?.y ?? 0).toBeGreaterThan(box?.y ?? Infinity);
  }
  await expect(page.locator('[aria-invalid="true"]')).toHaveCount(Object.keys(said).length);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBe(320);
}

/** The image, read as somebody who cannot see it reads it. */
async function readImage(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'lire les signes' }).click();
  const said = page.locator('.captcha [role="status"]');
  await expect(said).toContainText('Signes');
  return (/Signes\s*:\s*(.*)\./u.exec((await said.textContent()) ?? '')?.[1] ?? '')
    .split(', ')
    .map((sign) => (sign === 'espace' ? ' ' : sign.replace('majuscule ', '')))
    .join('');
}

/** Everything on the device, in the file that one may save, and in the address. */
async function kept(page: Page): Promise<string> {
  const stored = await everythingStored(page);
  expect(stored).toContain('ExerciseStarted');
  await page.getByText('Journal', { exact: true }).click();
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'enregistrer le journal dans un fichier' }).click();
  const file = await readFile(await (await saving).path(), 'utf8');
  expect(file).toContain('ExerciseStarted');
  const journal = (await page.locator('.journal').textContent()) ?? '';
  return [stored, file, journal, page.url()].join('\n');
}

const long = 'Zq'.repeat(5_000);
const html = '<img src=x onerror=alert(1)>';
const script = '<script>alert(2)</script>';
const emoji = '🗳️🗳️🗳️';
const leftwards = '\u202eelpmaxe@mon\u202c';
const ofSomebody = 'prenom.nom@ac-noumea.nc';
const traces = [
  'ZqZqZq',
  'onerror',
  '<script',
  'alert(',
  '🗳',
  'elpmaxe@mon',
  'ac-noumea',
  '12E3456',
];

test('2018, a new code: each bad answer beneath its field, and nothing of it kept', async ({
  page,
}) => {
  const called = executions(page);
  await begin(page, '#1.e8.am.cd.pc.KMPRTV.k');
  await page.getByRole('button', { name: /^remplir/ }).click();
  await page.getByRole('button', { name: 'SE CONNECTER' }).click();
  await page.getByRole('button', { name: /nouvel identifiant/i }).click();
  await expect(field(page, 'phone')).toBeVisible();

  // Nothing cuts what is pasted.
  await field(page, 'phone').fill(long);
  expect(await field(page, 'phone').inputValue()).toHaveLength(long.length);
  await field(page, 'numen').fill('\u200b');
  await field(page, 'birthDate').fill('\u00a0');
  await field(page, 'captcha').fill(emoji);
  const empty = /Cette case est vide/;
  await refused(page, 'VALIDER', { numen: empty, birthDate: empty });

  await field(page, 'numen').fill(html);
  await field(page, 'birthDate').fill('29/02/2014');
  await field(page, 'captcha').fill(script);
  await refused(page, 'VALIDER', { captcha: /l’image/ });

  await field(page, 'captcha').fill(`\u200f ${await readImage(page)}\u00a0`);
  await refused(page, 'VALIDER', {
    phone: /dix chiffres/,
    numen: /treize signes/,
    birthDate: /n’existe pas/,
  });

  await field(page, 'phone').fill(ofSomebody);
  await field(page, 'numen').fill('12e 3456789 abc');
  await field(page, 'birthDate').fill(leftwards);
  await field(page, 'captcha').fill(await readImage(page));
  await refused(page, 'VALIDER', {
    phone: /vrai site/,
    numen: /vrai site/,
    birthDate: /Écrivez le jour/,
  });

  expect(called).toEqual([]);
  await expect(page.locator('.screen img, .screen script')).toHaveCount(0);
  const everything = await kept(page);
  expect(traces.filter((trace) => everything.includes(trace))).toEqual([]);
});

test('2014, an account: each bad answer beneath its field, and nothing of it kept', async ({
  page,
}) => {
  const called = executions(page);
  await begin(page, '#1.e4.cn.cd.pc.KMPRTV.c');
  await page
    .getByRole('navigation', { name: 'Pages de l’ordinateur' })
    .getByRole('button', { name: 'espace électeur' })
    .click();
  await page.getByRole('button', { name: /^Créer mon compte/ }).click();
  await expect(field(page, 'address')).toBeVisible();

  await field(page, 'address').fill(html);
  await field(page, 'password').fill(`${long}1`);
  await field(page, 'confirmation').fill(emoji);
  await field(page, 'captcha').fill(await readImage(page));
  await refused(page, 'JE CRÉE MON COMPTE', {
    address: /adresse complète/,
    confirmation: /ne sont pas les mêmes/,
  });
  // What is secret is asked again.
  await expect(field(page, 'password')).toHaveValue('');

  await field(page, 'address').fill(leftwards);
  await field(page, 'password').fill('12E3456789ABC');
  await field(page, 'confirmation').fill(ofSomebody);
  await field(page, 'captcha').fill(await readImage(page));
  await refused(page, 'JE CRÉE MON COMPTE', {
    address: /adresse complète/,
    password: /vrai site/,
    confirmation: /vrai site/,
  });

  await field(page, 'address').fill(ofSomebody);
  await field(page, 'password').fill(script);
  await field(page, 'confirmation').fill(script);
  await field(page, 'captcha').fill(await readImage(page));
  await refused(page, 'JE CRÉE MON COMPTE', {
    address: /vrai site/,
    password: /majuscule/,
  });

  expect(called).toEqual([]);
  await expect(page.locator('.screen img, .screen script')).toHaveCount(0);
  const everything = await kept(page);
  expect(traces.filter((trace) => everything.includes(trace))).toEqual([]);
});

test('the six letters of the start card take what is pasted whole, spaces aside', async ({
  page,
}) => {
  await page.goto('/simulateur/');
  await page.getByText('Code de séance, numéro de place').click();
  const letters = page.getByLabel('Les six lettres qui fixent tout l’exercice');
  await letters.fill(' kmprtv ');
  await expect(letters).toHaveValue('KMPRTV');
  // Out of a mail, with its shape.
  await page.evaluate(() =>
    navigator.clipboard.write([
      new ClipboardItem({
        'text/html': new Blob(['<h1>kmp</h1> <i>rtv</i>'], { type: 'text/html' }),
        'text/plain': new Blob(['kmp rtv'], { type: 'text/plain' }),
      }),
    ]),
  );
  await letters.fill('');
  await letters.press('Control+v');
  await expect(letters).toHaveValue('KMPRTV');
  await letters.fill('KMPRTVKMPRTV');
  await expect(letters).toHaveValue('KMPRTVKMPRTV');
  await expect(letters).toHaveAttribute('aria-invalid', 'true');
});
