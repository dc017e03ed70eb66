/** content/participation.yaml: how many voted in the national ballot, election by election. */
import { z } from 'astro/zod';
import { fact, text, type Fact } from './fact.ts';

export type Turnout = {
  /** « 2014 » */
  readonly year: string;
  readonly means: string;
  /** Percent of the people on the roll, as a page prints it: « 41,7 % ». */
  readonly share: Fact<string>;
};

/** The whole file, oldest first. */
export const turnoutSchema = z.array(
  z
    .strictObject({
      annee: z.int().min(1900).max(2100),
      moyen: text(60),
      part: fact(text(40)),
    })
    .transform((fr): Turnout => ({ year: String(fr.annee), means: fr.moyen, share: fr.part })),
);
