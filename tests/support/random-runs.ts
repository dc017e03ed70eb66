// Runs for the tests of files, of replay and of gathering: the careful voter's way, or somebody who tries anything.
import { advise } from '../../src/simulator/core/advice.ts';
import { decide } from '../../src/simulator/core/decide.ts';
import type { Edition } from '../../src/simulator/core/edition.ts';
import { evolve, worldOf } from '../../src/simulator/core/evolve.ts';
import type { Command, Setup, World } from '../../src/simulator/core/portal.ts';
import { opening } from '../../src/simulator/core/prepare.ts';
import { nearest } from '../../src/simulator/core/suits.ts';
import type { Run } from '../../src/simulator/session/contract.ts';
import { criticalInstants } from '../model/explore.ts';
import { pickHostile } from '../model/hostile.ts';

/** An exercise for whom it makes sense. */
export function setupFor(edition: Edition, exercise: string, seed = 'KMPRTV'): Setup {
  const wish = { academy: 'grenoble', profile: 'certifie', exercise };
  return { edition: edition.id, ...nearest(edition, wish, 'exercise'), seed };
}

/** The run of somebody who does what `pick` says, until it says nothing. */
export function runOf(
  edition: Edition,
  setup: Setup,
  pick: (world: World, n: number) => Command | null | undefined,
): Run {
  const events = opening(edition, setup);
  const [first, ...rest] = events;
  let world = rest.reduce(evolve, worldOf(first));
  const gestures: Run['gestures'][number][] = [{ events }];
  for (let n = 0; n < 400; n += 1) {
    const command = pick(world, n);
    if (!command) break;
    const { events: more, refusals } = decide(edition, world, command);
    if (more.length === 0 && refusals.length === 0) continue;
    world = more.reduce(evolve, world);
    const refused = { type: command.type, refusals };
    gestures.push(refusals.length > 0 ? { events: more, refused } : { events: more });
  }
  return { setup, gestures };
}

/** The coach obeyed to the end. */
export function carefulRun(edition: Edition, setup: Setup): Run {
  return runOf(edition, setup, (world) => advise(edition, world).command);
}

/** Anything that can be typed or pressed, half of the time. */
export function hostileRun(edition: Edition, setup: Setup, life = 120): Run {
  let instants: readonly number[] | null = null;
  return runOf(edition, setup, (world, n) => {
    instants ??= criticalInstants(edition, world);
    return n < life ? pickHostile(edition, world, instants, n) : null;
  });
}
