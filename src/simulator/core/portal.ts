// The words of the machine: what a voter can do (commands), what happened (events), and the world that events build.
import type { CaptchaPlace, Incident, Instant, LinkKind } from './edition.ts';
import type { Refusal } from './refusals.ts';

/**
 * A password as the core sees it: never its text.
 * The session keeps the text's salted digest elsewhere and hands over an alias and the shape.
 */
export interface SealedSecret {
  /** The same alias means the same password. `numen` is the first mailbox password; `looks-real` is refused everywhere. */
  readonly alias: string;
  readonly length: number;
  readonly upper: boolean;
  readonly lower: boolean;
  readonly digit: boolean;
  readonly special: boolean;
  /** It is the voter's own address. */
  readonly isAddress: boolean;
}

/** An invented voter. Drawn from the seed; every number is fictional, every address ends in `.example`. */
export interface Persona {
  readonly civility: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly address: string;
  readonly user: string;
  /** Thirteen signs, prefix 30: never issued. */
  readonly numen: string;
  /** `jj/mm/aaaa` */
  readonly birthDate: string;
  /** Ten digits, from the range kept for fiction. */
  readonly phone: string;
  /** An old number that somebody else holds today. */
  readonly otherPhone: string;
  readonly department: string;
  readonly contests: readonly OwnContest[];
}

export interface OwnContest {
  /** With its scope: `cta.amiens`. */
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly seats: number;
}

/** What fixes an exercise, all of it in the link: nothing personal. */
export interface Setup {
  readonly edition: string;
  readonly academy: string;
  readonly profile: string;
  readonly exercise: string;
  /** Six letters, followed by `.` and the seat number in a class. */
  readonly seed: string;
}

export type Folder = 'inbox' | 'junk' | 'bin';
export type Desk = 'secretariat' | 'hr';
/** How a one-time code travels. */
export type Channel = 'sms' | 'mail';

export type Command =
  | { readonly type: 'PassTime'; readonly until: Instant }
  | { readonly type: 'Consult'; readonly screen: string }
  | { readonly type: 'PressCapsLock' }
  // mailbox
  | { readonly type: 'AskForNumen'; readonly desk: Desk }
  | { readonly type: 'CallHelpdesk' }
  | { readonly type: 'AnswerCaptcha'; readonly captcha: string }
  | { readonly type: 'RenewCaptcha'; readonly place: CaptchaPlace }
  | { readonly type: 'LookUpIdentity'; readonly numen: string; readonly birthDate: string }
  | { readonly type: 'SignInToMailbox'; readonly user: string; readonly password: SealedSecret }
  | {
      readonly type: 'ChangeMailboxPassword';
      readonly current: SealedSecret;
      readonly password: SealedSecret;
      readonly confirmation: SealedSecret;
    }
  | { readonly type: 'ForgetMailboxPassword'; readonly numen: string; readonly birthDate: string }
  | { readonly type: 'SignOutOfMailbox' }
  | { readonly type: 'OpenMail'; readonly mail: string }
  | { readonly type: 'DeleteMail'; readonly mail: string }
  | { readonly type: 'RestoreMail'; readonly mail: string }
  | { readonly type: 'MoveMail'; readonly mail: string; readonly folder: Folder }
  | { readonly type: 'EmptyBin' }
  | { readonly type: 'ReportFake'; readonly mail: string }
  | { readonly type: 'AnswerFake'; readonly mail: string }
  | { readonly type: 'FollowLink'; readonly mail: string }
  | { readonly type: 'LeaveInnerBrowser' }
  // account
  | { readonly type: 'LeaveSite' }
  | { readonly type: 'OverrideWarning' }
  | {
      readonly type: 'OpenAccount';
      readonly address: string;
      readonly password: SealedSecret;
      readonly confirmation: SealedSecret;
      readonly captcha: string;
    }
  /** `captcha` is empty where the edition asks for none. */
  | { readonly type: 'GiveAddress'; readonly address: string; readonly captcha: string }
  | {
      readonly type: 'ChoosePassword';
      readonly password: SealedSecret;
      readonly confirmation: SealedSecret;
    }
  | {
      readonly type: 'ChooseChallenge';
      /** Place of the question in the edition's list. */
      readonly question: number;
      readonly answer: SealedSecret;
    }
  | { readonly type: 'RequestPasswordReset'; readonly address: string }
  | { readonly type: 'SignIn'; readonly address: string; readonly password: SealedSecret }
  | { readonly type: 'SignOut' }
  // space
  | { readonly type: 'RequestProfileUpdate' }
  | { readonly type: 'ClaimRollCorrection' }
  // voting code
  | { readonly type: 'CollectNotice' }
  | { readonly type: 'OpenEnvelope' }
  | { readonly type: 'LoseNotice' }
  | {
      readonly type: 'RequestVotingCode';
      readonly phone: string;
      readonly numen: string;
      readonly birthDate: string;
      readonly captcha: string;
    }
  | {
      readonly type: 'AnswerChallenge';
      readonly answer: SealedSecret;
      readonly numen: string;
      readonly channel: Channel;
    }
  | { readonly type: 'GiveOneTimeCode'; readonly code: string }
  | { readonly type: 'RegenerateVotingCode' }
  | { readonly type: 'NoteVotingCode' }
  | { readonly type: 'ReadSms'; readonly sms: string }
  // ballot
  | { readonly type: 'EnterBooth'; readonly code: string; readonly password: SealedSecret | null }
  | { readonly type: 'OpenContest'; readonly contest: string }
  | { readonly type: 'ConfirmBallot'; readonly contest: string }
  | { readonly type: 'LeaveBooth' }
  | { readonly type: 'DownloadReceipt'; readonly contest: string };

export type CommandType = Command['type'];

export const commandTypes = [
  'PassTime',
  'Consult',
  'PressCapsLock',
  'AskForNumen',
  'CallHelpdesk',
  'AnswerCaptcha',
  'RenewCaptcha',
  'LookUpIdentity',
  'SignInToMailbox',
  'ChangeMailboxPassword',
  'ForgetMailboxPassword',
  'SignOutOfMailbox',
  'OpenMail',
  'DeleteMail',
  'RestoreMail',
  'MoveMail',
  'EmptyBin',
  'ReportFake',
  'AnswerFake',
  'FollowLink',
  'LeaveInnerBrowser',
  'LeaveSite',
  'OverrideWarning',
  'OpenAccount',
  'GiveAddress',
  'ChoosePassword',
  'ChooseChallenge',
  'RequestPasswordReset',
  'SignIn',
  'SignOut',
  'RequestProfileUpdate',
  'ClaimRollCorrection',
  'CollectNotice',
  'OpenEnvelope',
  'LoseNotice',
  'RequestVotingCode',
  'AnswerChallenge',
  'GiveOneTimeCode',
  'RegenerateVotingCode',
  'NoteVotingCode',
  'ReadSms',
  'EnterBooth',
  'OpenContest',
  'ConfirmBallot',
  'LeaveBooth',
  'DownloadReceipt',
] as const satisfies readonly CommandType[];

/** Where a link in a mail leads, and which of its kind it is. */
export interface MailLink {
  readonly kind: LinkKind;
  readonly nth: number;
}

/** What will happen by itself, at its hour. */
export type Falling =
  | { readonly kind: 'mail'; readonly mail: string; readonly link: MailLink | null }
  | { readonly kind: 'sms'; readonly nth: number }
  | { readonly kind: 'one-time-code'; readonly nth: number; readonly channel: Channel }
  | { readonly kind: 'letter' }
  | { readonly kind: 'portal-down' }
  | { readonly kind: 'portal-up' }
  | { readonly kind: 'profile-decision' }
  | { readonly kind: 'roll-decision' }
  | { readonly kind: 'voting-opens' }
  | { readonly kind: 'voting-closes' }
  | { readonly kind: 'results' };

export interface Due {
  readonly id: string;
  readonly at: Instant;
  readonly what: Falling;
}

export type PortalEvent =
  | {
      readonly type: 'ExerciseStarted';
      readonly setup: Setup;
      readonly persona: Persona;
      readonly incidents: readonly Incident[];
      readonly at: Instant;
      readonly due: readonly Due[];
      readonly mails: readonly Mail[];
      readonly hiddenContests: readonly string[];
    }
  | { readonly type: 'TimePassed'; readonly until: Instant; readonly active: boolean }
  | { readonly type: 'Consulted'; readonly screen: string }
  | { readonly type: 'CapsLockChanged'; readonly on: boolean }
  // mailbox
  | { readonly type: 'NumenGiven'; readonly desk: Desk }
  | { readonly type: 'HelpdeskAnswered' }
  | { readonly type: 'CaptchaShown'; readonly place: CaptchaPlace; readonly nth: number }
  | { readonly type: 'CaptchaAnswered' }
  | { readonly type: 'IdentityShown' }
  | { readonly type: 'MailboxSignedIn' }
  | { readonly type: 'MailboxSignedOut' }
  | { readonly type: 'MailboxPasswordChanged'; readonly secret: string }
  | { readonly type: 'MailboxPasswordReset' }
  | { readonly type: 'MailSent'; readonly due: Due }
  | { readonly type: 'MailDelivered'; readonly due: string; readonly mail: Mail }
  | {
      readonly type: 'MailBounced';
      readonly due: string;
      readonly at: Instant;
      readonly kind: string;
    }
  | { readonly type: 'MailOpened'; readonly mail: string }
  | { readonly type: 'MailMoved'; readonly mail: string; readonly folder: Folder }
  | { readonly type: 'MailDeleted'; readonly mail: string }
  | { readonly type: 'MailRestored'; readonly mail: string }
  | { readonly type: 'BinEmptied' }
  | { readonly type: 'FakeReported'; readonly mail: string }
  | { readonly type: 'GenuineReported'; readonly mail: string }
  | { readonly type: 'FakeAnswered'; readonly mail: string }
  | { readonly type: 'FakeFollowed'; readonly mail: string }
  | { readonly type: 'InnerBrowserOpened'; readonly mail: string }
  | { readonly type: 'InnerBrowserLeft' }
  // account
  | { readonly type: 'WarningShown'; readonly wanted: string }
  | { readonly type: 'SiteLeft' }
  | { readonly type: 'WarningOverridden' }
  | { readonly type: 'AddressGiven'; readonly known: boolean }
  | { readonly type: 'AccountOpened'; readonly secret: string }
  | { readonly type: 'LinkFollowed'; readonly link: MailLink }
  | { readonly type: 'AccountConfirmed' }
  | { readonly type: 'PasswordChosen'; readonly secret: string; readonly by: LinkKind }
  /** A password for an account that still owes a challenge question. */
  | { readonly type: 'PasswordKept'; readonly secret: string }
  | { readonly type: 'ChallengeChosen'; readonly question: number; readonly secret: string }
  | { readonly type: 'PasswordResetRequested' }
  | { readonly type: 'PasswordMistaken'; readonly times: number }
  | { readonly type: 'LockedOut'; readonly until: Instant }
  | { readonly type: 'SignedIn' }
  | { readonly type: 'SignedOut' }
  | { readonly type: 'SessionEnded'; readonly at: Instant }
  // space
  | { readonly type: 'ProfileUpdateAsked'; readonly due: Due }
  | { readonly type: 'ProfileUpdated'; readonly due: string; readonly at: Instant }
  | { readonly type: 'RollCorrectionAsked'; readonly due: Due }
  | {
      readonly type: 'RollCorrected';
      readonly due: string;
      readonly at: Instant;
      /** What the roll has given back. */
      readonly contests: readonly string[];
      /** Posted only now, to somebody whom the roll did not know before. */
      readonly letter: Due | null;
    }
  // voting code
  | { readonly type: 'NoticeCollected' }
  | { readonly type: 'NoticeMissing' }
  | { readonly type: 'NoticeArrived'; readonly due: string; readonly at: Instant }
  | { readonly type: 'EnvelopeOpened' }
  | { readonly type: 'NoticeLost' }
  | { readonly type: 'VotingCodeShown' }
  | {
      readonly type: 'VotingCodeReissued';
      readonly nth: number;
      readonly to: 'own' | 'other' | 'screen';
      readonly due: Due | null;
    }
  | { readonly type: 'SmsDelivered'; readonly due: string; readonly sms: Sms }
  | { readonly type: 'SmsRead'; readonly sms: string }
  | {
      readonly type: 'OneTimeCodeAsked';
      readonly nth: number;
      readonly channel: Channel;
      readonly at: Instant;
      readonly due: Due;
    }
  | { readonly type: 'OneTimeCodeDelivered'; readonly due: string; readonly at: Instant }
  | { readonly type: 'OneTimeCodeAccepted' }
  | { readonly type: 'VotingCodeNoted' }
  // ballot
  | { readonly type: 'CodeMistaken'; readonly times: number }
  | { readonly type: 'BoothLocked'; readonly until: Instant }
  | { readonly type: 'BoothEntered' }
  | { readonly type: 'ContestOpened'; readonly contest: string }
  | { readonly type: 'RegisterMarked'; readonly contest: string }
  | { readonly type: 'BallotCast'; readonly contest: string }
  | { readonly type: 'ReceiptIssued'; readonly contest: string; readonly at: Instant }
  | { readonly type: 'ReceiptKept'; readonly contest: string }
  | { readonly type: 'BoothLeft'; readonly why: 'done' | 'new-code' }
  // what happens to everyone
  | {
      readonly type: 'PortalWentDown';
      readonly due: string | null;
      readonly at: Instant;
      readonly back: Due | null;
    }
  | { readonly type: 'PortalCameBack'; readonly due: string; readonly at: Instant }
  | { readonly type: 'VotingOpened'; readonly due: string; readonly at: Instant }
  | { readonly type: 'VotingClosed'; readonly due: string; readonly at: Instant }
  | { readonly type: 'ResultsPublished'; readonly due: string; readonly at: Instant };

export type EventType = PortalEvent['type'];

export interface Decision {
  readonly events: readonly PortalEvent[];
  readonly refusals: readonly Refusal[];
}

export interface Mail {
  readonly id: string;
  readonly kind: string;
  readonly at: Instant;
  readonly folder: Folder;
  readonly read: boolean;
  readonly link: MailLink | null;
  /** Number of the one-time code written in it. */
  readonly oneTime: number | null;
}

export interface Sms {
  readonly id: string;
  /** A voting code, or a one-time code. */
  readonly kind: 'voting-code' | 'one-time-code';
  readonly nth: number;
  readonly at: Instant;
  readonly read: boolean;
}

export interface Mailbox {
  readonly open: boolean;
  /** Alias of the password; `numen` until it was changed. */
  readonly secret: string;
  readonly captchaPassed: boolean;
  readonly identityKnown: boolean;
  readonly mails: readonly Mail[];
  /** How many mails were ever received: the next one's number. */
  readonly received: number;
  readonly openMail: string | null;
  /** Something was sent and came back: it must be asked for again. */
  readonly bounced: boolean;
}

export interface LinkState {
  /** How many were sent; only the last one works. */
  readonly sent: number;
  readonly used: readonly number[];
}

export interface Account {
  readonly state: 'none' | 'pending' | 'active';
  readonly secret: string | null;
  readonly activation: LinkState;
  readonly reset: LinkState;
  /** A link was followed and a password is being chosen, or then a challenge question. */
  readonly choosing: LinkKind | 'challenge' | null;
  /** The address was given, past its captcha: the password page is open. */
  readonly identified: boolean;
  readonly challenge: { readonly question: number; readonly secret: string } | null;
  readonly wrongPasswords: number;
  readonly lockedUntil: Instant | null;
  readonly session: { readonly lastSeen: Instant } | null;
  /** The last session ended by itself. */
  readonly sessionLost: boolean;
}

export interface CodeState {
  readonly letter: 'none' | 'sealed' | 'open' | 'lost';
  /** Codes issued after the letter's own; the last one is the only good one. */
  readonly reissues: number;
  /** The last code the voter has seen; 0 is the letter's. */
  readonly known: number | null;
  readonly sms: readonly Sms[];
  /** How many one-time codes were asked for: the number of the last one. */
  readonly oneTimes: number;
  readonly oneTime: OneTimeCode | null;
}

/** A code of a few digits, good once and not for long. */
export interface OneTimeCode {
  readonly nth: number;
  readonly channel: Channel;
  readonly askedAt: Instant;
  readonly deliveredAt: Instant | null;
  /** The right code was given: a new voting code may be made. */
  readonly accepted: boolean;
}

export interface Receipt {
  readonly contest: string;
  readonly at: Instant;
  readonly kept: boolean;
}

export interface Booth {
  readonly inside: boolean;
  readonly contest: string | null;
  readonly wrongCodes: number;
  readonly lockedUntil: Instant | null;
}

export type Asked = 'no' | 'asked' | 'done';

export interface World {
  readonly setup: Setup;
  readonly persona: Persona;
  readonly incidents: readonly Incident[];
  readonly now: Instant;
  readonly screen: string;
  /** Sorted by hour, then by id. */
  readonly due: readonly Due[];
  /** Stable numbers for what will fall due. */
  readonly promised: number;
  readonly numenKnown: boolean;
  readonly helpdeskCalled: boolean;
  readonly mailbox: Mailbox;
  readonly account: Account;
  readonly code: CodeState;
  readonly booth: Booth;
  readonly cast: readonly string[];
  readonly receipts: readonly Receipt[];
  readonly profileUpdate: Asked;
  readonly rollCorrection: Asked;
  /** Contests that the roll forgot, until it is corrected: one, or every one of a voter who is not on it. */
  readonly hiddenContests: readonly string[];
  readonly captchas: Readonly<Record<CaptchaPlace, number>>;
  readonly down: boolean;
  readonly capsLock: boolean;
  readonly innerBrowser: string | null;
  /** The certificate warning: the page wanted while it stands, and whether it was dealt with. */
  readonly warning: { readonly wanted: string | null; readonly settled: boolean };
}
