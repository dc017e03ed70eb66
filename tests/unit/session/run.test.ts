// The whole run, gesture by gesture: what was done and what was refused, wherever the device keeps it.
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test } from 'vitest';
import type { Session } from '../../../src/simulator/session/contract.ts';
import { createSession } from '../../../src/simulator/session/session.ts';
import { edition, setup } from './edition.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

const gestures = async (session: Session) => (await session.run())?.gestures ?? [];
const consult = (screen: string) => ({ type: 'Consult', screen }) as const;

test('a gesture per command, the beginning first; a refusal is among them', async () => {
  const session = createSession();
  expect(await gestures(session)).toEqual([]);
  await session.start(edition, setup);
  await session.send({ type: 'AskForNumen', desk: 'secretariat' });
  await session.send(consult('space'));
  const [first, second, third, ...more] = await gestures(session);
  expect(first?.events[0]?.type).toBe('ExerciseStarted');
  expect(second?.events.map(({ type }) => type)).toContain('NumenGiven');
  expect(third?.refused?.type).toBe('Consult');
  expect(third?.refused?.refusals.map(({ word }) => word)).toEqual(['not-signed-in']);
  expect(more).toEqual([]);
});

test('what was undone is not among them', async () => {
  const session = createSession();
  await session.start(edition, setup);
  await session.send(consult('people'));
  await session.undo();
  expect(await gestures(session)).toHaveLength(1);
});

test('a long journal of which the screen holds the end is read back whole', async () => {
  const session = createSession();
  await session.start(edition, setup);
  for (let n = 0; n < 500; n += 1) await session.send(consult(n % 2 === 0 ? 'people' : 'calendar'));
  const whole = (await gestures(session)).length;
  expect(whole).toBe(501);
  const id = session.state()?.exercise ?? '';
  const again = createSession();
  await again.resume(edition, id);
  expect(again.state()?.hasEarlier).toBe(true);
  expect(await gestures(again)).toHaveLength(whole);
});
