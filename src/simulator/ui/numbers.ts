// Numbers as French pages write them, and the round marks of an axis.

import { lazily } from '../core/lazily.ts';

const whole = lazily(() => new Intl.NumberFormat('fr-FR'));
const tenths = lazily(
  () =>
    new Intl.NumberFormat('fr-FR', {
      style: 'percent',
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    }),
);

/** « 436 321 ». */
export function number(n: number): string {
  // Small ones, the usual ones, are written alike everywhere.
  return n < 1000 ? String(n) : whole().format(n);
}

/** « 42,6 % » of a whole; of nothing, nothing. */
export function percent(part: number, of: number): string {
  return tenths().format(of === 0 ? 0 : part / of);
}

/** « 1 siège », « 2 sièges », « 0 siège »: French counts from two. */
export function several(n: number, one: string, many = `${one}s`): string {
  return `${number(n)} ${n < 2 ? one : many}`;
}

/** Marks from zero to the first round one that nothing exceeds: three steps at most, so that they fit a narrow screen. */
export function marks(most: number): readonly number[] {
  const wanted = Math.max(1, most) / 3;
  const power = 10 ** Math.floor(Math.log10(wanted));
  const step = Math.max(1, [1, 2, 5, 10].map((n) => n * power).find((n) => n >= wanted) ?? wanted);
  return Array.from({ length: Math.ceil(Math.max(1, most) / step) + 1 }, (_, n) => n * step);
}
