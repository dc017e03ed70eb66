// Gestures, events and answers as short text, for files that are compared and read.
import { advise } from '../../src/simulator/core/advice.ts';
import type { Edition } from '../../src/simulator/core/edition.ts';
import type { Command, PortalEvent, World } from '../../src/simulator/core/portal.ts';
import type { Refusal } from '../../src/simulator/core/refusals.ts';

const clock = new Intl.DateTimeFormat('fr-FR', {
  timeZone: 'Europe/Paris',
  day: '2-digit',
  month: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** « 27/11 08:00 », hour of Paris; seconds where there are some. */
export function hour(at: number): string {
  return clock
    .format(at * 1000)
    .replace(',', '')
    .replace(/:00$/, '');
}

/** An hour as an hour, a password as its alias, the rest as it is, named only where a value alone says nothing. */
function told(value: unknown): string {
  if (typeof value === 'number') return value > 1e9 ? hour(value) : String(value);
  if (typeof value === 'string') return value === '' ? '""' : value;
  if (Array.isArray(value)) return `[${value.map(told).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  if ('alias' in value) return told(value.alias);
  return Object.entries(value)
    .map(([name, one]) => (/^(null|true|false)$/.test(String(one)) ? `${name}=${one}` : told(one)))
    .join(' ');
}

/** What is the voter's own is only named. */
export function gestured({ persona }: World, { type, ...data }: Command): string {
  const own = new Map<unknown, string>(Object.entries(persona).map(([name, one]) => [one, name]));
  return [type, ...Object.values(data).map((value) => own.get(value) ?? told(value))].join(' ');
}

export function happened({ type, ...data }: PortalEvent): string {
  const rest = told(data);
  return rest === '' ? type : `${type}(${rest})`;
}

export function refused({ word, field }: Refusal): string {
  return field ? `✗ ${word} (${field})` : `✗ ${word}`;
}

/** The coach's sentence, the page it speaks of, and why there is no way left. */
export function coach(edition: Edition, world: World): string {
  const { goal, screen, reason } = advise(edition, world);
  return `[${goal}@${reason ?? screen}]`;
}
