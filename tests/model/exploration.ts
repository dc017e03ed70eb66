// One walk made whole: explored, every invariant asked of every attempt, every world judged. Tests and tools share it.
import type { World } from '../../src/simulator/core/portal.ts';
import type { Arrows } from './arrows.ts';
import { isForeseeable } from './detours.ts';
import {
  criticalInstants,
  explore,
  shortestWays,
  type Explored,
  type Transition,
} from './explore.ts';
import { tryEverything, see, type Coverage } from './coverage.ts';
import { checkInvariants } from './invariants.ts';
import { verdictsOf } from './verdicts.ts';
import { wander } from './wander.ts';
import type { Walk } from './walks.ts';

/** Worlds at most in one walk: none comes near it; an election's walks together stay under 500,000. */
const bound = 150_000;

/** The seed of every walk. Another one would find the same worlds: that is what the hostile test shows. */
export const walkSeed = 'KMPRTV';

export interface Made {
  readonly walk: Walk;
  readonly explored: Explored;
  /** Worlds from which every ballot can be cast, by key: the fewest gestures that it takes. */
  readonly ways: ReadonlyMap<string, number>;
  /** How many worlds lead to a full vote, or to each named reason. */
  readonly verdicts: Readonly<Record<string, number>>;
  /** Worlds in which the coach's way was compared with the shortest one. */
  readonly compared: number;
}

/**
 * @param seen filled in on the way
 * @param arrows listens, when somebody wants the map
 * @throws a sentence when an invariant breaks, when a named reason is not the truth, or when the coach makes a detour
 */
export function make(walk: Walk, seen: Coverage, arrows?: Arrows): Made {
  const { edition, without } = walk;
  const first = walk.first(walkSeed);
  const map = arrows?.of(edition);
  const check = (step: Transition): void => {
    checkInvariants(edition, step, false);
    see(seen, step);
    map?.see(step);
  };
  const explored = explore(edition, first, bound, without, check);
  tryEverything(edition, explored.worlds, check);
  if (map) for (const world of explored.worlds.values()) map.visit(world);
  const ways = shortestWays(explored);
  const judged = verdictsOf(edition, criticalInstants(edition, first));
  const foreseeable = isForeseeable(first);
  let compared = 0;
  const verdicts: Record<string, number> = {};
  for (const [key, world] of explored.worlds) {
    const { verdict, told } = judged(key, world);
    verdicts[verdict] = (verdicts[verdict] ?? 0) + 1;
    // 6. a named reason is the truth: no explored way leads to a full vote from there
    const shortest = ways.get(key);
    if (shortest === undefined) continue;
    if (verdict !== 'votes')
      throw new Error(`${walk.name}: « ${verdict} », but a vote can be reached from ${key}`);
    if (!foreseeable) continue;
    compared += 1;
    if (told > shortest)
      throw new Error(`${walk.name}: ${told} gestures told, ${shortest} are enough from ${key}`);
  }
  return { walk, explored, ways, verdicts, compared };
}

/** Random hostile steps of an election, shared by its walks: three elections make 100,000. */
const hostileSteps = 34_000;
/** Every so many steps, a world is one from which the coach is obeyed: more than a thousand in an election. */
const strideToObey = 33;

/**
 * @param obey called with random worlds: after as many hostile steps as it happened to be
 * @throws a sentence when a step leaves what was explored, or breaks an invariant
 */
export function wanderInside(
  { walk, explored }: Made,
  walks: number,
  seen: Coverage,
  obey: (world: World) => void = () => undefined,
): number {
  const steps = Math.ceil(hostileSteps / walks);
  let done = 0;
  wander(walk, explored, steps, (step) => {
    checkInvariants(walk.edition, step, false);
    see(seen, step);
    done += 1;
    if (done % strideToObey === 0) obey(step.to);
  });
  return steps;
}

/** The fingerprint of a walk, as its snapshot keeps it. */
export function reportOf({ explored, verdicts }: Made): string {
  const lines = [
    `worlds: ${explored.worlds.size}${explored.cut ? ' (cut at the bound)' : ''}`,
    `by depth: ${explored.counts.join(' ')}`,
    ...Object.entries(verdicts)
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([verdict, many]) => `${verdict}: ${many}`),
  ];
  return `${lines.join('\n')}\n`;
}
