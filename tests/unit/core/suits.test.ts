// Which academy, profile and exercise go together, and what gives way when they do not.
import { describe, expect, test } from 'vitest';
import { nearest, suits } from '../../../src/simulator/core/suits.ts';
import { editionOf } from '../../support/scenario.ts';

const of2018 = editionOf('men-2018');
const of2014 = editionOf('men-2014');
const usual = { academy: 'amiens', profile: 'certifie', exercise: 'parcours-complet' };
const island = { ...usual, profile: 'certifie-caledonie' };
const forgotten = { ...usual, profile: 'pas-sur-la-liste' };
const claim = { ...usual, exercise: 'pas-sur-la-liste' };

describe('what goes together', () => {
  test('a profile of one academy is played there and nowhere else', () => {
    expect(suits(of2018, island)).toBe(false);
    expect(suits(of2018, { ...island, academy: 'nouvelle-caledonie' })).toBe(true);
  });
  test('an exercise of some academies too', () => {
    expect(suits(of2018, { ...usual, exercise: 'outre-mer' })).toBe(false);
    expect(suits(of2018, { ...usual, exercise: 'outre-mer', academy: 'la-reunion' })).toBe(true);
  });
  test('somebody who is not on the roll plays only what was made for it, and nobody else does', () => {
    expect(suits(of2014, forgotten)).toBe(false);
    expect(suits(of2014, claim)).toBe(false);
    expect(suits(of2014, { ...claim, ...{ profile: 'pas-sur-la-liste' } })).toBe(true);
  });
  test('a roll cannot forget one ballot of several where only national ones are known', () => {
    const missing = { ...usual, exercise: 'scrutin-manquant' };
    expect(suits(of2014, missing)).toBe(true);
    expect(suits(of2014, { ...missing, academy: 'wallis-et-futuna' })).toBe(false);
    expect(suits(of2014, { ...usual, academy: 'wallis-et-futuna' })).toBe(true);
    const other = { ...usual, exercise: 'lettre-perdue', academy: 'wallis-et-futuna' };
    expect(suits(of2018, other)).toBe(true);
    const whole = of2018.exercises['parcours-complet'];
    if (!whole) throw new Error('no whole way');
    const incidents = [{ kind: 'contest-missing' }] as const;
    const lacking = { ...of2018, exercises: { lacking: { ...whole, incidents } } };
    const there = { academy: 'nouvelle-caledonie', exercise: 'lacking' };
    expect(suits(lacking, { ...there, profile: 'certifie' })).toBe(false);
    expect(suits(lacking, { ...there, profile: 'certifie-caledonie' })).toBe(true);
  });
  test('what the election does not have goes with nothing', () => {
    expect(suits(of2014, { ...usual, academy: 'normandie' })).toBe(false);
    expect(suits(of2014, { ...usual, profile: 'psyen' })).toBe(false);
    expect(suits(of2014, { ...usual, exercise: 'nulle-part' })).toBe(false);
  });
});

describe('what gives way', () => {
  test('nothing, when all is well', () => {
    expect(nearest(of2018, usual, null)).toEqual(usual);
  });
  test('the academy first', () => {
    expect(nearest(of2018, island, 'profile')).toEqual({
      ...island,
      academy: 'nouvelle-caledonie',
    });
  });
  test('the profile, when it is the academy that was chosen', () => {
    const back = nearest(of2018, island, 'academy');
    expect(back).toEqual({ ...usual, profile: 'pe' });
  });
  test('the exercise, when it is the profile that was chosen, and back to a whole way', () => {
    expect(nearest(of2014, forgotten, 'profile').exercise).toBe('pas-sur-la-liste');
    expect(nearest(of2014, claim, 'profile')).toEqual(usual);
  });
  test('the profile, when it is the exercise that was chosen', () => {
    expect(nearest(of2014, claim, 'exercise').profile).toBe('pas-sur-la-liste');
  });
});
