/** Every exercise to its goals and away from them: what its bilan says, and how many gestures the good way takes. */
import { describe, expect, test } from 'vitest';
import { editionIds } from '../../../src/lib/editions.ts';
import { exerciseSchema } from '../../../src/schemas/exercise.ts';
import { readFolder } from '../../../src/schemas/read.ts';
import { bilanOf, type Bilan } from '../../../src/simulator/core/bilan.ts';
import { journalOf, sitDown, type Player } from './player.ts';
import { plays } from './plays.ts';

const files = readFolder('content/exercices', exerciseSchema).map(({ data }) => data);

function bilan(player: Player, upTo?: number): Bilan {
  const found = bilanOf(player.edition, journalOf(player, upTo));
  if (!found) throw new Error('no bilan');
  return found;
}

function played(id: string, exercise: string, way: 'good' | 'bad'): Player {
  const player = sitDown(id, exercise);
  plays[exercise]?.[way](player);
  return player;
}

/** The first gesture after which every goal is reached; `null` when none is. */
function gestures(player: Player): number | null {
  for (let n = 0; n <= player.done.length; n += 1) if (bilan(player, n).reached === 'yes') return n;
  return null;
}

const all = editionIds().flatMap((id) =>
  files.filter(({ editions }) => id in editions).map((file) => [id, file.id, file] as const),
);

describe('each exercise', () => {
  test.each(all)('%s %s: its goals are not reached before the first gesture', (id, exercise) => {
    expect(bilan(sitDown(id, exercise)).reached).toBe('no');
  });
  test.each(all)(
    '%s %s: the good way reaches every goal, in the gestures that its file says',
    (id, exercise, file) => {
      const player = played(id, exercise, 'good');
      expect(gestures(player)).toBe(file.gestures[id]);
      const { goals, recovered } = bilan(player);
      // What was reached stays reached.
      expect(goals.filter(({ met }) => !met)).toEqual([]);
      expect(recovered).toBeDefined();
    },
  );
  test.each(all)(
    '%s %s: the bad way does not, and the bilan says what went wrong, and where',
    (id, exercise) => {
      const { reached, goals, troubles, deadEnd } = bilan(played(id, exercise, 'bad'));
      expect(reached).toBe('no');
      expect(goals.some(({ met }) => !met)).toBe(true);
      expect(troubles.length > 0 || deadEnd !== null).toBe(true);
    },
  );
});
