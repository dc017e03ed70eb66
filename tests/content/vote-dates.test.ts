/** No sentence of `content/` writes a date of the coming vote by hand: a prolongation or a correction reaches them all. */
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { dateHoles, withDates } from '../../src/lib/holes.ts';
import { locateYaml } from '../../src/schemas/read.ts';
import { filledIn, readByTwo } from '../unit/guide/support.ts';

/** What speaks of old elections, of an exercise, or of a source. */
const elsewhere =
  /^(?:academies|courriels|ecrans|exercices|personnages|recits|tutoriels)\/|^editions\/men-20(?:14|18|22)|^(?:participation|sources|listes)\.yaml$/u;
const files = readdirSync('content', { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /\.(?:yaml|mdx?)$/u.test(name) && !elsewhere.test(name))
  .filter((name) => name !== 'LISEZMOI.md')
  .sort();

/** The sentences of a file but for « autrefois », with their keys; the text under a front matter too. */
function sentences(name: string): readonly { readonly at: string; readonly words: string }[] {
  const whole = readFileSync(`content/${name}`, 'utf8');
  const parts = /^---\n([\s\S]*?)^---\n([\s\S]*)$/mu.exec(whole);
  const value: unknown = name.endsWith('.yaml') ? parse(whole) : parse(parts?.[1] ?? '');
  return [...walk(value, ''), { at: 'texte', words: parts?.[2] ?? '' }];
}

function* walk(
  value: unknown,
  at: string,
): Generator<{ readonly at: string; readonly words: string }> {
  if (typeof value === 'string') yield { at, words: value };
  else if (typeof value === 'object' && value !== null)
    for (const [key, one] of Object.entries(value))
      if (key !== 'autrefois') yield* walk(one, `${at}/${key}`);
}

const handWritten =
  /\b(?:\d{1,2}|1er)(?:\s(?:au|et le|et)\s\d{1,2})?\s(?:novembre|décembre)\b(?!\s20(?:0\d|1\d|2[0-5]))/u;

test('the files of the coming vote are among those that are read', () => {
  for (const name of [
    'etats/men-2026.yaml',
    'editions/men-2026.yaml',
    'employeurs.yaml',
    'memo.yaml',
  ])
    expect(files).toContain(name);
});

test.each(files)('%s', (name) => {
  const found = sentences(name).filter(({ words }) => handWritten.test(words));
  // The first one is what the file said before, which must stay as it was.
  expect(found.filter(({ at }) => !at.endsWith('/corrige/avant'))).toEqual([]);
});

test.each([
  ['jusqu’au 2 décembre', true],
  ['entre le 3 et le 8 décembre', true],
  ['du 3 au 10 décembre 2026', true],
  ['le 1er décembre', true],
  ['le 1er décembre 2022', false],
  ['jusqu’au {veille}', false],
  ['décembre 2026', false],
])('« %s » is written by hand: %s', (words, expected) =>
  expect(handWritten.test(words)).toBe(expected),
);

describe('a name between braces', () => {
  const holes = dateHoles(filledIn());
  const extended = dateHoles(filledIn({ prolonge_au: readByTwo('2026-12-11 12:00') }));
  test('is filled in from the calendar', () =>
    expect(holes).toEqual({
      jours: 'du 3 au 10 décembre 2026',
      jours_prevus: 'du 3 au 10 décembre 2026',
      jours_conseilles: 'du 3 au 8 décembre',
      veille: '2 décembre',
      veille_annee: '2 décembre 2026',
      dernier_jour: '10 décembre',
      lettre: '18 novembre',
    }));
  test('follows a prolongation; what a text had fixed says that it was prolonged', () =>
    expect(extended).toEqual({
      ...holes,
      jours: 'du 3 au 11 décembre 2026',
      jours_prevus: 'du 3 au 10 décembre 2026 (prolongé jusqu’au 11 décembre)',
      dernier_jour: '11 décembre',
    }));
  test('is known to whoever corrects a page', () => {
    const manual = readFileSync('content/LISEZMOI.md', 'utf8');
    for (const name of Object.keys(holes)) expect(manual).toContain(`\`{${name}}\``);
  });
  test('misspelt, stops the build with its line and the right one; the blanks of a message are left', () => {
    const prepare = withDates(filledIn());
    const { line } = locateYaml('content/etats/men-2026.yaml');
    const read = (words: string) =>
      prepare('content/etats/men-2026.yaml', {
        value: { gestes: { moment: { detail: words } } },
        line,
      }).value;
    expect(() => read('Le {dernier_jours} est')).toThrow(
      /^content\/etats\/men-2026\.yaml, ligne \d+ : rien ne remplit « \{dernier_jours\} »\.\n {2}Écrire plutôt : \{dernier_jour\}$/u,
    );
    expect(read('/academies/{academie}/ {nom}')).toEqual({
      gestes: { moment: { detail: '/academies/{academie}/ {nom}' } },
    });
  });
});
