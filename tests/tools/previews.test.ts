// The pictures that a chat shows beside a link: what they say, their size, their cost.
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { currentAcademies, currentEdition, situations, votingDays } from '../../src/lib/current.ts';
import { previewOf, previewSize, previews, wholeAddress } from '../../src/lib/previews.ts';
import { typeset } from '../../src/lib/typography.ts';
import { drawPreview } from '../../src/tools/preview-drawing.ts';
import { paint } from '../../src/tools/preview-paint.mjs';
import { writePreviews, type Drawn } from '../../src/tools/previews.ts';

const folder = mkdtempSync(join(tmpdir(), 'isoloir-previews-'));
const cache = join(folder, 'cache');
let first: Drawn;
let second: Drawn;

beforeAll(async () => {
  first = await writePreviews(join(folder, 'one'), cache);
  second = await writePreviews(join(folder, 'two'), cache);
}, 120_000);
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const text = (svg: string) =>
  [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/gu)].map(([, words]) => words).join('');
const squeeze = (words: string) => words.replace(/\s/gu, '');

describe('the previews', () => {
  test('there is one for each academy that votes, one for each situation, and one for the rest', () => {
    const paths = previews().map(({ path }) => path);
    expect(new Set(paths).size).toBe(currentAcademies().length + situations().length + 1);
    expect(paths).toHaveLength(new Set(paths).size);
  });

  test('each file is there, 1200 × 630 and at most 40 KB', () => {
    for (const { path } of previews()) {
      const png = readFileSync(join(folder, 'one', path));
      expect(png.subarray(1, 4).toString()).toBe('PNG');
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([
        previewSize.width,
        previewSize.height,
      ]);
      expect(png.length, path).toBeLessThanOrEqual(40_000);
    }
    expect([previewSize.width, previewSize.height]).toEqual([1200, 630]);
  });

  test('a second build draws nothing and gives the same files', () => {
    expect(first).toMatchObject({ drawn: previews().length, kept: 0 });
    expect(second).toMatchObject({ drawn: 0, kept: previews().length });
    for (const name of readdirSync(join(folder, 'one/apercus')))
      expect(readFileSync(join(folder, 'two/apercus', name))).toEqual(
        readFileSync(join(folder, 'one/apercus', name)),
      );
  });

  test('drawn again without a cache, a picture has the same bytes', async () => {
    const one = previews()[7];
    if (!one) throw new Error('No preview');
    const again = await paint(await drawPreview(one.words));
    expect(Buffer.from(again)).toEqual(readFileSync(join(folder, 'one', one.path)));
  });

  test('each says its title, the days of the vote, and that nobody votes here', async () => {
    for (const { words } of previews()) {
      const said = squeeze(text(await drawPreview(words, true)));
      expect(said).toContain(squeeze(words.title));
      expect(said).toContain(squeeze(typeset(`Vote ${votingDays(currentEdition())}`)));
      expect(said).toContain(squeeze('Isoloir, pour s’entraîner. On ne vote pas ici.'));
    }
  });

  test('no word is cut, whatever the name', async () => {
    for (const { words } of previews()) {
      const svg = await drawPreview(words, true);
      const boxes = [...svg.matchAll(/<text x="([\d.]+)" y="([\d.]+)" width="([\d.]+)"/gu)].map(
        ([, x, y, width]) => ({ right: Number(x) + Number(width), base: Number(y) }),
      );
      expect(boxes.length).toBeGreaterThan(10);
      expect(Math.max(...boxes.map(({ right }) => right)), words.title).toBeLessThan(1180);
      expect(Math.max(...boxes.map(({ base }) => base)), words.title).toBeLessThan(600);
      expect(svg).not.toContain('…');
    }
  });

  test('where the dates are not confirmed, the picture says so too', () => {
    const pacific = currentAcademies().find(({ kind }) => kind === 'vice-rectorate');
    expect(previewOf('/', pacific).words.when).toContain('à confirmer');
  });

  test('the address is whole once the copy says where it stands', () => {
    expect(wholeAddress('/apercus/a.png', null)).toBe('/apercus/a.png');
    expect(wholeAddress('/apercus/a.png', 'www.exemple.fr')).toBe(
      'https://www.exemple.fr/apercus/a.png',
    );
  });
});
