/** Exercises that begin on their way: what was done before is played by the rules, and starting over comes back there. */
import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { editionIds } from '../../../src/lib/editions.ts';
import { exerciseSchema } from '../../../src/schemas/exercise.ts';
import { steps, stepOf } from '../../../src/simulator/core/advice.ts';
import { beginning, opening } from '../../../src/simulator/core/prepare.ts';
import type { Setup } from '../../../src/simulator/core/portal.ts';
import { createSession } from '../../../src/simulator/session/session.ts';
import { editionOf } from '../../support/scenario.ts';
import { sitDown } from './player.ts';

describe.each(editionIds())('%s', (id) => {
  const edition = editionOf(id);
  const prepared = Object.values(edition.exercises).filter(({ already }) => already);
  test.each(prepared.map((one) => [one.id, one] as const))('%s', (exercise, { already }) => {
    for (const seed of ['KMPRTV', 'ACDEFG', 'TUTEUR.30']) {
      const { world } = sitDown(id, exercise, seed);
      if (already?.until !== undefined) expect(world.now).toBe(already.until);
      expect(world.code.reissues).toBe(already?.reissues ?? 0);
      expect(world.code.letter === 'lost').toBe(already?.losesLetter === true);
      expect(world.down).toBe(false);
      // A code that was lost, or replaced by one not read yet, takes one step back.
      const back = already?.losesLetter === true || already?.reissues !== undefined ? 1 : 0;
      expect(steps.indexOf(stepOf(world)), seed).toBeGreaterThanOrEqual(
        steps.indexOf(already?.step ?? 'messagerie') - back - (already?.asksLink ? 1 : 0),
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

test('starting over, and going back to an earlier step, come back to where it began', async () => {
  const edition = editionOf('men-2018');
  const setup: Setup = {
    edition: 'men-2018',
    academy: 'grenoble',
    profile: 'certifie',
    exercise: 'mot-de-passe-oublie',
    seed: 'KMPRTV',
  };
  const first = beginning(edition, setup);
  const session = createSession();
  await session.start(edition, setup);
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

test('a beginning that makes no sense is refused in French', () => {
  const refused = exerciseSchema('essai').safeParse({
    titre: 'Essai',
    resume: 'Un essai.',
    minutes: 5,
    chapitre: 'le vote',
    editions: { 'men-2018': { commence: '2018-11-12 09:00', deja: { etape: 'isoloir' } } },
  });
  const told = JSON.stringify(refused.error?.issues);
  expect(told.match(/Étapes permises/gu)).toHaveLength(2);
});
