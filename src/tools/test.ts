/** `npm test`, once set up: checks, unit and model tests, the build, then the browser, then three engines; one honest last line. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { conclude, runChecks, tallyOf, tell, type Tally } from './check.ts';
import { runEngines } from './engines.ts';
import { tallyPlaywright, tallyVitest } from './reports.ts';
import { requireNode, run, runNode } from './run.ts';

requireNode();
console.log('Essais complets : comptez une quarantaine de minutes sur deux cœurs.');
const folder = mkdtempSync(join(tmpdir(), 'isoloir-essais-'));
const tallies: Tally[] = [...(await runChecks())];
note(await unitTests());
/**
 * 20 November 2026, noon UTC: the pages say when they were made and believe no earlier clock, so the site under test
 * is always made before the days that its tests walk through, whenever they run.
 */
const madeAt = '1795176000';
const built = tallyOf(
  'construction du site',
  await runNode(['src/tools/build.ts'], { SOURCE_DATE_EPOCH: madeAt }),
);
note(built);
note(built.passed === 1 ? await browserTests() : notRun('navigateur'));
const { tally, missing } =
  built.passed === 1 ? await runEngines(folder) : { tally: notRun('trois moteurs'), missing: [] };
note(tally);
rmSync(folder, { recursive: true });
conclude(tallies, missing);

function note(tally: Tally): void {
  tell(tally);
  tallies.push(tally);
}

async function unitTests(): Promise<Tally> {
  const file = join(folder, 'vitest.json');
  const config = ['--config', 'tests/support/vitest.config.ts'];
  const args = ['run', ...config, '--reporter=json', `--outputFile=${file}`];
  // `CI`: a snapshot that is missing is a failure, not something to write on the way.
  const outcome = await run('vitest', args, { CI: 'true' });
  return tallyVitest('règles et outils', file, outcome);
}

async function browserTests(): Promise<Tally> {
  const file = join(folder, 'playwright.json');
  const outcome = await run('playwright', ['test', '-c', 'tests/support/playwright.config.ts'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  });
  return tallyPlaywright('navigateur', file, outcome);
}

function notRun(name: string): Tally {
  return { name, passed: 0, failures: [`${name} : pas de site à essayer.`], seconds: 0 };
}
