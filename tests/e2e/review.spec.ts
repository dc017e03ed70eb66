// A run looked at again, and several laid together: with files that the desk itself made, on this device only.
import type { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { accessFaults } from '../support/access-faults.ts';
import { expect, test } from '../support/guide-test.ts';
import { everythingStored } from '../support/everything-stored.ts';
import { keyboard } from './journeys/hands.ts';

const title = (page: Page) => page.locator('#titre-ecran');

interface Dropped {
  readonly name: string;
  readonly text: string;
}

/** An exercise of 2018 begun from a link; then each of these buttons is pressed. */
async function play(page: Page, hash: string, ...pressed: readonly string[]): Promise<void> {
  await page.goto(`/simulateur/${hash}`);
  await page.reload();
  const start = page.getByRole('button', { name: 'Commencer l’exercice' });
  await expect(start).toBeEnabled();
  await start.click();
  await expect(title(page)).toBeVisible();
  for (const name of pressed) {
    await page.getByRole('button', { name }).first().click();
    await expect(page.locator('.frame')).not.toHaveAttribute('aria-busy', 'true');
  }
}

/** The file that the desk gives. */
async function exported(page: Page): Promise<Dropped> {
  await page.getByText('Journal', { exact: true }).click();
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: /enregistrer le journal dans un fichier/ }).click();
  const file = await coming;
  expect(file.suggestedFilename()).toBe('isoloir-exercice.json');
  return { name: 'Mme Dupont.json', text: await readFile(await file.path(), 'utf8') };
}

/** Files dropped together on the page. */
async function drop(page: Page, files: readonly Dropped[]): Promise<void> {
  const dropped = await page.evaluateHandle((all) => {
    const transfer = new DataTransfer();
    for (const { name, text } of all) transfer.items.add(new File([text], name));
    return transfer;
  }, files);
  await page.locator('.desk').dispatchEvent('drop', { dataTransfer: dropped });
}

async function openReview(page: Page): Promise<void> {
  await page.goto('/simulateur/#relire');
  await page.reload();
  await expect(page.getByRole('heading', { name: 'EXERCICE, relectures' })).toBeFocused();
}

test('over a run that is being read, another file opens, or says why not', async ({ page }) => {
  test.setTimeout(90_000);
  await play(page, '#1.e8.am.pe.pc.QRTUVW.1.c', 'espace électeur');
  const first = await exported(page);
  await play(page, '#1.e8.am.pe.pc.QRTUVW.2.k', 'téléphone', 'calendrier');
  const second = await exported(page);
  await openReview(page);
  await drop(page, [first]);
  const seek = page.getByRole('slider', { name: 'Aller à un geste' });
  await expect(seek).toBeVisible();
  const max = await seek.getAttribute('max');
  await page.getByRole('button', { name: 'Geste d’après' }).click();

  // What cannot be opened says so, and the run that is being read stays.
  await drop(page, [{ name: 'x.json', text: 'bonjour' }]);
  await expect(page.getByRole('alert').first()).toContainText('n’est pas un exercice d’Isoloir');
  await expect(seek).toHaveAttribute('aria-valuetext', /^Geste 2 sur /u);
  await expect(seek).toHaveAttribute('max', max ?? '');

  // One more is opened in its place, at its beginning; several, as a table of all.
  await drop(page, [second]);
  await expect(page.getByRole('heading', { name: 'EXERCICE, relu' })).toBeFocused();
  await expect(seek).not.toHaveAttribute('max', max ?? '');
  await expect(seek).toHaveAttribute('aria-valuetext', /^Geste 1 sur /u);
  await expect(page.getByRole('alert').first()).toBeEmpty();
  await drop(page, [first, second]);
  await expect(page.getByText('4 exercices ouverts.')).toBeVisible();
});

/** An empty form sent: refused, and noted. */
const emptyForm = 'CONTINUER';

test('two runs exported from the desk, dropped together; one is opened, replayed, and gone on from', async ({
  page,
  browser,
}) => {
  // Two looks of axe, on a machine that may be busy.
  test.setTimeout(180_000);
  await play(page, '#1.e8.am.pe.pc.QRTUVW.1.c', 'espace électeur', emptyForm, emptyForm);
  const first = await exported(page);
  await play(page, '#1.e8.am.pe.pc.QRTUVW.2.k', 'téléphone');
  const second = await exported(page);
  expect(first.text).not.toMatch(/@|persona|Dupont/);

  // The trainer's own computer, that never saw them.
  const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
  const desk = await context.newPage();
  await openReview(desk);
  const before = await everythingStored(desk);
  await drop(desk, [first, second]);
  await expect(desk.getByText('2 exercices ouverts.')).toBeVisible();
  const row = desk.getByRole('row', { name: /^le compte/ });
  await expect(row.getByRole('cell')).toHaveText(['2', '1', '2', '0']);
  await expect(
    desk
      .getByRole('row', { name: /^le code/ })
      .getByRole('cell')
      .first(),
  ).toHaveText('1');
  await expect(desk.getByRole('img', { name: /le compte, 1 sur 2/ })).toBeVisible();
  await desk.getByText(/^Ce qui a arrêté\s: le compte/).click();
  await expect(desk.getByText(/2 fois, dans 1 exercice\s:/)).toBeVisible();
  await expect(desk.locator('body')).not.toContainText('Dupont');
  expect(await desk.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  expect(await everythingStored(desk)).toBe(before);

  expect(await accessFaults(desk)).toEqual([]);

  await desk.getByRole('button', { name: /Relire l’exercice 1/ }).click();
  await expect(desk.getByRole('heading', { name: 'EXERCICE, relu' })).toBeFocused();
  const seek = desk.getByRole('slider', { name: 'Aller à un geste' });
  await expect(seek).toHaveAttribute('aria-valuetext', /^Geste 1 sur /);
  const last = Number(await seek.getAttribute('max'));
  await desk.getByRole('button', { name: 'Geste d’après' }).click();
  await seek.press('ArrowRight');
  await expect(seek).toHaveAttribute('aria-valuetext', /^Geste 3 sur /);
  await desk.getByLabel('Vitesse').selectOption('rapide');
  await desk.getByRole('button', { name: 'Lire' }).click();
  await expect(seek).toHaveValue(String(last), { timeout: 20_000 });
  await expect(desk.getByRole('button', { name: 'Lire' })).toBeVisible();
  await expect(desk.getByText('Le coach disait', { exact: false })).toBeVisible();
  await desk.getByText('2 gestes refusés').click();
  await desk
    .getByRole('button', { name: /^aller au geste/ })
    .first()
    .click();
  await expect(desk.locator('.screen .refusal').first()).toBeVisible();
  const at = Number(await seek.inputValue());
  expect(at).toBe(last - 1);
  expect(await accessFaults(desk)).toEqual([]);
  // The screen is a picture: nothing in it takes the focus.
  expect(
    await desk.locator('.screen').evaluate((screen) => screen.closest('[inert]') !== null),
  ).toBe(true);
  expect(await everythingStored(desk)).toBe(before);
  expect(await desk.evaluate(() => document.documentElement.scrollWidth)).toBe(320);

  await desk.getByRole('button', { name: 'Reprendre l’exercice d’ici' }).click();
  await expect(title(desk)).toBeVisible();
  await desk.getByText('Journal', { exact: true }).click();
  await desk.getByRole('link', { name: 'relire cet exercice' }).click();
  await expect(seek).toHaveAttribute('max', String(at));
  await desk.getByRole('button', { name: 'Fermer' }).click();
  await expect(title(desk)).toBeVisible();
  await context.close();
});

test('one’s own run is gone back to any of its gestures, and goes on from there', async ({
  page,
}) => {
  await play(page, '#1.e8.am.pe.pc.QRTUVW', 'téléphone', 'calendrier', 'personnes');
  const there = await title(page).textContent();
  await page.getByText('Journal', { exact: true }).click();
  await page.getByRole('link', { name: 'relire cet exercice' }).click();
  const seek = page.getByRole('slider', { name: 'Aller à un geste' });
  await expect(seek).toHaveAttribute('max', '3');
  await page.goBack();
  await expect(title(page)).toHaveText(there ?? '');
  await page.getByText('Journal', { exact: true }).click();
  await page.getByRole('link', { name: 'relire cet exercice' }).click();
  await seek.fill('1');
  const shown = await title(page).textContent();
  await page.getByRole('button', { name: 'Reprendre l’exercice d’ici' }).click();
  await expect(page.getByRole('button', { name: 'Coup de main' })).toBeVisible();
  await expect(title(page)).toHaveText(shown ?? '');
});

test('by keyboard alone, a run is saved in a file, opened, read gesture by gesture, and gone on from', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await play(page, '#1.e8.am.pe.pc.QRTUVW', 'téléphone', 'calendrier', 'personnes');
  const hands = keyboard(page);
  await hands.reach(page.getByText('Journal', { exact: true }));
  await page.keyboard.press('Enter');
  const saved = page.waitForEvent('download');
  await hands.press('button', /enregistrer le journal dans un fichier/);
  const file = await (await saved).path();

  await openReview(page);
  const chosen = page.waitForEvent('filechooser');
  await hands.reach(page.getByLabel('Les fichiers d’exercices'));
  await page.keyboard.press('Enter');
  await (await chosen).setFiles(file);
  const seek = page.getByRole('slider', { name: 'Aller à un geste' });
  await hands.reach(seek);
  await page.keyboard.press('End');
  await expect(seek).toHaveAttribute('aria-valuetext', /^Geste 4 sur 4/u);
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await expect(seek).toHaveAttribute('aria-valuetext', /^Geste 2 sur 4/u);
  const shown = await title(page).textContent();
  await hands.press('button', 'Reprendre l’exercice d’ici');
  await expect(page.getByRole('button', { name: 'Coup de main' })).toBeVisible();
  await expect(title(page)).toHaveText(shown ?? '');
});

test('files that are not ours, too big or from elsewhere: a sentence each, and nothing kept', async ({
  page,
}) => {
  const called: string[] = [];
  page.on('pageerror', (error) => called.push(error.message));
  page.on('dialog', (dialog) => {
    called.push(dialog.message());
    void dialog.dismiss();
  });
  await page.addInitScript(() => {
    const sizes: number[] = [];
    const read = (file: Blob) => new Response(file).text();
    Blob.prototype.text = function text() {
      sizes.push(this.size);
      return read(this);
    };
    Reflect.set(window, 'sizesRead', sizes);
  });
  await openReview(page);
  const before = await everythingStored(page);
  const html = '<img src=x onerror=alert(1)>';
  const good = await readFile('tests/fixtures/exports/v2-men-2018.json', 'utf8');
  await drop(page, [
    { name: html, text: html },
    { name: 'big', text: ' '.repeat(50_000_000) },
    { name: 'later', text: good.replace('"v":2', '"v":3') },
    { name: 'edition', text: good.replace('men-2018', 'men-2031') },
    { name: 'odd', text: good.replaceAll('"sign-in"', JSON.stringify(html)) },
    { name: 'old', text: await readFile('tests/fixtures/exports/v1-men-2022.json', 'utf8') },
  ]);
  const said = page.getByRole('alert').locator('p');
  await expect(said).toHaveText([
    /^Fichier 1\s: Ce fichier n’est pas un exercice/,
    /^Fichier 2\s: Ce fichier est bien trop gros/,
    /^Fichier 3\s: Ce fichier vient d’une version plus récente/,
    /^Fichier 4\s: Cet exercice porte sur une élection/,
    /^Fichier 5\s: La suite du fichier ne peut pas être lue\s: il s’ouvre jusqu’au geste \d+/,
  ]);
  await expect(page.getByText('2 exercices ouverts.')).toBeVisible();
  await expect(page.getByText('un tableau pour chacun')).toBeVisible();
  await expect(page.getByRole('table')).toHaveCount(2);
  expect(called).toEqual([]);
  // What is too big is refused by its size: five of the six were read.
  const sizes = await page.evaluate(() => {
    const read: unknown = Reflect.get(window, 'sizesRead');
    return read;
  });
  expect(sizes).toHaveLength(5);
  expect(await everythingStored(page)).toBe(before);
});

test('the start card leads there and back; once an exercise has begun, the review is kept for when there is no network', async ({
  page,
}) => {
  await page.goto('/simulateur/');
  await page.getByRole('link', { name: 'Relire des exercices' }).click();
  await expect(page.getByLabel('Les fichiers d’exercices')).toBeVisible();
  await page.getByRole('button', { name: 'Fermer' }).click();
  expect(new URL(page.url()).hash).toBe('');
  const start = page.getByRole('button', { name: 'Commencer l’exercice' });
  await expect(start).toBeVisible();
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    await caches.delete('isoloir-assets');
  });
  await page.reload();
  await expect(start).toBeEnabled();
  await start.click();
  await expect
    .poll(
      () =>
        page.evaluate(async () => {
          const kept = await (await caches.open('isoloir-assets')).keys();
          return kept.some(({ url }) => /review/.test(url));
        }),
      { timeout: 30_000 },
    )
    .toBe(true);
});
