// The coach obeyed from anywhere: to every ballot cast, or to a named reason, which somebody else confirms.
import { advise } from '../../src/simulator/core/advice.ts';
import { decide } from '../../src/simulator/core/decide.ts';
import type { Edition } from '../../src/simulator/core/edition.ts';
import { evolve } from '../../src/simulator/core/evolve.ts';
import type { World } from '../../src/simulator/core/portal.ts';
import { hasVoted } from '../../src/simulator/core/views.ts';
import { criticalInstants, keyOf } from './explore.ts';
import type { Made } from './exploration.ts';
import type { Verdict } from './verdicts.ts';

/** More gestures than any way needs. */
const patience = 400;

/** Where obeying ends, and in which world. */
export interface Obeyed {
  readonly verdict: Verdict;
  readonly world: World;
}

/**
 * @returns what obeying from this very world leads to, with the costs that the edition has
 * @throws when the advice says nothing, or leads round in circles
 */
export function obey(edition: Edition, from: World): Obeyed {
  let world = from;
  for (let gesture = 0; gesture < patience; gesture += 1) {
    if (hasVoted(world)) return { verdict: 'votes', world };
    const { command, reason, goal } = advise(edition, world);
    if (reason) return { verdict: reason, world };
    if (!command) throw new Error(`no gesture and no reason at ${goal}`);
    world = decide(edition, world, command).events.reduce(evolve, world);
  }
  throw new Error(`the advice goes round in circles: ${advise(edition, world).goal}`);
}

/**
 * @returns obeys from a world of that walk, and compares with the explored arrows
 * @throws when the coach gives up where they lead to a full vote, or votes where they do not
 */
export function obeyingIn({ walk, ways }: Made): (world: World) => void {
  const { edition, name, without } = walk;
  let instants: readonly number[] | null = null;
  return (world) => {
    instants ??= criticalInstants(edition, walk.first(world.setup.seed));
    const can = ways.has(keyOf(edition, world, instants));
    const { verdict } = obey(edition, world);
    if (can && verdict !== 'votes')
      throw new Error(`${name}: the coach ends at « ${verdict} », but every ballot can be cast`);
    // A walk that leaves gestures to another one cannot say what they would lead to.
    if (!can && verdict === 'votes' && without.length === 0)
      throw new Error(`${name}: the coach finds a way that was not explored`);
  };
}
