// Journals of every version, frozen for ever: they must open in every later one. Never edit a fixture; add one.
import 'fake-indexeddb/auto';
import { readFileSync, readdirSync } from 'node:fs';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import { loadEdition } from '../../../src/lib/editions.ts';
import { entryVersion } from '../../../src/simulator/journal/entry.ts';
import { readEntry } from '../../../src/simulator/journal/read.ts';
import type { Session } from '../../../src/simulator/session/contract.ts';
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

/** A session in which that journal was put on the device under the id `old`, and opened. */
async function opened(entries: readonly object[], data = edition): Promise<Session> {
  const store = await device();
  const record = { id: 'old', setup: { ...setup, edition: data.id }, lineage: 'old' };
  await store.write({ exercise: 'old', record, entries: [], strict: false });
  await tamper((all) => {
    for (const entry of entries) all.put({ ...entry, exercise: 'old' });
  });
  const session = createSession();
  await session.resume(data, 'old');
  return session;
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

test('there is a journal of every version of its entries', () => {
  const names = readdirSync(new URL('../../fixtures/journals/', import.meta.url));
  const versions = [...new Set(names.map((name) => name.slice(0, 2)))].sort();
  expect(versions).toEqual(Array.from({ length: entryVersion }, (_, n) => `v${String(n + 1)}`));
});

/** A whole exercise of 2018: refusals, a typed password, a step back, a new code asked in the booth, four ballots, the results. */
describe('version 1: an exercise of 2018', () => {
  const { entries } = frozen('v1-men-2018');

  test('opens to the results', async () => {
    expect(entries.filter((raw) => readEntry(raw) === null)).toEqual([]);
    const state = (await opened(entries)).state();
    expect(state?.notice).toBeNull();
    expect(state?.lines).toHaveLength(86);
    const world = state?.world;
    expect(world?.now).toBe(1544169675);
    expect(world?.screen).toBe('results');
    expect(world?.cast).toEqual(['ctm', 'cta.amiens', 'capn-pe', 'capd-pe.02']);
    expect(world?.receipts.map(({ kept }) => kept)).toEqual([true, true, true, true]);
    expect(world?.account).toMatchObject({ state: 'active', secret: 'p1' });
    expect(world?.code).toMatchObject({ letter: 'open', reissues: 1, known: 1 });
    // What version 2 knows and version 1 did not.
    expect(world?.mailbox.mails.map(({ oneTime }) => oneTime)).not.toContain(undefined);
    expect(world?.code.sms.map(({ kind }) => kind)).toEqual(['voting-code']);
    expect(world?.captchas['sign-in']).toBe(0);
  });

  test('opens wherever it was cut, and goes on in today’s version', async () => {
    for (let count = 1; count <= entries.length; count += 1) {
      globalThis.indexedDB = new IDBFactory();
      const session = await opened(entries.slice(0, count));
      expect(session.state()?.notice, `${count}`).toBeNull();
      expect(session.state()?.lines, `${count}`).toHaveLength(count);
    }
    globalThis.indexedDB = new IDBFactory();
    const session = await opened(entries);
    await session.send({ type: 'Consult', screen: 'calendar' });
    expect(session.state()?.lines.length).toBeGreaterThan(86);
    const again = createSession();
    await again.resume(edition, 'old');
    expect(again.state()?.notice).toBeNull();
    expect(again.state()?.world).toEqual(session.state()?.world);
  });
});

/**
 * The whole way of 2022 without a letter: a dead invitation, a refused question, a typed answer, a wrong answer, a one-time
 * code by mail that came too late, another by text message, a new code noted after a step back, three ballots, the results.
 */
test('version 2: an exercise of 2022 opens to the results', async () => {
  const { entries } = frozen('v2-men-2022');
  expect(entries.filter((raw) => readEntry(raw) === null)).toEqual([]);
  const state = (await opened(entries, loadEdition('men-2022'))).state();
  expect(state?.notice).toBeNull();
  expect(state?.lines).toHaveLength(128);
  const world = state?.world;
  expect(world?.now).toBe(1670572965);
  expect(world?.screen).toBe('results');
  expect(world?.cast).toEqual(['csa-men', 'csa-a.versailles', 'capd.91']);
  expect(world?.receipts.map(({ kept }) => kept)).toEqual([true, true, true]);
  expect(world?.account).toMatchObject({
    state: 'active',
    secret: 'good-1',
    activation: { sent: 2, used: [2] },
    challenge: { question: 3, secret: 'p1' },
  });
  expect(world?.code).toMatchObject({ letter: 'none', reissues: 1, known: 1, oneTime: null });
  expect(world?.mailbox.mails.at(-1)?.oneTime).toBe(1);
  expect(JSON.stringify(entries)).not.toContain('réponse inventée');
});

/** A ballot that the roll of 2014 had forgotten, claimed in time, voted with the three others. */
test('version 2: a forgotten ballot of 2014 opens to the results', async () => {
  const { entries } = frozen('v2-men-2014');
  expect(entries.filter((raw) => readEntry(raw) === null)).toEqual([]);
  const begun = (await opened(entries.slice(0, 1), loadEdition('men-2014'))).state();
  expect(begun?.world.hiddenContests).toEqual(['capa-certifies.amiens']);
  globalThis.indexedDB = new IDBFactory();
  const state = (await opened(entries, loadEdition('men-2014'))).state();
  expect(state?.notice).toBeNull();
  expect(state?.lines).toHaveLength(82);
  const world = state?.world;
  expect(world?.now).toBe(1417766475);
  expect(world?.screen).toBe('results');
  expect([world?.hiddenContests, world?.rollCorrection]).toEqual([[], 'done']);
  expect(world?.cast).toHaveLength(4);
});

/** Somebody of La Réunion who was not on the roll of 2022: corrected in time, the letter posted then, three ballots. */
test('version 3: an exercise of 2022 that began off the roll opens to the results', async () => {
  const { entries } = frozen('v3-men-2022');
  expect(entries.filter((raw) => readEntry(raw) === null)).toEqual([]);
  const begun = (await opened(entries.slice(0, 1), loadEdition('men-2022'))).state();
  expect(begun?.world.hiddenContests).toHaveLength(3);
  globalThis.indexedDB = new IDBFactory();
  const state = (await opened(entries, loadEdition('men-2022'))).state();
  expect(state?.notice).toBeNull();
  expect(state?.lines).toHaveLength(85);
  const world = state?.world;
  expect(world?.now).toBe(1670572935);
  expect(world?.screen).toBe('results');
  expect([world?.hiddenContests, world?.rollCorrection]).toEqual([[], 'done']);
  const cast = ['csa-men', 'csa-a.la-reunion', 'ccp-enseignement.la-reunion'];
  expect(world?.cast).toEqual(cast);
  expect(world?.code).toMatchObject({ letter: 'open', reissues: 0, known: 0 });
});
