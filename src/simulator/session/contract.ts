// What the desk may ask of the session, and what it is told. The session is the one loop:
// decide → append (one transaction) → evolve → tell the screen. Nothing is shown that was not committed.
import type { Step } from '../core/advice.ts';
import type { Edition } from '../core/edition.ts';
import type { Command, Decision, PortalEvent, SealedSecret, Setup, World } from '../core/portal.ts';
import type { Refusal } from '../core/refusals.ts';
import type { Gesture } from './held.ts';

/** Where « aller directement à… » leads. */
export { steps } from '../core/advice.ts';
export type { Step } from '../core/advice.ts';

/** Where an exercise may begin: at a step, or on a page; a page that is not on its way is left aside. */
export type Destination = Step | { readonly screen: string };

/** One line of the visible journal. */
export interface JournalLine {
  readonly seq: number;
  /** Lines of one command share a group; going back goes to the start of a group. */
  readonly group: number;
  /** Exercise clock when it happened, UTC seconds. */
  readonly at: number;
  readonly kind: 'event' | 'note';
  /** One French sentence. */
  readonly text: string;
}

/** A password, or an answer, proposed to the voter: invented, drawn from the seed. */
export interface ProposedSecret {
  readonly alias: string;
  readonly text: string;
  /** Breaks the election's rule on purpose. */
  readonly flawed: boolean;
}

export interface DeskState {
  readonly edition: Edition;
  readonly exercise: string;
  readonly world: World;
  readonly lines: readonly JournalLine[];
  /** Answer to the last command; emptied by the next accepted one. */
  readonly refusals: readonly Refusal[];
  /** The command those refusals answer. */
  readonly refused: Command['type'] | null;
  /** Events of the last command, for announcements and focus. */
  readonly lastEvents: readonly PortalEvent[];
  readonly canUndo: boolean;
  /** A long exercise opens with its last lines only: `showEarlier` brings more. */
  readonly hasEarlier: boolean;
  /** `kept`: committed to the device; `memory`: storage was refused, everything is lost with the tab. */
  readonly storage: 'kept' | 'memory';
  /** A French sentence when the exercise could only be opened in part. */
  readonly notice: string | null;
}

/** One exercise kept on the device, for the start card. */
export interface KeptExercise {
  readonly id: string;
  readonly setup: Setup;
  /** Exercise clock of its last entry, UTC seconds. */
  readonly now: number;
  readonly entries: number;
}

/** An exercise as it was played, from its beginning: what a file holds, and what is reviewed. */
export interface Run {
  readonly setup: Setup;
  /** The first one begins the exercise; the n-th is group n of the visible journal. */
  readonly gestures: readonly Gesture[];
}

export interface Session {
  state(): DeskState | null;
  /** @returns a function that ends the subscription */
  subscribe(listener: (state: DeskState | null) => void): () => void;
  kept(): Promise<readonly KeptExercise[]>;
  start(edition: Edition, setup: Setup, jumpTo?: Destination): Promise<void>;
  /**
   * Opens at the exact screen it was left; a corrupt entry opens it up to the last sound one, and says so.
   * The exercise then goes on under another id (a fork), as after `undo`. An unknown id changes nothing.
   */
  resume(edition: Edition, exercise: string): Promise<void>;
  send(command: Command): Promise<Decision>;
  /** Forks just before the last group. */
  undo(): Promise<void>;
  /** Forks just after the group given. */
  undoTo(group: number): Promise<void>;
  /** Back to where the current step began. */
  restartStep(): Promise<void>;
  restart(): Promise<void>;
  jumpTo(step: Step): Promise<void>;
  /** Puts earlier lines before those of `state().lines`. */
  showEarlier(): Promise<void>;
  /** Closes the exercise without erasing it. */
  leave(): void;
  /**
   * « Personne suivante »: erases every exercise, secret and draft of this device.
   * @throws when the device would not let go of them: the screen must say so
   */
  eraseAll(): Promise<void>;
  /** Seals what was typed: keeps only a salted digest. */
  seal(text: string): SealedSecret;
  /** Invented passwords for the portal, or for the mailbox, whose rule is its own; or answers to the challenge question. */
  proposals(place?: 'account' | 'mailbox' | 'challenge'): readonly ProposedSecret[];
  /** Text of an alias when it was proposed (never for a typed one). */
  textOf(alias: string): string | null;
  /** The open exercise from its beginning; `null` when none is open. @throws when the device does not give it back */
  run(): Promise<Run | null>;
  /** Goes on from a run of somebody's: a new exercise with these gestures. Only sound ones are handed over. */
  adopt(edition: Edition, run: Run): Promise<void>;
  /** The open exercise as text for a small file (export.ts says which). @throws as `run` */
  exportJournal(): Promise<string>;
}
