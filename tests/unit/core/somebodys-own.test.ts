/** What could be somebody’s own, wherever it is typed and however it is written: turned away unread. */
import { describe, expect, test } from 'vitest';
import {
  addressForm,
  birthDateForm,
  captchaRefusal,
  dateOf,
  identityRefusals,
  looksReal,
  missing,
  numenForm,
  passwordFaults,
  phoneForm,
  phoneOf,
  realSecrets,
  tidy,
  typedTwice,
} from '../../../src/simulator/core/checks.ts';
import type { PasswordRule } from '../../../src/simulator/core/edition.ts';
import type { SealedSecret } from '../../../src/simulator/core/portal.ts';
import { captchaText } from '../../../src/simulator/core/views.ts';
import { begin, editionOf, secret } from '../../support/scenario.ts';

const edition = editionOf('men-2018');
const world = begin(edition);
const persona = {
  ...world.persona,
  numen: '30E0412345ABC',
  birthDate: '14/03/1975',
  phone: '0639981234',
  otherPhone: '0639985678',
};

describe.each([
  [
    'an address',
    [
      'moi@ac-lyon.fr',
      'MOI@AC-LYON.FR',
      'écrivez à moi@ac-lyon.fr, merci',
      '<moi@ac-lyon.fr>',
      'moi@ac-lyon.fr.',
      'm\u200boi@ac-\u00adlyon.fr',
      'ｍｏｉ@ａｃ-ｌｙｏｎ.ｆｒ',
      'moi@école.fr',
      'moi@e2.fr',
      'moi@a.b.c.fr',
      'a@nowhere.example moi@ac-lyon.fr',
      'moi@ac-lyon.fr a@nowhere.example',
      'moi@nowhere.example.fr',
      'moi@nowhereexample.fr',
    ],
    [
      'a@nowhere.example',
      'A@NOWHERE.EXAMPLE',
      'a@nowhere.example b@nowhere.example',
      '@ac-lyon.fr',
      'moi @ac-lyon.fr',
      'moi@@ac-lyon.fr',
      'moi@ac-lyon',
      'moi@ac-lyon.f',
      'moi@.fr',
      'moi@ac-lyon.fr2',
      'moi@ac-lyon.fr-2',
      'ac-lyon.fr',
    ],
  ],
  [
    'a NUMEN',
    ['04E0412345ABC', '04e0412345abc', '04E 0412345 ABC', '04E-0412345–ABC', 'n° 04E0412345ABC.'],
    ['30E0412345ABC', '30e9999999zzz', '04E0412345AB', '04EE412345ABC', 'E04120412345ABC'],
  ],
  [
    'a birth date',
    ['15/04/1976', '15.4.1976', '15-04-1976', '15–04–1976', '15041976', 'le 15/04/1976 à 8 h'],
    [
      '14/03/1975',
      '14/03/1976',
      '15/04/1975',
      '14031999',
      '31/02/1976',
      '15/13/1976',
      '115/04/1976',
      '15/04/19765',
      '150419765',
      '15/04/76',
      '15:04:1976',
      '01/01/1899',
    ],
  ],
  [
    'a phone number',
    [
      '0612345678',
      '06 12 34 56 78',
      '06.12.34.56.78',
      '06-12-34–56-78',
      '(06)12/34/56/78',
      'tél. 06 12 34 56 78, le soir',
      '0123456789',
      '+33612345678',
      '+33 (0)6 12 34 56 78',
      '0033612345678',
      '00330612345678',
      '+4915123456',
      '004915123456',
      '0639981235',
    ],
    [
      '0639981234',
      '06 39 98 56 78',
      '+33639981234',
      '0033 6 39 98 12 34',
      '+33 (0)6 39 98 12 34',
      '06123456789',
      '061234567',
      '10612345678',
      '+10612345678901234',
      '+4915123',
      '+4912345678901234',
      '612345678',
    ],
  ],
])('%s', (_what, real, harmless) => {
  test.each(real)('%j could be real', (text) => expect(looksReal(text, persona)).toBe(true));
  test.each(harmless)('%j is nobody’s', (text) => expect(looksReal(text, persona)).toBe(false));
});

describe('each form says it at its own field', () => {
  test.each(['moi@ac-lyon.fr', '04E0412345ABC', '0612345678', '15/04/1976'])(
    '%s in any of them',
    (text) => {
      expect(numenForm(text, persona)).toBe('looks-real');
      expect(birthDateForm(text, persona)).toBe('looks-real');
      expect(addressForm(text, persona)).toBe('looks-real');
      expect(phoneForm(text, persona)).toBe('looks-real');
      const refusal = captchaRefusal(edition, world, 'new-code', text);
      expect(refusal).toEqual({ word: 'looks-real', field: 'captcha' });
    },
  );
  test('both fields of an identity at once', () => {
    expect(identityRefusals(persona, '04E0412345ABC', '15/04/1976')).toEqual([
      { word: 'looks-real', field: 'numen' },
      { word: 'looks-real', field: 'birthDate' },
    ]);
  });
  test('a wrong image is only wrong when nothing real stands there', () => {
    const wrong = { word: 'wrong-captcha', field: 'captcha' };
    expect(captchaRefusal(edition, world, 'new-code', 'zzzz')).toEqual(wrong);
    expect(captchaRefusal(edition, world, 'new-code', '')).toEqual(wrong);
    const shown = captchaText(edition, world, 'new-code');
    expect(captchaRefusal(edition, world, 'new-code', [...shown].join(' '))).toBeNull();
    expect(captchaRefusal(edition, world, 'account', 'anything')).toBeNull();
  });
});

describe('a text loses what cannot be seen', () => {
  test.each([
    ['a\u00ad\u200b\u200e\u202e\u2060\ufeffb', 'ab'],
    ['a\u0000\u0007\u001fb', 'ab'],
    [' \t\r\n\u00a0\u202f\u3000a ', 'a'],
    ['Ａ１', 'A1'],
  ])('%j is %s', (text, left) => expect(tidy(text)).toBe(left));
});

describe('a number written in groups', () => {
  test.each(['30E-0412345-ABC', '30E.0412345.ABC', '30e–0412345—abc', '30E\u00a00412345\u200bABC'])(
    '%j is a NUMEN',
    (text) => {
      expect(numenForm(text, persona)).toBeNull();
      expect(identityRefusals(persona, text, persona.birthDate)).toEqual([]);
    },
  );
  test.each([
    ['14031975', '14/03/1975'],
    ['14 03 1975', '14/03/1975'],
    ['4 3 1975', '04/03/1975'],
    [' 14\u00a003  1975\u200b', '14/03/1975'],
    [' 4  3\u00a01975 ', '04/03/1975'],
    ['4\u200b \u200b3 1975\ufeff', '04/03/1975'],
    ['14–03–1975', '14/03/1975'],
    ['14 / 03 / 1975', '14/03/1975'],
    ['1/12/1900', '01/12/1900'],
    ['29/2/2400', '29/02/2400'],
  ])('%j is a date', (text, day) => expect(dateOf(text)).toBe(day));
  test.each([
    '1403 1975 x',
    '14 03 75',
    '4031975',
    '140319755',
    '14/03',
    '29 02 2100',
    '14;03;1975',
  ])('%j is none', (text) => expect(dateOf(text)).toBeNull());
  test.each([
    [1, 31],
    [2, 29],
    [3, 31],
    [4, 30],
    [5, 31],
    [6, 30],
    [7, 31],
    [8, 31],
    [9, 30],
    [10, 31],
    [11, 30],
    [12, 31],
  ])('month %i of a leap year has %i days', (month, days) => {
    const two = String(month).padStart(2, '0');
    expect(dateOf(`${days}/${month}/1976`)).toBe(`${days}/${two}/1976`);
    expect(dateOf(`${days + 1}/${month}/1976`)).toBeNull();
  });
  test.each([
    ['0033 0639981234', '0639981234'],
    ['+330639981234', '0639981234'],
    ['+33 39981234', null],
    ['+33 00639981234', null],
    ['06+339981234', null],
    ['x0639981234', null],
    ['0639981234x', null],
  ])('%j is the phone %s', (text, phone) => expect(phoneOf(text)).toBe(phone));
});

describe('a number that the exercise cannot take', () => {
  test.each([
    ['0139981234', 'not-a-mobile'],
    ['0939981234', 'not-a-mobile'],
    ['+33139981234', 'not-a-mobile'],
    ['+491234', 'foreign-phone'],
    ['+49 (1) 23.4-5/6', 'foreign-phone'],
    ['0041441234567', 'foreign-phone'],
    ['+123456789012345', 'foreign-phone'],
    ['+49123', 'malformed-phone'],
    ['+1234567890123456', 'malformed-phone'],
    ['49 151 234567', 'malformed-phone'],
    ['+33639', 'malformed-phone'],
    ['0033639', 'malformed-phone'],
    ['+091234567', 'malformed-phone'],
    ['', 'malformed-phone'],
    ['0739981234', 'looks-real'],
    ['+49151234567 +', 'looks-real'],
  ])('%j: %s', (text, word) => expect(phoneForm(text, persona)).toBe(word));
});

describe('an address of the exercise', () => {
  const label = (length: number) => 'a'.repeat(length);
  test.each([
    `${label(64)}@nowhere.example`,
    `a@${label(63)}.example`,
    `a@${'b.'.repeat(8)}example`,
    "a.b_c%d+e'f-9@no-where9.example",
  ])('%s goes further', (address) => expect(addressForm(address, persona)).toBeNull());
  test.each([
    `${label(65)}@nowhere.example`,
    `a@${label(64)}.example`,
    `a@${'b.'.repeat(9)}example`,
    'é@nowhere.example',
    'a,b@nowhere.example',
    '<a@nowhere.example',
    'a@nowhere.example>',
    'a@nowhere..example',
    'a@no_where.example',
    'a@b.c',
  ])('%s has not its form', (address) =>
    expect(addressForm(address, persona)).toBe('malformed-address'),
  );
  test('is not one that only ends like it', () => {
    expect(addressForm('a@nowhere.notexample', persona)).toBe('looks-real');
  });
});

describe('a new password', () => {
  const all: PasswordRule = {
    min: 8,
    max: 12,
    upper: true,
    lower: true,
    digit: true,
    special: true,
    differsFromAddress: true,
  };
  const none: PasswordRule = {
    min: 0,
    max: null,
    upper: false,
    lower: false,
    digit: false,
    special: false,
    differsFromAddress: false,
  };
  const bad: SealedSecret = {
    alias: 'typed',
    length: 7,
    upper: false,
    lower: false,
    digit: false,
    special: false,
    isAddress: true,
  };
  const good: SealedSecret = {
    alias: 'typed',
    length: 8,
    upper: true,
    lower: true,
    digit: true,
    special: true,
    isAddress: false,
  };
  const faults = (password: PasswordRule, typed: SealedSecret) =>
    passwordFaults({ ...edition, password }, typed);

  test('is told all its faults at once, in the order of the sentence', () => {
    expect(faults(all, bad)).toEqual(
      [
        'password-too-short',
        'password-without-lower',
        'password-without-upper',
        'password-without-digit',
        'password-without-special',
        'password-equals-address',
      ].map((word) => ({ word, field: 'password' })),
    );
    expect(faults(all, { ...good, length: 13 })).toEqual([
      { word: 'password-too-long', field: 'password' },
    ]);
    expect(faults(all, good)).toEqual([]);
  });
  test('breaks no rule that the election has not', () => {
    expect(faults(none, { ...bad, length: 200 })).toEqual([]);
  });
  test('is typed twice alike', () => {
    const other = { ...good, alias: 'other' };
    const differ = { word: 'passwords-differ', field: 'confirmation' };
    const short = { word: 'password-too-short', field: 'password' } as const;
    expect(typedTwice(good, good, [])).toEqual([]);
    expect(typedTwice(good, other, [])).toEqual([differ]);
    expect(typedTwice(good, other, [short])).toEqual([short, differ]);
  });
  test('is not measured when it could be somebody’s own', () => {
    const real = { ...bad, alias: 'looks-real' };
    const at = (field: 'password' | 'confirmation') => ({ word: 'looks-real', field });
    const short = { word: 'password-too-short', field: 'password' } as const;
    expect(typedTwice(real, good, [short])).toEqual([at('password')]);
    expect(typedTwice(good, real, [short])).toEqual([short, at('confirmation')]);
    expect(typedTwice(real, real, [short])).toEqual([at('password'), at('confirmation')]);
    expect(realSecrets(['password', real], ['answer', good])).toEqual([at('password')]);
  });
});

test('an empty secret is no answer, whatever its alias', () => {
  expect(
    missing(['password', secret('typed', '')], ['confirmation', secret('typed', 'x')]),
  ).toEqual([{ word: 'missing-answer', field: 'password' }]);
});
