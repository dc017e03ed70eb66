// A play as text, a line per gesture: what a pull request shows when a rule, a delay or an hour has changed.
import { advise } from '../../../src/simulator/core/advice.ts';
import type { Edition } from '../../../src/simulator/core/edition.ts';
import type { Command, PortalEvent, World } from '../../../src/simulator/core/portal.ts';
import { opening } from '../../../src/simulator/core/prepare.ts';
import { ending, type Done, type Player } from './player.ts';

const clock = new Intl.DateTimeFormat('fr-FR', {
  timeZone: 'Europe/Paris',
  day: '2-digit',
  month: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** « 27/11 08:00 », hour of Paris; seconds where there are some. */
function hour(at: number): string {
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

/** What is the voter's own stands once, at the top of the track: it is only named here. */
function gestured({ persona }: World, { type, ...data }: Command): string {
  const own = new Map<unknown, string>(Object.entries(persona).map(([name, one]) => [one, name]));
  return [type, ...Object.values(data).map((value) => own.get(value) ?? told(value))].join(' ');
}

function happened({ type, ...data }: PortalEvent): string {
  const rest = told(data);
  return rest === '' ? type : `${type}(${rest})`;
}

function line(edition: Edition, { before, command, events, refusals, screen }: Done): string {
  const advice = advise(edition, before);
  return [
    hour(before.now),
    `[${advice.goal}@${advice.screen}]`,
    gestured(before, command),
    '→',
    ...events.map(happened),
    ...refusals.map(({ word, field }) => (field ? `✗ ${word} (${field})` : `✗ ${word}`)),
    `@${screen}`,
  ].join(' ');
}

/** What had happened before the first gesture. */
export function before({ edition, world }: Player): string {
  return opening(edition, world.setup)
    .map((event) => `- ${happened(event)}\n`)
    .join('');
}

/** Every gesture — the hour, what the coach says then, the gesture, what came of it, the page — and how it stands in the end. */
export function track(player: Player): string {
  const lines = player.done.map((one) => line(player.edition, one));
  return [...lines, `= ${ending(player)}`].join('\n');
}
