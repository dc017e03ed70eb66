/** Exercises that begin on their way: what was done before is played by the rules, and starting over comes back there. */
import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { editionIds } from '../../../src/lib/editions.ts';
import { earlierSchema, gestureWords, moreWords } from '../../../src/schemas/earlier.ts';
import { exerciseSchema } from '../../../src/schemas/exercise.ts';
import { steps, stepOf } from '../../../src/simulator/core/advice.ts';
import { beginning, opening } from '../../../src/simulator/core/prepare.ts';
import { commandTypes, type Setup } from '../../../src/simulator/core/portal.ts';
import { createSession } from '../../../src/simulator/session/session.ts';
import { editionOf } from '../../support/scenario.ts';
import { sitDown } from './player.ts';

describe.each(editionIds())('%s', (id) => {
  const edition = editionOf(id);
  const prepared = Object.values(edition.exercises).filter(({ already }) => already);
  test.each(prepared.map((one) => [one.id, one] as const))('%s', (exercise, { already = [] }) => {
    for (const seed of ['KMPRTV', 'ACDEFG', 'TUTEUR.30']) {
      const { world } = sitDown(id, exercise, seed);
      const last = already.at(-1);
      if (typeof last === 'object' && 'back' in last) {
        expect(world.now).toBe(last.at);
        expect(world.screen).toBe(last.back);
        expect(world.account.session).toBeNull();
      }
      expect(world.code.letter === 'lost').toBe(already.includes('LoseNotice'));
      expect(world.down).toBe(false);
      // A code that was lost, or replaced by one not read yet, takes one step back.
      const back = world.code.letter === 'lost' || world.code.reissues > 0 ? 1 : 0;
      const reached = already.flatMap((line) =>
        typeof line === 'object' && 'upTo' in line ? [steps.indexOf(line.upTo)] : [],
      );
      expect(steps.indexOf(stepOf(world)), seed).toBeGreaterThanOrEqual(
        Math.max(...reached) - back - (exercise === 'lien-perime' ? 1 : 0),
      );
    }
  });
  test('an exercise that begins at the beginning has one event before it', () => {
    const setup: Setup = {
      edition: id,
      academy: 'grenoble',
      profile: 'pe',
      exercise: 'parcours-complet',
      seed: 'KMPRTV',
    };
    expect(opening(edition, setup).map(({ type }) => type)).toEqual(['ExerciseStarted']);
  });
});

async function started(exercise: string) {
  const edition = editionOf('men-2018');
  const setup: Setup = {
    edition: 'men-2018',
    academy: 'grenoble',
    profile: 'certifie',
    exercise,
    seed: 'KMPRTV',
  };
  const session = createSession();
  await session.start(edition, setup);
  return { session, first: beginning(edition, setup) };
}

test('starting over, and going back to an earlier step, come back to where it began', async () => {
  const { session, first } = await started('mot-de-passe-oublie');
  expect(session.state()?.world).toEqual(first);
  expect(session.state()?.canUndo).toBe(false);
  expect(session.state()?.lastEvents.map(({ type }) => type)).toEqual(['ExerciseStarted']);
  await session.send({ type: 'Consult', screen: 'calendar' });
  await session.send({ type: 'PassTime', until: first.now + 3600 });
  await session.restart();
  expect(session.state()?.world).toEqual(first);
  await session.jumpTo('messagerie');
  expect(session.state()?.world).toEqual(first);
});

test('a session that has died before the first gesture is told, and nothing else of what was done', async () => {
  const { session, first } = await started('session-expiree');
  expect(session.state()?.lastEvents.map(({ type }) => type)).toEqual([
    'ExerciseStarted',
    'SessionEnded',
  ]);
  expect(first.cast).toHaveLength(1);
  const inBooth = await started('vote-blanc');
  expect(inBooth.session.state()?.lastEvents.map(({ type }) => type)).toEqual(['ExerciseStarted']);
  expect(inBooth.session.state()?.canUndo).toBe(false);
});

describe('the words of « deja »', () => {
  const read = (...lines: readonly unknown[]) => earlierSchema.safeParse(lines).data;
  test('every gesture of a voter has its own, and waiting and looking say more', () => {
    const meant = earlierSchema.parse(gestureWords).filter((line) => typeof line === 'string');
    expect(new Set(meant).size).toBe(gestureWords.length);
    // What needs to be told more than its name: a delay, a page, a wrong answer, an incident of its own.
    expect(commandTypes.filter((type) => !meant.includes(type))).toEqual([
      'PassTime',
      'Consult',
      'AnswerCaptcha',
      'LookUpIdentity',
      'ChangeMailboxPassword',
      'ForgetMailboxPassword',
      'RestoreMail',
      'MoveMail',
      'ReportFake',
      'AnswerFake',
      'LeaveInnerBrowser',
      'LeaveSite',
      'OverrideWarning',
    ]);
  });
  test('all of them are explained to whoever writes an exercise', () => {
    const guide = readFileSync('content/LISEZMOI.md', 'utf8');
    for (const word of [...gestureWords, ...moreWords]) expect(guide).toContain(`\`${word}\``);
  });
  test('a delay, an hour, what was asked for', () => {
    expect(
      read(
        { attendre: '25 minutes' },
        { attendre: '1 heure' },
        { attendre: '3 jours' },
        { attendre: '2018-12-03 09:00' },
        { attendre: 'courriel' },
        { attendre: 'message' },
      ),
    ).toEqual([
      { seconds: 1500 },
      { seconds: 3600 },
      { seconds: 259_200 },
      { until: 1_543_824_000 },
      { arrives: 'mail' },
      { arrives: 'sms' },
    ]);
  });
  test('two things on a line, or none, are refused', () => {
    expect(read({ jusqu_a: 'vote', oublier: 'reponse' })).toBeUndefined();
    expect(read({})).toBeUndefined();
    expect(read()).toBeUndefined();
  });
  test('a beginning that makes no sense is refused in French', () => {
    const refused = exerciseSchema('essai').safeParse({
      titre: 'Essai',
      resume: 'Un essai.',
      minutes: 5,
      chapitre: 'le vote',
      editions: { 'men-2018': { commence: '2018-11-12 09:00', deja: [{ jusqu_a: 'isoloir' }] } },
    });
    const told = JSON.stringify(refused.error?.issues);
    expect(told.match(/Étapes permises/gu)).toHaveLength(2);
  });
});
