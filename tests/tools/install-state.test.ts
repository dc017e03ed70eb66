import { describe, expect, test } from 'vitest';
import { installState, lockFingerprint, nodeIsRecent } from '../../src/tools/install-state.mjs';

const lockOf = (packages: Record<string, { version: string; optional?: boolean }>): string =>
  JSON.stringify({ lockfileVersion: 3, packages: { '': { version: '0.1.0' }, ...packages } });
const lock = lockOf({
  'node_modules/astro': { version: '7.3.4' },
  'node_modules/for-another-system': { version: '1.0.0', optional: true },
});

describe('the installed packages', () => {
  test('are missing when npm left no trace', () => {
    expect(installState({ lock, stamp: null, hidden: null })).toBe('missing');
    expect(installState({ lock, stamp: lockFingerprint(lock), hidden: null })).toBe('missing');
  });
  test('are fresh when our stamp is that of the lock file', () => {
    expect(installState({ lock, stamp: `${lockFingerprint(lock)}\n`, hidden: '{}' })).toBe('fresh');
  });
  test('are fresh when somebody installed the same ones by hand', () => {
    const hidden = lockOf({ 'node_modules/astro': { version: '7.3.4' } });
    expect(installState({ lock, stamp: null, hidden })).toBe('fresh');
  });
  test('are stale when a version changed, even under an old stamp', () => {
    const hidden = lockOf({ 'node_modules/astro': { version: '7.3.3' } });
    expect(installState({ lock, stamp: 'old', hidden })).toBe('stale');
  });
  test('are stale when one is not there, or when a lock file cannot be read', () => {
    expect(installState({ lock, stamp: null, hidden: lockOf({}) })).toBe('stale');
    expect(installState({ lock, stamp: null, hidden: 'not JSON' })).toBe('stale');
    expect(installState({ lock: 'not JSON', stamp: null, hidden: lockOf({}) })).toBe('stale');
  });
});

test.each([
  ['20.20.2', false],
  ['22.17.1', false],
  ['22.18.0', true],
  ['24.21.0', true],
])('Node %s can run our tools: %s', (version, recent) => {
  expect(nodeIsRecent(version)).toBe(recent);
});
