// Every command and every refusal of each election, as sentences; and the list of those that cannot happen, with why.
import { describe, expect, test } from 'vitest';
import { commandTypes } from '../../../src/simulator/core/portal.ts';
import { refusalWords } from '../../../src/simulator/core/refusals.ts';
import { commandReasons, refusalReasons } from './cases/reasons.ts';
import { chapters, playCase } from './cases/run.ts';

const accepted = new Set<string>();
const refused = new Set<string>();

describe.each(Object.entries(chapters))('%s', (_name, cases) => {
  for (const one of cases) {
    for (const id of one.editions) {
      test(`${id}: ${one.title}`, () => {
        const { world, command, decision, next } = playCase(id, one);
        const words = decision.refusals.map(({ word, field }) =>
          field ? `${word}@${field}` : word,
        );
        expect(words).toEqual(one.refused ?? []);
        const types = decision.events.map(({ type }) => type);
        const inOrder = types.filter((type) => one.then?.includes(type));
        expect(inOrder).toEqual(expect.arrayContaining([...(one.then ?? [])]));
        if (one.refused) {
          // Refused: nothing changed but the clock, what fell due, and what the portal remembers of the attempt.
          expect(next.cast).toEqual(world.cast);
          expect(next.code.reissues).toBe(world.code.reissues);
          expect(next.account.state).toBe(world.account.state);
        }
        expect(next.now).toBeGreaterThanOrEqual(world.now);
        if (decision.refusals.length === 0) accepted.add(`${id} ${command.type}`);
        for (const { word } of decision.refusals) refused.add(`${id} ${word}`);
      });
    }
  }
});

describe.each(['men-2014', 'men-2018', 'men-2022'])('%s is covered', (id) => {
  test('every command is accepted in a scenario, or has a reason', () => {
    const missing = commandTypes.filter(
      (type) => !accepted.has(`${id} ${type}`) && !commandReasons[id]?.[type],
    );
    expect(missing).toEqual([]);
    const idle = commandTypes.filter(
      (type) => accepted.has(`${id} ${type}`) && commandReasons[id]?.[type],
    );
    expect(idle).toEqual([]);
  });
  test('every refusal is given in a scenario, or has a reason', () => {
    const missing = refusalWords.filter(
      (word) => !refused.has(`${id} ${word}`) && !refusalReasons[id]?.[word],
    );
    expect(missing).toEqual([]);
    const idle = refusalWords.filter(
      (word) => refused.has(`${id} ${word}`) && refusalReasons[id]?.[word],
    );
    expect(idle).toEqual([]);
  });
});
