// Opening an exercise from a store: read back, told, and mended by a fork when something in it cannot be read.
import type { Edition } from '../core/edition.ts';
import type { Setup, World } from '../core/portal.ts';
import { opening } from '../core/prepare.ts';
import type { AsideRecord, Parent, Snapshot, SoundEntry } from '../journal/entry.ts';
import { worldVersion } from '../journal/entry.ts';
import { isRecord, isText, isWhole, own } from '../journal/guards.ts';
import {
  exercisesOf,
  lastSeq,
  parentAt,
  readBack,
  segmentsOf,
  snapshotsOf,
  type Segment,
} from '../journal/lineage.ts';
import { readSecret } from '../journal/read.ts';
import type { Store } from '../journal/store.ts';
import { entriesOf, tell, toldFrom, type Told } from './held.ts';
import { secretBook, type SecretBook } from './secret-book.ts';

/** An exercise that is open. */
export interface Held {
  readonly store: Store;
  readonly edition: Edition;
  readonly id: string;
  readonly setup: Setup;
  readonly lineage: string;
  readonly segments: readonly Segment[];
  /** What the held entries go on from; `null`: they begin with the exercise. */
  readonly base: Snapshot | null;
  readonly entries: readonly SoundEntry[];
  readonly told: Told;
  readonly world: World;
  readonly book: SecretBook;
  /** Number of the last entry that has a snapshot. */
  readonly shot: number;
}

export interface Tools {
  readonly newId: () => string;
  readonly random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array;
}

/** What could not be read, with a key that the store accepts. */
function asideRecords(
  lineage: string,
  fallback: string,
  broken: readonly unknown[],
): readonly AsideRecord[] {
  return broken.map((raw, i) => {
    const [exercise, seq] = isRecord(raw) ? [own(raw, 'exercise'), own(raw, 'seq')] : [];
    return {
      lineage,
      exercise: isText(exercise) ? exercise : fallback,
      seq: isWhole(seq) ? seq : -1 - i,
      raw,
    };
  });
}

export type Opening =
  | { readonly kind: 'open'; readonly held: Held }
  /** Something could not be read: `fork` goes on from the last sound entry (0: from the beginning). */
  | { readonly kind: 'mended'; readonly fork: string; readonly upTo: number }
  | { readonly kind: 'missing' };

/** Options of `open`: a book already in use goes on, with what it has not written yet. */
interface With {
  readonly edition: Edition;
  readonly tools: Tools;
  readonly book?: SecretBook | undefined;
}

/**
 * Reads an exercise back.
 * @returns `mended` when part of it could not be read: the store then holds a fork to open instead
 * @throws when the store itself fails
 */
export async function open(store: Store, id: string, given: With): Promise<Opening> {
  const { edition, tools } = given;
  const records = await exercisesOf(store);
  const record = records.find((one) => one.id === id);
  const segments = segmentsOf(records, id);
  if (record === undefined || segments === null) return { kind: 'missing' };
  const { setup, lineage } = record;
  const to = await lastSeq(store, segments);
  const { base, entries, broken } = await readBack(store, segments, to);
  const told = tell(edition, toldFrom(base), entries);
  const { world } = told;
  if (world === null || broken.length > 0 || told.seq < to) {
    const fork = tools.newId();
    const parent: Parent = (world && parentAt(segments, told.seq)) ?? { exercise: id, upTo: 0 };
    const first = { world: null, seq: 0, group: 0 };
    const begun = [{ events: opening(edition, setup) }];
    const outcome = await store.write({
      exercise: fork,
      record: { id: fork, setup, lineage, parent },
      entries: parent.upTo > 0 ? [] : entriesOf(fork, first, begun).entries,
      aside: asideRecords(lineage, id, broken),
      strict: true,
    });
    if (outcome !== 'written') throw new Error(outcome);
    return { kind: 'mended', fork, upTo: parent.upTo };
  }
  const [nearest] = await snapshotsOf(store, segments, to);
  const secrets = (await store.secrets(lineage)).map(readSecret).filter((one) => one !== null);
  const book = given.book ?? secretBook(lineage, secrets, tools.random);
  const shot = nearest?.upTo ?? 0;
  const held: Held = {
    ...{ store, edition, id, setup, lineage, segments },
    ...{ base, entries, told, world, book, shot },
  };
  return { kind: 'open', held };
}

/** A snapshot of where the exercise stands. */
export function snapshotOf(id: string, told: Told, world: World): Snapshot {
  return { v: worldVersion, exercise: id, seq: told.seq, group: told.group, world };
}

/** The same exercise with one more stretch of earlier lines; `null` when there is none that can be read. */
export async function withEarlier(held: Held): Promise<Held | null> {
  const { base, edition, store, segments, told } = held;
  if (base === null) return null;
  const stretch = await readBack(store, segments, base.seq).catch(() => null);
  if (stretch === null) return null;
  const earlier = tell(edition, toldFrom(stretch.base), stretch.entries);
  if (earlier.seq !== base.seq || stretch.entries.length === 0) return null;
  return {
    ...held,
    base: stretch.base,
    entries: [...stretch.entries, ...held.entries],
    told: {
      ...told,
      lines: [...earlier.lines, ...told.lines],
      marks: [...earlier.marks, ...told.marks],
    },
  };
}
