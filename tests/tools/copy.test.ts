import { describe, expect, test } from 'vitest';
import { assetsIn, copyWords, markKept, printOf } from '../../src/offline/copy.ts';

const page = (body: string): string => `<html lang="fr"><head></head><body>${body}</body></html>`;

describe('two copies of a page', () => {
  test('have the same print when only their scripts differ', async () => {
    const one = await printOf(page('<main>a</main><script src="/assets/a.1.js"></script>'));
    const two = await printOf(page('<main>a</main><script src="/assets/a.2.js"></script>'));
    expect(one).toBe(two);
    expect(one).toMatch(/^[0-9a-f]{16}$/);
  });
  test('have the same print when a screen is drawn anew with the same words', async () => {
    const shown = (hash: string, alt: string): string =>
      page(`<img src="/assets/ecran-space.${hash}.svg" alt="${alt}">`);
    const one = await printOf(shown('00c0ffee', 'Bouton « Voter »'));
    expect(await printOf(shown('1badcafe', 'Bouton « Voter »'))).toBe(one);
    expect(await printOf(shown('1badcafe', 'Bouton « Entrer »'))).not.toBe(one);
  });
  test('have another print when a fact differs', async () => {
    expect(await printOf(page('17 h'))).not.toBe(await printOf(page('16 h')));
  });
});

describe('the mark of a kept copy', () => {
  test('holds the date of the server and the print', () => {
    const marked = markKept(page(''), 'Thu, 03 Dec 2026 13:05:00 GMT', 'f00');
    expect(marked).toContain(
      '<html data-kept="Thu, 03 Dec 2026 13:05:00 GMT" data-print="f00" lang',
    );
  });
  test('cannot be broken out of by a strange date', () => {
    expect(markKept(page(''), '"><script>', 'f00')).toContain('data-kept="script"');
  });
  test('leaves a page without a root tag alone', () => {
    expect(markKept('<!doctype html><title>x</title>', null, 'f00')).not.toContain('data-kept');
  });
});

describe('the date of a copy', () => {
  const now = new Date(2026, 11, 4);
  const plain = (words: string): string => words.replaceAll('\u00a0', ' ');
  test('is said in French, in the device’s own time', () => {
    const at = new Date(2026, 11, 3, 14, 5).toUTCString();
    expect(plain(copyWords(at, now))).toBe('copie du 3 déc., 14 h 05');
  });
  test('names the year when it is not this one', () => {
    const at = new Date(2025, 11, 3, 14, 5).toUTCString();
    expect(plain(copyWords(at, now))).toBe('copie du 3 déc. 2025, 14 h 05');
  });
  test('is never invented', () => {
    expect(copyWords('', now)).toBe('copie gardée, de date inconnue');
    expect(copyWords('script', now)).toBe('copie gardée, de date inconnue');
  });
});

test('the files that a page or a chunk names', () => {
  const text =
    '<script src="/assets/a.B1.js"></script><img src="/assets/b.C2.svg">import("./c.D3.js");import"./c.D3.js"';
  expect(assetsIn(text)).toEqual(['/assets/a.B1.js', '/assets/b.C2.svg', '/assets/c.D3.js']);
});
