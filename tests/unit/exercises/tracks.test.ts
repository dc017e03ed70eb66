/** Every exercise, gesture by gesture, as it was played when it was last looked at: a changed line tells which gesture changed. */
import { expect, test } from 'vitest';
import { editionIds } from '../../../src/lib/editions.ts';
import { editionOf } from '../../support/scenario.ts';
import { sitDown } from './player.ts';
import { plays } from './plays.ts';
import { before, track } from './track.ts';

const tracks = (id: string, way: 'good' | 'bad'): string =>
  Object.keys(editionOf(id).exercises)
    .map((exercise) => {
      const player = sitDown(id, exercise);
      plays[exercise]?.[way](player);
      // The beginning is the same on both ways.
      return `# ${exercise}\n${way === 'good' ? before(player) : ''}${track(player)}\n`;
    })
    .join('\n');

test.each(editionIds())('%s: the good way through every exercise', async (id) => {
  await expect(tracks(id, 'good')).toMatchFileSnapshot(`tracks/${id}.txt`);
});

test.each(editionIds())('%s: a bad way through every exercise', async (id) => {
  await expect(tracks(id, 'bad')).toMatchFileSnapshot(`tracks/${id}-bad.txt`);
});
