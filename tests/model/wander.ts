// Random hostile steps that must stay inside what a walk explored.
import { advise } from '../../src/simulator/core/advice.ts';
import { decide } from '../../src/simulator/core/decide.ts';
import { draw } from '../../src/simulator/core/draw.ts';
import type { Edition } from '../../src/simulator/core/edition.ts';
import { evolve } from '../../src/simulator/core/evolve.ts';
import { gestures } from '../../src/simulator/core/offers.ts';
import type { Command, World } from '../../src/simulator/core/portal.ts';
import { attempts, overfills, signsInAgain, typesUnknownNumen, waits } from './attempts.ts';
import { criticalInstants, keyOf, type Explored, type Transition } from './explore.ts';
import { mischief } from './mischief.ts';
import type { Walk } from './walks.ts';

/** Long enough to vote, short enough to be born often. */
const life = 200;

/** One step in three is the careful voter's, one in ten waits: left to chance alone, nobody reaches the booth before the closing. */
function pick(edition: Edition, world: World, walk: Walk, instants: readonly number[], n: number) {
  const { seed } = world.setup;
  const die = draw(seed, 'die', n) % 30;
  const one = draw(seed, 'pick', n);
  if (die < 10) {
    const { command } = advise(edition, world);
    if (command && !walk.without.includes(command.type)) return command;
  }
  const all: readonly Command[] =
    die < 13
      ? waits(edition, world, instants)
      : die < 18
        ? attempts(edition, world, instants)
        : [...gestures(edition, world), ...mischief(edition, world)];
  const command = all[one % Math.max(1, all.length)];
  return command && allowed(edition, world, walk, command) ? command : null;
}

/** The walk's own bounds hold for whoever wanders in it. */
function allowed(edition: Edition, world: World, walk: Walk, command: Command): boolean {
  return !(
    walk.without.includes(command.type) ||
    typesUnknownNumen(edition, world, command) ||
    overfills(world, command) ||
    signsInAgain(world, command)
  );
}

/**
 * Inside means: the same rules and numbers as the walk (`abstracted`), the same bounds (its commands, its critical
 * instants), other seeds, any gesture with any answer, offered or not. After each step the world's key must be one that
 * the walk found.
 * @param steps how many gestures in all
 * @param check asked of each
 * @throws a sentence when a step leads outside
 */
export function wander(
  walk: Walk,
  { worlds }: Explored,
  steps: number,
  check: (step: Transition) => void,
): void {
  const { edition } = walk;
  let done = 0;
  for (let born = 0; done < steps; born += 1) {
    const seed = `WANDER${born}`;
    let world = walk.first(seed);
    const instants = criticalInstants(edition, world);
    let way = '';
    for (let n = 0; n < life && done < steps; n += 1) {
      const command = pick(edition, world, walk, instants, n);
      if (!command) continue;
      done += 1;
      const decision = decide(edition, world, command);
      const to: World = decision.events.reduce(evolve, world);
      check({ from: world, command, decision, to });
      if (to === world) continue;
      const key = keyOf(edition, to, instants);
      if (!worlds.has(key))
        throw new Error(
          `${walk.name}: ${JSON.stringify(command)} leads outside, to ${key} after ${way}`,
        );
      way = key;
      world = to;
    }
  }
}
