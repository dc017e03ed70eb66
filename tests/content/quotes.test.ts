/** « Documenté » means: these words stand in the document, letter for letter. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { editionIds, loadEdition } from '../../src/lib/editions.ts';
import { listFolder, readFrontMatter } from '../../src/schemas/read.ts';
import { mailSchema } from '../../src/schemas/mail.ts';

const folder = join(import.meta.dirname, '../fixtures/documents');

/** Spaces, apostrophes and the backslashes of Markdown do not count; letters, case and punctuation do. */
function normalised(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll('\\', '')
    .replace(/[’‘]/gu, "'")
    .replace(/\*\*/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/ (?=[;:!?»])/gu, '')
    .replace(/« /gu, '«')
    .trim();
}

const documents = new Map<string, string>();
function documentOf(source: string): string | null {
  const path = join(folder, `${source}.txt`);
  if (!existsSync(path)) return null;
  const known = documents.get(source) ?? normalised(readFileSync(path, 'utf8'));
  documents.set(source, known);
  return known;
}

/** No picture of 2022 was found: its labels stand between « » in lines of our facts, each with the key of its source. */
const factKeys: Readonly<Record<string, string>> = {
  '2022-snes': 'SNES1',
  '2022-sundep': 'SUNDEP',
  'se-unsa-66-2022': 'UNSA66',
  'se-unsa-aix-2022': 'UNSA-AIX',
  'sgen-versailles-2022': 'SGEN-VERS',
};
const facts = readFileSync(join(import.meta.dirname, '../fixtures/facts-2022.txt'), 'utf8')
  .split('\n')
  // The table of the vote names its one source above it.
  .map((line) => (/^\| V\d/u.test(line) ? `${line} [SNES1]` : line))
  .map(normalised);

function isInFacts(words: string, source: string): boolean {
  const key = factKeys[source];
  const quoted = `«${normalised(words)}»`;
  return facts.some((line) => line.includes(quoted) && line.includes(`[${key ?? '?'}]`));
}

function isIn(words: string, sources: readonly string[]): boolean {
  return sources.some(
    (source) =>
      (documentOf(source)?.includes(normalised(words)) ?? false) || isInFacts(words, source),
  );
}

describe.each(editionIds())('%s', (id) => {
  const edition = loadEdition(id);
  const quoted = Object.values(edition.screens).flatMap((screen) =>
    screen.quoted.map((words) => ({ screen: screen.id, words, sources: screen.sources })),
  );

  test('has documented screens, and they quote something', () => {
    const documented = Object.values(edition.screens).filter(({ mark }) => mark === 'documented');
    expect(documented.length).toBeGreaterThan(5);
    expect(documented.filter((screen) => screen.quoted.length === 0)).toEqual([]);
  });

  test('quotes nothing that its documents do not say', () => {
    const invented = quoted.filter(({ words, sources }) => !isIn(words, sources));
    expect(invented.map(({ screen, words }) => `${screen} : ${words}`)).toEqual([]);
  });

  test('shows every word it quotes', () => {
    const unseen = quoted.filter(({ screen, words }) => {
      const shown = JSON.stringify({ ...edition.screens[screen], quoted: [] });
      // What a profile or an identity card shows is drawn by its kind, not written in the registry.
      const drawn = ['identity', 'profile'].includes(edition.screens[screen]?.kind ?? '');
      return !drawn && !shown.includes(JSON.stringify(words).slice(1, -1));
    });
    expect(unseen).toEqual([]);
  });

  test('keeps the subjects of the documented mails', () => {
    const mails = listFolder(`content/courriels/${id}`, '.md').map(({ path }) =>
      readFrontMatter(path, mailSchema),
    );
    const cited = mails.filter(({ data }) => data.sujet_cite);
    expect(cited.length).toBeGreaterThan(0);
    const wrong = cited.filter(
      ({ data }) => !isIn(data.sujet, [data.source ?? '', ...(data.d_apres ?? [])]),
    );
    expect(wrong.map(({ data }) => data.sujet)).toEqual([]);
  });
});

test('the counter of 2018 is the one of its document', () => {
  const { opensIn, closesIn } = loadEdition('men-2018').words;
  expect(isIn((opensIn ?? '').replace('{jours}', '13'), ['document-004'])).toBe(true);
  expect(isIn((closesIn ?? '').replace('{jours}', '2'), ['document-004'])).toBe(true);
  expect(loadEdition('men-2014').words).not.toHaveProperty('opensIn');
  expect(loadEdition('men-2022').words).not.toHaveProperty('opensIn');
});

test('a label of 2022 is a whole quotation, of the source that the screen names', () => {
  expect(isIn('Je veux voter', ['2022-snes'])).toBe(true);
  expect(isIn('Je veux', ['2022-snes'])).toBe(false);
  expect(isIn('Je veux voter', ['se-unsa-66-2022'])).toBe(false);
});
