// The walks of one election as tests, and hostile steps that must stay inside them. One file per election asks for them, so that two run at once.
import { describe, expect, test } from 'vitest';
import { nothingSeen } from './coverage.ts';
import { make, reportOf, wanderInside } from './exploration.ts';
import { walksOf } from './walks.ts';

/** An election's walks together, at most (PORTAL.md section 8). */
const mostWorlds = 500_000;

/** Declares the tests of an election: the invariants, a way to a ballot or a named reason from everywhere, the fingerprint. */
export function testWalks(id: string): void {
  describe(id, () => {
    let worlds = 0;
    const seen = nothingSeen();
    const walks = walksOf(id);
    test.each(walks.map((walk) => [walk.name, walk] as const))('%s', async (name, walk) => {
      const made = make(walk, seen);
      worlds += made.explored.worlds.size;
      expect(made.explored.cut).toBe(false);
      expect(made.verdicts['votes']).toBeGreaterThan(0);
      wanderInside(made, walks.length, seen);
      const file = name.replaceAll(/[ ,]+/g, '-');
      await expect(reportOf(made)).toMatchFileSnapshot(`counts/${id}/${file}.txt`);
    });
    test('the walks together stay small enough', () => {
      expect(worlds).toBeLessThanOrEqual(mostWorlds);
    });
  });
}
