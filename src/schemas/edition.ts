/** content/editions/*.yaml: one election. French keys in; what the core and the pages need out. */
import { z } from 'astro/zod';
import type {
  AccountOpening,
  BallotFlow,
  BoothEntry,
  CaptchaKind,
  ContestKind,
  ContestScope,
  Delay,
  DeskHours,
  NoticeFallback,
  PeriodName,
  Profile,
  Reissue,
  SignInForm,
} from '../simulator/core/edition.ts';
import type { CommandType } from '../simulator/core/portal.ts';
import {
  calendarDay,
  checkProof,
  checkStatedProof,
  id,
  parisDate,
  parisSeconds,
  proofKeys,
  text,
  type Strength,
} from './fact.ts';
import { periodOfWord, wordOf } from './screen.ts';

/** One end of a period: what the source says, and what the exercise adds when the source gives no hour. */
export type Bound = {
  /** « 2014-11-27 » */
  readonly day: string;
  /** « 10:00 » as the source says it; `null` when it gives a day only, or when nobody knows. */
  readonly hour: string | null;
  /** The hour chosen for the exercise (reconstructed), never for a guide page; `null` = the whole day. */
  readonly exerciseHour: string | null;
  /** The hour is read on the academy's own clock. */
  readonly local: boolean;
  readonly strength: Strength;
  readonly source: string | null;
  readonly derivedFrom: readonly string[];
  /** What a reader of the archives should know: a conflict between sources… */
  readonly note: string | null;
};

/** A period as the sources give it; `null`: it did not exist, `'unknown'`: nobody knows. */
export type PeriodFacts = { readonly opens: Bound; readonly closes: Bound } | null | 'unknown';

const hourPattern = /^(?:[01]\d|2[0-3]):[0-5]\d$/u;
const hour = () => z.string().regex(hourPattern, 'Écrire l’heure ainsi : 09:00');

const whenMessage = 'Écrire 2018-11-29 10:00 (heure de Paris), ou 2018-11-29 sans heure connue';

const boundSchema = z
  .strictObject({
    /** jour, ou jour et heure de Paris */
    le: z.string(whenMessage).refine((value) => isWhen(value), whenMessage),
    /** l'heure est celle de l'académie */
    heure_locale: z.boolean().default(false),
    /** quand la source ne donne pas d'heure : celle de l'exercice */
    heure_d_exercice: hour().optional(),
    note: text(400).optional(),
    ...proofKeys(),
  })
  .superRefine(checkProof)
  .transform((fr): Bound => {
    const [day = '', known] = fr.le.split(/[ T]/u);
    return {
      day,
      hour: known ?? null,
      exerciseHour: fr.heure_d_exercice ?? null,
      local: fr.heure_locale,
      strength: fr.preuve,
      source: fr.source ?? null,
      derivedFrom: fr.d_apres ?? [],
      note: fr.note ?? null,
    };
  });

function isWhen(value: string): boolean {
  if (/^\d{4}-\d{2}-\d{2}$/u.test(value)) return calendarDay().safeParse(value).success;
  return typeof parisSeconds(value) === 'number';
}

const periodSchema = z.union([
  z.null(),
  z.literal('inconnu').transform(() => 'unknown' as const),
  z
    .strictObject({ ouvre: boundSchema, ferme: boundSchema })
    .superRefine(({ ouvre, ferme }, context) => {
      if (clockOf(ouvre, '00:00') < clockOf(ferme, '24:00')) return;
      context.addIssue({
        code: 'custom',
        path: ['ferme', 'le'],
        message: 'Une période finit après son début : écrire une date plus tard que « ouvre »',
      });
    })
    .transform((fr) => ({ opens: fr.ouvre, closes: fr.ferme })),
]);

/** « 2018-11-29 10:00 », to compare two ends; a whole day opens at midnight and closes at the next one. */
const clockOf = ({ day, hour: known, exerciseHour }: Bound, wholeDay: string) =>
  `${day} ${known ?? exerciseHour ?? wholeDay}`;

const calendarWords = Object.keys(periodOfWord);

const calendarSchema = z
  .record(z.enum(calendarWords), periodSchema)
  .transform((fr, context): Readonly<Record<PeriodName, PeriodFacts>> => {
    const found = new Map<PeriodName, PeriodFacts>();
    for (const [word, name] of Object.entries(periodOfWord)) {
      const period = fr[word];
      if (period === undefined)
        context.addIssue({ code: 'custom', path: [word], message: `Il manque « ${word} »` });
      else found.set(name, period);
    }
    const of = (name: PeriodName): PeriodFacts => found.get(name) ?? null;
    return {
      portal: of('portal'),
      accountOpening: of('accountOpening'),
      passwordReset: of('passwordReset'),
      profileUpdate: of('profileUpdate'),
      rollCorrection: of('rollCorrection'),
      roll: of('roll'),
      candidates: of('candidates'),
      notice: of('notice'),
      reissue: of('reissue'),
      voting: of('voting'),
      results: of('results'),
    };
  });

/** `{ valeur, preuve, source | d_apres }` → the bare value; the proof is checked, and kept for the pages elsewhere. */
const proven = <S extends z.ZodType>(value: S) =>
  z
    .strictObject({ valeur: value, note: text(400).optional(), ...proofKeys() })
    .superRefine((fr, context) => {
      checkProof(proofOnly.parse(fr), context);
    })
    .transform((fr): z.output<S> => (hasValue<z.output<S>>(fr) ? fr.valeur : z.NEVER));

const proofOnly = z.object({
  preuve: z.enum(['official', 'two-sources', 'single', 'inferred', 'reconstructed']),
  source: z.string().optional(),
  d_apres: z.array(z.string()).optional(),
});

function hasValue<T>(checked: object): checked is { readonly valeur: T } {
  return 'valeur' in checked;
}

const accountOpenings = {
  'mot-de-passe-puis-lien': 'password-then-link',
  'adresse-puis-lien': 'address-then-link',
  'invitation-puis-lien': 'invitation-link',
} as const satisfies Record<string, AccountOpening>;
const signInForms = {
  'une-page': 'one-page',
  'adresse-puis-mot-de-passe': 'address-then-password',
} as const satisfies Record<string, SignInForm>;
const reissues = {
  'montre-dans-l-espace': 'shown-again',
  sms: 'sms',
  'question-defi': 'challenge',
} as const satisfies Record<string, Reissue>;
const boothEntries = {
  'code-et-mot-de-passe': 'code-and-password',
  code: 'code',
} as const satisfies Record<string, BoothEntry>;
const ballotFlows = {
  'choisir-puis-verifier': 'choose-then-check',
  'lire-puis-choisir': 'read-then-choose',
} as const satisfies Record<string, BallotFlow>;
const noticeFallbacks = {
  rien: 'none',
  'par-la-poste': 'post',
} as const satisfies Record<string, NoticeFallback>;
const captchaKinds = {
  chiffres: 'digits',
  lettres: 'letters',
  'chiffres-ou-deux-mots': 'words-or-digits',
} as const satisfies Record<string, CaptchaKind>;
const scopes = {
  nationale: 'national',
  academie: 'academy',
  departement: 'department',
} as const satisfies Record<string, ContestScope>;

const captcha = () => proven(z.union([z.null(), wordOf<CaptchaKind>(captchaKinds)]));
const count = (min = 0) => proven(z.int().min(min));

/** Questions of which one is chosen; each says on its own whether a source names it or the exercise invented it. */
const challenges = () =>
  z
    .strictObject({
      valeurs: z.array(
        z.strictObject({ question: text(100), ...proofKeys() }).superRefine(checkProof),
      ),
      ...proofKeys(),
    })
    .superRefine(checkProof)
    .transform((fr): readonly string[] => fr.valeurs.map(({ question }) => question));

const delay = () =>
  z
    .strictObject({ min: z.int().nonnegative(), max: z.int().positive(), ...proofKeys() })
    .superRefine(checkProof)
    .refine((fr) => fr.min <= fr.max, 'min est plus grand que max')
    .transform((fr): Delay => ({ min: fr.min, max: fr.max }));

const desk = () =>
  z
    .strictObject({
      jours: z.array(z.int().min(1).max(7)).min(1),
      de: hour(),
      a: hour(),
      note: text(300).optional(),
      ...proofKeys(),
    })
    .superRefine(checkProof)
    .transform((fr): DeskHours => ({
      days: fr.jours,
      opensAt: secondsOf(fr.de),
      closesAt: secondsOf(fr.a),
    }));

/** « 08:30 » → seconds since midnight. */
function secondsOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 3600 + minutes * 60;
}

/** What each gesture costs on the exercise's clock, by French word. */
const costGroups = {
  consulter: ['Consult'],
  lire_un_courriel: ['OpenMail'],
  lire_un_sms: ['ReadSms'],
  ranger_un_courriel: ['DeleteMail', 'RestoreMail', 'MoveMail', 'EmptyBin', 'ReportFake'],
  repondre: ['AnswerFake'],
  suivre_un_lien: [
    'FollowLink',
    'LeaveInnerBrowser',
    'LeaveSite',
    'OverrideWarning',
    'RegenerateVotingCode',
  ],
  remplir_un_formulaire: [
    'LookUpIdentity',
    'SignInToMailbox',
    'ChangeMailboxPassword',
    'ForgetMailboxPassword',
    'OpenAccount',
    'GiveAddress',
    'ChoosePassword',
    'ChooseChallenge',
    'RequestPasswordReset',
    'SignIn',
    'RequestProfileUpdate',
    'ClaimRollCorrection',
    'RequestVotingCode',
    'AnswerChallenge',
  ],
  recopier_un_code: ['GiveOneTimeCode', 'NoteVotingCode'],
  recopier_une_image: ['AnswerCaptcha', 'RenewCaptcha'],
  fermer_une_session: ['SignOut', 'SignOutOfMailbox', 'PressCapsLock'],
  telephoner: ['CallHelpdesk'],
  aller_au_secretariat: ['AskForNumen', 'CollectNotice'],
  ouvrir_la_lettre: ['OpenEnvelope', 'LoseNotice'],
  entrer_dans_l_isoloir: ['EnterBooth'],
  ouvrir_un_scrutin: ['OpenContest', 'LeaveBooth'],
  voter: ['ConfirmBallot'],
  garder_la_preuve: ['DownloadReceipt'],
} as const satisfies Record<string, readonly CommandType[]>;

const costsSchema = z
  .strictObject({
    valeurs: z.record(z.enum(Object.keys(costGroups)), z.int().nonnegative()),
    ...proofKeys(),
  })
  .superRefine(checkProof)
  .transform((fr): Readonly<Partial<Record<CommandType, number>>> => {
    const costs: Partial<Record<CommandType, number>> = { PassTime: 0 };
    for (const [word, commands] of Object.entries(costGroups))
      for (const command of commands) costs[command] = fr.valeurs[word] ?? 0;
    return costs;
  });

const contestSchema = z
  .strictObject({
    /** tel qu'imprimé ; {academie} et {departement} sont remplis */
    nom: text(160),
    portee: wordOf<ContestScope>(scopes),
    /** un nombre, que la preuve du scrutin couvre ; ou { valeur, preuve… } quand il est su autrement, ou inventé */
    sieges: z.union([z.int().positive(), count(1)]),
    ...proofKeys(),
  })
  .superRefine(checkProof);

const profileSchema = z
  .strictObject({
    nom: text(80),
    scrutins: z.array(id()).min(1),
    corps: text(80),
    affectation: text(80),
    note: text(300).optional(),
    /** les seules académies où ce profil existe */
    academies: z.array(id()).min(1).optional(),
    /** la liste électorale l'a oublié : « scrutins » dit ceux qu'une correction rendrait */
    absent_de_la_liste: z.literal(true).optional(),
    /** la lettre de vote vient par la poste : personne ne la remet */
    lettre_par_la_poste: z.literal(true).optional(),
    ...proofKeys(),
  })
  .superRefine(checkProof);

/** A profile whose whole set of ballots nobody found: named as such by the guide, never played. */
export type UnfoundProfile = {
  readonly name: string;
  /** What is known nevertheless. */
  readonly known: string;
  readonly strength: Strength;
  readonly source: string | null;
  /** Academies in which a profile of elsewhere may not have the same ballots: the exercise says so. */
  readonly academies: readonly string[];
};

const unfoundProfileSchema = z
  .strictObject({
    nom: text(80),
    ce_qu_on_sait: text(300),
    /** les académies où l'exercice, faute de mieux, prend les scrutins d'ailleurs */
    academies: z.array(id()).default([]),
    ...proofKeys(),
  })
  .superRefine(checkStatedProof)
  .transform((fr): UnfoundProfile => ({
    name: fr.nom,
    known: fr.ce_qu_on_sait,
    strength: fr.preuve,
    source: fr.source ?? null,
    academies: fr.academies,
  }));

/** One thing that happened that year, for the archives. */
export type Happening = {
  readonly when: string;
  readonly text: string;
  readonly strength: Strength;
  readonly source: string | null;
};

const happeningSchema = z
  .strictObject({ quand: text(60), fait: text(400), ...proofKeys() })
  .superRefine(checkProof)
  .transform((fr): Happening => ({
    when: fr.quand,
    text: fr.fait,
    strength: fr.preuve,
    source: fr.source ?? null,
  }));

/** An election that the simulator can play. */
export const editionSchema = z
  .strictObject({
    nom: text(80),
    /** « portail de 2018 » */
    libelle: text(40),
    calendrier: calendarSchema,
    ouverture_du_compte: proven(wordOf<AccountOpening>(accountOpenings)),
    connexion: proven(wordOf<SignInForm>(signInForms)),
    nouveau_code: proven(wordOf<Reissue>(reissues)),
    entree_de_l_isoloir: proven(wordOf<BoothEntry>(boothEntries)),
    deroule_du_bulletin: proven(wordOf<BallotFlow>(ballotFlows)),
    /** ce que devient une lettre qui n'a pas été remise */
    lettre_non_remise: proven(wordOf<NoticeFallback>(noticeFallbacks)),
    /** les académies où la lettre vient toujours par la poste */
    lettre_par_la_poste: proven(z.array(id())),
    questions_defi: challenges(),
    captchas: z.strictObject({
      outil_identifiant: captcha(),
      compte: captcha(),
      /** à chaque connexion */
      connexion: captcha(),
      nouveau_code: captcha(),
    }),
    mot_de_passe: z
      .strictObject({
        min: z.int().positive(),
        /** null : pas de maximum connu */
        max: z.int().positive().nullable(),
        majuscule: z.boolean(),
        minuscule: z.boolean(),
        chiffre: z.boolean(),
        special: z.boolean(),
        differe_du_courriel: z.boolean(),
        ...proofKeys(),
      })
      .superRefine(checkProof),
    limites: z.strictObject({
      /** null : pas de limite connue */
      nouveaux_codes: proven(z.int().positive().nullable()),
      mots_de_passe_faux: count(),
      verrou: count(),
      codes_faux: count(),
      verrou_de_l_isoloir: count(),
      inactivite: count(),
      vie_d_un_lien: count(),
      /** à partir de son arrivée */
      code_provisoire: count(),
      grace_apres_cloture: count(),
      capacite_de_la_boite: count(),
      mot_de_passe_messagerie_min: count(),
    }),
    delais: z.strictObject({ courriel: delay(), sms: delay(), decision: delay(), poste: delay() }),
    durees: costsSchema,
    guichets: z.strictObject({ secretariat: desk(), assistance: desk() }),
    courriels_du_depart: z.array(z.strictObject({ modele: id(), le: parisDate() })),
    scrutins: z.record(id(), contestSchema),
    profils: z.record(id(), profileSchema),
    /** ceux dont on ne connaît pas tous les scrutins : nommés, jamais joués */
    profils_non_trouves: z.array(unfoundProfileSchema).default([]),
    /** les mots qui changent d'une élection à l'autre */
    mots: z
      .strictObject({
        /** le code secret de la lettre : « identifiant de vote » en 2014 */
        code_de_vote: text(80),
        mot_de_passe: text(80),
        adresse: text(80),
        espace: text(80),
        isoloir: text(80),
        notice: text(80),
        nouveau_code: text(80),
        preuve: text(80),
        assistance: text(80),
        vote: text(80),
        /** le compteur du portail, quand la source en montre un ; {jours} est rempli */
        ouverture_dans: text(80).optional(),
        cloture_dans: text(80).optional(),
      })
      .transform((words): Readonly<Record<string, string>> => ({
        votingCode: words.code_de_vote,
        password: words.mot_de_passe,
        address: words.adresse,
        space: words.espace,
        booth: words.isoloir,
        notice: words.notice,
        newCode: words.nouveau_code,
        receipt: words.preuve,
        helpdesk: words.assistance,
        voting: words.vote,
        ...(words.ouverture_dans ? { opensIn: words.ouverture_dans } : {}),
        ...(words.cloture_dans ? { closesIn: words.cloture_dans } : {}),
      })),
    histoire: z.array(happeningSchema).default([]),
    /** ce que personne n'a trouvé : on le dit */
    pas_trouve: z.array(text(200)).default([]),
  })
  .superRefine((fr, context) => {
    for (const [name, profile] of Object.entries(fr.profils))
      profile.scrutins.forEach((contest, index) => {
        if (contest in fr.scrutins) return;
        context.addIssue({
          code: 'custom',
          path: ['profils', name, 'scrutins', index],
          message: `« ${contest} » n’est pas dans « scrutins »`,
        });
      });
  })
  .transform((fr) => ({
    title: fr.nom,
    label: fr.libelle,
    periods: fr.calendrier,
    accountOpening: fr.ouverture_du_compte,
    signInForm: fr.connexion,
    reissue: fr.nouveau_code,
    boothEntry: fr.entree_de_l_isoloir,
    ballotFlow: fr.deroule_du_bulletin,
    noticeFallback: fr.lettre_non_remise,
    noticeByPost: fr.lettre_par_la_poste,
    challenges: fr.questions_defi,
    captchas: {
      'identifier-tool': fr.captchas.outil_identifiant,
      account: fr.captchas.compte,
      'sign-in': fr.captchas.connexion,
      'new-code': fr.captchas.nouveau_code,
    },
    password: {
      min: fr.mot_de_passe.min,
      max: fr.mot_de_passe.max,
      upper: fr.mot_de_passe.majuscule,
      lower: fr.mot_de_passe.minuscule,
      digit: fr.mot_de_passe.chiffre,
      special: fr.mot_de_passe.special,
      differsFromAddress: fr.mot_de_passe.differe_du_courriel,
    },
    limits: {
      reissues: fr.limites.nouveaux_codes,
      wrongPasswords: fr.limites.mots_de_passe_faux,
      lock: fr.limites.verrou,
      wrongCodes: fr.limites.codes_faux,
      boothLock: fr.limites.verrou_de_l_isoloir,
      idle: fr.limites.inactivite,
      link: fr.limites.vie_d_un_lien,
      oneTimeCode: fr.limites.code_provisoire,
      grace: fr.limites.grace_apres_cloture,
      mailboxCapacity: fr.limites.capacite_de_la_boite,
      mailboxPasswordMin: fr.limites.mot_de_passe_messagerie_min,
    },
    delays: {
      mail: fr.delais.courriel,
      sms: fr.delais.sms,
      decision: fr.delais.decision,
      post: fr.delais.poste,
    },
    costs: fr.durees,
    desks: { secretariat: fr.guichets.secretariat, helpdesk: fr.guichets.assistance },
    openingMails: fr.courriels_du_depart.map(({ modele, le }) => ({ kind: modele, at: le })),
    contests: mapValues(fr.scrutins, (contest, contestId): ContestKind => ({
      id: contestId,
      name: contest.nom,
      scope: contest.portee,
      seats: contest.sieges,
    })),
    profiles: mapValues(fr.profils, (profile, profileId): Profile => ({
      id: profileId,
      name: profile.nom,
      contests: profile.scrutins,
      corps: profile.corps,
      posting: profile.affectation,
      strength: profile.preuve,
      sources: profile.source ? [profile.source] : (profile.d_apres ?? []),
      ...(profile.academies === undefined ? {} : { academies: profile.academies }),
      ...(profile.absent_de_la_liste === undefined ? {} : { unlisted: true }),
      ...(profile.lettre_par_la_poste === undefined ? {} : { noticeByPost: true }),
    })),
    /** What a reader of the guide should know of a set of ballots; the simulator does not carry it. */
    profileNotes: mapValues(fr.profils, ({ note }) => note ?? null),
    unfoundProfiles: fr.profils_non_trouves,
    words: fr.mots,
    history: fr.histoire,
    notFound: fr.pas_trouve,
  }));

export type EditionFile = z.output<typeof editionSchema>;

/** The same keys, other values. */
export function mapValues<A, B>(
  record: Readonly<Record<string, A>>,
  change: (value: A, key: string) => B,
): Record<string, B> {
  return Object.fromEntries(
    Object.entries(record).map(([key, value]): [string, B] => [key, change(value, key)]),
  );
}
