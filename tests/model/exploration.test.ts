// Both elections, explored: the invariants of PORTAL.md section 8, and a way to a ballot or a named reason from everywhere.
import { describe, expect, test } from 'vitest';
import { advise, type DeadEnd } from '../../src/simulator/core/advice.ts';
import { decide } from '../../src/simulator/core/decide.ts';
import type { Edition, Incident } from '../../src/simulator/core/edition.ts';
import { evolve } from '../../src/simulator/core/evolve.ts';
import type { CommandType, World } from '../../src/simulator/core/portal.ts';
import { remaining } from '../../src/simulator/core/views.ts';
import {
  accountActive,
  accountWithChallenge,
  after,
  at,
  begin,
  editionOf,
  inMailbox,
  letterOpen,
  signedIn,
  withIncidents,
  type Given,
} from '../support/scenario.ts';
import { canVote, criticalInstants, explore, keyOf, withoutCosts } from './explore.ts';
import { checkInvariants } from './invariants.ts';

/** Worlds at most in one walk; an election's walks together stay under 500,000. */
const bound = 40_000;

/** Profiles with two contests: the walk stays small, the rules are the same. */
const profile = 'prive-2d';

const incidents: Readonly<Record<string, (edition: Edition) => readonly Incident[]>> = {
  nothing: () => [],
  'portal down at the opening of the vote': (edition) => {
    const opens = edition.calendar.voting?.opens ?? 0;
    return [{ kind: 'portal-down', opens: opens + 600, closes: opens + 9000 }];
  },
  'mails go to the junk folder': () => [{ kind: 'mail-to-junk' }],
  'the letter never came': () => [{ kind: 'letter-lost' }],
  'no new code can be had': () => [{ kind: 'reissue-fails' }],
  'cut right after the confirmation': () => [{ kind: 'cut-after-confirmation', seconds: 1200 }],
};

type Verdict = 'votes' | DeadEnd;

/** Where the coach's advice leads from each world; worlds with the same key share the answer. */
function verdicts(edition: Edition): (world: World) => Verdict {
  const instants = criticalInstants(edition);
  const known = new Map<string, Verdict>();
  return (first) => {
    const path: string[] = [];
    let world = first;
    let verdict: Verdict | undefined;
    for (let gesture = 0; verdict === undefined; gesture += 1) {
      if (gesture > 300)
        throw new Error(`the advice goes round in circles: ${advise(edition, world).goal}`);
      const key = keyOf(edition, world, instants);
      verdict = known.get(key);
      if (verdict !== undefined) break;
      path.push(key);
      if (remaining(world).length === 0) {
        verdict = 'votes';
        break;
      }
      const { command, reason, goal } = advise(edition, world);
      if (reason) {
        verdict = reason;
        break;
      }
      if (!command) throw new Error(`no gesture and no reason at ${goal}`);
      const { events, refusals } = decide(edition, world, command);
      if (refusals.length > 0)
        throw new Error(`the advice was refused: ${goal} ${JSON.stringify(refusals)}`);
      world = events.reduce(evolve, world);
    }
    for (const key of path) known.set(key, verdict);
    return verdict;
  };
}

/** An account as the election makes it. */
const withAccount: Given = (edition, world) =>
  (edition.challenges.length > 0 ? accountWithChallenge : accountActive)(edition, world);

interface Beginning {
  readonly given: readonly Given[];
  /** Left to another walk, so that each ends by itself. */
  readonly without: readonly CommandType[];
}

/** Where a walk begins: together they cover an exercise from its first minute to its last. */
const beginnings: Readonly<Record<string, Beginning>> = {
  'from the first mail': {
    given: [],
    without: [
      'RequestPasswordReset',
      'RequestVotingCode',
      'LoseNotice',
      'SignIn',
      'EnterBooth',
      'OpenContest',
      'ConfirmBallot',
    ],
  },
  'with an account': {
    given: [withAccount, () => [{ type: 'NumenGiven', desk: 'secretariat' }]],
    without: ['RequestPasswordReset', 'SignInToMailbox'],
  },
  'on the opening day': {
    given: [withAccount, letterOpen, at('voting'), signedIn, inMailbox],
    without: ['CollectNotice'],
  },
};

describe.each(['men-2014', 'men-2018', 'men-2022'])('%s', (id) => {
  describe.each(Object.entries(incidents))('%s', (name, of) => {
    test.each(Object.entries(beginnings))('%s', async (beginning, { given, without }) => {
      const edition = withoutCosts(withIncidents(editionOf(id), ...of(editionOf(id))));
      const academy = id === 'men-2014' ? 'dijon' : 'amiens';
      const first = after(edition, begin(edition, { profile, academy }), ...given);
      const explored = explore(edition, first, bound, without, (step) =>
        checkInvariants(edition, step, false),
      );
      const able = canVote(explored);
      const verdictOf = verdicts(edition);
      const counted: Record<string, number> = {};
      for (const [key, world] of explored.worlds) {
        const verdict = verdictOf(world);
        counted[verdict] = (counted[verdict] ?? 0) + 1;
        // 6. a named reason is the truth: no explored way leads to a full vote from there
        if (verdict !== 'votes' && able.has(key)) {
          throw new Error(`« ${verdict} », but a vote can be reached`);
        }
      }
      expect(counted['votes']).toBeGreaterThan(0);
      const report = [
        `worlds: ${explored.worlds.size}${explored.cut ? ' (cut at the bound)' : ''}`,
        `by depth: ${explored.counts.join(' ')}`,
        ...Object.entries(counted)
          .sort(([a], [b]) => a.localeCompare(b))
          .map(([verdict, many]) => `${verdict}: ${many}`),
      ].join('\n');
      const file = `${name} ${beginning}`.replaceAll(' ', '-');
      await expect(`${report}\n`).toMatchFileSnapshot(`counts/${id}/${file}.txt`);
    });
  });
});
