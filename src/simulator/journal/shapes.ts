// The shape of every event and of the world, key by key. The compiler refuses this file when the core's types move without it.
import type { CaptchaPlace, Incident, LinkKind } from '../core/edition.ts';
import {
  commandTypes,
  type Asked,
  type Channel,
  type Desk,
  type Due,
  type Falling,
  type Folder,
  type Mail,
  type MailLink,
  type OneTimeCode,
  type OwnContest,
  type Persona,
  type PortalEvent,
  type Receipt,
  type Setup,
  type Sms,
  type World,
} from '../core/portal.ts';
import { fieldNames, refusalWords, type Refusal } from '../core/refusals.ts';
import {
  isFlag,
  isText,
  isWhole,
  listOf,
  memberOf,
  oneOf,
  orMissing,
  orNull,
  recordOf,
  tableOf,
} from './guards.ts';

const places = [
  'identifier-tool',
  'account',
  'sign-in',
  'new-code',
] as const satisfies readonly CaptchaPlace[];
const isPlace = oneOf<CaptchaPlace>(places);
const isLinkKind = oneOf<LinkKind>(['activation', 'reset']);
const isFolder = oneOf<Folder>(['inbox', 'junk', 'bin']);
const isDesk = oneOf<Desk>(['secretariat', 'hr']);
const isChannel = oneOf<Channel>(['sms', 'mail']);
const isAsked = oneOf<Asked>(['no', 'asked', 'done']);
const texts = listOf(isText);
const textOrNull = orNull(isText);
const wholeOrNull = orNull(isWhole);

export const isCommandType = oneOf(commandTypes);

/** Nothing of a setup is personal. */
export const isSetup = recordOf<Setup>({
  edition: isText,
  academy: isText,
  profile: isText,
  exercise: isText,
  seed: isText,
});

export const isRefusal = recordOf<Refusal>({
  word: oneOf(refusalWords),
  field: orMissing(oneOf(fieldNames)),
});

const isPersona = recordOf<Persona>({
  civility: isText,
  firstName: isText,
  lastName: isText,
  address: isText,
  user: isText,
  numen: isText,
  birthDate: isText,
  phone: isText,
  otherPhone: isText,
  department: isText,
  contests: listOf(
    recordOf<OwnContest>({ id: isText, kind: isText, name: isText, seats: isWhole }),
  ),
});

const isIncident = memberOf<Incident, 'kind'>('kind', {
  'portal-down': { opens: isWhole, closes: isWhole },
  'mail-late': { seconds: isWhole },
  'mail-to-junk': {},
  'mailbox-full': {},
  'fake-mail': { at: isWhole, mail: isText },
  'certificate-warning': {},
  'inner-browser': {},
  'caps-lock': {},
  'logos-missing': {},
  'letter-lost': {},
  'letter-posted': {},
  'reissue-fails': {},
  'cut-after-confirmation': { seconds: isWhole },
  'one-time-code-short': {},
  'profile-mistake': {},
  'contest-missing': {},
});

const isMailLink = recordOf<MailLink>({ kind: isLinkKind, nth: isWhole });

const isMail = recordOf<Mail>({
  id: isText,
  kind: isText,
  at: isWhole,
  folder: isFolder,
  read: isFlag,
  link: orNull(isMailLink),
  oneTime: wholeOrNull,
});

const isSms = recordOf<Sms>({
  id: isText,
  kind: oneOf(['voting-code', 'one-time-code']),
  nth: isWhole,
  at: isWhole,
  read: isFlag,
});

const isFalling = memberOf<Falling, 'kind'>('kind', {
  mail: { mail: isText, link: orNull(isMailLink) },
  sms: { nth: isWhole },
  'one-time-code': { nth: isWhole, channel: isChannel },
  letter: {},
  'portal-down': {},
  'portal-up': {},
  'profile-decision': {},
  'roll-decision': {},
  'voting-opens': {},
  'voting-closes': {},
  results: {},
});

const isDue = recordOf<Due>({ id: isText, at: isWhole, what: isFalling });

const mail = { mail: isText };
const contest = { contest: isText };
const fallen = { due: isText, at: isWhole };

/** An event, whole: its type is known and its data have exactly their keys. */
export const isPortalEvent = memberOf<PortalEvent, 'type'>('type', {
  ExerciseStarted: {
    setup: isSetup,
    persona: isPersona,
    incidents: listOf(isIncident),
    at: isWhole,
    due: listOf(isDue),
    mails: listOf(isMail),
    hiddenContests: texts,
  },
  TimePassed: { until: isWhole, active: isFlag },
  Consulted: { screen: isText },
  CapsLockChanged: { on: isFlag },
  NumenGiven: { desk: isDesk },
  HelpdeskAnswered: {},
  CaptchaShown: { place: isPlace, nth: isWhole },
  CaptchaAnswered: {},
  IdentityShown: {},
  MailboxSignedIn: {},
  MailboxSignedOut: {},
  MailboxPasswordChanged: { secret: isText },
  MailboxPasswordReset: {},
  MailSent: { due: isDue },
  MailDelivered: { due: isText, mail: isMail },
  MailBounced: { ...fallen, kind: isText },
  MailOpened: mail,
  MailMoved: { ...mail, folder: isFolder },
  MailDeleted: mail,
  MailRestored: mail,
  BinEmptied: {},
  FakeReported: mail,
  GenuineReported: mail,
  FakeAnswered: mail,
  FakeFollowed: mail,
  InnerBrowserOpened: mail,
  InnerBrowserLeft: {},
  WarningShown: { wanted: isText },
  SiteLeft: {},
  WarningOverridden: {},
  AddressGiven: { known: isFlag },
  AccountOpened: { secret: isText },
  LinkFollowed: { link: isMailLink },
  AccountConfirmed: {},
  PasswordChosen: { secret: isText, by: isLinkKind },
  PasswordKept: { secret: isText },
  ChallengeChosen: { question: isWhole, secret: isText },
  PasswordResetRequested: {},
  PasswordMistaken: { times: isWhole },
  LockedOut: { until: isWhole },
  SignedIn: {},
  SignedOut: {},
  SessionEnded: { at: isWhole },
  ProfileUpdateAsked: { due: isDue },
  ProfileUpdated: fallen,
  RollCorrectionAsked: { due: isDue },
  RollCorrected: { ...fallen, contests: texts, letter: orNull(isDue) },
  NoticeCollected: {},
  NoticeMissing: {},
  NoticeArrived: fallen,
  EnvelopeOpened: {},
  NoticeLost: {},
  VotingCodeShown: {},
  VotingCodeReissued: { nth: isWhole, to: oneOf(['own', 'other', 'screen']), due: orNull(isDue) },
  SmsDelivered: { due: isText, sms: isSms },
  SmsRead: { sms: isText },
  OneTimeCodeAsked: { nth: isWhole, channel: isChannel, at: isWhole, due: isDue },
  OneTimeCodeDelivered: fallen,
  OneTimeCodeAccepted: {},
  VotingCodeNoted: {},
  CodeMistaken: { times: isWhole },
  BoothLocked: { until: isWhole },
  BoothEntered: {},
  ContestOpened: contest,
  RegisterMarked: contest,
  BallotCast: contest,
  ReceiptIssued: { ...contest, at: isWhole },
  ReceiptKept: contest,
  BoothLeft: { why: oneOf(['done', 'new-code']) },
  PortalWentDown: { due: textOrNull, at: isWhole, back: orNull(isDue) },
  PortalCameBack: fallen,
  VotingOpened: fallen,
  VotingClosed: fallen,
  ResultsPublished: fallen,
});

const isLinkState = recordOf<World['account']['activation']>({
  sent: isWhole,
  used: listOf(isWhole),
});

/** A world read back from a snapshot. */
export const isWorld = recordOf<World>({
  setup: isSetup,
  persona: isPersona,
  incidents: listOf(isIncident),
  now: isWhole,
  screen: isText,
  due: listOf(isDue),
  promised: isWhole,
  numenKnown: isFlag,
  helpdeskCalled: isFlag,
  mailbox: recordOf<World['mailbox']>({
    open: isFlag,
    secret: isText,
    captchaPassed: isFlag,
    identityKnown: isFlag,
    mails: listOf(isMail),
    received: isWhole,
    openMail: textOrNull,
    bounced: isFlag,
  }),
  account: recordOf<World['account']>({
    state: oneOf(['none', 'pending', 'active']),
    secret: textOrNull,
    activation: isLinkState,
    reset: isLinkState,
    choosing: orNull(oneOf<LinkKind | 'challenge'>(['activation', 'reset', 'challenge'])),
    identified: isFlag,
    challenge: orNull(
      recordOf<NonNullable<World['account']['challenge']>>({ question: isWhole, secret: isText }),
    ),
    wrongPasswords: isWhole,
    lockedUntil: wholeOrNull,
    session: orNull(recordOf<{ readonly lastSeen: number }>({ lastSeen: isWhole })),
    sessionLost: isFlag,
  }),
  code: recordOf<World['code']>({
    letter: oneOf(['none', 'sealed', 'open', 'lost']),
    reissues: isWhole,
    known: wholeOrNull,
    sms: listOf(isSms),
    oneTimes: isWhole,
    oneTime: orNull(
      recordOf<OneTimeCode>({
        nth: isWhole,
        channel: isChannel,
        askedAt: isWhole,
        deliveredAt: wholeOrNull,
        accepted: isFlag,
      }),
    ),
  }),
  booth: recordOf<World['booth']>({
    inside: isFlag,
    contest: textOrNull,
    wrongCodes: isWhole,
    lockedUntil: wholeOrNull,
  }),
  cast: texts,
  receipts: listOf(recordOf<Receipt>({ contest: isText, at: isWhole, kept: isFlag })),
  profileUpdate: isAsked,
  rollCorrection: isAsked,
  hiddenContests: texts,
  captchas: tableOf(places, isWhole),
  down: isFlag,
  capsLock: isFlag,
  innerBrowser: textOrNull,
  warning: recordOf<World['warning']>({ wanted: textOrNull, settled: isFlag }),
});
