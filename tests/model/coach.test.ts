// The coach obeyed from random worlds of the real elections: every exercise, costs and drawn delays as they are.
// Inside the walks, where the exploration itself answers, it is obeyed from a thousand more (exploring.ts).
import { describe, expect, test } from 'vitest';
import { editionIds } from '../../src/lib/editions.ts';
import { advise, type DeadEnd } from '../../src/simulator/core/advice.ts';
import { decide } from '../../src/simulator/core/decide.ts';
import { draw } from '../../src/simulator/core/draw.ts';
import type { Edition, PeriodName } from '../../src/simulator/core/edition.ts';
import { evolve } from '../../src/simulator/core/evolve.ts';
import type { World } from '../../src/simulator/core/portal.ts';
import { beginning } from '../../src/simulator/core/prepare.ts';
import { suits } from '../../src/simulator/core/suits.ts';
import { hasVoted, periodOf } from '../../src/simulator/core/views.ts';
import { editionOf } from '../support/scenario.ts';
import { obeyMarks } from '../unit/ui/obedient.ts';
import { criticalInstants, withoutCosts } from './explore.ts';
import { pickHostile } from './hostile.ts';
import { obey } from './obeying.ts';
import type { Verdict } from './verdicts.ts';

const wanted = 1000;
/** Gestures in one life at most; it ends before when every ballot is cast, or when none can be. */
const life = 60;
/** One world in so many is kept: where one falls is chance. */
const rare = 4;
/** Marks take longer to follow than advice: one random world in so many. */
const strideToMarks = 10;

/** A life in one exercise after the other, as one profile after the other, in an academy where it makes sense. */
function bornIn(edition: Edition, born: number): World {
  const seed = `COACH${born}`;
  const exercises = Object.keys(edition.exercises);
  const exercise = exercises[born % exercises.length] ?? '';
  const choices = Object.keys(edition.profiles).flatMap((profile) =>
    Object.keys(edition.academies)
      .map((academy) => ({ academy, profile, exercise }))
      .filter((choice) => suits(edition, choice)),
  );
  const { academy = '', profile = '' } = choices[draw(seed, 'voter', 0) % choices.length] ?? {};
  return beginning(edition, { edition: edition.id, academy, profile, exercise, seed });
}

/** Worlds after a random number of hostile gestures, in which something remains to be voted. */
function randomWorlds(edition: Edition): readonly World[] {
  const worlds: World[] = [];
  for (let born = 0; worlds.length < wanted; born += 1) {
    let world = bornIn(edition, born);
    const instants = criticalInstants(edition, world);
    for (let step = 0; step < life && worlds.length < wanted; step += 1) {
      if (hasVoted(world)) break;
      if (draw(world.setup.seed, 'kept', step) % rare === 0) worlds.push(world);
      const command = pickHostile(edition, world, instants, step);
      if (!command || advise(edition, world).reason) break;
      world = decide(edition, world, command).events.reduce(evolve, world);
    }
  }
  return worlds;
}

/** Windows whose end makes the reason true. */
const shutBy: Readonly<Record<DeadEnd, readonly PeriodName[]>> = {
  'voting-closed': ['voting'],
  'account-period-closed': ['accountOpening', 'passwordReset'],
  'code-period-closed': ['reissue'],
  'no-code-left': [],
  'code-unavailable': [],
  'not-on-roll': ['rollCorrection'],
};

/** The window closed while one was obeying, gestures and pages opened taking their time. */
function isShut(edition: Edition, reason: DeadEnd, world: World): boolean {
  return shutBy[reason].some((name) => world.now >= (periodOf(edition, world, name)?.closes ?? 0));
}

describe.each(editionIds())('%s', (id) => {
  const edition = editionOf(id);
  const free = withoutCosts(edition);
  const worlds = randomWorlds(edition);

  test(`${wanted} random worlds: obeyed, the coach ends at every ballot cast or at a reason that is true`, () => {
    const verdicts: Verdict[] = [];
    for (const world of worlds) {
      const { verdict, world: end } = obey(edition, world);
      verdicts.push(verdict);
      // Somebody whose gestures take no time ends there as well.
      if (verdict !== 'votes' && !isShut(edition, verdict, end))
        expect(obey(free, world).verdict).toBe(verdict);
    }
    expect(verdicts).toHaveLength(wanted);
    // A thousand worlds that are all alike would prove nothing.
    expect(new Set(verdicts).size).toBeGreaterThan(1);
    expect(new Set(worlds.map(({ screen }) => screen)).size).toBeGreaterThan(20);
  });

  test('using what the guide marks ends where the advice does', () => {
    for (const world of worlds.filter((_, n) => n % strideToMarks === 0)) {
      const end = obeyMarks(edition, world, hasVoted).at(-1)?.world;
      const reason = end && !hasVoted(end) ? advise(edition, end).reason : null;
      if (end && reason && isShut(edition, reason, end)) continue;
      expect(reason ?? 'votes').toBe(obey(edition, world).verdict);
    }
  });
});
