// What is tried in a world: right answers at any time, wrong ones, and waiting for the next thing that happens.
import { deskOpensAt } from '../../src/simulator/core/clock.ts';
import type { Edition } from '../../src/simulator/core/edition.ts';
import { gestures } from '../../src/simulator/core/offers.ts';
import type { Command, Mail, World } from '../../src/simulator/core/portal.ts';
import { numenAlias } from '../../src/simulator/core/secrets.ts';
import { academyOf, contestsOf, votingCode } from '../../src/simulator/core/views.ts';
import { secret } from '../support/scenario.ts';

const has = (world: World, wanted: string) => world.incidents.some(({ kind }) => kind === wanted);

/** A form with a NUMEN in it, or a mailbox whose password it still is. */
function asksNumen(edition: Edition, world: World, command: Command): boolean {
  if (command.type === 'SignInToMailbox') return world.mailbox.secret === numenAlias;
  if (command.type === 'RequestVotingCode') return edition.reissue !== 'shown-again';
  return 'numen' in command;
}

/** Nobody types a NUMEN that nobody gave. */
export function typesUnknownNumen(edition: Edition, world: World, command: Command): boolean {
  return !world.numenKnown && asksNumen(edition, world, command);
}

/** Who is signed in does not sign in again: a bound of the walk; the costed walk does it. */
export function signsInAgain(world: World, command: Command): boolean {
  return (
    world.account.session !== null && (command.type === 'SignIn' || command.type === 'GiveAddress')
  );
}

/** Where room is counted, one mail is on its way at a time: a bound of that walk. */
export function overfills(world: World, command: Command): boolean {
  const sends =
    command.type === 'RequestPasswordReset' ||
    command.type === 'OpenAccount' ||
    (command.type === 'GiveAddress' && world.account.state !== 'active');
  return sends && has(world, 'mailbox-full') && world.due.some(({ what }) => what.kind === 'mail');
}

function livingLink(world: World, { link }: Mail): boolean {
  if (!link) return false;
  const { sent, used } = world.account[link.kind];
  return link.nth === sent && !used.includes(sent);
}

function hasTool(edition: Edition, world: World): boolean {
  return academyOf(edition, world).mailbox.identifierTool !== 'none';
}

/** Only what the key can see: the rest is projected away, and left to scenarios and to the hostile walk. */
function worthwhile(edition: Edition, world: World, command: Command): boolean {
  if (typesUnknownNumen(edition, world, command) || overfills(world, command)) return false;
  const full = has(world, 'mailbox-full');
  const { mails } = world.mailbox;
  switch (command.type) {
    case 'Consult':
    case 'DownloadReceipt':
    case 'ForgetMailboxPassword':
    case 'OpenMail':
      return false;
    case 'CallHelpdesk':
      return hasTool(edition, world) && !world.mailbox.identityKnown;
    case 'RequestProfileUpdate':
      return has(world, 'profile-mistake');
    case 'ClaimRollCorrection':
      return has(world, 'contest-missing') || world.hiddenContests.length > 0;
    case 'AskForNumen':
      return command.desk === 'secretariat' && !world.numenKnown;
    case 'AnswerChallenge':
      return command.channel === 'sms';
    case 'EmptyBin':
      return full;
    // One of those without a living link is as good as another.
    case 'DeleteMail':
    case 'RestoreMail': {
      const place = mails.filter(
        ({ folder }) => (folder === 'bin') === (command.type === 'RestoreMail'),
      );
      const plain = place.find((mail) => !livingLink(world, mail));
      return (
        full &&
        place.some(
          (mail) => mail.id === command.mail && (mail === plain || livingLink(world, mail)),
        )
      );
    }
    case 'FollowLink': {
      const mail = mails.find(({ id }) => id === command.mail);
      const fake = Boolean(edition.mails[mail?.kind ?? '']?.fakeClue);
      return Boolean(mail?.link) || fake || has(world, 'inner-browser');
    }
    default:
      return true;
  }
}

/** What somebody does who ignores what is offered: once of each kind. */
function hostile(edition: Edition, world: World): readonly Command[] {
  const { persona, account, code } = world;
  const password = edition.boothEntry === 'code-and-password' ? secret(account.secret ?? '') : null;
  const all: Command[] = [
    { type: 'SignInToMailbox', user: persona.user, password: secret('wrong') },
    { type: 'GiveAddress', address: 'quelqu.un@ailleurs.example', captcha: '' },
    { type: 'ConfirmBallot', contest: 'cta.ailleurs' },
    { type: 'SignIn', address: persona.address, password: secret('wrong') },
    { type: 'EnterBooth', code: 'AAAA', password },
  ];
  const contests = contestsOf(world);
  const voted = contests.find(({ id }) => world.cast.includes(id));
  const other = contests.find(({ id }) => !world.cast.includes(id) && id !== world.booth.contest);
  for (const one of [voted, other]) {
    if (one)
      all.push(
        { type: 'ConfirmBallot', contest: one.id },
        { type: 'OpenContest', contest: one.id },
      );
  }
  for (const contest of world.hiddenContests.slice(0, 1))
    all.push({ type: 'OpenContest', contest });
  if (code.reissues > 0)
    all.push({ type: 'EnterBooth', code: votingCode(edition, world, code.reissues - 1), password });
  if (has(world, 'caps-lock')) all.push({ type: 'PressCapsLock' });
  if (has(world, 'certificate-warning')) all.push({ type: 'Consult', screen: 'sign-in' });
  return all;
}

/** Half-open windows: the last second inside, the first outside, and the one after; then whatever comes first by itself. */
export function waits(
  edition: Edition,
  world: World,
  instants: readonly number[],
): readonly Command[] {
  const untils = new Set<number>();
  const next = instants.find((instant) => instant > world.now);
  if (next !== undefined)
    untils
      .add(next - 1)
      .add(next)
      .add(next + 1);
  const { account, booth, code } = world;
  for (const kind of ['activation', 'reset'] as const) {
    const mail = world.mailbox.mails.find(
      ({ link }) => link?.kind === kind && link.nth === account[kind].sent,
    );
    if (mail && !account[kind].used.includes(account[kind].sent))
      untils.add(mail.at + edition.limits.link);
  }
  const due = world.due[0];
  if (due) untils.add(due.at);
  for (const until of [account.lockedUntil, booth.lockedUntil]) if (until) untils.add(until);
  if (code.oneTime?.deliveredAt) untils.add(code.oneTime.deliveredAt + edition.limits.oneTimeCode);
  if (!world.numenKnown || (code.letter === 'none' && code.reissues === 0))
    untils.add(deskOpensAt(edition, world, edition.desks.secretariat));
  if (hasTool(edition, world) && !world.mailbox.identityKnown)
    untils.add(deskOpensAt(edition, world, edition.desks.helpdesk));
  return [...untils]
    .filter((until) => until > world.now)
    .map((until) => ({ type: 'PassTime', until }));
}

/** Everything tried in a world: right, wrong, or waiting. More than `offers`: also what is not offered now. */
export function attempts(
  edition: Edition,
  world: World,
  instants: readonly number[],
): readonly Command[] {
  const right = gestures(edition, world).filter((command) => worthwhile(edition, world, command));
  const all = [...right, ...hostile(edition, world), ...waits(edition, world, instants)];
  return all.filter((command) => !signsInAgain(world, command));
}
