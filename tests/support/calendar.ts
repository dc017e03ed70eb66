/** A calendar file read back by another library than the one that wrote it. */
import ICAL from 'ical.js';

export type ReadEvent = {
  readonly uid: string;
  readonly sequence: number;
  /** « 2026-12-03 » for a whole day, « 2026-12-03T08:00:00Z » for an instant. */
  readonly start: string;
  /** Not included; `null` = no end is written. */
  readonly end: string | null;
  readonly summary: string;
  readonly description: string;
  /** Seconds from the start, or from what `related` says. */
  readonly alarms: readonly { readonly seconds: number; readonly related: string }[];
  readonly stamp: string;
  readonly modified: string;
  /** Every other property of one word. */
  readonly words: Readonly<Record<string, string>>;
};

/** The events of a file, in its order. Throws when it does not parse. */
export function eventsOf(text: string): readonly ReadEvent[] {
  return calendarOf(text)
    .getAllSubcomponents('vevent')
    .map((component) => {
      const text = (name: string) => String(component.getFirstPropertyValue(name) ?? '');
      return {
        uid: text('uid'),
        sequence: Number(text('sequence')),
        start: text('dtstart'),
        end: component.hasProperty('dtend') ? text('dtend') : null,
        summary: text('summary'),
        description: text('description'),
        alarms: component.getAllSubcomponents('valarm').map((alarm) => ({
          seconds: ICAL.Duration.fromString(
            String(alarm.getFirstPropertyValue('trigger')),
          ).toSeconds(),
          related: String(alarm.getFirstProperty('trigger')?.getParameter('related') ?? 'START'),
        })),
        stamp: text('dtstamp'),
        modified: text('last-modified'),
        words: Object.fromEntries(
          component.getAllProperties().map(({ name }) => [name, text(name)]),
        ),
      };
    });
}

/** The calendar itself. */
export function calendarOf(text: string): ICAL.Component {
  return ICAL.Component.fromString(text);
}
