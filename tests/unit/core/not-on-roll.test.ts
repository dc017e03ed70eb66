// Somebody whom the roll has forgotten: an account like anybody's, nothing else until the roll is corrected.
import { describe, expect, test } from 'vitest';
import { advise } from '../../../src/simulator/core/advice.ts';
import { decide } from '../../../src/simulator/core/decide.ts';
import type { Edition } from '../../../src/simulator/core/edition.ts';
import { evolve } from '../../../src/simulator/core/evolve.ts';
import type { World } from '../../../src/simulator/core/portal.ts';
import { beginning } from '../../../src/simulator/core/prepare.ts';
import { contestsOf, hasVoted, isListed, remaining } from '../../../src/simulator/core/views.ts';
import { editionOf } from '../../support/scenario.ts';

type OwnExercise = 'pas-sur-la-liste' | 'portail-sans-correction';

function sits(edition: Edition, exercise: OwnExercise, academy = 'amiens'): World {
  const profile = 'pas-sur-la-liste';
  return beginning(edition, { edition: edition.id, academy, profile, exercise, seed: 'KMPRTV' });
}

/** The careful voter's goals, in order, and where they lead. */
function obeyed(edition: Edition, first: World) {
  const goals: string[] = [];
  let world = first;
  for (let gesture = 0; gesture < 200; gesture += 1) {
    const { goal, command, reason } = advise(edition, world);
    if (goals.at(-1) !== goal) goals.push(goal);
    if (!command) return { goals, reason, world };
    const { events, refusals } = decide(edition, world, command);
    expect(refusals, goal).toEqual([]);
    world = events.reduce(evolve, world);
  }
  throw new Error('too long');
}

test.each(['men-2014', 'men-2018', 'men-2022'])(
  '%s: nothing is hers, and nothing is voted',
  (id) => {
    const edition = editionOf(id);
    const world = sits(edition, 'portail-sans-correction');
    expect(world.persona.contests).toHaveLength(3);
    expect([contestsOf(world), remaining(world)]).toEqual([[], []]);
    expect([isListed(world), hasVoted(world)]).toEqual([false, false]);
    expect(world.account.state).toBe('active');
  },
);

describe.each(['men-2014', 'men-2022'])('%s, in time', (id) => {
  const edition = editionOf(id);

  test('a careful voter looks at the roll, claims, waits for the answer and votes everywhere', () => {
    const { goals, world } = obeyed(edition, sits(edition, 'pas-sur-la-liste'));
    const wanted = ['check-roll', 'correct-roll', 'wait-for-roll', 'collect-letter', 'done'];
    expect(goals.filter((goal) => wanted.includes(goal))).toEqual(wanted);
    expect(world.cast).toHaveLength(3);
  });

  test('a correction that is on its way is waited for, even past the last day to ask', () => {
    const last = (edition.calendar.rollCorrection?.closes ?? 0) - 120;
    const first = sits(edition, 'pas-sur-la-liste');
    const signedIn = { ...first.account, session: { lastSeen: last } };
    const before: World = { ...first, now: last, account: signedIn };
    const { events } = decide(edition, before, { type: 'ClaimRollCorrection' });
    const world = events.reduce(evolve, before);
    expect(world.rollCorrection).toBe('asked');
    expect(obeyed(edition, world).world.cast).toHaveLength(3);
  });

  test('a lock that would outlast the last day to ask is not waited for', () => {
    const closes = edition.calendar.rollCorrection?.closes ?? 0;
    const first = sits(edition, 'pas-sur-la-liste');
    const world: World = {
      ...first,
      now: closes - 600,
      account: { ...first.account, session: null, lockedUntil: closes + 300 },
    };
    expect(advise(edition, world).command?.type).toBe('RequestPasswordReset');
    const later: World = { ...world, now: closes };
    expect(advise(edition, later).command).toEqual({ type: 'PassTime', until: closes + 300 });
  });
});

describe('letters by post', () => {
  const edition = editionOf('men-2022');
  const posted = ({ due }: World) => due.filter(({ what }) => what.kind === 'letter');

  test.each(['la-reunion', 'amiens'])('%s: posted once the roll is corrected', (academy) => {
    const first = sits(edition, 'pas-sur-la-liste', academy);
    expect(posted(first)).toEqual([]);
    let world = first;
    while (!isListed(world)) {
      const { command } = advise(edition, world);
      if (!command) throw new Error('stuck');
      world = decide(edition, world, command).events.reduce(evolve, world);
    }
    const [letter, ...more] = posted(world);
    expect(more).toEqual([]);
    expect(letter?.at).toBeGreaterThan(edition.calendar.notice?.opens ?? 0);
    expect(new Set(world.due.map(({ id }) => id)).size).toBe(world.due.length);
    expect(obeyed(edition, world).world.cast).toHaveLength(3);
  });
});

describe.each(['men-2014', 'men-2018', 'men-2022'])('%s, too late or not offered', (id) => {
  const edition = editionOf(id);
  const ended = () => obeyed(edition, sits(edition, 'portail-sans-correction'));

  test('a careful voter looks at the roll, and is told the reason there', () => {
    const end = ended();
    expect(end.goals.slice(-2)).toEqual(['check-roll', 'dead-end']);
    expect([end.reason, end.world.screen]).toEqual(['not-on-roll', 'roll']);
  });

  test('the portal refuses the correction', () => {
    const { refusals } = decide(edition, ended().world, { type: 'ClaimRollCorrection' });
    const word = edition.calendar.rollCorrection ? 'closed' : 'not-offered';
    expect(refusals).toEqual([{ word }]);
  });
});
