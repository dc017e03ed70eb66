// A file read back in a test, and the worlds that its run goes through.
import type { Edition } from '../../src/simulator/core/edition.ts';
import { evolve, worldOf } from '../../src/simulator/core/evolve.ts';
import type { World } from '../../src/simulator/core/portal.ts';
import type { Run } from '../../src/simulator/session/contract.ts';
import { parseRun, readRun, type Reading } from '../../src/simulator/session/import.ts';

/** @throws when nothing of it can be opened */
export function readFile(edition: Edition, text: string): Reading {
  const sheet = parseRun(text);
  const found = typeof sheet === 'string' ? sheet : readRun(edition, sheet);
  if (typeof found === 'string') throw new Error(found);
  return found;
}

/** Every world of a run, one an event. */
export function worldsOf({ gestures }: Run): readonly World[] {
  const worlds: World[] = [];
  for (const event of gestures.flatMap(({ events }) => events)) {
    const before = worlds.at(-1);
    if (event.type === 'ExerciseStarted') worlds.push(worldOf(event));
    else if (before) worlds.push(evolve(before, event));
  }
  return worlds;
}

/** Where a run ends. */
export function endOf(run: Run): World {
  const end = worldsOf(run).at(-1);
  if (!end) throw new Error('nothing began');
  return end;
}

/** Events and refusals of a run: as many as it has lines in the journal. */
export function linesOf({ gestures }: Run): number {
  return gestures.reduce((sum, { events, refused }) => sum + events.length + (refused ? 1 : 0), 0);
}
