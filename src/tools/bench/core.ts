/** The speed of the rules: decide + evolve per second on one core. */
import type { Figure } from './figure.ts';

/** Measures the core over scripted journeys. Nothing is measured yet. */
export async function coreFigures(): Promise<readonly Figure[]> {
  return [{ name: 'decide + evolve', value: null, unit: '/s', budget: { least: 1_000_000 } }];
}
