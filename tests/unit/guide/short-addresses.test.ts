import { describe, expect, test } from 'vitest';
import { existsSync } from 'node:fs';
import { currentAcademies } from '../../../src/lib/current.ts';
import { shortAddresses } from '../../../src/lib/short-addresses.ts';
import { slugOf } from '../../../src/lib/slug.ts';
import { parseRedirects, printRedirects } from '../../../src/tools/hosts/redirects.ts';
import { leadingPage } from '../../../src/tools/short-addresses.ts';
import { isRedirect } from '../../../src/tools/dist.ts';

const { leads, shared } = shortAddresses();
const now = (academy: string) => `/elections/men-2026/${academy}/`;

describe('short addresses', () => {
  test('a name is typed without accents, capitals or apostrophes', () => {
    expect(slugOf('Villeneuve-d’Ascq')).toBe('villeneuve-d-ascq');
    expect(slugOf('Schœlcher')).toBe('schoelcher');
    expect(slugOf('2A')).toBe('2a');
  });
  test('lead to the page of the academy from its name, its departments, their numbers and its towns', () => {
    for (const from of ['grenoble', '38', '07', 'isere', 'haute-savoie', 'chambery'])
      expect(leads.get(`/${from}/`), from).toBe(now('grenoble'));
    for (const from of ['2a', '2b', '20', 'bastia'])
      expect(leads.get(`/${from}/`), from).toBe(now('corse'));
    expect(leads.get('/976/')).toBe(now('mayotte'));
    expect(leads.get('/988/')).toBe(now('nouvelle-caledonie'));
    expect(leads.get('/reunion/')).toBe(now('la-reunion'));
  });
  test('academies that were joined since lead to today’s', () => {
    expect(leads.get('/caen/')).toBe(now('normandie'));
    expect(leads.get('/elections/men-2026/rouen/')).toBe(now('normandie'));
  });
  test('every academy and every department has its own', () => {
    for (const { id, departments } of currentAcademies()) {
      expect(leads.get(`/${id}/`)).toBe(now(id));
      for (const { code } of departments)
        expect(leads.get(`/${code.toLowerCase()}/`)).toBe(now(id));
    }
  });
  test('a name that several academies answer to leads to none of them by itself', () => {
    expect(shared.map(({ slug }) => slug).sort()).toEqual([
      'saint-denis',
      'saint-pierre',
      'sainte-marie',
      'vienne',
    ]);
    for (const { slug, academies } of shared) {
      expect(leads.has(`/${slug}/`)).toBe(false);
      expect(academies.length).toBeGreaterThan(1);
    }
  });
  test('none takes the place of a page of the site', () => {
    for (const from of leads.keys()) expect(existsSync(`src/pages${from}`), from).toBe(false);
  });
  test('a former address arrives at a page that does not move again', () => {
    for (const to of leads.values()) expect(leads.has(to), to).toBe(false);
  });
});

describe('the files of hosts', () => {
  test('what `_redirects` says is read back the same, within the 2,000 lines that hosts allow', () => {
    const text = printRedirects(leads);
    expect(text.split('\n').length).toBeLessThan(2_000);
    const read = parseRedirects(text);
    expect(read.get('/38/')).toBe(now('grenoble'));
    expect(read.get('/38')).toBe(now('grenoble'));
    expect(parseRedirects('# a note\n\n/a /b 302\n')).toEqual(new Map([['/a', '/b']]));
  });
  test('a host that reads neither finds a tiny page that leads on, also by hand', () => {
    const page = leadingPage('/g/', '');
    expect(isRedirect(page)).toBe(true);
    expect(page).toContain('<a href="/g/">');
    expect(page).toContain('On ne vote pas ici.');
    expect(page).toContain('noindex');
  });
  test('a messenger that is given the short address shows the page it leads to', () => {
    const metas = [
      '<meta name="description" content="Trois gestes.">',
      '<meta property="og:title" content="Grenoble">',
      '<meta property="og:image" content="/apercus/grenoble.png">',
    ];
    const target = `<head><title>Grenoble</title>${metas.join('\n')}<meta name="theme-color" content="#fff"></head>`;
    const page = leadingPage('/g/', target);
    for (const said of ['<title>Grenoble</title>', ...metas]) expect(page).toContain(said);
    expect(page).not.toContain('theme-color');
    expect(page.match(/<title>/gu)).toHaveLength(1);
  });
});
