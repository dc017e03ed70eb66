// What every part of the desk is handed: the exercise as it stands, and the two things one can do.
import type { Edition } from '../core/edition.ts';
import type { Command, World } from '../core/portal.ts';
import type { DeskState, Session } from '../session/contract.ts';
import type { Mark } from './marked.ts';

export interface Desk {
  readonly session: Session;
  readonly state: DeskState;
  readonly edition: Edition;
  readonly world: World;
  /** The control to use now, where it is shown. */
  readonly mark: Mark | null;
  /** Where the site stands, with its trailing slash. */
  readonly base: string;
  /** Somebody helps in front of the same screen. */
  readonly together?: boolean;
  /** Sends a command; resolves to `true` when nothing was refused. */
  readonly send: (command: Command) => Promise<boolean>;
  /** Opens a screen, as the voter would. */
  readonly open: (screen: string) => void;
  /** A screen has changed by itself: the press that did it does nothing more on what came. */
  readonly settle: () => void;
}

/** What stands in the fields of the screen, by field id. Component memory: never stored. */
export type Typed = Readonly<Record<string, string>>;
