/** Each exercise begins in a world of its own: no two of them are the same exercise under two names. */
import { describe, expect, test } from 'vitest';
import { editionIds } from '../../../src/lib/editions.ts';
import { begin } from '../../../src/simulator/core/prepare.ts';
import type { World } from '../../../src/simulator/core/portal.ts';
import { suits } from '../../../src/simulator/core/suits.ts';
import { editionOf } from '../../support/scenario.ts';
import { sitDown } from './player.ts';

/** The world and its incidents, whatever the exercise is called. Another academy or job is another world. */
const told = ({ setup, ...world }: World): unknown => [{ ...setup, exercise: '' }, world];

/** What is left of it once no hour is looked at. */
const clockAside = ({ setup, ...world }: World): unknown => [
  { ...setup, exercise: '' },
  JSON.parse(
    JSON.stringify({ ...world, due: [] }, (key, value: unknown) =>
      ['now', 'at', 'lastSeen', 'promised'].includes(key) ? 0 : value,
    ),
  ),
];

/** Exercises that begin alike. */
function alike(id: string, tell: (world: World) => unknown): readonly (readonly string[])[] {
  const groups = new Map<string, string[]>();
  for (const exercise of Object.keys(editionOf(id).exercises)) {
    const key = JSON.stringify(tell(sitDown(id, exercise).world));
    groups.set(key, [...(groups.get(key) ?? []), exercise]);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}

/** Only the hour tells these apart, and it is what they are about. */
const byTheirHour: readonly (readonly string[])[] = [
  // The last minutes, and too late.
  ['dix-sept-heures-01', 'seize-heures-59'],
  // From nothing: on a day when the secretariat is shut, on the first day of the letters, on a day like any other.
  ['messagerie-jamais-ouverte', 'numen-inconnu', 'parcours-complet', 'voter-au-lecteur-d-ecran'],
];

describe.each(editionIds())('%s', (id) => {
  test('no two exercises begin in the same world', () => {
    expect(alike(id, told)).toEqual([]);
  });

  test('those that only the hour tells apart are about that hour', () => {
    for (const group of alike(id, clockAside))
      expect(
        byTheirHour.some((known) => group.every((one) => known.includes(one))),
        group.join(', '),
      ).toBe(true);
  });

  test('what was done before is played to its end, in any academy, by any job, with any seed', () => {
    const edition = editionOf(id);
    const stopped: string[] = [];
    for (const { id: exercise, already } of Object.values(edition.exercises)) {
      if (!already) continue;
      const rank = exercise.length;
      for (const [n, academy] of Object.keys(edition.academies).entries())
        for (const [m, profile] of Object.keys(edition.profiles).entries()) {
          // One pair in five: each academy and each job is there for each exercise.
          if ((n + m + rank) % 5 !== 0 || !suits(edition, { academy, profile, exercise })) continue;
          const seed = `ACDEFG.${String(1 + ((7 * n + m) % 30))}`;
          const { unplayed } = begin(edition, { edition: id, academy, profile, exercise, seed });
          if (unplayed) stopped.push(`${exercise} ${academy} ${profile}: ${unplayed.why}`);
        }
    }
    expect(stopped).toEqual([]);
  }, 120_000);
});

/** The page on which each of them begins, and what is already so: its lesson is in front of whoever starts. */
const openings: Readonly<Record<string, (world: World) => unknown>> = {
  'presque-vote': ({ screen, cast, account }) => [screen, cast.length, account.session !== null],
  'scrutin-oublie': ({ screen, cast, receipts }) => [screen, cast.length, receipts[0]?.kept],
  'session-expiree': ({ screen, cast, account }) => [screen, cast.length, account.sessionLost],
  'vote-blanc': ({ screen, cast, booth }) => [screen, cast.length, booth.inside],
  'aider-sans-voir': ({ screen, cast, code }) => [screen, cast.length, code.letter],
  'voter-au-lecteur-d-ecran': ({ screen, cast, numenKnown }) => [screen, cast.length, numenKnown],
  'deux-courriels': ({ screen, mailbox, account }) => [
    screen,
    mailbox.mails.filter(({ link }) => link?.kind === 'activation').length,
    account.activation.sent,
  ],
};

test.each(editionIds())('%s: the lesson is there from the first page', (id) => {
  const begun = Object.fromEntries(
    Object.entries(openings).map(([exercise, tell]) => [
      exercise,
      tell(sitDown(id, exercise).world),
    ]),
  );
  expect(begun).toEqual({
    'presque-vote': ['space', 0, true],
    'scrutin-oublie': ['sign-in', 1, true],
    'session-expiree': ['sign-in', 1, true],
    'vote-blanc': ['ballot', 0, true],
    'aider-sans-voir': ['sign-in', 0, 'sealed'],
    'voter-au-lecteur-d-ecran': ['mail-login', 0, false],
    'deux-courriels': ['inbox', 2, 2],
  });
});
