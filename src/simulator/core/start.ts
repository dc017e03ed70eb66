// The first event of an exercise: who votes, when it begins, and everything that will happen by itself.
import { letterPostedAt } from './clock.ts';
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

/** Everything that falls due whatever the voter does, in the order of its hour. */
function promises(
  edition: Edition,
  setup: Setup,
  exercise: Exercise,
  unlisted: boolean,
): readonly Due[] {
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
  // To somebody who is not on the roll, nothing is sent.
  const posted = unlisted
    ? null
    : letterPostedAt(edition, setup, exercise.incidents, exercise.startsAt);
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
  const contests = voter.contests.map(({ id }) => id);
  const hides = exercise.incidents.some(({ kind }) => kind === 'contest-missing');
  const unlisted = edition.profiles[setup.profile]?.unlisted ?? false;
  return {
    type: 'ExerciseStarted',
    setup,
    persona: voter,
    incidents: exercise.incidents,
    at: exercise.startsAt,
    due: promises(edition, setup, exercise, unlisted),
    mails: openingMails(edition, exercise),
    hiddenContests: unlisted ? contests : hides ? contests.slice(-1) : [],
  };
}
