// What a careful voter would do next: feeds the coach, « aller directement à… », the story and the proof that nobody is stuck.
import { deskOpen, deskOpensAt, incident } from './clock.ts';
import { decide } from './decide.ts';
import type { DeskHours, Edition, Instant, LinkKind } from './edition.ts';
import { evolve } from './evolve.ts';
import type { Command, Falling, Mail, PortalEvent, SealedSecret, World } from './portal.ts';
import { forgottenAlias, numenAlias, proposedText, sealOf } from './secrets.ts';
import {
  academyOf,
  captchaText,
  currentCode,
  hasVoted,
  isListed,
  isMailboxFull,
  isNoticePosted,
  periodOf,
  remaining,
  oneTimeCodeText,
} from './views.ts';

export const steps = ['messagerie', 'compte', 'code', 'vote', 'preuve'] as const;
/** The five steps of every guide page; « aller directement à… » leads to the beginning of one. */
export type Step = (typeof steps)[number];

/** Why no ballot can be cast any more. Each has its sentence and its situation page. */
export const deadEnds = [
  'voting-closed',
  'account-period-closed',
  'no-code-left',
  'code-period-closed',
  'code-unavailable',
  'not-on-roll',
] as const;
export type DeadEnd = (typeof deadEnds)[number];

export interface Advice {
  /** Id of the coach's sentence (content/recits/objectifs.yaml). */
  readonly goal: string;
  /** The next gesture, complete; `null` when there is none: finished, or a dead end. */
  readonly command: Command | null;
  /** The page where that gesture is made. */
  readonly screen: string | null;
  readonly reason: DeadEnd | null;
}

function next(goal: string, command: Command, screen: string): Advice {
  return { goal, command, screen, reason: null };
}

function stuck(reason: DeadEnd): Advice {
  return { goal: 'dead-end', command: null, screen: null, reason };
}

function waitUntil(goal: string, until: Instant): Advice {
  return next(goal, { type: 'PassTime', until }, 'calendar');
}

/** The hour at which something promised comes, `null` when nothing like it is on its way. */
function dueAt(world: World, matches: (what: Falling) => boolean): Instant | null {
  return world.due.find(({ what }) => matches(what))?.at ?? null;
}

function linkComing(world: World, kind: LinkKind): Instant | null {
  return dueAt(world, (what) => what.kind === 'mail' && what.link?.kind === kind);
}

/** A secret the voter remembers: its alias is enough, its text stays where it is. */
export function remembered(edition: Edition, world: World, alias: string): SealedSecret {
  return sealOf(proposedText(edition, world, alias) ?? 'Souvenir-0', alias, world.persona.address);
}

function ownPassword(edition: Edition, world: World): SealedSecret {
  return remembered(edition, world, world.account.secret ?? '');
}

/** A gesture at a desk, or waiting for its hours. */
function atDesk(edition: Edition, world: World, hours: DeskHours, advice: Advice): Advice {
  return deskOpen(edition, world, hours)
    ? advice
    : waitUntil(advice.goal, deskOpensAt(edition, world, hours));
}

function numen(edition: Edition, world: World): Advice {
  const ask = next('find-numen', { type: 'AskForNumen', desk: 'secretariat' }, 'people');
  return atDesk(edition, world, edition.desks.secretariat, ask);
}

function intoMailbox(edition: Edition, world: World): Advice {
  const { mailbox, persona } = world;
  const tool = academyOf(edition, world).mailbox.identifierTool !== 'none';
  if (!world.numenKnown && mailbox.secret === numenAlias) return numen(edition, world);
  if (tool && !mailbox.identityKnown) {
    if (!mailbox.captchaPassed) {
      const captcha = captchaText(edition, world, 'identifier-tool');
      return next('find-identifier', { type: 'AnswerCaptcha', captcha }, 'identifier-captcha');
    }
    if (!world.numenKnown) return numen(edition, world);
    const { numen: own, birthDate } = persona;
    return next(
      'find-identifier',
      { type: 'LookUpIdentity', numen: own, birthDate },
      'identifier-numen',
    );
  }
  const password = remembered(edition, world, mailbox.secret);
  return next(
    'open-mailbox',
    { type: 'SignInToMailbox', user: persona.user, password },
    'mail-login',
  );
}

/** Deleting is not enough: the bin takes room until it is emptied. */
function makeRoom(world: World): Advice {
  const { mails } = world.mailbox;
  const binned = mails.filter(({ folder }) => folder === 'bin').length;
  const old = mails.find(
    ({ folder, kind, read }) => folder !== 'bin' && (kind === 'filler' || read),
  );
  if (binned < 3 && old) return next('make-room', { type: 'DeleteMail', mail: old.id }, 'inbox');
  const [oldest] = mails;
  if (binned === 0 && oldest)
    return next('make-room', { type: 'DeleteMail', mail: oldest.id }, 'inbox');
  return next('make-room', { type: 'EmptyBin' }, 'bin');
}

/** The mail whose link still works, if it is in the box. */
function goodMail(edition: Edition, world: World, kind: LinkKind): Mail | undefined {
  const state = world.account[kind];
  return world.mailbox.mails.find(
    ({ link, at }) =>
      link?.kind === kind &&
      link.nth === state.sent &&
      !state.used.includes(link.nth) &&
      world.now < at + edition.limits.link,
  );
}

function openAccount(edition: Edition, world: World): Advice {
  const { address } = world.persona;
  if (edition.accountOpening !== 'password-then-link') {
    const captcha = captchaText(edition, world, 'sign-in');
    return next('open-account', { type: 'GiveAddress', address, captcha }, 'sign-in');
  }
  const password = remembered(edition, world, 'good-1');
  const captcha = captchaText(edition, world, 'account');
  return next(
    'open-account',
    { type: 'OpenAccount', address, password, confirmation: password, captcha },
    'create-account',
  );
}

function newPassword(edition: Edition, world: World): Advice {
  const password = remembered(edition, world, 'good-1');
  return next(
    'choose-password',
    { type: 'ChoosePassword', password, confirmation: password },
    'choose-password',
  );
}

function challengeAnswer(edition: Edition, world: World): SealedSecret {
  return remembered(edition, world, world.account.challenge?.secret ?? 'answer-1');
}

function newChallenge(edition: Edition, world: World): Advice {
  const answer = challengeAnswer(edition, world);
  return next(
    'choose-challenge',
    { type: 'ChooseChallenge', question: 0, answer },
    'choose-challenge',
  );
}

function activateAccount(edition: Edition, world: World): Advice {
  const period = periodOf(edition, world, 'accountOpening');
  if (!period || world.now >= period.closes) return stuck('account-period-closed');
  if (world.now < period.opens) return waitUntil('open-account', period.opens);
  if (world.account.choosing === 'activation') return newPassword(edition, world);
  if (world.account.choosing === 'challenge') return newChallenge(edition, world);
  if (!world.mailbox.open) return intoMailbox(edition, world);
  if (isMailboxFull(edition, world)) return makeRoom(world);
  const coming = linkComing(world, 'activation');
  if (coming !== null) return waitUntil('wait-for-mail', coming);
  const mail = goodMail(edition, world, 'activation');
  if (!mail) return openAccount(edition, world);
  if (!mail.read) {
    const junk = mail.folder === 'junk';
    return next(
      junk ? 'look-in-junk' : 'read-activation-mail',
      { type: 'OpenMail', mail: mail.id },
      junk ? 'junk' : 'inbox',
    );
  }
  return next('follow-activation-link', { type: 'FollowLink', mail: mail.id }, 'mail');
}

/** Until when a ballot is still on one's way: somebody who is not on the roll has to be on it first. */
function deadline(edition: Edition, world: World): Instant {
  const claim = periodOf(edition, world, 'rollCorrection')?.closes ?? 0;
  if (!isListed(world) && world.now < claim) return claim;
  return periodOf(edition, world, 'voting')?.closes ?? 0;
}

/**
 * A new password ends a lock at once: the way of somebody whose lock would outlast the vote, or who forgot the old one.
 * @returns `null` when waiting is enough, or when no link can come and be followed in time
 */
function throughReset(edition: Edition, world: World): Advice | null {
  const { now, account, persona } = world;
  const closes = deadline(edition, world);
  const until = periodOf(edition, world, 'passwordReset')?.closes ?? 0;
  const forgotten = account.secret === forgottenAlias;
  if ((!forgotten && (account.lockedUntil ?? 0) < closes) || now >= until) return null;
  const goal = forgotten ? 'reset-password' : 'unlock';
  const mail = goodMail(edition, world, 'reset');
  if (!mail) {
    const coming = linkComing(world, 'reset');
    if (coming !== null) return coming < until ? waitUntil('wait-for-mail', coming) : null;
    if (now + edition.delays.mail.min >= until) return null;
    return next(goal, { type: 'RequestPasswordReset', address: persona.address }, 'reset');
  }
  if (!world.mailbox.open) {
    const way = intoMailbox(edition, world);
    return way.command?.type === 'PassTime' && way.command.until >= until ? null : way;
  }
  return next(goal, { type: 'FollowLink', mail: mail.id }, 'mail');
}

function intoPortal(edition: Edition, world: World): Advice {
  const { account, persona, now } = world;
  const reset = periodOf(edition, world, 'passwordReset');
  if (account.choosing === 'reset' && reset && now < reset.closes) {
    return newPassword(edition, world);
  }
  const lock = account.lockedUntil ?? 0;
  if (now < lock) return throughReset(edition, world) ?? waitUntil('unlock', lock);
  if (account.secret === forgottenAlias)
    return throughReset(edition, world) ?? stuck('account-period-closed');
  const password = ownPassword(edition, world);
  if (edition.captchas['sign-in'] !== null && !account.identified) {
    const captcha = captchaText(edition, world, 'sign-in');
    const command: Command = { type: 'GiveAddress', address: persona.address, captcha };
    return next('sign-in', command, 'sign-in');
  }
  const screen = edition.signInForm === 'one-page' ? 'sign-in' : 'password';
  return next('sign-in', { type: 'SignIn', address: persona.address, password }, screen);
}

/** The voter has the code that opens the booth now. */
export function holdsCode(world: World): boolean {
  return world.code.known === world.code.reissues;
}

/** Answer, one-time code, new code shown once, noted. */
function newCodeByChallenge(edition: Edition, world: World): Advice {
  const { oneTime, sms } = world.code;
  if (world.screen === 'new-code-shown') {
    return next('note-new-code', { type: 'NoteVotingCode' }, 'new-code-shown');
  }
  if (oneTime) {
    const { accepted, nth, askedAt, deliveredAt } = oneTime;
    if (accepted)
      return next('ask-new-code', { type: 'RegenerateVotingCode' }, 'new-code-regenerate');
    const coming = dueAt(world, (what) => what.kind === 'one-time-code' && what.nth === nth);
    if (coming !== null) return waitUntil('wait-for-sms', coming);
    const from = incident(world, 'one-time-code-short') ? askedAt : deliveredAt;
    if (world.now < (from ?? 0) + edition.limits.oneTimeCode) {
      const unread = sms.find(
        (one) => one.kind === 'one-time-code' && one.nth === nth && !one.read,
      );
      if (unread) return next('read-sms', { type: 'ReadSms', sms: unread.id }, 'sms');
      const code = oneTimeCodeText(world, nth);
      return next('give-one-time-code', { type: 'GiveOneTimeCode', code }, 'one-time-code');
    }
  }
  const command: Command = {
    type: 'AnswerChallenge',
    answer: challengeAnswer(edition, world),
    numen: world.persona.numen,
    channel: 'sms',
  };
  return next('ask-new-code', command, 'new-code');
}

function newCode(edition: Edition, world: World): Advice {
  const period = periodOf(edition, world, 'reissue');
  if (!period || world.now >= period.closes) return stuck('code-period-closed');
  if (world.now < period.opens) return waitUntil('ask-new-code', period.opens);
  const unanswerable =
    edition.reissue === 'challenge' && world.account.challenge?.secret === forgottenAlias;
  if (unanswerable || incident(world, 'reissue-fails')) return stuck('code-unavailable');
  const { reissues } = edition.limits;
  if (reissues !== null && world.code.reissues >= reissues) return stuck('no-code-left');
  if (edition.reissue !== 'shown-again' && !world.numenKnown) return numen(edition, world);
  if (!world.account.session) return intoPortal(edition, world);
  if (edition.reissue === 'challenge') return newCodeByChallenge(edition, world);
  const { phone, numen: own, birthDate } = world.persona;
  const captcha = captchaText(edition, world, 'new-code');
  return next(
    'ask-new-code',
    { type: 'RequestVotingCode', phone, numen: own, birthDate, captcha },
    'new-code',
  );
}

function findCode(edition: Edition, world: World): Advice {
  const { code } = world;
  if (code.letter === 'sealed' && code.reissues === 0)
    return next('open-letter', { type: 'OpenEnvelope' }, 'letterbox');
  const sms = code.sms.find(
    ({ kind, nth, read }) => kind === 'voting-code' && nth === code.reissues && !read,
  );
  if (sms) return next('read-sms', { type: 'ReadSms', sms: sms.id }, 'sms');
  const coming = dueAt(world, (what) => what.kind === 'sms' && what.nth === code.reissues);
  if (coming !== null) return waitUntil('wait-for-sms', coming);
  if (code.letter !== 'none' || code.reissues > 0) return newCode(edition, world);
  const posted = dueAt(world, (what) => what.kind === 'letter');
  const period = periodOf(edition, world, 'notice');
  const handedOver =
    period !== null &&
    world.now < period.closes &&
    !isNoticePosted(edition, world) &&
    !incident(world, 'letter-lost') &&
    !incident(world, 'letter-posted');
  if (!handedOver) {
    return posted === null ? newCode(edition, world) : waitUntil('collect-letter', posted);
  }
  if (world.now < period.opens) return waitUntil('collect-letter', period.opens);
  return atDesk(
    edition,
    world,
    edition.desks.secretariat,
    next('collect-letter', { type: 'CollectNotice' }, 'letterbox'),
  );
}

/** Pages on which nothing stands at the voter's name when she is not on the roll. */
const rollPages = ['roll', 'contests', 'roll-correction'];

/** Somebody who is not on the roll looks there, claims while there is time, and waits for the answer. */
function ontoRoll(edition: Edition, world: World): Advice {
  const decision = dueAt(world, ({ kind }) => kind === 'roll-decision');
  if (decision !== null) return waitUntil('wait-for-roll', decision);
  const roll = periodOf(edition, world, 'roll');
  const claim = periodOf(edition, world, 'rollCorrection');
  const seen = rollPages.includes(world.screen);
  const claimable = claim !== null && world.now < claim.closes;
  if (!claimable && (seen || !roll || world.now >= roll.closes)) return stuck('not-on-roll');
  const opens = Math.max(roll?.opens ?? 0, claimable ? claim.opens : 0);
  if (world.now < opens) return waitUntil('check-roll', opens);
  if (!world.account.session) return intoPortal(edition, world);
  return seen
    ? next('correct-roll', { type: 'ClaimRollCorrection' }, 'roll-correction')
    : next('check-roll', { type: 'Consult', screen: 'roll' }, 'roll');
}

function vote(edition: Edition, world: World): Advice {
  const { booth, now } = world;
  const contest = remaining(world)[0]?.id ?? '';
  const unkept = world.receipts.find(({ kept }) => !kept);
  if (booth.inside && unkept) {
    return next('keep-receipt', { type: 'DownloadReceipt', contest: unkept.contest }, 'receipt');
  }
  if (booth.inside) {
    return booth.contest === contest
      ? next('cast-ballot', { type: 'ConfirmBallot', contest }, 'ballot')
      : next('open-ballot', { type: 'OpenContest', contest }, 'booth');
  }
  const voting = periodOf(edition, world, 'voting');
  if (voting && now < voting.opens) return waitUntil('wait-for-voting', voting.opens);
  if (!world.account.session) return intoPortal(edition, world);
  const lock = booth.lockedUntil ?? 0;
  if (now < lock) return waitUntil('unlock', lock);
  const password = edition.boothEntry === 'code-and-password' ? ownPassword(edition, world) : null;
  return next(
    'enter-booth',
    { type: 'EnterBooth', code: currentCode(edition, world), password },
    'booth-entry',
  );
}

function afterVoting(edition: Edition, world: World): Advice {
  const unkept = world.receipts.find(({ kept }) => !kept);
  const results = periodOf(edition, world, 'results');
  if (unkept) {
    return world.account.session
      ? next('keep-receipt', { type: 'DownloadReceipt', contest: unkept.contest }, 'receipt')
      : intoPortal(edition, world);
  }
  // Past the closing the booth's page is shut: nobody has to come out of it any more.
  const closes = periodOf(edition, world, 'voting')?.closes ?? 0;
  if (world.booth.inside && world.now < closes)
    return next('leave-booth', { type: 'LeaveBooth' }, 'booth');
  if (!results || world.screen === 'results')
    return { goal: 'done', command: null, screen: null, reason: null };
  if (world.now < results.opens) return waitUntil('wait-for-results', results.opens);
  if (!world.account.session) return intoPortal(edition, world);
  return next('see-results', { type: 'Consult', screen: 'results' }, 'results');
}

/**
 * The next gesture on the shortest sensible way to a cast ballot, a kept proof and the results.
 * @returns the named reason when there is no way left
 */
export function advise(edition: Edition, world: World): Advice {
  // A link that died meanwhile holds nobody back: what can still be done is done beside it.
  if (
    world.innerBrowser !== null &&
    decide(edition, world, { type: 'LeaveInnerBrowser' }).refusals.length === 0
  )
    return next('leave-inner-browser', { type: 'LeaveInnerBrowser' }, 'inner-browser');
  if (world.warning.wanted !== null)
    return next('deal-with-warning', { type: 'LeaveSite' }, 'certificate-warning');
  const back = world.down ? dueAt(world, ({ kind }) => kind === 'portal-up') : null;
  const voted = hasVoted(world);
  if (!voted) {
    const voting = periodOf(edition, world, 'voting');
    if (!voting || world.now >= voting.closes) return stuck('voting-closed');
  }
  if (back !== null) return waitUntil('wait-for-portal', back);
  if (voted) return afterVoting(edition, world);
  if (world.account.state !== 'active') return activateAccount(edition, world);
  if (!isListed(world)) return ontoRoll(edition, world);
  return holdsCode(world) || world.booth.inside ? vote(edition, world) : findCode(edition, world);
}

/** The step a voter is at: what remains begins there. */
export function stepOf(world: World): Step {
  if (hasVoted(world)) return 'preuve';
  if (world.account.state !== 'active') {
    const pastMailbox =
      world.mailbox.open ||
      world.account.state === 'pending' ||
      world.account.activation.used.length > 0;
    return pastMailbox ? 'compte' : 'messagerie';
  }
  return holdsCode(world) ? 'vote' : 'code';
}

/** Far more gestures than any exercise needs. */
const patience = 400;

/**
 * Plays one gesture after the other until none is told.
 * @returns the events of each gesture, in order
 */
export function obey(
  edition: Edition,
  world: World,
  told: (world: World) => Command | null,
): readonly (readonly PortalEvent[])[] {
  const gestures: (readonly PortalEvent[])[] = [];
  let here = world;
  while (gestures.length < patience) {
    const command = told(here);
    if (!command) break;
    const { events } = decide(edition, here, command);
    gestures.push(events);
    here = events.reduce(evolve, here);
  }
  return gestures;
}

/** Gestures that only lead to the door of a step: somebody who goes straight to the vote wants to stand before the booth. */
const approach: Readonly<Partial<Record<Step, readonly string[]>>> = {
  vote: ['wait-for-voting', 'sign-in'],
};

/**
 * Plays the careful voter until a step begins.
 * @returns the events of each gesture, in order; shorter than asked when a dead end comes first
 */
export function walkTo(
  edition: Edition,
  world: World,
  step: Step,
): readonly (readonly PortalEvent[])[] {
  const target = steps.indexOf(step);
  return obey(edition, world, (here) => {
    const { command, goal } = advise(edition, here);
    const before = steps.indexOf(stepOf(here)) < target;
    const approaching = stepOf(here) === step && approach[step]?.includes(goal) === true;
    return before || approaching ? command : null;
  });
}
