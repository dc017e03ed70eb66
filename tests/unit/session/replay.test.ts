// Replaying the file of any exercise gives the same portal.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { offers } from '../../../src/simulator/core/offers.ts';
import { worldVersion } from '../../../src/simulator/journal/entry.ts';
import { readSnapshot } from '../../../src/simulator/journal/read.ts';
import { createSession } from '../../../src/simulator/session/session.ts';
import { endOf, linesOf, readFile } from '../../support/files.ts';
import { edition, setup } from './edition.ts';

test('whatever was done', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(), { minLength: 1, maxLength: 60 }),
      fc.constantFrom('nuages', 'etoile', 'marees'),
      async (choices, seed) => {
        const session = createSession({ openDevice: async () => 'refused' });
        await session.start(edition, { ...setup, seed });
        for (const choice of choices) {
          const state = session.state();
          if (state === null) throw new Error('nothing is open');
          // Now and then a step back, or a gesture that is refused.
          if (choice % 11 === 0) await session.undo();
          else if (choice % 13 === 0) await session.send({ type: 'LeaveBooth' });
          else {
            const all = offers(edition, state.world);
            const command = all[choice % all.length];
            if (command) await session.send(command);
          }
        }
        const state = session.state();
        const { run, whole } = readFile(edition, await session.exportJournal());
        const [world, sound] = [endOf(run), linesOf(run)];
        expect(whole).toBe(true);
        expect(sound).toBe(state?.lines.at(-1)?.seq);
        expect(world).toEqual(state?.world);
        // And any world can be kept in a snapshot.
        const snapshot = { v: worldVersion, exercise: 'a', seq: sound, group: 1, world };
        expect(readSnapshot(JSON.parse(JSON.stringify(snapshot)))?.world).toEqual(world);
      },
    ),
    { numRuns: 60, seed: 20181206 },
  );
});
