/** Clocks of other places, asked of Intl when the data is built; the browser gets plain numbers. */
import type { Instant } from '../simulator/core/edition.ts';
import { clockIn } from './zone-clock.ts';

/** Seconds that the clock of `zone` is ahead of UTC at this instant. */
export function offsetAt(zone: string, at: Instant): number {
  const parts = (clockIn(zone, at).match(/\d+/gu) ?? []).map(Number);
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) / 1000 - at;
}

/** « 2014-10-27 », « 12:00 » on the clock of `zone` → UTC seconds. `addDays` moves the day first. */
export function zonedSeconds(day: string, hour: string, zone: string, addDays = 0): Instant {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const [hours = 0, minutes = 0] = hour.split(':').map(Number);
  const wall = Date.UTC(year, month - 1, date + addDays, hours, minutes) / 1000;
  // Twice: the offset that holds at the answer, not at the first guess.
  const guess = wall - offsetAt(zone, wall);
  return wall - offsetAt(zone, guess);
}

const dayLength = 24 * 3600;

/** Local time between two instants: from each `from` on, the seconds to add to UTC. Sorted, never empty. */
export function zoneOffsets(
  zone: string,
  from: Instant,
  until: Instant,
): readonly { readonly from: Instant; readonly seconds: number }[] {
  const found = [{ from, seconds: offsetAt(zone, from) }];
  for (let at = from; at < until; at += dayLength) {
    const last = found.at(-1)?.seconds;
    const next = Math.min(at + dayLength, until);
    const seconds = offsetAt(zone, next);
    if (seconds !== last) found.push({ from: changeBetween(zone, at, next), seconds });
  }
  return found;
}

/** First second of the later offset, by halving. */
function changeBetween(zone: string, low: Instant, high: Instant): Instant {
  const before = offsetAt(zone, low);
  let [a, b] = [low, high];
  while (b - a > 1) {
    const middle = Math.floor((a + b) / 2);
    if (offsetAt(zone, middle) === before) a = middle;
    else b = middle;
  }
  return b;
}
