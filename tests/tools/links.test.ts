// Links that lead nowhere stop the build, in French; official addresses are listed, and asked only where a network is.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { lostLinks, lostWords } from '../../src/tools/inner-links.ts';
import { networkReport } from '../../src/tools/links.ts';
import {
  addressLine,
  officialAddresses,
  tryAddresses,
  type Ask,
} from '../../src/tools/outer-links.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** A built site of these files; `/memo/` is always there, with one place. */
function site(files: Readonly<Record<string, string>>): string {
  const dir = mkdtempSync(join(tmpdir(), 'isoloir-links-'));
  folders.push(dir);
  const all = { 'memo/index.html': '<h1 id="haut">Aide-mémoire</h1>', ...files };
  for (const [file, text] of Object.entries(all)) {
    mkdirSync(dirname(join(dir, file)), { recursive: true });
    writeFileSync(join(dir, file), text);
  }
  return dir;
}
const said = (html: string, more: Readonly<Record<string, string>> = {}) =>
  lostWords(lostLinks(site({ 'index.html': html, ...more }))) ?? '';

describe('inside the site', () => {
  test.each([
    ['<a href="/memo/#haut">x</a><a href="/memo/">x</a>', 'a page and its place'],
    ['<p id="ici"><a href="#ici">x</a><a href="">x</a>', 'a place of the page itself'],
    ['<a href="/nouveautes/flux.xml">x</a>', 'a file that is no page'],
    ['<a href="/signaler/#2026-11-26/memo/">x</a>', 'a state that a script reads'],
    ['<a href="https://exemple.fr/rien">x</a><a href="tel:3000">x</a>', 'what leaves the site'],
    ['<!-- <a href="/rien/"> --><script>const a = \'<a href="/rien/">\';</script>', 'no markup'],
    ['<p id="été"><a href="#%C3%A9t%C3%A9">x</a>', 'an escaped name'],
  ])('%s is sound: %s', (html) => {
    const more = { 'nouveautes/flux.xml': '<rss/>', 'signaler/index.html': '<h1>x</h1>' };
    expect(said(html, more)).toBe('');
  });

  test.each([
    ['<a href="/memmo/">x</a>', 'lien « /memmo/ » : cette page n’existe pas.', '/memo/'],
    ['<a href="/memo">x</a>', 'cette page n’existe pas.', 'Écrire plutôt : /memo/'],
    ['<a href="/memo/#haute">x</a>', 'la page /memo/ n’a pas cet endroit.', '/memo/#haut'],
    ['<a href="#nulle-part">x</a>', 'lien « #nulle-part »', 'Enlever ce qui suit le #'],
    ['<img src="/image.png" alt="">', 'lien « /image.png »', 'enlever le lien'],
    ['<script src="/assets/perdu.js"></script>', 'lien « /assets/perdu.js »', ''],
    ['<meta http-equiv="refresh" content="0;url=/memmo/">', 'lien « /memmo/ »', '/memo/'],
    ['<meta property="og:image" content="/apercu.png">', 'lien « /apercu.png »', ''],
    ['<a href="http://">x</a>', 'lien « http:// »', ''],
  ])('%s is said', (html, ...words) => {
    const sentence = said(html);
    expect(sentence).toMatch(/^Page \/, lien « /u);
    for (const word of words) expect(sentence).toContain(word);
    expect(sentence).toContain('rien n’est publié');
  });

  test('a fault of a frame that all pages share is one fault', () => {
    const sentence = said('<a href="/rien/">x</a>', {
      'a/index.html': '<a href="/rien/">x</a>',
      'b/index.html': '<a href="/rien/">x</a>',
    });
    expect(sentence).toContain('(et 2 autres)');
    expect(sentence).toContain('Un lien ne mène nulle part');
  });

  test('many faults still hold in ten lines', () => {
    const html = Array.from({ length: 40 }, (_, n) => `<a href="/rien-${String(n)}/">x</a>`);
    const sentence = said(html.join(''));
    expect(sentence.split('\n').length).toBeLessThanOrEqual(10);
    expect(sentence).toContain('40 liens');
  });
});

test('official addresses are listed once each, with who saw them', () => {
  const all = officialAddresses();
  const names = all.map(({ address }) => address);
  expect(names.length).toBeGreaterThan(50);
  expect(names).toEqual([...new Set(names)].sort());
  const one = { address: 'www.ac-exemple.fr', file: 'content/sources.yaml' };
  expect(addressLine({ ...one, seenOn: '2026-11-24' })).toBe(
    'www.ac-exemple.fr — vu par une personne le 24 nov. 2026 (content/sources.yaml)',
  );
  expect(addressLine({ ...one, seenOn: null })).toContain('aucune personne');
});

/** A network of our own: what each host does. */
const network =
  (hosts: Readonly<Record<string, () => Response>>): Ask =>
  (url) => {
    const does = hosts[new URL(url).hostname];
    if (does) return Promise.resolve(does());
    return Promise.reject(
      Object.assign(new TypeError('fetch failed'), { cause: { code: 'ETIMEDOUT' } }),
    );
  };
const fails = (code: string) => (): never => {
  throw Object.assign(new TypeError('fetch failed'), { cause: { code } });
};
const landing = (url: string) => () =>
  Object.defineProperty(new Response('x'), 'url', { value: url });

describe('where a network is', () => {
  const hosts = {
    'a.fr': () => new Response('x'),
    'b.fr': () => new Response('x', { status: 404 }),
    'c.fr': landing('https://casino.example/'),
    'd.fr': landing('https://www.d.fr/ici'),
    'e.fr': fails('CERT_HAS_EXPIRED'),
    'f.fr': () => new Response('x', { status: 503 }),
  };

  test('each answer has its sentence; what is gone is red', async () => {
    const { lines, isRed } = await networkReport([...Object.keys(hosts), 'g.fr'], network(hosts));
    expect(lines).toEqual([
      'b.fr : la page n’est plus là (réponse 404).',
      'c.fr : elle mène maintenant à un autre hôte, casino.example : à regarder.',
      'e.fr : son certificat est refusé (CERT_HAS_EXPIRED) : à regarder.',
      'f.fr : réponse 503 : à regarder avec un navigateur.',
      'g.fr : pas de réponse.',
      '2 adresses répondent, 5 à regarder.',
    ]);
    expect(isRed).toBe(true);
  });

  test('an address that stays silent among others is no fault', async () => {
    const { isRed } = await networkReport(['a.fr', 'g.fr'], network(hosts));
    expect(isRed).toBe(false);
  });

  test.each([['ETIMEDOUT'], ['ENOTFOUND'], ['EAI_AGAIN'], ['ECONNREFUSED']])(
    'where none is (%s), it says so plainly, after a few, and is not red',
    async (code) => {
      let asked = 0;
      const nobody: Ask = () => {
        asked += 1;
        return Promise.reject(Object.assign(new TypeError('fetch failed'), { cause: { code } }));
      };
      const many = Array.from({ length: 95 }, (_, n) => `h${String(n)}.fr`);
      const { lines, isRed } = await networkReport(many, nobody);
      expect(lines.join()).toContain('Rien n’a été vérifié');
      expect(isRed).toBe(false);
      expect(asked).toBeLessThan(20);
    },
  );

  test('a host that never ends is left alone in time', async () => {
    const never: Ask = (_, { signal }) =>
      new Promise((__, fail) => {
        signal?.addEventListener('abort', () => {
          fail(new Error('aborted'));
        });
      });
    expect(await tryAddresses(['a.fr'], never, 20)).toEqual([
      { address: 'a.fr', kind: 'silent', words: 'pas de réponse.' },
    ]);
  });
});
