/** content/exercices/*.yaml, listes.yaml, personnages/*.yaml, codes.yaml: what exercises are made of. */
import { z } from 'astro/zod';
import type { CandidateList, Exercise, Incident, InventedName } from '../simulator/core/edition.ts';
import { goal } from './bilans.ts';
import { earlierSchema, step } from './earlier.ts';
import { id, parisDate, text } from './fact.ts';

/** What goes wrong in an exercise. `genre` decides which other keys are asked for. */
const incidentSchema = z.discriminatedUnion(
  'genre',
  [
    z
      .strictObject({ genre: z.literal('portail-ferme'), de: parisDate(), a: parisDate() })
      .transform((fr): Incident => ({ kind: 'portal-down', opens: fr.de, closes: fr.a })),
    z
      .strictObject({ genre: z.literal('courriels-en-retard'), secondes: z.int().positive() })
      .transform((fr): Incident => ({ kind: 'mail-late', seconds: fr.secondes })),
    z
      .strictObject({ genre: z.literal('faux-courriel'), le: parisDate(), modele: id() })
      .transform((fr): Incident => ({ kind: 'fake-mail', at: fr.le, mail: fr.modele })),
    z
      .strictObject({
        genre: z.literal('coupure-apres-confirmation'),
        secondes: z.int().positive(),
      })
      .transform((fr): Incident => ({ kind: 'cut-after-confirmation', seconds: fr.secondes })),
    plain('courriels-indesirables', { kind: 'mail-to-junk' }),
    plain('boite-pleine', { kind: 'mailbox-full' }),
    plain('certificat-inconnu', { kind: 'certificate-warning' }),
    plain('navigateur-interne', { kind: 'inner-browser' }),
    plain('majuscules-verrouillees', { kind: 'caps-lock' }),
    plain('logos-absents', { kind: 'logos-missing' }),
    plain('lettre-perdue', { kind: 'letter-lost' }),
    plain('lettre-postee', { kind: 'letter-posted' }),
    plain('nouveau-code-en-panne', { kind: 'reissue-fails' }),
    plain('code-provisoire-court', { kind: 'one-time-code-short' }),
    plain('erreur-de-profil', { kind: 'profile-mistake' }),
    plain('scrutin-oublie', { kind: 'contest-missing' }),
  ],
  {
    error:
      'Incidents permis : portail-ferme, courriels-en-retard, faux-courriel, coupure-apres-confirmation, courriels-indesirables, boite-pleine, certificat-inconnu, navigateur-interne, majuscules-verrouillees, logos-absents, lettre-perdue, lettre-postee, nouveau-code-en-panne, code-provisoire-court, erreur-de-profil, scrutin-oublie',
  },
);

function plain<const G extends string>(genre: G, incident: Incident) {
  return z.strictObject({ genre: z.literal(genre) }).transform((): Incident => incident);
}

/** How much help is proposed with an exercise; whoever plays it may choose another. */
const helpOfWord = { libre: 'libre', guide: 'guidé', 'sans-aide': 'sans aide' } as const;
const isHelpWord = (word: string): word is keyof typeof helpOfWord => word in helpOfWord;
const helpWords = Object.keys(helpOfWord).filter(isHelpWord);

/** One exercise as its file says it: the same title and aim, one start per election. */
export type ExerciseFile = {
  readonly id: string;
  readonly minutes: number;
  /** The level of help that it is made for, in the coach’s own words. */
  readonly help: (typeof helpOfWord)[keyof typeof helpOfWord];
  /** True whatever the election: worth playing before the coming vote. */
  readonly durable: boolean;
  /** By election, the gestures of its good ending, counted by a test. */
  readonly gestures: Readonly<Record<string, number>>;
  readonly editions: Readonly<Record<string, Exercise>>;
};

/** What one file says, made once: a schema is dear to make, and there are as many files as exercises. */
const fileSchema = z.strictObject({
  titre: text(80),
  resume: text(300),
  minutes: z.int().positive().max(60),
  /** où il se range dans la liste ; sans chapitre, en tête */
  chapitre: step().optional(),
  /** l’aide proposée : libre (la prochaine chose à faire), guide (le bouton aussi), sans-aide */
  aide: z.enum(helpWords).default('libre'),
  /** vrai pour toute élection ; sinon l’exercice est lié à son année */
  durable: z.literal(true).optional(),
  /** deux personnes devant l’écran : l’une aide, l’autre choisit seule */
  a_deux: z.literal(true).optional(),
  /** ce qui est à atteindre, tout ensemble */
  buts: z.array(goal()).min(1, 'Un exercice a au moins un but'),
  /** ce qui compte aussi, si un but n’est pas atteint */
  rattrapages: z.array(goal()).default([]),
  bilan: z.strictObject({
    /** l’indice à ne pas manquer */
    indice: text(220),
    situation: z
      .string('Écrire la page et l’endroit qui aident (exemple : code-perdu#maintenant)')
      .regex(/^[a-z0-9-]+#[a-z0-9-]+$/u, 'Écrire ainsi : code-perdu#maintenant'),
    /** un nom de « cette_annee », dans content/bilans.yaml */
    cette_annee: id(),
  }),
  editions: z.record(
    id(),
    z.strictObject({
      commence: parisDate(),
      /** gestes du bon chemin, comptés par un test */
      gestes: z.int().positive().max(200),
      incidents: z.array(incidentSchema).default([]),
      /** ce qui est fait avant le premier geste, une ligne après l’autre */
      deja: earlierSchema.optional(),
      /** par endroit, combien d’images, les premières, que personne ne peut lire */
      images_illisibles: z
        .strictObject({
          outil_identifiant: z.int().positive().optional(),
          compte: z.int().positive().optional(),
          connexion: z.int().positive().optional(),
          nouveau_code: z.int().positive().optional(),
        })
        .optional(),
      /** les seules académies où cet exercice a un sens */
      academies: z.array(id()).min(1).optional(),
      /** les seuls profils pour qui il a un sens */
      profils: z.array(id()).min(1).optional(),
      /** si cette élection demande un autre résumé, d’autres buts */
      resume: text(300).optional(),
      buts: z.array(goal()).min(1, 'Un exercice a au moins un but').optional(),
    }),
  ),
});

/** One file of content/exercices; `exerciseId` is the file's name. */
export const exerciseSchema = (exerciseId: string) =>
  fileSchema.transform((fr): ExerciseFile => ({
    id: exerciseId,
    minutes: fr.minutes,
    help: helpOfWord[fr.aide],
    durable: fr.durable === true,
    gestures: Object.fromEntries(
      Object.entries(fr.editions).map(([edition, { gestes }]) => [edition, gestes]),
    ),
    editions: Object.fromEntries(
      Object.entries(fr.editions).map(([edition, start]): [string, Exercise] => [
        edition,
        {
          id: exerciseId,
          title: fr.titre,
          summary: start.resume ?? fr.resume,
          startsAt: start.commence,
          incidents: start.incidents,
          goals: start.buts ?? fr.buts,
          recoveries: fr.rattrapages,
          debrief: {
            clue: fr.bilan.indice,
            situation: fr.bilan.situation,
            nowadays: fr.bilan.cette_annee,
          },
          ...(fr.aide === 'libre' ? {} : { help: helpOfWord[fr.aide] }),
          ...(fr.a_deux === undefined ? {} : { together: true }),
          ...(fr.chapitre === undefined ? {} : { chapter: fr.chapitre }),
          ...(start.deja === undefined ? {} : { already: start.deja }),
          ...(start.images_illisibles === undefined
            ? {}
            : {
                unreadable: {
                  'identifier-tool': start.images_illisibles.outil_identifiant ?? 0,
                  account: start.images_illisibles.compte ?? 0,
                  'sign-in': start.images_illisibles.connexion ?? 0,
                  'new-code': start.images_illisibles.nouveau_code ?? 0,
                },
              }),
          ...(start.academies === undefined ? {} : { academies: start.academies }),
          ...(start.profils === undefined ? {} : { profiles: start.profils }),
        },
      ]),
    ),
  }));

/** content/listes.yaml: invented lists, weather and stars, the same for everyone. */
export const listsSchema = z
  .array(z.strictObject({ id: id(), nom: text(80), profession_de_foi: text(300) }))
  .min(2)
  .transform((all): readonly CandidateList[] =>
    all.map((fr) => ({ id: fr.id, name: fr.nom, manifesto: fr.profession_de_foi })),
  );

/** content/personnages/*.yaml: invented people, never the name of a real one found in a document. */
export const peopleSchema = z
  .array(
    z.strictObject({
      prenom: text(30),
      nom: text(30),
      civilite: z.enum(['M.', 'Mme']),
    }),
  )
  .transform((all): readonly InventedName[] =>
    all.map((fr) => ({ firstName: fr.prenom, lastName: fr.nom, civility: fr.civilite })),
  );

const codeMessage = 'Deux signes, minuscules ou chiffres, sans l, o, 0, 1 (exemple : gr)';
const codeTable = () =>
  z
    .record(id(), z.string().regex(/^[a-km-np-z2-9]{2}$/u, codeMessage))
    .refine(
      (table) => new Set(Object.values(table)).size === Object.keys(table).length,
      'Le même code sert deux fois : en choisir un autre',
    );

/** The short codes of links `#1.<edition>.<academie>.<profil>.<exercice>.<graine>`. Append only. */
export type Codes = {
  readonly editions: Readonly<Record<string, string>>;
  readonly academies: Readonly<Record<string, string>>;
  readonly profiles: Readonly<Record<string, string>>;
  readonly exercises: Readonly<Record<string, string>>;
  /** Pages of an exercise, as content/ecrans names them. */
  readonly screens: Readonly<Record<string, string>>;
};

/** content/codes.yaml */
export const codesSchema = z
  .strictObject({
    editions: codeTable(),
    academies: codeTable(),
    profils: codeTable(),
    exercices: codeTable(),
    ecrans: codeTable(),
  })
  .transform((fr): Codes => ({
    editions: fr.editions,
    academies: fr.academies,
    profiles: fr.profils,
    exercises: fr.exercices,
    screens: fr.ecrans,
  }));
