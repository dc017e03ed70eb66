// The walks of one election as tests, and hostile steps that must stay inside them. One file per election asks for them, so that two run at once.
import { describe, expect, test } from 'vitest';
import { editionOf } from '../support/scenario.ts';
import { nothingSeen } from './coverage.ts';
import { make, reportOf, wanderInside } from './exploration.ts';
import { faultsOf, matrixOf, scenariosOf, unseenScreens } from './matrix.ts';
import { obeyingIn } from './obeying.ts';
import { walksOf } from './walks.ts';

/** An election's walks together, at most (PORTAL.md section 8). */
const mostWorlds = 500_000;

/** Declares the tests of an election: the invariants, a way to a ballot or a named reason from everywhere, the fingerprint. */
export function testWalks(id: string): void {
  describe(id, () => {
    let [worlds, obeyed] = [0, 0];
    const [seen, hostile] = [nothingSeen(), nothingSeen()];
    const walks = walksOf(id);
    test.each(walks.map((walk) => [walk.name, walk] as const))('%s', async (name, walk) => {
      const made = make(walk, seen);
      worlds += made.explored.worlds.size;
      expect(made.explored.cut).toBe(false);
      expect(made.verdicts['votes']).toBeGreaterThan(0);
      const obey = obeyingIn(made);
      wanderInside(made, walks.length, hostile, (world) => {
        obey(world);
        obeyed += 1;
      });
      const file = name.replaceAll(/[ ,]+/g, '-');
      await expect(reportOf(made)).toMatchFileSnapshot(`counts/${id}/${file}.txt`);
    });
    test('every refusal of every command is reached, or has a reason; every screen too', () => {
      const reached = { explored: seen, scenarios: scenariosOf(id), hostile };
      expect(faultsOf(matrixOf(id, reached))).toEqual([]);
      const unseen = unseenScreens(editionOf(id), reached);
      expect(unseen.filter(({ reason }) => reason === null)).toEqual([]);
    });
    test('from a thousand random worlds, the coach leads to every ballot that the exploration says can be cast', () => {
      expect(obeyed).toBeGreaterThanOrEqual(1000);
    });
    test('the walks together stay small enough', () => {
      expect(worlds).toBeLessThanOrEqual(mostWorlds);
    });
  });
}
