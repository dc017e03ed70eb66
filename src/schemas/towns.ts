/** content/villes.yaml: the towns by which a reader finds her academy. */
import { z } from 'astro/zod';
import { id, text } from './fact.ts';

/** Academy id → its towns, in the order in which they are most asked for. */
export type Towns = Readonly<Record<string, readonly string[]>>;

export const townsSchema = z
  .record(id(), z.array(text(40)).min(1, 'Écrire au moins une ville'))
  .transform((fr): Towns => fr);
