// A test deck, made from the election itself: its ballots use every list and the blank vote, each another number of times.
import type { Count, Pile } from '../../src/simulator/core/tally.ts';

export interface TestDeck {
  readonly electors: number;
  /** One by one, shuffled by hand: no list has its ballots in a row. */
  readonly ballots: readonly Pile[];
  readonly mustGive: {
    readonly count: Count;
    readonly expressed: number;
    readonly voters: number;
    /** Voters for a hundred electors. */
    readonly participation: number;
  };
}

/** Two blank votes; the first list on the ballot has three ballots, the next four, and so on. */
export function testDeck(lists: readonly string[]): TestDeck {
  const rounds = Array.from({ length: lists.length + 2 }, (_, round) =>
    lists.filter((_list, place) => round < place + 3),
  );
  const ballots = rounds.flatMap((round, n) => [
    ...round.map((list): Pile => ({ list, ballots: 1 })),
    ...(n < 2 ? [{ list: null, ballots: 1 }] : []),
  ]);
  // 3 + 4 + … by the formula for a sum, not by counting.
  const expressed = (lists.length * (lists.length + 5)) / 2;
  const votes = Object.fromEntries(lists.map((list, place) => [list, place + 3]));
  return {
    electors: 100,
    ballots,
    mustGive: {
      count: { votes, blank: 2 },
      expressed,
      voters: expressed + 2,
      participation: expressed + 2,
    },
  };
}

/** The highest average as a table: every list's votes over 1, 2, 3… seats, best first, and as many lines as there are seats. */
export function seatsByTable(
  votes: Readonly<Record<string, number>>,
  seats: number,
): Readonly<Record<string, number>> {
  const table = Object.entries(votes).flatMap(([list, count]) =>
    Array.from({ length: count > 0 ? seats : 0 }, (_, n) => ({
      list,
      count,
      average: count / (n + 1),
    })),
  );
  const winning = table
    .sort((a, b) => b.average - a.average || b.count - a.count)
    .slice(0, seats)
    .map(({ list }) => list);
  return Object.fromEntries(
    Object.keys(votes).map((list) => [list, winning.filter((one) => one === list).length]),
  );
}
