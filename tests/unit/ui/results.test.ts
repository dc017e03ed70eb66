// Results as they are written and drawn.
import { describe, expect, test } from 'vitest';
import { declare } from '../../../src/simulator/core/tally.ts';
import { marks, number, percent, several } from '../../../src/simulator/ui/numbers.ts';
import { resultSentence } from '../../../src/simulator/ui/screens/result-plot.tsx';

/** French numbers, with the spaces of a keyboard. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('participation is rounded as it was published', () => {
  // Tables of edition-2022 section 8, edition-2018 section 8; there with two digits, here with one.
  test.each([
    ['CTM 2011', 368_858, 957_034, '38,5 %'], // 38.54: WIKI-CTM, SUD30
    ['CAPN professeurs des écoles 2011', 140_546, 342_693, '41,0 %'], // 41.01: POLMANIA
    ['CTMEN 2018', 436_321, 1_023_211, '42,6 %'], // 42.64: Café pédagogique, 10 Dec 2018
    ['CCMMEP 2018', 48_669, 142_262, '34,2 %'], // 34.22 in SUNDEP; the division gives 34.21
    ['CAPN inspecteurs 2022', 2_178, 3_892, '56,0 %'], // 55.96: SIEN
    ['CSA administration centrale 2022', 2_331, 4_111, '56,7 %'], // « 57 »: SGEN-AC
  ])('%s: %i of %i are %s', (_, voters, electors, expected) => {
    expect(plain(percent(voters, electors))).toBe(expected);
  });
  // Voters less expressed votes: edition-2018 section 4, Café pédagogique, SNCL and SUNDEP.
  test.each([
    ['CTMEN 2018', 436_321, 411_702, 24_619, '5,6 %'],
    ['CCMMEP 2018', 48_669, 47_055, 1_614, '3,3 %'],
  ])('%s: %i voters, %i expressed: %i blank votes, %s', (_, voters, expressed, blank, share) => {
    const contest = { id: 'any', seats: 1 };
    const result = declare(contest, voters, { votes: { all: expressed }, blank });
    expect(result).toMatchObject({ voters, expressed });
    expect(plain(percent(blank, voters))).toBe(share);
  });
  test('of nobody, nothing', () => {
    expect(plain(percent(0, 0))).toBe('0,0 %');
  });
});

describe('the axis', () => {
  test.each([
    [0, [0, 1]],
    [1, [0, 1]],
    [7, [0, 5, 10]],
    [3_000, [0, 1_000, 2_000, 3_000]],
    [37_728, [0, 20_000, 40_000]],
    [82_291, [0, 50_000, 100_000]],
  ])('for %i', (most, expected) => {
    expect(marks(most)).toEqual(expected);
  });
  test('is whole, holds everything, and has three steps at most', () => {
    for (let most = 0; most < 3_000_000; most = Math.ceil(most * 1.07) + 1) {
      const axis = marks(most);
      expect(axis.every(Number.isInteger)).toBe(true);
      expect(axis.at(-1)).toBeGreaterThanOrEqual(most);
      expect(axis.length).toBeLessThanOrEqual(4);
      // A plot of which half is empty tells less.
      if (most > 1) expect(most / (axis.at(-1) ?? 1)).toBeGreaterThan(0.5);
    }
  });
});

test('a plural begins at two', () => {
  expect(['0 siège', '1 siège', '2 sièges']).toEqual([0, 1, 2].map((n) => several(n, 'siège')));
  expect(plain(number(1_234_567))).toBe('1 234 567');
});

test('the plot in words says every list, the blank vote, and that all is invented', () => {
  const lists = [
    { id: 'soleil', name: 'Soleil', manifesto: '' },
    { id: 'pluie', name: 'Pluie', manifesto: '' },
  ];
  const result = declare({ id: 'any', seats: 3 }, 4000, {
    votes: { soleil: 2000, pluie: 1000 },
    blank: 1,
  });
  expect(plain(resultSentence(result, lists))).toBe(
    'Dans cet exercice : Soleil, 2 000 voix (66,7 %), 2 sièges ; Pluie, 1 000 voix (33,3 %), 1 siège ; vote blanc, 1 bulletin.',
  );
});
