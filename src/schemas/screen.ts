/** content/ecrans/*.yaml: every page of an exercise, with the labels of its source. French in, the core's `Screen` out. */
import { z } from 'astro/zod';
import type {
  Device,
  PeriodName,
  Screen,
  ScreenAction,
  ScreenKind,
} from '../simulator/core/edition.ts';
import { commandTypes } from '../simulator/core/portal.ts';
import { id, text } from './fact.ts';

const deviceOfWord = {
  ordinateur: 'computer',
  telephone: 'phone',
  casier: 'letterbox',
  personnes: 'people',
  calendrier: 'calendar',
} as const satisfies Record<string, Device>;

const kindOfWord = {
  page: 'page',
  formulaire: 'form',
  espace: 'space',
  messagerie: 'mailbox',
  courriel: 'mail',
  identite: 'identity',
  profil: 'profile',
  scrutins: 'contests',
  'liste-electorale': 'roll',
  candidatures: 'candidates',
  notice: 'notice',
  sms: 'sms',
  personnes: 'people',
  calendrier: 'calendar',
  isoloir: 'booth',
  bulletin: 'ballot',
  preuve: 'receipt',
  preuves: 'receipts',
  resultats: 'results',
} as const satisfies Record<string, ScreenKind>;

const needOfWord = {
  session: 'session',
  messagerie: 'mailbox',
  isoloir: 'booth',
  'choix-du-mot-de-passe': 'choosing',
} as const satisfies Record<string, NonNullable<Screen['needs']>>;

/** The windows of an election, in the editors' words. */
export const periodOfWord = {
  portail: 'portal',
  creation_du_compte: 'accountOpening',
  mot_de_passe_oublie: 'passwordReset',
  mise_a_jour_du_profil: 'profileUpdate',
  correction_des_listes: 'rollCorrection',
  listes_electorales: 'roll',
  candidatures: 'candidates',
  notice: 'notice',
  nouveau_code: 'reissue',
  vote: 'voting',
  resultats: 'results',
} as const satisfies Record<string, PeriodName>;

/** One of the keys of a table of words, turned into what it means. */
export const wordOf = <T extends string>(table: Readonly<Record<string, T>>) =>
  z.enum(Object.keys(table)).transform((word, context): T => {
    const meaning = table[word];
    if (meaning !== undefined) return meaning;
    context.addIssue({ code: 'custom', message: 'Ce mot n’est pas permis ici' });
    return z.NEVER;
  });

const actionSchema = z
  .strictObject({
    libelle: text(120),
    /** l'écran qui s'ouvre */
    ouvre: id().optional(),
    /** l'ordre que le bouton envoie, mot de la machine (portal.ts) */
    envoie: z.enum(commandTypes).optional(),
    note: text(200).optional(),
    bloc: text(80).optional(),
  })
  .transform((fr): ScreenAction => ({
    label: fr.libelle,
    opens: fr.ouvre ?? null,
    sends: fr.envoie ?? null,
    note: fr.note ?? null,
    block: fr.bloc ?? null,
  }));

const fieldSchema = z
  .strictObject({ id: z.string().min(1), libelle: text(120), aide: text(300).optional() })
  .transform((fr) => ({ id: fr.id, label: fr.libelle, hint: fr.aide ?? null }));

const screenSchema = () =>
  z
    .strictObject({
      appareil: wordOf<Device>(deviceOfWord),
      genre: wordOf<ScreenKind>(kindOfWord),
      titre: text(120),
      /** « page d'exercice : espace électeur » */
      lieu: text(80),
      intro: z.array(text(600)).default([]),
      champs: z.array(fieldSchema).default([]),
      actions: z.array(actionSchema).default([]),
      encarts: z.array(text(600)).default([]),
      /** ce qui doit être ouvert pour le voir */
      demande: wordOf<NonNullable<Screen['needs']>>(needOfWord).optional(),
      /** la période hors de laquelle il est refusé */
      periode: wordOf<PeriodName>(periodOfWord).optional(),
      /** derrière la porte du portail */
      portail: z.boolean(),
      marque: z.enum(['documente', 'reconstitue']),
      sources: z.array(id()).min(1, 'Nommer au moins une source'),
      /** pour un écran reconstitué : d'après quoi, en une phrase ; pour un documenté : ce que la source ne montre pas */
      d_apres: text(300).optional(),
      /** autres mots repris tels quels de la source, à vérifier */
      cite: z.array(text(600)).default([]),
      /** libellés d'un écran documenté qui sont de nous, pas de la source */
      nos_mots: z.array(text(200)).default([]),
      /** page de /ca-bloque/ */
      situation: id().optional(),
    })
    .superRefine((fr, context) => {
      if (fr.marque === 'reconstitue' && !fr.d_apres)
        context.addIssue({
          code: 'custom',
          path: ['d_apres'],
          message: 'Ajouter « d_apres: » : de quoi cet écran est déduit, en une phrase',
        });
    })
    .transform((fr): Omit<Screen, 'id'> => {
      const labels = [
        fr.titre,
        ...fr.champs.map(({ label }) => label),
        ...fr.actions.flatMap(({ label, block }) => [label, ...(block ? [block] : [])]),
      ];
      const documented = fr.marque === 'documente';
      const ours = new Set(fr.nos_mots);
      return {
        device: fr.appareil,
        kind: fr.genre,
        title: fr.titre,
        place: fr.lieu,
        intro: fr.intro,
        fields: fr.champs,
        actions: fr.actions,
        asides: fr.encarts,
        needs: fr.demande ?? null,
        period: fr.periode ?? null,
        portal: fr.portail,
        mark: documented ? 'documented' : 'reconstructed',
        sources: fr.sources,
        because: fr.d_apres ?? null,
        ownWords: documented ? fr.nos_mots : [],
        // On a documented screen a label is a quotation unless the file says that it is ours.
        quoted: [
          ...new Set([...(documented ? labels.filter((l) => !ours.has(l)) : []), ...fr.cite]),
        ],
        situation: fr.situation ?? null,
      };
    });

/** A whole file: screen id → screen. */
export const screensSchema = z
  .record(id(), screenSchema())
  .transform((all): Readonly<Record<string, Screen>> =>
    Object.fromEntries(
      Object.entries(all).map(([key, screen]): [string, Screen] => [key, { id: key, ...screen }]),
    ),
  );
