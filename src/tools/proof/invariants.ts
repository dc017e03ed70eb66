/** The nine invariants of the portal: how each is checked, and what this run saw of it. */
import { unseenScreens } from '../../../tests/model/matrix.ts';
import { editionOf } from '../../../tests/support/scenario.ts';
import type { Edition } from '../../simulator/core/edition.ts';
import type { Reached } from './reached.ts';

/** Where each is asked; a broken one stops this command with its sentence. */
const ways: readonly (readonly [title: string, how: string])[] = [
  [
    '1. No ballot outside the window; at most one per voter and contest',
    'asked of every attempt of every walk, of every hostile step, and of the long runs (tests/model/invariants.ts, runs.test.ts)',
  ],
  [
    '2. A superseded code, a used or superseded link never works',
    'asked of every attempt; older codes and links are tried in every world that has one',
  ],
  [
    '3. New codes never exceed the limit; no account without a mail that was delivered and opened',
    'asked of every attempt',
  ],
  [
    '4. A refusal changes nothing but the attempt events',
    'asked of every refused attempt, offered or not',
  ],
  [
    '5. No journal, export or link holds a choice, a password or anything real',
    'asked of drawn journals and of exports (tests/model/replay.test.ts, runs.test.ts, tests/unit/session)',
  ],
  [
    '6. Every world has a way to a cast ballot, or a named reason',
    'the advice is obeyed to its end from every world; a named reason is compared with the explored arrows',
  ],
  [
    '7. Refusals reached or explained; every screen; every event has its sentence',
    'the matrix above, and below',
  ],
  [
    '8. Replaying gives the same world; time never goes back; a cut journal opens',
    'drawn journals, replayed and cut (tests/model/replay.test.ts), long runs with reloads, forks and imports (runs.test.ts)',
  ],
  ['9. Every line of the five documents', 'below; tests/documents walks the same tables'],
];

export function invariantLines(): readonly string[] {
  return ways.flatMap(([title, how]) => [`  ${title}`, `      ${how}`]);
}

function sentences({ narration }: Edition): readonly string[] {
  return Object.entries(narration)
    .filter(([, sentence]) => sentence.trim() === '')
    .map(([event]) => event);
}

/** Invariant 7 for one election. */
export function screenLines(reached: Reached): {
  readonly lines: readonly string[];
  readonly faults: readonly string[];
} {
  const edition = editionOf(reached.id);
  const unseen = unseenScreens(edition, reached);
  const all = Object.keys(edition.screens).length;
  const mute = sentences(edition);
  return {
    lines: [
      `screens: ${all - unseen.length} of ${all} reached`,
      ...unseen.map((screen) => `  ${screen}: never seen`),
      `events: ${Object.keys(edition.narration).length} sentences, one for each event${mute.length > 0 ? `, empty: ${mute.join(', ')}` : ''}`,
      `hostile steps: ${reached.inside.toLocaleString('en-GB')} stayed inside what was explored; ${reached.live.toLocaleString('en-GB')} more with real costs and delays kept the invariants`,
    ],
    faults: [
      ...unseen.map((screen) => `${screen}: never seen`),
      ...mute.map((event) => `${event}: no sentence`),
    ],
  };
}
