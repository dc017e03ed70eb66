import { describe, expect, test } from 'vitest';
import {
  resultOf,
  seatsByHighestAverage,
  tally,
  type CountedBallot,
} from '../../../src/simulator/core/tally.ts';
import { begin, editionOf } from '../../support/scenario.ts';

describe('counting', () => {
  test('a test deck that uses every list and the blank vote comes out as dealt', () => {
    const lists = ['soleil', 'pluie', 'vent'];
    const deck: CountedBallot[] = [
      ...Array.from({ length: 5 }, (): CountedBallot => ({ list: 'soleil' })),
      ...Array.from({ length: 3 }, (): CountedBallot => ({ list: 'pluie' })),
      { list: 'vent' },
      'blank',
      'blank',
    ];
    expect(tally(lists, deck)).toEqual({ votes: { soleil: 5, pluie: 3, vent: 1 }, blank: 2 });
  });
});

describe('the highest average', () => {
  test('gives the published seats of the national committee of 2018', () => {
    // edition-2018 section 8: shares in points, 15 seats, 6-4-2-1-1-1 ; the other lists shared the rest in small parts.
    const shares = {
      fsu: 3491,
      unsa: 2160,
      fo: 1366,
      cfdt: 840,
      cgt: 614,
      snalc: 603,
      others: 300,
    };
    expect(seatsByHighestAverage(shares, 15)).toEqual({
      fsu: 6,
      unsa: 4,
      fo: 2,
      cfdt: 1,
      cgt: 1,
      snalc: 1,
      others: 0,
    });
  });
  test('and of 2014', () => {
    const shares = {
      fsu: 3549,
      unsa: 2189,
      fo: 1358,
      cfdt: 887,
      cgt: 551,
      snalc: 547,
      others: 300,
    };
    expect(seatsByHighestAverage(shares, 15)).toEqual({
      fsu: 6,
      unsa: 4,
      fo: 2,
      cfdt: 1,
      cgt: 1,
      snalc: 1,
      others: 0,
    });
  });
  test('gives a tied seat to the list with more votes', () => {
    expect(seatsByHighestAverage({ a: 20, b: 10 }, 2)).toEqual({ a: 2, b: 0 });
  });
  test('gives no seat when nobody voted', () => {
    expect(seatsByHighestAverage({ a: 0, b: 0 }, 3)).toEqual({ a: 0, b: 0 });
  });
});

describe.each(['men-2014', 'men-2018'])('results of %s', (id) => {
  const edition = editionOf(id);
  test('add up, and seat every seat', () => {
    const world = begin(edition);
    for (const contest of world.persona.contests) {
      const { voters, electors, count, seats } = resultOf(edition, world, contest);
      const votes = Object.values(count.votes).reduce((sum, n) => sum + n, 0);
      expect(votes + count.blank).toBe(voters);
      expect(voters).toBeLessThanOrEqual(electors);
      expect(Object.values(seats).reduce((sum, n) => sum + n, 0)).toBe(contest.seats);
    }
  });
});
