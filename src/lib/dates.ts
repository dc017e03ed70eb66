/** Days and hours of a Paris clock, for whoever builds the pages; in words, see clock-words.ts. */
import { parisSeconds } from '../schemas/fact.ts';
import { minutesFromParis } from './clock-words.ts';

export * from './clock-words.ts';

/** UTC seconds of « AAAA-MM-JJ HH:MM » on a Paris clock; the day must exist. */
export function parisInstant(day: string, time = '00:00'): number {
  const seconds = parisSeconds(`${day} ${time}`);
  if (typeof seconds !== 'number') throw new Error(`Not a Paris time: ${day} ${time}`);
  return seconds;
}

/** UTC seconds at which a calendar day begins on the clock of a zone. Not for a night when a clock is changed. */
export function dayBegins(zone: string, day: string): number {
  const inParis = parisInstant(day);
  return inParis - minutesFromParis(zone, inParis) * 60;
}

/** When these pages were made, in UTC seconds: now, or SOURCE_DATE_EPOCH so that a build can be repeated. */
export const builtAt: number = Math.floor(
  Number(process.env['SOURCE_DATE_EPOCH'] ?? '') || Date.now() / 1000,
);
