import { expect, test } from 'vitest';
import type { JournalLine } from '../../../src/simulator/session/contract.ts';
import { foldsOf, groupsOf, isConsulted, withoutHours } from '../../../src/simulator/ui/lines.ts';
import { editionOf } from '../../support/scenario.ts';

const { narration } = editionOf('men-2018');
const hour = narration.TimePassed.replace('{heure}', 'lundi');
const page = narration.Consulted.replace('{page}', 'Messages');
const lines = (...texts: readonly (readonly [number, string])[]): readonly JournalLine[] =>
  texts.map(([group, text], seq) => ({ seq, group, at: 0, kind: 'event', text }));

test('the hour is told only where it is all there is to tell', () => {
  const [waited = [], gesture = []] = groupsOf(lines([1, hour], [1, page], [2, hour])).map(
    (group) => withoutHours(group, narration),
  );
  expect(waited.map(({ text }) => text)).toEqual([hour]);
  expect(gesture.map(({ text }) => text)).toEqual([page]);
});

test('pages merely consulted are folded together, between gestures that count', () => {
  const all = lines([1, page], [2, 'Vous avez ouvert votre messagerie.'], [3, page], [4, page]);
  const folds = foldsOf(groupsOf(all), isConsulted(narration));
  expect(folds.map(({ folded, groups }) => [folded, groups.length])).toEqual([
    [true, 2],
    [false, 1],
    [false, 1],
  ]);
});
