// Can that event have happened here? Asked of events that come from elsewhere, before the memory believes them.
import { pageRefusal } from './chapters/space.ts';
import type { Edition } from './edition.ts';
import type { Due, Mail, PortalEvent, World } from './portal.ts';

/** Three years around an exercise: no clock of ours goes further, and every date in it can be written. */
const reach = 1e8;
/** Seconds of a delay, numbers of codes and images: nothing of an exercise counts further. */
const most = 1e7;

/**
 * Nothing but ids, counts and instants: no word that somebody could read, no number that a screen would choke on.
 * @param around an instant of the exercise
 */
export function isSane(value: unknown, around: number): boolean {
  if (typeof value === 'string') return /^[\w.-]{1,60}$/.test(value);
  if (typeof value === 'number')
    return value >= 0 && (value <= most || Math.abs(value - around) <= reach);
  if (typeof value !== 'object' || value === null) return true;
  return Object.values(value).every((one) => isSane(one, around));
}

const among = (ids: readonly { readonly id: string }[], wanted: string): boolean =>
  ids.some(({ id }) => id === wanted);

/** What is promised has a number of its own, an hour that is not past, and a mail that exists. */
function canBePromised(edition: Edition, world: World, due: Due | null): boolean {
  if (!due) return true;
  const { id, at, what } = due;
  const known = what.kind !== 'mail' || Object.hasOwn(edition.mails, what.mail);
  return known && at >= world.now && !among(world.due, id);
}

function canArrive(edition: Edition, world: World, { id, kind, at }: Mail): boolean {
  return at >= world.now && Object.hasOwn(edition.mails, kind) && !among(world.mailbox.mails, id);
}

/** A page that this election has, and that can stand there now. */
function canStand(edition: Edition, world: World, id: string): boolean {
  const screen = Object.hasOwn(edition.screens, id) ? edition.screens[id] : undefined;
  return screen !== undefined && pageRefusal(screen, world) === null;
}

/** Everything that an event names is there, and its hour is not past. */
function namesWhatIs(edition: Edition, world: World, event: PortalEvent): boolean {
  if (event.type === 'ExerciseStarted') return false;
  if ('at' in event && event.at < world.now) return false;
  if ('until' in event && event.until < world.now) return false;
  if ('contest' in event && !among(world.persona.contests, event.contest)) return false;
  // A one-time code that comes by text message was promised once, and its promise went with the message.
  if ('due' in event && event.type !== 'OneTimeCodeDelivered') {
    const { due } = event;
    const known =
      typeof due === 'string' ? among(world.due, due) : canBePromised(edition, world, due);
    if (!known) return false;
  }
  if ('mail' in event) {
    const { mail } = event;
    return typeof mail === 'string'
      ? among(world.mailbox.mails, mail)
      : canArrive(edition, world, mail);
  }
  return true;
}

/** What must be so for an event to come: the order of things, and no rule of an election. */
function isItsTime(edition: Edition, world: World, event: PortalEvent): boolean {
  const { mailbox, account, code, booth } = world;
  switch (event.type) {
    case 'Consulted':
      return canStand(edition, world, event.screen);
    case 'WarningShown':
      return canStand(edition, world, event.wanted);
    case 'SiteLeft':
    case 'WarningOverridden':
      return world.warning.wanted !== null;

    case 'MailboxSignedOut':
    case 'MailOpened':
    case 'MailMoved':
    case 'MailDeleted':
    case 'MailRestored':
    case 'BinEmptied':
    case 'FakeReported':
    case 'GenuineReported':
    case 'FakeAnswered':
    case 'FakeFollowed':
    case 'InnerBrowserOpened':
      return mailbox.open;
    case 'MailBounced':
      return Object.hasOwn(edition.mails, event.kind);
    case 'InnerBrowserLeft':
      return world.innerBrowser !== null;

    case 'LinkFollowed': {
      const { sent, used } = account[event.link.kind];
      return event.link.nth <= sent && !used.includes(event.link.nth);
    }
    case 'AccountOpened':
      return account.state !== 'active';
    case 'AccountConfirmed':
    case 'PasswordKept':
      return account.choosing === 'activation';
    case 'PasswordChosen':
      return account.choosing !== null || account.state === 'active';
    case 'ChallengeChosen':
      return (
        event.question < edition.challenges.length &&
        (account.choosing === 'challenge' || account.state === 'active')
      );
    case 'PasswordResetRequested':
    case 'PasswordMistaken':
    case 'LockedOut':
    case 'SignedIn':
      return account.state === 'active';
    case 'SignedOut':
    case 'SessionEnded':
    case 'ProfileUpdateAsked':
    case 'RollCorrectionAsked':
    case 'VotingCodeShown':
    case 'OneTimeCodeAsked':
    case 'CodeMistaken':
    case 'BoothLocked':
    case 'BoothEntered':
      return account.session !== null;
    case 'ProfileUpdated':
      return world.profileUpdate === 'asked';
    case 'RollCorrected':
      return (
        world.rollCorrection === 'asked' &&
        event.contests.every((id) => world.hiddenContests.includes(id)) &&
        canBePromised(edition, world, event.letter)
      );

    case 'NoticeCollected':
      return code.letter === 'none';
    case 'EnvelopeOpened':
      return code.letter === 'sealed';
    case 'NoticeLost':
      return code.letter === 'sealed' || code.letter === 'open';
    case 'VotingCodeReissued':
      return account.session !== null && event.nth === code.reissues + 1;
    case 'VotingCodeNoted':
      return world.screen === 'new-code-shown';
    case 'SmsDelivered':
      return event.sms.at >= world.now && !among(code.sms, event.sms.id);
    case 'SmsRead':
      return among(code.sms, event.sms);
    case 'OneTimeCodeDelivered':
    case 'OneTimeCodeAccepted':
      return code.oneTime !== null;

    case 'ContestOpened':
    case 'BoothLeft':
      return booth.inside;
    case 'RegisterMarked':
    case 'BallotCast':
      return booth.contest === event.contest && !world.cast.includes(event.contest);
    case 'ReceiptIssued':
      return (
        world.cast.includes(event.contest) &&
        world.receipts.every(({ contest }) => contest !== event.contest)
      );
    case 'ReceiptKept':
      return (
        account.session !== null && world.receipts.some(({ contest }) => contest === event.contest)
      );
    case 'PortalWentDown':
      return canBePromised(edition, world, event.back);
    default:
      // Time, desks, images, doors of the mailbox, and what falls due: possible whenever what they name is there.
      return true;
  }
}

/**
 * Whether an event can come next in that world. Every journal of ours says yes at every event (a test walks thousands);
 * what was written by hand, cut, or put in another order says no somewhere.
 */
export function canFollow(edition: Edition, world: World, event: PortalEvent): boolean {
  return (
    isSane(event, world.now) &&
    namesWhatIs(edition, world, event) &&
    isItsTime(edition, world, event)
  );
}

/** Whether an exercise of that election can begin so, for the voter that the event names. */
export function canBegin(
  edition: Edition,
  event: PortalEvent & { readonly type: 'ExerciseStarted' },
): boolean {
  const { setup, persona, incidents, at, due, mails, hiddenContests } = event;
  const exercise = Object.hasOwn(edition.exercises, setup.exercise)
    ? edition.exercises[setup.exercise]
    : undefined;
  const kinds = [
    ...mails.map(({ kind }) => kind),
    ...incidents.map((one) => (one.kind === 'fake-mail' ? one.mail : null)),
    ...due.map(({ what }) => (what.kind === 'mail' ? what.mail : null)),
  ];
  return (
    exercise !== undefined &&
    isSane([incidents, at, due, mails], exercise.startsAt) &&
    isDistinct(due) &&
    isDistinct(mails) &&
    due.every((one, i) => one.at >= (due[i - 1]?.at ?? at)) &&
    kinds.every((kind) => kind === null || Object.hasOwn(edition.mails, kind)) &&
    hiddenContests.every((id) => among(persona.contests, id))
  );
}

function isDistinct(list: readonly { readonly id: string }[]): boolean {
  return new Set(list.map(({ id }) => id)).size === list.length;
}
