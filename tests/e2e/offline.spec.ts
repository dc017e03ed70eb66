import type { BrowserContext, Page } from '@playwright/test';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleFolder } from '../../src/offline/bundle.ts';
import { serveSite, type SiteServer } from '../../src/tools/serve.ts';
import {
  addFact,
  copySite,
  guidePages,
  releaseSimulator,
  remove,
  withdrawSimulator,
} from '../support/release.ts';
import { expect, test } from '../support/guide-test.ts';

let dir: string;
let next: string;
let site: SiteServer;
let guidePage: string;

test.beforeEach(async () => {
  dir = copySite();
  next = copySite();
  site = await serveSite({ dir, port: 4340 + test.info().parallelIndex });
  guidePage = pick(/^\/ca-bloque\/.+/);
});

test.afterEach(async () => {
  await site.stop();
  remove(dir);
  remove(next);
});

/** A guide page by its path, or any page that is neither the home page nor the one that answers offline. */
function pick(pattern: RegExp): string {
  const pages = guidePages(dir);
  const path =
    pages.find((page) => pattern.test(page)) ??
    pages.find((page) => page !== '/' && page !== '/hors-ligne/');
  if (path === undefined) throw new Error('this site has no guide page');
  return path;
}

/** Opens the home page and waits until the worker has kept it and the simulator. */
async function readyOffline(page: Page): Promise<void> {
  await page.goto(`${site.address}/`);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    while (!(await caches.match('/'))) await new Promise((again) => setTimeout(again, 50));
  });
}

/** Reads a page with the network, and waits until it is kept. */
async function read(page: Page, path: string): Promise<void> {
  await page.goto(site.address + path);
  await expect.poll(() => page.evaluate((key) => caches.match(key).then(Boolean), path)).toBe(true);
}

const cachesOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => caches.keys().then((names) => names.sort()));

test('a copy whose simulator was taken away keeps its pages all the same', async ({ page }) => {
  withdrawSimulator(dir);
  await readyOffline(page);
  expect((await page.goto(`${site.address}/simulateur/`))?.status()).toBe(404);
  await expect(page.locator('h1')).toHaveText(/n’existe pas/);
  await read(page, guidePage);
  await site.stop();
  await page.reload();
  await expect(page.locator('.foot [data-copy]')).toContainText('copie du');
});

test('who kept the simulator keeps pages, and the simulator no more, once it was taken away', async ({
  page,
}) => {
  await readyOffline(page);
  await read(page, guidePage);
  const [before] = (await cachesOf(page)).filter((name) => name.includes('simulateur'));
  withdrawSimulator(dir);
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    while (!registration.waiting) await new Promise((again) => setTimeout(again, 50));
    registration.waiting.postMessage('isoloir:apply');
  });
  await expect.poll(() => cachesOf(page)).not.toContain(before);
  await site.stop();
  await page.goto(site.address + guidePage);
  await expect(page.locator('.foot [data-copy]')).toContainText('copie du');
});

test('the very first page is kept, though its worker came after it', async ({ page }) => {
  await readyOffline(page);
  await site.stop();
  await page.reload();
  await expect(page.locator('h1').first()).toBeVisible();
  await expect(page.locator('.foot [data-copy]')).toContainText('copie du');
  await site.start();
});

test('a page that was read opens without network, and says it is a copy', async ({ page }) => {
  await readyOffline(page);
  await read(page, guidePage);
  const title = await page.title();
  await expect(page.locator('.foot [data-copy]')).toBeHidden();
  await site.stop();
  await page.goto(site.address + guidePage);
  expect(await page.title()).toBe(title);
  await expect(page.locator('.foot [data-copy]')).toHaveText(
    /^copie du \d{1,2}\s\S+, \d{1,2}\sh\s\d\d$/,
  );
  await site.start();
});

test('a page that was never read says so, and never shows a blank', async ({ page }) => {
  await readyOffline(page);
  await site.stop();
  await page.goto(site.address + guidePage);
  await expect(page.locator('h1').first()).toBeVisible();
  expect(page.url()).toBe(site.address + guidePage);
  await site.start();
});

test('what is asked most is carried along behind the first page, and not for who spares data', async ({
  page,
}) => {
  const carried = '/est-ce-mon-election/';
  const isCarried = () => page.evaluate((key) => caches.match(key).then(Boolean), carried);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setDataSaverOverride', { dataSaverEnabled: true });
  await readyOffline(page);
  await page.waitForTimeout(1_000);
  expect(await isCarried()).toBe(false);
  await devtools.send('Emulation.setDataSaverOverride', { dataSaverEnabled: false });
  await page.reload();
  await expect.poll(isCarried).toBe(true);
});

test('a link followed before a tunnel: behind that one page, its choices, its contacts, its short address, the search', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const academy = '/elections/men-2026/mayotte/';
  await page.goto(site.address + academy);
  const leads = await page
    .locator('main .choices a[href^="/"], main a[data-along]')
    .evaluateAll((links) =>
      links.flatMap((link) =>
        link instanceof HTMLAnchorElement && link.pathname !== '/simulateur/' ? link.pathname : [],
      ),
    );
  expect(leads).toContain('/academies/mayotte/');
  expect(leads.length).toBeGreaterThan(6);
  const isKept = (path: string) => page.evaluate((key) => caches.match(key).then(Boolean), path);
  for (const path of [...leads, '/recherche/', '/aider/parent/', '/est-ce-mon-election/'])
    await expect.poll(() => isKept(path), { message: path, timeout: 30_000 }).toBe(true);
  await site.stop();
  for (const path of leads) {
    await page.goto(site.address + path);
    await expect(page.locator('.foot [data-copy]'), path).toContainText('copie du');
  }
  // What the poster says to type.
  await page.goto(`${site.address}/mayotte/`);
  expect(page.url()).toBe(site.address + academy);
  await site.start();
});

test('a search without network puts what is kept first, and says what needs the network', async ({
  page,
  context,
}) => {
  await readyOffline(page);
  await read(page, '/recherche/');
  const isCarried = () => page.evaluate(() => caches.match('/est-ce-mon-election/').then(Boolean));
  await expect.poll(isCarried, { timeout: 30_000 }).toBe(true);
  await page.getByLabel('Un mot, une phrase').fill('vice-rectorat nouméa');
  const results = page.locator('.results li');
  await expect(results.first()).toBeVisible();
  await context.setOffline(true);
  await page.getByLabel('Un mot, une phrase').fill('vice-rectorat de nouméa');
  await expect(results.last()).toContainText('avec du réseau seulement');
  await expect(results.first()).not.toContainText('avec du réseau seulement');
  await page.getByLabel('Un mot, une phrase').fill('papier perdu');
  await expect(results.first()).toContainText('J’ai perdu ma lettre');
  await expect(results.first()).not.toContainText('avec du réseau seulement');
  await context.setOffline(false);
});

test('a corrected fact appears without a tap within two seconds of the answer', async ({
  page,
}) => {
  await readyOffline(page);
  await read(page, guidePage);
  addFact(next, guidePage, 'fait-corrige', 'Un fait corrigé.');
  site.swap(next);
  const answerAfter = 1_000;
  site.breakWith((path, headers) =>
    path === guidePage && headers['sec-fetch-mode'] !== 'navigate'
      ? { delayMs: answerAfter }
      : null,
  );
  await page.goto(site.address + guidePage);
  // The kept copy is there at once…
  await expect(page.locator('h1').first()).toBeVisible({ timeout: answerAfter });
  await expect(page.locator('#fait-corrige')).toHaveCount(0);
  // … and the answer takes its place.
  await expect(page.locator('#fait-corrige')).toBeVisible({ timeout: answerAfter + 2_000 });
  await expect(page.locator('.foot [data-copy]')).toBeHidden();
});

test('what the reader had typed, her place and her focus stay when the page refreshes', async ({
  page,
}) => {
  const field = '</h1><p><label for="essai-nom">Nom</label> <input id="essai-nom"></p>';
  for (const folder of [dir, next]) {
    addFact(folder, guidePage, 'essai', 'Essai');
    const file = join(folder, guidePage, 'index.html');
    writeFileSync(file, readFileSync(file, 'utf8').replace('</h1>', field));
  }
  await readyOffline(page);
  await read(page, guidePage);
  addFact(next, guidePage, 'fait-corrige', 'Un fait corrigé.');
  site.swap(next);
  site.breakWith((path, headers) =>
    path === guidePage && headers['sec-fetch-mode'] !== 'navigate' ? { delayMs: 1_500 } : null,
  );
  await page.goto(site.address + guidePage);
  await page.locator('#essai-nom').fill('Jean Peuplu');
  await expect(page.locator('#fait-corrige')).toBeVisible();
  await expect(page.locator('#essai-nom')).toHaveValue('Jean Peuplu');
  await expect(page.locator('#essai-nom')).toBeFocused();
});

test('a page that was taken away is not shown for ever', async ({ page }) => {
  await readyOffline(page);
  await read(page, guidePage);
  rmSync(join(next, guidePage), { recursive: true });
  site.swap(next);
  await page.goto(site.address + guidePage);
  await expect
    .poll(() => page.evaluate((key) => caches.match(key).then(Boolean), guidePage))
    .toBe(false);
});

test('an old copy still has its own scripts after a release', async ({ page }) => {
  await readyOffline(page);
  await read(page, guidePage);
  rmSync(join(next, 'assets'), { recursive: true });
  site.swap(next);
  await site.stop();
  const failed: string[] = [];
  page.on('requestfailed', (request) => {
    if (request.url().includes('/assets/')) failed.push(request.url());
  });
  await page.goto(site.address + guidePage);
  // The sentence is written by the script of that old page.
  await expect(page.locator('.foot [data-copy]')).toContainText('copie du');
  expect(failed).toEqual([]);
  await site.start();
});

test('a server that answers nothing but errors never hides a kept page', async ({ page }) => {
  await readyOffline(page);
  await read(page, guidePage);
  site.breakWith(() => ({ status: 503 }));
  await page.goto(site.address + guidePage);
  await expect(page.locator('.foot [data-copy]')).toContainText('copie du');
});

test('one tap keeps the whole guide', async ({ page }) => {
  await readyOffline(page);
  await page.goto(`${site.address}/hors-ligne/`);
  const pages = guidePages(dir);
  await page.getByRole('button', { name: 'Tout garder hors ligne' }).click();
  const missing = (): Promise<string[]> =>
    page.evaluate(async (paths) => {
      const kept = await Promise.all(paths.map((path) => caches.match(path)));
      return paths.filter((_, index) => kept[index] === undefined);
    }, pages);
  await expect.poll(missing, { timeout: 40_000 }).toEqual([]);
  await expect(page.getByRole('status').filter({ hasText: 'C’est fait' })).toBeVisible();
  await site.stop();
  for (const path of [pages.at(1), pages.at(-1)]) {
    await page.goto(site.address + (path ?? ''));
    await expect(page.locator('.foot [data-copy]')).toContainText('copie du');
  }
  await site.start();
});

test('a page that did not come with the others is asked for alone', async ({ page }) => {
  await readyOffline(page);
  await page.goto(`${site.address}/hors-ligne/`);
  // A host half-way through an upload: the list names bundles that are not there yet.
  site.breakWith((path) => (path.startsWith(bundleFolder) ? { hangUpAfter: 50 } : null));
  await page.getByRole('button', { name: 'Tout garder hors ligne' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'C’est fait' })).toBeVisible({
    timeout: 40_000,
  });
});

test('keeping everything says what could not be kept', async ({ page }) => {
  await readyOffline(page);
  await page.goto(`${site.address}/hors-ligne/`);
  // A page that nothing carries along: it may not be on its way already.
  site.breakWith((path) =>
    path === '/glossaire/' || path.startsWith(bundleFolder) ? { hangUpAfter: 50 } : null,
  );
  await page.getByRole('button', { name: 'Tout garder hors ligne' }).click();
  await expect(page.getByRole('status').filter({ hasText: /manque|pas pu/ })).toBeVisible({
    timeout: 40_000,
  });
});

test.describe('the simulator', () => {
  test('opens without network after one visit elsewhere', async ({ page }) => {
    await readyOffline(page);
    await site.stop();
    await page.goto(`${site.address}/simulateur/`);
    await expect(page.locator('h1, h2').first()).toBeVisible();
    await site.start();
  });

  test('keeps its version until a tap, in every tab', async ({ page, context }) => {
    await readyOffline(page);
    await page.goto(`${site.address}/simulateur/`);
    const before = await page.title();
    await releaseSimulator(next, 'Version suivante');
    site.swap(next);
    await update(page);
    await page.reload();
    expect(await page.title()).toBe(before);
    await applyWaiting(page, context);
    await page.reload();
    expect(await page.title()).toBe('Version suivante');
  });

  test('shows the alerts of the day, though its own version waits', async ({ page }) => {
    await readyOffline(page);
    await page.goto(`${site.address}/simulateur/`);
    const file = join(next, 'simulateur', 'index.html');
    const html = readFileSync(file, 'utf8');
    const alert = '<p id="alerte-essai">Le portail ne répond plus.</p>';
    writeFileSync(
      file,
      html
        .replace(/<div id="alertes"[^>]*>/, (strip) => strip + alert)
        .replace('</h1>', '</h1><p id="version-suivante"></p>'),
    );
    site.swap(next);
    await page.reload();
    await expect(page.locator('#alerte-essai')).toBeVisible();
    await expect(page.locator('#version-suivante')).toHaveCount(0);
  });

  test('survives an update cut half-way, which leaves nothing behind', async ({ page }) => {
    await readyOffline(page);
    await page.goto(`${site.address}/simulateur/`);
    const title = await page.title();
    const names = await cachesOf(page);
    await releaseSimulator(next, 'Version suivante');
    site.swap(next);
    site.breakWith((path) => (path === '/simulateur/' ? { hangUpAfter: 100 } : null));
    await update(page).catch(() => undefined);
    await expect
      .poll(() =>
        page.evaluate(async () => {
          const registration = await navigator.serviceWorker.getRegistration();
          return [registration?.installing, registration?.waiting].some(Boolean);
        }),
      )
      .toBe(false);
    expect(await cachesOf(page)).toEqual(names);
    await site.stop();
    await page.reload();
    expect(await page.title()).toBe(title);
    await site.start();
  });
});

/** Looks for a new worker and waits until it is installed. */
async function update(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration?.update();
    const { installing } = registration ?? {};
    if (!installing) return;
    await new Promise<void>((done) => {
      installing.addEventListener('statechange', () => done(), { once: true });
    });
  });
}

/** What the simulator's own button does. */
async function applyWaiting(page: Page, context: BrowserContext): Promise<void> {
  expect(context.serviceWorkers().length).toBeGreaterThan(0);
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    const changed = new Promise((done) => {
      navigator.serviceWorker.addEventListener('controllerchange', done, { once: true });
    });
    registration?.waiting?.postMessage('isoloir:apply');
    await changed;
  });
}
