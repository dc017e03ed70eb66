// Every built page, read as a careful reader would: nothing missing, nothing bare, nothing badly set, somebody to ask.
import { glossary } from '../../src/lib/glossary.ts';
import { breachesOf, presentTextOf, withoutWords } from '../support/forbidden-2026.ts';
import {
  archivePath,
  besideText,
  builtPages,
  emptyValues,
  emptyWords,
  gluedWords,
  headingFaults,
  oldRules,
  oldWords,
  outwardLinks,
  provenLinks,
  searchAnswers,
  sentFiles,
  typographyFaults,
  unsourcedTerms,
  untestedContacts,
  wordFaults,
  type Page,
  type Told,
} from '../support/reading.ts';
import { expect, test } from '../support/guide-test.ts';

const pages = builtPages();
/** What is read aloud, shown by a messenger, answered by the search, kept in a calendar or a reader of feeds. */
const answers = searchAnswers();
const told: readonly Told[] = [...pages.map(besideText), ...sentFiles(), ...answers];

/** Where the strict list of what nobody knows applies (as on pages, tests/e2e/pages.spec.ts); calendars are about the vote. */
const voteWords = (path: string): boolean =>
  path === '/' ||
  /^\/(?:elections\/men-2026|ca-bloque|memo|aider|partager|signaler|nouveautes|glossaire)\//u.test(
    path,
  );

/** « what: first page where it stands (and how many more) », so that one fault is one line. */
const faults = (find: (page: Page) => readonly string[]) => faultsIn(pages, find);
function faultsIn<Read extends { readonly path: string }>(
  among: readonly Read[],
  find: (one: Read) => readonly string[],
): readonly string[] {
  const where = new Map<string, string[]>();
  for (const one of among)
    for (const fault of find(one)) where.set(fault, [...(where.get(fault) ?? []), one.path]);
  return [...where].map(
    ([fault, paths]) => `${fault} — ${paths[0] ?? ''} (${String(paths.length)})`,
  );
}

test('no value is missing: no empty line, no hole, no « undefined »', () => {
  expect(faults(emptyValues)).toEqual([]);
});

test('feeds, calendars and what is read aloud are looked at: none of them is missed', () => {
  const kinds = [/\.ics$/u, /\.xml$/u, /^\/ca-bloque\//u].map((kind) =>
    told.filter(({ path, words }) => kind.test(path) && words.length > 2),
  );
  for (const kind of kinds) expect(kind.length).toBeGreaterThan(0);
  expect(answers.length).toBeGreaterThan(150);
});

test('no name read aloud, description, line of a feed or of a calendar is empty', () => {
  expect(faultsIn(told, emptyWords)).toEqual([]);
});

test('what is read beside a page says no more of the coming vote than the page may', () => {
  const said = told.filter(({ path }) => !archivePath.test(path) && path !== '/simulateur/');
  expect(
    faultsIn(said, ({ path, words }) =>
      breachesOf(words.join(' \n'), voteWords(path) ? 'vote' : 'everywhere').map(
        ({ name, found }) => `${name}: « ${found} »`,
      ),
    ),
  ).toEqual([]);
});

test('the glossary says no more of the coming vote than the page of an academy may', () => {
  const words = glossary().flatMap(({ anchor, word, forms, others }) => ({
    anchor,
    words: [word, ...forms, ...others],
  }));
  const entries = pages
    .filter(({ path }) => path === '/glossaire/')
    .flatMap(({ main }) => main.split(/(?=<h2\b)/u));
  expect(entries.length).toBeGreaterThan(words.length);
  const breaches = entries.slice(1).flatMap((entry) => {
    const own = words.find(({ anchor }) => entry.includes(`id="${anchor}"`))?.words ?? [];
    return breachesOf(withoutWords(presentTextOf(entry), own), 'vote');
  });
  expect(breaches).toEqual([]);
});

test('the glossary asserts nothing without its source', () => {
  const read = pages.filter(({ path }) => path === '/glossaire/');
  expect(faultsIn(read, unsourcedTerms)).toEqual([]);
});

test('French signs and their spaces are right beside the text too: names read aloud, feed, calendars', () => {
  expect(faultsIn(told, wordFaults)).toEqual([]);
});

test('French signs and their spaces are right, in titles and descriptions too', () => {
  expect(faults(typographyFaults)).toEqual([]);
});

test('no two words are kept apart by the style sheet alone', () => {
  expect(faults(gluedWords)).toEqual([]);
});

test('each page has one title, and no level of heading is jumped over', () => {
  expect(faults(headingFaults)).toEqual([]);
});

test('titles and descriptions are there, and no two pages share one', () => {
  for (const pattern of [/<title>([^<]*)/u, /<meta name="description" content="([^"]*)/u]) {
    const seen = new Map<string, string>();
    for (const { path, html } of pages) {
      const words = pattern.exec(html)?.[1] ?? '';
      expect(words.length, path).toBeGreaterThan(15);
      expect(seen.get(words), `${path}: « ${words} »`).toBeUndefined();
      seen.set(words, path);
    }
  }
});

test('no contact that nobody tried is called « vérifié »', () => {
  expect(faults(untestedContacts)).toEqual([]);
});

test('what leads out of the site says beside it that it was tried, or is official and recent; archives lead nowhere', () => {
  const wrong = faults((page) => {
    const proven = provenLinks(page);
    return outwardLinks(page).filter((href) => archivePath.test(page.path) || !proven.has(href));
  });
  expect(wrong).toEqual([]);
});

test('an old year’s delay, length, size or number of tries stands only under « autrefois »', () => {
  expect([...faults(oldRules), ...faultsIn(told, oldWords)]).toEqual([]);
});

test('there is a person to ask on every page, or one link away', () => {
  const withPersons = new Set(
    pages.filter(({ html }) => html.includes('data-persons')).map(({ path }) => path),
  );
  const alone = pages.filter(
    ({ path, html }) =>
      !withPersons.has(path) &&
      ![...html.matchAll(/<a\b[^>]*href="(\/[^"#]*)#(?:aide|demander|qui-appeler)"/gu)].some(
        ([, to = '']) => withPersons.has(to),
      ),
  );
  expect(alone.map(({ path }) => path)).toEqual([]);
});
