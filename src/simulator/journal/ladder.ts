// Entries of every older version are lifted to today's, one rung at a time. Add a rung, never edit one.
import { isRecord, own } from './guards.ts';

/** Rewrites one entry of version n as an entry of version n + 1. */
export type Rung = (entry: object) => object;

/** `ladder[n]` lifts version n to n + 1. Empty while there is only version 1. */
export const ladder: Readonly<Record<number, Rung>> = {};

/**
 * Lifts an entry as it was stored.
 * @param to the version wanted
 * @returns `null` when it has no version, or one that nobody here knows (a newer one, or a missing rung)
 */
export function lift(
  raw: unknown,
  to: number,
  rungs: Readonly<Record<number, Rung>> = ladder,
): object | null {
  if (!isRecord(raw)) return null;
  const v = own(raw, 'v');
  if (typeof v !== 'number' || !Number.isSafeInteger(v) || v < 1 || v > to) return null;
  let entry = raw;
  for (let n = v; n < to; n += 1) {
    const rung = rungs[n];
    if (rung === undefined) return null;
    entry = { ...rung(entry), v: n + 1 };
  }
  return entry;
}
