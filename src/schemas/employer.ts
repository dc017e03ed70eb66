/** content/employeurs.yaml: who employs me → does this guide apply, and where else to look. */
import { z } from 'astro/zod';
import { distinct } from './distinct.ts';
import { guideFact, type GuideFact } from './edition-guide.ts';
import { id, text } from './fact.ts';

/** `yes`: this guide is for you. `confirm`: nothing we read settles it for 2026. `no`: another election. */
export type Answer = 'yes' | 'confirm' | 'no';

export type Employer = {
  /** Anchor on the page. */
  readonly anchor: string;
  /** What a reader chooses, in her own words. */
  readonly choice: string;
  readonly title: string;
  readonly answer: Answer;
  readonly text: readonly string[];
  /** Always somebody. */
  readonly ask: string;
  /** What earlier elections did, each with its source. */
  readonly past: readonly GuideFact[];
};

const answers = { oui: 'yes', 'a-confirmer': 'confirm', non: 'no' } as const;

const employer = z
  .strictObject({
    ancre: id(),
    choix: text(100),
    titre: text(80),
    reponse: z.enum(['oui', 'a-confirmer', 'non']).transform((word): Answer => answers[word]),
    texte: z.array(text(500)).min(1),
    /** toujours une personne ou un service */
    a_qui_demander: text(300),
    autrefois: z.array(guideFact()).default([]),
  })
  .transform((fr): Employer => ({
    anchor: fr.ancre,
    choice: fr.choix,
    title: fr.titre,
    answer: fr.reponse,
    text: fr.texte,
    ask: fr.a_qui_demander,
    past: fr.autrefois,
  }));

/** The whole file, in the order of the page. Two entries never share an anchor. */
export const employersSchema = z
  .array(employer)
  .min(1)
  .superRefine(distinct(({ anchor }) => anchor, 'ancre', 'une ancre par cas'));
