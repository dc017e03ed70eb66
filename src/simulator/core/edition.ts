// What one election is, for the rules: values from content/, and a handful of named choices. A year is never an `if`.
import type { Step } from './advice.ts';
import type { GoalWord } from './goals.ts';
import type { CommandType, EventType } from './portal.ts';
import type { RefusalWord } from './refusals.ts';

/** Whole seconds since 1970-01-01 00:00 UTC. */
export type Instant = number;
/** A length of time, in whole seconds. */
export type Seconds = number;

/** Half-open: the first second counts, the last does not. */
export interface Period {
  readonly opens: Instant;
  readonly closes: Instant;
}

export const periodNames = [
  'portal',
  'accountOpening',
  'passwordReset',
  'profileUpdate',
  'rollCorrection',
  'roll',
  'candidates',
  'notice',
  'reissue',
  'voting',
  'results',
] as const;
export type PeriodName = (typeof periodNames)[number];

/** `null`: the election has no such window (or nobody knows it), so the thing is not offered. */
export type Calendar = Readonly<Record<PeriodName, Period | null>>;

/** How well a thing is known; content/ says from which source. */
export type Strength = 'official' | 'two-sources' | 'single' | 'inferred' | 'reconstructed';

/** How a voter account comes to life. */
export type AccountOpening = 'password-then-link' | 'address-then-link' | 'invitation-link';
/** Where the password is asked when signing in. */
export type SignInForm = 'one-page' | 'address-then-password';
/** What somebody who lost the voting code can do. */
export type Reissue = 'shown-again' | 'sms' | 'challenge';
/** What the booth asks at its door. */
export type BoothEntry = 'code-and-password' | 'code';
/** Where a distorted image stands in the way. */
export type CaptchaPlace = 'identifier-tool' | 'account' | 'sign-in' | 'new-code';
/** What the image shows: digits, mixed letters whose case matters, or digits or two words. */
export type CaptchaKind = 'digits' | 'letters' | 'words-or-digits';

export interface PasswordRule {
  readonly min: number;
  readonly max: number | null;
  readonly upper: boolean;
  readonly lower: boolean;
  readonly digit: boolean;
  readonly special: boolean;
  readonly differsFromAddress: boolean;
}

export interface Limits {
  /** New codes at most; `null`: no limit known. */
  readonly reissues: number | null;
  /** Wrong passwords in a row before sign-in is locked. */
  readonly wrongPasswords: number;
  readonly lock: Seconds;
  /** Wrong codes in a row before the booth's door is locked. */
  readonly wrongCodes: number;
  readonly boothLock: Seconds;
  /** Idle time that ends a session. */
  readonly idle: Seconds;
  /** Life of a link in a mail. */
  readonly link: Seconds;
  /** What a voter already in the booth gets after closing. */
  readonly grace: Seconds;
  /** Mails that a mailbox holds, bin included. */
  readonly mailboxCapacity: number;
  /** Life of a one-time code, from its delivery. */
  readonly oneTimeCode: Seconds;
  /** Shortest mailbox password. */
  readonly mailboxPasswordMin: number;
}

/** How a ballot is filled in: chosen at once, or after reading every list to the end. */
export type BallotFlow = 'choose-then-check' | 'read-then-choose';
/** What becomes of a letter that was not handed over in its window. */
export type NoticeFallback = 'none' | 'post';

/** Shortest and longest delay; the one that applies is drawn. */
export interface Delay {
  readonly min: Seconds;
  readonly max: Seconds;
}

export interface Delays {
  readonly mail: Delay;
  readonly sms: Delay;
  /** From asking for a correction to the decision. */
  readonly decision: Delay;
  readonly post: Delay;
}

/** Days (1 Monday … 7 Sunday) and hours, in the academy's local time. */
export interface DeskHours {
  readonly days: readonly number[];
  readonly opensAt: Seconds;
  readonly closesAt: Seconds;
}

export type ContestScope = 'national' | 'academy' | 'department';

/** A kind of ballot; the voter's own contest carries the scope in its id (`cta.amiens`). */
export interface ContestKind {
  readonly id: string;
  /** As printed on the ballot; `{academie}` and `{departement}` are filled in. */
  readonly name: string;
  readonly scope: ContestScope;
  readonly seats: number;
}

export interface Profile {
  readonly id: string;
  readonly name: string;
  /** Kinds of contest, in the order of the voter's list. */
  readonly contests: readonly string[];
  /** « Professeure certifiée » and so on, as the profile page says it. */
  readonly corps: string;
  readonly posting: string;
  readonly strength: Strength;
  /** Sources of the set of ballots, as ids of content/sources.yaml. */
  readonly sources: readonly string[];
  /** The only academies that have this profile; every one unless said. */
  readonly academies?: readonly string[] | undefined;
  /** The roll has forgotten this voter: no contest is hers until it is corrected. Only for exercises that name the profile. */
  readonly unlisted?: boolean | undefined;
  /** The letter comes by post to the home, wherever this voter lives: nobody hands it over. */
  readonly noticeByPost?: boolean | undefined;
}

/** An invented list of candidates: weather and stars, the same for everyone. */
export interface CandidateList {
  readonly id: string;
  readonly name: string;
  readonly manifesto: string;
}

export type LinkKind = 'activation' | 'reset';

/** A mail of the exercise. Placeholders `{prenom}`, `{lien}`… are filled in by the screens. */
export interface MailText {
  readonly kind: string;
  readonly subject: string;
  readonly sender: string;
  readonly paragraphs: readonly string[];
  /** Words of the link; the mail has one when `link` or `fake` says so. */
  readonly linkLabel: string | null;
  readonly link: LinkKind | null;
  /** What gives a fake away, told once somebody followed, answered or reported it; `null`: the mail is genuine. */
  readonly fakeClue: string | null;
  readonly strength: Strength;
  readonly sources: readonly string[];
}

/** What the academy gives to an exercise. */
export interface PracticeAcademy {
  readonly id: string;
  /** « Académie de Grenoble » */
  readonly name: string;
  /** « de Grenoble », « d'Amiens » */
  readonly of: string;
  /** The exercise's mail host, always under `.example`. */
  readonly mailHost: string;
  readonly departments: readonly { readonly code: string; readonly name: string }[];
  /** Local time: from each instant on, seconds to add to UTC; sorted, never empty. */
  readonly offsets: readonly { readonly from: Instant; readonly seconds: number }[];
  /** The letter comes by post to the home: nobody hands it over. */
  readonly noticeByPost: boolean;
  /** Windows that close by the local clock, compiled when the data is built. */
  readonly localPeriods: Partial<Calendar>;
  readonly mailbox: PracticeMailbox;
}

export interface PracticeMailbox {
  readonly name: string;
  readonly title: string;
  readonly userLabel: string;
  readonly passwordLabel: string;
  readonly button: string;
  readonly lostLabel: string;
  readonly notice: string;
  readonly identifierTool: 'captcha-then-numen' | 'none';
  readonly strength: Strength;
  readonly sources: readonly string[];
}

/** What goes wrong in an exercise: data, a window or a rule with its effect. */
export type Incident =
  | { readonly kind: 'portal-down'; readonly opens: Instant; readonly closes: Instant }
  | { readonly kind: 'mail-late'; readonly seconds: Seconds }
  | { readonly kind: 'mail-to-junk' }
  | { readonly kind: 'mailbox-full' }
  | { readonly kind: 'fake-mail'; readonly at: Instant; readonly mail: string }
  | { readonly kind: 'certificate-warning' }
  | { readonly kind: 'inner-browser' }
  | { readonly kind: 'caps-lock' }
  | { readonly kind: 'logos-missing' }
  | { readonly kind: 'letter-lost' }
  | { readonly kind: 'letter-posted' }
  | { readonly kind: 'reissue-fails' }
  | { readonly kind: 'cut-after-confirmation'; readonly seconds: Seconds }
  | { readonly kind: 'one-time-code-short' }
  | { readonly kind: 'profile-mistake' }
  | { readonly kind: 'contest-missing' };

/** One line of what the voter of an exercise did before it begins: played by the rules, like everything else. */
export type Earlier =
  /** A gesture, with right answers. */
  | CommandType
  /** What a careful voter does until that step begins. */
  | { readonly upTo: Step }
  | { readonly opens: string }
  | { readonly until: Instant }
  | { readonly seconds: Seconds }
  /** Time passes until what was asked for has come. */
  | { readonly arrives: 'mail' | 'sms' }
  /** Everything is closed, and that hour finds the voter at the door of the portal or of the mailbox. */
  | { readonly back: 'sign-in' | 'mail-login'; readonly at: Instant }
  /** An event that no gesture brings: what was chosen is out of memory. */
  | { readonly forgets: 'password' | 'answer' };

/** An exercise: where it starts and what happens in it. */
export interface Exercise {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly startsAt: Instant;
  readonly incidents: readonly Incident[];
  /** Where its trouble is met: its place in a list; none for a whole way. */
  readonly chapter?: Step | undefined;
  /** In the order in which it is played; nothing unless said. */
  readonly already?: readonly Earlier[] | undefined;
  /** The only academies in which it makes sense; every one unless said. */
  readonly academies?: readonly string[] | undefined;
  /** The only profiles for which it makes sense; every one that is on the roll unless said. */
  readonly profiles?: readonly string[] | undefined;
  /** What is to be reached: all of them. */
  readonly goals: readonly GoalWord[];
  /** Ways out that count too: one is enough. */
  readonly recoveries: readonly GoalWord[];
  readonly debrief: Debrief;
  /** By place, how many of its first images nobody can read; none unless said. */
  readonly unreadable?: Readonly<Partial<Record<CaptchaPlace, number>>> | undefined;
  /** How much help is proposed at first; « libre » unless said. */
  readonly help?: 'guidé' | 'sans aide' | undefined;
  /** Two people sit at this screen: one helps, the other chooses alone. */
  readonly together?: boolean | undefined;
}

/** What remains to say once an exercise is over. */
export interface Debrief {
  /** The clue that shows the way out. */
  readonly clue: string;
  /** Page of /ca-bloque/ and anchor. */
  readonly situation: string;
  /** Which of `Edition.nowadays` tells what a voter of the coming election does. */
  readonly nowadays: string;
}

export const devices = ['computer', 'phone', 'letterbox', 'people', 'calendar'] as const;
export type Device = (typeof devices)[number];

export type ScreenKind =
  | 'page'
  | 'form'
  | 'space'
  | 'mailbox'
  | 'mail'
  | 'identity'
  | 'profile'
  | 'contests'
  | 'roll'
  | 'candidates'
  | 'notice'
  | 'sms'
  | 'people'
  | 'calendar'
  | 'booth'
  | 'ballot'
  | 'receipt'
  | 'receipts'
  | 'results';

export interface ScreenField {
  /** The command's own name for it: `address`, `password`, `confirmation`, `captcha`, `numen`… */
  readonly id: string;
  readonly label: string;
  readonly hint: string | null;
}

/** A button, a link or a tile: it opens another screen (`opens`) or sends the command of the form (`sends`). */
export interface ScreenAction {
  readonly label: string;
  readonly opens: string | null;
  readonly sends: CommandType | null;
  readonly note: string | null;
  /** Title of the block it stands in (2014: « 1 | Mon profil »). */
  readonly block: string | null;
}

/** One page of the exercise, as its source shows it; drawn by the interface, walked by the explorer. */
export interface Screen {
  readonly id: string;
  readonly device: Device;
  readonly kind: ScreenKind;
  readonly title: string;
  /** « page d'exercice : espace électeur » */
  readonly place: string;
  readonly intro: readonly string[];
  readonly fields: readonly ScreenField[];
  readonly actions: readonly ScreenAction[];
  readonly asides: readonly string[];
  /** What must be open to see it. */
  readonly needs: 'session' | 'mailbox' | 'booth' | 'choosing' | null;
  /** The window outside which it is refused. */
  readonly period: PeriodName | null;
  /** Behind the portal's door: unreachable while the portal is down. */
  readonly portal: boolean;
  readonly mark: 'documented' | 'reconstructed';
  /** Source ids; for a reconstructed screen, what it was deduced from. */
  readonly sources: readonly string[];
  /** « Reconstitué d'après … », one sentence; on a documented screen, what its sources do not show, or `null`. */
  readonly because: string | null;
  /** Labels of a documented screen that are ours, not its source's: the screen says so. */
  readonly ownWords: readonly string[];
  /** Words quoted from the source, checked against it by a test. */
  readonly quoted: readonly string[];
  readonly situation: string | null;
}

export interface RefusalText {
  /** What happened, what to do, whom to ask. */
  readonly sentence: string;
  /** Page of /ca-bloque/ and anchor; `null` while that page does not exist yet. */
  readonly situation: string | null;
}

export interface GoalText {
  /** What remains, in one sentence. */
  readonly says: string;
  /** A nudge, for « guidé ». */
  readonly hint: string;
}

/** Everything the simulator knows of one election. */
export interface Edition {
  readonly id: string;
  readonly title: string;
  /** « portail de 2018 », on every screen of the portal. */
  readonly label: string;
  readonly calendar: Calendar;
  /** Windows whose opening, or whose closing, no source gives to the hour: the exercise has one, and says that it is its own. */
  readonly invented: {
    readonly opens: readonly PeriodName[];
    readonly closes: readonly PeriodName[];
  };
  readonly accountOpening: AccountOpening;
  readonly signInForm: SignInForm;
  readonly reissue: Reissue;
  readonly boothEntry: BoothEntry;
  readonly ballotFlow: BallotFlow;
  readonly noticeFallback: NoticeFallback;
  /** Questions of which one is chosen with the account; empty where there is none. */
  readonly challenges: readonly string[];
  readonly captchas: Readonly<Record<CaptchaPlace, CaptchaKind | null>>;
  readonly password: PasswordRule;
  readonly limits: Limits;
  readonly delays: Delays;
  readonly costs: Readonly<Partial<Record<CommandType, Seconds>>>;
  readonly desks: { readonly secretariat: DeskHours; readonly helpdesk: DeskHours };
  /** Mails that are in the box when the exercise begins, oldest first. */
  readonly openingMails: readonly { readonly kind: string; readonly at: Instant }[];
  readonly contests: Readonly<Record<string, ContestKind>>;
  readonly profiles: Readonly<Record<string, Profile>>;
  /** Academies whose own ballots nobody found: only national ones are played there, and the exercise says so. */
  readonly nationalOnly: readonly string[];
  readonly lists: readonly CandidateList[];
  readonly academies: Readonly<Record<string, PracticeAcademy>>;
  readonly mails: Readonly<Record<string, MailText>>;
  readonly sms: MailText;
  readonly letter: MailText;
  readonly exercises: Readonly<Record<string, Exercise>>;
  readonly screens: Readonly<Record<string, Screen>>;
  /** Words that change with the election: `votingCode`, `password`, `booth`… */
  readonly words: Readonly<Record<string, string>>;
  readonly narration: Readonly<Record<EventType, string>>;
  readonly refusals: Readonly<Record<RefusalWord, RefusalText>>;
  readonly goals: Readonly<Record<string, GoalText>>;
  /** Each goal of an exercise, as a bilan says it. */
  readonly aims: Readonly<Record<GoalWord, string>>;
  /** What a voter of the coming election does, by name: exercises share them. */
  readonly nowadays: Readonly<Record<string, string>>;
  /** Family names and first names of invented people. */
  readonly personas: readonly InventedName[];
}

export interface InventedName {
  readonly firstName: string;
  readonly lastName: string;
  readonly civility: string;
}
