// What is new, and how a reader says that something is wrong: without a server, without a script, without network.
import type { Page } from '@playwright/test';
import { XMLParser } from 'fast-xml-parser';
import { serveSite } from '../../src/tools/serve.ts';
import { accessFaults } from '../support/access-faults.ts';
import { buildFilled } from '../support/filled-edition.ts';
import { copySite, remove } from '../support/release.ts';
import { expect, scriptsDone, test } from '../support/guide-test.ts';
import { pasted } from '../support/pasted.ts';

const plain = (words: string) => words.replace(/\s+/gu, ' ');
const dijon = '/elections/men-2026/dijon/';

test('the feed is served as a feed, and tells what the page tells, in the same order', async ({
  page,
  request,
}) => {
  await page.goto('/nouveautes/');
  const href = await page.locator('link[type="application/rss+xml"]').getAttribute('href');
  const response = await request.get(href ?? '');
  expect(response.headers()['content-type']).toBe('application/rss+xml; charset=utf-8');
  expect(response.headers()['x-content-type-options']).toBe('nosniff');
  const parsed: unknown = new XMLParser().parse(await response.text());
  const names = await page
    .locator('[data-news]')
    .evaluateAll((lines) => lines.map(({ id }) => `isoloir-${id}`));
  expect(names.length).toBeGreaterThan(3);
  const entries = names.map((guid) => expect.objectContaining({ guid }));
  expect(parsed).toMatchObject({ rss: { channel: { item: entries } } });
});

test('a correction of the coming election is news, without a line written by hand', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const server = await serveSite({
    dir: await buildFilled('corrected'),
    port: 4421 + test.info().parallelIndex,
  });
  try {
    await page.goto(`${server.address}/nouveautes/`);
    const first = plain(await page.locator('[data-news]').first().innerText());
    expect(first).toContain('Corrigé : Fin du vote. jeudi 10 décembre à 17 h (Paris).');
    expect(first).toContain('Avant : 10 décembre à 18 h');
    const feed = await (await page.request.get(`${server.address}/nouveautes/flux.xml`)).text();
    expect(plain(feed)).toContain('Avant : 10 décembre à 18 h.');
  } finally {
    await server.stop();
  }
});

/** From the foot of a page to the report about it. */
async function report(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'Signaler une erreur' }).last().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Signaler une erreur');
  await scriptsDone(page);
  return plain(await page.locator('[data-body]').innerText());
}

test('the report names the page and its day, and is copied by one tap', async ({ page }) => {
  await page.goto(dijon);
  const words = await report(page);
  expect(words).toContain(`Page : ${dijon}`);
  expect(words).toMatch(/Datée du : \d\d\/\d\d\/2026/u);
  for (const part of ['Ce qui est écrit :', 'Ce qui est juste :', 'Où je l’ai lu, et quel jour :'])
    expect(words).toContain(part);
  await page.getByRole('button', { name: 'Copier le message' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Message copié' })).toBeVisible();
  const copied = await pasted(page);
  expect(plain(copied)).toContain(`Objet : Erreur dans Isoloir`);
  expect(copied).toContain(dijon);
});

test('it asks for nothing: no field, no secret, and says to whom it goes', async ({ page }) => {
  await page.goto('/signaler/');
  await expect(page.locator('main input, main textarea, main form')).toHaveCount(0);
  await expect(page.locator('main')).toContainText('N’y écrivez jamais de NUMEN');
  await expect(page.locator('[data-to-whom]')).toContainText('ne donne pas encore de contact');
  expect(await page.locator('main a[href^="mailto:"]').count()).toBe(0);
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });
  test('the text is there to be read and selected, its blanks in words', async ({ page }) => {
    await page.goto(dijon);
    const words = await report(page);
    expect(words).toContain('[l’adresse de la page, après le nom du site]');
    const selectable = await page
      .locator('[data-body]')
      .evaluate((text) => getComputedStyle(text).userSelect);
    expect(selectable).toBe('auto');
  });
});

test('it works offline, although nobody had opened it before', async ({ page }) => {
  const dir = copySite();
  const server = await serveSite({ dir, port: 4431 + test.info().parallelIndex });
  try {
    await page.goto(`${server.address}/`);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    await page.goto(server.address + dijon);
    await page.goto(`${server.address}/memo/`);
    await expect
      .poll(() => page.evaluate(() => caches.match('/signaler/').then(Boolean)))
      .toBe(true);
    await server.stop();
    await page.goto(server.address + dijon);
    expect(await report(page)).toContain(`Page : ${dijon}`);
    await expect(page.getByRole('button', { name: 'Copier le message' })).toBeVisible();
  } finally {
    await server.stop();
    remove(dir);
  }
});

for (const scheme of ['light', 'dark'] as const)
  test(`nothing stands in the way of assistive technology at 320 px (${scheme})`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width: 320, height: 568 });
    for (const path of ['/nouveautes/', '/signaler/#2026-11-26/memo/']) {
      await page.goto(path);
      expect(await accessFaults(page)).toEqual([]);
      expect(
        await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        ),
      ).toBe(0);
    }
  });
