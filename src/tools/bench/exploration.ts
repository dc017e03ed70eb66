/** What exploring one election costs on two cores: time, and resident memory at its highest, both processes together. */
import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { nothingSeen } from '../../../tests/model/coverage.ts';
import { make } from '../../../tests/model/exploration.ts';
import { walksOf } from '../../../tests/model/walks.ts';
import { editionIds } from '../../lib/editions.ts';
import { isProgram } from '../run.ts';
import type { Figure } from './figure.ts';

const cores = 2;

interface Cost {
  readonly seconds: number;
  readonly bytes: number;
}

/** Walks of an election, each given to whichever process is free. */
async function explored(id: string): Promise<Cost> {
  const began = performance.now();
  let next = 0;
  const all = walksOf(id).length;
  const peaks = await Promise.all(
    Array.from({ length: cores }, () =>
      busy(fork(fileURLToPath(import.meta.url), [id]), () => (next < all ? next++ : null)),
    ),
  );
  const seconds = (performance.now() - began) / 1000;
  return { seconds, bytes: peaks.reduce((sum, peak) => sum + peak, 0) };
}

/**
 * Keeps a process at work as long as there is a walk.
 * @returns its resident memory at its highest, bytes
 */
function busy(worker: ChildProcess, take: () => number | null): Promise<number> {
  return new Promise((done, failed) => {
    let peak = 0;
    worker.on('message', (bytes) => {
      peak = Number(bytes);
      const walk = take();
      if (walk === null) worker.disconnect();
      else worker.send(walk);
    });
    worker.on('error', failed);
    worker.on('exit', (code) => (code === 0 ? done(peak) : failed(new Error(`exit ${code}`))));
  });
}

/** @returns the worst of the elections: the budget holds for each */
export async function explorationFigures(): Promise<readonly Figure[]> {
  const costs: Cost[] = [];
  for (const id of editionIds()) costs.push(await explored(id));
  const seconds = Math.max(...costs.map((cost) => cost.seconds));
  const bytes = Math.max(...costs.map((cost) => cost.bytes));
  return [
    {
      name: 'explorer une élection, sur deux cœurs',
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
  const walks = walksOf(process.argv[2] ?? '');
  const told = (): void => void process.send?.(process.resourceUsage().maxRSS * 1024);
  process.on('message', (place) => {
    const walk = walks[Number(place)];
    if (walk) make(walk, nothingSeen());
    told();
  });
  told();
}
