// Keyed chance: the same seed and purpose give the same value on every device, in whatever order people act.

/** Version of the drawing rules. It rides in the key: changing how things are drawn never changes an old exercise. */
const drawVersion = 1;

/** FNV-1a over UTF-16 units, then a murmur finalizer: small, fast and well spread; nothing here has to resist an attacker. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  }
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * A whole number drawn for one purpose.
 * @param seed the exercise's seed, six letters (with the seat when there is one)
 * @param purpose what is drawn, for example `captcha:account`
 * @param n which draw of that purpose
 * @returns an integer in [0, 2^32)
 */
export function draw(seed: string, purpose: string, n: number): number {
  return hash(`${drawVersion}|${seed}|${purpose}|${n}`);
}

/**
 * A whole number between two bounds, both included.
 * @throws never; `low` is returned when the bounds are crossed
 */
export function drawBetween(
  seed: string,
  purpose: string,
  n: number,
  low: number,
  high: number,
): number {
  const span = Math.max(1, high - low + 1);
  return low + (draw(seed, purpose, n) % span);
}

/** One element of a list; `fallback` when the list is empty. */
export function drawOne<T>(
  seed: string,
  purpose: string,
  n: number,
  list: readonly T[],
  fallback: T,
): T {
  return list[draw(seed, purpose, n) % Math.max(1, list.length)] ?? fallback;
}

/** Text of `length` signs, each taken from `alphabet`. */
export function drawText(
  seed: string,
  purpose: string,
  n: number,
  length: number,
  alphabet: string,
): string {
  let text = '';
  for (let i = 0; i < length; i += 1) {
    text += alphabet.charAt(draw(seed, `${purpose}/${i}`, n) % alphabet.length);
  }
  return text;
}

/** The list in a drawn order; the list itself is left alone. */
export function shuffle<T>(seed: string, purpose: string, list: readonly T[]): readonly T[] {
  return list
    .map((item, i) => ({ item, rank: draw(seed, purpose, i) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}

/** Digits. */
export const digits = '0123456789';
/** Capitals and digits without look-alikes (no O 0, I 1, S 5, B 8, Z 2): 2018's letter shows none, the rest is deduced. */
export const codeAlphabet = 'ACDEFGHJKLMNPQRTUVWXY34679';
/** Letters of a token, as in the links of the founding documents: capitals and digits. */
export const tokenAlphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
/** Both cases, as a distorted image whose case matters would show; no letter whose two cases differ by size alone. */
export const mixedAlphabet = 'abdefghmnrtyADEFGHLMNRT34679';
