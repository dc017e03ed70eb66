import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { grow } from '../../src/tools/bench/growth.ts';
import { ratioOf, table, type Figure } from '../../src/tools/bench/figure.ts';
import { linkFigures } from '../../src/tools/bench/links.ts';
import { firstScripts, staticImports } from '../../src/tools/bench/site.ts';
import { closureOf, isGuidePage, isRedirect, pathOf } from '../../src/tools/dist.ts';
import { precachedFiles } from '../../src/tools/offline.ts';

let dir: string;
const put = (file: string, text: string): void => {
  mkdirSync(join(dir, file, '..'), { recursive: true });
  writeFileSync(join(dir, file), text);
};
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'isoloir-dist-'));
  put(
    'simulateur/index.html',
    '<html><astro-island component-url="/assets/desk.A1.js" renderer-url="/assets/client.B2.js"></astro-island><link rel="modulepreload" href="/assets/print.D4.js" fetchpriority="low"></html>',
  );
  put(
    'assets/desk.A1.js',
    'import{a}from"./core.C3.js";const later=()=>import("./print.D4.js"),again=()=>import("./review.F6.js");',
  );
  put('assets/core.C3.js', 'export const a=1;');
  put('assets/client.B2.js', 'export*from"./core.C3.js";');
  put('assets/print.D4.js', 'export const go=1;');
  put('assets/review.F6.js', 'import"./core.C3.js";');
  put('assets/guide.E5.js', 'export const guide=1;');
  put('hors-ligne/index.html', '<html></html>');
  put('index.html', '<html><script src="/assets/guide.E5.js"></script></html>');
  put('data/men-2018.json', '{}');
  put('data/pages.json', '[]');
  put('data/liasses/0123.json', '{}');
  put('favicon.svg', '<svg/>');
});
afterAll(() => rmSync(dir, { recursive: true }));

describe('the first scripts of the simulator', () => {
  test('are those of its islands and what they import at once', () => {
    const names = ['/assets/client.B2.js', '/assets/core.C3.js', '/assets/desk.A1.js'];
    expect(firstScripts(dir)).toEqual(names);
  });
  test('what comes while the start card is read is counted beside them', () => {
    const more = firstScripts(dir, 'with').filter((file) => !firstScripts(dir).includes(file));
    expect(more).toEqual(['/assets/print.D4.js']);
  });
  test('an import that waits is none', () => {
    expect(staticImports('import"./a.js";import("./b.js");export{x}from"./c.js"')).toEqual([
      './a.js',
      './c.js',
    ]);
  });
});

describe('the precache', () => {
  test('holds the simulator whole, lazy scripts too, but for the review, and nothing of the guide', () => {
    const closure = closureOf(dir, 'simulateur/index.html');
    expect(closure).toContain('assets/print.D4.js');
    expect(closure).toContain('assets/review.F6.js');
    expect(precachedFiles(dir)).toEqual([
      'assets/client.B2.js',
      'assets/core.C3.js',
      'assets/desk.A1.js',
      'assets/print.D4.js',
      'data/men-2018.json',
      'favicon.svg',
      'hors-ligne/index.html',
      'simulateur/index.html',
    ]);
  });
});

test('a file of the site and its path', () => {
  expect(pathOf('index.html')).toBe('/');
  expect(pathOf('elections/men-2018/index.html')).toBe('/elections/men-2018/');
  expect(pathOf('404.html')).toBe('/404.html');
  expect(
    ['index.html', 'a/index.html', '404.html', 'simulateur/index.html'].filter(isGuidePage),
  ).toEqual(['index.html', 'a/index.html']);
  expect(isRedirect('<meta http-equiv="Refresh" content="0;url=/a/">')).toBe(true);
});

describe('a figure against what is asked', () => {
  const figure = (value: number | null, budget: Figure['budget']): Figure => ({
    name: 'x',
    value,
    unit: 'o',
    budget,
  });
  test('at most one is good, whichever way it goes', () => {
    expect(ratioOf(figure(50, { most: 100 }))).toBe(0.5);
    expect(ratioOf(figure(200, { least: 100 }))).toBe(0.5);
    expect(ratioOf(figure(null, { most: 100 }))).toBeNull();
    expect(ratioOf(figure(1, null))).toBeNull();
  });
  test('says what is too much and what is not there yet', () => {
    expect(table([figure(200, { most: 100 })])).toContain('✗');
    expect(table([figure(null, { most: 100 })])).toContain('pas encore');
  });
});

test('the links of exercises have their figures, within what is asked', () => {
  const figures = linkFigures();
  expect(figures.map(({ unit }) => unit)).toEqual(['signes', 'signes', 'carrés']);
  for (const figure of figures) expect(ratioOf(figure) ?? 0, figure.name).toBeLessThanOrEqual(1);
  // The white around included: few enough squares for a wall.
  expect(figures[2]?.value ?? Infinity).toBeLessThanOrEqual(49);
});

test('a copy of the project with one tutorial alone still builds: the bench grows it to 1,200', async () => {
  const { pages, weight } = await grow(1);
  expect(pages).toBe(1);
  expect(weight.brotli).toBeGreaterThan(1000);
});
