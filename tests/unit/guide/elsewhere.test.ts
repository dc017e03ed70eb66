/** The vote on any clock of the world: « je suis ailleurs ». */
import { describe, expect, test } from 'vitest';
import {
  elsewhereWords,
  groupedZones,
  placeName,
  type VoteElsewhere,
} from '../../../src/scripts/elsewhere-words.ts';
import { paris } from './support.ts';

const unknown = {
  opens: null,
  ends: null,
  lastDay: paris('2026-12-10 00:00'),
  days: { first: '3 décembre', last: '10 décembre' },
  westBy: '9 décembre',
};
const known = { ...unknown, opens: paris('2026-12-03 09:00'), ends: paris('2026-12-10 17:00') };
const said = (vote: VoteElsewhere, zone: string) =>
  elsewhereWords(vote, zone).join(' ').replaceAll(/\s/gu, ' ');

describe('while nobody knows the hours', () => {
  test.each([
    ['Asia/Tokyo', '8 heures de plus qu’à Paris', 'cela peut tomber le lendemain'],
    ['America/New_York', '6 heures de moins qu’à Paris', 'cela peut tomber la veille'],
    ['Asia/Kolkata', '4 heures 30 de plus qu’à Paris', 'cela peut tomber le lendemain'],
    ['Europe/Madrid', 'la même heure qu’à Paris', 'au 10 décembre. Heures'],
  ])('%s: how far the clock is, never an hour of the vote', (zone, gap, day) => {
    const words = said(unknown, zone);
    expect(words).toContain(gap);
    expect(words).toContain(day);
    expect(words).toContain('Les heures ne sont pas connues.');
    expect(words).toContain('voir votre lettre ou le portail officiel');
    expect(words).not.toMatch(/\d h\b/u);
  });
});

describe('once they are known', () => {
  test.each([
    ['Africa/Dakar', 'jeudi 3 décembre à 8 h,', 'jeudi 10 décembre à 16 h,'],
    ['Asia/Tokyo', 'jeudi 3 décembre à 17 h,', 'vendredi 11 décembre à 1 h,'],
    ['America/Los_Angeles', 'jeudi 3 décembre à 0 h,', 'jeudi 10 décembre à 8 h,'],
    ['Pacific/Tahiti', 'mercredi 2 décembre à 22 h,', 'jeudi 10 décembre à 6 h,'],
    ['Australia/Sydney', 'jeudi 3 décembre à 19 h,', 'vendredi 11 décembre à 3 h,'],
  ])('%s', (zone, opens, ends) => {
    const words = said(known, zone);
    expect(words).toContain(`Ouverture : ${opens} soit jeudi 3 décembre à 9 h à Paris.`);
    expect(words).toContain(`Fin : ${ends} soit jeudi 10 décembre à 17 h à Paris.`);
    expect(words).not.toContain('pas connue');
  });
  test('one alone: the other is said not to be', () =>
    expect(said({ ...known, ends: null }, 'Asia/Tokyo')).toContain(
      'L’heure de fin n’est pas connue.',
    ));
});

test('west of Paris our advice ends earlier, in local days', () => {
  expect(said(unknown, 'America/Montreal')).toContain(
    'voter le 9 décembre au plus tard, heure locale',
  );
  expect(said(unknown, 'Asia/Tokyo')).not.toContain('conseil');
});

test('a line never ends before a sign or inside a date', () => {
  for (const line of elsewhereWords(known, 'Asia/Tokyo')) {
    expect(line).not.toMatch(/ [:;]/u);
    expect(line).not.toMatch(/\d (?:h|décembre)/u);
  }
});

test('places are grouped by region, in French order, what is no place last', () => {
  const groups = groupedZones([
    'UTC',
    'Europe/Paris',
    'America/Argentina/Buenos_Aires',
    'Indian/Reunion',
    'Europe/Athens',
  ]);
  expect(groups.map(({ region }) => region)).toEqual([
    'Amérique',
    'Europe',
    'Océan Indien',
    'Autres',
  ]);
  expect(groups[1]?.zones.map(({ name }) => name)).toEqual(['Athens', 'Paris']);
  expect(placeName('America/Argentina/Buenos_Aires')).toBe('Buenos Aires (Argentina)');
});

test('every zone that this engine knows has its words', () => {
  for (const zone of Intl.supportedValuesOf('timeZone'))
    expect(elsewhereWords(known, zone).length, zone).toBeGreaterThanOrEqual(3);
});
