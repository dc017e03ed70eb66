/** content/partager: what somebody who informs colleagues sends, and the rules of that kit. French keys in, English types out. */
import { z } from 'astro/zod';
import { distinct } from './distinct.ts';
import { id, text } from './fact.ts';

/** The days of the vote that a message is written for; `outage` belongs to no day. */
export const sharingMoments = [
  'j-10',
  'j-3',
  'ouverture',
  'lundi',
  'date-prudente',
  'dernier-jour',
  'panne',
] as const;
export type SharingMoment = (typeof sharingMoments)[number];

/** What stands for a day of the calendar: the build fills it in, a prolongation reaches every message. */
export const dayHoles = ['jours', 'premier', 'dernier', 'prudent'] as const;
export type DayHole = (typeof dayHoles)[number];

/** The same message in three lengths; the link follows each. */
export type Lengths = {
  readonly sms: string;
  readonly medium: string;
  readonly email: { readonly subject: string; readonly body: string };
};

export type Sharing = {
  /** Beneath every message but the SMS. */
  readonly foot: string;
  /** Where the dates are to be confirmed. */
  readonly toConfirm: { readonly sms: string; readonly text: string };
  /** Once there is nothing left to send. */
  readonly after: string;
  readonly moments: readonly (Lengths & {
    readonly moment: SharingMoment;
    readonly title: string;
    /** A path of this site; `null` = the page of the academy. */
    readonly to: string | null;
  })[];
  readonly situations: readonly (Lengths & {
    readonly name: string;
    readonly title: string;
    readonly to: string;
  })[];
};

export type SharingRules = {
  readonly rules: readonly { readonly rule: string; readonly detail: string }[];
  readonly scam: { readonly question: string; readonly answer: string };
};

/** Neutral, and nobody is asked whether she has voted. */
const partial =
  /\b(?:votez pour|voter pour|nos? listes?|listes? (?:de|des) candidat|candidate?s?|candidat·es|syndica\p{L}*|sections?)\b|\b(?:qui a|as-tu|avez-vous|(?:tu|vous|il|elle) (?:as|avez|a)(?: déjà| bien)?) voté|dernière chance|obligatoire|il faut voter|\bvérifie[zr]? (?:que|qui|si)\b/iu;

const neutral = (words: string, context: z.core.$RefinementCtx) => {
  const found = partial.exec(words)?.[0];
  if (found !== undefined)
    context.addIssue({
      code: 'custom',
      message: `« ${found} » : un message à partager ne parle ni de listes, ni de candidats, ni de qui a voté, et ne presse personne`,
    });
  for (const [, hole = ''] of words.matchAll(/\{([^}]*)\}/gu))
    if (!dayHoles.some((known) => known === hole))
      context.addIssue({
        code: 'custom',
        message: `« {${hole}} » n’est pas permis. Écrire {jours}, {premier}, {prudent} ou {dernier}`,
      });
  const day = /\d (?:novembre|décembre|janvier)/u.exec(words)?.[0];
  if (day !== undefined)
    context.addIssue({
      code: 'custom',
      message: `« ${day} » est écrit à la main. Écrire {jours}, {premier}, {prudent} ou {dernier}`,
    });
};

const said = (most: number) => text(most).superRefine(neutral);

/** The signs of an SMS of 160 (GSM 03.38, without its second table); any other makes it one of 70. */
const smsSigns = /^[\w .,;:!?()'%&*+/=@#$£§éèùàìòñäöüåøæßÉÇÄÖÑÜÅØÆ-]*$/u;

/** A text for an SMS, its day holes set aside: what fills them has no other sign. */
const smsText = (most: number) =>
  said(most).refine(
    (words) => smsSigns.test(words.replace(/\{[a-z]+\}/gu, '')),
    'Un SMS de 160 signes n’a ni ’ ni « », ni ç, ê, î, ô, û, À : tourner la phrase autrement',
  );

const lengths = () => ({
  /** sans apostrophe ni guillemets : un seul SMS, lien compris */
  sms: smsText(110),
  /** pour une messagerie de groupe */
  moyen: said(400),
  courriel: z.strictObject({ objet: said(80), texte: said(700) }),
});

const page = () =>
  z
    .string()
    .regex(
      /^\/[a-z0-9/-]*\/(?:#[a-z0-9-]+)?$/u,
      'Écrire une page du site : /ca-bloque/code-perdu/',
    );

type French = {
  readonly sms: string;
  readonly moyen: string;
  readonly courriel: { readonly objet: string; readonly texte: string };
};
const toLengths = (fr: French): Lengths => ({
  sms: fr.sms,
  medium: fr.moyen,
  email: { subject: fr.courriel.objet, body: fr.courriel.texte },
});

/** content/partager/messages.yaml. Each moment once. */
export const sharingSchema = z
  .strictObject({
    pied: text(200),
    a_confirmer: z.strictObject({ sms: smsText(30), texte: said(200) }),
    apres: said(200),
    moments: z
      .array(
        z
          .strictObject({
            moment: z.enum(sharingMoments),
            titre: text(40),
            vers: page().optional(),
            ...lengths(),
          })
          .transform((fr) => ({
            ...toLengths(fr),
            moment: fr.moment,
            title: fr.titre,
            to: fr.vers ?? null,
          })),
      )
      .length(
        sharingMoments.length,
        `Garder les ${String(sharingMoments.length)} moments : ${sharingMoments.join(', ')}`,
      )
      .superRefine(distinct(({ moment }) => moment, 'moment', 'un moment une fois')),
    situations: z
      .array(
        z
          .strictObject({ nom: id(), titre: text(40), vers: page(), ...lengths() })
          .transform((fr) => ({ ...toLengths(fr), name: fr.nom, title: fr.titre, to: fr.vers })),
      )
      .min(1)
      .superRefine(distinct(({ name }) => name, 'nom', 'un nom par situation')),
  })
  .transform((fr): Sharing => ({
    foot: fr.pied,
    toConfirm: { sms: fr.a_confirmer.sms, text: fr.a_confirmer.texte },
    after: fr.apres,
    moments: fr.moments,
    situations: fr.situations,
  }));

/** content/partager/regles.yaml */
export const sharingRulesSchema = z
  .strictObject({
    regles: z
      .array(
        z
          .strictObject({ regle: text(80), detail: text(200) })
          .transform((fr) => ({ rule: fr.regle, detail: fr.detail })),
      )
      .min(1),
    arnaque: z.strictObject({ question: text(80), reponse: text(400) }),
  })
  .transform((fr): SharingRules => ({
    rules: fr.regles,
    scam: { question: fr.arnaque.question, answer: fr.arnaque.reponse },
  }));
