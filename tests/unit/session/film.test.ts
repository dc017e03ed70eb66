// Going through a run in any direction, and several of them laid together.
import { describe, expect, test } from 'vitest';
import { advise, stepOf } from '../../../src/simulator/core/advice.ts';
import { steps } from '../../../src/simulator/core/advice.ts';
import type { Command } from '../../../src/simulator/core/portal.ts';
import type { Run } from '../../../src/simulator/session/contract.ts';
import {
  adviceAt,
  expectedSteps,
  filmOf,
  refusedIn,
  worldAt,
} from '../../../src/simulator/session/film.ts';
import { gather } from '../../../src/simulator/session/gather.ts';
import { createSession } from '../../../src/simulator/session/session.ts';
import { endOf } from '../../support/files.ts';
import { carefulRun, hostileRun, runOf, setupFor } from '../../support/random-runs.ts';
import { editionOf, editions } from '../../support/scenario.ts';
import { journalOf, sitDown } from '../exercises/player.ts';
import { plays } from '../exercises/plays.ts';

const e18 = editionOf('men-2018');
const e22 = editionOf('men-2022');
const setup = setupFor(e18, 'parcours-complet');

/** A long life: nobody goes straight. */
const long = hostileRun(e18, setup, 220);

/** The careful voter, but for one gesture of her own before each of these advices. */
function stumbling(goals: Readonly<Record<string, Command>>, seed = 'KMPRTV', limit = 400): Run {
  const done = new Set<string>();
  return runOf(e18, { ...setup, seed }, (world, n) => {
    const { goal, command } = advise(e18, world);
    const own = goals[goal];
    if (n >= limit) return null;
    if (!own || done.has(goal)) return command;
    done.add(goal);
    return own;
  });
}

describe('a film', () => {
  test('shows the world after any gesture, in any order, as playing up to there does', () => {
    const film = filmOf(e18, long);
    expect(film.frames.length).toBe(long.gestures.length);
    expect(film.frames.length).toBeGreaterThan(150);
    for (const n of [180, 0, 33, 31, 32, 64, 1, film.frames.length - 1, 100])
      expect(worldAt(film, n)).toEqual(endOf({ ...long, gestures: long.gestures.slice(0, n + 1) }));
    expect(worldAt(film, -5)).toEqual(worldAt(film, 0));
    expect(worldAt(film, 1e6)).toEqual(endOf(long));
  });

  test('tells at which step, and at what hour of the exercise, each gesture was made', () => {
    const film = filmOf(e18, long);
    for (const [n, { step, at }] of film.frames.entries()) {
      expect(step).toBe(stepOf(worldAt(film, Math.max(0, n - 1))));
      expect(at).toBe(worldAt(film, n).now);
    }
    expect(refusedIn(film)).toEqual(
      long.gestures.flatMap(({ refused }, n) => (refused ? [n] : [])),
    );
    expect(refusedIn(film).length).toBeGreaterThan(10);
  });

  test('the coach’s own way is followed at every gesture, in every exercise', () => {
    for (const edition of Object.values(editions))
      for (const exercise of Object.keys(edition.exercises)) {
        const film = filmOf(edition, carefulRun(edition, setupFor(edition, exercise)));
        for (const [n, { gesture }] of film.frames.entries()) {
          if (n === 0) continue;
          // Nobody foresees that the portal will be cut.
          const cut = gesture.refused?.refusals.some(({ word }) => word === 'portal-down');
          expect(adviceAt(film, n).followed, `${exercise} ${n}`).toBe(cut ? 'tried' : 'done');
        }
        const expected = [...expectedSteps(film).values()].reduce((sum, one) => sum + one, 0);
        expect(expected, exercise).toBe(film.frames.length - 1);
      }
  }, 60_000);

  test('what was not advised is told apart', () => {
    const film = filmOf(e18, stumbling({ 'find-numen': { type: 'Consult', screen: 'calendar' } }));
    expect(adviceAt(film, 1)).toMatchObject({ advice: { goal: 'find-numen' }, followed: 'else' });
    expect(adviceAt(film, 2)).toMatchObject({ advice: { goal: 'find-numen' }, followed: 'done' });
  });

  test('what was advised and refused is told apart too', () => {
    const wrong: Command = { type: 'EnterBooth', code: 'FAUX', password: null };
    const film = filmOf(e18, stumbling({ 'enter-booth': wrong }));
    const [at = 0] = refusedIn(film);
    expect(adviceAt(film, at)).toMatchObject({
      advice: { goal: 'enter-booth' },
      followed: 'tried',
    });
  });
});

describe('one’s own run', () => {
  test('is gone back to by the number of its gesture', async () => {
    const session = createSession({ openDevice: async () => 'refused' });
    await session.start(e18, setup);
    for (const screen of ['people', 'calendar', 'people']) {
      await session.send({ type: 'Consult', screen });
      await session.send({ type: 'LeaveBooth' });
    }
    const run = await session.run();
    if (!run) throw new Error('nothing is open');
    const film = filmOf(e18, run);
    await session.undoTo(4 + 1);
    expect(session.state()?.world).toEqual(worldAt(film, 4));
    expect((await session.run())?.gestures).toEqual(run.gestures.slice(0, 5));
  });
});

describe('several runs', () => {
  const leave: Command = { type: 'LeaveBooth' };
  const straight = filmOf(e18, carefulRun(e18, setup));
  const once = filmOf(e18, stumbling({ 'open-letter': leave }));
  const twice = filmOf(e18, stumbling({ 'open-letter': leave, 'enter-booth': leave }, 'ACDEFG'));
  const short = filmOf(e18, stumbling({ 'find-numen': leave }, 'QRTUVW', 4));
  const other = filmOf(e22, carefulRun(e22, setupFor(e22, 'parcours-complet')));

  test('say where people stumbled, on what, and how many came that far', () => {
    const [gathered] = gather([straight, once, twice, short]);
    expect(gathered?.rows.map(({ step }) => step)).toEqual(steps);
    expect(gathered?.rows.map(({ reached }) => reached)).toEqual([4, 4, 3, 3, 3]);
    expect(gathered?.rows.map(({ refusals }) => refusals)).toEqual([1, 0, 2, 1, 0]);
    expect(gathered?.rows.map(({ stumbled }) => stumbled)).toEqual([1, 0, 2, 1, 0]);
    expect(gathered?.rows[2]?.stumbles).toEqual([{ what: 'not-in-booth', times: 2, runs: 2 }]);
    // A session ended while the results were awaited: nobody stumbled on it.
    expect(gathered?.rows[4]).toMatchObject({ refusals: 0, incidents: 0 });
  });

  test('say a fake mail followed where it lies, in the mailbox, even after that step', () => {
    const player = sitDown('men-2018', 'courriel-suspect');
    plays['courriel-suspect']?.bad(player);
    const gestures = journalOf(player);
    const [gathered] = gather([filmOf(e18, { setup: player.world.setup, gestures })]);
    const row = gathered?.rows.find(({ stumbles }) => stumbles.length > 0);
    expect(row).toMatchObject({ step: 'messagerie', reached: 1, stumbled: 1, incidents: 1 });
    expect(row?.stumbles).toEqual([{ what: 'FakeFollowed', times: 1, runs: 1 }]);
  });

  test('of different exercises or elections stay apart', () => {
    const gathered = gather([straight, other, once]);
    expect(gathered.map(({ edition, films }) => [edition.id, films.length])).toEqual([
      ['men-2018', 2],
      ['men-2022', 1],
    ]);
    expect(gather([])).toEqual([]);
  });

  test('steps that lie before the beginning of an exercise are not counted', () => {
    const setupLate = setupFor(e18, 'ancien-code');
    const [gathered] = gather([filmOf(e18, carefulRun(e18, setupLate))]);
    expect(gathered?.rows[0]?.step).toBe(filmOf(e18, carefulRun(e18, setupLate)).frames[0]?.step);
  });

  test('hold nobody: no seed, no seat, no persona in what is shown', () => {
    const rows = JSON.stringify(gather([once, twice]).map(({ rows }) => rows));
    expect(rows).not.toMatch(/ACDEFG|KMPRTV|persona|setup/);
  });
});
