/** How wide words are, without a browser: the widths of a common sans serif, a little generous. */

// Share of the font's size. Every system draws the picture with its own sans serif: the widest of them must still fit.
const widths: readonly (readonly [RegExp, number])[] = [
  [/[ijlI.,:;’'|!ıîï\u202f]/u, 0.29],
  [/[ftr()[\]/\- \u00a0]/u, 0.36],
  [/[mwMW@%—•…]/u, 0.9],
  [/[A-ZÀ-ÖØ-ÞŒ]/u, 0.71],
  [/[<>=+]/u, 0.84],
];

/** Width of a line, in the unit of `size`. */
export function widthOf(text: string, size: number, bold = false): number {
  const shares = [...text].map((sign) => widths.find(([signs]) => signs.test(sign))?.[1] ?? 0.57);
  return shares.reduce((sum, share) => sum + share, 0) * size * (bold ? 1.2 : 1.07);
}

/** Lines no wider than `room`, cut at spaces; a wider word is cut inside. Never an empty list. */
export function wrap(text: string, room: number, size: number, bold = false): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((one) => cut(one, room, size, bold))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(longer, size, bold) > room) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/** An address is cut after a dot, a slash or an at sign; where even that is too wide, anywhere. */
function cut(word: string, room: number, size: number, bold: boolean): readonly string[] {
  if (widthOf(word, size, bold) <= room) return [word];
  const lines: string[] = [];
  let line = '';
  const pieces = (word.match(/[^./@]*[./@]+|[^./@]+/gu) ?? []).flatMap((piece) =>
    widthOf(piece, size, bold) > room ? [...piece] : [piece],
  );
  for (const piece of pieces) {
    if (line !== '' && widthOf(line + piece, size, bold) > room) {
      lines.push(line);
      line = '';
    }
    line += piece;
  }
  return [...lines, line];
}
