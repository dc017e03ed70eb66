// One French sentence per event, from templates in content/: the visible journal, the announcements and the story say the same.
import type { Edition, Instant } from './edition.ts';
import { lazily } from './lazily.ts';
import type { PortalEvent, World } from './portal.ts';
import { academyOf, localOffset } from './views.ts';

const parisClock = lazily(
  () =>
    new Intl.DateTimeFormat('fr-FR', {
      timeZone: 'Europe/Paris',
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }),
);

function inParis(at: Instant): Readonly<Record<string, string>> {
  return Object.fromEntries(
    parisClock()
      .formatToParts(at * 1000)
      .map(({ type, value }) => [type, value]),
  );
}

const twoDigits = (n: number): string => String(Math.floor(n)).padStart(2, '0');

/** « lundi 12 novembre 2018, 18 h 40 », hour of Paris, with no-break spaces. */
export function parisTime(at: Instant): string {
  const { weekday, day, month, year, hour, minute } = inParis(at);
  const first = day === '1' ? '1ᵉʳ' : day;
  return `${weekday} ${first}\u00a0${month}\u00a0${year}, ${hour}\u00a0h\u00a0${minute}`;
}

/** « 13 h 40 » by the academy's clock; `null` where it is the hour of Paris. */
export function localTime(edition: Edition, world: World, at: Instant): string | null {
  // Seconds since the local midnight: the data holds the shifts, nothing is asked of the device.
  const local = (at + localOffset(academyOf(edition, world), at)) % (24 * 3600);
  const [hour, minute] = [twoDigits(local / 3600), twoDigits((local % 3600) / 60)];
  const paris = inParis(at);
  if (hour === paris['hour'] && minute === paris['minute']) return null;
  return `${hour}\u00a0h\u00a0${minute}`;
}

/** Fills `{names}`; a name without value stays as it is, so that a test can see it. */
export function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{([a-z_]+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** What a sentence about the voter may name. */
export function voterValues(edition: Edition, world: World): Readonly<Record<string, string>> {
  const { persona } = world;
  return {
    ...edition.words,
    civilite: persona.civility,
    prenom: persona.firstName,
    nom: persona.lastName,
    adresse: persona.address,
    utilisateur: persona.user,
    academie: academyOf(edition, world).name,
    // As its source prints it. Never more: the code may have been sent to another number, typed by mistake.
    tel: `${persona.phone.slice(0, 2)}xxxxxxx`,
  };
}

function contestName(world: World, id: string): string {
  return world.persona.contests.find((contest) => contest.id === id)?.name ?? id;
}

function subject(edition: Edition, kind: string): string {
  return edition.mails[kind]?.subject ?? kind;
}

function mailSubject(edition: Edition, world: World, id: string): string {
  const mail = world.mailbox.mails.find((one) => one.id === id);
  return mail ? subject(edition, mail.kind) : id;
}

/** What this event's sentence may name besides the voter. */
function eventValues(
  edition: Edition,
  world: World,
  event: PortalEvent,
): Readonly<Record<string, string>> {
  switch (event.type) {
    case 'Consulted':
      return { page: edition.screens[event.screen]?.title ?? event.screen };
    case 'TimePassed':
    case 'LockedOut':
    case 'BoothLocked':
      return { heure: parisTime(event.until) };
    case 'MailDelivered':
      return { objet: subject(edition, event.mail.kind) };
    case 'MailBounced':
      return { objet: subject(edition, event.kind) };
    case 'MailOpened':
    case 'MailMoved':
    case 'MailDeleted':
    case 'MailRestored':
    case 'FakeReported':
    case 'GenuineReported':
    case 'FakeAnswered':
    case 'FakeFollowed':
    case 'InnerBrowserOpened':
      return { objet: mailSubject(edition, world, event.mail) };
    case 'ContestOpened':
    case 'RegisterMarked':
    case 'BallotCast':
    case 'ReceiptIssued':
    case 'ReceiptKept':
      return { scrutin: contestName(world, event.contest) };
    default:
      return {};
  }
}

/**
 * The event as one French sentence.
 * @param world the world after it (or before: only names and words are read)
 */
export function narrate(edition: Edition, event: PortalEvent, world: World): string {
  return fill(edition.narration[event.type], {
    ...voterValues(edition, world),
    ...eventValues(edition, world, event),
  });
}
