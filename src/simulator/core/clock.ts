// The exercise's clock: moves by commands only, and what falls due on the way becomes events in the order of its hour.
import { drawBetween } from './draw.ts';
import type { Delay, DeskHours, Edition, Incident, Instant } from './edition.ts';
import { evolve } from './evolve.ts';
import type { Due, Falling, Mail, MailLink, PortalEvent, Setup, World } from './portal.ts';
import { academyOf, isListed, isMailboxFull, isNoticePosted, localOffset } from './views.ts';

const day = 86_400;

/** The incident of that kind, when the exercise has it. */
export function incident<K extends Incident['kind']>(
  world: World,
  kind: K,
): (Incident & { readonly kind: K }) | undefined {
  return world.incidents.find((one): one is Incident & { readonly kind: K } => one.kind === kind);
}

/** What is promised, and which one of its kind. */
interface Purpose {
  readonly name: string;
  /** 1, 2, 3… of that name: what else was asked for must not change its delay. */
  readonly nth: number;
}

/** Something to happen after a drawn delay; its number among all that is promised makes its id. */
export function later(world: World, delay: Delay, { name, nth }: Purpose, what: Falling): Due {
  return {
    id: `d${world.promised + 1}`,
    at: world.now + drawBetween(world.setup.seed, `delay:${name}`, nth, delay.min, delay.max),
    what,
  };
}

/**
 * A mail on its way to the voter, later still when the exercise says that mails are late.
 * @param nth which one of that mail: its link's number, unless said
 */
export function mailLater(
  edition: Edition,
  world: World,
  mail: string,
  link: MailLink | null,
  nth = link?.nth ?? 1,
): Due {
  const purpose = { name: `mail:${mail}`, nth };
  const due = later(world, edition.delays.mail, purpose, { kind: 'mail', mail, link });
  return { ...due, at: due.at + (incident(world, 'mail-late')?.seconds ?? 0) };
}

/**
 * When the letter comes by post, if it does: at once where it is always posted, after its window where it is a last resort.
 * @param from nothing is posted before
 */
export function letterPostedAt(
  edition: Edition,
  setup: Setup,
  incidents: readonly Incident[],
  from: Instant,
): Instant | null {
  const { notice } = edition.calendar;
  if (!notice || incidents.some(({ kind }) => kind === 'letter-lost')) return null;
  const { min, max } = edition.delays.post;
  const delay = drawBetween(setup.seed, 'delay:post', 0, min, max);
  const always =
    isNoticePosted(edition, { setup }) || incidents.some(({ kind }) => kind === 'letter-posted');
  if (always) return Math.max(from, notice.opens) + delay;
  return edition.noticeFallback === 'post' ? Math.max(from, notice.closes) + delay : null;
}

/** The letter of somebody who has just come on the roll, where letters are posted. */
function lateLetter(edition: Edition, world: World, now: Instant): Due | null {
  if (isListed(world)) return null;
  const at = letterPostedAt(edition, world.setup, world.incidents, now);
  return at === null ? null : { id: `d${world.promised + 1}`, at, what: { kind: 'letter' } };
}

/** Is somebody at the desk, by the academy's own clock? */
export function deskOpen(edition: Edition, world: World, hours: DeskHours): boolean {
  const local = world.now + localOffset(academyOf(edition, world), world.now);
  // 1970-01-01 was a Thursday, the fourth day of the week.
  const weekday = ((Math.floor(local / day) + 3) % 7) + 1;
  const second = local % day;
  return hours.days.includes(weekday) && second >= hours.opensAt && second < hours.closesAt;
}

/** The next instant at which that desk opens; `now` itself when it is open. */
export function deskOpensAt(edition: Edition, world: World, hours: DeskHours): Instant {
  const academy = academyOf(edition, world);
  for (let ahead = 0; ahead <= 7; ahead += 1) {
    const shift = localOffset(academy, world.now + ahead * day);
    const midnight = Math.floor((world.now + shift) / day) * day + ahead * day - shift;
    const opens = Math.max(world.now, midnight + hours.opensAt);
    if (deskOpen(edition, { ...world, now: opens }, hours)) return opens;
  }
  return world.now;
}

/** A one-time code comes by text message or by mail; a full mailbox sends it back. */
function oneTimeCode(
  edition: Edition,
  world: World,
  { id, at }: Due,
  { nth, channel }: Falling & { readonly kind: 'one-time-code' },
): readonly PortalEvent[] {
  // A former one may still come: only the newest begins to live.
  const delivered: readonly PortalEvent[] =
    world.code.oneTime?.nth === nth ? [{ type: 'OneTimeCodeDelivered', due: id, at }] : [];
  if (channel === 'sms') {
    const sms = { id: `o${nth}`, kind: 'one-time-code', nth, at, read: false } as const;
    return [{ type: 'SmsDelivered', due: id, sms }, ...delivered];
  }
  if (isMailboxFull(edition, world)) {
    return [{ type: 'MailBounced', due: id, at, kind: 'one-time-code' }];
  }
  const mail: Mail = {
    id: `m${world.mailbox.received + 1}`,
    kind: 'one-time-code',
    at,
    folder: 'inbox',
    read: false,
    link: null,
    oneTime: nth,
  };
  return [{ type: 'MailDelivered', due: id, mail }, ...delivered];
}

/** What a due thing turns into at its hour. */
function fall(edition: Edition, world: World, due: Due): readonly PortalEvent[] {
  const { what, at, id } = due;
  switch (what.kind) {
    case 'mail': {
      if (isMailboxFull(edition, world))
        return [{ type: 'MailBounced', due: id, at, kind: what.mail }];
      const junk = what.link !== null && incident(world, 'mail-to-junk') !== undefined;
      const mail: Mail = {
        id: `m${world.mailbox.received + 1}`,
        kind: what.mail,
        at,
        folder: junk ? 'junk' : 'inbox',
        read: false,
        link: what.link,
        oneTime: null,
      };
      return [{ type: 'MailDelivered', due: id, mail }];
    }
    case 'sms':
      return [
        {
          type: 'SmsDelivered',
          due: id,
          sms: { id: `s${what.nth}`, kind: 'voting-code', nth: what.nth, at, read: false },
        },
      ];
    case 'one-time-code':
      return oneTimeCode(edition, world, due, what);
    case 'letter':
      return [{ type: 'NoticeArrived', due: id, at }];
    case 'portal-down':
      return [{ type: 'PortalWentDown', due: id, at, back: null }];
    case 'portal-up':
      return [{ type: 'PortalCameBack', due: id, at }];
    case 'profile-decision':
      return [
        { type: 'ProfileUpdated', due: id, at },
        {
          type: 'MailSent',
          due: mailLater(edition, { ...world, now: at }, 'profile-updated', null),
        },
      ];
    case 'roll-decision': {
      const letter = lateLetter(edition, world, at);
      const promised = world.promised + (letter ? 1 : 0);
      return [
        { type: 'RollCorrected', due: id, at, contests: world.hiddenContests, letter },
        {
          type: 'MailSent',
          due: mailLater(edition, { ...world, now: at, promised }, 'roll-corrected', null),
        },
      ];
    }
    case 'voting-opens':
      return [{ type: 'VotingOpened', due: id, at }];
    case 'voting-closes':
      return [{ type: 'VotingClosed', due: id, at }];
    case 'results':
      return [{ type: 'ResultsPublished', due: id, at }];
  }
}

export interface Advanced {
  readonly events: readonly PortalEvent[];
  readonly world: World;
}

/** Where the voter stands when the page under her eyes is taken away. */
function landing(edition: Edition, world: World, event: PortalEvent): PortalEvent | null {
  const screen = edition.screens[world.screen];
  if (event.type === 'SessionEnded' && (screen?.needs === 'session' || screen?.needs === 'booth')) {
    return { type: 'Consulted', screen: 'sign-in' };
  }
  if (event.type === 'PortalWentDown' && screen?.portal)
    return { type: 'Consulted', screen: 'portal-down' };
  return null;
}

/**
 * Moves the clock, never back.
 * @param until UTC seconds; earlier than now means now
 * @param active the voter is acting on the portal: the session is not idle
 */
export function advance(edition: Edition, world: World, until: Instant, active: boolean): Advanced {
  const events: PortalEvent[] = [];
  let at = world;
  const apply = (event: PortalEvent): void => {
    const land = landing(edition, at, event);
    events.push(event);
    at = evolve(at, event);
    if (land) {
      events.push(land);
      at = evolve(at, land);
    }
  };
  for (;;) {
    const due = at.due[0];
    const dueAt = due ? due.at : Infinity;
    const idleAt = at.account.session
      ? at.account.session.lastSeen + edition.limits.idle
      : Infinity;
    if (Math.min(dueAt, idleAt) > until) break;
    if (due && dueAt <= idleAt) fall(edition, at, due).forEach(apply);
    else apply({ type: 'SessionEnded', at: idleAt });
  }
  const seen = at.account.session?.lastSeen ?? at.now;
  if (until > at.now || (active && seen < at.now)) {
    apply({ type: 'TimePassed', until: Math.max(until, at.now), active });
  }
  return { events, world: at };
}
