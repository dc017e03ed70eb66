// An exercise and the ones it was forked from, read as one journal. A fork copies nothing: it is a parent and a position.
import type { ExerciseRecord, Parent, Snapshot, SoundEntry } from './entry.ts';
import { isRecord, isWhole, own } from './guards.ts';
import { readEntry, readExercise, readSnapshot } from './read.ts';
import type { Store } from './store.ts';

/** Entries `from` to `to` (both included) are kept under that exercise. The last segment has no end. */
export interface Segment {
  readonly exercise: string;
  readonly from: number;
  readonly to: number;
}

/** How many entries are read back at least, so that the visible journal is not empty: the distance between snapshots too. */
export const stride = 200;

/** Records that can be believed. */
export async function exercisesOf(store: Store): Promise<readonly ExerciseRecord[]> {
  const records = (await store.exercises()).map(readExercise);
  return records.filter((record) => record !== null);
}

/**
 * The segments of an exercise, oldest first.
 * @returns `null` when an ancestor is missing, or when they turn in circles
 */
export function segmentsOf(
  records: readonly ExerciseRecord[],
  id: string,
): readonly Segment[] | null {
  const segments: Segment[] = [];
  let wanted: string | undefined = id;
  let to = Infinity;
  while (wanted !== undefined) {
    const record: ExerciseRecord | undefined = records.find((one) => one.id === wanted);
    if (record === undefined || segments.length > records.length) return null;
    const upTo: number = record.parent?.upTo ?? 0;
    segments.unshift({ exercise: record.id, from: upTo + 1, to });
    to = Math.min(to, upTo);
    wanted = record.parent?.exercise;
  }
  return segments.filter((segment) => segment.from <= segment.to);
}

/** Where a fork after entry `seq` hangs: on the exercise that holds that entry. */
export function parentAt(segments: readonly Segment[], seq: number): Parent | undefined {
  const owner = segments.find(({ from, to }) => seq >= from && seq <= to);
  return owner && { exercise: owner.exercise, upTo: seq };
}

/** Number of the last entry, 0 when there is none. */
export async function lastSeq(store: Store, segments: readonly Segment[]): Promise<number> {
  const leaf = segments.at(-1);
  if (leaf === undefined) return 0;
  const raw = await store.last(leaf.exercise);
  const seq = isRecord(raw) ? own(raw, 'seq') : undefined;
  return isWhole(seq) ? Math.max(seq, leaf.from - 1) : leaf.from - 1;
}

/** Places of the snapshots that an exercise may use, nearest to the end first. */
export async function snapshotsOf(
  store: Store,
  segments: readonly Segment[],
  upTo: number,
): Promise<readonly Parent[]> {
  const places: Parent[] = [];
  for (const { exercise, from, to } of segments) {
    for (const seq of await store.snapshots(exercise)) {
      // A fork may hold a snapshot of the very place it left its parent.
      if (seq >= from - 1 && seq <= Math.min(to, upTo)) places.push({ exercise, upTo: seq });
    }
  }
  return places.sort((a, b) => b.upTo - a.upTo);
}

/** A stretch of journal that can be believed. */
export interface Stretch {
  /** The world it goes on from; `null`: from the very beginning. */
  readonly base: Snapshot | null;
  /** Each follows the one before, from the base on. */
  readonly entries: readonly SoundEntry[];
  /** The same, as stored. */
  readonly raw: readonly unknown[];
  /** What could not be read, and everything after it, as stored. */
  readonly broken: readonly unknown[];
}

/** Is `next` what may come after `before`? */
function follows(
  before: { readonly seq: number; readonly group: number },
  next: SoundEntry,
): boolean {
  const begins = next.kind === 'event' && next.event.type === 'ExerciseStarted';
  return (
    next.seq === before.seq + 1 &&
    next.group >= before.group &&
    next.group <= before.group + 1 &&
    begins === (next.seq === 1)
  );
}

/**
 * Reads the entries after `base` up to entry `to`, by ranges, and stops believing at the first that is wrong:
 * its shape, its type, its version, or a number that does not follow.
 */
export async function readStretch(
  store: Store,
  segments: readonly Segment[],
  base: Snapshot | null,
  to: number,
): Promise<Stretch> {
  const raw: unknown[] = [];
  const owners: string[] = [];
  for (const segment of segments) {
    const from = Math.max(segment.from, (base?.seq ?? 0) + 1);
    const found = await store.entries(segment.exercise, from, Math.min(segment.to, to));
    raw.push(...found);
    owners.push(...found.map(() => segment.exercise));
  }
  const entries: SoundEntry[] = [];
  let before = { seq: base?.seq ?? 0, group: base?.group ?? 0 };
  for (const [i, one] of raw.entries()) {
    const entry = readEntry(one);
    if (entry === null || entry.exercise !== owners[i] || !follows(before, entry)) break;
    entries.push(entry);
    before = entry;
  }
  const sound = entries.length;
  return { base, entries, raw: raw.slice(0, sound), broken: raw.slice(sound) };
}

async function snapshotAt(store: Store, place: Parent): Promise<Snapshot | null> {
  return readSnapshot(await store.snapshot(place.exercise, place.upTo));
}

/**
 * A stretch that ends at entry `to`, from the nearest good snapshot at least one stride before it.
 * When nothing can be read from the beginning, a later snapshot is better than nothing.
 */
export async function readBack(
  store: Store,
  segments: readonly Segment[],
  to: number,
): Promise<Stretch> {
  const places = await snapshotsOf(store, segments, to);
  for (const place of places.filter(({ upTo }) => upTo <= to - stride)) {
    const base = await snapshotAt(store, place);
    if (base !== null) return readStretch(store, segments, base, to);
  }
  const whole = await readStretch(store, segments, null, to);
  if (whole.entries.length > 0) return whole;
  for (const place of places) {
    const base = await snapshotAt(store, place);
    if (base !== null) return readStretch(store, segments, base, to);
  }
  return whole;
}
