import { describe, expect, test } from 'vitest';
import { editionIds, loadCodes, loadEdition } from '../../../src/lib/editions.ts';
import {
  isSeed,
  parseLink,
  printLink,
  seedOf,
  seedParts,
  stepOrder,
  type StartLink,
} from '../../../src/simulator/links.ts';
import { steps } from '../../../src/simulator/session/contract.ts';

const tables = loadCodes();
const link: StartLink = {
  edition: 'men-2018',
  academy: 'amiens',
  profile: 'aesh',
  exercise: 'parcours-complet',
  seed: 'KMPRTV',
  seat: null,
  step: null,
};

describe('the hash of an exercise', () => {
  test('is made of table codes and comes back', () => {
    for (const edition of Object.keys(tables.editions))
      for (const academy of Object.keys(tables.academies))
        for (const seat of [null, 1, 30])
          for (const step of [null, ...stepOrder]) {
            const one = { ...link, edition, academy, seat, step };
            expect(parseLink(tables, printLink(tables, one) ?? '')).toEqual(one);
          }
  });
  test('may lead to a page instead of a step', () => {
    for (const screen of Object.keys(tables.screens))
      for (const seat of [null, 12]) {
        const hash = printLink(tables, { ...link, seat, screen }) ?? '';
        expect(parseLink(tables, hash)).toEqual({ ...link, seat, screen });
      }
    expect(printLink(tables, { ...link, screen: 'nowhere' })).toBeNull();
  });
  test('names every page of every election', () => {
    for (const id of editionIds())
      expect(Object.keys(tables.screens)).toEqual(
        expect.arrayContaining(Object.keys(loadEdition(id).screens)),
      );
    // Two digits would be a seat.
    expect(Object.values(tables.screens).filter((code) => !/[a-z]/.test(code))).toEqual([]);
  });
  test('reads the class code from the board: no « # », spaces around, any case', () => {
    const hash = printLink(tables, link) ?? '';
    expect(parseLink(tables, `  ${hash.slice(1).toUpperCase()} `)).toEqual(link);
  });
  test('is believed whole or not at all', () => {
    const good = printLink(tables, link) ?? '';
    const broken = [
      '',
      '#',
      '#bonjour',
      good.replace('#1', '#2'),
      good.replace('KMPRTV', 'KMPRT'),
      good.replace('KMPRTV', 'OIBSZ0'),
      good.replace('.am.', '.zz.'),
      `${good}.0`,
      `${good}.31`,
      `${good}.x`,
      `${good}.3.m.m`,
      `${good}.3.sp.m`,
      `${good}.qq`,
      `${good}.3.m.<b>`,
    ];
    for (const hash of broken) expect(parseLink(tables, hash), hash).toBeNull();
  });
  test('never prints what no table knows, nor a seed that is not one', () => {
    expect(printLink(tables, { ...link, academy: 'atlantide' })).toBeNull();
    expect(printLink(tables, { ...link, seed: 'bonjour' })).toBeNull();
  });
  test('knows the same steps as the rules, in the same order', () => {
    expect(stepOrder).toEqual(steps);
  });
});

test('a seat makes another seed of the same letters', () => {
  expect(seedOf({ seed: 'KMPRTV', seat: 7 })).toBe('KMPRTV.7');
  expect(seedParts('KMPRTV.7')).toEqual({ seed: 'KMPRTV', seat: 7 });
  expect(seedParts('KMPRTV')).toEqual({ seed: 'KMPRTV', seat: null });
  expect(isSeed('kmprtv')).toBe(true);
  expect(isSeed('KMPRT0')).toBe(false);
});
