// What an exercise comes to: its goals, what went wrong and at which step, where it stands. It measures nobody, and knows no choice.
import { advise, stepOf, type DeadEnd, type Step } from './advice.ts';
import type { Edition, Exercise } from './edition.ts';
import { evolve } from './evolve.ts';
import { isMet, type Deed, type GoalWord, type Run } from './goals.ts';
import { placeOf, placeOfRefusal } from './place.ts';
import type { EventType, PortalEvent, World } from './portal.ts';
import type { RefusalWord } from './refusals.ts';
import { worldOf } from './start.ts';
import { hasVoted } from './views.ts';

/** One thing that went wrong. */
export type Snag =
  | { readonly kind: 'refused'; readonly word: RefusalWord }
  | { readonly kind: 'happened'; readonly event: PortalEvent }
  /** A list was being chosen, and the booth was left: that ballot is not cast. */
  | { readonly kind: 'left-unconfirmed' }
  /** The new code went to a number that somebody else holds. */
  | { readonly kind: 'code-elsewhere' };

export interface Trouble {
  readonly snag: Snag;
  /** The step where it happened. */
  readonly step: Step;
  readonly times: number;
  /** The world after it: what its sentence may name. */
  readonly world: World;
}

export interface Bilan {
  /** `recovered`: not the goal, but a way out that the exercise accepts. */
  readonly reached: 'yes' | 'recovered' | 'no';
  readonly goals: readonly { readonly word: GoalWord; readonly met: boolean }[];
  /** The accepted ways out that were taken. */
  readonly recovered: readonly GoalWord[];
  /** In the order they were met, each once per step. */
  readonly troubles: readonly Trouble[];
  /** The step at which it stands. */
  readonly step: Step;
  /** Why nobody could go on from there; `null` when one can, or when the goal is reached. */
  readonly deadEnd: DeadEnd | null;
  readonly debrief: Exercise['debrief'];
}

/** What nobody would wish for; the portal's cuts are among them, and nobody's fault. */
const unwished: readonly EventType[] = [
  'FakeFollowed',
  'FakeAnswered',
  'GenuineReported',
  'WarningOverridden',
  'LockedOut',
  'BoothLocked',
  'SessionEnded',
  'MailBounced',
  'NoticeLost',
  'NoticeMissing',
  'PortalWentDown',
];

function snagOf(event: PortalEvent, before: World): Snag | null {
  if (unwished.includes(event.type)) return { kind: 'happened', event };
  if (event.type === 'VotingClosed' && !hasVoted(before)) return { kind: 'happened', event };
  if (event.type === 'VotingCodeReissued' && event.to === 'other')
    return { kind: 'code-elsewhere' };
  const { contest } = before.booth;
  if (event.type === 'BoothLeft' && contest !== null && !before.cast.includes(contest))
    return { kind: 'left-unconfirmed' };
  return null;
}

/** The same trouble at the same step is told once, with how many times. */
function isSame(one: Trouble, snag: Snag, step: Step): boolean {
  const name = (of: Snag): string =>
    of.kind === 'refused' ? of.word : of.kind === 'happened' ? of.event.type : of.kind;
  return one.step === step && name(one.snag) === name(snag);
}

/** Plays a journal back, and notes what went wrong on the way. */
function playedBack(deeds: readonly Deed[]): {
  readonly world: World | null;
  readonly troubles: readonly Trouble[];
} {
  let world: World | null = null;
  const troubles: Trouble[] = [];
  const note = (snag: Snag, step: Step, after: World): void => {
    const at = troubles.findIndex((one) => isSame(one, snag, step));
    const known = troubles[at];
    if (known) troubles[at] = { ...known, times: known.times + 1 };
    else troubles.push({ snag, step, times: 1, world: after });
  };
  for (const [nth, { events, refused }] of deeds.entries()) {
    for (const event of events) {
      const before: World | null = world;
      if (event.type === 'ExerciseStarted') world = worldOf(event);
      else if (world) world = evolve(world, event);
      // What had happened before the first gesture is the exercise's own.
      const snag = nth > 0 && before ? snagOf(event, before) : null;
      if (snag && before && world) note(snag, placeOf(event.type, before), world);
    }
    if (!world || !refused) continue;
    for (const { word } of refused.refusals)
      note({ kind: 'refused', word }, placeOfRefusal(refused.type, word, world), world);
  }
  return { world, troubles };
}

/** Every goal of the exercise is reached. */
export function isReached(edition: Edition, run: Run): boolean {
  const goals = edition.exercises[run.world.setup.exercise]?.goals ?? [];
  return goals.length > 0 && goals.every((goal) => isMet(run, goal));
}

/**
 * @param deeds the whole journal, the group that begins the exercise first
 * @returns `null` when the journal does not begin an exercise of that edition
 */
export function bilanOf(edition: Edition, deeds: readonly Deed[]): Bilan | null {
  const { world, troubles } = playedBack(deeds);
  const exercise = world && edition.exercises[world.setup.exercise];
  if (!exercise) return null;
  const run: Run = { world, deeds: deeds.slice(1) };
  const goals = exercise.goals.map((word) => ({ word, met: isMet(run, word) }));
  const recovered = exercise.recoveries.filter((word) => isMet(run, word));
  const reached = isReached(edition, run);
  return {
    reached: reached ? 'yes' : recovered.length > 0 ? 'recovered' : 'no',
    goals,
    recovered,
    troubles,
    step: stepOf(world),
    deadEnd: reached ? null : advise(edition, world).reason,
    debrief: exercise.debrief,
  };
}
