// A run made to be gone through in any direction: where each gesture was made, and the world after any of them.
import { advise, obey, stepOf, type Advice, type Step } from '../core/advice.ts';
import { decide } from '../core/decide.ts';
import type { Edition, Instant } from '../core/edition.ts';
import { evolve, worldOf } from '../core/evolve.ts';
import type { World } from '../core/portal.ts';
import type { Run } from './contract.ts';
import type { Gesture } from './held.ts';

/** One gesture of the film. The first one is how the exercise begins. */
export interface Frame {
  readonly gesture: Gesture;
  /** The step it was made in; of the first one, where it leads. */
  readonly step: Step;
  /** Exercise clock once it was done. */
  readonly at: Instant;
}

export interface Film {
  readonly edition: Edition;
  readonly run: Run;
  readonly frames: readonly Frame[];
  /** Worlds to go on from, one every `apart` gestures. */
  readonly shots: readonly World[];
}

/** Gestures between two worlds that are kept. */
const apart = 32;

function after(world: World | null, { events }: Gesture): World {
  let here = world;
  for (const event of events)
    here = event.type === 'ExerciseStarted' ? worldOf(event) : here && evolve(here, event);
  if (here === null) throw new Error('a run begins with its start');
  return here;
}

/** Goes through a run once. @param run one that was read, or played here */
export function filmOf(edition: Edition, run: Run): Film {
  const frames: Frame[] = [];
  const shots: World[] = [];
  let world: World | null = null;
  for (const [n, gesture] of run.gestures.entries()) {
    const next: World = after(world, gesture);
    frames.push({ gesture, step: stepOf(world ?? next), at: next.now });
    if (n % apart === 0) shots.push(next);
    world = next;
  }
  return { edition, run, frames, shots };
}

/** The world after gesture `n`, counted from 0; before the first and past the last, the nearest. */
export function worldAt({ run, frames, shots }: Film, n: number): World {
  const last = Math.min(Math.max(0, n), frames.length - 1);
  const from = Math.floor(last / apart);
  let world = shots[from] ?? null;
  for (const gesture of run.gestures.slice(from * apart + 1, last + 1))
    world = after(world, gesture);
  if (world === null) throw new Error('a film has a beginning');
  return world;
}

/** Gestures that were refused. */
export function refusedIn({ frames }: Film): readonly number[] {
  return frames.flatMap(({ gesture }, n) => (gesture.refused ? [n] : []));
}

/** What became of an advice: done; tried, and refused; something else was done. */
export type Followed = 'done' | 'tried' | 'else';

/** What the coach advised when gesture `n` was made, and what became of it. */
export function adviceAt(
  film: Film,
  n: number,
): { readonly advice: Advice; readonly followed: Followed } {
  const { edition, frames } = film;
  const world = worldAt(film, n - 1);
  const advice = advise(edition, world);
  const { events = [], refused } = frames[n]?.gesture ?? {};
  if (advice.command === null) return { advice, followed: 'else' };
  if (refused) return { advice, followed: refused.type === advice.command.type ? 'tried' : 'else' };
  // What was typed is in no run: the same events are the same gesture, the same page the same look.
  const names = (some: Gesture['events']): string =>
    some.map((event) => `${event.type} ${'screen' in event ? event.screen : ''}`).join();
  const same = names(events) === names(decide(edition, world, advice.command).events);
  return { advice, followed: same ? 'done' : 'else' };
}

/** How many gestures each step takes when the coach is obeyed from the beginning. */
export function expectedSteps(film: Film): ReadonlyMap<Step, number> {
  const steps = new Map<Step, number>();
  obey(film.edition, worldAt(film, 0), (world) => {
    const { command } = advise(film.edition, world);
    if (command) steps.set(stepOf(world), (steps.get(stepOf(world)) ?? 0) + 1);
    return command;
  });
  return steps;
}
