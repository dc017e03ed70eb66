// Somebody in an exercise: plays the careful voter, or gestures of her own, and remembers what was seen.
import { advise, type Advice } from '../../../src/simulator/core/advice.ts';
import { decide } from '../../../src/simulator/core/decide.ts';
import type { Edition, PeriodName } from '../../../src/simulator/core/edition.ts';
import { evolve } from '../../../src/simulator/core/evolve.ts';
import type { Command, Decision, Setup, World } from '../../../src/simulator/core/portal.ts';
import type { Deed } from '../../../src/simulator/core/goals.ts';
import { beginning, opening } from '../../../src/simulator/core/prepare.ts';
import { nearest } from '../../../src/simulator/core/suits.ts';
import { editionOf } from '../../support/scenario.ts';

export interface Player {
  readonly edition: Edition;
  world: World;
  /** Refusal words, event types and screens, in the order they came. */
  readonly seen: string[];
  readonly done: Done[];
}

/** A gesture, the world it was made in, and what came of it. */
export interface Done extends Decision {
  readonly before: World;
  readonly command: Command;
  readonly screen: string;
}

/** One stretch of play. */
export type Play = (player: Player) => void;

/** Sits down in front of an exercise; where it makes no sense for that profile or academy, another one's. */
export function sitDown(
  id: string,
  exercise: string,
  seed = 'KMPRTV',
  profile = 'certifie',
): Player {
  const edition = editionOf(id);
  const choice = nearest(edition, { academy: 'grenoble', profile, exercise }, 'exercise');
  return begun({ edition: id, ...choice, seed });
}

/** Sits down exactly there. */
export function begun({ edition: id, academy, profile, exercise, seed }: Setup): Player {
  const edition = editionOf(id);
  const setup = { edition: id, academy, profile, exercise, seed };
  return { edition, world: beginning(edition, setup), seen: [], done: [] };
}

/** Does it, whatever the answer. */
export function gesture(player: Player, command: Command): void {
  const before = player.world;
  const { events, refusals } = decide(player.edition, before, command);
  for (const event of events) {
    player.seen.push(event.type);
    player.world = evolve(player.world, event);
  }
  player.seen.push(...refusals.map(({ word }) => word));
  const { screen } = player.world;
  player.seen.push(`@${screen}`);
  player.done.push({ before, command, events, refusals, screen });
}

/** A gesture of one's own. */
export const tries =
  (command: (edition: Edition, world: World) => Command): Play =>
  (player) =>
    gesture(player, command(player.edition, player.world));

/** The careful voter goes on, until that is true or nothing is left to do. */
export const careful =
  (enough: (advice: Advice, world: World) => boolean = () => false): Play =>
  (player) => {
    for (let n = 0; n < 400; n += 1) {
      const advice = advise(player.edition, player.world);
      if (!advice.command || enough(advice, player.world)) return;
      gesture(player, advice.command);
    }
    throw new Error('the careful voter never ends');
  };

/** Up to the first advice with that goal, which is not followed. */
export const upTo = (goal: string): Play => careful((advice) => advice.goal === goal);

/** The clock goes to the opening or the closing of a window, as the voter's academy keeps it. */
export const wait =
  (period: PeriodName, edge: 'opens' | 'closes' = 'closes', shift = 0): Play =>
  (player) => {
    const { edition, world } = player;
    const window =
      edition.academies[world.setup.academy]?.localPeriods[period] ?? edition.calendar[period];
    if (!window) throw new Error(`no ${period}`);
    gesture(player, { type: 'PassTime', until: window[edge] + shift });
  };

/** Minutes go by. */
export const minutes =
  (n: number): Play =>
  (player) =>
    gesture(player, { type: 'PassTime', until: player.world.now + n * 60 });

export const inOrder =
  (...plays: readonly Play[]): Play =>
  (player) =>
    plays.forEach((play) => play(player));

/** How it stands: every ballot of one's own cast, some, none, and why nothing more can be. */
export function ending({ edition, world }: Player): string {
  const { cast, persona } = world;
  const { reason } = advise(edition, world);
  const voted =
    cast.length === 0
      ? 'no ballot'
      : cast.length < persona.contests.length
        ? 'some'
        : 'every ballot';
  return reason === null ? voted : `${voted}, ${reason}`;
}

/** The journal of what was played up to there, its beginning first. */
export function journalOf({ edition, world, done }: Player, upTo = done.length): readonly Deed[] {
  return [
    { events: opening(edition, world.setup) },
    ...done
      .slice(0, upTo)
      .map(({ command, events, refusals }): Deed =>
        refusals.length > 0 ? { events, refused: { type: command.type, refusals } } : { events },
      ),
  ];
}
