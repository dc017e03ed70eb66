// The search without a page: what answers, in what order, and what an index is made of.
import { describe, expect, test } from 'vitest';
import {
  findIn,
  foundWords,
  kindWords,
  makeReady,
  parseIndex,
  piecesOf,
  printIndex,
  type SearchEntry,
} from '../../../src/scripts/search-words.ts';

const entry = (path: string, title: string, more: Partial<SearchEntry> = {}): SearchEntry => ({
  path,
  title,
  kind: 'situation',
  year: '',
  names: '',
  typed: [],
  parts: [],
  ...more,
});
const index = {
  synonyms: [['mot de passe', 'mdp']],
  entries: [
    entry('/code/', 'J’ai perdu mon code', { typed: ['papier perdu'] }),
    entry('/mot/', 'J’ai perdu mon mot de passe', {
      parts: [['maintenant', 'Maintenant', 'Respirez. Demandez un autre mot de passe. Merci.']],
    }),
    entry('/lyon/', 'Académie de Lyon', { kind: 'now', names: 'Lyon 01 Ain 69 Rhône Bourg' }),
    entry('/2018/lyon/', 'Lyon en 2018', { kind: 'archive', year: '2018' }),
    entry('/vieux/', 'Le mot de passe de 2018', { kind: 'archive', year: '2018' }),
  ],
};
const ready = makeReady([index]);
const paths = (request: string) => findIn(request, ready).map((one) => one.href);

describe('the search', () => {
  test('forgives accents, case, endings and a slip of the finger', () => {
    for (const request of ['RHONE', 'rhône', 'rhonne', 'Académies de lyonn'])
      expect(paths(request)[0], request).toBe('/lyon/');
    expect(paths('codes perdus')[0]).toBe('/code/');
    expect(paths('pedru mon code')[0]).toBe('/code/');
  });

  test('answers while the word is still being typed', () => {
    expect(paths('rhô')[0]).toBe('/lyon/');
  });

  test('takes a number for what it is, never for the beginning of another', () => {
    expect(paths('69')).toEqual(['/lyon/']);
    expect(paths('6')).toEqual([]);
    expect(paths('96')).toEqual([]);
  });

  test('knows other words for the same thing', () => {
    expect(paths('mdp')[0]).toBe('/mot/');
  });

  test('puts first the page for which people type these words', () => {
    expect(paths('mon papier est perdu')[0]).toBe('/code/');
  });

  test('keeps the page for which people type part of a long sentence, before one that holds its rare words', () => {
    const common = ['/a/', '/b/', '/c/', '/d/', '/e/', '/f/'].map((path) =>
      entry(path, 'Ailleurs', { parts: [['', '', 'La messagerie que l’on n’a jamais ouvert.']] }),
    );
    const own = entry('/ouvrir/', 'Ouvrir', { typed: ['messagerie', 'jamais ouvert'] });
    const rare = entry('/autre/', 'Autre', { parts: [['', '', 'Agents, vingt minutes, jeudi.']] });
    const found = findIn(
      'je suis agent, jamais ouvert ma messagerie, vingt minutes jeudi',
      makeReady([{ synonyms: [], entries: [...common, own, rare] }]),
    );
    expect(found[0]?.entry.path).toBe('/ouvrir/');
  });

  test('shows this year before the archives', () => {
    expect(paths('mot de passe')).toEqual(['/mot/', '/vieux/']);
    expect(paths('lyon')[0]).toBe('/lyon/');
  });

  test('keeps the academy that a long sentence names on the second line', () => {
    expect(paths('je suis à Lyon et j’ai perdu mon mot de passe').slice(0, 2)).toEqual([
      '/mot/',
      '/lyon/',
    ]);
  });

  test('shows the sentence that answers', () => {
    expect(findIn('mdp', ready)[0]?.sentence).toBe('Demandez un autre mot de passe.');
  });

  test('opens a page at its top when the page answers, at the sentence when only a sentence does', () => {
    expect(paths('mot de passe perdu')[0]).toBe('/mot/');
    expect(paths('respirez')[0]).toBe('/mot/#maintenant');
  });

  test('finds nothing where nothing is asked, or nothing answers', () => {
    expect(paths('')).toEqual([]);
    expect(paths('  …')).toEqual([]);
    expect(paths('xylophone')).toEqual([]);
  });

  test('counts little words only when nothing else was typed', () => {
    expect(paths('mon de la')).not.toEqual([]);
    expect(paths('mon xylophone')).toEqual([]);
  });
});

test('the words that answer are marked, the text between them is kept', () => {
  const pieces = piecesOf('Un code perdu, un seul.', 'codes perdus');
  expect(pieces.map(({ text }) => text).join('')).toBe('Un code perdu, un seul.');
  expect(pieces.filter(({ isAsked }) => isAsked).map(({ text }) => text)).toEqual([
    'code',
    'perdu',
  ]);
});

test('an index travels and comes back the same; anything else is no index', () => {
  expect(parseIndex(JSON.parse(printIndex(index)))).toEqual(index);
  for (const other of [null, 3, [], {}, { s: 1, e: [] }]) expect(parseIndex(other)).toBeNull();
  expect(parseIndex({ s: [], e: [[1], 'x', ['/a/', 'A', 99]] })?.entries).toEqual([]);
});

test('counts and kinds are told in words', () => {
  expect(foundWords(0, 8)).toContain('demandez à quelqu’un');
  expect(foundWords(1, 8)).toBe('Une réponse.');
  expect(foundWords(4, 8)).toBe('4 réponses.');
  expect(foundWords(12, 8)).toBe('12 réponses, voici les 8 plus proches.');
  expect(kindWords({ kind: 'archive', year: '2018' })).toBe('archives 2018');
  expect(kindWords({ kind: 'archive', year: '' })).toBe('archives');
});
