/** Keyed chance: what was drawn once is drawn for ever. */
import { describe, expect, test } from 'vitest';
import {
  codeAlphabet,
  draw,
  drawBetween,
  drawOne,
  drawText,
  shuffle,
} from '../../../src/simulator/core/draw.ts';

const many = Array.from({ length: 400 }, (_, n) => n);

describe('an old exercise', () => {
  test('keeps its numbers: a change here would change every journal ever kept', () => {
    expect(draw('KMPRTV', 'phone', 0)).toBe(4112582621);
    expect(drawText('KMPRTV', 'voting-code', 0, 12, codeAlphabet)).toBe('DCX6XWUJTDYY');
    expect(shuffle('KMPRTV', 'order', ['a', 'b', 'c', 'd', 'e'])).toEqual([
      'b',
      'e',
      'd',
      'c',
      'a',
    ]);
  });
});

describe('a number between two bounds', () => {
  test('takes every value, both bounds included, and no other', () => {
    const drawn = new Set(many.map((n) => drawBetween('KMPRTV', 'die', n, 3, 6)));
    expect([...drawn].sort()).toEqual([3, 4, 5, 6]);
  });
  test('is the lower one when they cross', () => {
    expect(many.every((n) => drawBetween('KMPRTV', 'die', n, 7, 4) === 7)).toBe(true);
  });
});

describe('one of a list', () => {
  const list = ['a', 'b', 'c'];
  test('is any of them', () => {
    const drawn = new Set(many.map((n) => drawOne('KMPRTV', 'card', n, list, 'none')));
    expect([...drawn].sort()).toEqual(list);
  });
  test('is the other thing when the list is empty', () =>
    expect(drawOne('KMPRTV', 'card', 0, [], 'none')).toBe('none'));
});

test('a text draws each sign anew, from its alphabet alone', () => {
  const text = drawText('KMPRTV', 'text', 0, 300, 'xyz');
  expect(text).toMatch(/^[xyz]{300}$/);
  expect(new Set(text).size).toBe(3);
});

test('a shuffled list holds the same things, in another order for another purpose', () => {
  const list = ['a', 'b', 'c', 'd', 'e'];
  const orders = new Set(many.map((n) => shuffle('KMPRTV', `order-${n}`, list).join('')));
  expect(orders.size).toBeGreaterThan(80);
  for (const order of orders) expect([...order].sort()).toEqual(list);
});
