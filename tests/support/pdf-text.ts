/** The words on paper: what a PDF that Chromium printed says, as whoever holds the sheets would read it. */
import { inflateSync } from 'node:zlib';

/** Objects by number: what stands before the stream, and the stream itself, inflated. */
function objectsOf(pdf: string): ReadonlyMap<string, { head: string; stream: string }> {
  const found = pdf.matchAll(/(?:^|\n)(\d+) 0 obj\b([^]*?)\bendobj/gu);
  return new Map(
    [...found].map(([, number = '', body = '']) => {
      const [, head = body, raw] = /^([^]*?)\bstream\r?\n([^]*)\bendstream/u.exec(body) ?? [];
      const coded = raw !== undefined && head.includes('/FlateDecode');
      const stream = coded
        ? inflateSync(Buffer.from(raw, 'latin1')).toString('latin1')
        : (raw ?? '');
      return [number, { head, stream }];
    }),
  );
}

const fromHex = (digits: string): string => Buffer.from(digits, 'hex').swap16().toString('utf16le');

/** Which sign each glyph stands for, as the font itself says. */
function signsOf(map: string): ReadonlyMap<number, string> {
  const signs = new Map<number, string>();
  for (const [, table = ''] of map.matchAll(/beginbfchar([^]*?)endbfchar/gu))
    for (const [, glyph = '', sign = ''] of table.matchAll(/<(\w+)>\s*<(\w+)>/gu))
      signs.set(Number.parseInt(glyph, 16), fromHex(sign));
  for (const [, table = ''] of map.matchAll(/beginbfrange([^]*?)endbfrange/gu))
    for (const [, from = '', to = '', sign = ''] of table.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/gu))
      for (let glyph = Number.parseInt(from, 16); glyph <= Number.parseInt(to, 16); glyph += 1)
        signs.set(
          glyph,
          String.fromCodePoint(Number.parseInt(sign, 16) + glyph - Number.parseInt(from, 16)),
        );
  return signs;
}

/**
 * One string per sheet, spaces left out: where they stand is a matter of typesetting.
 * @param pdf as `page.pdf()` gives it; other programs write other PDFs
 */
export function sheetsOfPdf(pdf: Buffer): readonly string[] {
  const objects = objectsOf(pdf.toString('latin1'));
  const headOf = (number = '') => objects.get(number)?.head ?? '';
  const fonts = new Map<string, ReadonlyMap<number, string>>();
  const fontOf = (number: string) => {
    const [, map = ''] = /\/ToUnicode (\d+) 0 R/u.exec(headOf(number)) ?? [];
    const known = fonts.get(number) ?? signsOf(objects.get(map)?.stream ?? '');
    fonts.set(number, known);
    return known;
  };
  return [...objects.values()]
    .filter(({ head }) => /\/Type\s*\/Page\b/u.test(head))
    .map(({ head }) => {
      const [, content = ''] = /\/Contents (\d+) 0 R/u.exec(head) ?? [];
      const named = new Map([...head.matchAll(/\/(F\d+) (\d+) 0 R/gu)].map(([, a, b]) => [a, b]));
      let font: ReadonlyMap<number, string> = new Map();
      let text = '';
      const gestures = objects.get(content)?.stream.matchAll(/\/(F\d+) [\d.]+ Tf|<(\w+)>/gu) ?? [];
      for (const [, name, glyphs = ''] of gestures) {
        if (name !== undefined) font = fontOf(named.get(name) ?? '');
        for (const glyph of glyphs.match(/.{4}/gu) ?? [])
          text += font.get(Number.parseInt(glyph, 16)) ?? '';
      }
      return text.replace(/\s/gu, '');
    });
}
