// Somebody who tries anything, with gestures that take their time: a form left open meets the closing hour here.
import { describe, expect, test } from 'vitest';
import { advise } from '../../src/simulator/core/advice.ts';
import { decide } from '../../src/simulator/core/decide.ts';
import { draw } from '../../src/simulator/core/draw.ts';
import { evolve } from '../../src/simulator/core/evolve.ts';
import { begin, editionOf } from '../support/scenario.ts';
import { attempts, criticalInstants } from './explore.ts';
import { checkInvariants } from './invariants.ts';
import { mischief } from './mischief.ts';

/** Gestures in all, and in one life: long enough to vote, short enough to be born often. */
const gestures = 12_000;
const life = 150;

describe.each(['men-2014', 'men-2018', 'men-2022'])('%s', (id) => {
  test(`${gestures} hostile gestures with their costs keep the invariants`, () => {
    const edition = editionOf(id);
    let cast = 0;
    for (let born = 0; born < gestures / life; born += 1) {
      const seed = `HOSTILE${born}`;
      let world = begin(edition, { seed });
      const instants = criticalInstants(edition, world);
      for (let step = 0; step < life; step += 1) {
        const commands = [...attempts(edition, world, instants), ...mischief(edition, world)];
        const pick = draw(seed, 'pick', step);
        // Every other gesture is the careful voter's: left to chance alone, nobody ever reaches the booth.
        const wise = pick % 2 === 0 ? advise(edition, world).command : null;
        const command = wise ?? commands[pick % commands.length];
        if (!command) break;
        const decision = decide(edition, world, command);
        const to = decision.events.reduce(evolve, world);
        checkInvariants(edition, { from: world, command, decision, to }, true);
        world = to;
      }
      cast += world.cast.length;
    }
    // It would prove nothing if nobody ever voted.
    expect(cast).toBeGreaterThan(0);
  });
});
