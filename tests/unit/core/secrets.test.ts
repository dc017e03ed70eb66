/** Passwords without their text: what is proposed, what each proposal breaks, and what is remembered of what is typed. */
import { describe, expect, test } from 'vitest';
import { passwordFaults } from '../../../src/simulator/core/checks.ts';
import {
  challengeProposals,
  forgottenAlias,
  mailboxProposals,
  numenAlias,
  proposals,
  proposedText,
  sealOf,
  sealTyped,
} from '../../../src/simulator/core/secrets.ts';
import { begin, editionOf, editions } from '../../support/scenario.ts';

const address = 'aude.vize@ac-amiens.example';
const seeds = Array.from({ length: 100 }, (_, n) => `SEED${n}`);
const edition = editionOf('men-2018');
const world = begin(edition);

/** What the election's rule finds wrong with each proposal, by alias. */
function faults(id: string, seed: string): Readonly<Record<string, readonly string[]>> {
  const here = editionOf(id);
  return Object.fromEntries(
    proposals(here, seed, address).map(({ alias, text }) => [
      alias,
      passwordFaults(here, sealOf(text, alias, address)).map(({ word }) => word),
    ]),
  );
}

describe('a sealed secret', () => {
  test.each([
    ['Coquille-42', { length: 11, upper: true, lower: true, digit: true, special: true }],
    ['coquille', { length: 8, upper: false, lower: true, digit: false, special: false }],
    ['COQUILLE', { length: 8, upper: true, lower: false, digit: false, special: false }],
    ['42', { length: 2, upper: false, lower: false, digit: true, special: false }],
    ['É é', { length: 3, upper: true, lower: true, digit: false, special: false }],
    ['🐚!', { length: 2, upper: false, lower: false, digit: false, special: true }],
    ['', { length: 0, upper: false, lower: false, digit: false, special: false }],
  ])('of « %s » keeps its shape', (text, shape) =>
    expect(sealOf(text, 'typed', address)).toEqual({ alias: 'typed', ...shape, isAddress: false }),
  );
  test('knows the voter’s own address, however it is written', () => {
    expect(sealOf(address, 'typed', address).isAddress).toBe(true);
    expect(sealOf(` ${address.toUpperCase()} `, 'typed', address).isAddress).toBe(true);
    expect(sealOf(`${address}x`, 'typed', address).isAddress).toBe(false);
  });
});

describe('the proposals', () => {
  const good = { 'good-1': [], 'good-2': [], 'good-3': [] };

  test('are good, or break the rule that they are there to break, whatever the seed', () => {
    for (const seed of seeds) {
      expect(faults('men-2014', seed)).toEqual({
        ...good,
        'bad-short': ['password-too-short'],
        'bad-upper': ['password-without-upper'],
        'bad-digit': ['password-without-digit'],
      });
      expect(faults('men-2018', seed)).toEqual({
        ...good,
        'bad-short': ['password-too-short'],
        'bad-upper': ['password-without-upper'],
        'bad-digit': ['password-without-digit'],
        'bad-address': [
          'password-too-long',
          'password-without-upper',
          'password-without-digit',
          'password-equals-address',
        ],
      });
      expect(faults('men-2022', seed)).toEqual({
        ...good,
        'bad-short': ['password-too-short', 'password-without-special'],
        'bad-upper': ['password-too-short', 'password-without-upper', 'password-without-special'],
        'bad-digit': ['password-without-digit', 'password-without-special'],
      });
    }
  });

  test('of KMPRTV are these, for ever: a journal names them without their text', () => {
    const texts = (id: string) =>
      proposals(editionOf(id), 'KMPRTV', address).map(({ text }) => text);
    expect(texts('men-2014')).toEqual([
      'Hirondelle-Pomme18',
      'Coquille-Coquille96',
      'Hirondelle-Tournesol23',
      'Ab595',
      'coquille799',
      'CoquilleNoisette',
    ]);
    expect(texts('men-2018')).toEqual([
      'Hirondelle-1845',
      'Coquille-9636',
      'Hirondelle-2328',
      'Ab595',
      'coquille799',
      'CoquilleNoisette',
      address,
    ]);
    expect(texts('men-2022').slice(0, 3)).toEqual([
      'Hirondelle!Pomme18',
      'Coquille!Coquille96',
      'Hirondelle!Tournesol23',
    ]);
    expect(challengeProposals('KMPRTV').map(({ text }) => text)).toEqual([
      'lanterne',
      'bicyclette',
    ]);
    expect(mailboxProposals('KMPRTV').map(({ text }) => text)).toEqual([
      'Bicyclette-785!',
      'Bicyclette',
    ]);
  });

  test('say which are flawed', () => {
    const flawed = [
      ...proposals(edition, 'KMPRTV', address),
      ...challengeProposals('KMPRTV'),
      ...mailboxProposals('KMPRTV'),
    ].filter((one) => one.flawed);
    expect(flawed.map(({ alias }) => alias)).toEqual([
      'bad-short',
      'bad-upper',
      'bad-digit',
      'bad-address',
      'mailbox-bad',
    ]);
  });

  test('break only the rules that the election has', () => {
    const rule = { ...edition.password, upper: false, digit: false, differsFromAddress: false };
    const aliases = proposals({ ...edition, password: rule }, 'KMPRTV', address).map(
      ({ alias }) => alias,
    );
    expect(aliases).toEqual(['good-1', 'good-2', 'good-3', 'bad-short']);
  });

  test('take every word in turn', () => {
    const words = new Set(
      seeds.flatMap((seed) => challengeProposals(seed).map(({ text }) => text)),
    );
    expect([...words].sort()).toEqual([
      'bicyclette',
      'boussole',
      'coquille',
      'hirondelle',
      'lanterne',
      'marmite',
      'noisette',
      'parapluie',
      'pomme',
      'tournesol',
    ]);
  });

  test('never say the same twice to one voter', () => {
    for (const here of Object.values(editions)) {
      const texts = proposals(here, 'KMPRTV', address).map(({ text }) => text);
      expect(new Set(texts).size).toBe(texts.length);
    }
  });
});

describe('the text behind an alias', () => {
  test.each([
    ['good-1', 'Hirondelle-1845'],
    ['bad-address', address],
    ['mailbox-good', 'Bicyclette-785!'],
    ['answer-2', 'bicyclette'],
    [numenAlias, world.persona.numen],
    ['typed-1', null],
    [forgottenAlias, null],
  ])('%s', (alias, text) => expect(proposedText(edition, world, alias)).toBe(text));
});

test('names that a journal keeps do not change', () => {
  expect([numenAlias, forgottenAlias]).toEqual(['numen', 'forgotten']);
});

describe('what somebody types', () => {
  const asked: string[] = [];
  const aliasOf = (text: string): string => {
    asked.push(text);
    return 'typed-1';
  };
  const seal = (typed: string) => sealTyped(edition, world, typed, aliasOf);

  test('has the alias of what was proposed, however it is spaced around', () => {
    expect(seal('Hirondelle-1845').alias).toBe('good-1');
    expect(seal('  Hirondelle-1845\u200b ').alias).toBe('good-1');
    expect(seal('lanterne').alias).toBe('answer-1');
    expect(seal(world.persona.numen).alias).toBe('numen');
    expect(seal(address).alias).toBe('bad-address');
    expect(asked).toEqual([]);
  });
  test('is not kept when it could be somebody’s own', () => {
    expect(seal('06 12 34 56 78').alias).toBe('looks-real');
    expect(seal('quelqu.un@ac-lyon.fr').alias).toBe('looks-real');
    expect(asked).toEqual([]);
  });
  test('is remembered by what counts: inner spaces do, those around and unseen signs do not', () => {
    expect(seal('\u00a0Un\u00a0mot a\u0300 moi\u200b 7 ')).toEqual({
      alias: 'typed-1',
      length: 14,
      upper: true,
      lower: true,
      digit: true,
      special: false,
      isAddress: false,
    });
    seal('Un  mot');
    expect(asked).toEqual(['Un mot à moi 7'.normalize('NFC'), 'Un  mot']);
  });
});
