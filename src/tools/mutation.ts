/** `npm run mutation [-- checks.ts chapters/ballot.ts]`: does a test fail when the rules are wrong? Every survivor needs its reason. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { parse } from 'yaml';
import { isGood, judge, reasonsSchema, tell, wanted, type Mutant } from './mutation/report.ts';
import { requireNode, root } from './run.ts';

requireNode();
const core = 'src/simulator/core';
const files = process.argv.slice(2);
const started = performance.now();
console.log(
  'Chaque règle est faussée, une à la fois, et les essais rapides doivent s’en apercevoir : comptez une heure.',
);
const folder = mkdtempSync(join(tmpdir(), 'isoloir-mutation-'));
process.chdir(root);
try {
  const results = await new Stryker({
    mutate: files.length > 0 ? files.map((file) => `${core}/${file}`) : [`${core}/**/*.ts`],
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    // Every test may be asked: the files that import a rule are found by running, not by reading.
    vitest: { configFile: 'tests/support/mutation.config.ts', related: false },
    coverageAnalysis: 'perTest',
    // Tables made when a module loads are rules like the others.
    ignoreStatic: false,
    concurrency: 2,
    // A loop that never ends is caught by its count; this is for a machine that is busy elsewhere.
    timeoutMS: 10_000,
    // Nothing is sent anywhere: the dashboard is another reporter.
    reporters: ['progress-append-only'],
    tempDirName: folder,
    cleanTempDir: 'always',
    ignorePatterns: ['dist', '.astro', 'test-results', 'playwright-report'],
    allowConsoleColors: false,
  }).runMutationTest();
  const mutants = results.map(
    ({ fileName, location, mutatorName, replacement = '', status }): Mutant => ({
      file: relative(join(root, core), fileName),
      line: location.start.line,
      text: lineOf(fileName, location.start.line),
      mutator: mutatorName,
      becomes: replacement.replace(/\s+/g, ' '),
      status,
    }),
  );
  const reasons = reasonsSchema
    .parse(parse(readFileSync('tests/mutation/survivors.yaml', 'utf8')))
    .filter(({ file }) => files.length === 0 || files.includes(file));
  const verdict = judge(mutants, reasons);
  console.log(tell(verdict).join('\n'));
  const good = isGood(verdict);
  const minutes = Math.ceil((performance.now() - started) / 60_000);
  console.log(
    `\n${good ? '✓' : '✗'} au moins ${wanted} %, chaque survivant expliqué (${minutes} min)`,
  );
  process.exitCode = good ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** In results, unlike in its own code, the tool counts lines from one. */
function lineOf(file: string, line: number): string {
  return readFileSync(file, 'utf8').split('\n')[line - 1]?.trim() ?? '';
}
