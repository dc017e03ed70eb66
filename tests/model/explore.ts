// A bounded walk through everything that can happen in one election (PORTAL.md section 8).
import { decide } from '../../src/simulator/core/decide.ts';
import type { Edition } from '../../src/simulator/core/edition.ts';
import { evolve } from '../../src/simulator/core/evolve.ts';
import type { Command, CommandType, Decision, World } from '../../src/simulator/core/portal.ts';
import { hasVoted } from '../../src/simulator/core/views.ts';
import { attempts } from './attempts.ts';
import { keyOf } from './key.ts';
import { criticalInstants } from './model-edition.ts';

export { attempts } from './attempts.ts';
export { keyOf } from './key.ts';
export { criticalInstants, withoutCosts } from './model-edition.ts';

export interface Transition {
  readonly from: World;
  readonly command: Command;
  readonly decision: Decision;
  readonly to: World;
}

export interface Explored {
  /** Worlds by key, the first seen of each, in the order of their depth. */
  readonly worlds: ReadonlyMap<string, World>;
  /** By place in that order: the places from which it was reached. */
  readonly before: readonly (readonly number[])[];
  /** New worlds at each depth: the fingerprint. */
  readonly counts: readonly number[];
  /** The bound was met before the end. */
  readonly cut: boolean;
}

/**
 * Breadth first from a world, until nothing new or the bound.
 * @param bound how many worlds at most
 * @param without commands that this walk leaves to another one
 * @param check called for every attempt, also refused ones
 */
export function explore(
  edition: Edition,
  first: World,
  bound: number,
  without: readonly CommandType[],
  check: (step: Transition) => void,
): Explored {
  const instants = criticalInstants(edition, first);
  const places = new Map<string, number>([[keyOf(edition, first, instants), 0]]);
  const list: World[] = [first];
  const before: number[][] = [[]];
  const counts: number[] = [];
  let done = 0;
  let cut = false;
  while (done < list.length && !cut) {
    const end = list.length;
    counts.push(end - done);
    for (; done < end && !cut; done += 1) {
      const from = list[done];
      if (!from) break;
      for (const command of attempts(edition, from, instants)) {
        if (without.includes(command.type)) continue;
        const decision = decide(edition, from, command);
        const to: World = decision.events.reduce(evolve, from);
        check({ from, command, decision, to });
        if (to === from) continue;
        const key = keyOf(edition, to, instants);
        const place = places.get(key);
        if (place === done) continue;
        if (place !== undefined) {
          const known = before[place];
          if (known && known.at(-1) !== done) known.push(done);
          continue;
        }
        if (list.length >= bound) {
          cut = true;
          break;
        }
        places.set(key, list.length);
        list.push(to);
        before.push([done]);
      }
    }
  }
  const worlds = new Map<string, World>();
  for (const [key, place] of places) {
    const world = list[place];
    if (world) worlds.set(key, world);
  }
  return { worlds, before, counts, cut };
}

/** Keys of worlds from which every ballot can still be cast, by the explored arrows alone. */
export function canVote({ worlds, before }: Explored): ReadonlySet<string> {
  const keys = [...worlds.keys()];
  const reached = new Set<number>();
  let place = 0;
  for (const world of worlds.values()) {
    if (hasVoted(world)) reached.add(place);
    place += 1;
  }
  const queue = [...reached];
  for (let here = queue.pop(); here !== undefined; here = queue.pop()) {
    for (const source of before[here] ?? []) {
      if (reached.has(source)) continue;
      reached.add(source);
      queue.push(source);
    }
  }
  return new Set([...reached].map((at) => keys[at] ?? ''));
}
