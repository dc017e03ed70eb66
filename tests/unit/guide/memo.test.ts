/** The memory sheet: what it asks, what a device may keep of it, and what it never says. */
import { describe, expect, test } from 'vitest';
import { currentEdition } from '../../../src/lib/current.ts';
import { memoLines, nextDates } from '../../../src/lib/memo.ts';
import { memoSchema } from '../../../src/schemas/memo.ts';
import {
  isRefused,
  leftWords,
  parseMemo,
  printMemo,
  type Sheet,
} from '../../../src/scripts/memo-words.ts';
import { breachesOf } from '../../support/forbidden-2026.ts';
import { filledIn, readByTwo } from './support.ts';

const lines = memoLines();
const sheet: Sheet = {
  edition: 'men-2026',
  ticks: ['lettre', 'lettre.chez-moi', 'numen'],
  lines: ['lettre'],
};

describe('the sheet', () => {
  test('goes from the mailbox to the proof', () =>
    expect(lines.map(({ name }) => name)).toEqual([
      'messagerie',
      'numen',
      'lettre',
      'code',
      'appareil',
      'moment',
      'personne',
      'preuve',
    ]));
  test('says nothing forbidden, and never that one has voted', () => {
    for (const { have, question, places, note, left } of lines)
      for (const words of [have, question, note, left, ...places.map((place) => place.words)]) {
        expect(breachesOf(words), words).toEqual([]);
        expect(words).not.toMatch(/j’ai (?:déjà )?voté|a voté/iu);
      }
  });
  test('what was needed before says that it is not confirmed', () => {
    for (const name of ['messagerie', 'numen', 'lettre', 'code'])
      expect(lines.find((line) => line.name === name)?.note, name).toMatch(
        /2014, 2018 et 2022.*non confirmé pour 2026/u,
      );
  });
  test('leaves no free line beside a secret', () => {
    for (const { name, other, byHand } of lines)
      if (/numen|code/u.test(name)) expect([other, byHand]).toEqual([false, null]);
  });
  test('offers the days from the first to the one that we advise', () =>
    expect(
      lines
        .find(({ days }) => days)
        ?.places.slice(0, 6)
        .map(({ words }) => words),
    ).toEqual(['jeudi 3', 'vendredi 4', 'samedi 5', 'dimanche 6', 'lundi 7', 'mardi 8']));
  const line = {
    nom: 'lettre',
    je_l_ai: 'J’ai ma lettre.',
    question: 'Elle est',
    ou: [{ nom: 'ici', mots: 'ici' }],
    a_savoir: 'Rien.',
    reste: 'La trouver',
  };
  const refusals = (...lignes: readonly object[]) =>
    memoSchema
      .safeParse({ lignes })
      .error?.issues.map(({ message }) => message)
      .join(' ') ?? 'none';
  test('a sound line is accepted', () => expect(refusals(line)).toBe('none'));
  test.each([
    [{ ...line, je_l_ai: 'J’ai voté.' }, /ne dit jamais si l’on a voté/u],
    [{ ...line, nom: 'code', autre: true }, /ligne libre à côté d’un secret/u],
    [{ ...line, nom: 'numen', papier: 'Le voici' }, /ligne libre à côté d’un secret/u],
    [{ ...line, ou: [...line.ou, ...line.ou] }, /un nom par endroit/u],
  ])('a line that invites a secret, or a vote, is refused in French', (wrong, message) =>
    expect(refusals(wrong)).toMatch(message),
  );
  test('two lines never share a name', () =>
    expect(refusals(line, line)).toMatch(/un nom par ligne/u));
});

describe('the dates', () => {
  const daysOf = (lines: Readonly<Record<string, unknown>>) =>
    nextDates(filledIn(lines)).map(({ day }) => day);
  test('come from the calendar of the vote, the nearest first', () => {
    const { days, advice } = currentEdition();
    expect(daysOf({})).toEqual(['2026-12-02', days.first, advice.voteBy, days.last]);
  });
  test('follow an extension', () =>
    expect(daysOf({ prolonge_au: readByTwo('2026-12-11 12:00') }).at(-1)).toBe('2026-12-11'));
  test('each is over when its day is', () => {
    const over = nextDates().map(({ over: seconds }) => seconds);
    expect(over).toEqual([...over].sort((a, b) => a - b));
    expect(new Date((over[1] ?? 0) * 1000).toISOString()).toBe('2026-12-03T23:00:00.000Z');
  });
});

describe('what a device keeps', () => {
  test('comes back as it was', () => {
    const memo = { ticks: ['lettre', 'lettre.chez-moi'], words: { lettre: 'tiroir bleu' } };
    expect(parseMemo(printMemo(memo, sheet), sheet)).toEqual(memo);
  });
  test('holds the names of the sheet only: nothing says that one has voted', () => {
    const kept = printMemo(
      { ticks: ['numen', 'vote', 'j-ai-vote'], words: { vote: 'fait', lettre: 'salon' } },
      sheet,
    );
    expect(JSON.parse(kept)).toEqual({
      v: 1,
      edition: 'men-2026',
      ticks: ['numen'],
      words: { lettre: 'salon' },
    });
  });
  test.each(['01E9501234ABC', '12/03/1980', 'K7PLQ29X', '4829', '48 29 13', 'code a1b2c3'])(
    '« %s » is refused, written and read',
    (secret) => {
      expect(isRefused(secret)).toBe(true);
      const memo = { ticks: [], words: { lettre: secret } };
      expect(printMemo(memo, sheet)).not.toContain(secret);
      const planted = JSON.stringify({ v: 1, edition: 'men-2026', ...memo });
      expect(parseMemo(planted, sheet).words).toEqual({});
    },
  );
  test.each(['tiroir bleu', 'salle 204', 'chez Aude', 'bureau B12', ''])(
    '« %s » may stand',
    (place) => expect(isRefused(place)).toBe(false),
  );
  test.each([
    null,
    '',
    'rien',
    '[]',
    'null',
    '{"v":2,"edition":"men-2026","ticks":["lettre"],"words":{}}',
    '{"v":1,"edition":"men-2022","ticks":["lettre"],"words":{}}',
    '{"v":1,"edition":"men-2026","ticks":"lettre","words":[7]}',
    '{"v":1,"edition":"men-2026","ticks":[{}],"words":{"lettre":7}}',
  ])('%s is an empty sheet', (text) =>
    expect(parseMemo(text, sheet)).toEqual({ ticks: [], words: {} }),
  );
  test('words are cut short', () =>
    expect(
      parseMemo(printMemo({ ticks: [], words: { lettre: 'a '.repeat(60) } }, sheet), sheet).words[
        'lettre'
      ]?.length,
    ).toBeLessThanOrEqual(40));
});

test('what remains is said in words', () => {
  expect(leftWords(0, 8)).toBe('Tout est prêt.');
  expect(leftWords(1, 8)).toBe('Il reste une ligne.');
  expect(leftWords(3, 8)).toBe('Il reste 3 lignes.');
  expect(leftWords(8, 8)).toMatch(/première ligne/u);
});
