// The whole database of every version, frozen for ever: exercises, forks, snapshots, secrets and what was put aside. Never edit a fixture; add one.
import 'fake-indexeddb/auto';
import { readFileSync, readdirSync } from 'node:fs';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test } from 'vitest';
import { loadEdition } from '../../../src/lib/editions.ts';
import { databaseName, databaseVersion } from '../../../src/simulator/journal/device.ts';
import { createSession } from '../../../src/simulator/session/session.ts';
import { everything } from '../session/device.ts';

const folder = new URL('../../fixtures/databases/', import.meta.url);

/** The stores as version 1 made them, whatever later versions do. */
const storesOfOne: Readonly<Record<string, string | readonly string[]>> = {
  exercises: 'id',
  entries: ['exercise', 'seq'],
  snapshots: ['exercise', 'seq'],
  secrets: ['lineage', 'alias'],
  aside: ['lineage', 'exercise', 'seq'],
};

function isDump(value: unknown): value is Readonly<Record<string, readonly unknown[]>> {
  return typeof value === 'object' && value !== null && 'exercises' in value;
}

/** The device as that version left it. */
async function leftBy(version: number, name: string): Promise<void> {
  const dump: unknown = JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
  if (!isDump(dump)) throw new Error(name);
  await new Promise<void>((done, fail) => {
    const asked = indexedDB.open(databaseName, version);
    asked.onupgradeneeded = () => {
      for (const [store, keyPath] of Object.entries(storesOfOne)) {
        const made = asked.result.createObjectStore(store, {
          keyPath: typeof keyPath === 'string' ? keyPath : [...keyPath],
        });
        for (const row of dump[store] ?? []) made.put(row);
      }
    };
    asked.onsuccess = () => {
      asked.result.close();
      done();
    };
    asked.onerror = () => fail(new Error('not opened'));
  });
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

test('there is a database of every version', () => {
  const versions = [...new Set(readdirSync(folder).map((name) => name.slice(0, 2)))].sort();
  expect(versions).toEqual(Array.from({ length: databaseVersion }, (_, n) => `v${String(n + 1)}`));
});

/**
 * Three exercises: one of 2022 to its results; one of 2018 with 230 pages opened, a typed password refused, two steps
 * back; one of 2014 whose twelfth entry was corrupt, gone on in a fork, the rest put aside.
 */
test('version 1: three exercises open where they were left, and go on', async () => {
  await leftBy(1, 'v1-three-exercises.json');
  const before = await everything();
  const session = createSession();
  const kept = await session.kept();
  expect(kept.map(({ setup, entries }) => [setup.edition, entries])).toEqual([
    ['men-2014', 13],
    ['men-2018', 461],
    ['men-2022', 75],
  ]);
  expect(await everything()).toBe(before);

  const of = (edition: string) => kept.find(({ setup }) => setup.edition === edition)?.id ?? '';
  await session.resume(loadEdition('men-2022'), of('men-2022'));
  expect(session.state()).toMatchObject({ notice: null, world: { screen: 'results' } });
  expect(session.state()?.lines).toHaveLength(75);

  await session.resume(loadEdition('men-2018'), of('men-2018'));
  expect(session.state()?.notice).toBeNull();
  // The typed password is known again by its digest, though it stands nowhere.
  expect(session.seal('Tartempion-1789').alias).toBe('p1');
  expect(before).not.toContain('Tartempion');
  await session.undo();
  await session.send({ type: 'Consult', screen: 'calendar' });
  expect((await session.run())?.gestures.length).toBeGreaterThan(200);

  await session.resume(loadEdition('men-2014'), of('men-2014'));
  expect(session.state()?.notice).toBeNull();
  await session.send({ type: 'Consult', screen: 'mail-login' });
  expect(session.state()?.storage).toBe('kept');

  const again = createSession();
  expect(await again.kept()).toHaveLength(3);
  expect(await everything()).toContain('NoSuchThing');
});
