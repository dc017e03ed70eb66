// What a place to keep journals must offer: the device's database, or memory when that is refused.
import type { AsideRecord, Entry, ExerciseRecord, Secret, Snapshot } from './entry.ts';

/** Everything one command writes: all of it or nothing. */
export interface Batch {
  readonly exercise: string;
  /** A new exercise or fork, written with its first entries (a fork has none). Its `order` is set by the store. */
  readonly record?: Omit<ExerciseRecord, 'order'> | undefined;
  readonly entries: readonly Entry[];
  readonly snapshot?: Snapshot | undefined;
  readonly secrets?: readonly Secret[] | undefined;
  /** Entries that could not be read, kept beside the lineage. */
  readonly aside?: readonly AsideRecord[] | undefined;
  /** Ask the system to flush before answering: a power cut loses nothing. */
  readonly strict: boolean;
}

/**
 * - `second-writer`: somebody else (another tab) wrote that entry first; nothing was written
 * - `erased`: the exercise is no longer there (« personne suivante » in another tab)
 * - `full`: no room left · `lost`: the database was closed, cleared or broke
 */
export type Written = 'written' | 'second-writer' | 'erased' | 'full' | 'lost';

/** Reads give back what is stored, unchecked: `read.ts` decides what to believe. */
export interface Store {
  readonly kind: 'kept' | 'memory';
  write(batch: Batch): Promise<Written>;
  exercises(): Promise<readonly unknown[]>;
  /** Entries `from` to `to`, both included, in order. */
  entries(exercise: string, from: number, to: number): Promise<readonly unknown[]>;
  /** Everything under that exercise, whatever its number looks like. */
  raw(exercise: string): Promise<readonly unknown[]>;
  /** The last entry, or `undefined`. */
  last(exercise: string): Promise<unknown>;
  /** Numbers of the snapshots, ascending. */
  snapshots(exercise: string): Promise<readonly number[]>;
  snapshot(exercise: string, seq: number): Promise<unknown>;
  secrets(lineage: string): Promise<readonly unknown[]>;
  aside(lineage: string): Promise<readonly unknown[]>;
  /** Empties everything. */
  erase(): Promise<void>;
  close(): void;
}

const types = new Set(['ExerciseStarted', 'BallotCast', 'ReceiptIssued']);

/** The few entries that somebody would miss after a power cut. */
export function isPrecious(entry: Entry): boolean {
  return entry.kind === 'event' && types.has(entry.type);
}
