/** A mutation run is good when enough is caught, every survivor has its reason, and every reason its survivor. */
import { describe, expect, test } from 'vitest';
import { isGood, judge, tell, type Mutant, type Reason } from '../../src/tools/mutation/report.ts';

const caught = (n: number): readonly Mutant[] =>
  Array.from({ length: n }, (_, i) => ({ ...survivor, line: i, status: 'Killed' }));
const survivor: Mutant = {
  file: 'clock.ts',
  line: 12,
  text: 'if (now < closes) return null;',
  mutator: 'EqualityOperator',
  becomes: 'now <= closes',
  status: 'Survived',
};
const reason: Reason = {
  file: 'clock.ts',
  line: 'if (now < closes) return null;',
  mutator: 'EqualityOperator',
  becomes: ['now <= closes'],
  because: 'the two never meet, since one is even and the other is odd',
};

describe('a run', () => {
  test('is good when each survivor has its reason, wherever its line has gone', () => {
    const verdict = judge([...caught(9), survivor], [reason]);
    expect(isGood(verdict)).toBe(true);
    expect(tell(verdict).join('\n')).toContain(reason.because);
    expect(isGood(judge([...caught(9), { ...survivor, line: 99 }], [reason]))).toBe(true);
  });
  test('is not when one has none, also one that no test reaches', () => {
    expect(isGood(judge([...caught(9), survivor], []))).toBe(false);
    const unreached = { ...survivor, status: 'NoCoverage' };
    expect(judge([...caught(9), unreached], []).unexplained).toEqual([unreached]);
  });
  test('nor when a reason has lost its survivor', () => {
    const verdict = judge(caught(9), [reason]);
    expect(verdict.idle).toHaveLength(1);
    expect(isGood(verdict)).toBe(false);
  });
  test('nor below ninety per cent, whatever the reasons', () => {
    expect(isGood(judge([...caught(8), survivor], [reason]))).toBe(false);
  });
  test('counts a loop that never ends as caught, and leaves out what could not be tried', () => {
    const { total } = judge(
      [
        { ...survivor, status: 'Timeout' },
        { ...survivor, status: 'CompileError' },
      ],
      [],
    );
    expect(total).toEqual({ file: 'total', caught: 1, mutants: 1 });
  });
});
