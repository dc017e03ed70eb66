/**
 * Where we stand in the current election: what its file knows, and what the clock says.
 * Pure and small: the pages use it at build time, the guide's script in the browser.
 */
import type { CurrentEdition } from '../schemas/current-edition.ts';
import type { FileState, TimeState } from '../schemas/states.ts';

export const fileStates = ['empty', 'dates', 'procedure'] as const satisfies readonly FileState[];

export const timeStates = [
  'before',
  'voting',
  'last-day',
  'day-after',
  'after',
] as const satisfies readonly TimeState[];

/** Whole UTC seconds at which one time state gives way to the next. */
export type Bounds = {
  /** The vote begins: `before` ends. */
  readonly starts: number;
  /** Midnight (Paris) of the last day. */
  readonly lastDay: number;
  /** Midnight (Paris) that ends the last day: from here on it may not be called « le dernier jour ». */
  readonly dayAfter: number;
  /** From here on, and not a second earlier, the site may say « terminé ». */
  readonly ends: number;
};

export type Phase = { readonly file: FileState; readonly time: TimeState };

/** The file's state: `procedure` once its steps are written, `dates` from the first value of level 1. */
export function fileState(current: CurrentEdition): FileState {
  if (current.steps !== null) return 'procedure';
  const level1 = [
    current.opens,
    current.closes,
    current.portal,
    current.help,
    current.extendedTo,
  ] as const;
  return level1.some((value) => value !== null) ? 'dates' : 'empty';
}

/**
 * The four moments that part the time. An unknown hour never makes the vote look over:
 * without a closing the end is noon (Paris) of the day after the last one (PRODUCT.md 4).
 * The delay after closing only moves the end later; it is never shown.
 */
export function boundsOf(current: CurrentEdition): Bounds {
  const delay = current.delayAfterClosing;
  const { starts, lastDay, noonAfter } = current.days;
  const closing = current.closes?.value ?? null;
  const extended = current.extendedTo?.value ?? null;
  const end = extended ?? closing;
  const last = extended === null ? lastDay : current.days.midnightOf(extended);
  return {
    starts: current.opens?.value ?? starts,
    lastDay: last,
    dayAfter: current.days.midnightOf(last + 36 * 3600),
    ends: end === null ? noonAfter : end + delay,
  };
}

/** The time state at `now` (UTC seconds). */
export function timeState(bounds: Bounds, now: number): TimeState {
  if (now < bounds.starts) return 'before';
  if (now >= bounds.ends) return 'after';
  if (now < bounds.lastDay) return 'voting';
  return now < bounds.dayAfter ? 'last-day' : 'day-after';
}

/** The time states that this vote goes through: a closing known on its last day leaves no `day-after`. */
export function timesOf(bounds: Bounds): readonly TimeState[] {
  return timeStates.filter((time) => time !== 'day-after' || bounds.dayAfter < bounds.ends);
}

/** What the file knows and where the clock stands. `now`: UTC seconds. */
export function phase(current: CurrentEdition, now: number): Phase {
  return { file: fileState(current), time: timeState(boundsOf(current), now) };
}

/** A clock that shows a time before the page was made is wrong: it must switch nothing. */
export function isClockLate(now: number, built: number): boolean {
  return now < built;
}

const day = 24 * 3600;

/** « 10 décembre ». Made when asked for: a first `Intl` is the dearest line of a page that has not got to speak of yesterday. */
const parisDate = (at: number): string =>
  new Intl.DateTimeFormat('fr-FR', {
    timeZone: 'Europe/Paris',
    day: 'numeric',
    month: 'long',
  }).format(at * 1000);

/**
 * The countdown, in days only. `starts` and `lastDay` are Paris midnights, so a day changes
 * at midnight in Paris whatever the device's zone. The first day begins at midnight, the vote at an hour that may be
 * unknown: it is never said to be open.
 */
export function countdown(bounds: Bounds, firstMidnight: number, now: number): string {
  switch (timeState(bounds, now)) {
    case 'before': {
      const left = Math.ceil((firstMidnight - now) / day);
      if (left < 1) return 'Le vote commence aujourd’hui.';
      return left === 1
        ? 'Le vote commence demain.'
        : `Le vote commence dans ${String(left)} jours.`;
    }
    case 'voting': {
      const left = Math.ceil((bounds.lastDay - now) / day);
      return left === 1
        ? 'Le vote a lieu ces jours-ci\u202f; le dernier jour est demain.'
        : `Le vote a lieu ces jours-ci\u202f; le dernier jour est dans ${String(left)} jours.`;
    }
    case 'last-day':
      return 'C’est le dernier jour.';
    // A date, and not « hier »: where the clock is behind Paris it may still be that day.
    case 'day-after':
      return `Le dernier jour était le ${parisDate(bounds.lastDay)}.`;
    case 'after':
      return 'Le vote est terminé, d’après les dates connues.';
  }
}
