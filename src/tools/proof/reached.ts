/** What an election's walks, scenarios and hostile voters reach: made once, printed and judged by the other parts of the proof. */
import { nothingSeen, see, type Coverage } from '../../../tests/model/coverage.ts';
import { make, reportOf, wanderInside, type Made } from '../../../tests/model/exploration.ts';
import { liveHostile } from '../../../tests/model/hostile.ts';
import { checkInvariants } from '../../../tests/model/invariants.ts';
import { scenariosOf } from '../../../tests/model/matrix.ts';
import { walksOf } from '../../../tests/model/walks.ts';
import { editionOf } from '../../../tests/support/scenario.ts';

/** One walk, once its worlds are forgotten. */
export interface WalkReport {
  readonly name: string;
  readonly worlds: number;
  readonly cut: boolean;
  readonly report: string;
  readonly verdicts: Made['verdicts'];
  readonly compared: number;
  readonly seconds: number;
}

export interface Reached {
  readonly id: string;
  readonly walks: readonly WalkReport[];
  readonly explored: Coverage;
  readonly scenarios: Coverage;
  readonly hostile: Coverage;
  /** Random steps that stayed inside the walks. */
  readonly inside: number;
  /** Random steps with real costs and delays. */
  readonly live: number;
  readonly seconds: number;
  /** Resident memory at its highest so far, bytes. */
  readonly peak: number;
}

/** Steps of the hostile voter whose gestures take their time. */
const liveSteps = 12_000;

/**
 * Explores an election.
 * @throws a sentence as soon as an invariant breaks, a named reason is false or a step leaves what was explored
 */
export function reach(id: string): Reached {
  const [explored, hostile] = [nothingSeen(), nothingSeen()];
  const all = walksOf(id);
  let exploring = 0;
  let inside = 0;
  const walks = all.map((walk): WalkReport => {
    const from = performance.now();
    const made = make(walk, explored);
    const seconds = (performance.now() - from) / 1000;
    exploring += seconds;
    inside += wanderInside(made, all.length, hostile);
    const { worlds, cut } = made.explored;
    const { verdicts, compared } = made;
    const report = reportOf(made);
    return { name: walk.name, worlds: worlds.size, cut, report, verdicts, compared, seconds };
  });
  const peak = process.resourceUsage().maxRSS * 1024;
  const edition = editionOf(id);
  liveHostile(edition, liveSteps, (step) => {
    checkInvariants(edition, step, true);
    see(hostile, step);
  });
  return {
    ...{ id, walks, explored, hostile, inside, peak },
    scenarios: scenariosOf(id),
    live: liveSteps,
    seconds: exploring,
  };
}
