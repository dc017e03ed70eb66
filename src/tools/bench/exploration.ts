/** What exploring one election costs, measured in a process of its own: time, and resident memory at its highest. */
import { fileURLToPath } from 'node:url';
import { nothingSeen } from '../../../tests/model/coverage.ts';
import { make } from '../../../tests/model/exploration.ts';
import { walksOf } from '../../../tests/model/walks.ts';
import { editionIds } from '../../lib/editions.ts';
import { isProgram, runNode } from '../run.ts';
import type { Figure } from './figure.ts';

/** @returns the worst of the elections: the budget holds for each */
export async function explorationFigures(): Promise<readonly Figure[]> {
  const costs: (readonly [seconds: number, bytes: number])[] = [];
  for (const id of editionIds()) {
    const { ok, output } = await runNode([fileURLToPath(import.meta.url), id]);
    if (!ok) throw new Error(output);
    const [seconds = Number.NaN, bytes = Number.NaN] = output.trim().split(' ').map(Number);
    costs.push([seconds, bytes]);
  }
  const seconds = Math.max(...costs.map(([each]) => each));
  const bytes = Math.max(...costs.map(([, each]) => each));
  return [
    {
      name: 'explorer une élection',
      value: Math.round(seconds * 10) / 10,
      unit: 's',
      budget: { most: 20 },
    },
    {
      name: 'explorer une élection, mémoire au plus haut',
      value: bytes,
      unit: 'o',
      budget: { most: 1_000_000_000 },
    },
  ];
}

if (isProgram(import.meta.url)) {
  const began = performance.now();
  const seen = nothingSeen();
  for (const walk of walksOf(process.argv[2] ?? '')) make(walk, seen);
  const seconds = (performance.now() - began) / 1000;
  console.log(`${seconds} ${process.resourceUsage().maxRSS * 1024}`);
}
