/** Does a step cost more when the exercise is long? The same gesture after 10² to 10⁵ events. */
import { loadEdition } from '../../lib/editions.ts';
import { decide } from '../../simulator/core/decide.ts';
import { evolve, worldOf } from '../../simulator/core/evolve.ts';
import type { World } from '../../simulator/core/portal.ts';
import { start } from '../../simulator/core/start.ts';
import type { Figure } from './figure.ts';

const lengths = [100, 1_000, 10_000, 100_000] as const;
const rounds = 5_000;

/** The figures, the shortest exercise first; the last line is what counts: how much dearer the longest is. */
export function lengthFigures(): readonly Figure[] {
  const edition = loadEdition('men-2018');
  const setup = {
    edition: edition.id,
    academy: 'amiens',
    profile: 'certifie',
    exercise: 'parcours-complet',
    seed: 'KMPRTV',
  };
  const screens = ['calendar', 'mail-login'] as const;
  const step = (world: World, n: number): World =>
    decide(edition, world, { type: 'Consult', screen: screens[n % 2 === 0 ? 0 : 1] }).events.reduce(
      evolve,
      world,
    );
  let world = worldOf(start(edition, setup));
  let played = 0;
  // Warm: the first thousands of steps are compiled on the way.
  for (let n = 0, warm = world; n < 20_000; n += 1) warm = step(warm, n);
  const costs = lengths.map((length) => {
    for (; played < length; played += 1) world = step(world, played);
    let best = Infinity;
    for (let round = 0; round < 5; round += 1) {
      const began = performance.now();
      for (let n = 0; n < rounds; n += 1) step(world, played + n);
      best = Math.min(best, (performance.now() - began) / rounds);
    }
    return best;
  });
  const [first = 1] = costs;
  return [
    ...lengths.map((length, at): Figure => ({
      name: `un geste après ${length.toLocaleString('fr-FR')} événements, en millièmes de ms`,
      value: Math.round((costs[at] ?? 0) * 1000 * 100) / 100,
      unit: 'ms',
      budget: null,
    })),
    {
      name: 'le plus long exercice rapporté au plus court',
      value: Math.round(((costs.at(-1) ?? 0) / first) * 100) / 100,
      unit: '×',
      budget: { most: 1.5 },
    },
  ];
}
