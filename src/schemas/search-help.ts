/** content/recherche.yaml: what people type, and what it means here. */
import { z } from 'astro/zod';
import { text } from './fact.ts';

export type SearchHelp = {
  /** Words that say the same thing. */
  readonly synonyms: readonly (readonly string[])[];
  /** « /ca-bloque/code-perdu/ » → what somebody types who needs that page. */
  readonly typed: Readonly<Record<string, readonly string[]>>;
};

const words = z.array(text(60)).min(1, 'Écrire au moins un mot, ou enlever la ligne');

/** The whole file. */
export const searchHelpSchema = z
  .strictObject({
    synonymes: z.array(words),
    /** une page du site, puis les mots des gens */
    pages: z.record(
      z
        .string()
        .regex(/^\/(?:[a-z0-9-]+\/)*(?:#[a-z0-9-]+)?$/u, 'Écrire la page ainsi : /ca-bloque/'),
      words,
    ),
  })
  .transform((fr): SearchHelp => ({ synonyms: fr.synonymes, typed: fr.pages }));
