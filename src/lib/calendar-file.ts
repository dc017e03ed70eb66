/**
 * The `.ics` file of a vote (RFC 5545): days while the hours are unknown, UTC instants afterwards.
 *
 * No time zone is declared: a day is a day, an instant is in UTC, and `timezone` would make ical-generator write
 * DTSTAMP on the clock of the machine that builds. No organiser, no guest, no address: only dates.
 */
import ical, {
  ICalAlarmType,
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventClass,
  ICalEventTransparency,
} from 'ical-generator';
import type { CurrentEdition } from '../schemas/current-edition.ts';
import type { Academy } from './content.ts';
import { addDays, dayBegins, dayIn } from './dates.ts';
import { typeset } from './typography.ts';
import { voteDates, type VoteDate } from './vote-dates.ts';

const hour = 3600;
/** Civil hours of the alarms: the evening before, and the morning of a day that presses. */
const evening = 18 * hour;
const morning = 9 * hour;

/**
 * The whole file, its last line ended too.
 * @param builtAt UTC seconds at which the site was made: the same for every build of one release
 */
export function calendarFile(
  edition: CurrentEdition,
  academy: Academy | undefined,
  builtAt: number,
): string {
  const stamp = new Date(builtAt * 1000);
  const calendar = ical({
    prodId: { company: 'Isoloir', product: 'Isoloir, pour s’entraîner', language: 'FR' },
    method: ICalCalendarMethod.PUBLISH,
    // The library leaves this name as it is: no comma, no semicolon.
    name: `${edition.name} (Isoloir)`.replaceAll(/[,;\\]/gu, ''),
    scale: 'GREGORIAN',
  });
  const sequence = sequenceOf(edition, builtAt);
  for (const date of voteDates(edition, academy, builtAt)) {
    const event = calendar.createEvent({
      // Never from the time: whoever opens a newer file finds the same entry, corrected.
      id: `isoloir-${edition.id}-${academy?.id ?? 'toutes'}-${date.kind}`,
      sequence,
      stamp,
      lastModified: stamp,
      ...spanOf(date),
      summary: typeset(date.title),
      description: typeset(
        [...date.lines, 'Isoloir, pour s’entraîner. On ne vote pas ici.'].join('\n'),
      ),
      // A shared agenda shows a free day and no words; nothing here says what its owner does.
      transparency: ICalEventTransparency.TRANSPARENT,
      busystatus: ICalEventBusyStatus.FREE,
      class: ICalEventClass.PRIVATE,
    });
    for (const seconds of alarmsOf(date, academy?.timeZone ?? 'Europe/Paris')) {
      // Said to the alarm itself: the library ignores this among its options, and would count from the END.
      event.createAlarm({ type: ICalAlarmType.display, triggerAfter: seconds }).relatesTo('START');
    }
  }
  return `${calendar.toString()}\r\n`;
}

/** A whole day (its end is not included, RFC 5545 3.6.1), or an instant without length. */
function spanOf({ when }: VoteDate) {
  if ('at' in when) return { start: new Date(when.at * 1000), allDay: false };
  const midnight = (day: string) => new Date(`${day}T00:00Z`);
  return { start: midnight(when.day), end: midnight(addDays(when.day, 1)), allDay: true };
}

/**
 * Seconds from the start of an event to each of its alarms (before: negative), on the clock of `zone`.
 * A whole day starts at midnight wherever its reader is.
 */
export function alarmsOf({ when, pressing }: VoteDate, zone: string): readonly number[] {
  const wanted = [evening - 24 * hour, ...(pressing ? [morning] : [])];
  if (!('at' in when)) return wanted;
  const midnight = dayBegins(zone, dayIn(zone, when.at));
  return wanted.map((seconds) => midnight + seconds - when.at).filter((seconds) => seconds < 0);
}

/** Room for every line of the file that may be filled in or corrected. */
const changesPerMinute = 32;

/**
 * SEQUENCE: an agenda that is given the same entry twice keeps the higher one. It must therefore grow when a value is
 * filled in, corrected, corrected again on the same day, or withdrawn: counting the values of the file alone would
 * fall in the last case. So the minute of the release comes first, then what the file holds, for two releases that
 * claim the same minute. Below 2³¹ until the year 2097.
 */
export function sequenceOf(edition: CurrentEdition, builtAt: number): number {
  const readings = [edition.opens, edition.closes, edition.extendedTo].filter(
    (reading) => reading !== null,
  );
  const corrected = [...readings, ...edition.safe].filter((fact) => fact.corrected !== null);
  const changes = Math.min(readings.length + corrected.length, changesPerMinute - 1);
  return Math.floor(builtAt / 60) * changesPerMinute + changes;
}
