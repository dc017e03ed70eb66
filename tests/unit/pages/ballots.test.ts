/** « Mes scrutins »: each profile of each election with its ballots, and a link that starts with that very profile. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ballotRows, pastBallots, unfoundProfiles } from '../../../src/lib/ballots.ts';
import { currentEdition } from '../../../src/lib/current.ts';
import { requireSource } from '../../../src/lib/content.ts';
import { editionFacts, editionIds, loadCodes, loadEdition } from '../../../src/lib/editions.ts';
import { suits } from '../../../src/simulator/core/suits.ts';
import { parseLink } from '../../../src/simulator/links.ts';

describe.each(editionIds())('%s', (id) => {
  const facts = editionFacts(id);
  const rows = ballotRows(id);

  test('names every profile on the roll once, with as many ballots as its file gives', () => {
    const listed = Object.values(facts.profiles).filter(({ unlisted }) => unlisted !== true);
    expect(rows.map((row) => row.id)).toEqual(listed.map((profile) => profile.id));
    expect(Object.keys(facts.profiles)).toHaveLength(listed.length + 1);
    for (const row of rows)
      expect(row.ballots, row.id).toHaveLength(facts.profiles[row.id]?.contests.length ?? -1);
  });

  test('leaves no hole of the exercise in a name', () => {
    for (const { ballots } of rows)
      for (const name of ballots) expect(name).not.toMatch(/[{}]|\(\)|, ?$/u);
  });

  test('says where each set was read, or that it is the exercise’s and why', () => {
    for (const row of rows) {
      expect(row.sources, row.id).not.toHaveLength(0);
      if (row.strength === 'reconstructed') expect(row.note, row.id).not.toBeNull();
      else expect(requireSource(row.sources[0] ?? '').title).not.toBe('');
    }
  });

  test('starts the simulator with that profile, in that election', () => {
    const edition = loadEdition(id);
    for (const row of rows) {
      const link = parseLink(loadCodes(), row.practice.replace('/simulateur/', ''));
      expect(link).toMatchObject({ edition: id, profile: row.id, step: null });
      expect(link && suits(edition, link), row.practice).toBe(true);
    }
  });
});

test('the page has every past election, and no other', () => {
  expect(pastBallots().map(({ id }) => id)).toEqual(editionIds());
  expect(currentEdition().id > (pastBallots().at(-1)?.id ?? '')).toBe(true);
});

test('the page writes no year, no contest and no number by itself', () => {
  const page = readFileSync('src/pages/mes-scrutins/index.astro', 'utf8');
  expect(page).not.toMatch(/\b20\d\d\b|\bC(?:SA|AP|CP|CM|T)[A-Z]*\b/u);
});

test('what nobody found in whole is named, sourced, and never among the profiles that can be played', () => {
  for (const id of editionIds()) {
    const unfound = unfoundProfiles(id);
    expect(unfound, id).not.toHaveLength(0);
    const played = ballotRows(id).map(({ name }) => name);
    for (const { name, source } of unfound) {
      expect(played).not.toContain(name);
      expect(requireSource(source ?? '').title).not.toBe('');
    }
  }
});
