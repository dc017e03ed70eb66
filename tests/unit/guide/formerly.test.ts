// What nobody has seen since the last past election is not said of today.
import { expect, test } from 'vitest';
import { isOldContact, isOldRule } from '../../../src/lib/formerly.ts';

const seen = (from: string, to = from) => ({ seen: { from, to } });

test('a rule last seen before the last past election is of another time', () => {
  expect(isOldRule(seen('2014'))).toBe(true);
  expect(isOldRule(seen('2018', '2021-12'))).toBe(true);
});

test('one seen in its year or since still stands', () => {
  expect(isOldRule(seen('2022-10-05'))).toBe(false);
  expect(isOldRule(seen('2018-10', '2024-06'))).toBe(false);
});

test('without a date, nothing says that it is old', () => {
  expect(isOldRule({ seen: null })).toBe(false);
});

test('a source that calls itself old is of another time, dated or not', () => {
  expect(isOldRule({ seen: null, isFormer: true })).toBe(true);
  expect(isOldRule({ ...seen('2026'), isFormer: true })).toBe(true);
  expect(isOldContact({ seen: null, isFormer: true })).toBe(true);
});

test('an address, a helpdesk or a portal is of today only if it was seen since links are allowed, or bears no date', () => {
  expect(isOldContact(seen('2018-10', '2024-06'))).toBe(true);
  expect(isOldContact(seen('2025-01'))).toBe(false);
  expect(isOldContact({ seen: null })).toBe(false);
});
