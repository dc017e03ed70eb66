// Both places to keep a journal obey the same rules; the device has a few faults of its own.
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { isQuotaError, openDevice } from '../../../src/simulator/journal/device.ts';
import { memoryStore } from '../../../src/simulator/journal/memory.ts';
import type { Store } from '../../../src/simulator/journal/store.ts';
import { batch, beginning, device, entries, setup, world, worldVersion } from './support.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

const kinds: readonly (readonly [string, () => Promise<Store>])[] = [
  ['on the device', device],
  ['in memory', async () => memoryStore()],
];

describe.each(kinds)('a journal %s', (_, create) => {
  test('keeps entries in order and gives ranges back', async () => {
    const store = await create();
    expect(await store.write(beginning('a', 12))).toBe('written');
    expect(await store.write(batch('a', entries('a', 13, 14)))).toBe('written');
    expect(await store.entries('a', 3, 5)).toEqual(entries('a', 3, 5));
    expect(await store.last('a')).toEqual(entries('a', 14, 14)[0]);
    expect(await store.last('b')).toBeUndefined();
    expect(await store.raw('a')).toHaveLength(14);
  });

  test('refuses a second writer, whole', async () => {
    const store = await create();
    await store.write(beginning('a', 5));
    const secret = { lineage: 'a', alias: 'p1', salt: '00', rounds: 1, digest: '11' };
    const late = batch('a', entries('a', 5, 7), { secrets: [secret] });
    expect(await store.write(late)).toBe('second-writer');
    expect(await store.raw('a')).toHaveLength(5);
    expect(await store.secrets('a')).toEqual([]);
  });

  test('writes nothing half', async () => {
    const store = await create();
    await store.write(beginning('a', 5));
    const secret = { lineage: 'a', alias: 'p1', salt: '00', rounds: 1, digest: '11' };
    await store.write(batch('a', entries('a', 6, 6), { secrets: [secret] }));
    // The entries are new, the secret is not: none of it stays.
    const torn = batch('a', entries('a', 7, 9), { secrets: [secret] });
    expect(await store.write(torn)).toBe('second-writer');
    expect(await store.raw('a')).toHaveLength(6);
  });

  test('writes nothing into an exercise that was erased', async () => {
    const store = await create();
    await store.write(beginning('a', 2));
    await store.erase();
    expect(await store.write(batch('a', entries('a', 3, 3)))).toBe('erased');
    const parent = { exercise: 'a', upTo: 2 };
    const fork = batch('b', [], { record: { id: 'b', setup, lineage: 'a', parent } });
    expect(await store.write(fork)).toBe('erased');
    expect(await store.exercises()).toEqual([]);
    expect(await store.raw('a')).toEqual([]);
  });

  test('numbers exercises in the order of their creation', async () => {
    const store = await create();
    await store.write(beginning('z', 1));
    await store.write(beginning('a', 1));
    expect(await store.exercises()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: 'z', order: 1 }),
        expect.objectContaining({ id: 'a', order: 2 }),
      ]),
    );
  });

  test('gives back a snapshot, a secret, and what was set aside', async () => {
    const store = await create();
    await store.write(beginning('a', 3));
    const snapshot = { v: worldVersion, exercise: 'a', seq: 3, group: 3, world };
    const secret = { lineage: 'a', alias: 'p1', salt: '00', rounds: 1, digest: '11' };
    const aside = { lineage: 'a', exercise: 'x', seq: 9, raw: { odd: true } };
    const more = { snapshot, secrets: [secret], aside: [aside] };
    expect(await store.write(batch('a', [], more))).toBe('written');
    expect(await store.snapshots('a')).toEqual([3]);
    expect(await store.snapshot('a', 3)).toEqual(snapshot);
    expect(await store.secrets('a')).toEqual([secret]);
    expect(await store.aside('a')).toEqual([aside]);
  });
});

describe('the device', () => {
  test('flushes only what somebody would miss', async () => {
    const store = await device();
    const spy = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await store.write({ ...beginning('a', 1), strict: true });
    await store.write(batch('a', entries('a', 2, 2)));
    const modes = spy.mock.calls.map(([, , options]) => options?.durability);
    expect(modes).toEqual(['strict', 'relaxed']);
    spy.mockRestore();
  });

  test('begins a fresh log of the browser before the journal is opened, and leaves nothing of it', async () => {
    const asked: string[] = [];
    const factory = new IDBFactory();
    for (const call of ['open', 'deleteDatabase'] as const) {
      const real = factory[call].bind(factory);
      vi.spyOn(factory, call).mockImplementation((name: string) => {
        asked.push(`${call} ${name}`);
        return real(name, 1);
      });
    }
    globalThis.indexedDB = factory;
    await device();
    const scratch = 'isoloir-journal-neuf';
    expect(asked).toEqual([`open ${scratch}`, `deleteDatabase ${scratch}`, 'open isoloir']);
    expect((await factory.databases()).map(({ name }) => name)).toEqual(['isoloir']);
  });

  test('opens even where no fresh log can be begun', async () => {
    const factory = new IDBFactory();
    factory.deleteDatabase = () => {
      throw new DOMException('no', 'UnknownError');
    };
    globalThis.indexedDB = factory;
    expect((await device()).kind).toBe('kept');
  });

  test('that refuses to open answers with a word', async () => {
    const refusing = new IDBFactory();
    refusing.open = () => {
      throw new DOMException('no', 'SecurityError');
    };
    globalThis.indexedDB = refusing;
    expect(await openDevice()).toBe('refused');
  });

  test('that holds a newer version is left alone', async () => {
    const newer = indexedDB.open('isoloir', 7);
    await new Promise((resolve) => (newer.onsuccess = resolve));
    newer.result.close();
    expect(await openDevice()).toBe('newer');
  });

  test('that never answers is not waited for', async () => {
    const silent = new IDBFactory();
    const real = silent.open.bind(silent);
    vi.spyOn(silent, 'open').mockImplementation(() => {
      const request = real('elsewhere');
      Object.defineProperty(request, 'addEventListener', { value: () => undefined });
      return request;
    });
    globalThis.indexedDB = silent;
    expect(await openDevice(30)).toBe('blocked');
  });

  test('lets go when a newer version wants to open, and then says that it is lost', async () => {
    const store = await device();
    await store.write(beginning('a', 1));
    const newer = indexedDB.open('isoloir', 2);
    await new Promise((resolve) => (newer.onsuccess = resolve));
    expect(await store.write(batch('a', entries('a', 2, 2)))).toBe('lost');
    newer.result.close();
  });

  test('that is full says so, and keeps what it had', async () => {
    const store = await device();
    await store.write(beginning('a', 2));
    const add = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(await store.write(batch('a', entries('a', 3, 3)))).toBe('full');
    add.mockRestore();
    expect(await store.raw('a')).toHaveLength(2);
  });

  test.each([
    ['QuotaExceededError', true],
    ['NS_ERROR_DOM_QUOTA_REACHED', true],
    ['AbortError', false],
    ['ConstraintError', false],
  ])('reads %s as full: %s', (name, expected) => {
    expect(isQuotaError(new DOMException('x', name))).toBe(expected);
  });
});
