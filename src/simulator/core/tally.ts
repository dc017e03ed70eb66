// Counting: pure, and never fed with what the voter of an exercise chose.
import { drawBetween } from './draw.ts';
import type { ContestScope, Edition } from './edition.ts';
import type { OwnContest, World } from './portal.ts';
import { listsOf } from './views.ts';

export interface Count {
  readonly votes: Readonly<Record<string, number>>;
  readonly blank: number;
}

/** Ballots that say the same, as counters make piles of them; one ballot is a pile of one. */
export interface Pile {
  /** A list's id; `null` for the blank vote. */
  readonly list: string | null;
  readonly ballots: number;
}

/**
 * Counts a ballot box; lists without any vote stay at zero.
 * @throws when a ballot names a list that does not stand: nobody could have chosen it
 */
export function tally(lists: readonly string[], box: Iterable<Pile>): Count {
  const votes: Record<string, number> = Object.fromEntries(lists.map((list) => [list, 0]));
  let blank = 0;
  for (const { list, ballots } of box) {
    if (list === null) {
      blank += ballots;
      continue;
    }
    if (!Object.hasOwn(votes, list)) throw new Error(`no such list: ${list}`);
    votes[list] = (votes[list] ?? 0) + ballots;
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
  const lists = Object.entries(votes).map(([list, count]) => ({ list, count, seats: 0 }));
  const chosen = lists.filter(({ count }) => count > 0);
  for (let seat = 0; seat < seats; seat += 1) {
    // Cross-multiplied, so that equal averages are equal.
    const [best] = [...chosen].sort(
      (a, b) => b.count * (a.seats + 1) - a.count * (b.seats + 1) || b.count - a.count,
    );
    if (best) best.seats += 1;
  }
  return Object.fromEntries(lists.map(({ list, seats: given }) => [list, given]));
}

export interface Result {
  readonly contest: string;
  readonly electors: number;
  readonly voters: number;
  /** Voters less the blank votes: what the lists share. */
  readonly expressed: number;
  readonly count: Count;
  readonly seats: Readonly<Record<string, number>>;
}

/** What a count comes to, whoever made it. */
export function declare(
  contest: { readonly id: string; readonly seats: number },
  electors: number,
  count: Count,
): Result {
  const expressed = Object.values(count.votes).reduce((sum, votes) => sum + votes, 0);
  return {
    contest: contest.id,
    electors,
    voters: expressed + count.blank,
    expressed,
    count,
    seats: seatsByHighestAverage(count.votes, contest.seats),
  };
}

/** Electors of an invented contest, by how far it reaches: a country is larger than an academy, an academy than a department. */
const sizes: Readonly<Record<ContestScope, readonly [low: number, high: number]>> = {
  national: [180_000, 900_000],
  academy: [6_000, 40_000],
  department: [900, 5_000],
};

/** An invented ballot box: every list and the blank vote have their pile. */
function drawBox(seed: string, key: string, lists: readonly string[], voters: number): Pile[] {
  const blank = Math.floor((voters * drawBetween(seed, `${key}:blank`, 0, 20, 60)) / 1000);
  // Fine enough for two lists hardly ever to have the same number of votes.
  const drawn = lists.map((list, i) => ({
    list,
    weight: drawBetween(seed, `${key}:weight`, i, 500, 6000),
  }));
  const total = drawn.reduce((sum, { weight }) => sum + weight, 0);
  const piles = drawn.map(({ list, weight }) => ({
    list,
    ballots: Math.floor(((voters - blank) * weight) / total),
  }));
  // Rounding leaves a few ballots over: they go to the last list.
  const over = voters - blank - piles.reduce((sum, { ballots }) => sum + ballots, 0);
  const last = lists.at(-1) ?? null;
  return [...piles, { list: last, ballots: over }, { list: null, ballots: blank }];
}

/**
 * Invented results of a contest: from the class's seed alone, the same at every seat, whatever anyone chose.
 * @param world nothing of it but the setup, so that no ballot can weigh on the count
 */
export function resultOf(
  edition: Edition,
  world: Pick<World, 'setup'>,
  contest: Pick<OwnContest, 'id' | 'kind' | 'seats'>,
): Result {
  // A seat in a class changes the voter, not the election: the room reads one result.
  const seed = world.setup.seed.replace(/\..*/, '');
  const key = `result:${edition.id}:${contest.id}`;
  const [low, high] = sizes[edition.contests[contest.kind]?.scope ?? 'academy'];
  const electors = drawBetween(seed, `${key}:electors`, 0, low, high);
  const turnout = drawBetween(seed, `${key}:turnout`, 0, 330, 580);
  const voters = Math.floor((electors * turnout) / 1000);
  const lists = listsOf(edition, world, contest.id).map(({ id }) => id);
  return declare(contest, electors, tally(lists, drawBox(seed, key, lists, voters)));
}
