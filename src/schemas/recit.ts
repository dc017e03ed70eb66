/** content/recits/*.yaml: the sentences of the journal, of the refusals and of the coach. */
import { z } from 'astro/zod';
import type { GoalText, RefusalText } from '../simulator/core/edition.ts';
import type { EventType } from '../simulator/core/portal.ts';
import { refusalWords } from '../simulator/core/refusals.ts';
import { text } from './fact.ts';

/** Every event of the machine, so that none goes without its sentence. The compiler refuses a missing one below. */
export const eventTypes = [
  'ExerciseStarted',
  'TimePassed',
  'Consulted',
  'CapsLockChanged',
  'NumenGiven',
  'HelpdeskAnswered',
  'CaptchaShown',
  'CaptchaAnswered',
  'IdentityShown',
  'MailboxSignedIn',
  'MailboxSignedOut',
  'MailboxPasswordChanged',
  'MailboxPasswordReset',
  'MailSent',
  'MailDelivered',
  'MailBounced',
  'MailOpened',
  'MailMoved',
  'MailDeleted',
  'MailRestored',
  'BinEmptied',
  'FakeReported',
  'GenuineReported',
  'FakeAnswered',
  'FakeFollowed',
  'InnerBrowserOpened',
  'InnerBrowserLeft',
  'WarningShown',
  'SiteLeft',
  'WarningOverridden',
  'AddressGiven',
  'AccountOpened',
  'LinkFollowed',
  'AccountConfirmed',
  'PasswordChosen',
  'PasswordKept',
  'ChallengeChosen',
  'PasswordResetRequested',
  'PasswordMistaken',
  'LockedOut',
  'SignedIn',
  'SignedOut',
  'SessionEnded',
  'ProfileUpdateAsked',
  'ProfileUpdated',
  'RollCorrectionAsked',
  'RollCorrected',
  'NoticeCollected',
  'NoticeMissing',
  'NoticeArrived',
  'EnvelopeOpened',
  'NoticeLost',
  'VotingCodeShown',
  'VotingCodeReissued',
  'SmsDelivered',
  'SmsRead',
  'OneTimeCodeAsked',
  'OneTimeCodeDelivered',
  'OneTimeCodeAccepted',
  'VotingCodeNoted',
  'CodeMistaken',
  'BoothLocked',
  'BoothEntered',
  'ContestOpened',
  'RegisterMarked',
  'BallotCast',
  'ReceiptIssued',
  'ReceiptKept',
  'BoothLeft',
  'PortalWentDown',
  'PortalCameBack',
  'VotingOpened',
  'VotingClosed',
  'ResultsPublished',
] as const satisfies readonly EventType[];

/** What the coach may ask for. */
export const goalIds = [
  'find-numen',
  'find-identifier',
  'open-mailbox',
  'make-room',
  'open-account',
  'read-activation-mail',
  'follow-activation-link',
  'choose-password',
  'choose-challenge',
  'wait-for-mail',
  'look-in-junk',
  'sign-in',
  'unlock',
  'unlock-capitals',
  'reset-password',
  'check-roll',
  'correct-roll',
  'wait-for-roll',
  'collect-letter',
  'open-letter',
  'ask-new-code',
  'give-one-time-code',
  'note-new-code',
  'wait-for-sms',
  'read-sms',
  'wait-for-voting',
  'enter-booth',
  'open-ballot',
  'cast-ballot',
  'keep-receipt',
  'leave-booth',
  'wait-for-results',
  'see-results',
  'done',
  'dead-end',
  'leave-inner-browser',
  'deal-with-warning',
  'wait-for-portal',
] as const;

/** What every sentence may name (narrate.ts): the voter and her academy. */
export const voterHoles = [
  'civilite',
  'prenom',
  'nom',
  'adresse',
  'utilisateur',
  'academie',
  'tel',
];

/** What an event's own sentence may name besides. */
const eventHoles: Readonly<Partial<Record<EventType, string>>> = {
  Consulted: 'page',
  TimePassed: 'heure',
  LockedOut: 'heure',
  BoothLocked: 'heure',
  MailDelivered: 'objet',
  MailBounced: 'objet',
  MailOpened: 'objet',
  MailMoved: 'objet',
  MailDeleted: 'objet',
  MailRestored: 'objet',
  FakeReported: 'objet',
  GenuineReported: 'objet',
  FakeAnswered: 'objet',
  FakeFollowed: 'objet',
  InnerBrowserOpened: 'objet',
  ContestOpened: 'scrutin',
  RegisterMarked: 'scrutin',
  BallotCast: 'scrutin',
  ReceiptIssued: 'scrutin',
  ReceiptKept: 'scrutin',
};

/** The names between braces that this place cannot fill. */
export function wrongHoles(words: string, allowed: readonly string[]): readonly string[] {
  return [...words.matchAll(/\{([^}]*)\}/gu)]
    .map(([, hole = '']) => hole)
    .filter((hole) => !allowed.includes(hole));
}

const sentence = (max: number, ...holes: readonly string[]) => {
  const allowed = [...voterHoles, ...holes];
  return text(max).refine(
    (words) => wrongHoles(words, allowed).length === 0,
    `Seuls ces mots peuvent être entre accolades : ${allowed.join(', ')}`,
  );
};

/** A sentence of the journal; the hole it may have depends on the event. */
const checkHoles = (
  all: Readonly<Partial<Record<EventType, string>>>,
  context: z.RefinementCtx,
): void => {
  for (const event of eventTypes) {
    const own = eventHoles[event];
    const allowed = own ? [...voterHoles, own] : voterHoles;
    if (wrongHoles(all[event] ?? '', allowed).length === 0) continue;
    context.addIssue({
      code: 'custom',
      path: [event],
      message: `Seuls ces mots peuvent être entre accolades : ${allowed.join(', ')}`,
    });
  }
};

const refusal = () =>
  z
    .strictObject({
      dit: sentence(400),
      /** page de /ca-bloque/ et ancre : chaque refus en a une */
      situation: z
        .string('Écrire la page et l’endroit qui aident (exemple : code-perdu#maintenant)')
        .regex(/^[a-z0-9-]+#[a-z0-9-]+$/u, 'Écrire ainsi : code-perdu#maintenant'),
    })
    .transform((fr): RefusalText => ({ sentence: fr.dit, situation: fr.situation }));

const goal = () =>
  z
    .strictObject({ dit: sentence(400, 'raison'), indice: sentence(400) })
    .transform((fr): GoalText => ({ says: fr.dit, hint: fr.indice }));

/** One sentence per event. */
export const narrationSchema = z.record(z.enum(eventTypes), text(300)).superRefine(checkHoles);
/** One sentence per way of saying no. */
export const refusalsSchema = z.record(z.enum(refusalWords), refusal());
/** What remains to be done, and a nudge. */
export const goalsSchema = z.record(z.enum(goalIds), goal());

/** content/recits/<edition>.yaml: only the sentences that this election says otherwise. */
export const overridesSchema = z.strictObject({
  evenements: z.partialRecord(z.enum(eventTypes), text(300)).superRefine(checkHoles).default({}),
  refus: z.partialRecord(z.enum(refusalWords), refusal()).default({}),
  objectifs: z.partialRecord(z.enum(goalIds), goal()).default({}),
});
