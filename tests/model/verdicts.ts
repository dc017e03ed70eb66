// Where the coach's advice leads from every world of a walk: to a ballot, or to a named reason that is the truth.
import { advise, type DeadEnd } from '../../src/simulator/core/advice.ts';
import { decide } from '../../src/simulator/core/decide.ts';
import type { Edition } from '../../src/simulator/core/edition.ts';
import { evolve } from '../../src/simulator/core/evolve.ts';
import type { World } from '../../src/simulator/core/portal.ts';
import { hasVoted } from '../../src/simulator/core/views.ts';
import { toldCost } from './detours.ts';
import { keyOf } from './key.ts';

export type Verdict = 'votes' | DeadEnd;

/** Where obeying leads, and how many gestures are told on the way, those of care left out. */
export interface Judged {
  readonly verdict: Verdict;
  readonly told: number;
}

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
): (key: string, world: World) => Judged {
  const known = new Map<string, Judged>();
  return (firstKey, first) => {
    const path: { readonly key: string; readonly cost: number }[] = [];
    let [key, world] = [firstKey, first];
    let end: Judged | undefined;
    for (let gesture = 0; end === undefined; gesture += 1) {
      if (gesture > patience)
        throw new Error(`the advice goes round in circles: ${advise(edition, world).goal}`);
      end = known.get(key);
      if (end !== undefined) break;
      const voted = hasVoted(world);
      const { command, reason, goal } = advise(edition, world);
      if (voted || reason) {
        end = { verdict: voted || !reason ? 'votes' : reason, told: 0 };
        path.push({ key, cost: 0 });
        break;
      }
      if (!command) throw new Error(`no gesture and no reason at ${goal}`);
      path.push({ key, cost: toldCost(command.type) });
      const { events, refusals } = decide(edition, world, command);
      if (refusals.length > 0)
        throw new Error(`the advice was refused: ${goal} ${JSON.stringify(refusals)}`);
      world = events.reduce(evolve, world);
      key = keyOf(edition, world, instants);
    }
    const { verdict } = end;
    let { told } = end;
    for (const each of path.reverse()) {
      told += each.cost;
      known.set(each.key, { verdict, told });
    }
    return { verdict, told };
  };
}
