/** content/animer.yaml: what a trainer does before, during and after a session. French keys in, English types out. */
import { z } from 'astro/zod';
import { distinct } from './distinct.ts';
import { id, text } from './fact.ts';

/** A moment before the session, and its gestures. */
export type Beforehand = { readonly when: string; readonly gestures: readonly string[] };

/** A stretch of a session. */
export type SessionLine = {
  readonly minutes: number;
  readonly title: string;
  readonly trainer: string;
  readonly people: string;
  /** Names of content/exercices, in the order in which they are played. */
  readonly exercises: readonly string[];
};

export type RoomSession = {
  readonly name: string;
  readonly title: string;
  readonly minutes: number;
  readonly lines: readonly SessionLine[];
};

/** What people ask: answered by a situation of the guide, or in a sentence with the page that says more. */
export type RoomQuestion =
  | { readonly question: string; readonly situation: string; readonly withFact: boolean }
  | { readonly question: string; readonly answer: string; readonly to: string };

export type RoomTool = { readonly title: string; readonly to: string };

export type TrainerFile = {
  readonly rules: readonly string[];
  readonly before: readonly Beforehand[];
  readonly sessions: readonly RoomSession[];
  readonly questions: readonly RoomQuestion[];
  readonly after: readonly string[];
  readonly withoutNetwork: readonly string[];
  /** Steps that hands are raised for. */
  readonly tally: readonly string[];
  readonly tools: readonly RoomTool[];
};

const sentences = () => z.array(text(300)).min(1);
const minutes = (most: number) =>
  z
    .int('Écrire des minutes entières')
    .positive('Écrire au moins une minute')
    .max(most, `Au plus ${String(most)} minutes`);

const line = z
  .strictObject({
    minutes: minutes(60),
    titre: text(60),
    vous: text(200),
    /** ce que font les gens */
    salle: text(200),
    /** des noms de content/exercices */
    exercices: z.array(id()).default([]),
  })
  .transform((fr): SessionLine => ({
    minutes: fr.minutes,
    title: fr.titre,
    trainer: fr.vous,
    people: fr.salle,
    exercises: fr.exercices,
  }));

const session = z
  .strictObject({
    nom: id(),
    titre: text(60),
    minutes: minutes(180),
    lignes: z.array(line).min(1),
  })
  .superRefine((fr, context) => {
    const sum = fr.lignes.reduce((total, one) => total + one.minutes, 0);
    if (sum !== fr.minutes)
      context.addIssue({
        code: 'custom',
        path: ['minutes'],
        message: `Les lignes font ${String(sum)} minutes : changer une ligne, ou écrire minutes: ${String(sum)}`,
      });
  })
  .transform((fr): RoomSession => ({
    name: fr.nom,
    title: fr.titre,
    minutes: fr.minutes,
    lines: fr.lignes,
  }));

const path = () => z.string().regex(/^\//u, 'Écrire le chemin d’une page du site : /memo/');

const question = z
  .strictObject({
    question: text(120),
    situation: id().optional(),
    /** montrer le premier fait de la situation, avec sa source */
    su: z.literal(true).optional(),
    reponse: text(300).optional(),
    vers: path().optional(),
  })
  .transform((fr, context): RoomQuestion => {
    const { question: asked, situation, su, reponse, vers } = fr;
    if (situation !== undefined && reponse === undefined && vers === undefined)
      return { question: asked, situation, withFact: su === true };
    if (situation === undefined && su === undefined && reponse !== undefined && vers !== undefined)
      return { question: asked, answer: reponse, to: vers };
    context.addIssue({
      code: 'custom',
      message:
        'Écrire situation, ou bien reponse et vers : une réponse dit toujours d’où elle vient',
    });
    return z.NEVER;
  });

/** A question of the tally counts a step that is ready; a vote is nobody's business. */
const voted = /j’ai (?:déjà |bien )?voté|a voté|pour qui/iu;

const step = text(120).refine(
  (words) => !voted.test(words),
  'Compter une étape qui se prépare, jamais un vote',
);

/** The whole file. */
export const trainerSchema = z
  .strictObject({
    regles: sentences(),
    avant: z
      .array(
        z
          .strictObject({ quand: text(40), gestes: sentences() })
          .transform((fr): Beforehand => ({ when: fr.quand, gestures: fr.gestes })),
      )
      .min(1),
    seances: z
      .array(session)
      .min(1)
      .superRefine(distinct(({ name }) => name, 'nom', 'un nom par séance')),
    questions: z.array(question).min(1),
    apres: sentences(),
    panne: sentences(),
    decompte: z.array(step).min(1).max(10, 'Dix lignes au plus : elles tiennent sur une feuille'),
    outils: z
      .array(
        z
          .strictObject({ titre: text(60), vers: path() })
          .transform((fr): RoomTool => ({ title: fr.titre, to: fr.vers })),
      )
      .min(1),
  })
  .transform((fr): TrainerFile => ({
    rules: fr.regles,
    before: fr.avant,
    sessions: fr.seances,
    questions: fr.questions,
    after: fr.apres,
    withoutNetwork: fr.panne,
    tally: fr.decompte,
    tools: fr.outils,
  }));
