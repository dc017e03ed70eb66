/** Windows of the calendar: the opening second is in, the closing second is out. */
import { describe, expect, test } from 'vitest';
import {
  outside,
  portalDoor,
  reissueDoor,
  sessionDoor,
} from '../../../src/simulator/core/checks.ts';
import type { PeriodName } from '../../../src/simulator/core/edition.ts';
import { daysUntil, periodOf } from '../../../src/simulator/core/views.ts';
import { accountActive, after, begin, editionOf, later, signedIn } from '../../support/scenario.ts';

describe('a window', () => {
  const window = { opens: 100, closes: 200 };
  test.each([
    [99, 'not-open-yet'],
    [100, null],
    [199, null],
    [200, 'closed'],
  ])('at %s', (now, word) => expect(outside(window, now)).toBe(word));
  test('that the election does not have is not offered', () =>
    expect(outside(null, 150)).toBe('not-offered'));
});

describe('the portal', () => {
  const edition = editionOf('men-2018');
  const world = begin(edition);
  const moment = (name: PeriodName, edge: 'opens' | 'closes', shift = 0) => ({
    ...world,
    now: (periodOf(edition, world, name)?.[edge] ?? 0) + shift,
  });
  test('answers for itself before its windows', () => {
    expect(portalDoor(edition, { ...moment('voting', 'opens'), down: true }, 'voting')).toBe(
      'portal-down',
    );
    expect(portalDoor(edition, moment('portal', 'closes'), null)).toBe('closed');
    expect(portalDoor(edition, moment('portal', 'opens', -1), 'voting')).toBe('not-open-yet');
    expect(portalDoor(edition, moment('voting', 'opens'), null)).toBeNull();
  });
  test('says that the vote is closed only when it is', () => {
    const short = { ...edition, calendar: { ...edition.calendar } };
    const voting = periodOf(edition, world, 'voting') ?? { opens: 0, closes: 0 };
    short.calendar.reissue = { opens: voting.opens, closes: voting.closes - 60 };
    expect(reissueDoor(short, moment('voting', 'closes', -61))).toBeNull();
    expect(reissueDoor(short, moment('voting', 'closes', -60))).toBe('reissue-unavailable');
    expect(reissueDoor(short, moment('voting', 'closes', -1))).toBe('reissue-unavailable');
    expect(reissueDoor(short, moment('voting', 'closes'))).toBe('closed');
    expect(reissueDoor(short, moment('voting', 'opens', -1))).toBe('not-open-yet');
  });
  test('tells a session that ended by itself from one that never was', () => {
    expect(sessionDoor(world)).toBe('not-signed-in');
    const signed = after(edition, world, accountActive, signedIn);
    expect(sessionDoor(signed)).toBeNull();
    expect(sessionDoor(after(edition, signed, later(edition.limits.idle - 1)))).toBeNull();
    expect(sessionDoor(after(edition, signed, later(edition.limits.idle)))).toBe('session-expired');
  });
});

describe('the days that remain', () => {
  test.each([
    [0, 0],
    [86_399, 0],
    [86_400, 1],
    [3 * 86_400 - 1, 2],
    [-86_400 * 3, 0],
  ])('%s seconds ahead', (ahead, days) => expect(daysUntil(1000, 1000 + ahead)).toBe(days));
});
