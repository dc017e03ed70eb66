// The files of an election, taken apart when the site is built, are the election again in the browser.
import { z } from 'astro/zod';
import { describe, expect, test } from 'vitest';
import { editionIds, loadEdition } from '../../../src/lib/editions.ts';
import { forSimulator, travelling, travellingExercises } from '../../../src/lib/travelling.ts';
import { joined, joinedEntries } from '../../../src/simulator/ui/load-data.ts';

const parse = (text: string): unknown => JSON.parse(text);

describe.each(editionIds())('%s', (id) => {
  const { shared, own } = travelling();
  const whole: unknown = { ...forSimulator(loadEdition(id)), exercises: {} };
  test('nothing is lost and nothing is added on the way', () => {
    const there = (part: unknown) => parse(JSON.stringify(part));
    expect(joined(there(shared), there(own[id]))).toEqual(there(whole));
  });
  test('what keeps an order keeps it: academies, profiles, lists', () => {
    const arrived = joined(shared, own[id]);
    const there = forSimulator(loadEdition(id));
    const inOrder = (whole: unknown, part: string) =>
      JSON.stringify(whole instanceof Object ? Reflect.get(whole, part) : null);
    for (const part of ['profiles', 'contests', 'lists'])
      expect(inOrder(arrived, part)).toBe(inOrder(there, part));
    const names = (whole: string) =>
      Object.keys(z.record(z.string(), z.unknown()).parse(parse(whole)));
    expect(names(inOrder(arrived, 'academies'))).toEqual(names(inOrder(there, 'academies')));
  });
  test('its exercises are its own again, in their order', () => {
    const exercises = travellingExercises();
    const arrived = joinedEntries(exercises.shared, exercises.own[id]);
    const whole = loadEdition(id).exercises;
    expect(parse(JSON.stringify(arrived))).toEqual(parse(JSON.stringify(whole)));
    const order = arrived instanceof Object ? Object.keys(arrived) : [];
    expect(order).toEqual(Object.keys(whole));
    expect(joinedEntries(exercises.shared, 'nothing')).toBe('nothing');
  });
  test('a file that is not ours is left as it is, for the guard to turn away', () => {
    expect(joined(shared, 'nothing')).toBe('nothing');
    expect(joined(null, own[id])).toBe(own[id]);
  });
});
