import { expect, test } from 'vitest';
import { remindersOf } from '../../src/tools/reminders.ts';

test('a copy that does not know its own address is reminded of it, in one French line', () => {
  const [line = '', ...others] = remindersOf({ site: null });
  expect(others).toEqual([]);
  expect(line).toContain('« site », dans content/editeur.yaml');
  expect(line).not.toContain('\n');
});
test('one that knows it is left alone', () =>
  expect(remindersOf({ site: 'www.exemple.fr' })).toEqual([]));
