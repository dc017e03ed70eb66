/**
 * Where each line of a map's picture goes. One column, narrow enough for the smallest screen: a page stands under the one
 * from which it is first reached, a little further in, as in a table of contents.
 */
import type { Place, Stage } from './portal-map.ts';

/** Units of the drawing; one is a pixel on a phone 320 pixels wide. */
export const drawingWidth = 288;
const indent = 18;
const lineHeight = 16;
const padding = 9;
const gap = 9;
const noteHeight = 16;
/** Room for the letter at the end of a box. */
const letterRoom = 30;
/** Average width of a character at the size of the titles, on the wide side: no font can be measured here. */
const characterWidth = 7.3;
const noteCharacterWidth = 6.3;

/** A page as a box. */
export type Box = {
  readonly place: Place;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly Line[];
  /** « depuis : Un courriel », above the box. */
  readonly note: Line | null;
  /** « vers : compte », last in the box. */
  readonly onward: Line | null;
  /** From the page above to this box, its head included; `null` on a first page. */
  readonly arrow: string | null;
};
export type Line = { readonly text: string; readonly x: number; readonly y: number };
export type Drawing = { readonly height: number; readonly boxes: readonly Box[] };

/** Words of a drawing that are not titles. */
export type DrawingWords = {
  readonly from: (name: string) => string;
  readonly to: (stages: readonly Stage[]) => string;
  readonly instead: string;
  readonly nameOf: (screen: string) => string;
};

/** How a first page of its part is reached. */
function noteOf({ comesFrom: [from], troubledFrom }: Place, words: DrawingWords): string | null {
  if (from !== undefined) return words.from(words.nameOf(from));
  return troubledFrom.length > 0 ? words.instead : null;
}

/** Words cut into lines of so many characters; a longer word stays whole. */
export function wrapped(text: string, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most)
      lines.splice(-1, 1, `${last} ${word}`);
    else lines.push(word);
  }
  return lines;
}

function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}

/** Down from the page above, round the corner, to the left edge of a box. */
function arrowTo(fromX: number, fromY: number, x: number, y: number): string {
  return `M${fromX} ${fromY}V${y - 6}q0 6 6 6H${x - 2}m-5-4 5 4-5 4`;
}

/** Places the pages of one part of a map. */
export function drawing(places: readonly Place[], words: DrawingWords): Drawing {
  const boxes: Box[] = [];
  let top = 1;
  for (const place of places) {
    const x = 1 + place.depth * indent;
    const width = drawingWidth - 1 - x;
    const noteText = place.parent === null ? noteOf(place, words) : null;
    const most = (room: number, size: number) => Math.floor(room / size);
    const note =
      noteText === null
        ? null
        : { text: shortened(noteText, most(width, noteCharacterWidth)), x, y: top + 11 };
    const y = top + (note ? noteHeight : 0);
    const titles = wrapped(place.name, most(width - padding - letterRoom, characterWidth));
    const lines = titles.map((text, index) => ({
      text,
      x: x + padding,
      y: y + padding + 12 + index * lineHeight,
    }));
    const onward =
      place.goesTo.length > 0
        ? {
            text: words.to(place.goesTo),
            x: x + padding,
            y: y + padding + 12 + titles.length * lineHeight,
          }
        : null;
    const rows = titles.length + (onward ? 1 : 0);
    const height = rows * lineHeight + 2 * padding - 1;
    const above = boxes.find((box) => box.place.screen.id === place.parent);
    const arrow = above
      ? arrowTo(above.x + 9, above.y + above.height, x, y + Math.min(height, 34) / 2)
      : null;
    boxes.push({ ...{ place, x, y, width, height, lines, note, onward, arrow } });
    top = y + height + gap;
  }
  return { height: top - gap + 2, boxes };
}
