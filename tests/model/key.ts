// When two worlds count as one: everything that the rules still look at, nothing that they have done with.
import { deskOpen } from '../../src/simulator/core/clock.ts';
import type { Edition, LinkKind } from '../../src/simulator/core/edition.ts';
import type { World } from '../../src/simulator/core/portal.ts';
import { academyOf, hasVoted } from '../../src/simulator/core/views.ts';
import { tick } from './model-edition.ts';

/** Whole ticks since an instant; more than two are all the same. */
function ticksSince(world: World, at: number): number {
  return Math.min(3, Math.floor((world.now - at) / tick));
}

const hasIncident = (world: World, wanted: string) =>
  world.incidents.some(({ kind }) => kind === wanted);

/** The newest link of a kind; an older one is dead whatever happens to its mail (invariant 2 is checked all along). */
function linkKey(edition: Edition, world: World, kind: LinkKind): string {
  const { sent, used } = world.account[kind];
  // Never sent, used, lost or too late: all the same, it has to be asked for.
  if (used.includes(sent) || (kind === 'activation' && world.account.state === 'active')) return '';
  const due = world.due.find(
    ({ what }) => what.kind === 'mail' && what.link?.kind === kind && what.link.nth === sent,
  );
  if (due) return 'd';
  const mail = world.mailbox.mails.find(({ link }) => link?.kind === kind && link.nth === sent);
  if (!mail || world.now >= mail.at + edition.limits.link) return '';
  // A mail is read wherever it lies; only the emptying of the bin takes it away.
  return hasIncident(world, 'mailbox-full') && mail.folder === 'bin' ? 'b' : 'm';
}

/** A code that is good, or none: a superseded one opens nothing. */
function codeKey(edition: Edition, world: World): string {
  const { letter, known, reissues, sms } = world.code;
  const holds = known !== null && known === reissues;
  const waiting = world.due.find(({ what }) => what.kind === 'sms' && what.nth === reissues);
  const unread = sms.some(
    ({ kind, nth, read }) => kind === 'voting-code' && nth === reissues && !read,
  );
  const posted = world.due.some(({ what }) => what.kind === 'letter');
  return [
    // Once a new code was made, the letter's is dead: where the letter is matters no more.
    reissues > 0 ? '' : `${letter}${posted ? 'p' : ''}`,
    holds ? 'k' : '',
    edition.limits.reissues === null ? Math.min(reissues, 1) : reissues,
    waiting ? 'w' : unread ? 'r' : '',
    // What stands on the screen once can still be noted.
    world.screen === 'new-code-shown' && !holds ? 's' : '',
  ].join('.');
}

function oneTimeKey(world: World): string {
  const { oneTime } = world.code;
  if (!oneTime) return '-';
  if (oneTime.accepted) return 'a';
  const short = hasIncident(world, 'one-time-code-short');
  const asked = short ? `${ticksSince(world, oneTime.askedAt)}` : '';
  return oneTime.deliveredAt === null
    ? `w${asked}`
    : `d${short ? asked : ticksSince(world, oneTime.deliveredAt)}`;
}

/** The door of the account and of the booth. */
function sessionKey(edition: Edition, world: World): string {
  const { account, booth } = world;
  const until = (at: number | null) => (at !== null && at > world.now ? 'L' : '');
  const contest =
    booth.contest === null ? '' : world.cast.includes(booth.contest) ? 'voted' : 'open';
  return [
    account.state.charAt(0),
    account.choosing ?? '',
    edition.captchas['sign-in'] !== null && account.identified ? 'i' : '',
    until(account.lockedUntil),
    account.session ? 's' : '',
    booth.inside ? `b${contest}` : '',
    until(booth.lockedUntil),
  ].join('.');
}

/** Where an academy has an identifier tool: found, or on the way, and who could tell it by telephone. */
function toolKey(edition: Edition, world: World): string {
  if (world.mailbox.identityKnown) return 'i';
  const helpdesk = deskOpen(edition, world, edition.desks.helpdesk) ? 't' : '';
  return `${world.mailbox.captchaPassed ? 'c' : ''}${helpdesk}`;
}

/** Only what an incident of this exercise makes matter. */
function incidentKey(world: World): string {
  const parts: string[] = [];
  for (const { kind } of world.incidents) {
    if (kind === 'mailbox-full') {
      const { mails } = world.mailbox;
      parts.push(`${mails.length}:${mails.filter(({ folder }) => folder === 'bin').length}`);
      parts.push(world.due.map(({ what }) => (what.kind === 'mail' ? 'm' : '')).join(''));
    } else if (kind === 'caps-lock') parts.push(String(world.capsLock));
    else if (kind === 'certificate-warning')
      parts.push(`${world.warning.wanted === null ? '' : 'w'}${String(world.warning.settled)}`);
    else if (kind === 'inner-browser') parts.push(innerKey(world));
    else if (kind === 'profile-mistake') parts.push(world.profileUpdate);
  }
  return parts.join('.');
}

function innerKey(world: World): string {
  const mail = world.mailbox.mails.find(({ id }) => id === world.innerBrowser);
  if (!mail) return '';
  const { link } = mail;
  return link && link.nth === world.account[link.kind].sent ? link.kind : 'page';
}

/**
 * Two worlds with the same key have the same future, as far as the walk looks. Left out on purpose:
 * pages and what only shows; which captcha stands there; older links and codes, dead for good; mails without a link;
 * which contests were cast (how many is enough: no rule tells one contest from another); words of a password.
 * @param instants every critical instant of the walk, in order
 */
export function keyOf(edition: Edition, world: World, instants: readonly number[]): string {
  const next = instants.findIndex((instant) => instant > world.now);
  const letterless = world.code.letter === 'none' && world.code.reissues === 0;
  const desk = letterless || !world.numenKnown;
  const tool = academyOf(edition, world).mailbox.identifierTool !== 'none';
  const links = [linkKey(edition, world, 'activation'), linkKey(edition, world, 'reset')];
  const mailbox = world.account.state !== 'active' || links.some((link) => link !== '');
  // The last second before an instant is a world of its own: what takes time no longer fits in it.
  const clock = `${next}${instants[next] === world.now + 1 ? '!' : ''}`;
  const down = world.down
    ? `D${world.due.find(({ what }) => what.kind === 'portal-up') ? 'u' : ''}`
    : '';
  // Nothing left to vote: whatever is asked again, only the door of the portal still matters.
  if (hasVoted(world)) return ['voted', clock, sessionKey(edition, world), down].join('|');
  return [
    clock,
    desk && deskOpen(edition, world, edition.desks.secretariat) ? 'o' : '',
    world.numenKnown ? 'n' : '',
    mailbox && world.mailbox.open ? 'm' : '',
    tool ? toolKey(edition, world) : '',
    ...links,
    sessionKey(edition, world),
    codeKey(edition, world),
    oneTimeKey(world),
    world.cast.length,
    // Once the roll is right, nobody asks how it came to be.
    world.hiddenContests.length === 0 ? '' : `h${world.rollCorrection}`,
    down,
    incidentKey(world),
  ].join('|');
}
