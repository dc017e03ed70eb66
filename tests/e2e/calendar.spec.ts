// The dates of the vote in the reader's own agenda, and on the clock of wherever she is.
import type { Page } from '@playwright/test';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { currentAcademies } from '../../src/lib/current.ts';
import { filesOf } from '../../src/tools/dist.ts';
import { siteFolder } from '../../src/tools/run.ts';
import { serveSite } from '../../src/tools/serve.ts';
import { eventsOf } from '../support/calendar.ts';
import { copySite, remove } from '../support/release.ts';
import { expect, test } from '../support/guide-test.ts';

const edition = '/elections/men-2026/';
const fileOf = (id: string) => `${edition}${id}/calendrier.ics`;
const offer = (page: Page) => page.getByRole('link', { name: 'Ajouter ces dates à mon agenda' });
const built = (path: string) => readFileSync(join(siteFolder, path), 'utf8');

test('every academy and service has its file, and one more is for nobody in particular', () => {
  const files = filesOf(siteFolder).filter((file) => file.endsWith('.ics'));
  expect(files.sort().map((file) => `/${file}`)).toEqual(
    [`${edition}calendrier.ics`, ...currentAcademies().map(({ id }) => fileOf(id))].sort(),
  );
  for (const file of files) {
    expect(eventsOf(built(file)).length, file).toBeGreaterThanOrEqual(4);
    expect(Buffer.byteLength(built(file)), file).toBeLessThan(7_000);
  }
});

test('each academy page and its simplified version offer their own file, which does not update itself', () => {
  for (const { id } of currentAcademies())
    for (const path of [`${edition}${id}/`, `${edition}${id}/simple/`]) {
      const html = built(join(path, 'index.html'));
      expect(html, path).toContain(`href="${fileOf(id)}"`);
      expect(html, path).toContain('Ce fichier ne se met pas à jour tout seul.');
    }
});

test('it is served as a calendar', async ({ request }) => {
  const response = await request.get(fileOf('dijon'));
  expect(response.headers()['content-type']).toBe('text/calendar; charset=utf-8');
  expect(await response.text()).toMatch(/^BEGIN:VCALENDAR\r\n/u);
});

test('whoever chose an academy is offered its file on the pages of nobody in particular', async ({
  page,
}) => {
  await page.goto('/memo/');
  await expect(offer(page)).toHaveAttribute('href', `${edition}calendrier.ics`);
  await page.goto(`${edition}guadeloupe/`);
  for (const path of ['/memo/', edition]) {
    await page.goto(path);
    await expect(offer(page), path).toHaveAttribute('href', fileOf('guadeloupe'));
  }
});

test('once the vote is over, there is nothing to add any more', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-12-11T11:59:00+01:00'));
  await page.goto(`${edition}dijon/`);
  await expect(offer(page)).toBeVisible();
  await page.clock.setFixedTime(new Date('2026-12-11T12:00:00+01:00'));
  await page.goto(`${edition}dijon/`);
  await expect(offer(page)).toBeHidden();
});

test('it is kept with its page, opens without a network, and is today’s as soon as there is one', async ({
  page,
}) => {
  const dir = copySite();
  const site = await serveSite({ dir, port: 4460 + test.info().parallelIndex });
  const download = async () => {
    const coming = page.waitForEvent('download');
    await offer(page).click();
    const file = await coming;
    expect(file.suggestedFilename()).toBe('calendrier.ics');
    return readFileSync(await file.path(), 'utf8');
  };
  try {
    await page.goto(`${site.address}/`);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.goto(`${site.address}${edition}dijon/`);
    await expect
      .poll(() => page.evaluate((path) => caches.match(path).then(Boolean), fileOf('dijon')))
      .toBe(true);
    await site.stop();
    await page.reload();
    expect(await download()).toBe(built(fileOf('dijon')));
    await site.start();
    const corrected = built(fileOf('dijon')).replaceAll('20261210', '20261211');
    writeFileSync(join(dir, fileOf('dijon')), corrected);
    expect(await download()).toBe(corrected);
    await site.stop();
    expect(await download()).toBe(corrected);
    await page.goto(`${site.address}/hors-ligne/`);
    await expect(page.locator('[data-kept-pages]')).not.toContainText('calendrier');
  } finally {
    await site.start().catch(() => undefined);
    await site.stop();
    remove(dir);
  }
});

test.describe('on a device in Tokyo', () => {
  test.use({ timezoneId: 'Asia/Tokyo' });
  test('its own clock is proposed, another may be chosen, and nothing is asked of anybody', async ({
    page,
  }) => {
    await page.goto(edition);
    const list = page.getByLabel('La ville dont l’heure est la vôtre');
    const said = page.locator('[data-elsewhere] [role="status"]');
    await expect(list).toHaveValue('Asia/Tokyo');
    await expect(said).toContainText('8 heures de plus qu’à Paris');
    await expect(said).toContainText('Les heures ne sont pas connues.');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const kept = await page.evaluate(() => JSON.stringify({ ...localStorage }));
    await list.selectOption('America/Toronto');
    await expect(said).toContainText('6 heures de moins qu’à Paris');
    await expect(said).toContainText('voter le 9');
    expect(asked).toEqual([]);
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).toBe(kept);
  });
});

test('without a script the pages still offer the file, and the clocks overseas', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${edition}dijon/`);
  await expect(offer(page)).toHaveAttribute('href', fileOf('dijon'));
  await page.getByRole('link', { name: 'Le vote à l’heure d’un autre pays' }).click();
  await expect(page.locator('#heures-locales')).toBeInViewport();
  await context.close();
});
