// A play as text, a line per gesture: what a pull request shows when a rule, a delay or an hour has changed.
import type { Edition } from '../../../src/simulator/core/edition.ts';
import { opening } from '../../../src/simulator/core/prepare.ts';
import { coach, gestured, happened, hour, refused } from '../../support/told.ts';
import { ending, type Done, type Player } from './player.ts';

function line(edition: Edition, { before, command, events, refusals, screen }: Done): string {
  return [
    hour(before.now),
    coach(edition, before),
    gestured(before, command),
    '→',
    ...events.map(happened),
    ...refusals.map(refused),
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
