// What is believed of what storage gives back.
import { describe, expect, test } from 'vitest';
import { eventEntry, noteEntry } from '../../../src/simulator/journal/entry.ts';
import { lift } from '../../../src/simulator/journal/ladder.ts';
import { readEntry, readSecret, readSnapshot } from '../../../src/simulator/journal/read.ts';
import { evolve } from '../../../src/simulator/core/evolve.ts';
import type { PortalEvent } from '../../../src/simulator/core/portal.ts';
import { begun, world, worldVersion } from './support.ts';

const place = { exercise: 'a', seq: 2, group: 2, at: world.now };
const withPrototypeKey: unknown = JSON.parse('{"screen":"a","__proto__":{}}');
const inherited: unknown = Object.create({ screen: 'inbox' });
const page = eventEntry(place, { type: 'Consulted', screen: 'inbox' });

describe('an entry', () => {
  test('gives its event back, also after JSON', () => {
    for (const event of [begun, { type: 'Consulted', screen: 'inbox' } as const]) {
      const raw: unknown = JSON.parse(JSON.stringify(eventEntry(place, event)));
      expect(readEntry(raw)).toMatchObject({ kind: 'event', event });
    }
  });

  test('of a refusal holds words and fields only', () => {
    const note = noteEntry(place, 'SignIn', [
      { word: 'wrong-password', field: 'password' },
      { word: 'closed' },
    ]);
    expect(JSON.parse(JSON.stringify(note))).toEqual({
      ...{ v: 3, exercise: 'a', seq: 2, group: 2, at: world.now, kind: 'note', type: 'SignIn' },
      data: { refusals: [{ word: 'wrong-password', field: 'password' }, { word: 'closed' }] },
    });
    expect(readEntry(note)).toMatchObject({ kind: 'note', type: 'SignIn' });
  });

  const wrong: readonly (readonly [string, unknown])[] = [
    ['nothing', null],
    ['a text', 'x'],
    ['a list', [page]],
    ['no version', { ...page, v: undefined }],
    ['a newer version', { ...page, v: 4 }],
    ['version 0', { ...page, v: 0 }],
    ['half a number', { ...page, seq: 2.5 }],
    ['a type of another age', { ...page, type: 'Teleported' }],
    ['a type that every object has', { ...page, type: 'toString' }],
    ['a key too many', { ...page, more: 1 }],
    ['a key too many in its data', { ...page, data: { screen: 'inbox', more: 1 } }],
    ['a key too few', { ...page, data: {} }],
    ['data of another kind', { ...page, data: { screen: 7 } }],
    ['inherited data', { ...page, data: inherited }],
    ['a prototype as a key', { ...page, data: withPrototypeKey }],
    ['a type hidden in its data', { ...page, data: { type: 'Consulted', screen: 'a' } }],
    [
      'an unknown refusal',
      { ...page, kind: 'note', type: 'SignIn', data: { refusals: [{ word: 'x' }] } },
    ],
    ['a third kind', { ...page, kind: 'rumour' }],
  ];
  test.each(wrong)('is not believed with %s', (_, raw) => {
    expect(readEntry(raw)).toBeNull();
  });
});

/** As versions 1 and 2 wrote it, less the one contest that they could hide. */
const beforeSeveral = ({ hiddenContests: _, ...rest }: typeof begun) => rest;

describe('an entry of version 1', () => {
  const old = (event: object) => ({ ...page, v: 1, ...event });
  const mail = { id: 'm1', kind: 'activation', at: 1, folder: 'inbox', read: false, link: null };
  const sms = { id: 's1', nth: 1, at: 1, read: false };

  test('carries no one-time code', () => {
    const delivered = old({ type: 'MailDelivered', data: { due: 'd1', mail } });
    expect(readEntry(delivered)).toMatchObject({ event: { mail: { ...mail, oneTime: null } } });
    const message = old({ type: 'SmsDelivered', data: { due: 'd1', sms } });
    expect(readEntry(message)).toMatchObject({ event: { sms: { ...sms, kind: 'voting-code' } } });
    const mails = begun.mails.map(({ oneTime: _, ...rest }) => rest);
    const { type, ...data } = { ...beforeSeveral(begun), mails, hiddenContest: null };
    expect(readEntry(old({ type, data }))).toMatchObject({ event: begun });
  });

  test('is not believed with what was wrong in it then', () => {
    for (const data of [{ due: 'd1' }, { due: 'd1', mail: [mail] }, { due: 'd1', mail: {} }])
      expect(readEntry(old({ type: 'MailDelivered', data }))).toBeNull();
    expect(readEntry(old({ type: 'ExerciseStarted', data: { ...begun, mails: 1 } }))).toBeNull();
    expect(readEntry(old({ data: null }))).toBeNull();
  });

  test('today’s version has no such gaps', () => {
    const delivered = { ...page, type: 'MailDelivered', data: { due: 'd1', mail } };
    expect(readEntry(delivered)).toBeNull();
  });
});

describe('an entry of version 2', () => {
  const old = (event: object) => readEntry({ ...page, v: 2, ...event });
  const { type, ...data } = beforeSeveral(begun);
  const corrected = { type: 'RollCorrected', data: { due: 'd1', at: 1, contest: null } };

  test('hid one contest at most, and posted no letter afterwards', () => {
    expect(old({ type, data: { ...data, hiddenContest: null } })).toMatchObject({ event: begun });
    const hidden = old({ type, data: { ...data, hiddenContest: 'cta.amiens' } });
    expect(hidden).toMatchObject({ event: { ...begun, hiddenContests: ['cta.amiens'] } });
    expect(old(corrected)).toMatchObject({ event: { contests: [], letter: null } });
    const given = old({ ...corrected, data: { ...corrected.data, contest: 'cta.amiens' } });
    expect(given).toMatchObject({ event: { contests: ['cta.amiens'], letter: null } });
  });

  test('is not believed with what was wrong in it then', () => {
    expect(old({ type, data })).toBeNull();
    expect(old({ type, data: { ...data, hiddenContest: 7 } })).toBeNull();
    expect(old({ ...corrected, data: { due: 'd1', at: 1 } })).toBeNull();
  });

  test('today’s version has its own names', () => {
    expect(readEntry({ ...page, ...corrected })).toBeNull();
  });
});

describe('what an invitation, a question and a one-time code add', () => {
  const due = { id: 'd4', at: 9, what: { kind: 'one-time-code', nth: 1, channel: 'sms' } } as const;
  const events: readonly PortalEvent[] = [
    { type: 'PasswordKept', secret: 'good-1' },
    { type: 'ChallengeChosen', question: 1, secret: 'answer-1' },
    { type: 'OneTimeCodeAsked', nth: 1, channel: 'sms', at: 8, due },
    {
      type: 'SmsDelivered',
      due: 'd4',
      sms: { id: 'o1', kind: 'one-time-code', nth: 1, at: 9, read: false },
    },
    { type: 'OneTimeCodeDelivered', due: 'd4', at: 9 },
    { type: 'OneTimeCodeAccepted' },
    { type: 'VotingCodeReissued', nth: 1, to: 'screen', due: null },
    { type: 'VotingCodeNoted' },
    { type: 'CaptchaShown', place: 'sign-in', nth: 1 },
  ];

  test('comes back from JSON, and so does the world after each', () => {
    let here = world;
    for (const event of events) {
      const raw: unknown = JSON.parse(JSON.stringify(eventEntry(place, event)));
      expect(readEntry(raw)).toMatchObject({ kind: 'event', event });
      here = evolve(here, event);
      const snapshot = { v: worldVersion, exercise: 'a', seq: 2, group: 2, world: here };
      expect(readSnapshot(JSON.parse(JSON.stringify(snapshot)))?.world).toEqual(here);
    }
  });
});

describe('a snapshot', () => {
  const snapshot = { v: 4, exercise: 'a', seq: 2, group: 2, world };

  test('is believed when its world is whole', () => {
    expect(readSnapshot(JSON.parse(JSON.stringify(snapshot)))).toEqual(snapshot);
  });

  test('is ignored otherwise', () => {
    expect(readSnapshot({ ...snapshot, v: 1 })).toBeNull();
    expect(readSnapshot({ ...snapshot, v: 2 })).toBeNull();
    expect(readSnapshot({ ...snapshot, v: 3 })).toBeNull();
    expect(readSnapshot({ ...snapshot, v: 5 })).toBeNull();
    expect(readSnapshot({ ...snapshot, world: { ...world, now: '1' } })).toBeNull();
    expect(readSnapshot({ ...snapshot, world: { ...world, mailbox: undefined } })).toBeNull();
    expect(readSnapshot({ ...snapshot, world: { ...world, more: 1 } })).toBeNull();
  });
});

test('a digest is believed when it can be compared', () => {
  const secret = { lineage: 'a', alias: 'p1', salt: '0fa3', rounds: 200, digest: '11' };
  expect(readSecret(secret)).toEqual(secret);
  expect(readSecret({ ...secret, salt: 'xyz' })).toBeNull();
  expect(readSecret({ ...secret, rounds: 1e9 })).toBeNull();
});

describe('the ladder', () => {
  const rungs = {
    1: (entry: object) => ({ ...entry, second: true }),
    2: (entry: object) => ({ ...entry, third: true }),
  };

  test('lifts one rung at a time', () => {
    expect(lift({ v: 1 }, 3, rungs)).toEqual({ v: 3, second: true, third: true });
    expect(lift({ v: 2 }, 3, rungs)).toEqual({ v: 3, third: true });
    expect(lift({ v: 3 }, 3, rungs)).toEqual({ v: 3 });
  });

  test('refuses what it does not know', () => {
    expect(lift({ v: 4 }, 3, rungs)).toBeNull();
    expect(lift({ v: 1 }, 3, { 2: rungs[2] })).toBeNull();
    expect(lift({}, 3, rungs)).toBeNull();
  });
});
