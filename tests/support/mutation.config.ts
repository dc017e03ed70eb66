/** The tests that `npm run mutation` runs over and over: the quick ones of the rules, with the editions compiled once. */
import { defineConfig } from 'vitest/config';
import { editionIds, loadEdition } from '../../src/lib/editions.ts';

const compiled = Object.fromEntries(editionIds().map((id) => [id, loadEdition(id)]));

export default defineConfig({
  plugins: [
    {
      name: 'compiled-editions',
      load: (id) =>
        id.endsWith('/src/lib/editions.ts')
          ? `const compiled = ${JSON.stringify(compiled)};
             export const editionIds = () => Object.keys(compiled);
             export const loadEdition = (id) => compiled[id];`
          : null,
    },
  ],
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['tests/unit/core/*.test.ts', 'tests/unit/exercises/*.test.ts'],
    // Tables that ask much of everything (each bad value in each field, each exercise in each job) take most of the time,
    // and catch nothing that these do not.
    exclude: ['tests/unit/exercises/exercises.test.ts'],
    testTimeout: 60_000,
    maxWorkers: 1,
  },
});
