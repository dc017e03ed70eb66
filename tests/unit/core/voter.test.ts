/** The voter that a seed makes: always the same, never a real one. */
import { describe, expect, test } from 'vitest';
import type { Edition } from '../../../src/simulator/core/edition.ts';
import { ownContests, persona, plainLetters } from '../../../src/simulator/core/persona.ts';
import { editionOf, editions, setupOf } from '../../support/scenario.ts';

const of2014 = editionOf('men-2014');
const of2018 = editionOf('men-2018');
const of2022 = editionOf('men-2022');
const seeds = Array.from({ length: 300 }, (_, n) => `SEED${n}`);
const voters = (edition: Edition, change = {}) =>
  seeds.map((seed) => persona(edition, setupOf(edition, { ...change, seed })));

describe('the seed KMPRTV', () => {
  test('makes Aude Vizé, at every device and for ever', () => {
    const { contests, ...voter } = persona(of2018, setupOf(of2018));
    expect(voter).toEqual({
      firstName: 'Aude',
      lastName: 'Vizé',
      civility: 'Mme',
      address: 'aude.vize@ac-amiens.example',
      user: 'avize',
      numen: '30E1134558TQP',
      birthDate: '08/11/1985',
      phone: '0639989976',
      otherPhone: '0639984525',
      department: '80',
    });
    expect(contests.map(({ id, kind, seats }) => [id, kind, seats])).toEqual([
      ['ctm', 'ctm', 15],
      ['cta.amiens', 'cta', 10],
      ['capn-certifies', 'capn-certifies', 19],
      ['capa-certifies.amiens', 'capa-certifies', 19],
    ]);
  });
  test('and its neighbours live in these departments, for ever', () => {
    const departments = ['KMPRTV', 'KMPRTW', 'KMPRTX', 'KMPRTY', 'KMPRUA', 'KMPRUB'].map(
      (seed) => persona(of2014, setupOf(of2014, { seed })).department,
    );
    expect(departments).toEqual(['61', '14', '61', '50', '14', '61']);
  });
  test('makes the same person at each election, wherever she works', () => {
    const same = Object.values(editions).map((edition) => {
      const { firstName, numen, birthDate, phone } = persona(edition, setupOf(edition));
      return { firstName, numen, birthDate, phone };
    });
    expect(new Set(same.map((one) => JSON.stringify(one))).size).toBe(1);
  });
});

describe('the thirty seats of a class', () => {
  const seats = Array.from({ length: 30 }, (_, n) => `KMPRTV.${String(n + 1)}`);
  test('hold thirty people, and no two of the same name', () => {
    const names = seats.map((seed) => persona(of2018, setupOf(of2018, { seed })).address);
    expect(new Set(names).size).toBe(30);
  });
  test('and another class seats them otherwise', () => {
    const name = (seed: string) => persona(of2018, setupOf(of2018, { seed })).address;
    expect(seats.filter((seed) => name(seed) === name(seed.replace('K', 'L'))).length).toBeLessThan(
      10,
    );
  });
});

describe('nobody is real', () => {
  test('a number has the prefix that was never issued, the phones are those kept for fiction', () => {
    for (const { numen, phone, otherPhone, address } of voters(of2014)) {
      expect(numen).toMatch(/^30E(0\d|1[0-3])\d{5}[A-HJ-NP-Z]{3}$/);
      expect(phone).toMatch(/^063998\d{4}$/);
      expect(otherPhone).toMatch(/^063998\d{4}$/);
      expect(otherPhone).not.toBe(phone);
      expect(address).toMatch(/^[a-z-]+\.[a-z-]+@ac-caen\.example$/);
    }
  });
  test('a birth date is a day of every year, and leaves nobody too young or too old to vote', () => {
    const dates = voters(of2014).map(({ birthDate }) => birthDate.split('/').map(Number));
    const column = (n: number) => dates.map((date) => date[n] ?? 0);
    const ends = (all: readonly number[]) => [Math.min(...all), Math.max(...all)];
    expect(ends(column(0))).toEqual([1, 28]);
    expect(ends(column(1))).toEqual([1, 12]);
    expect(ends(column(2))).toEqual([1958, 1991]);
    for (const { birthDate } of voters(of2014)) expect(birthDate).toMatch(/^\d\d\/\d\d\/\d{4}$/);
  });
  test('each of its parts is drawn for itself: voters differ in every one', () => {
    const all = voters(of2014);
    const differ = (part: (voter: (typeof all)[number]) => string) => new Set(all.map(part)).size;
    expect(differ(({ lastName }) => lastName)).toBe(of2014.personas.length);
    expect(differ(({ department }) => department)).toBe(3);
    expect(differ(({ numen }) => numen.slice(3, 5))).toBe(14);
    expect(differ(({ numen }) => numen.slice(5, 10))).toBeGreaterThan(290);
    expect(differ(({ numen }) => numen.slice(10))).toBeGreaterThan(290);
    expect(differ(({ phone }) => phone)).toBeGreaterThan(290);
    expect(differ(({ otherPhone }) => otherPhone)).toBeGreaterThan(290);
    // The years of the number and of the birth, the day and the month are not tied to each other.
    expect(differ(({ birthDate }) => birthDate.slice(0, 5))).toBeGreaterThan(180);
    expect(
      differ(({ numen, birthDate }) => numen.slice(3, 5) + birthDate.slice(6)),
    ).toBeGreaterThan(150);
  });
  test('the user name is a letter and the name, without accent or hyphen', () => {
    for (const { user, firstName, lastName } of voters(of2022)) {
      const bare = (text: string) => text.normalize('NFD').replaceAll(/[^a-z]/gi, '');
      expect(user).toBe((bare(firstName).charAt(0) + bare(lastName)).toLowerCase());
    }
    const named = (firstName: string, lastName: string) =>
      persona({ ...of2022, personas: [{ firstName, lastName, civility: 'M.' }] }, setupOf(of2022));
    const { user, address } = named('Jean-Noël', 'de La Tour-Grise');
    expect(user).toBe('jdelatourgrise');
    expect(address).toBe('jean-noel.de-la-tour-grise@ac-amiens.example');
  });
});

test('the old number is another even when both are drawn alike', () => {
  const { phone, otherPhone } = persona(of2014, setupOf(of2014, { seed: 'AABREW' }));
  expect([phone, otherPhone]).toEqual(['0639986572', '0639985720']);
});

describe('a name without its accents', () => {
  test.each([
    ['Aude', 'aude'],
    ['Élise', 'elise'],
    ['Maëlle', 'maelle'],
    ['Hautecôte', 'hautecote'],
    ['Jean-Noël', 'jean-noel'],
    ['de  La Tour', 'de-la-tour'],
    ["L'Hôte", 'l-hote'],
    ['(Rose)', 'rose'],
    ['-Rose Anne-', 'rose-anne'],
  ])('%s is %s', (name, plain) => expect(plainLetters(name)).toBe(plain));
});

describe('the voter’s contests', () => {
  const academy = of2018.academies['amiens'];
  const profile = of2018.profiles['certifie'];
  if (!academy || !profile) throw new Error('2018 has Amiens and its teachers');

  test('say how far they reach, in their id and their name', () => {
    const contests = {
      far: { id: 'far', name: 'Ministère', scope: 'national', seats: 3 },
      near: { id: 'near', name: 'Académie {academie}', scope: 'academy', seats: 2 },
      here: { id: 'here', name: 'Département : {departement}', scope: 'department', seats: 1 },
    } as const;
    const own = (department: string) =>
      ownContests(
        { ...of2018, contests },
        { ...profile, contests: ['here', 'far', 'gone', 'near'] },
        academy,
        department,
      );
    expect(own('80')).toEqual([
      { id: 'here.80', kind: 'here', name: 'Département : Somme', seats: 1 },
      { id: 'far', kind: 'far', name: 'Ministère', seats: 3 },
      { id: 'near.amiens', kind: 'near', name: 'Académie d’Amiens', seats: 2 },
    ]);
    expect(own('02')[0]?.name).toBe('Département : Aisne');
    // Corsica’s codes have a letter; a code that nobody knows stands for itself.
    expect(own('2A')[0]).toEqual({
      id: 'here.2a',
      kind: 'here',
      name: 'Département : 2A',
      seats: 1,
    });
  });

  test('are those of a department of the academy', () => {
    const departments = new Set(voters(of2018).map(({ department }) => department));
    expect([...departments].sort()).toEqual(['02', '60', '80']);
    const bare = { ...academy, departments: [] };
    const nowhere = persona({ ...of2018, academies: { amiens: bare } }, setupOf(of2018));
    expect(nowhere.department).toBe('00');
  });

  test('somebody is invented even where no name is', () => {
    const { firstName, lastName, civility, address } = persona(
      { ...of2018, personas: [] },
      setupOf(of2018),
    );
    expect([civility, firstName, lastName]).toEqual(['Mme', 'Camille', 'Essai']);
    expect(address).toBe('camille.essai@ac-amiens.example');
  });
});
