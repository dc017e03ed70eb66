/**
 * Draws a screen's blocks as an SVG file that needs nothing else: rectangles and text, no HTML inside, so that every
 * browser shows it as a picture. The frame EXERCICE is part of the drawing: whoever copies the picture copies it too.
 */
import type { Block, Sheet } from './blocks.ts';
import { widthOf, wrap } from './measure.ts';

/** A drawing and its size, in CSS pixels. */
export type Drawing = { readonly svg: string; readonly width: number; readonly height: number };

/** As wide as a telephone of 320 pixels leaves room for: drawn at its own size almost everywhere. */
export const pictureWidth = 300;
/** Higher, a screen is cut at its last whole block, and says so. */
const mostHeight = 735;

const edge = 5;
const band = 27;
const left = edge + 12;
const room = pictureWidth - 2 * left;
/** What one line of words takes, by its size. */
const lead = (size: number): number => Math.round(size * 1.32);

/** One piece of a drawing and the height it takes. */
type Piece = { readonly marks: string; readonly height: number };

const escape = (text: string): string =>
  text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;');

const textAt = (x: number, y: number, text: string, kind: string): string =>
  `<text x="${String(x)}" y="${String(y)}"${kind === '' ? '' : ` class="${kind}"`}>${escape(text)}</text>`;

const box = (x: number, y: number, width: number, height: number, kind: string): string =>
  `<rect x="${String(x)}" y="${String(y)}" width="${String(Math.round(width))}" height="${String(height)}" rx="5" class="${kind}"/>`;

/** Lines of words, one under the other, from `top`; `kind`: classes of the style below. */
function words(
  text: string,
  top: number,
  look: {
    readonly size: number;
    readonly kind: string;
    readonly x?: number;
    readonly bold?: boolean;
    readonly room?: number;
  },
): Piece {
  const { size, kind, x = left, bold = false } = look;
  const lines = wrap(text, look.room ?? room, size, bold);
  return {
    marks: lines
      .map((line, n) => textAt(x, top + Math.round(size * 0.95) + n * lead(size), line, kind))
      .join(''),
    height: lines.length * lead(size),
  };
}

const small = { size: 12, kind: 's' } as const;
const plain = { size: 13.5, kind: '' } as const;
const strong = { size: 13.5, kind: 'b', bold: true } as const;

/** One block, drawn from `top`. */
function piece(block: Block, top: number): Piece {
  switch (block.kind) {
    case 'place':
    case 'hint':
      return words(block.text, top, small);
    case 'title':
      return words(block.text, top, { size: 17, kind: 't', bold: true });
    case 'heading':
      return words(block.text, top, strong);
    case 'text':
    case 'choice':
      return block.kind === 'text' ? words(block.text, top, plain) : choice(block.text, top);
    case 'note': {
      const inner = words(block.text, top + 2, { ...small, x: left + 10, room: room - 10 });
      return {
        marks: `<path d="M${String(left + 2)} ${String(top)}v${String(inner.height + 4)}" class="n"/>${inner.marks}`,
        height: inner.height + 4,
      };
    }
    case 'field':
      return field(block, top);
    case 'image':
      return {
        marks: `${box(left, top, 150, 38, 'f')}<path d="M${String(left + 8)} ${String(top + 27)}q30 -26 62 -6t70 -8M${String(left + 10)} ${String(top + 12)}q40 22 128 8" class="r"/>${textAt(left + 20, top + 24, 'image à recopier', 's')}`,
        height: 38,
      };
    case 'button':
      return button(block, top);
    case 'link':
      return words(block.text, top, { ...plain, kind: 'l' });
    case 'tabs':
      return tabs(block.tabs, top);
    case 'line':
      return line(block, top);
  }
}

function choice(text: string, top: number): Piece {
  const inner = words(text, top + 6, { ...plain, x: left + 32, room: room - 42 });
  const height = inner.height + 12;
  return {
    marks: `${box(left, top, room, height, 'o')}<circle cx="${String(left + 16)}" cy="${String(top + height / 2)}" r="6" class="o"/>${inner.marks}`,
    height,
  };
}

function field(block: Extract<Block, { kind: 'field' }>, top: number): Piece {
  const label = words(block.label, top, strong);
  const hint = block.hint === '' ? null : words(block.hint, top + label.height, small);
  const at = top + label.height + (hint?.height ?? 0) + 4;
  const arrow = block.list
    ? `<path d="M${String(left + room - 24)} ${String(at + 12)}l6 6 6 -6" class="w"/>${textAt(left + 10, at + 20, 'à choisir', 's')}`
    : '';
  return {
    marks: `${label.marks}${hint?.marks ?? ''}${box(left, at, room, 30, 'f')}${arrow}`,
    height: at + 30 - top,
  };
}

function button(block: Extract<Block, { kind: 'button' }>, top: number): Piece {
  const pad = 12;
  const kind = block.main ? 'g' : 'k';
  const inner = room - 2 * pad;
  const name = words(block.text, top + 7, {
    ...plain,
    kind,
    bold: true,
    x: left + pad,
    room: inner,
  });
  const note =
    block.note === ''
      ? null
      : words(block.note, top + 7 + name.height, {
          ...small,
          kind: block.main ? 'h' : 's',
          x: left + pad,
          room: inner,
        });
  const lines = wrap(block.text, inner, plain.size, true);
  const notes = note ? wrap(block.note, inner, small.size) : [];
  const wide =
    2 * pad +
    Math.max(
      ...lines.map((one) => widthOf(one, plain.size, true)),
      ...notes.map((one) => widthOf(one, small.size)),
    );
  const height = name.height + (note?.height ?? 0) + 13;
  return {
    marks: `${box(left, top, Math.min(wide, room), height, block.main ? 'G' : 'K')}${name.marks}${note?.marks ?? ''}`,
    height,
  };
}

function tabs(all: readonly { readonly text: string; readonly on: boolean }[], top: number): Piece {
  let x = left;
  let y = top;
  const marks = all.map(({ text, on }) => {
    const wide = widthOf(text, small.size, true) + 18;
    if (x > left && x + wide > left + room) {
      x = left;
      y += 30;
    }
    const at = x;
    x += wide + 5;
    return `${box(Math.round(at), y, wide, 25, on ? 'G' : 'K')}${textAt(Math.round(at) + 9, y + 17, text, on ? 'h b' : 's b')}`;
  });
  return { marks: marks.join(''), height: y + 25 - top };
}

function line(block: Extract<Block, { kind: 'line' }>, top: number): Piece {
  const wide = block.button === '' ? 0 : widthOf(block.button, small.size, true) + 20;
  const inner = room - (wide === 0 ? 0 : wide + 8);
  const name = words(block.text, top + 5, { ...strong, room: inner });
  const under =
    block.under === ''
      ? null
      : words(block.under, top + 5 + name.height, { ...small, room: inner });
  const height = Math.max(name.height + (under?.height ?? 0) + 5, wide === 0 ? 0 : 32);
  const x = Math.round(left + room - wide);
  const beside =
    wide === 0
      ? ''
      : `${box(x, top + 5, wide, 25, 'K')}${textAt(x + 10, top + 22, block.button, 'k c')}`;
  return {
    marks: `<path d="M${String(left)} ${String(top)}h${String(room)}" class="r"/>${name.marks}${under?.marks ?? ''}${beside}`,
    height,
  };
}

/** Space before a block, by what it follows. */
function gap(block: Block, before: Block | undefined): number {
  if (!before) return 0;
  if (before.kind === 'place') return 2;
  if (block.kind === 'field' || block.kind === 'heading') return 12;
  if (block.kind === before.kind) return block.kind === 'line' ? 6 : 7;
  return 10;
}

// Light first: a browser that does not know the question, and paper, keep it. Colours are the guide's own.
const style =
  '<style>text{font:13.5px Arial,Helvetica,Roboto,sans-serif;fill:#231b2e}' +
  '.b{font-weight:700}.t{font-size:17px;font-weight:700}.s{font-size:12px;fill:#5d5468}' +
  '.e{font-size:12.5px;font-weight:700;letter-spacing:.06em;fill:#231b2e}.k{font-weight:700;fill:#6d2a5f}.c{font-size:12px}' +
  '.g{font-weight:700;fill:#fffdf8}.h{font-size:12px;fill:#fffdf8}.l{fill:#6d2a5f;text-decoration:underline}' +
  '.E{fill:#f4b81c}.C{fill:#fffdf8}.f{fill:#fff;stroke:#8b8094}.G{fill:#6d2a5f}.K{fill:#fffdf8;stroke:#6d2a5f}.o{fill:none;stroke:#8b8094}' +
  '.n{fill:none;stroke:#8b8094;stroke-width:2.5}.r{fill:none;stroke:#ddd3c4}.w{fill:none;stroke:#8b8094;stroke-width:1.5}' +
  '@media screen and (prefers-color-scheme:dark){text{fill:#f4ede1}.s{fill:#b9adc4}.e{fill:#231b2e}.k,.l{fill:#eaa6d6}.g,.h{fill:#231b2e}' +
  '.C,.K{fill:#211a29}.f{fill:#17121d}.G{fill:#eaa6d6}.K{stroke:#eaa6d6}.r{stroke:#43384f}}</style>';

/** The blocks, one under the other. Where a screen is cut, what it says of itself stays: a note may be what makes it true. */
function stack(blocks: readonly Block[]): { readonly marks: string; readonly bottom: number } {
  let y = band + 10;
  let marks = '';
  let before: Block | undefined;
  const put = (block: Block): boolean => {
    const top = y + gap(block, before);
    const drawn = piece(block, top);
    if (top + drawn.height > mostHeight && block.kind !== 'note') return false;
    marks += drawn.marks;
    y = top + drawn.height;
    before = block;
    return true;
  };
  const cut = blocks.findIndex((block) => !put(block));
  if (cut >= 0) {
    const more = words('La suite est dans l’exercice.', y + 10, small);
    marks += more.marks;
    y += 10 + more.height;
    blocks
      .slice(cut)
      .filter(({ kind }) => kind === 'note')
      .forEach(put);
  }
  return { marks, bottom: y };
}

/** The same sheet always gives the same drawing. */
export function drawingOf(sheet: Sheet): Drawing {
  const { marks: inside, bottom } = stack(sheet.blocks);
  const mark = words(`Écran ${sheet.mark}`, bottom + 16, small);
  const marks = `${inside}<path d="M${String(left)} ${String(bottom + 10)}h${String(room)}" class="r"/>${mark.marks}`;
  const height = bottom + 16 + mark.height + 8 + edge;
  const width = pictureWidth;
  return {
    width,
    height,
    svg:
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(width)} ${String(height)}" width="${String(width)}" height="${String(height)}">${style}` +
      `<rect width="${String(width)}" height="${String(height)}" rx="9" class="E"/>` +
      `<rect x="${String(edge)}" y="${String(band)}" width="${String(width - 2 * edge)}" height="${String(height - band - edge)}" rx="5" class="C"/>` +
      `${textAt(left, 18, 'EXERCICE, on ne vote pas ici', 'e')}${marks}</svg>`,
  };
}
