import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../src/tools/run.ts';
import { faults } from './table.ts';

const rows = faults.flatMap(({ fault, held }) => held.map((one) => [fault, ...one] as const));

test.each(rows)('%s: %s has the test « %s »', (_fault, file, title) => {
  const text = readFileSync(join(root, 'tests', file), 'utf8');
  // Inside the title of a test, whichever of the quotes stands around it.
  const titles = [
    ...text.matchAll(/\b(?:test|it)(?:\.each\([^)]*\))?\(\s*(['"`])((?:(?!\1).)+)\1/gsu),
  ];
  expect(titles.some(([, , words = '']) => words.includes(title))).toBe(true);
});

test('each fault has a name of its own', () =>
  expect(new Set(faults.map(({ fault }) => fault)).size).toBe(faults.length));
