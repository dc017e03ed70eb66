import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveSite, type SiteServer } from '../../src/tools/serve.ts';

let dir: string;
let site: SiteServer;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'isoloir-serve-'));
  mkdirSync(join(dir, 'a'));
  writeFileSync(join(dir, 'index.html'), '<p>accueil</p>');
  writeFileSync(join(dir, 'a', 'index.html'), '<p>a</p>');
  writeFileSync(join(dir, '404.html'), '<p>introuvable</p>');
  writeFileSync(join(dir, '_headers'), '/*\n  X-Content-Type-Options: nosniff\n');
  writeFileSync(join(dir, '_redirects'), '/38/ /a/ 302\n/38 /a/ 302\n/orleans/ /a/ 302\n');
  writeFileSync(join(dir, '.htaccess'), '');
  site = await serveSite({ dir, port: 4349 });
});
afterAll(async () => {
  await site.stop();
  rmSync(dir, { recursive: true });
});
const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(site.address + path, { redirect: 'manual', headers });

describe('the server', () => {
  test('gives a page with the headers of its own file, to be asked again each time', async () => {
    const response = await get('/a/');
    expect(await response.text()).toBe('<p>a</p>');
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    const again = await get('/a/', { 'if-none-match': response.headers.get('etag') ?? '' });
    expect(again.status).toBe(304);
  });
  test('adds the slash, and stays on this host', async () => {
    expect((await get('/a?b=c')).headers.get('location')).toBe('/a/?b=c');
    expect((await get('//ailleurs.example/a')).headers.get('location')).not.toMatch(
      /^(https?:)?\/\//,
    );
  });
  test('answers with the error page, never with a file outside the folder', async () => {
    for (const path of [
      '/nulle-part/',
      '/..%2f..%2fetc/passwd',
      '/%2e%2e/%2e%2e/etc/passwd',
      '/_headers',
      '/_redirects',
      '/.htaccess',
    ]) {
      const response = await get(path);
      expect([400, 404]).toContain(response.status);
    }
    expect(await (await get('/nulle-part/')).text()).toBe('<p>introuvable</p>');
    expect((await get('/%E0%A4%A')).status).toBe(400);
  });
  test('leads from a short address, and forgives capitals, accents, slashes and file names', async () => {
    for (const path of ['/38', '/38/', '/Orl%C3%A9ans', '/ORLEANS/', '/A/', '/a/index.htm'])
      expect((await get(path)).headers.get('location'), path).toBe('/a/');
    expect((await get('/b/')).status).toBe(404);
  });
  test('breaks what a test asks it to break, and mends', async () => {
    site.breakWith((path) => (path === '/a/' ? { status: 503 } : null));
    expect((await get('/a/')).status).toBe(503);
    site.breakWith((path) => (path === '/a/' ? { hangUpAfter: 0 } : null));
    await expect(get('/a/')).rejects.toThrow();
    site.breakWith(null);
    expect((await get('/a/')).status).toBe(200);
  });
  test('says when its port is taken', async () => {
    await expect(serveSite({ dir, port: 4349 })).rejects.toThrow(/EADDRINUSE/);
  });
});
