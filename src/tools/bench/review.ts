/** Going through a run: how long it takes to stand at any of its gestures, with what the coach advised there. */
import { editionIds, loadEdition } from '../../lib/editions.ts';
import { obey, advise } from '../../simulator/core/advice.ts';
import type { PortalEvent, World } from '../../simulator/core/portal.ts';
import { beginning, opening } from '../../simulator/core/prepare.ts';
import { decide } from '../../simulator/core/decide.ts';
import { evolve } from '../../simulator/core/evolve.ts';
import type { Run } from '../../simulator/session/contract.ts';
import { printRun } from '../../simulator/session/export.ts';
import { adviceAt, filmOf, worldAt, type Film } from '../../simulator/session/film.ts';
import { parseRun, readRun } from '../../simulator/session/import.ts';
import type { Figure } from './figure.ts';

const events = 200;

/** The careful voter, who looks at the calendar now and then until there are enough events to go through. */
function longRun(id: string): Run {
  const edition = loadEdition(id);
  const academy = Object.keys(edition.academies)[0] ?? '';
  const exercise = 'parcours-complet';
  const setup = { edition: id, academy, profile: 'certifie', exercise, seed: 'KMPRTV' };
  const begun = opening(edition, setup);
  const gestures: { readonly events: readonly PortalEvent[] }[] = [{ events: begun }];
  let world: World = beginning(edition, setup);
  let count = begun.length;
  const take = (more: readonly PortalEvent[]): void => {
    gestures.push({ events: more });
    world = more.reduce(evolve, world);
    count += more.length;
  };
  while (count < events / 2)
    take(decide(edition, world, { type: 'Consult', screen: 'calendar' }).events);
  obey(edition, world, (here) => advise(edition, here).command).forEach(take);
  while (count < events)
    take(decide(edition, world, { type: 'Consult', screen: 'calendar' }).events);
  return { setup, gestures };
}

function timed(work: () => void): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

/** The slowest gesture to go to. */
function slowest(film: Film): number {
  return Math.max(
    ...film.frames.map((_, n) =>
      timed(() => {
        worldAt(film, n);
        adviceAt(film, n);
      }),
    ),
  );
}

/** @returns the worst gesture of the worst election, and the opening of its file, best of three rounds */
export function reviewFigures(): readonly Figure[] {
  let [seek, open] = [0, 0];
  for (const id of editionIds()) {
    const edition = loadEdition(id);
    const run = longRun(id);
    const text = printRun(run);
    const film = filmOf(edition, run);
    const rounds = [0, 1, 2];
    seek = Math.max(seek, Math.min(...rounds.map(() => slowest(film))));
    const reading = () => {
      const sheet = parseRun(text);
      const read = typeof sheet === 'string' ? sheet : readRun(edition, sheet);
      if (typeof read === 'string') throw new Error(read);
      filmOf(edition, read.run);
    };
    open = Math.max(open, Math.min(...rounds.map(() => timed(reading))));
  }
  return [
    {
      name: 'relire 200 événements : aller à un geste',
      value: seek,
      unit: 'ms',
      budget: { most: 50 },
    },
    { name: 'relire 200 événements : ouvrir le fichier', value: open, unit: 'ms', budget: null },
  ];
}
