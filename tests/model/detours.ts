// Is the coach's way the shortest one? Counted in gestures, against the explored arrows; gestures of care are named.
import { advise } from '../../src/simulator/core/advice.ts';
import { decide } from '../../src/simulator/core/decide.ts';
import type { Edition, Incident } from '../../src/simulator/core/edition.ts';
import { evolve } from '../../src/simulator/core/evolve.ts';
import type { CommandType, World } from '../../src/simulator/core/portal.ts';
import { hasVoted } from '../../src/simulator/core/views.ts';
import { costOf } from './explore.ts';
import { keyOf } from './key.ts';

/** Gestures that a shorter way leaves out, and why the coach tells them all the same. */
export const care: Readonly<Partial<Record<CommandType, string>>> = {
  OpenMail: 'a mail is read before its link is followed',
  ReadSms: 'nobody types a code that was not read',
  ChoosePassword:
    'a new password that was begun is finished, even where the old one would still do',
  CollectNotice: 'the letter comes first, also where a code can be shown again at once',
  Consult: 'whoever is not on the roll looks at it before claiming',
};

/** What nobody can foresee: the shortest way there would know when the portal is going to be cut. */
const unforeseen: readonly Incident['kind'][] = ['portal-down', 'cut-after-confirmation'];

/** The walk can say what is shortest for somebody who does not know what is going to happen. */
export function isForeseeable(first: World): boolean {
  return !first.incidents.some(({ kind }) => unforeseen.includes(kind));
}

/**
 * @returns how many gestures the coach tells from a world to every ballot cast, gestures of care left out; asked only
 * of worlds whose advice leads there
 */
export function gesturesTold(
  edition: Edition,
  instants: readonly number[],
): (key: string, world: World) => number {
  const known = new Map<string, number>();
  return (firstKey, first) => {
    const path: { key: string; cost: number }[] = [];
    let [key, world] = [firstKey, first];
    let length = 0;
    while (!hasVoted(world)) {
      const before = known.get(key);
      if (before !== undefined) {
        length = before;
        break;
      }
      const { command, goal } = advise(edition, world);
      if (!command) throw new Error(`no gesture at ${goal}`);
      path.push({ key, cost: care[command.type] === undefined ? costOf(command.type) : 0 });
      world = decide(edition, world, command).events.reduce(evolve, world);
      key = keyOf(edition, world, instants);
    }
    for (const { key, cost } of path.reverse()) {
      length += cost;
      known.set(key, length);
    }
    return length;
  };
}
