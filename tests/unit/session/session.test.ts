// The loop: what is shown was committed, what was committed comes back.
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { advise, stepOf } from '../../../src/simulator/core/advice.ts';
import type { Command } from '../../../src/simulator/core/portal.ts';
import { openDevice } from '../../../src/simulator/journal/device.ts';
import type { Store, Written } from '../../../src/simulator/journal/store.ts';
import type { DeskState, Session } from '../../../src/simulator/session/contract.ts';
import { writeNotices } from '../../../src/simulator/session/notices.ts';
import { createSession } from '../../../src/simulator/session/session.ts';
import { linesOf, readFile } from '../../support/files.ts';
import { device, tamper } from '../journal/support.ts';
import { edition, setup } from './edition.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

function shown(session: Session): DeskState {
  const state = session.state();
  if (state === null) throw new Error('nothing is open');
  return state;
}

async function begun(options?: Parameters<typeof createSession>[0]): Promise<Session> {
  const session = createSession(options);
  await session.start(edition, setup);
  return session;
}

/** The careful voter's next gestures. */
async function advance(session: Session, times: number): Promise<void> {
  for (let i = 0; i < times; i += 1) {
    const { command } = advise(edition, shown(session).world);
    if (command) await session.send(command);
  }
}

const ask: Command = { type: 'AskForNumen', desk: 'secretariat' };
const consult = (screen: string): Command => ({ type: 'Consult', screen });

describe('an exercise', () => {
  test('begins on the page that a link names, by gestures that can be undone', async () => {
    const session = createSession();
    await session.start(edition, setup, { screen: 'space' });
    const { world, canUndo } = shown(session);
    expect(world.screen).toBe('space');
    expect(world.account.session).not.toBeNull();
    expect(canUndo).toBe(true);
  });

  test('begins at its beginning when the page is not on its way', async () => {
    const session = createSession();
    await session.start(edition, setup, { screen: 'nowhere' });
    expect(shown(session).canUndo).toBe(false);
  });

  test('opens again at the exact world, line by line', async () => {
    const first = await begun();
    await advance(first, 12);
    await first.send(consult('nowhere'));
    const before = shown(first);
    const second = createSession();
    const [kept] = await second.kept();
    expect(kept).toMatchObject({ id: before.exercise, setup });
    expect(kept?.now).toBe(before.world.now);
    await second.resume(edition, before.exercise);
    const after = shown(second);
    expect(after.world).toEqual(before.world);
    expect(after.lines).toEqual(before.lines);
    expect(after).toMatchObject({ storage: 'kept', notice: null, canUndo: true, refusals: [] });
  });

  test('is told only once it was committed', async () => {
    const committed: number[] = [];
    const seen: number[] = [];
    const session = createSession({
      openDevice: async () => {
        const store = await openDevice();
        if (typeof store === 'string') return store;
        const write: Store['write'] = async (batch) => {
          const outcome = await store.write(batch);
          committed.push(batch.entries.at(-1)?.seq ?? 0);
          return outcome;
        };
        return { ...store, write };
      },
    });
    session.subscribe((state) => {
      seen.push(state?.lines.at(-1)?.seq ?? 0);
      expect(committed.at(-1)).toBe(seen.at(-1));
    });
    await session.start(edition, setup);
    await advance(session, 5);
    expect(seen).toEqual(committed);
    expect(seen).toHaveLength(6);
  });

  test('takes two clicks one after the other', async () => {
    const session = await begun();
    await Promise.all([session.send(ask), session.send(consult('sign-in')), session.send(ask)]);
    const { lines } = shown(session);
    expect(lines.map(({ seq }) => seq)).toEqual(lines.map((_, i) => i + 1));
    expect(new Set(lines.map(({ group }) => group)).size).toBe(4);
    const again = createSession();
    await again.resume(edition, shown(session).exercise);
    expect(shown(again).world).toEqual(shown(session).world);
  });

  test('keeps a refusal as a note, and says it until the next accepted command', async () => {
    const session = await begun();
    const decision = await session.send(consult('inbox'));
    expect(decision.refusals).toEqual([{ word: 'not-in-mailbox' }]);
    expect(shown(session)).toMatchObject({ refusals: decision.refusals, refused: 'Consult' });
    expect(shown(session).lines.at(-1)).toMatchObject({
      kind: 'note',
      text: 'Refus : not-in-mailbox.',
    });
    await session.send(ask);
    expect(shown(session)).toMatchObject({ refusals: [], refused: null });
  });

  test('that was left is not shown again by what was under way', async () => {
    const session = await begun();
    const sending = session.send(ask);
    session.leave();
    await sending;
    expect(session.state()).toBeNull();
    expect(await session.kept()).toHaveLength(1);
    expect(await session.send(ask)).toEqual({ events: [], refusals: [] });
  });

  test('that nobody knows changes nothing', async () => {
    const session = createSession();
    await session.resume(edition, 'unknown');
    expect(session.state()).toBeNull();
  });

  test('can begin at a step', async () => {
    const session = createSession();
    await session.start(edition, setup, 'vote');
    expect(stepOf(shown(session).world)).toBe('vote');
    expect(shown(session).canUndo).toBe(true);
    await advance(session, 20);
    expect(shown(session).world.receipts).toHaveLength(2);
  });
});

describe('going back', () => {
  test('one command is a fork just before it', async () => {
    const session = await begun();
    await advance(session, 3);
    const before = shown(session);
    await session.send(consult('calendar'));
    await session.undo();
    const after = shown(session);
    expect(after.world).toEqual(before.world);
    expect(after.lines).toEqual(before.lines);
    expect(after.exercise).not.toBe(before.exercise);
    await session.send(consult('calendar'));
    const again = createSession();
    await again.resume(edition, shown(session).exercise);
    expect(again.state()?.world).toEqual(shown(session).world);
    // One exercise on the start card, not one per change of mind.
    expect(await session.kept()).toHaveLength(1);
  });

  test('as far as the beginning, and no further', async () => {
    const session = await begun();
    await advance(session, 6);
    for (let i = 0; i < 10; i += 1) await session.undo();
    expect(shown(session).lines).toHaveLength(1);
    expect(shown(session).canUndo).toBe(false);
  });

  test('to just after a line', async () => {
    const session = await begun();
    await advance(session, 3);
    const { world, lines } = shown(session);
    const group = lines.at(-1)?.group ?? 0;
    await advance(session, 5);
    await session.undoTo(group);
    expect(shown(session).world).toEqual(world);
  });

  test('to the beginning of the step, or of everything', async () => {
    const session = await begun();
    const worlds = [shown(session).world];
    for (let i = 0; i < 6; i += 1) {
      await advance(session, 1);
      worlds.push(shown(session).world);
    }
    const step = stepOf(shown(session).world);
    expect(step).not.toBe('messagerie');
    await session.restartStep();
    expect(shown(session).world).toEqual(worlds.find((world) => stepOf(world) === step));
    await session.restartStep();
    expect(stepOf(shown(session).world)).toBe(step);
    await session.restart();
    expect(shown(session).world).toEqual(worlds[0]);
  });

  test('or straight to a step, ahead or behind', async () => {
    const session = await begun();
    await session.jumpTo('vote');
    expect(stepOf(shown(session).world)).toBe('vote');
    await session.jumpTo('compte');
    expect(stepOf(shown(session).world)).toBe('compte');
    await session.jumpTo('preuve');
    expect(stepOf(shown(session).world)).toBe('preuve');
    const again = createSession();
    await again.resume(edition, shown(session).exercise);
    expect(again.state()?.world).toEqual(shown(session).world);
  });
});

describe('a long exercise', () => {
  test('opens with its last lines, and shows earlier ones when asked', async () => {
    const session = await begun();
    for (let i = 0; i < 450; i += 1)
      await session.send(consult(i % 2 === 0 ? 'calendar' : 'sign-in'));
    const whole = shown(session);
    expect(whole.hasEarlier).toBe(false);
    const again = createSession();
    await again.resume(edition, whole.exercise);
    expect(shown(again).hasEarlier).toBe(true);
    expect(shown(again).lines.length).toBeLessThan(whole.lines.length);
    expect(shown(again).world).toEqual(whole.world);
    while (shown(again).hasEarlier) await again.showEarlier();
    expect(shown(again).lines).toEqual(whole.lines);
    await again.undoTo(3);
    expect(shown(again).lines).toEqual(whole.lines.filter(({ group }) => group <= 3));
  });
});

describe('a corrupt entry', () => {
  test('opens the exercise up to the last sound one, and the rest is kept aside', async () => {
    const session = await begun();
    await advance(session, 3);
    const { world, lines, exercise } = shown(session);
    const sound = lines.length;
    await advance(session, 4);
    const total = shown(session).lines.length;
    await tamper((all) => all.put({ exercise, seq: sound + 1, odd: 'rubbish' }));
    const again = createSession();
    await again.resume(edition, exercise);
    expect(shown(again).world).toEqual(world);
    expect(shown(again).notice).toContain('n’a pas pu être relue');
    const file = await again.exportJournal();
    const { run, whole } = readFile(edition, file);
    expect([linesOf(run), whole]).toEqual([sound, true]);
    // What could not be read may be anything: it stays on the device.
    expect(file).not.toContain('rubbish');
    const aside = await (await device()).aside(exercise);
    expect(aside).toHaveLength(total - sound);
    expect(JSON.stringify(aside)).toContain('rubbish');
    // It goes on, and comes back whole.
    await advance(again, 2);
    expect(shown(again).notice).toBeNull();
    const third = createSession();
    const kept = await third.kept();
    expect(kept.map(({ id }) => id)).toEqual([shown(again).exercise]);
    await third.resume(edition, shown(again).exercise);
    expect(shown(third).world).toEqual(shown(again).world);
    expect(shown(third).notice).toBeNull();
  });

  test('at the very beginning starts again, and says so', async () => {
    const session = await begun();
    const { world, exercise } = shown(session);
    await advance(session, 3);
    await tamper((all) => all.put({ exercise, seq: 1, odd: true }));
    const again = createSession();
    await again.resume(edition, exercise);
    expect(shown(again).world).toEqual(world);
    expect(shown(again).notice).toContain('recommence au début');
    await advance(again, 1);
    expect(await createSession().kept()).toHaveLength(1);
  });
});

describe('when the device does not follow', () => {
  /** A device whose writes fail from the n-th on. */
  const failing = (outcome: Written, from: number, to = Infinity) => {
    let writes = 0;
    return async () => {
      const store = await device();
      const write: Store['write'] = async (batch) => {
        writes += 1;
        return writes >= from && writes <= to ? outcome : store.write(batch);
      };
      return { ...store, write };
    };
  };

  test('refused from the start: everything in memory', async () => {
    const session = await begun({ openDevice: async () => 'refused' });
    expect(shown(session)).toMatchObject({ storage: 'memory', notice: null });
    await advance(session, 4);
    await session.undo();
    const { exercise, world } = shown(session);
    session.leave();
    await session.resume(edition, exercise);
    expect(shown(session).world).toEqual(world);
    await session.eraseAll();
    expect(await session.kept()).toEqual([]);
  });

  test.each(['blocked', 'newer'] as const)('%s: in memory, and why', async (why) => {
    const session = await begun({ openDevice: async () => why });
    expect(shown(session).storage).toBe('memory');
    expect(shown(session).notice).toContain('sera perdu');
  });

  test.each(['full', 'lost'] as const)('%s half-way: goes on in memory', async (why) => {
    const session = await begun({ openDevice: failing(why, 4) });
    await advance(session, 2);
    expect(shown(session).storage).toBe('kept');
    await advance(session, 1);
    expect(shown(session)).toMatchObject({ storage: 'memory', notice: writeNotices[why] });
    await advance(session, 3);
    expect(shown(session).notice).toBeNull();
    const { lines } = shown(session);
    expect(lines.map(({ seq }) => seq)).toEqual(lines.map((_, i) => i + 1));
    await session.undo();
    await session.restart();
    expect(shown(session).lines).toHaveLength(1);
    // The half that stayed on the device is not offered a second time.
    expect(await session.kept()).toHaveLength(1);
    expect(readFile(edition, await session.exportJournal()).run.gestures).toHaveLength(1);
  });

  test.each(['full', 'lost'] as const)('%s when going back: the fork is in memory', async (why) => {
    const session = await begun({ openDevice: failing(why, 4) });
    await advance(session, 1);
    const before = shown(session);
    await advance(session, 1);
    await session.undo();
    expect(shown(session)).toMatchObject({ storage: 'memory', notice: writeNotices[why] });
    expect(shown(session).world).toEqual(before.world);
  });

  test('a connection that broke is opened again, and nothing is said', async () => {
    const session = await begun({ openDevice: failing('lost', 4, 4) });
    await advance(session, 5);
    await session.undo();
    expect(shown(session)).toMatchObject({ storage: 'kept', notice: null });
    const again = createSession();
    await again.resume(edition, shown(session).exercise);
    expect(shown(again).world).toEqual(shown(session).world);
  });

  test('a connection closed under the start card is opened again', async () => {
    const one = await begun();
    const opened: Store[] = [];
    const two = createSession({
      openDevice: async () => {
        const store = await device();
        opened.push(store);
        return store;
      },
    });
    await two.kept();
    opened[0]?.close();
    expect(await two.kept()).toHaveLength(1);
    await two.resume(edition, shown(one).exercise);
    expect(shown(two).world).toEqual(shown(one).world);
  });

  test('a second tab wrote first: its exercise is shown, nothing is lost', async () => {
    const one = await begun();
    const two = createSession();
    await two.resume(edition, shown(one).exercise);
    await advance(one, 2);
    expect(await two.send(consult('calendar'))).toEqual({ events: [], refusals: [] });
    expect(shown(two).world).toEqual(shown(one).world);
    expect(shown(two).notice).toBe(writeNotices['second-writer']);
    await two.send(consult('calendar'));
    expect(shown(two)).toMatchObject({ notice: null, storage: 'kept' });
    expect(shown(two).world.screen).toBe('calendar');
  });

  test('a command killed in mid-write leaves nothing half', async () => {
    const session = await begun();
    await advance(session, 2);
    const before = shown(session);
    const add = vi.spyOn(IDBObjectStore.prototype, 'add');
    // Each write of two entries is cut after the first one.
    let adds = 0;
    add.mockImplementation(function (this: IDBObjectStore, value: unknown) {
      adds += 1;
      const request = this.put(value);
      if (adds % 2 === 1) queueMicrotask(() => this.transaction.abort());
      return request;
    });
    const { events } = await session.send(consult('calendar'));
    expect(events).toHaveLength(2);
    add.mockRestore();
    expect(shown(session).storage).toBe('memory');
    const again = createSession();
    await again.resume(edition, before.exercise);
    expect(shown(again).world).toEqual(before.world);
  });
});

describe('« personne suivante »', () => {
  test('erases everything, here and in the other tabs', async () => {
    const drafts = new Map([['isoloir.simulator.captions', '1']]);
    vi.stubGlobal('localStorage', {
      removeItem: (key: string) => drafts.delete(key),
      'isoloir.simulator.captions': '1',
      'isoloir.academy': 'amiens',
    });
    vi.stubGlobal('sessionStorage', {});
    drafts.set('isoloir.academy', 'amiens');
    const one = await begun();
    await advance(one, 4);
    const two = createSession();
    await two.resume(edition, shown(one).exercise);
    await one.eraseAll();
    expect(one.state()).toBeNull();
    expect(await one.kept()).toEqual([]);
    expect([...drafts.keys()]).toEqual(['isoloir.academy']);
    await two.send(consult('calendar'));
    expect(two.state()).toBeNull();
    const store = await device();
    expect(await store.exercises()).toEqual([]);
    vi.unstubAllGlobals();
  });
});

test('« personne suivante » also removes what a newer version wrote', async () => {
  const newer = indexedDB.open('isoloir', 7);
  await new Promise((resolve) => (newer.onsuccess = resolve));
  newer.result.close();
  const session = createSession();
  await session.start(edition, setup);
  expect(shown(session).storage).toBe('memory');
  await session.eraseAll();
  await session.start(edition, setup);
  expect(shown(session).storage).toBe('kept');
});

test('« personne suivante » says when something would not go', async () => {
  const session = await begun();
  const clear = vi.spyOn(IDBObjectStore.prototype, 'clear').mockImplementation(() => {
    throw new DOMException('no', 'UnknownError');
  });
  const remove = vi.spyOn(indexedDB, 'deleteDatabase').mockImplementation(() => {
    throw new DOMException('no', 'UnknownError');
  });
  await expect(session.eraseAll()).rejects.toThrow('n’ont pas pu être effacés');
  expect(session.state()).toBeNull();
  clear.mockRestore();
  remove.mockRestore();
});
