/** `npm run check`: what a machine can say of the text of the program without running it. */
import { isProgram, requireNode, run, type Outcome } from './run.ts';

/** One check: its name in French, and how it is made. */
export const checks: readonly { readonly name: string; readonly make: () => Promise<Outcome> }[] = [
  { name: 'types', make: () => run('astro', ['check', '--minimumSeverity', 'warning']) },
  { name: 'types du cœur, sans navigateur', make: () => run('tsc', ['-p', 'src/simulator/core']) },
  { name: 'règles d’écriture', make: () => run('eslint', ['.', '--max-warnings', '0']) },
  { name: 'mise en forme', make: () => run('prettier', ['--check', '--log-level', 'warn', '.']) },
];

/** What came of one check or one suite. `failures` are sentences; a suite that ran nothing has one. */
export type Tally = {
  readonly name: string;
  readonly passed: number;
  readonly failures: readonly string[];
  readonly seconds: number;
};

/** A program that passed or failed as a whole, as a tally of one. */
export function tallyOf(name: string, outcome: Outcome): Tally {
  return {
    name,
    passed: outcome.ok ? 1 : 0,
    failures: outcome.ok ? [] : [`${name} :\n${lastLines(outcome.output)}`],
    seconds: outcome.seconds,
  };
}

/** Runs the checks side by side: each keeps one core busy. Tells each as it ends. */
export function runChecks(): Promise<readonly Tally[]> {
  return Promise.all(
    checks.map(async ({ name, make }) => {
      const tally = tallyOf(name, await make());
      tell(tally);
      return tally;
    }),
  );
}

/** One line per suite: `✓ types (12,3 s)`. */
export function tell({ name, passed, failures, seconds }: Tally): void {
  const time = seconds.toLocaleString('fr-FR', { maximumFractionDigits: 1 });
  const count = passed + failures.length > 1 ? `, ${passed} sur ${passed + failures.length}` : '';
  console.log(`${failures.length === 0 ? '✓' : '✗'} ${name}${count} (${time} s)`);
}

/**
 * The failures in full, then what could not be tried, then the last line that says how many passed; sets the exit code.
 * @param untried a sentence for each
 */
export function conclude(tallies: readonly Tally[], untried: readonly string[] = []): void {
  const failures = tallies.flatMap((tally) => tally.failures);
  const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
  for (const failure of failures) console.log(`\n✗ ${failure}`);
  console.log(['', ...untried].join('\n'));
  console.log(`${passed} passed, ${failures.length} failed`);
  process.exitCode = failures.length === 0 && passed > 0 ? 0 : 1;
}

function lastLines(text: string): string {
  return text.split('\n').slice(-40).join('\n');
}

if (isProgram(import.meta.url)) {
  requireNode();
  conclude(await runChecks());
}
