// What nobody has seen since the last past election is not said of today.
import { expect, test } from 'vitest';
import { isOldHelp, isOldPlace } from '../../../src/lib/formerly.ts';

const seen = (from: string, to = from) => ({ seen: { from, to } });

test('a place last seen before the last past election is of another time', () => {
  expect(isOldPlace(seen('2014'))).toBe(true);
  expect(isOldPlace(seen('2018', '2021-12'))).toBe(true);
});

test('one seen in its year or since still stands', () => {
  expect(isOldPlace(seen('2022-10-05'))).toBe(false);
  expect(isOldPlace(seen('2018-10', '2024-06'))).toBe(false);
});

test('without a date, nothing says that it is old', () => {
  expect(isOldPlace({ seen: null })).toBe(false);
});

test('a source that calls itself old is of another time, dated or not', () => {
  expect(isOldPlace({ seen: null, isFormer: true })).toBe(true);
  expect(isOldPlace({ ...seen('2026'), isFormer: true })).toBe(true);
  expect(isOldHelp({ seen: null, isFormer: true })).toBe(true);
});
