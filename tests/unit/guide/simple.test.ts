/** The simplified version in every cell of « file × time », those that nobody has filled in yet included. */
import { describe, expect, test } from 'vitest';
import {
  currentAcademies,
  currentEdition,
  currentStates,
  personChain,
} from '../../../src/lib/current.ts';
import { timeStates } from '../../../src/lib/phase.ts';
import { breachesOf } from '../../support/forbidden-2026.ts';
import { ordersIn, sentencesOf } from '../../support/plain.ts';

const states = currentStates();
const cells = (['empty', 'dates', 'procedure'] as const).flatMap((file) =>
  timeStates.map((time) => ({ name: `${file}, ${time}`, cell: states[file][time].academy })),
);

/** Short sentences, one order at most, nothing forbidden. */
function expectPlain(line: string): void {
  expect(ordersIn(line).length, line).toBeLessThanOrEqual(1);
  for (const { count } of sentencesOf(line)) expect(count, line).toBeLessThanOrEqual(18);
  expect(breachesOf(line), line).toEqual([]);
}

describe.each(cells)('$name', ({ cell }) => {
  test('every action has its picture, and says one thing a line', () => {
    for (const { simple } of cell.actions) {
      expect(simple).not.toBeNull();
      simple?.lines.forEach(expectPlain);
    }
    expectPlain(cell.simpleText);
    cell.simpleNote.forEach(expectPlain);
    expect(cell.simpleNote.length > 0).toBe(cell.note !== null);
  });
  test('days are those of the full page', () => {
    const daysIn = (words: string) =>
      words.match(/\d{1,2}(?: au \d+| et le \d+)? (?:novembre|décembre)/gu) ?? [];
    const full = [
      cell.text,
      cell.note ?? '',
      ...cell.actions.flatMap((action) => [action.do, action.detail ?? '']),
    ].join(' ');
    const simple = [
      cell.simpleText,
      ...cell.simpleNote,
      ...cell.actions.flatMap((action) => action.simple?.lines ?? []),
    ].join(' ');
    for (const day of daysIn(simple)) expect(full).toContain(day);
  });
});

test('what is safe, what is unknown and whom to ask are as plain', () => {
  const { safe, unknown } = currentEdition();
  for (const { simple } of safe) simple.forEach(expectPlain);
  expect(unknown.some(({ short }) => short !== null)).toBe(true);
  for (const academy of currentAcademies())
    for (const { simple } of personChain(academy)) simple.forEach(expectPlain);
});

test('an order is told from the rest', () => {
  expect(ordersIn('Ouvrez la boîte, puis videz la corbeille.')).toEqual(['Ouvrez', 'videz']);
  expect(ordersIn('Vous n’y arrivez pas ? Demandez au secrétariat.')).toEqual(['Demandez']);
  expect(ordersIn('Rangez chez vous vos justificatifs. Vous avez le temps.')).toEqual(['Rangez']);
  expect(ordersIn('Notez-le.')).toEqual(['Notez']);
});
