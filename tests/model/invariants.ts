// Invariants 1 to 4 and 8 of PORTAL.md section 8, asked of one attempt.
import type { Edition } from '../../src/simulator/core/edition.ts';
import type { EventType } from '../../src/simulator/core/portal.ts';
import { currentCode, periodOf } from '../../src/simulator/core/views.ts';
import type { Transition } from './explore.ts';

/** What the portal may remember of a refused attempt, and what the passing of time may bring. */
const attemptEvents: readonly EventType[] = [
  'TimePassed',
  'CaptchaShown',
  'PasswordMistaken',
  'LockedOut',
  'CodeMistaken',
  'BoothLocked',
];

/** What falls due by itself while a gesture takes its time; the page may be taken away with it. */
const dueEvents: readonly EventType[] = [
  'MailDelivered',
  'MailBounced',
  'SmsDelivered',
  'OneTimeCodeDelivered',
  'NoticeArrived',
  'SessionEnded',
  'Consulted',
  'PortalWentDown',
  'PortalCameBack',
  'VotingOpened',
  'VotingClosed',
  'ResultsPublished',
  'ProfileUpdated',
  'RollCorrected',
  'MailSent',
];

/**
 * @throws a sentence when an attempt breaks an invariant
 * @param timed gestures cost time: things may fall due during a refused one
 */
export function checkInvariants(
  edition: Edition,
  { from, command, decision, to }: Transition,
  timed: boolean,
): void {
  const accepted = decision.refusals.length === 0;
  if (to.now < from.now) throw new Error(`time went back: ${JSON.stringify(command)}`);
  const voting = periodOf(edition, from, 'voting');
  for (const event of decision.events) {
    if (event.type === 'BallotCast') {
      if (!voting || to.now < voting.opens || to.now >= voting.closes) {
        throw new Error('a ballot outside the window');
      }
      if (from.cast.includes(event.contest)) throw new Error(`voted twice in ${event.contest}`);
    }
    if (event.type === 'LinkFollowed') {
      const state = from.account[event.link.kind];
      if (event.link.nth !== state.sent || state.used.includes(event.link.nth)) {
        throw new Error('a dead link worked');
      }
      const { link } = event;
      const mail = to.mailbox.mails.find(
        (one) => one.link?.kind === link.kind && one.link.nth === link.nth,
      );
      if (!mail?.read) throw new Error('a link worked without a mail that was opened');
    }
  }
  if (new Set(to.cast).size !== to.cast.length) throw new Error('two ballots in one contest');
  if (accepted && command.type === 'EnterBooth' && command.code !== currentCode(edition, from)) {
    throw new Error('a code that is not the current one opened the booth');
  }
  const { reissues } = edition.limits;
  if (reissues !== null && to.code.reissues > reissues) throw new Error('too many new codes');
  if (from.account.state !== 'active' && to.account.state === 'active') {
    // The mail itself may be in no folder any more; its link was followed, and that asks for an opened mail.
    if (to.account.activation.used.length === 0)
      throw new Error('an account without a mail that was opened');
  }
  const harmless = timed ? [...attemptEvents, ...dueEvents] : attemptEvents;
  if (!accepted && !decision.events.every(({ type }) => harmless.includes(type))) {
    throw new Error(`${command.type} was refused and changed something`);
  }
}
