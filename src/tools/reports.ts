/** Reads what vitest and Playwright report about their runs: counts and failures, as one kind of tally. */
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'astro/zod';
import type { Tally } from './check.ts';
import { colours, root, type Outcome } from './run.ts';

const vitestReport = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().default(''),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string().nullable()).default([]),
        }),
      ),
    }),
  ),
});

const playwrightTest = z.object({
  status: z.string(),
  results: z.array(
    z.object({ errors: z.array(z.object({ message: z.string().default('') })).default([]) }),
  ),
});
const playwrightSpec = z.object({
  title: z.string(),
  file: z.string(),
  line: z.number(),
  tests: z.array(playwrightTest),
});
type PlaywrightSuite = {
  readonly specs: readonly z.output<typeof playwrightSpec>[];
  readonly suites: readonly PlaywrightSuite[];
};
const playwrightSuite: z.ZodType<PlaywrightSuite> = z.lazy(() =>
  z.object({
    specs: z.array(playwrightSpec).default([]),
    suites: z.array(playwrightSuite).default([]),
  }),
);
const playwrightReport = z.object({
  suites: z.array(playwrightSuite),
  errors: z.array(z.object({ message: z.string().default('') })).default([]),
});

/** The tally of a vitest run. A file that could not be read at all is a failure. */
export function tallyVitest(name: string, file: string, outcome: Outcome): Tally {
  const report = vitestReport.safeParse(readJson(file));
  if (!report.success) return nothing(name, outcome);
  let passed = 0;
  const failures: string[] = [];
  for (const suite of report.data.testResults) {
    for (const test of suite.assertionResults) {
      if (test.status === 'passed') passed++;
      if (test.status === 'failed')
        failures.push(`${test.fullName}\n${firstLines(test.failureMessages.join('\n'))}`);
    }
    if (
      suite.status === 'failed' &&
      !suite.assertionResults.some(({ status }) => status === 'failed')
    )
      failures.push(`${suite.name}\n${firstLines(suite.message)}`);
  }
  return settle({ name, passed, failures, seconds: outcome.seconds }, outcome);
}

/** The tally of a Playwright run. A test that was skipped counts for nothing. */
export function tallyPlaywright(name: string, file: string, outcome: Outcome): Tally {
  const report = playwrightReport.safeParse(readJson(file));
  if (!report.success) return nothing(name, outcome);
  let passed = 0;
  const failures = report.data.errors.map(({ message }) => firstLines(message));
  const queue = [...report.data.suites];
  for (let suite = queue.shift(); suite !== undefined; suite = queue.shift()) {
    queue.push(...suite.suites);
    for (const { title, file: spec, line, tests } of suite.specs) {
      for (const { status, results } of tests) {
        if (status === 'expected') passed++;
        else if (status !== 'skipped')
          failures.push(
            `${title} (${spec}:${line})\n${firstLines(results.flatMap(({ errors }) => errors.map(({ message }) => message)).join('\n'))}`,
          );
      }
    }
  }
  return settle({ name, passed, failures, seconds: outcome.seconds }, outcome);
}

/** A run that failed without a failed test, or that ran nothing, has failed all the same. */
function settle(tally: Tally, outcome: Outcome): Tally {
  if (tally.failures.length > 0) return tally;
  if (tally.passed === 0)
    return { ...tally, failures: [`${tally.name} : aucun essai n’a tourné.`] };
  if (!outcome.ok)
    return {
      ...tally,
      failures: [
        `${tally.name} : les essais passent, mais le programme a échoué.\n${lastLines(outcome.output)}`,
      ],
    };
  return tally;
}

function nothing(name: string, outcome: Outcome): Tally {
  const failures = [`${name} : aucun compte rendu.\n${lastLines(outcome.output)}`];
  return { name, passed: 0, failures, seconds: outcome.seconds };
}

function readJson(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

/** The beginning of a message; of its stack only our own tests, named from the project's folder. */
const firstLines = (text: string): string =>
  text
    .replace(colours, '')
    .replaceAll(`file://${root}`, '')
    .replaceAll(root, '')
    .split('\n')
    .filter((line) => !/^\s+at /.test(line) || /\btests\//.test(line))
    .slice(0, 14)
    .join('\n');
const lastLines = (text: string): string =>
  text.replace(colours, '').split('\n').slice(-30).join('\n');
