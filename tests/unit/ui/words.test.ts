import { expect, test } from 'vitest';
import { voterValues } from '../../../src/simulator/core/narrate.ts';
import { begin, editionOf } from '../../support/scenario.ts';
import {
  closingTime,
  openingTime,
  shortTime,
  spoken,
  tomorrowAt,
} from '../../../src/simulator/ui/dates.ts';
import { spell } from '../../../src/simulator/ui/words.ts';
import { typeset } from '../../../src/simulator/ui/typeset.ts';

const at = (text: string) => Date.parse(text) / 1000;

test('French spaces', () => {
  expect(typeset('Que faire ? « Ici » : 8 caractères')).toBe(
    'Que faire\u202f? «\u202fIci\u202f»\u202f: 8\u00a0caractères',
  );
});

test('an image is spelled sign by sign', () => {
  expect(spell('aB 3')).toBe('a, majuscule B, espace, 3');
});

test('short hours are those of Paris', () => {
  expect(shortTime(at('2018-11-12T17:40:00Z'))).toMatch(/12 nov\. 2018, 18\u00a0h\u00a040/);
  expect(spoken(9 * 3600 + 1800)).toBe('9\u00a0h\u00a030');
});

test('the first of a month is raised', () => {
  expect(shortTime(at('2022-12-01T09:00:00Z'))).toMatch(/^1ᵉʳ déc\. 2022, 10/);
});

test('where a source gives a day and no hour, no midnight is shown', () => {
  expect(openingTime(at('2022-11-15T23:00:00Z'))).toBe('16 nov. 2022');
  expect(closingTime(at('2022-11-17T23:00:00Z'))).toBe('17 nov. 2022 inclus');
  expect(closingTime(at('2022-12-08T16:00:00Z'))).toMatch(/^8 déc\. 2022, 17/);
});

test('« demain, 9 h » is tomorrow by the academy’s own clock', () => {
  const { academies } = editionOf('men-2018');
  const paris = academies['amiens'];
  const tahiti = academies['polynesie-francaise'];
  if (!paris || !tahiti) throw new Error('missing academies');
  const now = at('2018-11-12T17:40:00Z');
  expect(tomorrowAt(paris, now, 9 * 3600)).toBe(at('2018-11-13T08:00:00Z'));
  expect(tomorrowAt(tahiti, now, 9 * 3600)).toBe(at('2018-11-13T19:00:00Z'));
});

test('the mail that confirms a new code says as little of the number as its source: it may be somebody else’s', () => {
  const edition = editionOf('men-2018');
  const { tel } = voterValues(edition, begin(edition));
  expect(tel).toBe('06xxxxxxx');
});
