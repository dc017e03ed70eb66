import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = new URL('../..', import.meta.url).pathname;
const all = globSync('tests/**/*.test.ts', { cwd: root });

/** What every file of a worker would see: time, the device's storage, the folder and the variables of the process, modules replaced. */
const touchesOthers =
  /\bvi\.\w|fake-indexeddb\/auto|\bglobalThis\b|process\.(?:env|cwd|chdir|exitCode)|indexedDB/u;
/** Storage, whole builds, planted faults: their helpers touch it too. */
const folders = /^tests\/(?:content|faults|tools|unit\/(?:journal|session))\//u;
const apart = all.filter(
  (file) => folders.test(file) || touchesOthers.test(readFileSync(join(root, file), 'utf8')),
);

/** Modules are read once by whoever shares them: reading them again for each file took longer than the tests. */
export default defineConfig({
  test: {
    root,
    testTimeout: 60_000,
    // Two cores: one worker thread each, no more.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: { name: 'à part', include: apart },
      },
      {
        extends: true,
        test: {
          name: 'ensemble',
          include: all.filter((file) => !apart.includes(file)),
          isolate: false,
        },
      },
    ],
  },
});
