// The picture that a chat shows beside a link: each page names its own, and no reader of the site ever pays for it.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { currentAcademies, currentId, situations } from '../../src/lib/current.ts';
import { isRedirect, pageFiles, pathOf } from '../../src/tools/dist.ts';
import { siteFolder } from '../../src/tools/run.ts';
import { expect, test } from '../support/guide-test.ts';

const pages = new Map(
  pageFiles(siteFolder)
    .map((file) => [pathOf(file), readFileSync(join(siteFolder, file), 'utf8')] as const)
    .filter(([, html]) => !isRedirect(html)),
);
const pictureOf = (html: string) =>
  /<meta property="og:image" content="(?:https:\/\/[^/"]+)?([^"]+)"/u.exec(html)?.[1];
const isArchive = (html: string) => html.includes('class="banner"');

test('every page names a picture that exists, but archives, which name none', () => {
  for (const [path, html] of pages) {
    const picture = pictureOf(html);
    if (isArchive(html)) {
      expect(picture, path).toBeUndefined();
      continue;
    }
    expect(picture, path).toMatch(/^\/apercus\/[a-z-]+\.[0-9a-f]{12}\.png$/u);
    expect(existsSync(join(siteFolder, picture ?? '')), path).toBe(true);
  }
});

test('each academy and each situation has its own', () => {
  const own = [
    ...currentAcademies().map(({ id }) => `/elections/${currentId}/${id}/`),
    ...situations().map(({ slug }) => `/ca-bloque/${slug}/`),
  ].map((path) => pictureOf(pages.get(path) ?? ''));
  expect(new Set(own).size).toBe(currentAcademies().length + situations().length);
  expect(own).not.toContain(pictureOf(pages.get('/') ?? ''));
});

test('a short address sent in a conversation shows the picture of the page it leads to', () => {
  const tiny = readFileSync(join(siteFolder, '38/index.html'), 'utf8');
  const page = pages.get(`/elections/${currentId}/grenoble/`) ?? '';
  expect(isRedirect(tiny)).toBe(true);
  expect(pictureOf(tiny)).toBe(pictureOf(page));
  expect(pictureOf(tiny)).toBeDefined();
});

test('reading a page fetches no preview, and nothing keeps one offline', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`/elections/${currentId}/grenoble/`);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await expect
    .poll(() => page.evaluate(async () => (await caches.keys()).length))
    .toBeGreaterThan(0);
  const kept = await page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname);
  });
  expect([...asked, ...kept].filter((path) => path.includes('/apercus/'))).toEqual([]);
  expect(readFileSync(join(siteFolder, 'sw.js'), 'utf8')).not.toContain('apercus/');
  expect(readFileSync(join(siteFolder, 'data/pages.json'), 'utf8')).not.toContain('apercus');
});
