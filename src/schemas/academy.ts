/** One academy, vice-rectorat or service: its mailbox, its help, where it stands and when it existed. */
import { z } from 'astro/zod';
import {
  calendarDay,
  checkProof,
  id,
  orUnknown,
  proofKeys,
  strength,
  text,
  type Strength,
} from './fact.ts';

/** When a thing was seen to be so: « AAAA », « AAAA-MM » or « AAAA-MM-JJ »; `null` = the source bears no date. */
export type Seen = { readonly from: string; readonly to: string } | null;

/** A sentence about this academy, with where it comes from. */
export type Statement = {
  readonly text: string;
  readonly strength: Strength;
  /** Id in content/sources.yaml. */
  readonly source: string;
  readonly seen: Seen;
  /** It was so once, or its own source says that it is old: it stands under « autrefois ». */
  readonly isFormer: boolean;
};

/** Somebody tried it (day, initials), or we only read it somewhere. What nobody knows is an empty list or `null`. */
export type Grade =
  { readonly kind: 'tried'; readonly on: string; readonly by: string } | { readonly kind: 'read' };

/** A place or person to reach. Everything but `name` may be unknown (`null`). */
export type Contact = {
  readonly name: string;
  /** Host and path without « https:// », to show as text or, if `mayLink`, to link. */
  readonly address: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly hours: string | null;
  readonly detail: string | null;
  /** For election contacts: id of the edition, e.g. `men-2014`; `null` = not an election contact, or undated. */
  readonly edition: string | null;
  readonly grade: Grade;
  readonly strength: Strength;
  readonly source: string;
  readonly seen: Seen;
  /** Its own source says that it is old, dated or not: it stands under « autrefois ». */
  readonly isFormer: boolean;
  /** Computed, never data (PRODUCT.md 2.4): a link or `mailto:` is allowed on a current page. */
  readonly mayLink: boolean;
};

/** How the exercise shows this academy's mailbox. */
export type PracticeMailbox = {
  /** The webmail's name on its own screen. */
  readonly name: string;
  readonly title: string;
  readonly userLabel: string;
  readonly passwordLabel: string;
  readonly button: string;
  /** Links under the form, in the order of the screen. */
  readonly links: readonly string[];
  readonly lostLabel: string;
  readonly identifierTool: 'captcha-then-numen' | 'none';
  readonly identifierRule: 'initial-and-name';
  readonly letterCase: 'upper' | 'lower';
  readonly notice: string;
  readonly strength: Strength;
  readonly source: string | null;
  readonly derivedFrom: readonly string[];
  /** Keys of this mailbox that no source shows although the rest is sourced: the screen says « reconstitué ». */
  readonly reconstructed: readonly MailboxPart[];
};

const mailboxParts = {
  nom: 'name',
  titre: 'title',
  libelle_identifiant: 'userLabel',
  libelle_mot_de_passe: 'passwordLabel',
  bouton: 'button',
  liens: 'links',
  perdu: 'lostLabel',
} as const;
export type MailboxPart = (typeof mailboxParts)[keyof typeof mailboxParts];

export type AcademyKind = 'academy' | 'vice-rectorate' | 'service';

export type Academy = {
  readonly id: string;
  /** « Académie de Grenoble » */
  readonly name: string;
  /** « Grenoble » */
  readonly short: string;
  /** « de Grenoble », « d’Amiens », « de La Réunion »: for titles. */
  readonly of: string;
  readonly kind: AcademyKind;
  /** Calendar days, inclusive; `null` = no limit known to us. */
  readonly exists: { readonly from: string | null; readonly until: string | null };
  readonly departments: readonly { readonly code: string; readonly name: string }[];
  /** IANA zone of most workplaces. */
  readonly timeZone: string;
  readonly otherTimeZones: readonly { readonly zone: string; readonly where: string }[];
  /** The academy's own site: a host to type. `null` = unknown. */
  readonly site: Contact | null;
  /** Form of the addresses, e.g. « prenom.nom@ac-grenoble.fr ». */
  readonly addressForm: Statement | null;
  /** Webmail addresses; empty = unknown, say so. */
  readonly mailboxes: readonly Contact[];
  /** The national mailbox, when something says that this academy uses it. `null` = unknown. */
  readonly nationalMailbox: (Contact & { readonly since: string | null }) | null;
  /** Staff portals: they prove a place to sign in, not a mailbox. */
  readonly portals: readonly Contact[];
  readonly username: Statement | null;
  readonly firstPassword: Statement | null;
  readonly recovery: readonly Contact[];
  readonly helpdesk: readonly Contact[];
  readonly electionContacts: readonly Contact[];
  readonly notes: readonly Statement[];
  readonly practice: { readonly mailbox: PracticeMailbox };
};

/** An official contact seen since this year may be a link on a current page (PRODUCT.md 2.4). */
export const linksAllowedSince = 2025;

/** The permission rule: tried by somebody, or official and seen since `linksAllowedSince`. */
export function mayLink(contact: Pick<Contact, 'grade' | 'strength' | 'seen'>): boolean {
  if (contact.grade.kind === 'tried') return true;
  if (contact.strength !== 'official' || contact.seen === null) return false;
  return Number(contact.seen.to.slice(0, 4)) >= linksAllowedSince;
}

const seenMessage =
  'Écrire quand c’était vrai : 2018, 2018-10, 2018-10-05, « 2018 à 2024 » ou sans-date';
const seenPattern = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;

/** `vu:` a year, a month, a day, a period « 2018 à 2024 », or `sans-date`. */
const seen = () =>
  z
    .union([z.string(), z.number()])
    .optional()
    .transform((raw, context): Seen => {
      if (raw === 'sans-date') return null;
      const [from = '', to = from, ...rest] = String(raw ?? '').split(/\s+à\s+/u);
      const ordered = from.slice(0, 4) <= to.slice(0, 4);
      if (!rest.length && seenPattern.test(from) && seenPattern.test(to) && ordered)
        return { from, to };
      context.addIssue({ code: 'custom', message: seenMessage });
      return z.NEVER;
    });

const statementShape = () => ({
  texte: text(),
  preuve: strength(),
  source: id(),
  vu: seen(),
  /** `true` : c'était vrai, cela ne l'est peut-être plus ; la ligne est repliée sous « Autrefois » */
  autrefois: z.boolean().default(false),
});

type StatementFields = z.output<z.ZodObject<ReturnType<typeof statementShape>>>;
const statementOf = (fr: StatementFields): Statement => ({
  text: fr.texte,
  strength: fr.preuve,
  source: fr.source,
  seen: fr.vu,
  isFormer: fr.autrefois,
});

const statementSchema = z.strictObject(statementShape()).transform(statementOf);

const hostMessage = 'Écrire l’adresse sans https:// ni espace : webmail.ac-exemple.fr/page';

const contactShape = () => ({
  /** comment le nommer */
  nom: text(120),
  /** hôte et chemin, sans https:// */
  adresse: z
    .string()
    .regex(/^[a-z0-9.-]+\.[a-z]{2,}(?:\/\S*)?$/iu, hostMessage)
    .optional(),
  mel: z
    .string()
    .regex(/^\S+@\S+\.[a-z]+$/u, 'Écrire une adresse de courriel')
    .optional(),
  tel: z.string('Mettre le numéro entre guillemets').optional(),
  horaires: text(200).optional(),
  /** ce qu'on y demande, ce qu'on y trouve */
  detail: text(600).optional(),
  preuve: strength(),
  source: id(),
  vu: seen(),
  /** `true` : la source elle-même est ancienne, même sans date ; la ligne est repliée sous « Autrefois » */
  autrefois: z.boolean().default(false),
  /** le jour et les initiales de qui l'a essayé pour de vrai */
  essaye: z.strictObject({ le: calendarDay(), par: text(10) }).optional(),
});

type FrenchContact = z.output<z.ZodObject<ReturnType<typeof contactShape>>>;

function toContact(fr: FrenchContact, edition: string | null = null): Contact {
  const grade: Grade = fr.essaye
    ? { kind: 'tried', on: fr.essaye.le, by: fr.essaye.par }
    : { kind: 'read' };
  return {
    name: fr.nom,
    address: fr.adresse ?? null,
    email: fr.mel ?? null,
    phone: fr.tel ?? null,
    hours: fr.horaires ?? null,
    detail: fr.detail ?? null,
    edition,
    grade,
    strength: fr.preuve,
    source: fr.source,
    seen: fr.vu,
    isFormer: fr.autrefois,
    mayLink: mayLink({ grade, strength: fr.preuve, seen: fr.vu }),
  };
}

const contactSchema = z.strictObject(contactShape()).transform((fr) => toContact(fr));
const electionContactSchema = z
  .strictObject({ edition: id().optional(), ...contactShape() })
  .transform((fr) => toContact(fr, fr.edition ?? null));
const nationalSchema = z
  .strictObject({ depuis: calendarDay().optional(), ...contactShape() })
  .transform((fr) => ({ ...toContact(fr), since: fr.depuis ?? null }));

/** `inconnu`, or at least one. An empty list says nothing: refuse it. */
const listOrUnknown = <S extends z.ZodType>(item: S) =>
  orUnknown(z.array(item).min(1, 'Écrire « inconnu », ou au moins un élément')).transform(
    (list) => list ?? [],
  );

const mailboxSchema = z
  .strictObject({
    nom: text(60),
    titre: text(80),
    libelle_identifiant: text(40),
    libelle_mot_de_passe: text(40),
    bouton: text(40),
    liens: z.array(text(80)).default([]),
    perdu: text(80),
    outil_identifiant: z.enum(['captcha-puis-numen', 'aucun']),
    regle_identifiant: z.enum(['initiale-nom']),
    casse: z.enum(['majuscules', 'minuscules']),
    /** réécrit avec nos mots */
    avertissement: text(400),
    /** les clés qu'aucune source ne montre */
    reconstruits: z
      .array(
        z.enum([
          'nom',
          'titre',
          'libelle_identifiant',
          'libelle_mot_de_passe',
          'bouton',
          'liens',
          'perdu',
        ]),
      )
      .default([]),
    ...proofKeys(),
  })
  .superRefine(checkProof)
  .transform((fr): PracticeMailbox => ({
    name: fr.nom,
    title: fr.titre,
    userLabel: fr.libelle_identifiant,
    passwordLabel: fr.libelle_mot_de_passe,
    button: fr.bouton,
    links: fr.liens,
    lostLabel: fr.perdu,
    identifierTool: fr.outil_identifiant === 'captcha-puis-numen' ? 'captcha-then-numen' : 'none',
    identifierRule: 'initial-and-name',
    letterCase: fr.casse === 'majuscules' ? 'upper' : 'lower',
    notice: fr.avertissement,
    strength: fr.preuve,
    source: fr.source ?? null,
    derivedFrom: fr.d_apres ?? [],
    reconstructed: fr.reconstruits.map((key) => mailboxParts[key]),
  }));

/** content/academies/_defaut.yaml: what holds for every academy about which nothing better is known. */
export const academyDefaultsSchema = z
  .strictObject({
    identifiant: statementSchema,
    premier_mot_de_passe: statementSchema,
    exercice: z.strictObject({ messagerie: mailboxSchema }),
  })
  .transform((fr) => ({
    username: fr.identifiant,
    firstPassword: fr.premier_mot_de_passe,
    practice: { mailbox: fr.exercice.messagerie },
  }));
export type AcademyDefaults = z.output<typeof academyDefaultsSchema>;

const kinds = {
  academie: 'academy',
  'vice-rectorat': 'vice-rectorate',
  service: 'service',
} as const satisfies Record<string, AcademyKind>;

const zone = () => z.string().refine(isTimeZone, 'Écrire un fuseau connu : Europe/Paris');

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('fr', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const nationalRule = (rule: Statement) =>
  orUnknown(z.union([z.literal('regle-nationale').transform(() => rule), statementSchema]));

/** One file of content/academies. `academyId` is the file's name; `defaults` come from _defaut.yaml. */
export const academySchema = (academyId: string, defaults: AcademyDefaults) =>
  z
    .strictObject({
      nom: text(80),
      court: text(40),
      /** avec sa préposition : « de Grenoble », « d’Amiens » */
      de: text(60).regex(/^(?:de |du |de la |des |d’|de l’)/u, 'Commencer par « de » ou « d’ »'),
      genre: z.enum(['academie', 'vice-rectorat', 'service']),
      existe: z
        .strictObject({ depuis: calendarDay().optional(), jusqu_a: calendarDay().optional() })
        .default({}),
      departements: z
        .array(
          z
            .strictObject({
              code: z
                .string('Mettre le numéro entre guillemets : "38"')
                .regex(/^(?:\d{2,3}|2[AB])$/u),
              nom: text(60),
            })
            .readonly(),
        )
        .min(1),
      fuseau: zone(),
      autres_fuseaux: z.array(z.strictObject({ fuseau: zone(), ou: text(80) })).default([]),
      site: orUnknown(contactSchema),
      adresse_mel: orUnknown(statementSchema),
      messagerie: listOrUnknown(contactSchema),
      messagerie_nationale: orUnknown(nationalSchema),
      portails: listOrUnknown(contactSchema),
      identifiant: nationalRule(defaults.username),
      premier_mot_de_passe: nationalRule(defaults.firstPassword),
      recuperation: listOrUnknown(contactSchema),
      assistance: listOrUnknown(contactSchema),
      contacts_elections: listOrUnknown(electionContactSchema),
      notes: z.array(statementSchema).default([]),
      exercice: z.strictObject({ messagerie: mailboxSchema }).optional(),
    })
    .transform((fr): Academy => ({
      id: academyId,
      name: fr.nom,
      short: fr.court,
      of: fr.de,
      kind: kinds[fr.genre],
      exists: { from: fr.existe.depuis ?? null, until: fr.existe.jusqu_a ?? null },
      departments: fr.departements.map(({ code, nom }) => ({ code, name: nom })),
      timeZone: fr.fuseau,
      otherTimeZones: fr.autres_fuseaux.map(({ fuseau, ou }) => ({ zone: fuseau, where: ou })),
      site: fr.site,
      addressForm: fr.adresse_mel,
      mailboxes: fr.messagerie,
      nationalMailbox: fr.messagerie_nationale,
      portals: fr.portails,
      username: fr.identifiant,
      firstPassword: fr.premier_mot_de_passe,
      recovery: fr.recuperation,
      helpdesk: fr.assistance,
      electionContacts: fr.contacts_elections,
      notes: fr.notes,
      practice: { mailbox: fr.exercice?.messagerie ?? defaults.practice.mailbox },
    }));
