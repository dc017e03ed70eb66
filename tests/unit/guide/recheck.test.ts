// From which day on a line has to be read again, where it names none of its own.
import { expect, test } from 'vitest';
import { nextSchoolYear } from '../../../src/lib/recheck.ts';

test.each([
  ['2026-11-22', '2027-09-01'],
  ['2026-08-31', '2026-09-01'],
  ['2026-09-01', '2027-09-01'],
  ['2026-08', '2026-09-01'],
  ['2026-09', '2027-09-01'],
  // The day is not known: it may have been the last one of that year.
  ['2023', '2024-09-01'],
])('what was seen on %s holds until the school year that begins on %s', (moment, day) => {
  expect(nextSchoolYear(moment)).toBe(day);
});
