/** content/memo.yaml: the lines of the memory sheet. What one has and where it is; never a secret, never a vote. */
import { z } from 'astro/zod';
import { distinct } from './distinct.ts';
import { id, text } from './fact.ts';

/** A place to tick: its name is what a device keeps, its words are what a reader sees. */
export type MemoPlace = { readonly name: string; readonly words: string };

export type MemoLine = {
  readonly name: string;
  /** « J’ai reçu ma lettre… », to tick. */
  readonly have: string;
  /** What stands before the places: « Elle est ». */
  readonly question: string;
  readonly places: readonly MemoPlace[];
  /** One more place in the reader's words: a line on paper, a short field on screen. */
  readonly other: boolean;
  /** What to write on paper only: « Nom et numéro ». */
  readonly byHand: string | null;
  /** The days of the vote are places too. */
  readonly days: boolean;
  readonly note: string;
  /** What the list of what remains says of it. */
  readonly left: string;
  /** Slug of the situation that helps. */
  readonly situation: string | null;
};

/** Words of a vote that is done: a sheet, and whoever finds it, have no business with them. */
const voted = /j’ai (?:déjà |bien )?voté|a voté|vote fait|preuve gardée/iu;

const line = z
  .strictObject({
    nom: id(),
    je_l_ai: text(80),
    question: text(30),
    ou: z
      .array(z.strictObject({ nom: id(), mots: text(40) }))
      .min(1)
      .superRefine(distinct(({ nom }) => nom, 'nom', 'un nom par endroit')),
    autre: z.boolean().default(false),
    /** une ligne à remplir à la main, sur le papier seulement */
    papier: text(40).optional(),
    moments: z.boolean().default(false),
    a_savoir: text(120),
    reste: text(80),
    situation: id().optional(),
  })
  .superRefine((fr, context) => {
    for (const key of ['je_l_ai', 'a_savoir', 'reste'] as const)
      if (voted.test(fr[key]))
        context.addIssue({
          code: 'custom',
          path: [key],
          message: 'Écrire ce qui se prépare : cette feuille ne dit jamais si l’on a voté',
        });
    if ((fr.autre || fr.papier !== undefined) && /numen|code/u.test(fr.nom))
      context.addIssue({
        code: 'custom',
        path: [fr.autre ? 'autre' : 'papier'],
        message: 'Pas de ligne libre à côté d’un secret : on finirait par l’y écrire',
      });
  })
  .transform((fr): MemoLine => ({
    name: fr.nom,
    have: fr.je_l_ai,
    question: fr.question,
    places: fr.ou.map(({ nom, mots }) => ({ name: nom, words: mots })),
    other: fr.autre,
    byHand: fr.papier ?? null,
    days: fr.moments,
    note: fr.a_savoir,
    left: fr.reste,
    situation: fr.situation ?? null,
  }));

/** The whole file, in the order of the sheet. Refuses a name that serves twice, and any word of a vote that is done. */
export const memoSchema = z
  .strictObject({
    lignes: z
      .array(line)
      .min(1)
      .superRefine(distinct(({ name }) => name, 'nom', 'un nom par ligne')),
  })
  .transform(({ lignes }): readonly MemoLine[] => lignes);
