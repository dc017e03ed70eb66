// The first event of an exercise: who votes, when it begins, and everything that will happen by itself.
import { drawBetween } from './draw.ts';
import type { Edition, Exercise } from './edition.ts';
import { persona } from './persona.ts';
import type { Due, Falling, Mail, MailLink, PortalEvent, Setup } from './portal.ts';

export { worldOf } from './evolve.ts';

/** An election that invites everybody sends its first link unasked. */
function invitation(edition: Edition, kind: string): MailLink | null {
  return edition.mails[kind]?.link === 'activation' ? { kind: 'activation', nth: 1 } : null;
}

/** Mails already in the box: those the edition dates, and as many old ones as it takes to fill it when that is the exercise. */
function openingMails(edition: Edition, exercise: Exercise): readonly Mail[] {
  const dated = edition.openingMails.filter(({ at }) => at <= exercise.startsAt);
  const full = exercise.incidents.some(({ kind }) => kind === 'mailbox-full');
  const missing = full ? Math.max(0, edition.limits.mailboxCapacity - dated.length) : 0;
  const fillers = Array.from({ length: missing }, (_, i) => ({
    kind: 'filler',
    at: exercise.startsAt - (missing - i) * 86_400,
  }));
  return [...dated, ...fillers]
    .sort((a, b) => a.at - b.at)
    .map(({ kind, at }, i) => ({
      id: `m${i + 1}`,
      kind,
      at,
      folder: 'inbox',
      read: kind === 'filler',
      link: invitation(edition, kind),
      oneTime: null,
    }));
}

/** When the letter comes by post, if it does: at once where it is always posted, after its window where it is a last resort. */
function letterPostedAt(edition: Edition, setup: Setup, exercise: Exercise): number | null {
  const { notice } = edition.calendar;
  if (!notice || exercise.incidents.some(({ kind }) => kind === 'letter-lost')) return null;
  const { min, max } = edition.delays.post;
  const delay = drawBetween(setup.seed, 'delay:post', 0, min, max);
  const always =
    edition.academies[setup.academy]?.noticeByPost === true ||
    exercise.incidents.some(({ kind }) => kind === 'letter-posted');
  if (always) return Math.max(exercise.startsAt, notice.opens) + delay;
  return edition.noticeFallback === 'post'
    ? Math.max(exercise.startsAt, notice.closes) + delay
    : null;
}

/** Everything that falls due whatever the voter does, in the order of its hour. */
function promises(edition: Edition, setup: Setup, exercise: Exercise): readonly Due[] {
  const all: { at: number; what: Falling }[] = [];
  const { voting, results } = edition.calendar;
  if (voting) {
    all.push(
      { at: voting.opens, what: { kind: 'voting-opens' } },
      { at: voting.closes, what: { kind: 'voting-closes' } },
    );
  }
  if (results) all.push({ at: results.opens, what: { kind: 'results' } });
  for (const mail of edition.openingMails) {
    if (mail.at > exercise.startsAt)
      all.push({
        at: mail.at,
        what: { kind: 'mail', mail: mail.kind, link: invitation(edition, mail.kind) },
      });
  }
  for (const incident of exercise.incidents) {
    if (incident.kind === 'portal-down') {
      all.push(
        { at: incident.opens, what: { kind: 'portal-down' } },
        { at: incident.closes, what: { kind: 'portal-up' } },
      );
    } else if (incident.kind === 'fake-mail') {
      all.push({ at: incident.at, what: { kind: 'mail', mail: incident.mail, link: null } });
    }
  }
  const posted = letterPostedAt(edition, setup, exercise);
  if (posted !== null) all.push({ at: posted, what: { kind: 'letter' } });
  return all
    .filter(({ at }) => at > exercise.startsAt)
    .sort((a, b) => a.at - b.at)
    .map(({ at, what }, i) => ({ id: `d${i + 1}`, at, what }));
}
/**
 * Begins an exercise: the same setup gives the same event on every device.
 * @throws when the setup names what the edition does not have; links and forms are checked before
 */
export function start(
  edition: Edition,
  setup: Setup,
): PortalEvent & { readonly type: 'ExerciseStarted' } {
  const exercise = edition.exercises[setup.exercise];
  if (!exercise) throw new Error(`unknown exercise: ${setup.exercise}`);
  const voter = persona(edition, setup);
  const hides = exercise.incidents.some(({ kind }) => kind === 'contest-missing');
  return {
    type: 'ExerciseStarted',
    setup,
    persona: voter,
    incidents: exercise.incidents,
    at: exercise.startsAt,
    due: promises(edition, setup, exercise),
    mails: openingMails(edition, exercise),
    hiddenContest: hides ? (voter.contests.at(-1)?.id ?? null) : null,
  };
}
