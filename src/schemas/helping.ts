/** content/aider.yaml: helping without taking over, and whom one helps. French keys in, English types out. */
import { z } from 'astro/zod';
import { distinct } from './distinct.ts';
import { id, text } from './fact.ts';
import {
  gesture,
  practices,
  readyMessage,
  type Gesture,
  type Practice,
  type ReadyMessage,
} from './situation.ts';

/** What helps whoever helps: places to go on from, and exercises. */
type Further = {
  /** Slugs of situations. */
  readonly situations: readonly string[];
  readonly practices: readonly Practice[];
};

/** One kind of person that a reader helps: a page of its own. */
export type Helped = Further & {
  /** Last part of its path. */
  readonly anchor: string;
  /** How the reader says it, in a list of choices. */
  readonly choice: string;
  readonly title: string;
  readonly reassurance: string;
  readonly now: readonly Gesture[];
  readonly never: readonly string[];
  /** A sentence to say aloud. */
  readonly say: string;
  readonly message: ReadyMessage;
  /** Whoever keeps the office where the others ask. */
  readonly isOffice: boolean;
};

export type Helping = Further & {
  readonly say: string;
  readonly now: readonly Gesture[];
  readonly never: readonly string[];
  readonly helped: readonly Helped[];
};

const further = () => ({
  /** des noms de content/situations */
  situations: z.array(id()).min(1),
  /** des noms de content/exercices */
  s_exercer: practices(),
});

const helped = z
  .strictObject({
    ancre: id(),
    choix: text(40),
    titre: text(60),
    rassurer: text(200),
    maintenant: z.array(gesture).min(1).max(3, 'Trois gestes au plus'),
    jamais: z.array(text(200)).min(1),
    dire: text(140),
    message: readyMessage(),
    /** c'est à ce bureau que les autres demandent */
    bureau: z.literal(true).optional(),
    ...further(),
  })
  .transform((fr): Helped => ({
    anchor: fr.ancre,
    choice: fr.choix,
    title: fr.titre,
    reassurance: fr.rassurer,
    now: fr.maintenant,
    never: fr.jamais,
    say: fr.dire,
    message: fr.message,
    isOffice: fr.bureau ?? false,
    situations: fr.situations,
    practices: fr.s_exercer,
  }));

/** The whole file. Two persons never share an anchor. */
export const helpingSchema = z
  .strictObject({
    dire: text(140),
    faire: z.array(gesture).min(1),
    jamais: z.array(text(200)).min(1),
    ...further(),
    personnes: z
      .array(helped)
      .min(1)
      .superRefine(distinct(({ anchor }) => anchor, 'ancre', 'une ancre par personne')),
  })
  .transform((fr): Helping => ({
    say: fr.dire,
    now: fr.faire,
    never: fr.jamais,
    situations: fr.situations,
    practices: fr.s_exercer,
    helped: fr.personnes,
  }));
