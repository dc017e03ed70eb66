// Pictures kept between builds: drawn once, read the same, and never mistaken for another.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { filesOf } from '../../../src/tools/dist.ts';
import { keptPictureOf } from '../../../src/pictures/kept.ts';
import { pictureOf } from '../../../src/pictures/picture.ts';
import type { Wanted } from '../../../src/pictures/standing.ts';

const password: Wanted = { screen: 'password', exercise: null };
let cache = '';

beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'isoloir-pictures-'));
});
afterEach(() => rmSync(cache, { recursive: true }));

const kept = (): readonly string[] =>
  filesOf(cache)
    .filter((file) => file.endsWith('.json'))
    .map((file) => join(cache, file));
const asked = (edition: string, academy: string, wanted = password) =>
  keptPictureOf(edition, academy, wanted, cache);

test('what is read again is what was drawn', () => {
  const drawn = pictureOf('men-2018', 'grenoble', password);
  expect(drawn).not.toBeNull();
  expect(asked('men-2018', 'grenoble')).toEqual(drawn);
  expect(kept()).toHaveLength(1);
  expect(asked('men-2018', 'grenoble')).toEqual(drawn);
  expect(kept()).toHaveLength(1);
});

test('the second time, nothing is drawn: the file answers', () => {
  asked('men-2018', 'grenoble');
  const [file = ''] = kept();
  writeFileSync(file, readFileSync(file, 'utf8').replace('"width":300', '"width":301'));
  expect(asked('men-2018', 'grenoble')?.width).toBe(301);
});

test('another election, academy, screen or exercise is another picture', () => {
  asked('men-2018', 'grenoble');
  asked('men-2014', 'grenoble');
  asked('men-2018', 'amiens');
  asked('men-2018', 'grenoble', { screen: 'booth', exercise: null });
  asked('men-2018', 'grenoble', { screen: 'password', exercise: 'parcours-complet' });
  expect(kept()).toHaveLength(5);
});

test('what older sources drew is thrown away', () => {
  mkdirSync(join(cache, 'older'));
  writeFileSync(join(cache, 'older/one.json'), 'null');
  asked('men-2018', 'grenoble');
  expect(kept()).toHaveLength(1);
  expect(kept()[0]).not.toContain('older');
});

test('that no exercise shows a screen is kept too', () => {
  expect(asked('men-2018', 'grenoble', { screen: 'no-such-screen', exercise: null })).toBeNull();
  expect(asked('men-2018', 'grenoble', { screen: 'no-such-screen', exercise: null })).toBeNull();
  expect(kept()).toHaveLength(1);
});
