// Every built page, read as a careful reader would: nothing missing, nothing bare, nothing badly set, somebody to ask.
import { expect, test } from '@playwright/test';
import {
  archivePath,
  builtPages,
  emptyValues,
  gluedWords,
  headingFaults,
  oldRules,
  outwardLinks,
  provenLinks,
  typographyFaults,
  untestedContacts,
  type Page,
} from '../support/reading.ts';

const pages = builtPages();

/** « what: first page where it stands (and how many more) », so that one fault is one line. */
function faults(find: (page: Page) => readonly string[], among = pages): readonly string[] {
  const where = new Map<string, string[]>();
  for (const page of among)
    for (const fault of find(page)) where.set(fault, [...(where.get(fault) ?? []), page.path]);
  return [...where].map(
    ([fault, paths]) => `${fault} — ${paths[0] ?? ''} (${String(paths.length)})`,
  );
}

test('no value is missing: no empty line, no hole, no « undefined »', () => {
  expect(faults(emptyValues)).toEqual([]);
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

test('what leads out of the site was tried, or is official and recent; archives lead nowhere', () => {
  const proven = provenLinks(pages);
  const wrong = faults((page) =>
    outwardLinks(page).filter((href) => archivePath.test(page.path) || !proven.has(href)),
  );
  expect(wrong).toEqual([]);
});

test('an old year’s delay, length or number of tries stands only under « autrefois »', () => {
  expect(faults(oldRules)).toEqual([]);
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
