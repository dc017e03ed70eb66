// The archive, unpacked and served in a room without https: everything works but what only https allows, and that is said.
import { chromium, type Browser, type Page } from '@playwright/test';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { browserFlags, findBrowser } from '../../src/tools/browser.mjs';
import { loneFile } from '../../src/tools/dist.ts';
import { packSite, archiveFile } from '../../src/tools/pack.ts';
import { archiveFolder, noteFile } from '../../src/tools/pack/archive.ts';
import { siteFolder } from '../../src/tools/run.ts';
import { expect, scriptsDone, test } from '../support/guide-test.ts';
import { loneHash } from '../support/lone-file.ts';
import { pasted } from '../support/pasted.ts';
import { servePlainly } from '../support/plain-server.ts';
import { inGrenoble } from './access/sit-down.ts';
import { pointer } from './journeys/hands.ts';
import { Voter, words2018 } from './journeys/voter.ts';

// One archive, unpacked once, for all of them.
test.describe.configure({ mode: 'default' });

let folder = '';
let site = { port: 0, stop: () => {} };
let browser: Browser;
let page: Page;
const troubles: string[] = [];

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'isoloir-salle-'));
  process.env['SOURCE_DATE_EPOCH'] ??= '1795176000';
  packSite(siteFolder, join(folder, 'paquet'));
  const archive = unzipSync(readFileSync(join(folder, 'paquet', archiveFile)));
  for (const [name, bytes] of Object.entries(archive)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  site = await servePlainly(join(folder, archiveFolder, 'site'));
  const executablePath = await findBrowser();
  // A name of the local network: unlike « localhost », it is trusted with nothing.
  browser = await chromium.launch({
    ...(executablePath === null ? {} : { executablePath }),
    args: [...browserFlags, '--host-resolver-rules=MAP salle.example 127.0.0.1, MAP * ~NOTFOUND'],
  });
  page = await browser.newPage({
    baseURL: `http://salle.example:${String(site.port)}`,
    locale: 'fr-FR',
  });
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => {
    const { url } = message.location();
    // A page that only leads on names no icon: the browser guesses one.
    if (message.type() === 'error' && !url.endsWith('/favicon.ico'))
      troubles.push(`${url}: ${message.text()}`);
  });
});

test.afterAll(async () => {
  await browser.close();
  site.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function open(path: string): Promise<void> {
  await page.goto(path);
  await scriptsDone(page);
}

test('the note beside the site prints on one page', async () => {
  const note = await browser.newPage();
  await note.goto(`file://${join(folder, archiveFolder, noteFile)}`);
  const pdf = await note.pdf({ preferCSSPageSize: true });
  expect(pdf.toString('latin1').match(/\/Type \/Page\b/gu)).toHaveLength(1);
  await note.setViewportSize({ width: 320, height: 568 });
  expect(await note.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await note.close();
});

test('from the home page to an academy', async () => {
  await open('/');
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  await page.getByRole('searchbox').first().fill('38');
  await page
    .getByRole('link', { name: /Grenoble/u })
    .first()
    .click();
  await expect(page.locator('h1')).toContainText('Grenoble');
});

test('a short address leads on', async () => {
  await open('/38/');
  await expect(page).toHaveURL(/\/elections\/men-2026\/grenoble\/$/u);
});

test('what is searched is found', async () => {
  await open('/recherche/');
  await page.getByRole('searchbox').fill('code perdu');
  await expect(page.locator('main a[href^="/ca-bloque/"]').first()).toBeVisible();
  // Nothing is kept here, so nothing is put first: the same answers, and no complaint.
  await page.context().setOffline(true);
  await page.getByRole('searchbox').fill('papier perdu');
  await expect(page.locator('.results li').first()).toContainText('J’ai perdu ma lettre');
  await page.context().setOffline(false);
});

test('a message is copied, the older way, and nothing offers the sheet of the device', async () => {
  await open('/partager/grenoble/');
  const box = page.locator('[data-today]');
  await box.getByRole('button', { name: 'Copier le SMS' }).click();
  await expect(box.getByRole('status').first()).toHaveText(/Copié, avec le lien/u);
  await expect(
    page.getByRole('button', { name: /^Partager le (?:SMS|message|courriel)/u }),
  ).toHaveCount(0);
  // What was copied can be pasted.
  await open('/recherche/');
  await page.getByRole('searchbox').focus();
  await page.keyboard.press('Control+V');
  await expect(page.getByRole('searchbox')).toHaveValue(/salle\.example/u);
});

test('an e-mail is copied whole, the older way too: its subject comes with it', async () => {
  await open('/partager/grenoble/');
  const box = page.locator('[data-today]');
  await box.getByRole('button', { name: 'Copier le courriel' }).click();
  await expect(box.getByText('Copié, avec le lien.')).toBeVisible();
  expect(await pasted(page)).toMatch(/^Objet\s: Élections professionnelles/u);
});

test('the page about reading offline says that nothing is kept here', async () => {
  await open('/hors-ligne/');
  await expect(page.locator('[data-keep-all]')).toContainText('servie sans https');
  await expect(page.getByRole('button', { name: 'Tout garder hors ligne' })).toHaveCount(0);
});

test('the trainer finds a code, cards to print, exercises, and the single file', async () => {
  for (const path of ['/animer/', '/animer/imprimer/', '/exercices/', '/animer/sans-reseau/']) {
    await open(path);
    await expect(page.locator('h1'), path).toBeVisible();
  }
  const saving = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Enregistrer le fichier des exercices' }).click();
  expect((await saving).suggestedFilename()).toBe(loneFile);
  await open('/animer/');
  await expect(page.locator('[data-room]')).not.toBeEmpty();
});

test('everything of this device can still be erased', async () => {
  await open('/confidentialite/');
  await page.getByRole('button', { name: 'Tout effacer de cet appareil' }).click();
  await page.getByRole('button', { name: 'Oui, tout effacer' }).click();
  await expect(page.getByText('C’est effacé.')).toBeVisible();
});

test('an exercise goes to its receipt, is kept on this device, and is taken up after F5', async () => {
  await open(`/simulateur/${loneHash('vote')}`);
  await page.getByRole('button', { name: 'Commencer l’exercice', exact: true }).click();
  await expect(page.getByText('Gardé sur cet appareil.')).toBeVisible();
  const voter = new Voter(pointer(page), inGrenoble(words2018));
  await voter.enterBooth();
  await voter.castBallot(false);
  await page.reload();
  await page
    .getByRole('button', { name: /^Le parcours complet/u })
    .first()
    .click();
  await expect(page.getByText('EXERCICE', { exact: true })).toBeVisible();
  await voter.sees('Votre preuve de vote');
});

test('nothing complained on the way', () => expect(troubles).toEqual([]));
