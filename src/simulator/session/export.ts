// The raw journal as text for a small file: also what could not be read, never a password or its digest.
import { exercisesOf, segmentsOf } from '../journal/lineage.ts';
import { isRecord, own } from '../journal/guards.ts';
import { writtenEntry } from './held.ts';
import type { Held } from './open.ts';

/** Version of the file. */
const fileVersion = 1;

/** @returns JSON; entries as stored, oldest first, forks in one line */
export async function exportOf(held: Held): Promise<string> {
  const { id, setup } = held;
  const { entries, aside } = await storedOf(held).catch(() => ({
    // The device cannot be read any more: what the screen holds is better than nothing.
    entries: held.entries.map((entry) => writtenEntry(id, entry)),
    aside: [],
  }));
  return JSON.stringify({
    ...{ format: 'isoloir-journal', v: fileVersion, exercise: id, setup, entries },
    aside: aside.map((one) => (isRecord(one) ? own(one, 'raw') : one)),
  });
}

async function storedOf({ store, id, lineage, ...held }: Held) {
  const segments = segmentsOf(await exercisesOf(store), id) ?? held.segments;
  const entries: unknown[] = [];
  for (const { exercise, to } of segments) {
    const raw = await store.raw(exercise);
    entries.push(...raw.filter((one) => !isAfter(one, to)));
  }
  return { entries, aside: await store.aside(lineage) };
}

function isAfter(raw: unknown, to: number): boolean {
  const seq = isRecord(raw) ? own(raw, 'seq') : undefined;
  return typeof seq === 'number' && seq > to;
}
