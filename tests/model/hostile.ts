// Somebody who tries anything, with gestures that take their time: a form left open meets the closing hour here.
import { advise } from '../../src/simulator/core/advice.ts';
import { decide } from '../../src/simulator/core/decide.ts';
import { draw } from '../../src/simulator/core/draw.ts';
import type { Edition } from '../../src/simulator/core/edition.ts';
import { evolve } from '../../src/simulator/core/evolve.ts';
import type { Command, World } from '../../src/simulator/core/portal.ts';
import { begin } from '../support/scenario.ts';
import { attempts, criticalInstants, type Transition } from './explore.ts';
import { mischief } from './mischief.ts';

/** Gestures in one life: long enough to vote, short enough to be born often. */
const life = 150;

/**
 * Every other gesture is the careful voter's: left to chance alone, nobody ever reaches the booth.
 * @param step how many gestures came before: draws the next one
 */
export function pickHostile(
  edition: Edition,
  world: World,
  instants: readonly number[],
  step: number,
): Command | undefined {
  const commands = [...attempts(edition, world, instants), ...mischief(edition, world)];
  const pick = draw(world.setup.seed, 'pick', step);
  const wise = pick % 2 === 0 ? advise(edition, world).command : null;
  return wise ?? commands[pick % commands.length];
}

/**
 * Real costs, drawn delays, the edition as it is; nothing is projected away, so nothing is compared with the walks either.
 * @param gestures how many in all
 * @param check asked of each; throws when it should not be
 * @returns how many ballots were cast: it would prove nothing if nobody ever voted
 */
export function liveHostile(
  edition: Edition,
  gestures: number,
  check: (step: Transition) => void,
): number {
  let cast = 0;
  for (let born = 0; born < gestures / life; born += 1) {
    const seed = `HOSTILE${born}`;
    let world = begin(edition, { seed });
    const instants = criticalInstants(edition, world);
    for (let step = 0; step < life; step += 1) {
      const command = pickHostile(edition, world, instants, step);
      if (!command) break;
      const decision = decide(edition, world, command);
      const to: World = decision.events.reduce(evolve, world);
      check({ from: world, command, decision, to });
      world = to;
    }
    cast += world.cast.length;
  }
  return cast;
}
