// What the link of a report may carry: the day and path of a page of ours, nothing else.
import { expect, test } from 'vitest';
import { reportedPage } from '../../../src/scripts/report-words.ts';

test('a page and its day are read from the hash', () => {
  expect(reportedPage('#2026-11-26/elections/men-2026/dijon/')).toEqual({
    path: '/elections/men-2026/dijon/',
    day: '26/11/2026',
  });
  expect(reportedPage('#2026-11-26/')).toEqual({ path: '/', day: '26/11/2026' });
});

test.each([
  '',
  '#contenu',
  '#2026-11-26',
  '#2026-11-26//exemple.fr/',
  '#2026-11-26/appelez-le-0612345678/',
  '#2026-11-26/06-12-34-56-78/',
  '#2026-11-26/a/b/c/d/e/f/',
  '#2026-11-26/Écrivez à moi/',
  '#2026-11-26/%3Cb%3E/',
])('nothing else is: « %s »', (hash) => {
  expect(reportedPage(hash)).toBeNull();
});
