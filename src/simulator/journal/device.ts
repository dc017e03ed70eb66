// The journal on the device: IndexedDB through idb, one transaction per command, never a cursor to read a journal back.
import { deleteDB, openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from 'idb';
import { beginFreshLog } from './fresh-log.ts';
import { readExercise } from './read.ts';
import type { Batch, Store, Written } from './store.ts';

// Values are `unknown` on purpose: what comes back is checked before it is believed.
interface Schema extends DBSchema {
  exercises: { key: string; value: unknown };
  entries: { key: [string, number]; value: unknown };
  snapshots: { key: [string, number]; value: unknown };
  secrets: { key: [string, string]; value: unknown };
  aside: { key: [string, string, number]; value: unknown };
}

export const databaseName = 'isoloir';
export const databaseVersion = 1;
type StoreName = 'exercises' | 'entries' | 'snapshots' | 'secrets' | 'aside';
const stores: StoreName[] = ['exercises', 'entries', 'snapshots', 'secrets', 'aside'];

/** Why the device's database could not be used. */
export type Refused =
  /** Private mode, cookies refused, broken profile. */
  | 'refused'
  /** An old tab holds it and does not let go. */
  | 'blocked'
  /** A newer version of the site wrote it. */
  | 'newer';

const nameOf = (error: unknown) => (error instanceof Error ? error.name : '');
// Firefox's own spelling stands beside the standard one; an aborted transaction may carry either.
const fullNames = [
  'QuotaExceededError',
  'NS_ERROR_DOM_QUOTA_REACHED',
  'NS_ERROR_FILE_NO_DEVICE_SPACE',
];

/** Is that error « no room left », in any engine's words? */
export function isQuotaError(error: unknown): boolean {
  return fullNames.includes(nameOf(error)) || (error instanceof DOMException && error.code === 22);
}

function meaningOf(error: unknown): Written {
  if (nameOf(error) === 'ConstraintError') return 'second-writer';
  return isQuotaError(error) ? 'full' : 'lost';
}

/** Milliseconds that another tab has to let go of the database. */
const usualPatience = 3000;

/** What a promise gives, or `otherwise` when it takes too long. */
async function within<T>(patience: number, work: Promise<T>, otherwise: () => T): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const waited = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(otherwise()), patience);
  });
  try {
    return await Promise.race([work, waited]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Opens the device's journal. Never rejects, and never waits longer than `patience`.
 * @param patience milliseconds
 */
export async function openDevice(patience = usualPatience): Promise<Store | Refused> {
  let late = false;
  return within<Store | Refused>(
    patience,
    open(() => late),
    () => {
      late = true;
      return 'blocked';
    },
  );
}

/** Removes the whole database, whatever is in it; false when another tab would not let go in time. */
export async function deleteDevice(patience = usualPatience): Promise<boolean> {
  const deleted = (async () => {
    try {
      await deleteDB(databaseName);
      return true;
    } catch {
      return false;
    }
  })();
  return within(patience, deleted, () => false);
}

async function open(isLate: () => boolean): Promise<Store | Refused> {
  let opened: IDBPDatabase<Schema> | null = null;
  try {
    await beginFreshLog();
    const db = await openDB<Schema>(databaseName, databaseVersion, {
      upgrade(database) {
        database.createObjectStore('exercises', { keyPath: 'id' });
        database.createObjectStore('entries', { keyPath: ['exercise', 'seq'] });
        database.createObjectStore('snapshots', { keyPath: ['exercise', 'seq'] });
        database.createObjectStore('secrets', { keyPath: ['lineage', 'alias'] });
        database.createObjectStore('aside', { keyPath: ['lineage', 'exercise', 'seq'] });
      },
      // A newer tab wants to upgrade: let go at once, and write nothing more.
      blocking: () => opened?.close(),
    });
    opened = db;
    if (!isLate()) return deviceStore(db);
    db.close();
    return 'blocked';
  } catch (error) {
    return nameOf(error) === 'VersionError' ? 'newer' : 'refused';
  }
}

/** The stores that a batch touches: fewer are faster. */
function touched(batch: Batch): StoreName[] {
  return stores.filter(
    (name) =>
      name === 'exercises' ||
      name === 'entries' ||
      (name === 'snapshots' && batch.snapshot !== undefined) ||
      (name === 'secrets' && (batch.secrets ?? []).length > 0) ||
      (name === 'aside' && (batch.aside ?? []).length > 0),
  );
}

async function fill(
  tx: IDBPTransaction<Schema, StoreName[], 'readwrite'>,
  batch: Batch,
): Promise<Written> {
  const exercises = tx.objectStore('exercises');
  // The exercise itself, or what a new one was forked from, must still be there.
  const needed = batch.record === undefined ? batch.exercise : batch.record.parent?.exercise;
  // `async` turns what a request throws at once into a rejection: none is left unheard.
  const [found] = await Promise.all([
    needed === undefined ? true : exercises.getKey(needed),
    ...batch.entries.map(async (entry) => tx.objectStore('entries').add(entry)),
    ...(batch.secrets ?? []).map(async (secret) => tx.objectStore('secrets').add(secret)),
    ...(batch.aside ?? []).map(async (record) => tx.objectStore('aside').put(record)),
    ...(batch.snapshot === undefined ? [] : [tx.objectStore('snapshots').put(batch.snapshot)]),
  ]);
  if (found === undefined) {
    tx.abort();
    return 'erased';
  }
  if (batch.record !== undefined) {
    const orders = (await exercises.getAll()).map((raw) => readExercise(raw)?.order ?? 0);
    await exercises.add({ ...batch.record, order: Math.max(0, ...orders) + 1 });
  }
  return 'written';
}

function deviceStore(db: IDBPDatabase<Schema>): Store {
  /** Every key that begins with that word, whatever follows. */
  const under = (first: string) => IDBKeyRange.bound([first], [first, []]);

  async function write(batch: Batch): Promise<Written> {
    try {
      const tx = db.transaction(touched(batch), 'readwrite', {
        durability: batch.strict ? 'strict' : 'relaxed',
      });
      // A rejected request aborts the transaction, which rejects `done`: one place to look.
      const work = fill(tx, batch).catch((error: unknown) => {
        try {
          tx.abort();
        } catch {
          // Already aborted by the request that failed.
        }
        return meaningOf(error);
      });
      const [outcome, done] = await Promise.allSettled([work, tx.done]);
      if (outcome.status === 'fulfilled' && outcome.value !== 'written') return outcome.value;
      return done.status === 'fulfilled' ? 'written' : meaningOf(done.reason);
    } catch (error) {
      return meaningOf(error);
    }
  }

  return {
    kind: 'kept',
    write,
    exercises: () => db.getAll('exercises'),
    entries: (exercise, from, to) =>
      from > to
        ? Promise.resolve([])
        : db.getAll('entries', IDBKeyRange.bound([exercise, from], [exercise, to])),
    raw: (exercise) => db.getAll('entries', under(exercise)),
    last: async (exercise) => {
      // One step of a cursor, to find the end; the journal itself is read by ranges.
      const range = IDBKeyRange.bound([exercise, 0], [exercise, Infinity]);
      const cursor = await db.transaction('entries').store.openCursor(range, 'prev');
      return cursor?.value;
    },
    snapshots: async (exercise) =>
      (await db.getAllKeys('snapshots', under(exercise))).map(([, seq]) => seq),
    snapshot: (exercise, seq) => db.get('snapshots', [exercise, seq]),
    secrets: (lineage) => db.getAll('secrets', under(lineage)),
    aside: (lineage) => db.getAll('aside', under(lineage)),
    erase: async () => {
      const tx = db.transaction(stores, 'readwrite', { durability: 'strict' });
      await Promise.all([...stores.map(async (name) => tx.objectStore(name).clear()), tx.done]);
    },
    close: () => db.close(),
  };
}
