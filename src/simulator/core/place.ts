// Where something went wrong: the place of the gesture, which is not always the step that the voter had come to.
import { stepOf, type Step } from './advice.ts';
import type { CommandType, EventType, World } from './portal.ts';
import type { RefusalWord } from './refusals.ts';

/** What has a place of its own; for all else, where the voter stands is where it happens. */
const commands: Readonly<Partial<Record<Step, readonly CommandType[]>>> = {
  messagerie: [
    'AnswerCaptcha',
    'LookUpIdentity',
    'SignInToMailbox',
    'ChangeMailboxPassword',
    'ForgetMailboxPassword',
    'OpenMail',
    'DeleteMail',
    'RestoreMail',
    'MoveMail',
    'EmptyBin',
    'ReportFake',
    'AnswerFake',
  ],
  compte: [
    'FollowLink',
    'OpenAccount',
    'GiveAddress',
    'ChoosePassword',
    'ChooseChallenge',
    'RequestPasswordReset',
    'SignIn',
  ],
  code: [
    'CollectNotice',
    'OpenEnvelope',
    'RequestVotingCode',
    'AnswerChallenge',
    'GiveOneTimeCode',
    'RegenerateVotingCode',
  ],
  vote: ['EnterBooth', 'OpenContest', 'ConfirmBallot'],
};
const events: Readonly<Partial<Record<Step, readonly EventType[]>>> = {
  messagerie: ['FakeFollowed', 'FakeAnswered', 'GenuineReported', 'MailBounced'],
  compte: ['WarningOverridden', 'LockedOut'],
  code: ['NoticeMissing', 'NoticeLost', 'VotingCodeReissued'],
  vote: ['BoothLocked', 'BoothLeft'],
};
/** Said by the portal whatever is asked of it. */
const anywhere: readonly RefusalWord[] = ['portal-down', 'session-expired'];
/** Said by the mailbox, of a mail whose link would lead to the account. */
const inMailbox: readonly RefusalWord[] = ['not-in-mailbox', 'no-such-mail'];

function placed<T>(places: Readonly<Partial<Record<Step, readonly T[]>>>, what: T): Step | null {
  const { messagerie, compte, code, vote } = places;
  if (messagerie?.includes(what)) return 'messagerie';
  if (compte?.includes(what)) return 'compte';
  if (code?.includes(what)) return 'code';
  return vote?.includes(what) ? 'vote' : null;
}

/** @param before the world in which it happened */
export function placeOfEvent(type: EventType, before: World): Step {
  return placed(events, type) ?? stepOf(before);
}

/** @param type the gesture that was refused, with that word */
export function placeOfRefusal(type: CommandType, word: RefusalWord, world: World): Step {
  if (inMailbox.includes(word)) return 'messagerie';
  return (anywhere.includes(word) ? null : placed(commands, type)) ?? stepOf(world);
}
