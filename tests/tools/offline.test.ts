import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readBundle } from '../../src/offline/bundle.ts';
import { carriedPaths, writePageList } from '../../src/tools/offline.ts';

const dir = mkdtempSync(join(tmpdir(), 'isoloir-carried-'));
const put = (file: string, html: string): void => {
  mkdirSync(join(dir, file, '..'), { recursive: true });
  writeFileSync(join(dir, file), html);
};
put('index.html', '<a href="/aider/" data-carry>a</a> <a href="/memo/">b</a>');
put('aider/index.html', '<a data-carry href="/aider/parent/#message">c</a><a href="/" >d</a>');
put('aider/parent/index.html', '<a href="/aider/" data-carry>e</a>');
afterAll(() => rmSync(dir, { recursive: true }));

describe('pages kept unread', () => {
  test('are those to which a marked link leads, each once, whatever its anchor', () => {
    expect(carriedPaths(dir)).toEqual(['/aider/', '/aider/parent/']);
  });
});

describe('« tout garder »', () => {
  test('names each bundle with its weight and its pages, and a bundle holds them', () => {
    expect(writePageList(dir)).toBe(3);
    const list = readFileSync(join(dir, 'data/pages.json'), 'utf8');
    const bundle =
      /^\[\{"bundle":"(\/data\/liasses\/[0-9a-f]{12}\.json)","bytes":\d+,"pages":\["\/aider\/","\/aider\/parent\/","\/"\]\}\]$/u.exec(
        list,
      )?.[1];
    const inside = readBundle(JSON.parse(readFileSync(join(dir, bundle ?? ''), 'utf8')));
    expect(inside?.map(({ path }) => path)).toEqual(['/aider/', '/aider/parent/', '/']);
  });
});
