// Runs inside the page that `coach.ts` opens: asks the coach all along the careful voter's way.
import { advise } from '../../simulator/core/advice.ts';
import { decide } from '../../simulator/core/decide.ts';
import type { Edition } from '../../simulator/core/edition.ts';
import { evolve, worldOf } from '../../simulator/core/evolve.ts';
import type { Setup } from '../../simulator/core/portal.ts';
import { start } from '../../simulator/core/start.ts';

/** Milliseconds of the slowest answer, each world asked once: what a voter waits for, cold code included. */
export function slowest(edition: Edition, setup: Setup): number {
  let world = worldOf(start(edition, setup));
  let worst = 0;
  for (;;) {
    const asked = performance.now();
    const { command } = advise(edition, world);
    worst = Math.max(worst, performance.now() - asked);
    if (!command) return worst;
    world = decide(edition, world, command).events.reduce(evolve, world);
  }
}
