import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tallyPlaywright, tallyVitest } from '../../src/tools/reports.ts';

const done = { ok: true, output: '', seconds: 1 };
const broken = { ok: false, output: 'the last words', seconds: 1 };
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'isoloir-reports-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function report(content: unknown): string {
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
}
const vitestFile = (status: string, tests: readonly string[], message = ''): unknown => ({
  testResults: [
    {
      name: 'a.test.ts',
      status,
      message,
      assertionResults: tests.map((each) => ({
        fullName: `a ${each} test`,
        status: each,
        failureMessages: each === 'failed' ? ['because'] : [],
      })),
    },
  ],
});

describe('an honest count', () => {
  test('counts passed and failed unit tests, and forgets the skipped', () => {
    const file = report(vitestFile('failed', ['passed', 'passed', 'failed', 'skipped']));
    const tally = tallyVitest('unit', file, broken);
    expect(tally.passed).toBe(2);
    expect(tally.failures).toEqual(['a failed test\nbecause']);
  });
  test('a file that could not be loaded is a failure', () => {
    const tally = tallyVitest('unit', report(vitestFile('failed', [], 'no such module')), broken);
    expect(tally.failures.join()).toContain('no such module');
  });
  test('a suite that ran nothing has failed', () => {
    expect(tallyVitest('unit', report({ testResults: [] }), done).failures).toHaveLength(1);
    expect(tallyPlaywright('browser', report({ suites: [] }), done).failures).toHaveLength(1);
    expect(tallyVitest('unit', join(folder, 'absent.json'), done).failures).toHaveLength(1);
  });
  test('a program that fails though its tests pass has failed', () => {
    const tally = tallyVitest('unit', report(vitestFile('passed', ['passed'])), broken);
    expect(tally.failures.join()).toContain('the last words');
  });
  test('finds browser tests in nested suites', () => {
    const spec = (title: string, status: string): unknown => ({
      title,
      file: 'a.spec.ts',
      line: 3,
      tests: [{ status, results: [{ errors: [{ message: 'seen' }] }] }],
    });
    const file = report({
      suites: [
        { specs: [spec('one', 'expected')], suites: [{ specs: [spec('two', 'unexpected')] }] },
      ],
    });
    const tally = tallyPlaywright('browser', file, broken);
    expect(tally.passed).toBe(1);
    expect(tally.failures).toEqual(['two (a.spec.ts:3)\nseen']);
  });
});
