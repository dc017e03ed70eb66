/** What a form understands of what is typed in it, and what it turns away. */
import { describe, expect, test } from 'vitest';
import {
  addressForm,
  birthDateForm,
  captchaRefusal,
  dateOf,
  identityRefusals,
  looksReal,
  missing,
  nextCaptcha,
  numenForm,
  passwordFaults,
  phoneForm,
  phoneOf,
  tidy,
} from '../../../src/simulator/core/checks.ts';
import type { CaptchaPlace } from '../../../src/simulator/core/edition.ts';
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

describe('a pasted text', () => {
  test.each([' 30E0 412 ', '30E0\u00a0412', '30E0\u200b\u200b412', '\ufeff30E0412', '30E0\n412'])(
    'loses its spaces and what cannot be seen: %j',
    (text) => expect(tidy(text)).toBe('30E0412'),
  );
  test('an answer made of spaces is no answer', () => {
    expect(missing(['user', '\u00a0 '], ['numen', 'x'])).toEqual([
      { word: 'missing-answer', field: 'user' },
    ]);
  });
});

describe('a NUMEN', () => {
  test.each(['30E0412345ABC', ' 30e0412345abc', '30E 0412345 ABC'])('%j is one', (text) =>
    expect(numenForm(text, persona)).toBeNull(),
  );
  test.each(['', '30E0412345AB', 'X30E0412345ABC', '30E0412345ABCD', '3OE0412345ABC'])(
    '%j has not its form',
    (text) => expect(numenForm(text, persona)).toBe('malformed-numen'),
  );
  test('with another prefix it could be somebody’s', () =>
    expect(numenForm('04E0412345ABC', persona)).toBe('looks-real'));
});

describe('a date', () => {
  test.each([
    ['14/03/1975', '14/03/1975'],
    ['4.3.1975', '04/03/1975'],
    ['04-03-1975', '04/03/1975'],
    ['01/12/1975', '01/12/1975'],
    ['31/12/1900', '31/12/1900'],
    ['30/04/1975', '30/04/1975'],
    ['28/02/1975', '28/02/1975'],
    ['29/02/1976', '29/02/1976'],
    ['29/02/2000', '29/02/2000'],
  ])('%s is a day', (text, day) => expect(dateOf(text)).toBe(day));
  test.each([
    '29/02/1975',
    '29/02/1900',
    '30/02/1976',
    '31/04/1975',
    '32/01/1975',
    '00/01/1975',
    '01/13/1975',
    '01/00/1975',
    '31/12/1899',
    '1/1/75',
    'le 14/03/1975',
    '114/03/1975',
    '14/03/19755',
    'hier',
  ])('%s is none', (text) => expect(dateOf(text)).toBeNull());
  test('a slip of the finger is looked up', () => {
    expect(birthDateForm('15/03/1975', persona)).toBeNull();
    expect(birthDateForm('14/03/1957', persona)).toBeNull();
  });
  test('another birth date could be the reader’s own', () => {
    expect(birthDateForm('15/04/1976', persona)).toBe('looks-real');
    expect(birthDateForm('14/04/1976', persona)).toBe('looks-real');
  });
  test('both faults of form are told before either is looked up', () => {
    expect(identityRefusals(persona, 'x', '30/02/1975')).toEqual([
      { word: 'malformed-numen', field: 'numen' },
      { word: 'malformed-date', field: 'birthDate' },
    ]);
    expect(identityRefusals(persona, '30E0412345ABD', '30/02/1975')).toEqual([
      { word: 'malformed-date', field: 'birthDate' },
    ]);
  });
  test('then both are told wrong, each at its field', () => {
    expect(identityRefusals(persona, '30E0412345ABD', '15/03/1975')).toEqual([
      { word: 'unknown-numen', field: 'numen' },
      { word: 'wrong-birth-date', field: 'birthDate' },
    ]);
    expect(identityRefusals(persona, persona.numen, persona.birthDate)).toEqual([]);
  });
});

describe('an address', () => {
  test.each(['camille.essai@ac-nowhere.example', ' Camille.Essai@AC-nowhere.EXAMPLE '])(
    '%j goes further',
    (text) => expect(addressForm(text, persona)).toBeNull(),
  );
  test.each(['camille', '@nowhere.example', 'a@b@nowhere.example', 'a@example', 'a@nowhere.', ''])(
    '%j has not its form',
    (text) => expect(addressForm(text, persona)).toBe('malformed-address'),
  );
  test('one that could exist is turned away', () =>
    expect(addressForm('camille.essai@ac-nowhere.fr', persona)).toBe('looks-real'));
});

describe('a phone number', () => {
  test.each([
    '0639981234',
    '06 39 98 12 34',
    '06.39.98.12.34',
    '06-39-98-12-34',
    '(06) 39/98/12/34',
    '+33639981234',
    '+33 (0)6 39 98 12 34',
    '0033639981234',
  ])('%s is read', (text) => expect(phoneOf(text)).toBe('0639981234'));
  test.each(['063998123', '06399812345', '0039981234', '10639981234', '1+33639981234', 'perdu'])(
    '%s is no French number',
    (text) => expect(phoneOf(text)).toBeNull(),
  );
  test('both of the voter’s own are taken', () => {
    expect(phoneForm(persona.phone, persona)).toBeNull();
    expect(phoneForm(persona.otherPhone, persona)).toBeNull();
  });
  test.each([
    ['+49 151 234567', 'foreign-phone'],
    ['0049151234567', 'foreign-phone'],
    ['+49', 'malformed-phone'],
    ['tel +49151234567', 'looks-real'],
    ['12345', 'malformed-phone'],
    ['01 06 07 08 09', 'not-a-mobile'],
    ['0700000000', 'looks-real'],
  ])('%s is %s', (text, word) => expect(phoneForm(text, persona)).toBe(word));
});

describe('a user name that could be somebody’s', () => {
  test.each(['camille@ac-nowhere.fr', '04E0412345ABC', '0612345678'])('%s: not read', (text) =>
    expect(looksReal(text, persona)).toBe(true),
  );
  test.each(['cessai', 'a@b.example', 'a@b', '30E0412345ABC', '0639981234', '0639985678'])(
    '%s: read',
    (text) => expect(looksReal(text, persona)).toBe(false),
  );
});

describe('a new password', () => {
  const words = (text: string) => passwordFaults(edition, secret('typed', text)).map((f) => f.word);
  const { min, max } = edition.password;
  const long = (length: number) => 'Coquille-1'.padEnd(length, 'x').slice(0, length - 1) + '1';
  test('is as long as it must be, and no longer than it may', () => {
    expect(words(long(min))).toEqual([]);
    expect(words(long(min - 1))).toEqual(['password-too-short']);
    expect(words(long(max ?? 0))).toEqual([]);
    expect(words(long((max ?? 0) + 1))).toEqual(['password-too-long']);
  });
});

describe('a distorted image', () => {
  /** The first image of that place that shows what is wanted. */
  const image = (place: CaptchaPlace, wanted: RegExp) => {
    const year = editionOf('men-2014');
    for (let nth = 0; nth < 50; nth += 1) {
      const here = begin(year);
      const shown = { ...here, captchas: { ...here.captchas, [place]: nth } };
      const text = captchaText(year, shown, place);
      if (wanted.test(text))
        return {
          text,
          right: (answer: string) => captchaRefusal(year, shown, place, answer) === null,
        };
    }
    throw new Error(`no image of ${place} shows ${wanted}`);
  };
  test('its letters have a case', () => {
    const { text, right } = image('identifier-tool', /[a-z].*[A-Z]|[A-Z].*[a-z]/);
    expect(right(` ${text}\u00a0`)).toBe(true);
    expect(right(text.toLowerCase())).toBe(false);
    expect(right(text.toUpperCase())).toBe(false);
  });
  test('its two words have none, and may stand far apart, not together', () => {
    const { text, right } = image('account', / /);
    expect(text).toMatch(/^[a-z]+ [a-z]+$/);
    expect(right(text.toUpperCase())).toBe(true);
    expect(right(`  ${text.replace(' ', '   ')} `)).toBe(true);
    expect(right(text.replace(' ', '\u200b \u00ad'))).toBe(true);
    expect(right(text.replace(' ', ''))).toBe(false);
  });
  test('the next one is the next', () => {
    expect(nextCaptcha(world, 'sign-in')).toEqual({
      type: 'CaptchaShown',
      place: 'sign-in',
      nth: world.captchas['sign-in'] + 1,
    });
  });
});
