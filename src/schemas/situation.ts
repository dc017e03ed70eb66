/** One situation « ça bloque », in users' words: the front matter of content/situations/*.mdx. */
import { z } from 'astro/zod';
import type { Incident } from '../simulator/core/edition.ts';
import { fillableKeys, type FillableKey } from './current-edition.ts';
import { calendarDay, checkStatedProof, id, strength, text, type Strength } from './fact.ts';

/** A line of the reader's academy page: her remembered academy, or the list of academies. */
export type AcademyLine = 'mailbox' | 'site';

export type Gesture = {
  readonly do: string;
  readonly detail: string | null;
  readonly leadsTo: AcademyLine | null;
  /** How sure the detail is, when it states a fact. */
  readonly proof: { readonly strength: Strength; readonly source: string } | null;
};

/** A message that the reader sends: to whom, its subject, its words with their blanks. */
export type ReadyMessage = {
  readonly to: string;
  readonly subject: string;
  readonly body: string;
};

export type Remembered = {
  readonly edition: string;
  readonly text: string;
  readonly strength: Strength;
  readonly source: string;
};

export type KnownNow = {
  readonly text: string;
  readonly strength: Strength;
  readonly source: string | null;
  readonly checkedOn: string;
  /** From this day on the line is marked « à revérifier »; `null` = advice, which does not age. */
  readonly recheckOn: string | null;
};

/** A thing nobody knows, as long as one of these lines of the edition is `inconnu`; always, without any. */
export type UnknownLine = { readonly text: string; readonly until: readonly FillableKey[] };

export type Situation = {
  readonly slug: string;
  readonly title: string;
  /** How the reader says it, in a list of choices. */
  readonly choice: string;
  readonly order: number;
  readonly reassurance: string;
  readonly now: readonly Gesture[];
  readonly tonight: readonly string[];
  readonly tomorrow: readonly string[];
  readonly message: ReadyMessage;
  readonly known: readonly KnownNow[];
  /** Lines of the edition to show here once somebody filled them in. */
  readonly values: readonly FillableKey[];
  readonly unknown: readonly UnknownLine[];
  readonly formerly: readonly Remembered[];
  /** What may go wrong in an exercise, and this page answers. */
  readonly incidents: readonly Incident['kind'][];
  readonly exercise: string;
  /** On the home page too. */
  readonly home: boolean;
  /** The exercises that the page offers first; none: only those of its incidents. */
  readonly practices: readonly Practice[];
};

/** An exercise to offer, from its beginning or from one of its steps. */
export type Practice = {
  readonly id: string;
  readonly step: (typeof exerciseSteps)[number] | null;
};

const exerciseSteps = ['messagerie', 'compte', 'code', 'vote', 'preuve'] as const;

/** Each incident of content/exercices by its French name. */
export const incidentNames = {
  'portail-ferme': 'portal-down',
  'courriels-en-retard': 'mail-late',
  'faux-courriel': 'fake-mail',
  'coupure-apres-confirmation': 'cut-after-confirmation',
  'courriels-indesirables': 'mail-to-junk',
  'boite-pleine': 'mailbox-full',
  'certificat-inconnu': 'certificate-warning',
  'navigateur-interne': 'inner-browser',
  'majuscules-verrouillees': 'caps-lock',
  'logos-absents': 'logos-missing',
  'lettre-perdue': 'letter-lost',
  'lettre-postee': 'letter-posted',
  'nouveau-code-en-panne': 'reissue-fails',
  'erreur-de-profil': 'profile-mistake',
  'scrutin-oublie': 'contest-missing',
} as const satisfies Readonly<Record<string, Incident['kind']>>;

/** The only blanks of a ready message: never a NUMEN, a birth date or a code. */
export const messageBlanks = ['nom', 'etablissement', 'telephone'] as const;
export type MessageBlank = (typeof messageBlanks)[number];

/** The reader's words for each blank. */
export const blankWords: Readonly<Record<MessageBlank, string>> = {
  nom: 'votre prénom et votre nom',
  etablissement: 'votre établissement ou service',
  telephone: 'votre téléphone',
};

const isBlank = (name: string): name is MessageBlank =>
  messageBlanks.some((known) => known === name);

export type MessagePart = { readonly text: string } | { readonly blank: MessageBlank };

/** « Bonjour {nom} » → the words and the blanks, in order. */
export function messageParts(body: string): readonly MessagePart[] {
  return body.split(/\{([a-z]+)\}/u).flatMap((part, index): readonly MessagePart[] => {
    if (index % 2 === 0) return part ? [{ text: part }] : [];
    return isBlank(part) ? [{ blank: part }] : [];
  });
}

/** One gesture, its detail, and how sure that detail is when it states a fact. */
export const gesture = z
  .strictObject({
    geste: text(140),
    detail: text(500).optional(),
    /** une ligne de la page de l’académie du lecteur */
    mene_a: z.enum(['messagerie', 'site']).optional(),
    /** si le détail affirme quelque chose */
    preuve: strength().optional(),
    source: id().optional(),
  })
  .superRefine(({ preuve, source }, context) => {
    if ((preuve === undefined) !== (source === undefined))
      context.addIssue({ code: 'custom', message: 'Écrire preuve et source, ou aucune des deux' });
  })
  .transform((fr): Gesture => ({
    do: fr.geste,
    detail: fr.detail ?? null,
    leadsTo: fr.mene_a === undefined ? null : fr.mene_a === 'site' ? 'site' : 'mailbox',
    proof: fr.preuve && fr.source ? { strength: fr.preuve, source: fr.source } : null,
  }));

const body = () =>
  text(900).superRefine((words, context) => {
    for (const [, name = ''] of words.matchAll(/\{([^}]*)\}/gu))
      if (!isBlank(name))
        context.addIssue({
          code: 'custom',
          message: `« {${name}} » n’est pas permis. Écrire {nom}, {etablissement}, {telephone} ou une date de content/LISEZMOI.md : jamais de secret dans un message`,
        });
  });

/** `{ a_qui, objet, texte }` → `ReadyMessage`. Refuses any blank but those of `messageBlanks`. */
export const readyMessage = () =>
  z
    .strictObject({ a_qui: text(120), objet: text(80), texte: body() })
    .transform((fr): ReadyMessage => ({ to: fr.a_qui, subject: fr.objet, body: fr.texte }));

/** `[{ exercice, commence? }]` → the exercises to offer. */
export const practices = () =>
  z
    .array(
      z
        .strictObject({ exercice: id(), commence: z.enum(exerciseSteps).optional() })
        .transform((fr): Practice => ({ id: fr.exercice, step: fr.commence ?? null })),
    )
    .default([]);

const isIncident = (name: string): name is keyof typeof incidentNames =>
  Object.hasOwn(incidentNames, name);

const incident = () =>
  z.string().transform((name, context): Incident['kind'] => {
    if (isIncident(name)) return incidentNames[name];
    context.addIssue({
      code: 'custom',
      message: `« ${name} » n’est pas un incident. Choisir parmi : ${Object.keys(incidentNames).join(', ')}`,
    });
    return z.NEVER;
  });

/** What one file says, made once for all of them. */
const fileSchema = z.strictObject({
  titre: text(60),
  choix: text(40),
  ordre: z.number().int().positive(),
  /** sur la page d’accueil aussi */
  accueil: z.boolean().default(false),
  rassurer: text(200),
  maintenant: z.array(gesture).min(1).max(3, 'Trois gestes au plus'),
  ce_soir: z.array(text(300)).default([]),
  demain: z.array(text(300)).default([]),
  message: readyMessage(),
  su: z
    .array(
      z
        .strictObject({
          texte: text(400),
          preuve: strength(),
          source: id().optional(),
          releve_le: calendarDay(),
          /** obligatoire pour ce qui a été lu quelque part */
          a_reverifier_le: calendarDay().optional(),
        })
        .superRefine(checkStatedProof)
        .superRefine(({ source, a_reverifier_le }, context) => {
          if (source !== undefined && a_reverifier_le === undefined)
            context.addIssue({
              code: 'custom',
              path: ['a_reverifier_le'],
              message: 'Ajouter a_reverifier_le: le jour où il faudra relire cette source',
            });
        })
        .transform((fr): KnownNow => ({
          text: fr.texte,
          strength: fr.preuve,
          source: fr.source ?? null,
          checkedOn: fr.releve_le,
          recheckOn: fr.a_reverifier_le ?? null,
        })),
    )
    .min(1),
  /** les lignes de l'édition à montrer ici quand elles sont remplies */
  valeurs: z.array(z.enum(fillableKeys)).default([]),
  pas_su: z
    .array(
      z
        .strictObject({
          texte: text(300),
          tant_que_manque: z.array(z.enum(fillableKeys)).default([]),
        })
        .transform((fr): UnknownLine => ({ text: fr.texte, until: fr.tant_que_manque })),
    )
    .min(1),
  autrefois: z.array(
    z
      .strictObject({ edition: id(), texte: text(600), preuve: strength(), source: id() })
      .transform((fr): Remembered => ({
        edition: fr.edition,
        text: fr.texte,
        strength: fr.preuve,
        source: fr.source,
      })),
  ),
  /** incidents d’exercice auxquels cette page répond : chacun a une page, et une seule */
  incidents: z.array(incident()).default([]),
  exercice: text(200),
  /** les exercices à proposer, des noms de content/exercices ; commence : son étape, sinon son début */
  s_exercer: practices(),
});

/** One file; `slug` is its name. */
export const situationSchema = (slug: string) =>
  fileSchema.transform((fr): Situation => ({
    slug,
    title: fr.titre,
    choice: fr.choix,
    order: fr.ordre,
    reassurance: fr.rassurer,
    now: fr.maintenant,
    tonight: fr.ce_soir,
    tomorrow: fr.demain,
    message: fr.message,
    known: fr.su,
    values: fr.valeurs,
    unknown: fr.pas_su,
    formerly: fr.autrefois,
    incidents: fr.incidents,
    exercise: fr.exercice,
    home: fr.accueil,
    practices: fr.s_exercer,
  }));
