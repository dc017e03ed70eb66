/** The time to open a journal of 10,000 events, in a real browser, on the built site. */
import type { Figure } from './figure.ts';

/** Measures on a site served at `address`, with the browser at `browser`. Nothing is measured yet. */
export async function journalFigures(_where: {
  readonly address: string;
  readonly browser: string;
}): Promise<readonly Figure[]> {
  return [
    {
      name: 'ouvrir un journal de 10 000 événements',
      value: null,
      unit: 'ms',
      budget: { most: 100 },
    },
  ];
}
