// Where the coach's advice leads from every world of a walk: to a ballot, or to a named reason that is the truth.
import { advise, type DeadEnd } from '../../src/simulator/core/advice.ts';
import { decide } from '../../src/simulator/core/decide.ts';
import type { Edition } from '../../src/simulator/core/edition.ts';
import { evolve } from '../../src/simulator/core/evolve.ts';
import type { World } from '../../src/simulator/core/portal.ts';
import { hasVoted } from '../../src/simulator/core/views.ts';
import { keyOf } from './key.ts';

export type Verdict = 'votes' | DeadEnd;

/** More gestures than any way needs. */
const patience = 400;

/**
 * @param instants the critical instants of the walk
 * @returns obeys the advice to its end; worlds with the same key share the answer
 * @throws when the advice is refused, goes round in circles, or says nothing
 */
export function verdictsOf(
  edition: Edition,
  instants: readonly number[],
): (key: string, world: World) => Verdict {
  const known = new Map<string, Verdict>();
  return (firstKey, first) => {
    const path: string[] = [];
    let [key, world] = [firstKey, first];
    let verdict: Verdict | undefined;
    for (let gesture = 0; verdict === undefined; gesture += 1) {
      if (gesture > patience)
        throw new Error(`the advice goes round in circles: ${advise(edition, world).goal}`);
      verdict = known.get(key);
      if (verdict !== undefined) break;
      path.push(key);
      if (hasVoted(world)) {
        verdict = 'votes';
        break;
      }
      const { command, reason, goal } = advise(edition, world);
      if (reason) {
        verdict = reason;
        break;
      }
      if (!command) throw new Error(`no gesture and no reason at ${goal}`);
      const { events, refusals } = decide(edition, world, command);
      if (refusals.length > 0)
        throw new Error(`the advice was refused: ${goal} ${JSON.stringify(refusals)}`);
      world = events.reduce(evolve, world);
      key = keyOf(edition, world, instants);
    }
    for (const each of path) known.set(each, verdict);
    return verdict;
  };
}
