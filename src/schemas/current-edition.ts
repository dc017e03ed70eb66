/**
 * The election that is coming: content/editions/men-2026.yaml. Every value stands alone and may be `inconnu`;
 * the site is correct after each line that somebody fills in (PRODUCT.md section 4).
 */
import { z } from 'astro/zod';
import {
  calendarDay,
  checkStatedProof,
  id,
  idPattern,
  orUnknown,
  parisDate,
  strength,
  text,
  type Strength,
} from './fact.ts';
import { announced } from './announced.ts';
import { correction, type Corrected } from './correction.ts';
import { isOfficialHost, isUnder, officialHosts } from './official-hosts.ts';

/** A value that somebody read somewhere on a given day. */
export type Reading<T> = {
  readonly value: T;
  /** Host and path of an official page, or « lettre de vote ». */
  readonly readAt: string;
  /** Calendar day. */
  readonly readOn: string;
  /** Closing hour and portal address ask for two readers. */
  readonly readByOne: boolean;
  /** What it said before, for a fortnight. */
  readonly corrected: Corrected | null;
};

/** A sentence the site may say (facts/edition-2026.md, section 9), with its proof. */
export type SafeStatement = {
  readonly text: string;
  /** The same for the simplified page, a sentence a line; empty where that page says it elsewhere. */
  readonly simple: readonly string[];
  readonly strength: Strength;
  /** Id in content/sources.yaml; `null` for advice. */
  readonly source: string | null;
  readonly checkedOn: string;
  /** From this day on the line is tinted « à revérifier ». */
  readonly recheckOn: string;
  /** The last day on which it is of any use; `null` = as long as the page lives. */
  readonly usefulUntil: string | null;
  /** What that last day is, in a list of dates; `null` = it is none to keep in mind. */
  readonly deadline: string | null;
  readonly corrected: Corrected | null;
};

/** Something nobody knows, as long as one of these lines is `inconnu`; always, without any. */
export type Unknown = {
  readonly what: string;
  /** In a few words, for the one line of the simplified page; `null` = left to the full page. */
  readonly short: string | null;
  readonly where: string;
  readonly until: readonly FillableKey[];
};

/** The lines of the file that somebody fills in, one by one. */
export const fillableKeys = [
  'ouverture',
  'cloture',
  'adresse_du_portail',
  'aide',
  'etapes',
  'lettre',
  'nouveau_code',
  'scrutins',
] as const;
export type FillableKey = (typeof fillableKeys)[number];

/** A step one can prepare, under one of the five anchors. */
export type Milestone = {
  readonly anchor: 'messagerie' | 'compte' | 'code' | 'vote' | 'preuve';
  readonly title: string;
  readonly prepare: string;
  readonly status: string;
  /** Slug of a situation. */
  readonly situation: string | null;
};

export type CurrentEdition = {
  readonly id: string;
  readonly name: string;
  readonly days: {
    /** Calendar days, both included. */
    readonly first: string;
    readonly last: string;
    readonly strength: Strength;
    readonly source: string;
    readonly checkedOn: string;
    /** From this day on the days are marked « à revérifier ». */
    readonly recheckOn: string;
    /** UTC seconds: midnight (Paris) of the first and last day, noon of the day after. */
    readonly starts: number;
    readonly lastDay: number;
    readonly noonAfter: number;
    /** UTC seconds of the Paris midnight before a moment. */
    readonly midnightOf: (seconds: number) => number;
  };
  /** Our own advice, calendar days. */
  readonly advice: { readonly voteBy: string; readonly westBy: string };
  /** UTC seconds. */
  readonly opens: Reading<number> | null;
  readonly closes: Reading<number> | null;
  readonly extendedTo: Reading<number> | null;
  /** Host and path, no scheme. */
  readonly portal: Reading<string> | null;
  readonly help: Reading<string> | null;
  /** Seconds during which a voter already signed in may finish: moves « terminé » later, is never shown. */
  readonly delayAfterClosing: number;
  /** Name of a file in content/etapes (without .mdx). */
  readonly steps: string | null;
  readonly letter: Reading<string> | null;
  readonly newCode: Reading<string> | null;
  readonly ballots: readonly {
    readonly profile: string;
    readonly ballots: readonly string[];
    readonly readAt: string;
    readonly readOn: string;
    readonly readByOne: boolean;
    readonly corrected: Corrected | null;
  }[];
  readonly safe: readonly SafeStatement[];
  /** The lines still `inconnu`. */
  readonly missing: readonly FillableKey[];
  /** What is still unknown today. */
  readonly unknown: readonly Unknown[];
  readonly milestones: readonly Milestone[];
};

const hostPattern = /^((?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,})(\/[^\s"'<>@\\]*)?$/u;

function hostOf(address: string): string | null {
  return hostPattern.exec(address)?.[1] ?? null;
}

/** True for a host that the allow-list knows (content/hotes-officiels.yaml). Refuses a scheme, an « @ », a port, capitals, look-alike endings. */
export function isOfficialPortal(address: string): boolean {
  const host = hostOf(address);
  return host !== null && officialHosts().portal.some((known) => isUnder(host, known.host));
}

function isOfficialReading(place: string): boolean {
  if (place === 'lettre de vote') return true;
  const host = hostOf(place);
  if (host === null) return false;
  return isOfficialHost(host);
}

const portalMessage = () =>
  `Écrire l’adresse sans https://, sur un site officiel de content/hotes-officiels.yaml : ${officialHosts()
    .portal.map(({ host }) => host)
    .join(', ')}`;
const readingMessage =
  'Écrire où on l’a lu : « lettre de vote », ou une page officielle sans https:// (www.education.gouv.fr/…, www.ac-….fr/…)';

/** `lu_sur`: « lettre de vote », an academy's site, or a host of content/hotes-officiels.yaml. */
export const readingPlace = () => z.string().refine(isOfficialReading, readingMessage);

/** `relecteurs`: initials of those who read it; none by default. */
export const initials = () =>
  z
    .array(z.string().regex(/^[A-ZÀ-Ý]{2,4}$/u, 'Écrire des initiales en capitales : [AB, CD]'))
    .default([]);

/** One value of level 1 or 2: what, where it was read, when, and by whom (initials). */
const reading = <S extends z.ZodType>(value: S) =>
  orUnknown(
    z
      .strictObject({
        valeur: value,
        lu_sur: readingPlace(),
        lu_le: calendarDay(),
        relecteurs: initials(),
        /** ce qui était écrit avant, dit pendant quatorze jours à côté du fait */
        corrige: correction().optional(),
      })
      .superRefine((fr, context) => {
        // What is refused already has its message: only a sound reading is compared.
        const { data } = readingShape.safeParse(fr);
        if (data?.corrige && data.corrige.on < data.lu_le)
          context.addIssue({
            code: 'custom',
            path: ['corrige', 'le'],
            message:
              'On corrige après avoir lu : ce jour vient le même jour que lu_le, ou plus tard',
          });
      })
      .transform((fr): Reading<z.output<S>> => {
        const kept = readingShape.parse(fr);
        if (!holds<z.output<S>>(fr)) return z.NEVER;
        return {
          value: fr.valeur,
          readAt: kept.lu_sur,
          readOn: kept.lu_le,
          readByOne: new Set(kept.relecteurs).size < 2,
          corrected: kept.corrige ?? null,
        };
      }),
  );

// A generic shape hides its other keys from the compiler: they are read by name.
const readingShape = z.object({
  lu_sur: z.string(),
  lu_le: z.string(),
  relecteurs: z.array(z.string()),
  corrige: z.object({ on: z.string(), before: z.string() }).optional(),
});

function holds<T>(checked: object): checked is { readonly valeur: T } {
  return 'valeur' in checked;
}

const safeStatement = z
  .strictObject({
    texte: text(400),
    /** la même chose pour la version simplifiée, une phrase par ligne */
    simple: z.array(text(100)).default([]),
    preuve: strength(),
    source: id().optional(),
    releve_le: calendarDay(),
    a_reverifier_le: calendarDay(),
    /** le dernier jour où cette phrase sert à quelque chose */
    utile_jusqu_au: calendarDay().optional(),
    /** ce qu’est ce dernier jour, pour la liste des dates de l’aide-mémoire */
    date_a_retenir: text(120).optional(),
    corrige: correction().optional(),
  })
  .superRefine(checkStatedProof)
  .transform((fr): SafeStatement => ({
    text: fr.texte,
    simple: fr.simple,
    strength: fr.preuve,
    source: fr.source ?? null,
    checkedOn: fr.releve_le,
    recheckOn: fr.a_reverifier_le,
    usefulUntil: fr.utile_jusqu_au ?? null,
    deadline: fr.date_a_retenir ?? null,
    corrected: fr.corrige ?? null,
  }));

const milestone = z
  .strictObject({
    ancre: z.enum(['messagerie', 'compte', 'code', 'vote', 'preuve']),
    titre: text(80),
    preparer: text(600),
    statut: text(200),
    situation: id().optional(),
  })
  .transform((fr): Milestone => ({
    anchor: fr.ancre,
    title: fr.titre,
    prepare: fr.preparer,
    status: fr.statut,
    situation: fr.situation ?? null,
  }));

const instantOf = (day: string, time: string) => parisDate().parse(`${day} ${time}`);

const parisDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' });
const dayOf = (seconds: number) => parisDay.format(new Date(seconds * 1000));
const midnightOf = (seconds: number) => instantOf(dayOf(seconds), '00:00');

const threeWeeks = 21 * 24 * 3600;

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T12:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** The whole file. `editionId` is its name. */
export const currentEditionSchema = (editionId: string) =>
  z
    .strictObject({
      nom: text(120),
      jours: z.strictObject({
        premier: calendarDay(),
        dernier: calendarDay(),
        preuve: strength(),
        source: id(),
        releve_le: calendarDay(),
        a_reverifier_le: calendarDay(),
      }),
      conseil: z.strictObject({ au_plus_tard: calendarDay(), ouest_de_paris: calendarDay() }),
      // Niveau 1
      ouverture: reading(parisDate()),
      cloture: reading(parisDate()),
      adresse_du_portail: reading(z.string().refine(isOfficialPortal, { error: portalMessage })),
      aide: reading(announced(200)),
      prolonge_au: reading(parisDate()),
      delai_apres_cloture_minutes: z.number().int().min(0).max(120),
      // Niveau 2
      etapes: orUnknown(
        z.string().regex(idPattern, 'Écrire le nom du fichier de content/etapes, sans « .mdx »'),
      ),
      lettre: reading(announced(400)),
      nouveau_code: reading(announced(400)),
      scrutins: orUnknown(
        z
          .array(
            z.strictObject({
              profil: announced(80),
              scrutins: z.array(announced(120)).min(1),
              lu_sur: readingPlace(),
              lu_le: calendarDay(),
              relecteurs: initials(),
              corrige: correction().optional(),
            }),
          )
          .min(1, 'Écrire « inconnu », ou au moins un profil'),
      ),
      ce_qui_est_sur: z.array(safeStatement).min(1),
      ce_qu_on_ne_sait_pas: z.array(
        z.strictObject({
          quoi: text(120),
          /** en quelques mots, pour la version simplifiée */
          simple: text(40).optional(),
          ou_regarder: text(300),
          /** ne plus l'écrire une fois que toutes ces lignes sont remplies */
          tant_que_manque: z.array(z.enum(fillableKeys)).default([]),
        }),
      ),
      reperes: z.array(milestone).length(5, 'Garder les cinq repères, de messagerie à preuve'),
    })
    .superRefine((fr, context) => {
      const refuse = (path: string, message: string) =>
        context.addIssue({ code: 'custom', path: [path], message });
      if (fr.jours.dernier <= fr.jours.premier)
        refuse('jours', 'Le dernier jour vient après le premier');
      const inside = (seconds: number) =>
        dayOf(seconds) >= fr.jours.premier && dayOf(seconds) <= fr.jours.dernier;
      if (fr.ouverture && !inside(fr.ouverture.value))
        refuse('ouverture', 'L’ouverture tombe un jour de vote (voir « jours »)');
      if (fr.cloture && !inside(fr.cloture.value))
        refuse(
          'cloture',
          'La clôture tombe un jour de vote (voir « jours ») ; plus tard, écrire prolonge_au',
        );
      if (fr.ouverture && fr.cloture && fr.cloture.value <= fr.ouverture.value)
        refuse('cloture', 'La clôture vient après l’ouverture');
      if (fr.prolonge_au && dayOf(fr.prolonge_au.value) < fr.jours.dernier)
        refuse('prolonge_au', 'Une prolongation finit le dernier jour du vote, ou plus tard');
      if (fr.prolonge_au && fr.cloture && fr.prolonge_au.value <= fr.cloture.value)
        refuse('prolonge_au', 'Une prolongation finit après cloture');
      // Longer than anybody ever prolonged: a slip in the month or the year.
      if (
        fr.prolonge_au &&
        fr.prolonge_au.value > instantOf(fr.jours.dernier, '00:00') + threeWeeks
      )
        refuse('prolonge_au', 'C’est plus de trois semaines après : vérifier le mois et l’année');
    })
    .transform((fr): CurrentEdition => ({
      id: editionId,
      name: fr.nom,
      days: {
        first: fr.jours.premier,
        last: fr.jours.dernier,
        strength: fr.jours.preuve,
        source: fr.jours.source,
        checkedOn: fr.jours.releve_le,
        recheckOn: fr.jours.a_reverifier_le,
        starts: instantOf(fr.jours.premier, '00:00'),
        lastDay: instantOf(fr.jours.dernier, '00:00'),
        noonAfter: instantOf(dayAfter(fr.jours.dernier), '12:00'),
        midnightOf,
      },
      advice: { voteBy: fr.conseil.au_plus_tard, westBy: fr.conseil.ouest_de_paris },
      opens: fr.ouverture,
      closes: fr.cloture,
      extendedTo: fr.prolonge_au,
      portal: fr.adresse_du_portail,
      help: fr.aide,
      delayAfterClosing: fr.delai_apres_cloture_minutes * 60,
      steps: fr.etapes,
      letter: fr.lettre,
      newCode: fr.nouveau_code,
      ballots: (fr.scrutins ?? []).map(
        ({ profil, scrutins, lu_sur, lu_le, relecteurs, corrige }) => ({
          profile: profil,
          ballots: scrutins,
          readAt: lu_sur,
          readOn: lu_le,
          readByOne: new Set(relecteurs).size < 2,
          corrected: corrige ?? null,
        }),
      ),
      safe: fr.ce_qui_est_sur,
      missing: fillableKeys.filter((key) => fr[key] === null),
      unknown: fr.ce_qu_on_ne_sait_pas
        .map(({ quoi, simple, ou_regarder, tant_que_manque }) => ({
          what: quoi,
          short: simple ?? null,
          where: ou_regarder,
          until: tant_que_manque,
        }))
        .filter(({ until }) => until.length === 0 || until.some((key) => fr[key] === null)),
      milestones: fr.reperes,
    }));
