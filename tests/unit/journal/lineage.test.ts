// Forks, snapshots and broken journals, read as one.
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import {
  exercisesOf,
  lastSeq,
  parentAt,
  readBack,
  readStretch,
  segmentsOf,
} from '../../../src/simulator/journal/lineage.ts';
import type { Store } from '../../../src/simulator/journal/store.ts';
import {
  batch,
  beginning,
  device,
  entries,
  setup,
  tamper,
  world,
  worldVersion,
} from './support.ts';

let store: Store;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  store = await device();
});

async function segments(id: string) {
  const found = segmentsOf(await exercisesOf(store), id);
  if (found === null) throw new Error('no segments');
  return found;
}

function fork(id: string, parent: { exercise: string; upTo: number }, count: number) {
  const record = { id, setup, lineage: 'a', parent };
  return batch(id, entries(id, parent.upTo + 1, parent.upTo + count), { record });
}

describe('a fork', () => {
  test('shares its parent’s entries and copies none', async () => {
    await store.write(beginning('a', 10));
    await store.write(fork('b', { exercise: 'a', upTo: 6 }, 2));
    await store.write(fork('c', { exercise: 'b', upTo: 7 }, 3));
    const chain = await segments('c');
    expect(await lastSeq(store, chain)).toBe(10);
    const { entries: read, broken } = await readStretch(store, chain, null, 10);
    expect(read.map(({ exercise, seq }) => `${exercise}${seq}`)).toEqual(
      'a1 a2 a3 a4 a5 a6 b7 c8 c9 c10'.split(' '),
    );
    expect(broken).toEqual([]);
    expect(await store.raw('b')).toHaveLength(2);
    // The parent is whole: nothing was taken back there.
    expect(await lastSeq(store, await segments('a'))).toBe(10);
  });

  test('hangs on the exercise that holds the entry it goes back to', async () => {
    await store.write(beginning('a', 10));
    await store.write(fork('b', { exercise: 'a', upTo: 6 }, 2));
    const chain = await segments('b');
    expect(parentAt(chain, 7)).toEqual({ exercise: 'b', upTo: 7 });
    expect(parentAt(chain, 6)).toEqual({ exercise: 'a', upTo: 6 });
    expect(parentAt(chain, 0)).toBeUndefined();
  });

  test('whose ancestors turn in circles, or are missing, is not read', async () => {
    await store.write(beginning('a', 1));
    const round = { id: 'b', setup, lineage: 'a', order: 1, parent: { exercise: 'c', upTo: 1 } };
    const back = { ...round, id: 'c', parent: { exercise: 'b', upTo: 1 } };
    expect(segmentsOf([round, back], 'b')).toBeNull();
    expect(segmentsOf([round], 'b')).toBeNull();
  });
});

describe('a broken journal is read up to the last sound entry', () => {
  beforeEach(async () => {
    await store.write(beginning('a', 10));
  });

  async function soundAndBroken() {
    const { entries: sound, broken } = await readBack(store, await segments('a'), 10);
    return [sound.length, broken.length];
  }

  test('when an entry has another shape', async () => {
    await tamper((all) => all.put({ exercise: 'a', seq: 6, rubbish: true }));
    expect(await soundAndBroken()).toEqual([5, 5]);
  });

  test('when one is missing', async () => {
    await tamper((all) => all.delete(['a', 6]));
    expect(await soundAndBroken()).toEqual([5, 4]);
  });

  test('when groups go back', async () => {
    await tamper((all) => all.put({ ...entries('a', 6, 6)[0], group: 3 }));
    expect(await soundAndBroken()).toEqual([5, 5]);
  });

  test('when it begins twice', async () => {
    await tamper((all) => all.put({ ...entries('a', 1, 1)[0], seq: 6, group: 6 }));
    expect(await soundAndBroken()).toEqual([5, 5]);
  });
});

test('10,000 entries open through snapshots, not by reading them all', async () => {
  await store.write(beginning('a', 1));
  for (let from = 2; from <= 10_000; from += 1000) {
    const to = Math.min(10_000, from + 999);
    await store.write(batch('a', entries('a', from, to)));
  }
  for (let seq = 200; seq <= 10_000; seq += 200)
    await store.write(
      batch('a', [], { snapshot: { v: worldVersion, exercise: 'a', seq, group: seq, world } }),
    );
  let read = 0;
  const counting: Store = {
    ...store,
    entries: async (...range) => {
      const found = await store.entries(...range);
      read += found.length;
      return found;
    },
    snapshot: async (...at) => {
      read += 1;
      return store.snapshot(...at);
    },
  };
  const { base, entries: last } = await readBack(counting, await segments('a'), 10_000);
  expect(base?.seq).toBe(9800);
  expect(last).toHaveLength(200);
  expect(read).toBeLessThanOrEqual(402);
});

test('a bad snapshot is passed over', async () => {
  await store.write(beginning('a', 900));
  for (const seq of [200, 400, 600])
    await store.write(
      batch('a', [], { snapshot: { v: worldVersion, exercise: 'a', seq, group: seq, world } }),
    );
  await tamper((all) => all.put({ exercise: 'a', seq: 600, world: {} }), 'snapshots');
  const { base, entries: read } = await readBack(store, await segments('a'), 900);
  expect(base?.seq).toBe(400);
  expect(read).toHaveLength(500);
});
