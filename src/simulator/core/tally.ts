// Counting: pure, and never fed with what the voter of an exercise chose.
import { drawBetween } from './draw.ts';
import type { ContestScope, Edition } from './edition.ts';
import type { World } from './portal.ts';
import { listsOf } from './views.ts';

export interface Count {
  readonly votes: Readonly<Record<string, number>>;
  readonly blank: number;
}

/** A ballot: a list's id, or `blank`. */
export type CountedBallot = { readonly list: string } | 'blank';

/** Counts ballots; lists without any vote stay at zero. */
export function tally(lists: readonly string[], ballots: Iterable<CountedBallot>): Count {
  const votes: Record<string, number> = Object.fromEntries(lists.map((list) => [list, 0]));
  let blank = 0;
  for (const ballot of ballots) {
    if (ballot === 'blank') blank += 1;
    else votes[ballot.list] = (votes[ballot.list] ?? 0) + 1;
  }
  return { votes, blank };
}

/**
 * Seats by the rule of the highest average: each next seat goes to the list whose votes, divided by its seats plus one, are most.
 * Ties go to the list with more votes, then to the first in the order given.
 * @param seats how many seats there are; none is given when nobody voted
 */
export function seatsByHighestAverage(
  votes: Readonly<Record<string, number>>,
  seats: number,
): Readonly<Record<string, number>> {
  const given: Record<string, number> = Object.fromEntries(
    Object.keys(votes).map((list) => [list, 0]),
  );
  for (let seat = 0; seat < seats; seat += 1) {
    let best: string | null = null;
    for (const [list, count] of Object.entries(votes)) {
      if (count === 0) continue;
      if (best === null) {
        best = list;
        continue;
      }
      // Cross-multiplied, so that equal averages are equal.
      const ours = count * ((given[best] ?? 0) + 1);
      const theirs = (votes[best] ?? 0) * ((given[list] ?? 0) + 1);
      if (ours > theirs || (ours === theirs && count > (votes[best] ?? 0))) best = list;
    }
    if (best === null) break;
    given[best] = (given[best] ?? 0) + 1;
  }
  return given;
}

export interface Result {
  readonly contest: string;
  readonly electors: number;
  readonly voters: number;
  readonly count: Count;
  readonly seats: Readonly<Record<string, number>>;
}

/** Electors of an invented contest, by how far it reaches: a country is larger than an academy, an academy than a department. */
const sizes: Readonly<Record<ContestScope, readonly [low: number, high: number]>> = {
  national: [180_000, 900_000],
  academy: [6_000, 40_000],
  department: [900, 5_000],
};

function scopeOf(edition: Edition, contest: string): ContestScope {
  return edition.contests[contest.split('.')[0] ?? '']?.scope ?? 'academy';
}

/** Invented results of a contest: from the seed alone, the same on every device, whatever anyone chose. */
export function resultOf(
  edition: Edition,
  world: World,
  contest: { readonly id: string; readonly seats: number },
): Result {
  const { seed } = world.setup;
  const key = `result:${contest.id}`;
  const [low, high] = sizes[scopeOf(edition, contest.id)];
  const electors = drawBetween(seed, `${key}:electors`, 0, low, high);
  const lists = listsOf(edition, world, contest.id);
  const turnout = drawBetween(seed, `${key}:turnout`, 0, 33, 58);
  const voters = Math.floor((electors * turnout) / 100);
  const blank = Math.floor((voters * drawBetween(seed, `${key}:blank`, 0, 2, 6)) / 100);
  const weights = lists.map((_, i) => drawBetween(seed, `${key}:weight`, i, 5, 60));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let left = voters - blank;
  const votes: Record<string, number> = {};
  lists.forEach((list, i) => {
    const share =
      i === lists.length - 1
        ? left
        : Math.min(left, Math.floor(((voters - blank) * (weights[i] ?? 0)) / total));
    votes[list.id] = share;
    left -= share;
  });
  return {
    contest: contest.id,
    electors,
    voters,
    count: { votes, blank },
    seats: seatsByHighestAverage(votes, contest.seats),
  };
}
