/** Paris wall time → UTC seconds, with summer time on both sides. */
import { describe, expect, test } from 'vitest';
import { idPattern, isRealDay, parisSeconds } from '../../src/schemas/fact.ts';

const utc = (iso: string) => Date.parse(iso) / 1000;

describe('an hour read on a Paris clock', () => {
  test.each([
    ['2018-11-29 10:00', '2018-11-29T09:00:00Z', 'winter'],
    ['2018-07-17 10:00', '2018-07-17T08:00:00Z', 'summer'],
    ['2014-10-26 01:59', '2014-10-25T23:59:00Z', 'just before the October change'],
    ['2014-10-26 02:30', '2014-10-26T00:30:00Z', 'the hour that comes twice: the first one'],
    ['2014-10-26 03:00', '2014-10-26T02:00:00Z', 'just after it'],
    ['2026-03-29 01:59', '2026-03-29T00:59:00Z', 'just before the March change'],
    ['2026-03-29 03:00', '2026-03-29T01:00:00Z', 'just after it'],
    ['2026-12-10 17:00', '2026-12-10T16:00:00Z', 'winter of 2026'],
    ['2020-02-29 00:00', '2020-02-28T23:00:00Z', 'a leap day'],
    ['2018-12-31 23:59', '2018-12-31T22:59:00Z', 'the last minute of a year'],
    ['2019-01-01 00:00', '2018-12-31T23:00:00Z', 'the first one'],
  ])('%s is %s (%s)', (wall, iso) => {
    expect(parisSeconds(wall)).toBe(utc(iso));
  });

  test.each([
    '2026-03-29 02:00',
    '2026-03-29 02:59',
    '2018-02-30 10:00',
    '2019-02-29 10:00',
    '2018-13-01 10:00',
    '2018-00-10 10:00',
    '2018-11-29 24:00',
    '2018-11-29 10:60',
    '2018-11-29',
    '29/11/2018 10:00',
    'bientôt',
    '',
  ])('« %s » is refused', (wall) => {
    expect(parisSeconds(wall)).toHaveProperty('trouble');
  });

  test('every hour of a year reads back', () => {
    for (let day = 1; day <= 365; day += 1) {
      const iso = new Date(Date.UTC(2018, 0, day)).toISOString().slice(0, 10);
      expect(parisSeconds(`${iso} 12:00`)).toSatisfy(
        (seconds: unknown) =>
          typeof seconds === 'number' &&
          new Intl.DateTimeFormat('sv-SE', {
            timeZone: 'Europe/Paris',
            dateStyle: 'short',
            timeStyle: 'short',
          }).format(seconds * 1000) === `${iso} 12:00`,
      );
    }
  });
});

describe('days and ids', () => {
  test('a day exists or not', () => {
    expect(isRealDay(2020, 2, 29)).toBe(true);
    expect(isRealDay(2018, 2, 29)).toBe(false);
    expect(isRealDay(2018, 4, 31)).toBe(false);
    expect(isRealDay(2018, 12, 0)).toBe(false);
  });

  test.each(['men-2018', '2018-sgen', 'document-000', 'caen'])('%s is an id', (id) => {
    expect(idPattern.test(id)).toBe(true);
  });

  test.each(['2018', 'Caen', 'orléans', 'men_2018', 'men 2018', '-caen', ''])(
    '« %s » is not',
    (id) => {
      expect(idPattern.test(id)).toBe(false);
    },
  );
});
