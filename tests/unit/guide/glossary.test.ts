// The glossary: what its file may say, and which words of a page lead to it.
import { describe, expect, test } from 'vitest';
import { sources } from '../../../src/lib/content.ts';
import { glossary, hasTermLinks, linkTerms } from '../../../src/lib/glossary.ts';
import { glossarySchema } from '../../../src/schemas/glossary.ts';
import { breachesOf, withoutWords } from '../../support/forbidden-2026.ts';
import { isChecked } from '../../support/reading.ts';

const terms = glossarySchema.parse([
  { ancre: 'numen', mot: 'NUMEN', formes: ['NUMEN'], sens: 'Un numéro.' },
  { ancre: 'liste', mot: 'Liste', formes: ['liste'], sens: 'Des noms.' },
  { ancre: 'electeurs', mot: 'Liste électorale', formes: ['liste électorale'], sens: 'Qui vote.' },
]);
const page = (body: string) =>
  `<head><title>NUMEN</title></head><main><h1>NUMEN</h1>${body}</main>`;
const linked = (body: string) => linkTerms(page(body), terms);
const link = (anchor: string, words: string) =>
  `<a class="term" href="/glossaire/#${anchor}">${words}</a>`;

describe('a word of the glossary on a page', () => {
  test('is linked where it is first used, and only there', () => {
    expect(linked('<p>Le NUMEN.</p><p>Un NUMEN.</p>')).toBe(
      page(`<p>Le ${link('numen', 'NUMEN')}.</p><p>Un NUMEN.</p>`),
    );
  });

  test('is a whole word, and the longest one that stands there', () => {
    expect(linked('<p>Des listes, une Liste électorale.</p>')).toBe(
      page(`<p>Des listes, une ${link('electeurs', 'Liste électorale')}.</p>`),
    );
  });

  test('is left alone in titles, doors, quotations, messages and sources', () => {
    for (const body of [
      '<h2>NUMEN</h2>',
      '<a href="/x/">Le <b>NUMEN</b></a>',
      '<button>NUMEN</button>',
      '<summary>NUMEN</summary>',
      '<table><tr><th>NUMEN</th></tr></table>',
      '<p><span class="address"><span>numen.</span>ac-essai.example</span></p>',
      '<p>numen.ac-essai.example, www.ac-essai.example/numen/, x@numen</p>',
      '<p>Il faut « taper son NUMEN » là.</p>',
      '<q>NUMEN</q>',
      '<div data-message><p>Mon NUMEN</p></div>',
      '<p>Objet : <b data-subject>NUMEN</b></p>',
      '<p class="src">NUMEN, 2018</p>',
      '<script>NUMEN</script>',
      '<!-- NUMEN -->',
      '<img alt="NUMEN">',
    ])
      expect(linked(body), body).toBe(page(body));
  });

  test('is linked after a quotation that was closed, or never was', () => {
    expect(linked('<p>« oui » NUMEN</p>')).toContain(link('numen', 'NUMEN'));
    expect(linked('<p>« oui</p><p>NUMEN</p>')).toContain(link('numen', 'NUMEN'));
  });

  test('is linked in each cell of the moment, of which one is seen, and once in the rest', () => {
    const cell = (words: string) => `<div class="when-cell"><p>${words}</p></div>`;
    const door = link('numen', 'NUMEN');
    expect(linked(`${cell('NUMEN')}${cell('NUMEN')}<p>NUMEN, NUMEN</p>`)).toBe(
      page(`${cell(door)}${cell(door)}<p>${door}, NUMEN</p>`),
    );
  });

  test('leaves a page without <main> as it is', () => {
    expect(linkTerms('<p>NUMEN</p>', terms)).toBe('<p>NUMEN</p>');
  });
});

test('every page of prose is linked; the glossary, the search, maps, sheets to print and screens are not', () => {
  for (const path of [
    '/',
    '/memo/',
    '/aider/parent/',
    '/est-ce-mon-election/',
    '/mes-scrutins/',
    '/academies/lyon/',
    '/ca-bloque/code-perdu/',
    '/elections/men-2026/lyon/',
    '/elections/men-2026/lyon/simple/',
    '/elections/men-2014/caen/',
    '/partager/lyon/',
  ])
    expect(hasTermLinks(path), path).toBe(true);
  for (const path of [
    '/glossaire/',
    '/recherche/',
    '/elections/men-2014/plan/',
    '/animer/imprimer/',
    '/partager/lyon/affiche/',
    '/simulateur/',
    '/404.html',
  ])
    expect(hasTermLinks(path), path).toBe(false);
});

describe('the file of words', () => {
  test('says nothing of the coming vote that is not known, but for the word it explains', () => {
    for (const { word, forms, others, meaning } of glossary())
      expect(breachesOf(withoutWords(meaning, [word, ...forms, ...others]), 'vote'), word).toEqual(
        [],
      );
  });

  test('names an election only under « autrefois »', () => {
    for (const { word, meaning } of glossary())
      expect(meaning, word).not.toMatch(/\b20(?:11|14|18|22)\b|fois précédentes/u);
  });

  test('asserts nothing that could be checked without saying where it was read', () => {
    const bare = glossary().filter(({ meaning, proof }) => isChecked(meaning) && proof === null);
    expect(bare.map(({ word, meaning }) => `${word} : ${meaning}`)).toEqual([]);
  });

  test('has a source for each old name', () => {
    const known = sources().map(({ id }) => id);
    for (const { formerly, proof } of glossary()) {
      for (const { source } of formerly) expect(known).toContain(source);
      if (proof) expect(known).toContain(proof.source);
    }
  });

  test('writes each form once, so that a word leads to one entry', () => {
    const forms = glossary().flatMap((term) => term.forms);
    expect(forms.length).toBe(new Set(forms).size);
  });

  test('refuses a strength without its source, and the same anchor twice', () => {
    const one = { ancre: 'a', mot: 'A', sens: 'Un mot.' };
    expect(glossarySchema.safeParse([{ ...one, preuve: 'officiel' }]).success).toBe(false);
    expect(glossarySchema.safeParse([one, one]).success).toBe(false);
  });
});
