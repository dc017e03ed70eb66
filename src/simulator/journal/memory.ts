// The journal when the device refuses to keep anything: same rules, gone with the tab.
import type { AsideRecord, Entry, ExerciseRecord, Secret, Snapshot } from './entry.ts';
import type { Batch, Store, Written } from './store.ts';

/** A store in memory. Values are copied in, as the database does, so that nobody can change them afterwards. */
export function memoryStore(): Store {
  const exercises: ExerciseRecord[] = [];
  const entries = new Map<string, Entry[]>();
  const snapshots: Snapshot[] = [];
  const secrets: Secret[] = [];
  const aside: AsideRecord[] = [];

  function write(batch: Batch): Written {
    const known = exercises.some((one) => one.id === batch.exercise);
    if (known === (batch.record !== undefined)) return known ? 'second-writer' : 'erased';
    const parent = batch.record?.parent?.exercise;
    if (parent !== undefined && !exercises.some((one) => one.id === parent)) return 'erased';
    const list = entries.get(batch.exercise) ?? [];
    const last = list.at(-1)?.seq ?? 0;
    const fresh = batch.secrets ?? [];
    const taken =
      batch.entries.some((entry) => entry.seq <= last) ||
      fresh.some((one) =>
        secrets.some((other) => other.lineage === one.lineage && other.alias === one.alias),
      );
    if (taken) return 'second-writer';
    if (batch.record !== undefined)
      exercises.push(structuredClone({ ...batch.record, order: exercises.length + 1 }));
    list.push(...structuredClone(batch.entries));
    entries.set(batch.exercise, list);
    if (batch.snapshot !== undefined) snapshots.push(structuredClone(batch.snapshot));
    secrets.push(...structuredClone(fresh));
    aside.push(...structuredClone(batch.aside ?? []));
    return 'written';
  }

  return {
    kind: 'memory',
    write: async (batch) => write(batch),
    exercises: async () => [...exercises],
    entries: async (exercise, from, to) =>
      (entries.get(exercise) ?? []).filter(({ seq }) => seq >= from && seq <= to),
    raw: async (exercise) => [...(entries.get(exercise) ?? [])],
    last: async (exercise) => entries.get(exercise)?.at(-1),
    snapshots: async (exercise) =>
      snapshots
        .filter((one) => one.exercise === exercise)
        .map(({ seq }) => seq)
        .sort((a, b) => a - b),
    snapshot: async (exercise, seq) =>
      snapshots.find((one) => one.exercise === exercise && one.seq === seq),
    secrets: async (lineage) => secrets.filter((one) => one.lineage === lineage),
    aside: async (lineage) => aside.filter((one) => one.lineage === lineage),
    erase: async () => {
      entries.clear();
      for (const list of [exercises, snapshots, secrets, aside]) list.length = 0;
    },
    close: () => undefined,
  };
}
