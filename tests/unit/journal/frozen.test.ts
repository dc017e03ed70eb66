// Journals of every version, frozen for ever: they must open in every later one. Never edit a fixture; add one.
import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readEntry } from '../../../src/simulator/journal/read.ts';
import { createSession } from '../../../src/simulator/session/session.ts';
import { device, edition, setup, tamper } from './support.ts';

interface File {
  readonly entries: readonly object[];
}

function isFile(value: unknown): value is File {
  return typeof value === 'object' && value !== null && 'entries' in value;
}

function frozen(name: string): File {
  const path = new URL(`../../fixtures/journals/${name}.json`, import.meta.url);
  const file: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (!isFile(file)) throw new Error(name);
  return file;
}

/** A whole exercise of 2018: refusals, a typed password, a step back, a new code asked in the booth, four ballots, the results. */
test('version 1: an exercise of 2018 opens to the results', async () => {
  const { entries } = frozen('v1-men-2018');
  expect(entries.filter((raw) => readEntry(raw) === null)).toEqual([]);

  const store = await device();
  const record = { id: 'old', setup, lineage: 'old' };
  await store.write({ exercise: 'old', record, entries: [], strict: false });
  await tamper((all) => {
    for (const entry of entries) all.put({ ...entry, exercise: 'old' });
  });
  const session = createSession();
  await session.resume(edition, 'old');
  const state = session.state();
  expect(state?.notice).toBeNull();
  expect(state?.lines).toHaveLength(86);
  const world = state?.world;
  expect(world?.now).toBe(1544169675);
  expect(world?.screen).toBe('results');
  expect(world?.cast).toEqual(['ctm', 'cta.amiens', 'capn-pe', 'capd-pe.02']);
  expect(world?.receipts.map(({ kept }) => kept)).toEqual([true, true, true, true]);
  expect(world?.account).toMatchObject({ state: 'active', secret: 'p1' });
  expect(world?.code).toMatchObject({ letter: 'open', reissues: 1, known: 1 });
});
