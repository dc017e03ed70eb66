// The memory sheet: read, ticked and printed by anybody; kept only when asked; erased in one tap.
import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { siteFolder } from '../../src/tools/run.ts';
import { expect, test } from '../support/guide-test.ts';

const kept = (page: Page) => page.evaluate(() => localStorage.getItem('isoloir.memo'));
const letter = (page: Page) => page.getByLabel('J’ai reçu ma lettre de vote');
const atHome = (page: Page) => page.getByLabel('rangée chez moi');
const keep = (page: Page) => page.getByRole('button', { name: 'Garder sur cet appareil' });
const erase = (page: Page) => page.getByRole('button', { name: 'Effacer de cet appareil' });

test('nothing is written before the reader asks', async ({ page }) => {
  await page.goto('/memo/');
  await letter(page).check();
  expect(await kept(page)).toBeNull();
  await page.reload();
  await expect(letter(page)).not.toBeChecked();
});

test('what the reader asked to keep comes back, with what remains', async ({ page }) => {
  await page.goto('/memo/');
  await letter(page).check();
  await keep(page).click();
  await expect(erase(page)).toBeFocused();
  await atHome(page).check();
  await page.getByLabel('Autre endroit').first().fill('tiroir bleu');
  await page.reload();
  await expect(letter(page)).toBeChecked();
  await expect(atHome(page)).toBeChecked();
  await expect(page.getByLabel('Autre endroit').first()).toHaveValue('tiroir bleu');
  await expect(page.locator('[data-remains-words]')).toHaveText('Il reste 7 lignes.');
  await expect(page.locator('[data-remains-list]')).not.toContainText('lettre de vote, ou');
  await expect(page.locator('[data-remains-list] a').first()).toHaveAttribute(
    'href',
    '/ca-bloque/jamais-ouvert-ma-messagerie/',
  );
});

test('a code is refused softly, never kept, never printed', async ({ page }) => {
  await page.goto('/memo/');
  await keep(page).click();
  const place = page.getByLabel('Autre endroit').first();
  await place.fill('K7PLQ29XW4');
  await expect(page.locator('#memo-lettre-autre-alerte')).toContainText('nous ne le gardons pas');
  expect(await kept(page)).not.toContain('K7PLQ29XW4');
  await place.blur();
  await expect(place).toHaveValue('');
  await expect(page.locator('#memo-lettre-autre-alerte')).toBeVisible();
});

test('whatever is ticked, the device never says that somebody has voted', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-12-01T12:00:00+01:00'));
  await page.goto('/memo/');
  await keep(page).click();
  for (const box of await page.locator('[data-tick]').all()) await box.check();
  await expect(page.locator('[data-remains-words]')).toHaveText('Tout est prêt.');
  expect(await kept(page)).not.toMatch(/vot[eé]/i);
});

test('one tap erases it, on the page and on the device', async ({ page }) => {
  await page.goto('/memo/');
  await letter(page).check();
  await keep(page).click();
  await erase(page).click();
  expect(await kept(page)).toBeNull();
  await expect(letter(page)).not.toBeChecked();
  await expect(page.locator('[data-keep]')).toContainText('C’est effacé');
  await expect(keep(page)).toBeFocused();
  await letter(page).check();
  expect(await kept(page)).toBeNull();
});

test('« tout effacer » erases it too, and an open sheet follows', async ({ page, context }) => {
  await page.goto('/memo/');
  await letter(page).check();
  await keep(page).click();
  const other = await context.newPage();
  await other.goto('/confidentialite/');
  await other.getByRole('button', { name: 'Tout effacer de cet appareil' }).click();
  await expect(other.getByText('aide-mémoire').first()).toBeVisible();
  await other.getByRole('button', { name: 'Oui, tout effacer' }).click();
  await expect(other.getByText('C’est effacé')).toBeVisible();
  expect(await kept(other)).toBeNull();
  await expect(letter(page)).not.toBeChecked();
  await letter(page).check();
  expect(await kept(page)).toBeNull();
});

test('a device that refuses storage is told so, and the sheet still counts', async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ['getItem', 'setItem', 'removeItem'])
      Object.defineProperty(Storage.prototype, name, {
        value: () => {
          throw new DOMException('refused', 'SecurityError');
        },
      });
  });
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.goto('/memo/');
  await letter(page).check();
  await keep(page).click();
  await expect(page.locator('[data-keep]')).toContainText('refuse de garder');
  await expect(page.locator('[data-remains-words]')).toHaveText('Il reste 7 lignes.');
  expect(errors).toEqual([]);
});

test('the next date stands first: those that are past leave', async ({ page }) => {
  const first = page.locator('.dates li:visible').first();
  for (const [at, words] of [
    ['2026-11-26T12:00:00+01:00', 'mercredi 2 décembre'],
    ['2026-12-03T12:00:00+01:00', 'jeudi 3 décembre'],
    ['2026-12-04T12:00:00+01:00', 'mardi 8 décembre'],
    ['2026-12-09T12:00:00+01:00', 'jeudi 10 décembre'],
  ] as const) {
    await page.clock.setFixedTime(new Date(at));
    await page.goto('/memo/');
    await expect(first).toContainText(new RegExp(words.replaceAll(' ', '\\s')));
  }
});

test('a day that is past is no longer offered', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-12-06T12:00:00+01:00'));
  await page.goto('/memo/');
  await expect(page.getByLabel('samedi 5')).toBeHidden();
  await expect(page.getByLabel('dimanche 6')).toBeVisible();
});

test.describe('on paper', () => {
  for (const [name, javaScriptEnabled] of [
    ['with scripts', true],
    ['without any script', false],
  ] as const)
    test.describe(name, () => {
      test.use({ javaScriptEnabled });
      test('it holds on one page', async ({ page }) => {
        await page.goto('/memo/');
        const margin = { top: '15mm', bottom: '15mm', left: '15mm', right: '15mm' };
        const pdf = (await page.pdf({ format: 'A4', margin })).toString('latin1');
        expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
        await page.emulateMedia({ media: 'print' });
        await expect(page.locator('[data-tick]').first()).toBeVisible();
        await expect(page.locator('.other').first()).toBeVisible();
        await expect(page.getByRole('button')).toHaveCount(0);
      });
    });
  test('no line of it asks what it must not', () => {
    const html = readFileSync(join(siteFolder, 'memo/index.html'), 'utf8');
    expect(html).not.toMatch(/<form|type="password"|j’ai voté/i);
  });
});
