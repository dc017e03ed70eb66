// The election as the walk sees it: same rules, fewer numbers (PORTAL.md section 8: bounded on purpose).
import {
  periodNames,
  type Edition,
  type Incident,
  type PeriodName,
} from '../../src/simulator/core/edition.ts';
import type { World } from '../../src/simulator/core/portal.ts';
import { periodOf } from '../../src/simulator/core/views.ts';

/** Every delay, lock and life of a one-time code is a whole number of these, so that what was begun together ends together. Seconds. */
export const tick = 900;

/** Gestures cost nothing here: time moves by waiting alone, so that worlds can be compared. */
export function withoutCosts(edition: Edition): Edition {
  return { ...edition, costs: {} };
}

/** Incidents count their seconds in ticks too. */
function inTicks(incident: Incident): Incident {
  if (incident.kind === 'mail-late') return { ...incident, seconds: tick };
  if (incident.kind === 'cut-after-confirmation') return { ...incident, seconds: tick };
  return incident;
}

/**
 * What is abstracted, and why nothing is lost:
 * - gestures cost nothing: what a form left open meets is the costed hostile walk's business;
 * - a mail, a text message, a lock take one tick, a one-time code lives two: the order of the real ones without their
 *   digits, so that no seed has worlds of its own;
 * - a session lasts until somebody signs out or the portal goes down: reading pages keeps a real one alive as long as one
 *   likes, and where it ends by itself the voter stands where signing out leads (only the word of the refusal differs);
 * - a late mail takes one tick more, letters and decisions whole days; a link dies after its real time;
 * - one wrong password locks, one wrong code too: counting to five is told by scenarios;
 * - a mailbox holds as much as one likes, unless being full is the incident: then it holds six mails.
 */
export function abstracted(edition: Edition): Edition {
  const fixed = (seconds: number) => ({ min: seconds, max: seconds });
  const full = Object.values(edition.exercises).some(({ incidents }) =>
    incidents.some(({ kind }) => kind === 'mailbox-full'),
  );
  return {
    ...withoutCosts(edition),
    delays: {
      mail: fixed(tick),
      sms: fixed(tick),
      decision: fixed(2 * 86_400),
      post: fixed(3 * 86_400),
    },
    limits: {
      ...edition.limits,
      wrongPasswords: 1,
      wrongCodes: 1,
      lock: tick,
      boothLock: tick,
      idle: 1000 * 86_400,
      oneTimeCode: 2 * tick,
      mailboxCapacity: full ? 6 : 1_000_000,
    },
    exercises: Object.fromEntries(
      Object.entries(edition.exercises).map(([id, exercise]) => [
        id,
        { ...exercise, incidents: exercise.incidents.map(inTicks) },
      ]),
    ),
  };
}

/**
 * Every opening and closing still to come, as this voter's academy knows it, and of what the incidents close, in order.
 * Windows of what the walk does not look at (pages; corrections, unless the incident is a mistake) are left out.
 */
export function criticalInstants(edition: Edition, world: World): readonly number[] {
  const has = (wanted: string) => world.incidents.some(({ kind }) => kind === wanted);
  const left = new Set<PeriodName>(['candidates', 'roll']);
  if (!has('profile-mistake')) left.add('profileUpdate');
  if (world.hiddenContests.length === 0) left.add('rollCorrection');
  const periods = periodNames
    .filter((name) => !left.has(name))
    .map((name) => periodOf(edition, world, name));
  const outages = world.incidents.filter((one) => one.kind === 'portal-down');
  const edges = [...periods, ...outages].flatMap((one) => (one ? [one.opens, one.closes] : []));
  // Where room is counted, a dead link cannot always be asked for again: whether one outlives the next instant matters.
  const lives = has('mailbox-full') ? edges.map((edge) => edge - edition.limits.link) : [];
  const all = [...edges, ...lives];
  return [...new Set(all)].filter((at) => at > world.now).sort((a, b) => a - b);
}
