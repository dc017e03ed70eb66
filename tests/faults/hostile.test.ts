// Five thousand hostile links here, five thousand mangled files in tests/unit/session/files.test.ts: believed whole or not at all.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadCodes } from '../../src/lib/editions.ts';
import { parseLink, printLink } from '../../src/simulator/links.ts';
import { hostileHash } from '../support/hostile.ts';

test('a hostile link is nothing, or a link made of our own names alone that is printed again as it was read', () => {
  const tables = loadCodes();
  const known = [tables.editions, tables.academies, tables.profiles, tables.exercises];
  let believed = 0;
  fc.assert(
    fc.property(hostileHash, (hash) => {
      const link = parseLink(tables, hash);
      if (link === null) return;
      believed += 1;
      const { edition, academy, profile, exercise } = link;
      for (const [n, name] of [edition, academy, profile, exercise].entries())
        expect(Object.hasOwn(known[n] ?? {}, name)).toBe(true);
      expect(parseLink(tables, printLink(tables, link) ?? '')).toEqual(link);
    }),
    { numRuns: 5000, seed: 20261203 },
  );
  // Some are near enough to be ours: the property is not empty.
  expect(believed).toBeGreaterThan(0);
  expect(Object.prototype).not.toHaveProperty('polluted');
});
