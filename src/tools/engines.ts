/** `npm run test:engines`: the same short visit of the built site in Chromium, Firefox and WebKit, as far as they are here. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser, findFirefox, findWebKit } from './browser.mjs';
import { conclude, tell, type Tally } from './check.ts';
import { tallyPlaywright } from './reports.ts';
import { isProgram, requireNode, run } from './run.ts';

/** What came of the engines, and one sentence for each that this machine does not have. */
export type EnginesOutcome = { readonly tally: Tally; readonly missing: readonly string[] };

const ways = {
  Chromium: 'apt-get install chromium, ou ISOLOIR_BROWSER=/son/chemin',
  Firefox: 'apt-get install firefox-esr, ou ISOLOIR_FIREFOX=/son/chemin',
  WebKit: 'apt-get install webkit2gtk-driver xvfb',
} as const;
type EngineName = keyof typeof ways;
const names = ['Chromium', 'Firefox', 'WebKit'] as const;

/**
 * A machine of one's own may lack an engine, and says so; the one that guards the branch may not.
 * @param here which engines were found
 * @param guarded whether `CI` is set
 */
export function judge(
  tally: Tally,
  here: Readonly<Record<EngineName, boolean>>,
  guarded: boolean,
): EnginesOutcome {
  const missing = names
    .filter((name) => !here[name])
    .map((name) => `Pas essayé dans ${name}, absent d’ici : ${ways[name]}.`);
  const failures = guarded ? [...tally.failures, ...missing] : tally.failures;
  return { tally: { ...tally, failures }, missing };
}

/** Runs the visit in every engine of this machine. @param folder where the report may lie */
export async function runEngines(folder: string): Promise<EnginesOutcome> {
  const file = join(folder, 'moteurs.json');
  const outcome = await run('playwright', ['test', '-c', 'tests/support/engines.config.ts'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  });
  const here = {
    Chromium: (await findBrowser()) !== null,
    Firefox: findFirefox() !== null,
    WebKit: findWebKit() !== null,
  };
  const guarded = Boolean(process.env['CI']);
  return judge(tallyPlaywright('trois moteurs', file, outcome), here, guarded);
}

if (isProgram(import.meta.url)) {
  requireNode();
  const folder = mkdtempSync(join(tmpdir(), 'isoloir-moteurs-'));
  const { tally, missing } = await runEngines(folder);
  rmSync(folder, { recursive: true });
  tell(tally);
  conclude([tally], missing);
}
