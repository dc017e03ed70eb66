// Short builders for the journal's tests.
import {
  entryVersion,
  eventEntry,
  worldVersion,
  type Entry,
} from '../../../src/simulator/journal/entry.ts';
import { openDevice } from '../../../src/simulator/journal/device.ts';
import type { Batch, Store } from '../../../src/simulator/journal/store.ts';
import { start, worldOf } from '../../../src/simulator/core/start.ts';
import { edition, setup } from '../session/edition.ts';

export { edition, setup };
export const begun = start(edition, setup);
export const world = worldOf(begun);

/** Entries `from` to `to`, made up: the start, then pages opened; one command each. */
export function entries(exercise: string, from: number, to: number): readonly Entry[] {
  return Array.from({ length: to - from + 1 }, (_, i) => {
    const seq = from + i;
    const place = { exercise, seq, group: seq, at: world.now };
    return seq === 1
      ? eventEntry(place, begun)
      : eventEntry(place, { type: 'Consulted', screen: `page-${seq}` });
  });
}

export function batch(exercise: string, list: readonly Entry[], more: Partial<Batch> = {}): Batch {
  return { exercise, entries: list, strict: false, ...more };
}

/** A new exercise with its first entries. */
export function beginning(exercise: string, count: number): Batch {
  return batch(exercise, entries(exercise, 1, count), {
    record: { id: exercise, setup, lineage: exercise },
  });
}

export async function device(): Promise<Store> {
  const store = await openDevice();
  if (typeof store === 'string') throw new Error(store);
  return store;
}

/** Writes something into a store of the database by hand. */
export async function tamper(
  work: (entriesStore: IDBObjectStore) => void,
  name = 'entries',
): Promise<void> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('isoloir');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error('open'));
  });
  await new Promise<void>((resolve, reject) => {
    const tx = db.transaction(name, 'readwrite');
    work(tx.objectStore(name));
    tx.oncomplete = () => resolve();
    tx.onabort = () => reject(new Error('aborted'));
  });
  db.close();
}

export { entryVersion, worldVersion };
