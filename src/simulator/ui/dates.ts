// Short dates for lists and bands, and the few instants that the calendar computes. Long ones are the core's (narrate.ts).
import type { Instant, PracticeAcademy } from '../core/edition.ts';
import { localOffset } from '../core/views.ts';

const written = (options: Intl.DateTimeFormatOptions) => {
  const format = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', ...options });
  return (at: Instant) => format.format(new Date(at * 1000));
};
const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const day = written({ day: 'numeric', month: 'short', year: 'numeric' });
const hour = written(clock);

/** « 1er déc. 2018 », Paris. */
function dayOf(at: Instant): string {
  return day(at).replace(/^1\b/, '1ᵉʳ');
}

/** « 18 h 40 », Paris. */
function hourOf(at: Instant): string {
  return hour(at).replace(':', '\u00a0h\u00a0');
}

/** « 12 nov. 2018, 18 h 40 », Paris. */
export function shortTime(at: Instant): string {
  return `${dayOf(at)}, ${hourOf(at)}`;
}

/** The same, and the day alone where a source gives no hour: a window that opens with its day says no « 00 h 00 ». */
export function openingTime(at: Instant): string {
  return hour(at) === '00:00' ? dayOf(at) : shortTime(at);
}

/** When a window closes: the last day, where it counts whole. */
export function closingTime(at: Instant): string {
  return hour(at) === '00:00' ? `${dayOf(at - 1)} inclus` : shortTime(at);
}

/** The next time that the academy's clock says `seconds` after midnight, tomorrow at the earliest. */
export function tomorrowAt(academy: PracticeAcademy, now: Instant, seconds: number): Instant {
  const offset = localOffset(academy, now);
  const midnight = Math.floor((now + offset) / 86_400) * 86_400 + 86_400;
  const wanted = midnight + seconds;
  return wanted - localOffset(academy, wanted - offset);
}

/** « 9 h 30 » from seconds after midnight. */
export function spoken(seconds: number): string {
  const minutes = Math.floor((seconds % 3600) / 60);
  const tail = minutes ? `\u00a0${String(minutes).padStart(2, '0')}` : '';
  return `${Math.floor(seconds / 3600)}\u00a0h${tail}`;
}
