// What is new, on the page and in the feed: newest first, each with a name that stays, links that are whole or absent.
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import type { Correction } from '../../../src/lib/corrections.ts';
import { feedOf } from '../../../src/lib/feed.ts';
import { news } from '../../../src/lib/news.ts';
import { newsSchema } from '../../../src/schemas/news.ts';

const correction: Correction = {
  what: 'Fin du vote',
  value: 'jeudi 10 décembre à 17 h (Paris)',
  when: '2026-11-28',
  before: '10 décembre à 18 h',
  path: '/elections/men-2026/#dates',
};

type Item = {
  readonly title: string;
  readonly description: string;
  readonly link?: string;
  readonly pubDate: string;
  readonly guid: { readonly '#text': string; readonly isPermaLink: string };
};
type Feed = {
  readonly rss: { readonly channel: { readonly link: string; readonly item: readonly Item[] } };
};

const isFeed = (parsed: unknown): parsed is Feed =>
  typeof parsed === 'object' && parsed !== null && 'rss' in parsed;

/** The feed as another program reads it. */
async function read(host: string | null): Promise<Feed['rss']['channel']> {
  const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' });
  const parsed: unknown = parser.parse(await feedOf(news([correction]), host));
  if (!isFeed(parsed)) throw new Error('This is no feed.');
  return parsed.rss.channel;
}

describe('what is new', () => {
  test('the newest comes first, corrections with what was written before', () => {
    const all = news([correction]);
    expect(all[0]).toMatchObject({ title: 'Corrigé : Fin du vote', before: '10 décembre à 18 h' });
    const days = all.map(({ day }) => day);
    expect(days).toEqual([...days].sort().reverse());
  });

  test('a correction keeps its name when another comes', () => {
    const other = { ...correction, what: 'Ouverture du vote' };
    expect(news([other, correction]).map(({ anchor }) => anchor)).toContain(
      news([correction])[0]?.anchor,
    );
    const names = news([other, correction]).map(({ anchor }) => anchor);
    expect(new Set(names).size).toBe(names.length);
  });

  test('an address of another site is refused', () => {
    const lien = { vers: 'https://exemple.fr/', mots: 'Là-bas' };
    const one = { ancre: 'x', le: '2026-11-26', titre: 'X', texte: 'X.', lien };
    const { error } = newsSchema.safeParse({ nouveautes: [one] });
    expect(error?.issues[0]?.message).toMatch(/Écrire une page de ce site/u);
  });
});

describe('the feed', () => {
  test('tells every entry in the order of the page', async () => {
    const { item } = await read(null);
    expect(item.map(({ guid }) => guid['#text'])).toEqual(
      news([correction]).map(({ anchor }) => `isoloir-${anchor}`),
    );
    for (const { guid } of item) expect(guid.isPermaLink).toBe('false');
  });

  test('a correction says what was there before', async () => {
    const { item } = await read(null);
    expect(item[0]?.description.replace(/\s/gu, ' ')).toContain('Avant : 10 décembre à 18 h.');
    expect(new Date(item[0]?.pubDate ?? '').toISOString()).toBe('2026-11-28T11:00:00.000Z');
  });

  test('a copy that does not know its address invents no link, and names the page in words', async () => {
    const { link, item } = await read(null);
    expect(link).toMatch(/^urn:uuid:[0-9a-f-]{36}$/u);
    for (const one of item) {
      expect(one.link).toBeUndefined();
      expect(one.description).toMatch(/À lire sur ce site, page \/\S*$/u);
    }
  });

  test('a copy that knows it links to its own pages, whole', async () => {
    const { link, item } = await read('copie.example');
    expect(link).toBe('https://copie.example/nouveautes/');
    expect(item[0]?.link).toBe('https://copie.example/elections/men-2026/#dates');
    for (const one of item) expect(one.link).toMatch(/^https:\/\/copie\.example\//u);
  });
});
