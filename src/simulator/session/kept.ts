// The exercises kept on the device, newest first: of each lineage, the branch that was begun last.
import type { ExerciseRecord } from '../journal/entry.ts';
import { exercisesOf, lastSeq, readBack, segmentsOf } from '../journal/lineage.ts';
import { readEntry } from '../journal/read.ts';
import type { Store } from '../journal/store.ts';
import type { KeptExercise } from './contract.ts';

/** The start card's lines. @param hidden lineages that are told elsewhere */
export async function keptIn(
  store: Store,
  hidden: ReadonlySet<string>,
): Promise<readonly KeptExercise[]> {
  const records = await exercisesOf(store);
  const newest = new Map<string, ExerciseRecord>();
  for (const record of [...records].sort((a, b) => b.order - a.order)) {
    if (!hidden.has(record.lineage) && !newest.has(record.lineage))
      newest.set(record.lineage, record);
  }
  const found = await Promise.all([...newest.values()].map((one) => keptOf(store, records, one)));
  return found.filter((one) => one !== null);
}

async function keptOf(
  store: Store,
  records: readonly ExerciseRecord[],
  { id, setup }: ExerciseRecord,
): Promise<KeptExercise | null> {
  const segments = segmentsOf(records, id);
  if (segments === null) return null;
  const to = await lastSeq(store, segments);
  const raw = await store.last(id);
  // A fork without entries of its own, or a last entry that cannot be read: look further back.
  const last = readEntry(raw) ?? (await readBack(store, segments, to)).entries.at(-1) ?? null;
  if (last === null) return null;
  return { id, setup, now: last.at, entries: last.seq };
}
