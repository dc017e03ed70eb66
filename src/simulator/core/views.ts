// What screens show of the world: read-only answers, drawn where the voter would read them.
import {
  codeAlphabet,
  digits,
  draw,
  drawBetween,
  drawOne,
  drawText,
  mixedAlphabet,
  shuffle,
  tokenAlphabet,
} from './draw.ts';
import type {
  CandidateList,
  CaptchaPlace,
  Edition,
  Instant,
  MailText,
  Period,
  PeriodName,
  PracticeAcademy,
  Seconds,
} from './edition.ts';
import type { Folder, Mail, OwnContest, World } from './portal.ts';

/** Two-word images, for editions that show « deux mots séparés par un espace ». */
const captchaWords = [
  'lune',
  'sable',
  'vague',
  'prune',
  'tigre',
  'craie',
  'neige',
  'plume',
] as const;

/** Never the first one again: « prune prune » would look like a fault. */
function secondWord(world: World, place: CaptchaPlace, nth: number): string {
  const { seed } = world.setup;
  const first = drawOne(seed, `captcha-a:${place}`, nth, captchaWords, captchaWords[0]);
  const others = captchaWords.filter((word) => word !== first);
  return drawOne(seed, `captcha-b:${place}`, nth, others, first);
}

/** Text of the distorted image that stands there now. */
export function captchaText(edition: Edition, world: World, place: CaptchaPlace): string {
  const { seed } = world.setup;
  const nth = world.captchas[place];
  switch (edition.captchas[place]) {
    case null:
      return '';
    case 'digits':
      return drawText(seed, `captcha:${place}`, nth, 4, digits);
    case 'letters':
      return drawText(seed, `captcha:${place}`, nth, 6, mixedAlphabet);
    case 'words-or-digits':
      return draw(seed, `captcha-kind:${place}`, nth) % 2 === 0
        ? drawText(seed, `captcha:${place}`, nth, 5, digits)
        : `${drawOne(seed, `captcha-a:${place}`, nth, captchaWords, captchaWords[0])} ${secondWord(world, place, nth)}`;
  }
}

/** The image that stands there now is one of those that the exercise makes unreadable, for anybody. */
export function isCaptchaUnreadable(edition: Edition, world: World, place: CaptchaPlace): boolean {
  const many = edition.exercises[world.setup.exercise]?.unreadable?.[place] ?? 0;
  return world.captchas[place] < many;
}

/** The voting code numbered `nth`: 0 is printed in the letter, the others come by new requests. */
export function votingCode(edition: Edition, world: World, nth: number): string {
  return drawText(
    world.setup.seed,
    'voting-code',
    edition.reissue === 'shown-again' ? 0 : nth,
    12,
    codeAlphabet,
  );
}

/** Six digits, good once. */
export function oneTimeCodeText(world: World, nth: number): string {
  return drawText(world.setup.seed, 'one-time-code', nth, 6, digits);
}

/** The only code that opens the booth now. */
export function currentCode(edition: Edition, world: World): string {
  return votingCode(edition, world, world.code.reissues);
}

/** Token of a link, for show: links are told apart by their number. */
export function linkToken(world: World, mail: Mail): string {
  return mail.link
    ? drawText(world.setup.seed, `token:${mail.link.kind}`, mail.link.nth, 16, tokenAlphabet)
    : '';
}

/** Reference of a proof of vote: says nothing of the choice. */
export function receiptReference(world: World, contest: string): string {
  return drawText(world.setup.seed, `receipt:${contest}`, 0, 10, codeAlphabet);
}

/** Mails of a folder, newest first. */
export function folder(world: World, name: Folder): readonly Mail[] {
  return world.mailbox.mails.filter((mail) => mail.folder === name).reverse();
}

/** The mail's text; `undefined` only for a kind that content/ no longer has. */
export function textOfMail(edition: Edition, mail: Mail): MailText | undefined {
  return edition.mails[mail.kind];
}

/** The mailbox can take nothing more. */
export function isMailboxFull(edition: Edition, world: World): boolean {
  return world.mailbox.mails.length >= edition.limits.mailboxCapacity;
}

/** @throws when the academy is not in the edition (links are checked before) */
export function academyOf(edition: Edition, world: Pick<World, 'setup'>): PracticeAcademy {
  const academy = edition.academies[world.setup.academy];
  if (!academy) throw new Error(`unknown academy: ${world.setup.academy}`);
  return academy;
}

/** The letter comes by post: where the voter lives, or because of what the voter is. */
export function isNoticePosted(edition: Edition, world: Pick<World, 'setup'>): boolean {
  const profile = edition.profiles[world.setup.profile];
  return academyOf(edition, world).noticeByPost || profile?.noticeByPost === true;
}

/** A window of the calendar, as it closes for this voter's academy; `null`: not offered. */
export function periodOf(edition: Edition, world: World, name: PeriodName): Period | null {
  return academyOf(edition, world).localPeriods[name] ?? edition.calendar[name];
}

/** Seconds to add to UTC for the local clock of the academy. */
export function localOffset(academy: PracticeAcademy, at: Instant): Seconds {
  let seconds = 0;
  for (const step of academy.offsets) if (step.from <= at) seconds = step.seconds;
  return seconds;
}

/** Whole days until an instant, rounded as a portal's counter does: « dans N jour(s) ». */
export function daysUntil(now: Instant, instant: Instant): number {
  return Math.max(0, Math.floor((instant - now) / 86_400));
}

/** The contests this voter sees: a mistaken roll may hide one, or all. */
export function contestsOf(world: World): readonly OwnContest[] {
  return world.persona.contests.filter(({ id }) => !world.hiddenContests.includes(id));
}

/** The roll knows this voter. */
export function isListed(world: World): boolean {
  return contestsOf(world).length > 0;
}

/** Contests not yet voted. */
export function remaining(world: World): readonly OwnContest[] {
  return contestsOf(world).filter(({ id }) => !world.cast.includes(id));
}

/** Every ballot that the voter sees is cast; nobody has voted who is not on the roll. */
export function hasVoted(world: World): boolean {
  return isListed(world) && remaining(world).length === 0;
}

/** Lists of a contest, in the order drawn for everybody in it. */
export function listsOf(
  edition: Edition,
  world: Pick<World, 'setup'>,
  contest: string,
): readonly CandidateList[] {
  const key = `lists:${world.setup.edition}:${contest}`;
  const many = drawBetween(key, 'count', 0, 4, Math.min(6, edition.lists.length));
  return shuffle(key, 'order', edition.lists).slice(0, many);
}
