// Where something went wrong: the place of the gesture, which is not always the step that the voter had come to.
import { stepOf, type Step } from './advice.ts';
import type { CommandType, EventType, World } from './portal.ts';
import type { RefusalWord } from './refusals.ts';

/** Names of gestures and events that have a place of their own, the first that fits; a few signs each, for the first visit. */
const places: readonly (readonly [Step, RegExp])[] = [
  ['messagerie', /Mail|Fake|Genuine|EmptyBin|AnswerCaptcha|LookUp/],
  ['compte', /FollowLink|OpenAccount|GiveAddress|Choose|Reset|SignIn$|Warning|LockedOut/],
  ['code', /Notice|Envelope|VotingCode|AnswerChallenge|OneTime/],
  ['vote', /Booth|Contest|Ballot/],
];
/** Said whatever is asked, or because the voter is not where it could be asked. */
const anywhere: readonly RefusalWord[] = [
  'portal-down',
  'session-expired',
  'not-signed-in',
  'not-in-booth',
];
/** Said by the mailbox, of a mail whose link would lead to the account. */
const inMailbox: readonly RefusalWord[] = ['not-in-mailbox', 'no-such-mail'];

/**
 * The step to which a gesture or an event belongs; where the voter stands when it may happen anywhere.
 * @param before the world in which it happened
 */
export function placeOf(type: CommandType | EventType, before: World): Step {
  return places.find(([, names]) => names.test(type))?.[0] ?? stepOf(before);
}

/** @param type the gesture that was refused, with that word */
export function placeOfRefusal(type: CommandType, word: RefusalWord, world: World): Step {
  if (inMailbox.includes(word)) return 'messagerie';
  return anywhere.includes(word) ? stepOf(world) : placeOf(type, world);
}
