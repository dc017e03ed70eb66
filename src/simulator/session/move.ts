// When the device stops keeping an exercise, it goes on in memory with everything that can still be read of it.
import { readStretch } from '../journal/lineage.ts';
import type { Store } from '../journal/store.ts';
import { writtenEntry } from './held.ts';
import type { Held } from './open.ts';

/** The whole journal when the device can still be read, else what the screen holds. */
async function readable(held: Held): Promise<Pick<Held, 'base' | 'entries'>> {
  if (held.base === null) return held;
  try {
    const { entries } = await readStretch(held.store, held.segments, null, held.told.seq);
    return entries.at(-1)?.seq === held.told.seq ? { base: null, entries } : held;
  } catch {
    return held;
  }
}

/** Copies an exercise into memory under the same id; its forks are flattened. */
export async function moveToMemory(held: Held, memory: Store): Promise<Held> {
  const { id, setup, lineage, book } = held;
  const { base, entries } = await readable(held);
  const aside = await held.store.aside(lineage).catch(() => []);
  const secrets = book.all();
  await memory.write({
    exercise: id,
    record: { id, setup, lineage },
    entries: entries.map((entry) => writtenEntry(id, entry)),
    snapshot: base === null ? undefined : { ...base, exercise: id },
    secrets,
    aside: aside.map((raw, seq) => ({ lineage, exercise: id, seq, raw })),
    strict: false,
  });
  book.keep(secrets);
  return { ...held, store: memory, segments: [{ exercise: id, from: 1, to: Infinity }] };
}
