import { expect, test } from 'vitest';
import { createGuard, settling } from '../../../src/simulator/ui/guard.ts';

test('nothing is sent while something is being sent; afterwards it is', async () => {
  const guard = createGuard(() => 0);
  let done: (text: string) => void = () => undefined;
  const first = guard.once(() => new Promise<string>((resolve) => (done = resolve)));
  expect(await guard.once(async () => 'second')).toBeNull();
  done('first');
  expect(await first).toBe('first');
  expect(await guard.once(async () => 'third')).toBe('third');
});

test('what fails leaves the way free', async () => {
  const guard = createGuard(() => 0);
  await expect(guard.once(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await guard.once(async () => 1)).toBe(1);
});

test('the second half of a double press does not reach the new screen; a keyboard always does', () => {
  let now = 1000;
  const guard = createGuard(() => now);
  const second = { detail: 2, touch: false };
  expect(guard.isEcho(second)).toBe(false);
  guard.arrived();
  now += settling - 1;
  expect(guard.isEcho(second)).toBe(true);
  expect(guard.isEcho({ detail: 1, touch: true })).toBe(true);
  expect(guard.isEcho({ detail: 1, touch: false })).toBe(false);
  expect(guard.isEcho({ detail: 0, touch: false })).toBe(false);
  now += 1;
  expect(guard.isEcho(second)).toBe(false);
});
