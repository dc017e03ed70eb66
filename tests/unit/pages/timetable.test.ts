/** The calendar of the guide: local clocks as in the facts, and nothing that was made up for an exercise. */
import { describe, expect, test } from 'vitest';
import { academiesAt } from '../../../src/lib/content.ts';
import { editionFacts } from '../../../src/lib/editions.ts';
import {
  calendarLines,
  clockGaps,
  dayWords,
  hourWords,
  localMoment,
  localRows,
  overseasPlaces,
  votingEnd,
  votingMoments,
} from '../../../src/lib/timetable.ts';
import type { Bound, PeriodFacts } from '../../../src/schemas/edition.ts';

// facts/edition-2014.md and edition-2018.md, « Hours outside metropolitan France »: place, opening, closing.
type Row = readonly [place: string, opens: string, closes: string];
const tables: Readonly<Record<'men-2014' | 'men-2018', readonly Row[]>> = {
  'men-2014': [
    ['Guadeloupe', '2014-11-27 05:00', '2014-12-04 12:00'],
    ['Martinique', '2014-11-27 05:00', '2014-12-04 12:00'],
    ['Guyane', '2014-11-27 06:00', '2014-12-04 13:00'],
    ['Saint-Pierre-et-Miquelon', '2014-11-27 06:00', '2014-12-04 13:00'],
    ['Mayotte', '2014-11-27 12:00', '2014-12-04 19:00'],
    ['La Réunion', '2014-11-27 13:00', '2014-12-04 20:00'],
    ['Nouvelle-Calédonie', '2014-11-27 20:00', '2014-12-05 03:00'],
    ['Wallis-et-Futuna', '2014-11-27 21:00', '2014-12-05 04:00'],
    ['Polynésie française', '2014-11-26 23:00', '2014-12-04 06:00'],
  ],
  'men-2018': [
    ['Guadeloupe', '2018-11-29 05:00', '2018-12-06 12:00'],
    ['Martinique', '2018-11-29 05:00', '2018-12-06 12:00'],
    ['Guyane', '2018-11-29 06:00', '2018-12-06 13:00'],
    ['Saint-Pierre-et-Miquelon', '2018-11-29 06:00', '2018-12-06 13:00'],
    ['Mayotte', '2018-11-29 12:00', '2018-12-06 19:00'],
    ['La Réunion', '2018-11-29 13:00', '2018-12-06 20:00'],
    ['Nouvelle-Calédonie', '2018-11-29 20:00', '2018-12-07 03:00'],
    ['Wallis-et-Futuna', '2018-11-29 21:00', '2018-12-07 04:00'],
    ['Polynésie française', '2018-11-28 23:00', '2018-12-06 06:00'],
  ],
};

describe.each(['men-2014', 'men-2018'] as const)('%s overseas', (edition) => {
  const { periods } = editionFacts(edition);
  const moments = votingMoments(periods.voting);
  const first = tables[edition][0]?.[1].slice(0, 10) ?? '';
  const places = overseasPlaces(academiesAt(first));

  test.each([...tables[edition]])('%s votes from %s to %s', (name, opens, closes) => {
    const place = places.find((one) => one.name === name);
    if (!moments || !place) throw new Error(`${name} is missing`);
    const said = (at: number) => {
      const { day, hour } = localMoment(at, place.zone);
      return `${day} ${hour}`;
    };
    expect([said(moments.opens), said(moments.closes)]).toEqual([opens, closes]);
  });

  test('places that share a clock share a row, west before east', () => {
    if (!moments) throw new Error('no hours');
    const rows = localRows(places, moments).map((row) => row.places);
    expect(rows[0]).toEqual(['Polynésie française']);
    expect(rows.at(-1)).toEqual(['Wallis-et-Futuna']);
    expect(rows.find((names) => names.includes('Martinique'))).toContain('Guadeloupe');
  });
});

// facts/edition-2022.md, « Hours outside metropolitan France »: the opening hour is not known, the closing one is.
test.each([
  ['Guadeloupe', '2022-12-08 12:00'],
  ['Martinique', '2022-12-08 12:00'],
  ['Guyane', '2022-12-08 13:00'],
  ['Saint-Pierre-et-Miquelon', '2022-12-08 13:00'],
  ['La Réunion', '2022-12-08 20:00'],
  ['Mayotte', '2022-12-08 19:00'],
  ['Nouvelle-Calédonie', '2022-12-09 03:00'],
  ['Wallis-et-Futuna', '2022-12-09 04:00'],
  ['Polynésie française', '2022-12-08 06:00'],
])('without an opening hour, %s still knows when the vote closes: %s', (name, closes) => {
  const { voting } = editionFacts('men-2022').periods;
  expect(votingMoments(voting)).toBeNull();
  const places = overseasPlaces(academiesAt('2022-12-08'));
  const row = localRows(places, { opens: null, closes: votingEnd(voting) ?? 0 }).find((one) =>
    one.places.includes(name),
  );
  expect(row?.opens).toBeNull();
  expect(`${row?.closes.day ?? ''} ${row?.closes.hour ?? ''}`).toBe(closes);
});

test('the eve and the day after are said', () => {
  const { voting } = editionFacts('men-2014').periods;
  const moments = votingMoments(voting);
  if (!moments) throw new Error('no hours');
  expect(localMoment(moments.opens, 'Pacific/Tahiti')).toEqual({
    day: '2014-11-26',
    hour: '23:00',
    shift: -1,
  });
  expect(localMoment(moments.closes, 'Pacific/Noumea').shift).toBe(1);
  expect(dayWords(localMoment(moments.opens, 'Pacific/Tahiti'))).toBe('mer. 26 nov.');
});

test('without hours, only the gap from Paris is said', () => {
  const gaps = clockGaps(
    [
      { name: 'Tahiti', zone: 'Pacific/Tahiti' },
      { name: 'Marquises', zone: 'Pacific/Marquesas' },
      { name: 'La Réunion', zone: 'Indian/Reunion' },
    ],
    Date.UTC(2026, 11, 3) / 1000,
  );
  expect(gaps).toEqual([
    { places: ['Tahiti'], words: '11 heures de moins qu’à Paris' },
    { places: ['Marquises'], words: '10 heures 30 de moins qu’à Paris' },
    { places: ['La Réunion'], words: '3 heures de plus qu’à Paris' },
  ]);
});

test('hours are said as French says them', () => {
  expect([hourWords('10:00'), hourWords('16:50'), hourWords('05:00')]).toEqual([
    '10 h',
    '16 h 50',
    '5 h',
  ]);
});

describe('what was made up for the exercise', () => {
  const bound = (over: Partial<Bound>): Bound => ({
    day: '2014-11-12',
    hour: null,
    exerciseHour: null,
    local: false,
    strength: 'single',
    source: 'document-002',
    derivedFrom: [],
    note: null,
    ...over,
  });
  const made = bound({ day: '2014-11-27', hour: '10:00', strength: 'reconstructed', source: null });
  const only = (period: PeriodFacts) => {
    const { periods } = editionFacts('men-2014');
    const lines = calendarLines({ ...periods, reissue: period });
    return lines.find(({ name }) => name === 'Obtenir un nouveau code')?.words;
  };
  test('a reconstructed end is not printed', () => {
    expect(only({ opens: bound({}), closes: made })).toBe(
      'à partir du mercredi 12 novembre 2014 ; fin non trouvée',
    );
    expect(only({ opens: made, closes: bound({}) })).toBe(
      'jusqu’au mercredi 12 novembre 2014 ; début non trouvé',
    );
    expect(only({ opens: made, closes: made })).toBe('dates non trouvées');
  });
  test('an hour of the exercise is not printed', () => {
    expect(only({ opens: bound({ exerciseHour: '09:00' }), closes: made })).not.toContain('9 h');
  });
  test('a vote with a reconstructed hour gives no local hours', () => {
    expect(votingMoments({ opens: made, closes: bound({ hour: '17:00' }) })).toBeNull();
    expect(votingEnd({ opens: made, closes: bound({ hour: '17:00' }) })).not.toBeNull();
    expect(votingEnd({ opens: made, closes: bound({}) })).toBeNull();
    expect(votingEnd(null)).toBeNull();
    expect(votingMoments('unknown')).toBeNull();
    expect(votingMoments(null)).toBeNull();
  });
  test('a period that did not exist is left out, one that nobody found is said', () => {
    expect(only(null)).toBeUndefined();
    expect(only('unknown')).toBe('dates non trouvées');
  });
  test.each(['men-2014', 'men-2018', 'men-2022'] as const)(
    '%s: none of the file comes out',
    (edition) => {
      const { periods } = editionFacts(edition);
      const lines = calendarLines(periods);
      expect(lines.length).toBeGreaterThan(8);
      for (const { words, proofs } of lines) {
        for (const { strength } of proofs) expect(strength).not.toBe('reconstructed');
        // Portals of the exercise close in the January that follows; no source says so.
        expect(words).not.toContain('janvier');
        expect(words).not.toContain('à 9 h');
      }
    },
  );
});
