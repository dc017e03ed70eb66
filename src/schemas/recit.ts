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
  'read-opening-mail',
  'open-account',
  'read-activation-mail',
  'follow-activation-link',
  'choose-password',
  'wait-for-mail',
  'look-in-junk',
  'sign-in',
  'unlock',
  'reset-password',
  'check-profile',
  'correct-roll',
  'collect-letter',
  'open-letter',
  'ask-new-code',
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

/** The holes that a sentence may have; anything else is a slip. */
const placeholders = ['quoi', 'heure', 'fois', 'prenom', 'nom', 'raison'];

const sentence = (max = 400) =>
  text(max).refine(
    (words) =>
      [...words.matchAll(/\{([^}]*)\}/gu)].every(([, hole]) => placeholders.includes(hole ?? '')),
    `Seuls ces mots peuvent être entre accolades : ${placeholders.join(', ')}`,
  );

const refusal = () =>
  z
    .strictObject({
      dit: sentence(),
      /** page de /ca-bloque/ et ancre, ou rien tant que la page n'existe pas */
      situation: z
        .string()
        .regex(/^[a-z0-9-]+(?:#[a-z0-9-]+)?$/u, 'Écrire ainsi : code-perdu#maintenant')
        .nullable()
        .default(null),
    })
    .transform((fr): RefusalText => ({ sentence: fr.dit, situation: fr.situation }));

const goal = () =>
  z
    .strictObject({ dit: sentence(), indice: sentence() })
    .transform((fr): GoalText => ({ says: fr.dit, hint: fr.indice }));

/** One sentence per event. */
export const narrationSchema = z.record(z.enum(eventTypes), sentence(300));
/** One sentence per way of saying no. */
export const refusalsSchema = z.record(z.enum(refusalWords), refusal());
/** What remains to be done, and a nudge. */
export const goalsSchema = z.record(z.enum(goalIds), goal());

/** content/recits/<edition>.yaml: only the sentences that this election says otherwise. */
export const overridesSchema = z.strictObject({
  evenements: z.partialRecord(z.enum(eventTypes), sentence(300)).default({}),
  refus: z.partialRecord(z.enum(refusalWords), refusal()).default({}),
  objectifs: z.partialRecord(z.enum(goalIds), goal()).default({}),
});
