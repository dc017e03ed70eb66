// What the real servers answer with the files that the build wrote for them. No browser: their answers are read.
import { readFileSync, readdirSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { startServer, type RealServer } from '../../src/tools/hosts/real-server.ts';
import { headersFor, parseHeaders } from '../../src/tools/policy.ts';
import { siteFolder } from '../../src/tools/run.ts';
import { findServer, webServers } from '../../src/tools/web-servers.mjs';

type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
};

/** One request as it is written: no redirection is followed, no address is made proper on the way. */
function ask(address: string, path: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((done, fail) => {
    get(`${address}`, { path, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        done({
          status: response.statusCode ?? 0,
          // A header sent twice comes out joined: it would not be equal to ours.
          headers: Object.fromEntries(
            Object.entries(response.headersDistinct).map(([name, values]) => [
              name,
              values?.join(', '),
            ]),
          ),
          body: Buffer.concat(parts).toString(),
        }),
      );
    }).on('error', fail);
  });
}

/** `_headers` is what Netlify and Cloudflare Pages read: each real server is compared with it. */
const rules = parseHeaders(readFileSync(join(siteFolder, '_headers'), 'utf8'));
const everywhere = headersFor(rules, '/');
const asset = `/assets/${readdirSync(join(siteFolder, 'assets')).find((name) => name.endsWith('.js')) ?? ''}`;
const grenoble = '/elections/men-2026/grenoble/';

for (const name of webServers)
  test.describe(name, () => {
    test.skip(
      findServer(name) === null && process.env['CI'] === undefined,
      `${name} is not installed`,
    );
    test.describe.configure({ mode: 'default' });
    let server: RealServer;
    test.beforeAll(async () => {
      server = await startServer(name, siteFolder);
    });
    test.afterAll(async () => {
      await server.stop();
    });

    test('says what the policy says, once, on a page, a file, an error and a redirection', async () => {
      for (const path of ['/', grenoble, '/simulateur/', asset, '/nulle-part/', '/38/']) {
        const { headers } = await ask(server.address, path);
        for (const [header, value] of everywhere)
          expect(headers[header.toLowerCase()], `${path} ${header}`).toBe(value);
        expect(headers['strict-transport-security'], path).toBeUndefined();
      }
    });

    test('lets hashed files be kept for a year, and nothing else', async () => {
      const kept = 'public, max-age=31536000, immutable';
      expect((await ask(server.address, asset)).headers['cache-control']).toBe(kept);
      for (const path of ['/', grenoble, '/sw.js', '/favicon.svg', '/data/pages.json', '/38/'])
        expect((await ask(server.address, path)).headers['cache-control'], path).toBe('no-cache');
      const missing = await ask(server.address, '/assets/absent.js');
      expect(missing.status).toBe(404);
      expect(missing.headers['cache-control']).toBe('no-cache');
    });

    test('answers « not changed » to whoever has the page, packed or not', async () => {
      for (const packing of ['identity', 'gzip']) {
        const first = await ask(server.address, grenoble, { 'accept-encoding': packing });
        expect(first.headers['content-encoding'] ?? 'identity').toBe(packing);
        const known = {
          ...(first.headers['etag'] && { 'if-none-match': first.headers['etag'] }),
          ...(first.headers['last-modified'] && {
            'if-modified-since': first.headers['last-modified'],
          }),
        };
        const again = await ask(server.address, grenoble, { 'accept-encoding': packing, ...known });
        expect(again.status, packing).toBe(304);
      }
    });

    test('leads from a short address, with capitals and without its last slash', async () => {
      for (const path of ['/38/', '/38', '/Grenoble', '/GRENOBLE/']) {
        const { status, headers } = await ask(server.address, path);
        expect(status, path).toBe(302);
        expect(headers['location']?.replace(server.address, ''), path).toBe(grenoble);
      }
    });

    test('forgives capitals in a page’s address, and adds its last slash', async () => {
      for (const path of ['/Elections/Men-2026/GRENOBLE/', '/ELECTIONS/', grenoble.slice(0, -1)]) {
        let at = path;
        // Apache forgives one folder at a time.
        for (let step = 0; step < 4; step++) {
          const { status, headers } = await ask(server.address, at);
          if (status === 200) break;
          expect([301, 308], at).toContain(status);
          at = headers['location']?.replace(server.address, '') ?? '';
        }
        expect(at).toBe(path === '/ELECTIONS/' ? '/elections/' : grenoble);
      }
    });

    test('shows our page for what is not there, and no file meant for hosts', async () => {
      const ours = readFileSync(join(siteFolder, '404.html'), 'utf8');
      const hidden = ['/_headers', '/_redirects', '/_nginx.conf', '/_Caddyfile', '/.htaccess'];
      for (const path of ['/nulle-part/', '/nulle-part.html', ...hidden]) {
        const { status, body } = await ask(server.address, path);
        expect(path === '/.htaccess' ? [403, 404] : [404], path).toContain(status);
        if (status === 404) expect(body, path).toBe(ours);
      }
    });

    test('names the types of our files', async () => {
      const calendar = readdirSync(siteFolder, { recursive: true, encoding: 'utf8' }).find((file) =>
        file.endsWith('.ics'),
      );
      for (const [path, type] of [
        ['/', 'text/html; charset=utf-8'],
        ['/nouveautes/flux.xml', 'application/rss+xml; charset=utf-8'],
        [`/${calendar ?? ''}`, 'text/calendar; charset=utf-8'],
        ['/favicon.svg', 'image/svg+xml'],
        [asset, /^(text|application)\/javascript/u],
      ] as const)
        expect((await ask(server.address, path)).headers['content-type'], path).toMatch(
          typeof type === 'string' ? new RegExp(`^${type.replace('+', '\\+')}`, 'u') : type,
        );
    });
  });
