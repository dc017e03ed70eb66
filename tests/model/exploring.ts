// The walks of one election as tests, and hostile steps that must stay inside them. One file per election asks for them, so that two run at once.
import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { arrowFile, printArrows, sentFrom, doorsOf } from '../../src/lib/arrows.ts';
import { portalMap } from '../../src/lib/portal-map.ts';
import { stillDesk } from '../../src/pictures/still-desk.ts';
import { ScreenView } from '../../src/simulator/ui/screen.tsx';
import { editionOf } from '../support/scenario.ts';
import { tricksOf } from '../support/tricks.ts';
import { arrowsOfWalks } from './arrows.ts';
import { nothingSeen } from './coverage.ts';
import { make, reportOf, wanderInside } from './exploration.ts';
import { faultsOf, matrixOf, scenariosOf, unseenScreens } from './matrix.ts';
import { mermaid } from './mermaid.ts';
import { arrowReasons } from './reasons.ts';
import { obeyingIn } from './obeying.ts';
import { walksOf } from './walks.ts';

/** An election's walks together, at most (PORTAL.md section 8). */
const mostWorlds = 500_000;

/** Declares the tests of an election: the invariants, a way to a ballot or a named reason from everywhere, the fingerprint. */
export function testWalks(id: string): void {
  describe(id, () => {
    let [worlds, obeyed, compared] = [0, 0, 0];
    const [seen, hostile] = [nothingSeen(), nothingSeen()];
    const [tricks, looked] = [new Set<string>(), { screens: 0 }];
    const arrows = arrowsOfWalks((edition, world) => {
      looked.screens += 1;
      for (const trick of tricksOf(render(h(ScreenView, { desk: stillDesk(edition, world) }))))
        tricks.add(`${world.screen}: ${trick}`);
    });
    const walks = walksOf(id);
    test.each(walks.map((walk) => [walk.name, walk] as const))('%s', async (name, walk) => {
      const made = make(walk, seen, arrows);
      worlds += made.explored.worlds.size;
      compared += made.compared;
      expect(made.explored.cut).toBe(false);
      expect((made.verdicts['votes'] ?? 0) > 0).toBe(walk.hopeful);
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
      expect(unseenScreens(editionOf(id), reached)).toEqual([]);
    });
    test('every button of every page leads somewhere, or has a reason', () => {
      const pressed = new Set(arrows.found().map(({ from, by, to }) => `${from} ${by} ${to}`));
      const sent = new Set(arrows.found().map(({ from, by }) => `${from} ${by}`));
      const screens = Object.values(editionOf(id).screens);
      const dead = screens.flatMap((screen) => [
        ...sentFrom(screen).flatMap((by) =>
          sent.has(`${screen.id} ${by}`) ? [] : [`${screen.id} ${by}`],
        ),
        ...doorsOf(screen)
          .map((to) => `${screen.id} Consult ${to}`)
          .filter((door) => !pressed.has(door)),
      ]);
      expect(dead).toEqual(Object.keys(arrowReasons[id] ?? {}));
    });
    test('no page, in any kind of world, can be taken for a real one', () => {
      expect(looked.screens).toBeGreaterThan(1000);
      expect([...tricks]).toEqual([]);
    });
    test('the map of the site is what was walked; the command to write it anew is in CONTRIBUTING.md', async () => {
      const found = arrows.found();
      await expect(printArrows(found)).toMatchFileSnapshot(`../../${arrowFile(id)}`);
      await expect(mermaid(portalMap(editionOf(id), found))).toMatchFileSnapshot(`maps/${id}.mmd`);
    });
    test('from a thousand random worlds, the coach leads to every ballot that the exploration says can be cast', () => {
      expect(obeyed).toBeGreaterThanOrEqual(1000);
    });
    test('the way that the coach tells is nowhere longer than the shortest one, but for the gestures of care that are named', () => {
      expect(compared).toBeGreaterThan(10_000);
    });
    test('the walks together stay small enough', () => {
      expect(worlds).toBeLessThanOrEqual(mostWorlds);
    });
  });
}
