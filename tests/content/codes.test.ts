/** Printed links open for ever: what a table of codes held once, it holds still. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadCodes } from '../../src/lib/editions.ts';
import { codesSchema } from '../../src/schemas/exercise.ts';

const frozen = codesSchema.parse(parse(readFileSync('tests/fixtures/codes.yaml', 'utf8')));
const today = loadCodes();

test.each(['editions', 'academies', 'profiles', 'exercises', 'screens'] as const)(
  '%s keep every code that a printed link may hold, and append the new ones',
  (name) => {
    const before = Object.entries(frozen[name]);
    expect(before.length).toBeGreaterThan(0);
    expect(Object.entries(today[name]).slice(0, before.length)).toEqual(before);
  },
);
