/** Many pages in one file: they come out as they went in, and nothing else comes out. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printBundle, readBundle } from '../../../src/offline/bundle.ts';

const style = `<style>${'p{margin:0}'.repeat(50)}</style>`;
const page = (path: string, words: string) => ({
  path,
  html: `<html><head>${style}</head><body><p>${words}</p><footer><nav>liens</nav><p>${path}</p></footer></body></html>`,
});
const read = (text: string) => readBundle(JSON.parse(text));

describe('a bundle of pages', () => {
  test('gives back every page, byte for byte', () => {
    const piece = fc.constantFrom(style, '<footer>', '</nav>', '0', 'é « à »\u202f', '</html>\n');
    const html = fc.array(fc.oneof(piece, fc.string())).map((parts) => parts.join(''));
    const pages = fc.array(fc.record({ path: fc.constantFrom('/', '/a/', '/b/c/'), html }));
    fc.assert(
      fc.property(pages, (all) => {
        expect(read(printBundle(all))).toEqual(all);
      }),
    );
  });
  test('writes once what its pages share', () => {
    const text = printBundle([page('/a/', 'un'), page('/b/', 'deux'), page('/c/', 'trois')]);
    expect(text.split('p{margin:0}'.repeat(50))).toHaveLength(2);
  });
  test.each([
    ['nothing', 'null'],
    ['a list', '[]'],
    ['no pages', '{"shared":[]}'],
    ['a page of another site', '{"shared":[],"pages":[["//ailleurs/","x"]]}'],
    ['a page without a path', '{"shared":[],"pages":[[3,"x"]]}'],
    ['a part that is missing', '{"shared":["a"],"pages":[["/a/",1]]}'],
    ['a part that is no text', '{"shared":[{}],"pages":[["/a/",0]]}'],
    ['the keys of every object', '{"shared":[],"pages":[["/a/",{"__proto__":1}]]}'],
  ])('%s is refused whole', (_, text) => {
    expect(read(text)).toBeNull();
  });
});
