import { afterEach, describe, expect, test, vi } from 'vitest';
import { conclude } from '../../src/tools/check.ts';
import { judge } from '../../src/tools/engines.ts';

const tally = { name: 'trois moteurs', passed: 12, failures: [], seconds: 1 };
const here = { Chromium: true, Firefox: true, WebKit: false };

afterEach(() => {
  process.exitCode = undefined;
  vi.restoreAllMocks();
});

/** The last lines that are said, and how it ends. */
function said(guarded: boolean): readonly [string[], typeof process.exitCode] {
  const lines: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((text: string) => lines.push(...text.split('\n')));
  const judged = judge(tally, here, guarded);
  conclude([judged.tally], judged.missing);
  return [lines.slice(-2), process.exitCode];
}

describe('an engine that cannot be had', () => {
  const sentence = 'Pas essayé dans WebKit, absent d’ici : apt-get install webkit2gtk-driver xvfb.';
  test('is told on the line before the last, and fails nothing', () =>
    expect(said(false)).toEqual([[sentence, '12 passed, 0 failed'], 0]));
  test('is a failure where the branch is guarded', () =>
    expect(said(true)).toEqual([[sentence, '12 passed, 1 failed'], 1]));
  test('when all are there, nothing is said of them', () =>
    expect(judge(tally, { ...here, WebKit: true }, true)).toEqual({ tally, missing: [] }));
});
