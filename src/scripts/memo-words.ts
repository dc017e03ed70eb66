/** The thinking part of the memory sheet, without a page: what a device may keep of it, and what remains to do. */
import { isSecret } from './guide-words.ts';

/** What is kept: names of the sheet's own ticks, and short words of the reader for some places. Never a vote. */
export type Memo = {
  /** « lettre », or « lettre.chez-moi » for a place. */
  readonly ticks: readonly string[];
  /** By name of line. */
  readonly words: Readonly<Record<string, string>>;
};

/** The sheet that a page shows: every name that may be ticked, every line that takes words. */
export type Sheet = {
  readonly edition: string;
  readonly ticks: readonly string[];
  readonly lines: readonly string[];
};

export const memoKey = 'isoloir.memo';
const longest = 40;

/** A place is said without figures: four in a row, or letters and figures mixed, look like a code. */
export function isRefused(words: string): boolean {
  if (isSecret(words, 'ou')) return true;
  const bare = words.replace(/[\s.-]/gu, '');
  return /\d{4}/u.test(bare) || /(?=\p{L}*\d)(?=\d*\p{L})[\p{L}\d]{6,}/u.test(words);
}

/** What goes to the device: only names that the sheet knows, and no words that look like a secret. */
export function printMemo(memo: Memo, sheet: Sheet): string {
  return JSON.stringify({ v: 1, edition: sheet.edition, ...sound(memo, sheet) });
}

/** What a device kept. Anything else, another election's sheet included, is an empty one. */
export function parseMemo(text: string | null, sheet: Sheet): Memo {
  const empty: Memo = { ticks: [], words: {} };
  let value: unknown;
  try {
    value = JSON.parse(text ?? '');
  } catch {
    return empty;
  }
  if (typeof value !== 'object' || value === null) return empty;
  const kept: Readonly<Record<string, unknown>> = { ...value };
  if (kept['v'] !== 1 || kept['edition'] !== sheet.edition) return empty;
  const ticks = Array.isArray(kept['ticks']) ? kept['ticks'].filter(isText) : [];
  const said = typeof kept['words'] === 'object' ? Object.entries({ ...kept['words'] }) : [];
  const words = said.flatMap(([line, text]) => (isText(text) ? [[line, text] as const] : []));
  return sound({ ticks, words: Object.fromEntries(words) }, sheet);
}

const isText = (value: unknown): value is string => typeof value === 'string';

function sound({ ticks, words }: Memo, sheet: Sheet): Memo {
  const said = Object.entries(words).flatMap(([line, raw]): [string, string][] => {
    const text = raw.trim().slice(0, longest);
    return sheet.lines.includes(line) && text !== '' && !isRefused(text) ? [[line, text]] : [];
  });
  return {
    ticks: sheet.ticks.filter((name) => ticks.includes(name)),
    words: Object.fromEntries(said),
  };
}

/** « Il reste trois lignes », in words. */
export function leftWords(left: number, all: number): string {
  if (left === 0) return 'Tout est prêt.';
  if (left === all) return 'Rien n’est encore coché : commencez par la première ligne.';
  return left === 1 ? 'Il reste une ligne.' : `Il reste ${String(left)} lignes.`;
}
