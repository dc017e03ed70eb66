// What an exercise may ask for: a closed list of named questions to its world and its journal, with a yes or a no.
import { holdsCode } from './advice.ts';
import type { CommandType, EventType, PortalEvent, World } from './portal.ts';
import type { Refusal } from './refusals.ts';
import { hasVoted } from './views.ts';

/** Named for content/exercices and content/bilans.yaml, which say them in French. */
export const goalWords = [
  'numen-in-hand',
  'mailbox-open',
  'room-made',
  'portal-mail-read',
  'fake-recognised',
  'inner-browser-left',
  'site-left',
  'link-asked',
  'account-open',
  'signed-in',
  'capitals-off',
  'password-renewed',
  'profile-told',
  'roll-read',
  'correction-asked',
  'letter-claimed',
  'letter-open',
  'code-in-hand',
  'new-code',
  'code-by-mail',
  'every-shown-ballot-cast',
  'every-ballot-cast',
  'receipt-kept',
  'help-asked',
  'results-read',
] as const;
export type GoalWord = (typeof goalWords)[number];

/** One gesture of the journal: what it did, and what was answered when it was refused. */
export interface Deed {
  readonly events: readonly PortalEvent[];
  readonly refused?:
    { readonly type: CommandType; readonly refusals: readonly Refusal[] } | undefined;
}

/** A stretch of play: the world it came to, and the voter's own gestures that led there. */
export interface Run {
  readonly world: World;
  readonly deeds: readonly Deed[];
}

function happened({ deeds }: Run, ...types: readonly EventType[]): boolean {
  return deeds.some(({ events }) => events.some(({ type }) => types.includes(type)));
}

function did({ deeds }: Run, matches: (event: PortalEvent, deed: Deed) => boolean): boolean {
  return deeds.some((deed) => deed.events.some((event) => matches(event, deed)));
}

const looksAt =
  (...screens: readonly string[]) =>
  (event: PortalEvent): boolean =>
    event.type === 'Consulted' && screens.includes(event.screen);

/** Is it reached? What belongs to the world may have been there from the start; what belongs to the journal was done by the voter. */
export function isMet(run: Run, goal: GoalWord): boolean {
  const { world } = run;
  switch (goal) {
    case 'numen-in-hand':
      return world.numenKnown;
    case 'mailbox-open':
      return world.mailbox.open || happened(run, 'MailboxSignedIn');
    case 'room-made':
      return happened(run, 'BinEmptied');
    case 'portal-mail-read':
      return world.mailbox.mails.some(({ link, read }) => link !== null && read);
    case 'fake-recognised':
      return happened(run, 'FakeReported');
    case 'inner-browser-left':
      return happened(run, 'InnerBrowserLeft');
    case 'site-left':
      return happened(run, 'SiteLeft');
    case 'link-asked':
      return did(
        run,
        (event) =>
          event.type === 'MailSent' &&
          event.due.what.kind === 'mail' &&
          event.due.what.link !== null,
      );
    case 'account-open':
      return world.account.state === 'active';
    case 'signed-in':
      return happened(run, 'SignedIn');
    case 'capitals-off':
      return !world.capsLock && happened(run, 'CapsLockChanged');
    case 'password-renewed':
      return did(run, (event) => event.type === 'PasswordChosen' && event.by === 'reset');
    case 'profile-told':
      return world.profileUpdate !== 'no';
    case 'roll-read':
      return did(run, looksAt('roll', 'contests', 'roll-correction'));
    case 'correction-asked':
      return world.rollCorrection !== 'no';
    case 'letter-claimed':
      return happened(run, 'NoticeMissing', 'NoticeCollected');
    case 'letter-open':
      return world.code.letter === 'open';
    case 'code-in-hand':
      return holdsCode(world);
    case 'new-code':
      return holdsCode(world) && happened(run, 'VotingCodeReissued');
    case 'code-by-mail':
      return did(run, (event) => event.type === 'OneTimeCodeAsked' && event.channel === 'mail');
    case 'every-shown-ballot-cast':
      return hasVoted(world);
    case 'every-ballot-cast':
      return hasVoted(world) && world.cast.length === world.persona.contests.length;
    case 'receipt-kept':
      return world.receipts.length > 0 && world.receipts.every(({ kept }) => kept);
    case 'help-asked':
      return happened(run, 'HelpdeskAnswered');
    case 'results-read':
      return did(run, looksAt('results'));
  }
}
