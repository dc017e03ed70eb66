// Is the coach's way the shortest one? Counted in gestures, against the explored arrows; gestures of care are named.
import type { Incident } from '../../src/simulator/core/edition.ts';
import type { CommandType, World } from '../../src/simulator/core/portal.ts';
import { costOf } from './explore.ts';

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

/** What a gesture that is told counts beside the shortest way: nothing when it is one of care. */
export function toldCost(type: CommandType): number {
  return care[type] === undefined ? costOf(type) : 0;
}
