/** content/exercices/*.yaml, listes.yaml, personnages/*.yaml, codes.yaml: what exercises are made of. */
import { z } from 'astro/zod';
import type {
  Already,
  CandidateList,
  Exercise,
  Incident,
  InventedName,
} from '../simulator/core/edition.ts';
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

/** « deja »: what is done before the first gesture, and what was lost since. */
const chapter = () =>
  z.enum(['messagerie', 'compte', 'code', 'vote', 'preuve'], {
    error: 'Étapes permises : messagerie, compte, code, vote, preuve',
  });

const alreadySchema = z
  .strictObject({
    etape: chapter(),
    /** un lien a été demandé, et personne ne l’a suivi */
    demande_le_lien: z.literal(true).optional(),
    /** nouveaux codes demandés en plus */
    nouveaux_codes: z.int().positive().max(3).optional(),
    oublie: z.enum(['mot-de-passe', 'reponse']).optional(),
    /** l’horloge avance jusque-là */
    jusqu_au: parisDate().optional(),
    perd_la_lettre: z.literal(true).optional(),
  })
  .transform((fr): Already => ({
    step: fr.etape,
    ...(fr.demande_le_lien === undefined ? {} : { asksLink: true }),
    ...(fr.nouveaux_codes === undefined ? {} : { reissues: fr.nouveaux_codes }),
    ...(fr.oublie === undefined
      ? {}
      : { forgets: fr.oublie === 'reponse' ? 'answer' : 'password' }),
    ...(fr.jusqu_au === undefined ? {} : { until: fr.jusqu_au }),
    ...(fr.perd_la_lettre === undefined ? {} : { losesLetter: true }),
  }));

/** One exercise as its file says it: the same title and aim, one start per election. */
export type ExerciseFile = {
  readonly id: string;
  readonly minutes: number;
  readonly editions: Readonly<Record<string, Exercise>>;
};

/** One file of content/exercices; `exerciseId` is the file's name. */
export const exerciseSchema = (exerciseId: string) =>
  z
    .strictObject({
      titre: text(80),
      resume: text(300),
      minutes: z.int().positive().max(60),
      /** où il se range dans la liste ; sans chapitre, en tête */
      chapitre: chapter().optional(),
      editions: z.record(
        id(),
        z.strictObject({
          commence: parisDate(),
          incidents: z.array(incidentSchema).default([]),
          deja: alreadySchema.optional(),
          /** les seules académies où cet exercice a un sens */
          academies: z.array(id()).min(1).optional(),
          /** les seuls profils pour qui il a un sens */
          profils: z.array(id()).min(1).optional(),
          /** si cette élection demande un autre résumé */
          resume: text(300).optional(),
        }),
      ),
    })
    .transform((fr): ExerciseFile => ({
      id: exerciseId,
      minutes: fr.minutes,
      editions: Object.fromEntries(
        Object.entries(fr.editions).map(([edition, start]): [string, Exercise] => [
          edition,
          {
            id: exerciseId,
            title: fr.titre,
            summary: start.resume ?? fr.resume,
            startsAt: start.commence,
            incidents: start.incidents,
            ...(fr.chapitre === undefined ? {} : { chapter: fr.chapitre }),
            ...(start.deja === undefined ? {} : { already: start.deja }),
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
