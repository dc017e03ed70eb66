// A bounded walk through everything that can happen in one election (PORTAL.md section 8).
import { deskOpen, deskOpensAt } from '../../src/simulator/core/clock.ts';
import { decide } from '../../src/simulator/core/decide.ts';
import type { Edition } from '../../src/simulator/core/edition.ts';
import { evolve } from '../../src/simulator/core/evolve.ts';
import { offers } from '../../src/simulator/core/offers.ts';
import type { Command, CommandType, Decision, World } from '../../src/simulator/core/portal.ts';
import { remaining, votingCode } from '../../src/simulator/core/views.ts';
import { secret } from '../support/scenario.ts';

/** Gestures cost nothing here: time moves by waiting alone, so that worlds can be compared. */
export function withoutCosts(edition: Edition): Edition {
  return { ...edition, costs: {} };
}

/** Every opening and closing of the calendar, in order. */
export function criticalInstants(edition: Edition): readonly number[] {
  const all = Object.values(edition.calendar).flatMap((period) =>
    period ? [period.opens, period.closes] : [],
  );
  return [...new Set(all)].sort((a, b) => a - b);
}

/** Pages are projected away, and with them everything that only shows. */
const shown = new Set([
  'Consult',
  'CallHelpdesk',
  'RequestProfileUpdate',
  'ForgetMailboxPassword',
  'EmptyBin',
]);

/** How often a thing may be sent before the walk stops asking for more. */
const cap = 2;

function worthwhile(edition: Edition, world: World, command: Command): boolean {
  switch (command.type) {
    case 'GiveAddress':
      if (world.account.state !== 'active') return world.account.activation.sent < cap;
      // Past the first time, the address is only the way through a captcha.
      return edition.captchas['sign-in'] !== null && !world.account.identified;
    case 'OpenAccount':
      return world.account.activation.sent < cap;
    case 'RequestPasswordReset':
      return world.account.reset.sent < 1;
    case 'OpenMail':
    case 'FollowLink':
    case 'DeleteMail':
    case 'RestoreMail': {
      const mail = world.mailbox.mails.find(({ id }) => id === command.mail);
      const counts =
        mail?.link || (command.type === 'FollowLink' && edition.mails[mail?.kind ?? '']?.fakeClue);
      return Boolean(counts) && command.type !== 'DeleteMail' && command.type !== 'RestoreMail';
    }
    case 'AskForNumen':
      return command.desk === 'secretariat' && !world.numenKnown;
    case 'SignInToMailbox':
      return !world.mailbox.open;
    case 'SignIn':
      return world.account.session === null;
    case 'RequestVotingCode':
      // The same code shown again changes nothing.
      return edition.reissue === 'sms' || world.code.known === null;
    case 'AnswerChallenge':
      // One channel is enough for the walk, and two new codes.
      return command.channel === 'sms' && world.code.oneTime === null && world.code.reissues < cap;
    case 'EnterBooth':
      return !world.booth.inside;
    default:
      return !shown.has(command.type);
  }
}

/** What somebody does who ignores what is offered: once of each kind. */
function hostile(edition: Edition, world: World): readonly Command[] {
  const { persona, account, code, booth } = world;
  const password = edition.boothEntry === 'code-and-password' ? secret(account.secret ?? '') : null;
  const all: Command[] = [
    { type: 'SignInToMailbox', user: persona.user, password: secret('wrong') },
    { type: 'GiveAddress', address: 'quelqu.un@ailleurs.example', captcha: '' },
    { type: 'ConfirmBallot', contest: 'cta.ailleurs' },
  ];
  for (const { id } of persona.contests) {
    all.push({ type: 'ConfirmBallot', contest: id }, { type: 'OpenContest', contest: id });
  }
  if (account.wrongPasswords < 1)
    all.push({ type: 'SignIn', address: persona.address, password: secret('wrong') });
  if (booth.wrongCodes < 1) all.push({ type: 'EnterBooth', code: 'AAAA', password });
  if (code.reissues > 0)
    all.push({ type: 'EnterBooth', code: votingCode(edition, world, code.reissues - 1), password });
  for (const mail of world.mailbox.mails)
    if (mail.link) all.push({ type: 'FollowLink', mail: mail.id });
  return all;
}

function waits(edition: Edition, world: World, instants: readonly number[]): readonly Command[] {
  const untils = new Set<number>();
  const next = instants.find((instant) => instant > world.now);
  // Half-open windows: the last second inside, the first outside, and the one after.
  if (next !== undefined)
    untils
      .add(next - 1)
      .add(next)
      .add(next + 1);
  for (const mail of world.mailbox.mails) if (mail.link) untils.add(mail.at + edition.limits.link);
  const due = world.due[0];
  if (due) untils.add(due.at);
  if (world.account.lockedUntil !== null && world.account.lockedUntil > world.now)
    untils.add(world.account.lockedUntil);
  if (world.booth.lockedUntil !== null && world.booth.lockedUntil > world.now)
    untils.add(world.booth.lockedUntil);
  untils.add(deskOpensAt(edition, world, edition.desks.secretariat));
  return [...untils]
    .filter((until) => until > world.now)
    .map((until) => ({ type: 'PassTime', until }));
}

/** Everything tried in a world: offered, hostile, or waiting. */
export function attempts(
  edition: Edition,
  world: World,
  instants: readonly number[],
): readonly Command[] {
  const offered = offers(edition, world).filter(
    (command) => command.type !== 'PassTime' && worthwhile(edition, world, command),
  );
  return [...offered, ...hostile(edition, world), ...waits(edition, world, instants)];
}

/** Two worlds with the same key have the same future, as far as the walk looks; mistakes are tried everywhere, not counted. */
export function keyOf(edition: Edition, world: World, instants: readonly number[]): string {
  const { mailbox, account, code, booth } = world;
  const links = mailbox.mails
    .filter(({ link }) => link)
    .map(({ link, read, folder, at }) => [
      link?.kind,
      link?.nth === account[link?.kind ?? 'reset'].sent,
      account[link?.kind ?? 'reset'].used.includes(link?.nth ?? 0),
      read,
      folder,
      world.now >= at + edition.limits.link,
    ]);
  return JSON.stringify([
    instants.findIndex((instant) => instant > world.now),
    // The last second before an instant is a world of its own: what takes time no longer fits in it.
    instants.includes(world.now + 1),
    deskOpen(edition, world, edition.desks.secretariat),
    world.numenKnown,
    [
      mailbox.open,
      mailbox.captchaPassed,
      mailbox.identityKnown,
      mailbox.mails.length >= edition.limits.mailboxCapacity,
    ],
    links,
    [account.state, account.secret, account.choosing, account.activation.sent, account.reset.sent],
    [(account.lockedUntil ?? 0) > world.now, account.session !== null],
    [
      code.letter,
      code.reissues,
      code.known,
      code.sms.filter(({ read }) => !read).map(({ nth }) => nth),
    ],
    [booth.inside, booth.contest, (booth.lockedUntil ?? 0) > world.now],
    [account.identified, account.challenge !== null, world.screen === 'new-code-shown'],
    code.oneTime && [
      code.oneTime.accepted,
      code.oneTime.deliveredAt !== null,
      world.now >= (code.oneTime.deliveredAt ?? world.now) + edition.limits.oneTimeCode,
    ],
    world.cast,
    // Mails without a link change nothing but the inbox.
    world.due.flatMap(({ what }) => {
      if (what.kind !== 'mail') return [what.kind];
      return what.link ? [`${what.mail}${what.link.nth}`] : [];
    }),
    [
      world.down,
      world.innerBrowser,
      world.warning.wanted,
      world.warning.settled,
      world.hiddenContest,
    ],
  ]);
}

export interface Transition {
  readonly from: World;
  readonly command: Command;
  readonly decision: Decision;
  readonly to: World;
}

export interface Explored {
  /** Worlds by key; the first seen of each. */
  readonly worlds: ReadonlyMap<string, World>;
  /** Keys from which a key was reached. */
  readonly before: ReadonlyMap<string, ReadonlySet<string>>;
  /** New worlds at each depth: the fingerprint. */
  readonly counts: readonly number[];
  /** The bound was met before the end. */
  readonly cut: boolean;
}

/**
 * Breadth first from a world, until nothing new or the bound.
 * @param bound how many worlds at most
 * @param without commands that this walk leaves to another one
 * @param check called for every attempt, also refused ones
 */
export function explore(
  edition: Edition,
  first: World,
  bound: number,
  without: readonly CommandType[],
  check: (step: Transition) => void,
): Explored {
  const instants = criticalInstants(edition);
  const worlds = new Map<string, World>([[keyOf(edition, first, instants), first]]);
  const before = new Map<string, Set<string>>();
  const counts = [1];
  let frontier = [...worlds];
  while (frontier.length > 0 && worlds.size < bound) {
    const found: [string, World][] = [];
    for (const [fromKey, from] of frontier) {
      for (const command of attempts(edition, from, instants)) {
        if (without.includes(command.type)) continue;
        const decision = decide(edition, from, command);
        const to = decision.events.reduce(evolve, from);
        check({ from, command, decision, to });
        const key = keyOf(edition, to, instants);
        if (key === fromKey) continue;
        const sources = before.get(key) ?? new Set();
        sources.add(fromKey);
        before.set(key, sources);
        if (worlds.has(key)) continue;
        worlds.set(key, to);
        found.push([key, to]);
      }
      if (worlds.size >= bound) break;
    }
    frontier = found;
    if (found.length > 0) counts.push(found.length);
  }
  return { worlds, before, counts, cut: worlds.size >= bound };
}

/** Keys of worlds from which every ballot can still be cast, by the explored arrows alone. */
export function canVote({ worlds, before }: Explored): ReadonlySet<string> {
  const reached = new Set<string>();
  const queue: string[] = [];
  for (const [key, world] of worlds) {
    if (remaining(world).length === 0) {
      reached.add(key);
      queue.push(key);
    }
  }
  for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
    for (const source of before.get(key) ?? []) {
      if (reached.has(source)) continue;
      reached.add(source);
      queue.push(source);
    }
  }
  return reached;
}
