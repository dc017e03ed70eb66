// What is tried in a world: right answers at any time, wrong ones, and waiting for the next thing that happens.
import { deskOpensAt } from '../../src/simulator/core/clock.ts';
import type { Edition } from '../../src/simulator/core/edition.ts';
import { gestures } from '../../src/simulator/core/offers.ts';
import type { Command, World } from '../../src/simulator/core/portal.ts';
import { numenAlias } from '../../src/simulator/core/secrets.ts';
import { contestsOf, votingCode } from '../../src/simulator/core/views.ts';
import { secret } from '../support/scenario.ts';

const has = (world: World, wanted: string) => world.incidents.some(({ kind }) => kind === wanted);

/** A form with a NUMEN in it, or a mailbox whose password it still is. */
function asksNumen(edition: Edition, world: World, command: Command): boolean {
  if (command.type === 'SignInToMailbox') return world.mailbox.secret === numenAlias;
  if (command.type === 'RequestVotingCode') return edition.reissue !== 'shown-again';
  return 'numen' in command;
}

/** Only what the key can see: the rest is projected away, and left to scenarios and to the hostile walk. */
function worthwhile(edition: Edition, world: World, command: Command): boolean {
  // Nobody types a NUMEN that nobody gave.
  if (!world.numenKnown && asksNumen(edition, world, command)) return false;
  switch (command.type) {
    case 'Consult':
    case 'CallHelpdesk':
    case 'DownloadReceipt':
    case 'ForgetMailboxPassword':
      return false;
    case 'RequestProfileUpdate':
      return has(world, 'profile-mistake');
    case 'ClaimRollCorrection':
      return has(world, 'contest-missing');
    case 'AskForNumen':
      return command.desk === 'secretariat' && !world.numenKnown;
    case 'AnswerChallenge':
      return command.channel === 'sms';
    case 'OpenMail':
    case 'RestoreMail':
      return false;
    case 'EmptyBin':
      return has(world, 'mailbox-full');
    case 'DeleteMail': {
      if (!has(world, 'mailbox-full')) return false;
      const old = world.mailbox.mails.find(({ folder, link }) => folder !== 'bin' && !link);
      return command.mail === old?.id;
    }
    case 'RequestPasswordReset':
    case 'GiveAddress':
    case 'OpenAccount':
      // Where room is counted, one mail on its way at a time.
      return (
        !has(world, 'mailbox-full') ||
        (command.type === 'GiveAddress' && world.account.state === 'active') ||
        !world.due.some(({ what }) => what.kind === 'mail')
      );
    case 'FollowLink': {
      const mail = world.mailbox.mails.find(({ id }) => id === command.mail);
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
  if (world.hiddenContest !== null) all.push({ type: 'OpenContest', contest: world.hiddenContest });
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
  if (account.session) untils.add(account.session.lastSeen + edition.limits.idle);
  if (code.oneTime?.deliveredAt) untils.add(code.oneTime.deliveredAt + edition.limits.oneTimeCode);
  if (!world.numenKnown || (code.letter === 'none' && code.reissues === 0))
    untils.add(deskOpensAt(edition, world, edition.desks.secretariat));
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
  return [...right, ...hostile(edition, world), ...waits(edition, world, instants)];
}
