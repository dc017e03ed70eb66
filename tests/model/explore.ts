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

const free: readonly CommandType[] = ['PassTime', 'DownloadReceipt'];

/** What a command counts on the way to a ballot, in gestures: waiting is none, nor is keeping a proof, which nobody should hurry past. */
export const costOf = (type: CommandType): 0 | 1 => (free.includes(type) ? 0 : 1);

export interface Explored {
  /** Worlds by key, the first seen of each, in the order of their depth. */
  readonly worlds: ReadonlyMap<string, World>;
  /** By place in that order: twice the place from which it was reached, plus what that cost (`costOf`). Numbers, as they are millions. */
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
        const arrival = done * 2 + costOf(command.type);
        if (place !== undefined) {
          const known = before[place];
          const last = known?.at(-1) ?? -1;
          if (last >> 1 !== done || last > arrival) known?.push(arrival);
          continue;
        }
        if (list.length >= bound) {
          cut = true;
          break;
        }
        places.set(key, list.length);
        list.push(to);
        before.push([arrival]);
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

/**
 * Gestures from each world to every ballot cast, by the explored arrows alone.
 * @returns by key; a world that leads to none is not there
 */
export function shortestWays({ worlds, before }: Explored): ReadonlyMap<string, number> {
  const lengths = new Map<number, number>();
  let [here, further]: [number[], number[]] = [[], []];
  let place = 0;
  for (const world of worlds.values()) {
    if (hasVoted(world)) here.push(place);
    place += 1;
  }
  for (let length = 0; here.length > 0; length += 1) {
    // What costs nothing is of the same length: the list grows while it is read.
    for (const at of here) {
      if (lengths.has(at)) continue;
      lengths.set(at, length);
      for (const arrival of before[at] ?? []) {
        const from = arrival >> 1;
        if (!lengths.has(from)) ((arrival & 1) === 0 ? here : further).push(from);
      }
    }
    [here, further] = [further, []];
  }
  const keys = [...worlds.keys()];
  return new Map([...lengths].map(([at, length]) => [keys[at] ?? '', length]));
}
