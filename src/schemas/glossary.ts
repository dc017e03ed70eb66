/** content/glossaire/mots.yaml: the words of the vote, in plain French, and what they were called in other years. */
import { z } from 'astro/zod';
import { distinct } from './distinct.ts';
import { id, strength, text, type Strength } from './fact.ts';

/** What a word meant, or what the thing was called, in one past election. */
export type FormerName = {
  readonly edition: string;
  readonly text: string;
  readonly strength: Strength;
  readonly source: string;
};

export type Term = {
  /** Its place on /glossaire/. */
  readonly anchor: string;
  readonly word: string;
  /** How pages write it, letter for letter but for the first capital: the first one on a page leads here. */
  readonly forms: readonly string[];
  /** Other words for the same thing: shown, and known to the search. */
  readonly others: readonly string[];
  readonly meaning: string;
  /** `null` where the meaning only explains a word and states nothing. */
  readonly proof: { readonly strength: Strength; readonly source: string } | null;
  readonly formerly: readonly FormerName[];
  /** A page of the site that says more. */
  readonly see: { readonly path: string; readonly words: string } | null;
};

const former = z
  .strictObject({ edition: id(), texte: text(240), preuve: strength(), source: id() })
  .transform((fr): FormerName => ({
    edition: fr.edition,
    text: fr.texte,
    strength: fr.preuve,
    source: fr.source,
  }));

const term = z
  .strictObject({
    /** l'endroit de la page : /glossaire/#numen */
    ancre: id(),
    mot: text(50),
    /** comme les pages l'écrivent : le premier de chaque page devient un lien */
    formes: z.array(text(50)).default([]),
    /** d'autres mots pour la même chose */
    aussi: z.array(text(50)).default([]),
    sens: text(360),
    preuve: strength().optional(),
    source: id().optional(),
    autrefois: z.array(former).default([]),
    voir: z.strictObject({ vers: text(80), mots: text(60) }).optional(),
  })
  .refine(
    ({ preuve, source }) => (preuve === undefined) === (source === undefined),
    'Écrire preuve et source ensemble, ou ni l’une ni l’autre',
  )
  .transform((fr): Term => ({
    anchor: fr.ancre,
    word: fr.mot,
    forms: fr.formes,
    others: fr.aussi,
    meaning: fr.sens,
    proof: fr.preuve && fr.source ? { strength: fr.preuve, source: fr.source } : null,
    formerly: fr.autrefois,
    see: fr.voir ? { path: fr.voir.vers, words: fr.voir.mots } : null,
  }));

/** The whole file: every anchor once. */
export const glossarySchema = z
  .array(term)
  .superRefine(distinct(({ anchor }) => anchor, 'ancre', 'une ancre par mot'));
