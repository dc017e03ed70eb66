// What the voter of an exercise has done before it begins: the careful voter's own gestures, so that no rule is written twice.
import { advise, obey, steps, stepOf } from './advice.ts';
import { decide } from './decide.ts';
import type { Already, Edition } from './edition.ts';
import { evolve } from './evolve.ts';
import type { Command, PortalEvent, Setup, World } from './portal.ts';
import { forgottenAlias } from './secrets.ts';
import { start, worldOf } from './start.ts';

type Started = PortalEvent & { readonly type: 'ExerciseStarted' };

/** Seen as by somebody who has lost every code: what she would do is ask for a new one. */
function withoutCode(world: World): World {
  return { ...world, code: { ...world.code, letter: 'lost', known: null } };
}

/** What leads to a beginning, one stretch after the other: what it gives next is `null` once it is behind. */
const stretches: readonly ((edition: Edition, world: World, already: Already) => Command | null)[] =
  [
    (edition, world, { step }) =>
      steps.indexOf(stepOf(world)) < steps.indexOf(step) ? advise(edition, world).command : null,
    (edition, world, { asksLink = false }) =>
      asksLink && world.account.activation.sent === 0 ? advise(edition, world).command : null,
    (edition, world, { reissues = 0 }) =>
      world.code.reissues < reissues ? advise(edition, withoutCode(world)).command : null,
  ];

/** What memory loses, as the portal keeps it: a secret that no typed text matches. */
function forgotten(world: World, what: Already['forgets']): readonly PortalEvent[] {
  if (what === 'password')
    return [{ type: 'PasswordChosen', secret: forgottenAlias, by: 'activation' }];
  const { challenge } = world.account;
  // The same account, as it was made: only the answer is out of reach.
  return what === 'answer' && challenge
    ? [{ type: 'ChallengeChosen', question: challenge.question, secret: forgottenAlias }]
    : [];
}

/**
 * The events before an exercise's first gesture, the one that starts it included.
 * @param setup names an exercise of that edition
 * @throws when the setup names what the edition does not have; links and forms are checked before
 */
export function opening(edition: Edition, setup: Setup): readonly [Started, ...PortalEvent[]] {
  const first = start(edition, setup);
  const already = edition.exercises[setup.exercise]?.already;
  if (!already) return [first];
  const events: [Started, ...PortalEvent[]] = [first];
  let world = worldOf(first);
  const take = (more: readonly PortalEvent[]): void => {
    events.push(...more);
    world = more.reduce(evolve, world);
  };
  for (const stretch of stretches)
    take(obey(edition, world, (here) => stretch(edition, here, already)).flat());
  take(forgotten(world, already.forgets));
  if (already.until !== undefined) {
    // Days go by: nobody leaves a page open behind.
    if (world.mailbox.open) take(decide(edition, world, { type: 'SignOutOfMailbox' }).events);
    if (world.account.session) take(decide(edition, world, { type: 'SignOut' }).events);
    // Somebody who only has to vote comes to the portal's door; the mailbox is behind.
    if (already.step === 'vote' || already.step === 'preuve')
      take(decide(edition, world, { type: 'Consult', screen: 'sign-in' }).events);
    const spent = already.losesLetter ? (edition.costs.LoseNotice ?? 0) : 0;
    take(decide(edition, world, { type: 'PassTime', until: already.until - spent }).events);
  }
  if (already.losesLetter) take(decide(edition, world, { type: 'LoseNotice' }).events);
  return events;
}

/** The world in which the voter of an exercise makes the first gesture. */
export function beginning(edition: Edition, setup: Setup): World {
  const [first, ...rest] = opening(edition, setup);
  return rest.reduce(evolve, worldOf(first));
}
