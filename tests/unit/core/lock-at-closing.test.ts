// A lock that outlasts the vote is no end while a new password can still come: found by the exploration, told here.
import { expect, test } from 'vitest';
import { advise } from '../../../src/simulator/core/advice.ts';
import { decide } from '../../../src/simulator/core/decide.ts';
import { evolve } from '../../../src/simulator/core/evolve.ts';
import { remaining } from '../../../src/simulator/core/views.ts';
import {
  accountActive,
  accountWithChallenge,
  after,
  at,
  begin,
  editionOf,
  identified,
  inMailbox,
  letterOpen,
  type Given,
} from '../../support/scenario.ts';

const locked: Given = (_edition, world) => [{ type: 'LockedOut', until: world.now + 900 }];

test.each([['men-2018'], ['men-2022'], ['men-2014']] as const)(
  '%s: locked a quarter of an hour before closing',
  (id) => {
    const election = editionOf(id);
    // The mail comes in time: whether it does is drawn otherwise.
    const delays = { ...election.delays, mail: { min: 60, max: 300 } };
    const edition = { ...election, costs: {}, delays };
    const account = edition.challenges.length > 0 ? accountWithChallenge : accountActive;
    let world = after(
      edition,
      begin(edition),
      account,
      letterOpen,
      inMailbox,
      at('voting', 'closes', -14 * 60),
      identified,
      locked,
    );
    let voted = false;
    for (let gesture = 0; gesture < 40 && !voted; gesture += 1) {
      const { command, reason } = advise(edition, world);
      if (!command) {
        // Where new passwords end before the vote does, waiting was all that was left.
        expect(reason).toBe('voting-closed');
        expect(edition.calendar.passwordReset?.closes).toBeLessThan(
          edition.calendar.voting?.closes ?? 0,
        );
        return;
      }
      const { events, refusals } = decide(edition, world, command);
      expect(refusals).toEqual([]);
      world = events.reduce(evolve, world);
      voted = remaining(world).length === 0;
    }
    expect(voted).toBe(true);
  },
);
