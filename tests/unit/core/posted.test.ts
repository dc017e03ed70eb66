// A letter that is posted is never handed over; where local ballots were not found, none is invented.
import { describe, expect, test } from 'vitest';
import { ownContests } from '../../../src/simulator/core/persona.ts';
import { at, after, begin, editionOf, play } from '../../support/scenario.ts';

describe('who works in a university in 2022', () => {
  const edition = editionOf('men-2022');
  const given = after(
    edition,
    begin(edition, { profile: 'itrf-universite' }),
    at('notice', 'opens', 9 * 3600),
  );
  test('finds no letter at the secretariat', () => {
    const { decision } = play(edition, given, { type: 'CollectNotice' });
    expect(decision.events.map(({ type }) => type)).toContain('NoticeMissing');
  });
  test('has it on its way by post', () => {
    expect(given.due.some(({ what }) => what.kind === 'letter')).toBe(true);
  });
  test('unlike a colleague of a school', () => {
    const school = after(edition, begin(edition), at('notice', 'opens', 9 * 3600));
    const { decision } = play(edition, school, { type: 'CollectNotice' });
    expect(decision.events.map(({ type }) => type)).toContain('NoticeCollected');
  });
});

describe.each(['men-2014', 'men-2018', 'men-2022'])('%s', (id) => {
  const edition = editionOf(id);
  test('no ballot names a place whose ballots nobody found', () => {
    for (const academy of edition.nationalOnly)
      for (const profile of Object.values(edition.profiles)) {
        const place = edition.academies[academy];
        if (!place || profile.academies) continue;
        const own = ownContests(edition, profile, place, place.departments[0]?.code ?? '');
        expect(own.length, `${academy} ${profile.id}`).toBeGreaterThan(0);
        for (const { kind } of own) expect(edition.contests[kind]?.scope).toBe('national');
      }
  });
  test('elsewhere a voter has every ballot of the profile', () => {
    const { persona } = begin(edition, { academy: 'amiens' });
    expect(persona.contests.map(({ kind }) => kind)).toEqual(
      edition.profiles['certifie']?.contests,
    );
  });
  test('a profile made for such a place has the ballots of that place', () => {
    for (const profile of Object.values(edition.profiles)) {
      const place = edition.academies[profile.academies?.[0] ?? ''];
      if (!place) continue;
      const own = ownContests(edition, profile, place, place.departments[0]?.code ?? '');
      expect(own).toHaveLength(profile.contests.length);
    }
  });
});
