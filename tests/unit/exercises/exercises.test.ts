/** Every exercise of every election, played to its good ending, on which its point is seen, and to a bad one. */
import { describe, expect, test } from 'vitest';
import { editionIds } from '../../../src/lib/editions.ts';
import { forgottenAlias } from '../../../src/simulator/core/secrets.ts';
import { suits } from '../../../src/simulator/core/suits.ts';
import { editionOf } from '../../support/scenario.ts';
import { ending, sitDown, type Player } from './player.ts';
import { plays } from './plays.ts';

/** The point's words come in that order among what was seen. */
function missed(seen: readonly string[], point: readonly string[]): readonly string[] {
  let from = 0;
  return point.filter((word) => {
    const at = seen.indexOf(word, from);
    if (at === -1) return true;
    from = at + 1;
    return false;
  });
}

/** A bad ending in the table's words. */
function badly(player: Player, wanted: string): string {
  const { world, seen } = player;
  if (wanted === 'forgotten' && world.account.secret === forgottenAlias) return wanted;
  if (wanted === 'proof not kept' && world.receipts.some(({ kept }) => !kept)) return wanted;
  const word = wanted.replace('refused: ', '');
  if (word !== wanted && seen.includes(word)) return wanted;
  return ending(player);
}

test('every exercise is played, and nothing else', () => {
  const all = editionIds().flatMap((id) => Object.keys(editionOf(id).exercises));
  expect(Object.keys(plays).sort()).toEqual([...new Set(all)].sort());
});

test.each(editionIds())('%s: every profile has an exercise, and every exercise a profile', (id) => {
  const edition = editionOf(id);
  const [profiles, exercises] = [new Set<string>(), new Set<string>()];
  for (const profile of Object.keys(edition.profiles))
    for (const exercise of Object.keys(edition.exercises))
      for (const academy of Object.keys(edition.academies))
        if (suits(edition, { academy, profile, exercise })) {
          profiles.add(profile);
          exercises.add(exercise);
        }
  expect([...profiles]).toEqual(Object.keys(edition.profiles));
  expect([...exercises].sort()).toEqual(Object.keys(edition.exercises).sort());
});

describe.each(editionIds())('%s', (id) => {
  const exercises = Object.keys(editionOf(id).exercises);
  test.each(exercises)('%s: its point is seen on the way to its good ending', (exercise) => {
    const play = plays[exercise];
    const player = sitDown(id, exercise);
    play?.good(player);
    expect(missed(player.seen, play?.point ?? []), player.seen.join(' ')).toEqual([]);
    expect(ending(player)).toBe(play?.goodEnding ?? 'every ballot');
  });
  test.each(exercises)('%s: it can end badly', (exercise) => {
    const play = plays[exercise];
    const player = sitDown(id, exercise);
    play?.bad(player);
    expect(badly(player, play?.badEnding ?? '')).toBe(play?.badEnding);
  });
  test.each(exercises)('%s: a careful voter ends well with any seed and any job', (exercise) => {
    const play = plays[exercise];
    const edition = editionOf(id);
    const fits = (profile: string) =>
      Object.keys(edition.academies).some((academy) =>
        suits(edition, { academy, profile, exercise }),
      );
    for (const profile of Object.keys(edition.profiles).filter(fits))
      for (const seed of ['ACDEFG', 'TUTEUR.7']) {
        const player = sitDown(id, exercise, seed, profile);
        expect(player.world.setup.profile).toBe(profile);
        play?.good(player);
        if (play?.goodEnding !== 'some')
          expect(ending(player), `${profile} ${seed}`).toBe(play?.goodEnding ?? 'every ballot');
      }
  });
});
