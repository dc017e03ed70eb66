// What comes over the network is late, wrong, cut or somebody else’s: what was there stays, or a sentence says what to do.
import type { Page } from '@playwright/test';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isOurs } from '../../src/offline/copy.ts';
import { filesOf } from '../../src/tools/dist.ts';
import { siteFolder } from '../../src/tools/run.ts';
import { serveSite, type SiteServer } from '../../src/tools/serve.ts';
import { expect, test } from '../support/guide-test.ts';
import { lyingServer, portalWords } from '../support/lying-server.ts';
import { copySite, releaseSimulator, remove } from '../support/release.ts';
import { servePlainly } from '../support/plain-server.ts';

const guidePage = '/ca-bloque/code-perdu/';
const otherPage = '/ca-bloque/boite-pleine/';
const exercise = '/simulateur/#1.e8.gr.cd.pc.KMPRTV.v';

let site: SiteServer;
let port: number;
test.beforeEach(async () => {
  port = 4410 + test.info().parallelIndex;
  site = await serveSite({ dir: siteFolder, port });
});
test.afterEach(() => site.stop());

const kept = (page: Page, path: string) =>
  page.evaluate((key) => caches.match(key).then((found) => found?.text() ?? ''), path);

/** Reads a page, and waits until it and the simulator are kept. */
async function read(page: Page, path: string): Promise<string> {
  await page.goto(site.address + path);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.reload();
  await expect.poll(() => kept(page, path)).toContain('ne vote pas ici');
  return page.title();
}

async function begin(page: Page): Promise<void> {
  await page.goto(site.address + exercise);
  await page.getByRole('button', { name: 'Commencer l’exercice' }).click();
  await expect(page.getByText('EXERCICE', { exact: true })).toBeVisible();
}

test('every page of the site has the words by which its worker knows it for ours', () => {
  const pages = filesOf(siteFolder).filter((file) => file.endsWith('.html'));
  const strange = pages.filter((file) => !isOurs(readFileSync(join(siteFolder, file), 'utf8')));
  expect(strange).toEqual([]);
});

test('a captive portal answers in our place: pages that were read stay, and nothing of it is kept', async ({
  page,
}) => {
  const title = await read(page, guidePage);
  await page.evaluate(() => caches.delete('isoloir-assets'));
  await site.stop();
  const liar = await lyingServer(port);
  for (const path of [guidePage, otherPage, guidePage]) await page.goto(site.address + path);
  await page.waitForTimeout(500);
  expect(await page.title()).toBe(title);
  await expect(page.getByText(portalWords)).toHaveCount(0);
  await page.goto(site.address + exercise);
  await expect(page.getByRole('button', { name: 'Commencer l’exercice' })).toBeEnabled();
  await page.evaluate(() => fetch('/memo/dates.ics').catch(() => undefined));
  const stored = await page.evaluate(async () => {
    const all: string[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const text = (await (await cache.match(request))?.text()) ?? '';
        if (text.includes('hôtel')) all.push(request.url);
      }
    }
    return all;
  });
  expect(stored).toEqual([]);
  await liar.stop();
  await site.start();
  await page.goto(site.address + otherPage);
  await expect(page.getByRole('heading', { level: 1 })).not.toContainText('hôtel');
});

test('« connected » without internet: a page that was read and the simulator are there at once', async ({
  page,
}) => {
  await read(page, guidePage);
  site.breakWith(() => ({ delayMs: 60_000 }));
  const started = Date.now();
  await page.goto(site.address + guidePage, { waitUntil: 'commit' });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible({ timeout: 3_000 });
  await page.goto(site.address + exercise, { waitUntil: 'commit' });
  await expect(page.getByRole('button', { name: 'Commencer l’exercice' })).toBeEnabled({
    timeout: 5_000,
  });
  expect(Date.now() - started).toBeLessThan(8_000);
});

test('a later release took every hashed file away: the exercise goes on, what never came says so', async ({
  page,
}) => {
  // What comes along by itself, on a good day, never came on this one.
  site.breakWith((path) => (path.startsWith('/assets/review') ? { status: 404 } : null));
  await read(page, guidePage);
  await begin(page);
  site.breakWith((path) => (path.startsWith('/assets/') ? { status: 404 } : null));
  await page.evaluate(() => {
    location.hash = '#relire';
  });
  await expect(page.getByText('La relecture n’est pas arrivée')).toBeVisible();
  await page.getByRole('button', { name: 'Fermer' }).click();
  await page.getByRole('button', { name: /^Voter/ }).click();
  await page.getByRole('button', { name: /^remplir/ }).click();
  await page.getByRole('button', { name: 'Entrer' }).click();
  await expect(page.getByText('Vos scrutins')).toBeVisible();
  // The same exercise, in a tab opened after the release.
  await page.goto('about:blank');
  await page.goto(`${site.address}/simulateur/`);
  await page.getByRole('button', { name: /^Le parcours complet/ }).click();
  await expect(page.getByText('Vos scrutins')).toBeVisible();
});

test('three releases go by under an exercise: it goes on in its version, then one tap takes the last', async ({
  page,
}) => {
  const dirs: string[] = [];
  await read(page, guidePage);
  await begin(page);
  const before = await page.title();
  for (const name of ['Deuxième', 'Troisième', 'Quatrième']) {
    const dir = copySite();
    dirs.push(dir);
    await releaseSimulator(dir, name);
    site.swap(dir);
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      await registration?.update().catch(() => undefined);
    });
    await expect
      .poll(() =>
        page.evaluate(async () => {
          const registration = await navigator.serviceWorker.getRegistration();
          return registration?.installing === null;
        }),
      )
      .toBe(true);
    await page.reload();
    expect(await page.title()).toBe(before);
    await page.locator('.kept li button').first().click();
    await expect(page.getByText('EXERCICE', { exact: true })).toBeVisible();
  }
  await page.getByRole('button', { name: /^Voter/ }).click();
  await page.getByRole('button', { name: /^remplir/ }).click();
  await page.getByRole('button', { name: 'Entrer' }).click();
  await expect(page.getByText('Vos scrutins')).toBeVisible();
  await page.reload();
  await page.locator('#nouvelle-version').getByRole('button', { name: 'L’ouvrir' }).click();
  await expect(page).toHaveTitle('Quatrième');
  await page.locator('.kept li button').first().click();
  await expect(page.getByText('Vos scrutins')).toBeVisible();
  dirs.forEach(remove);
});

test('the election’s data does not arrive: a sentence, and the exercise begins once it is there', async ({
  page,
}) => {
  site.breakWith((path) => (path.startsWith('/data/') ? { status: 503 } : null));
  await page.goto(site.address + exercise);
  await expect(page.getByText('Les données de cette élection n’arrivent pas')).toBeVisible();
  site.breakWith(() => null);
  await page.getByRole('button', { name: 'Commencer l’exercice' }).click();
  await expect(page.getByText('EXERCICE', { exact: true })).toBeVisible();
});

test('framed by a stranger: refused where the host sends headers; elsewhere its storage is its own, and it runs', async ({
  page,
}) => {
  const plain = await servePlainly(siteFolder);
  const stranger = mkdtempSync(join(tmpdir(), 'isoloir-cadre-'));
  // Another site: « 127.0.0.1 » is not « localhost ».
  const outer = await servePlainly(stranger);
  const shown = async (source: string) => {
    const frame = `<!doctype html><iframe src="${source}" width="900" height="700"></iframe>`;
    writeFileSync(join(stranger, 'index.html'), frame);
    await page.goto(`http://127.0.0.1:${String(outer.port)}/`);
    return page.frameLocator('iframe');
  };
  const refused = await shown(site.address + exercise);
  await page.waitForTimeout(500);
  await expect(refused.getByRole('button', { name: 'Commencer l’exercice' })).toHaveCount(0);
  const open = await shown(`http://localhost:${String(plain.port)}${exercise}`);
  await open.getByRole('button', { name: 'Commencer l’exercice' }).click();
  await expect(open.getByText('EXERCICE', { exact: true })).toBeVisible();
  plain.stop();
  outer.stop();
  rmSync(stranger, { recursive: true });
});
