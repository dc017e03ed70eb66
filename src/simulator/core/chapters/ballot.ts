// Chapter 5: the ballot. No command here says which list: the choice is screen memory and nobody's business.
import {
  accept,
  looksReal,
  missing,
  no,
  outside,
  portalDoor,
  realSecrets,
  refuse,
  sessionDoor,
  tidy,
} from '../checks.ts';
import { incident } from '../clock.ts';
import type { Edition } from '../edition.ts';
import type { Decision, PortalEvent, SealedSecret, World } from '../portal.ts';
import type { Refusal, RefusalWord } from '../refusals.ts';
import { contestsOf, currentCode, isListed, periodOf, votingCode } from '../views.ts';

/** A former code, dead since a newer one was issued. */
function isSuperseded(edition: Edition, world: World, code: string): boolean {
  return Array.from({ length: world.code.reissues }, (_, nth) =>
    votingCode(edition, world, nth),
  ).includes(code);
}

export function enterBooth(
  edition: Edition,
  world: World,
  code: string,
  password: SealedSecret | null,
): Decision {
  const door = portalDoor(edition, world, 'voting') ?? sessionDoor(world);
  if (door) return no(door);
  if (!isListed(world)) return no('not-on-roll');
  if (world.now < (world.booth.lockedUntil ?? 0)) return no('locked-out');
  const entry = edition.boothEntry === 'code-and-password' && password ? password : null;
  const empty = [...missing(['code', code]), ...(entry ? missing(['password', entry]) : [])];
  if (empty.length > 0) return refuse(empty);
  const typed = tidy(code).toUpperCase();
  const right = typed === currentCode(edition, world);
  const real: Refusal[] = [];
  if (!right && looksReal(code, world.persona)) real.push({ word: 'looks-real', field: 'code' });
  if (entry) real.push(...realSecrets(['password', entry]));
  if (real.length > 0) return refuse(real);
  const wrong: Refusal[] = [];
  let mistaken = false;
  if (!right) {
    const superseded = isSuperseded(edition, world, typed);
    wrong.push({ word: superseded ? 'code-superseded' : 'wrong-voting-code', field: 'code' });
    mistaken ||= !superseded;
  }
  if (edition.boothEntry === 'code-and-password' && password?.alias !== world.account.secret) {
    wrong.push({ word: 'wrong-password', field: 'password' });
    mistaken = true;
  }
  if (wrong.length === 0) return accept({ type: 'BoothEntered' });
  if (!mistaken) return refuse(wrong);
  const times = world.booth.wrongCodes + 1;
  const counted: PortalEvent = { type: 'CodeMistaken', times };
  if (times < edition.limits.wrongCodes) return refuse(wrong, counted);
  return refuse([...wrong, { word: 'locked-out' }], counted, {
    type: 'BoothLocked',
    until: world.now + edition.limits.boothLock,
  });
}

/** What stands between a voter in the booth and a contest; the grace after closing is for those already inside. */
function contestDoor(edition: Edition, world: World, contest: string): RefusalWord | null {
  const portal = portalDoor(edition, world, null);
  if (portal) return portal;
  const voting = periodOf(edition, world, 'voting');
  const grace = world.booth.inside ? edition.limits.grace : 0;
  const shut = outside(voting ? { ...voting, closes: voting.closes + grace } : null, world.now);
  if (shut) return shut;
  const session = sessionDoor(world);
  if (session) return session;
  if (!world.booth.inside) return 'not-in-booth';
  if (!contestsOf(world).some(({ id }) => id === contest)) return 'not-your-contest';
  return world.cast.includes(contest) ? 'already-voted' : null;
}

export function openContest(edition: Edition, world: World, contest: string): Decision {
  const door = contestDoor(edition, world, contest);
  return door ? no(door, 'contest') : accept({ type: 'ContestOpened', contest });
}

/** Register first, ballot second, receipt third; a cut right afterwards hides the receipt, not the vote. */
export function confirmBallot(edition: Edition, world: World, contest: string): Decision {
  const door = contestDoor(edition, world, contest);
  if (door) return no(door, 'contest');
  if (world.booth.contest !== contest) return no('not-in-booth', 'contest');
  const cast: readonly PortalEvent[] = [
    { type: 'RegisterMarked', contest },
    { type: 'BallotCast', contest },
    { type: 'ReceiptIssued', contest, at: world.now },
  ];
  const cut = incident(world, 'cut-after-confirmation');
  if (!cut || world.cast.length > 0) return accept(...cast);
  const id = `d${world.promised + 1}`;
  const back = { id, at: world.now + cut.seconds, what: { kind: 'portal-up' } } as const;
  return accept(
    ...cast,
    { type: 'PortalWentDown', due: null, at: world.now, back },
    { type: 'Consulted', screen: 'portal-down' },
  );
}

export function leaveBooth(world: World): Decision {
  return world.booth.inside ? accept({ type: 'BoothLeft', why: 'done' }) : no('not-in-booth');
}

/** Found again in the portal as long as it is open. */
export function downloadReceipt(edition: Edition, world: World, contest: string): Decision {
  const door = portalDoor(edition, world, null) ?? sessionDoor(world);
  if (door) return no(door);
  return world.receipts.some((receipt) => receipt.contest === contest)
    ? accept({ type: 'ReceiptKept', contest })
    : no('not-your-contest', 'contest');
}
