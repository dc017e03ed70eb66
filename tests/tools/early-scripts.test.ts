import { expect, test } from 'vitest';
import { withEarlyScripts } from '../../src/tools/early-scripts.ts';

const files: Readonly<Record<string, string>> = {
  'assets/main.js':
    'import{a}from"./lib.js";import"./base.js";a(()=>import("./desk.js"),()=>import(`./rare.js`))',
  'assets/lib.js': 'import{b}from"./base.js";export let a=b',
  'assets/base.js': 'export let b=1',
};
const read = (file: string): string => files[file] ?? '';
const page =
  '<!doctype html><html><body><p>a</p><script type="module" src="/assets/main.js"></script></body></html>';

test('the page names at its end what its scripts name in turn, once, and what comes later behind', () => {
  expect(withEarlyScripts(page, read, /rare/u)).toBe(
    page.replace(
      '</body>',
      '<link rel="modulepreload" href="/assets/lib.js"><link rel="modulepreload" href="/assets/base.js"><link rel="modulepreload" href="/assets/desk.js" fetchpriority="low"></body>',
    ),
  );
});

test('a page without module scripts stays as it is', () => {
  const plain = '<!doctype html><html><body><p>a</p></body></html>';
  expect(withEarlyScripts(plain, read, /rare/u)).toBe(plain);
});
