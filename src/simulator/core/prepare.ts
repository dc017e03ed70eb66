// What the voter of an exercise has done before it begins: lines of its file, played one after the other, so that no rule is written twice.
import { advise, obey, steps, stepOf, type DeadEnd, type Step } from './advice.ts';
import { decide } from './decide.ts';
import type { CaptchaPlace, Earlier, Edition, Instant } from './edition.ts';
import { evolve } from './evolve.ts';
import { gestures } from './offers.ts';
import type { Command, CommandType, Decision, PortalEvent, Setup, World } from './portal.ts';
import type { RefusalWord } from './refusals.ts';
import { forgottenAlias } from './secrets.ts';
import { start, worldOf } from './start.ts';

type Started = PortalEvent & { readonly type: 'ExerciseStarted' };

/** Why a line is not played: what the rules answered; the hour is gone; nothing is on its way. */
export type Unplayed = RefusalWord | DeadEnd | 'past' | 'nothing-comes';

/** What came of a line. */
interface Played {
  readonly events: readonly PortalEvent[];
  readonly refused: Unplayed | null;
}

const refusedFor = (refused: Unplayed): Played => ({ events: [], refused });

function answered({ events, refusals }: Decision): Played {
  return { events, refused: refusals[0]?.word ?? null };
}

/** Where an image can be changed for another. */
const images: readonly CaptchaPlace[] = ['account', 'sign-in', 'new-code', 'identifier-tool'];

/** The first gesture of that type which the rules accept; of mails and messages, the newest is meant. */
function gesture(edition: Edition, world: World, type: CommandType): Played {
  const all: readonly Command[] = [
    ...gestures(edition, world),
    { type: 'PressCapsLock' },
    ...images.map((place): Command => ({ type: 'RenewCaptcha', place })),
  ];
  const meant = all.filter((command) => command.type === type);
  const newest = meant.some((command) => 'mail' in command || 'sms' in command);
  const tried = (newest ? meant.reverse() : meant).map((command) =>
    answered(decide(edition, world, command)),
  );
  return tried.find(({ refused }) => refused === null) ?? tried[0] ?? refusedFor('not-offered');
}

function reach(edition: Edition, world: World, step: Step): Played {
  const isBefore = (here: World) => steps.indexOf(stepOf(here)) < steps.indexOf(step);
  const events = obey(edition, world, (here) =>
    isBefore(here) ? advise(edition, here).command : null,
  ).flat();
  const there = events.reduce(evolve, world);
  return {
    events,
    refused: isBefore(there) ? (advise(edition, there).reason ?? 'not-offered') : null,
  };
}

function wait(edition: Edition, world: World, until: Instant): Played {
  return until < world.now
    ? refusedFor('past')
    : answered(decide(edition, world, { type: 'PassTime', until }));
}

function waitFor(edition: Edition, world: World, what: 'mail' | 'sms'): Played {
  const coming = world.due.filter(({ what: due }) =>
    what === 'mail'
      ? due.kind === 'mail' && due.link !== null
      : due.kind === 'sms' || due.kind === 'one-time-code',
  );
  const last = coming.at(-1);
  return last ? wait(edition, world, last.at) : refusedFor('nothing-comes');
}

/** What memory loses, as the portal keeps it: a secret that no typed text matches. */
function forget({ account }: World, what: 'password' | 'answer'): Played {
  if (what === 'password')
    return account.state === 'active'
      ? {
          events: [{ type: 'PasswordChosen', secret: forgottenAlias, by: 'activation' }],
          refused: null,
        }
      : refusedFor('account-not-active');
  // The same account, as it was made: only the answer is out of reach.
  return account.challenge
    ? {
        events: [
          {
            type: 'ChallengeChosen',
            question: account.challenge.question,
            secret: forgottenAlias,
          },
        ],
        refused: null,
      }
    : refusedFor('not-offered');
}

/** Nobody leaves a page open behind. */
function comeBack(edition: Edition, world: World, screen: string, at: Instant): Played {
  const closing: readonly Command[] = [
    ...(world.mailbox.open ? [{ type: 'SignOutOfMailbox' } as const] : []),
    ...(world.account.session ? [{ type: 'SignOut' } as const] : []),
    { type: 'Consult', screen },
  ];
  const parts: readonly ((here: World) => Played)[] = [
    ...closing.map((command) => (here: World) => answered(decide(edition, here, command))),
    (here) => wait(edition, here, at),
  ];
  return parts.reduce<Played>(
    (done, part) => {
      if (done.refused) return done;
      const { events, refused } = part(done.events.reduce(evolve, world));
      return { events: [...done.events, ...events], refused };
    },
    { events: [], refused: null },
  );
}

function play(edition: Edition, world: World, line: Earlier): Played {
  if (typeof line === 'string') return gesture(edition, world, line);
  if ('upTo' in line) return reach(edition, world, line.upTo);
  if ('until' in line) return wait(edition, world, line.until);
  if ('seconds' in line) return wait(edition, world, world.now + line.seconds);
  if ('arrives' in line) return waitFor(edition, world, line.arrives);
  if ('back' in line) return comeBack(edition, world, line.back, line.at);
  if ('forgets' in line) return forget(world, line.forgets);
  return answered(decide(edition, world, { type: 'Consult', screen: line.opens }));
}

/** How an exercise begins. */
export interface Beginning {
  /** Everything before the first gesture, the event that starts the exercise first. */
  readonly events: readonly [Started, ...PortalEvent[]];
  readonly world: World;
  /** The first line that is not played, the world it was tried in, and why; `null` when all of them are. */
  readonly unplayed: {
    readonly line: number;
    readonly world: World;
    readonly why: Unplayed;
  } | null;
}

/**
 * Plays what was done before an exercise. A line that is refused is told and passed over: the build has stopped on it.
 * @param setup names an exercise of that edition
 * @throws when the setup names what the edition does not have; links and forms are checked before
 */
export function begin(edition: Edition, setup: Setup): Beginning {
  const first = start(edition, setup);
  const events: [Started, ...PortalEvent[]] = [first];
  let world = worldOf(first);
  let unplayed: Beginning['unplayed'] = null;
  const lines = edition.exercises[setup.exercise]?.already ?? [];
  for (const [line, earlier] of lines.entries()) {
    const played = play(edition, world, earlier);
    if (played.refused) unplayed ??= { line, world, why: played.refused };
    events.push(...played.events);
    world = played.events.reduce(evolve, world);
  }
  return { events, world, unplayed };
}

/** The events before an exercise's first gesture, the one that starts it included. */
export function opening(edition: Edition, setup: Setup): Beginning['events'] {
  return begin(edition, setup).events;
}

/** The world in which the voter of an exercise makes the first gesture. */
export function beginning(edition: Edition, setup: Setup): World {
  return begin(edition, setup).world;
}
