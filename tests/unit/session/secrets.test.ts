// No text that was typed is ever written, and the same text is always recognised.
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test } from 'vitest';
import type { Session } from '../../../src/simulator/session/contract.ts';
import { createSession } from '../../../src/simulator/session/session.ts';
import { everything } from './device.ts';
import { edition, setup } from './edition.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

const typed = 'Tartempion-1789';

async function begun(): Promise<Session> {
  const session = createSession();
  await session.start(edition, setup);
  return session;
}

/** Signs in to the mailbox with that text, right or wrong. */
async function tryText(session: Session, text: string) {
  const user = session.state()?.world.persona.user ?? '';
  return session.send({ type: 'SignInToMailbox', user, password: session.seal(text) });
}

test('the same text has the same alias, in this exercise, its forks, and after a resume', async () => {
  const session = await begun();
  const { alias } = session.seal(typed);
  expect(session.seal(typed).alias).toBe(alias);
  expect(session.seal('Tartempion-1790').alias).not.toBe(alias);
  await tryText(session, typed);
  await tryText(session, 'Tartempion-1790');
  await session.undo();
  expect(session.seal(typed).alias).toBe(alias);
  const again = createSession();
  await again.resume(edition, session.state()?.exercise ?? '');
  expect(again.seal(typed).alias).toBe(alias);
  expect(again.seal('something new').alias).not.toBe(alias);
});

test('a proposed password is known by its own name, and so is the NUMEN in capitals', async () => {
  const session = await begun();
  const [first] = session.proposals();
  const [mailbox] = session.proposals('mailbox');
  const numen = session.state()?.world.persona.numen ?? '';
  expect(session.seal(first?.text ?? '').alias).toBe(first?.alias);
  expect(session.seal(mailbox?.text ?? '').alias).toBe(mailbox?.alias);
  expect(session.seal(numen).alias).toBe('numen');
  expect(session.seal(numen.toLowerCase()).alias).not.toBe('numen');
  expect(session.textOf(first?.alias ?? '')).toBe(first?.text);
  expect(session.textOf(session.seal(typed).alias)).toBeNull();
});

test('an answer to the challenge question is sealed like a password', async () => {
  const session = await begun();
  const [first] = session.proposals('challenge');
  expect(first?.text).toBeTruthy();
  expect(session.seal(first?.text ?? '').alias).toBe(first?.alias);
  expect(session.textOf(first?.alias ?? '')).toBe(first?.text);
  const { alias } = session.seal('ma vraie réponse');
  expect(alias).toMatch(/^p\d+$/);
  expect(session.textOf(alias)).toBeNull();
  await session.send({
    type: 'ChooseChallenge',
    question: 0,
    answer: session.seal('ma vraie réponse'),
  });
  expect(await everything()).not.toContain('vraie réponse');
  expect(await session.exportJournal()).not.toContain('vraie réponse');
});

test('what was typed is nowhere: not on the device, not in the export', async () => {
  const session = await begun();
  await tryText(session, typed);
  const { alias } = session.seal(typed);
  await session.send({ type: 'GiveAddress', address: 'vraie.adresse@ac-amiens.fr', captcha: '' });
  await session.send({
    type: 'RequestVotingCode',
    phone: '0611223344',
    numen: '12E3456789ABC',
    birthDate: '01/02/1973',
    captcha: 'azerty',
  });
  const device = await everything();
  const file = await session.exportJournal();
  for (const secret of [typed, 'vraie.adresse', '0611223344', '12E3456789ABC', '01/02/1973']) {
    expect(device).not.toContain(secret);
    expect(file).not.toContain(secret);
  }
  const digest = /"alias":"p1","salt":"(\w+)","rounds":200,"digest":"(\w+)"/.exec(device);
  expect(alias).toBe('p1');
  expect(digest).not.toBeNull();
  expect(file).not.toContain(digest?.[1]);
  expect(file).not.toContain(digest?.[2]);
});

test('the digest is written with the command that names it', async () => {
  const session = await begun();
  session.seal(typed);
  expect(await everything()).toContain('secrets: []');
  await tryText(session, typed);
  expect(await everything()).toContain('"alias":"p1"');
});

test('two exercises share no salt', async () => {
  const session = await begun();
  await tryText(session, typed);
  await session.start(edition, setup);
  await tryText(session, typed);
  const salts = [...(await everything()).matchAll(/"salt":"(\w+)"/g)].map(([, salt]) => salt);
  expect(new Set(salts).size).toBe(2);
});
