/** The rules that read every built page, tried on pages made up to break them: a net is worth its smallest catch. */
import { describe, expect, test } from 'vitest';
import { breachesOf } from '../../support/forbidden-2026.ts';
import {
  emptyValues,
  oldRules,
  typographyFaults,
  untestedContacts,
  type Page,
} from '../../support/reading.ts';

const page = (main: string, path = '/academies/grenoble/'): Page => ({
  path,
  main,
  html: `<title>Une page</title><main>${main}</main>`,
});

describe('a value that is missing is seen', () => {
  test.each([
    '<dd></dd>',
    '<dd data-astro-cid-abc123></dd>',
    '<a class="host" data-astro-cid-abc123 href="/">\n</a>',
    '<li><strong><span>&nbsp;</span></strong></li>',
    '<p data-astro-cid-abc123>Téléphone : </p>',
    '<li>Adresse :</li><li>Écrire au secrétariat.</li>',
    '<p>{academie}</p>',
    '<p>Le undefined décembre.</p>',
  ])('%s', (html) => expect(emptyValues(page(html))).not.toEqual([]));

  test.each([
    '<p>Il vous faut :</p><ul><li>votre lettre.</li></ul>',
    '<p class="mine" data-mine hidden></p>',
    '<p role="status" data-astro-cid-abc123></p>',
    '<p class="other print-only">Nom et numéro :</p>',
    '<a href="/"><img src="a.svg" alt="Accueil"></a>',
  ])('%s misses nothing', (html) => expect(emptyValues(page(html))).toEqual([]));
});

describe('« vérifié » beside what nobody tried is seen wherever it stands', () => {
  test.each([
    '<li>04 00 00 00 00, numéro vérifié</li>',
    '<p>Adresses vérifiées par l’équipe.</p>',
    '<table><tr><td>Numéro vérifié</td></tr></table>',
    '<div class="facts-one">Vérifié le 3 novembre 2026</div>',
  ])('%s', (html) => expect(untestedContacts(page(html))).not.toEqual([]));

  test.each([
    '<li><p>Numéro vérifié.</p><p>essayé le 12 novembre 2026</p></li>',
    '<p>Sauf mention « essayé », personne de chez nous n’a vérifié : comparez.</p>',
  ])('%s may stand', (html) => expect(untestedContacts(page(html))).toEqual([]));
});

describe('an old year’s number outside of « autrefois » is seen', () => {
  test.each([
    '<p>En 2014, le délai était de trois jours.</p>',
    '<p>En 2018, on demandait un autre code. Il y avait droit à trois nouveaux codes.</p>',
    '<p>En 2022, une cellule répondait : 04 00 00 00 00.</p>',
    '<p>La boîte tient 200 Mo.</p>',
    '<p>En 2014, le guichet répondait au 0810 00 00 00.</p>',
  ])('%s', (html) => expect(oldRules(page(html))).not.toEqual([]));

  test('folded as past, or on an archive page, it may stand', () => {
    const words = '<p>En 2014, le délai était de trois jours.</p>';
    expect(oldRules(page(`<details data-autrefois>${words}</details>`))).toEqual([]);
    expect(oldRules(page(words, '/elections/men-2014/caen/'))).toEqual([]);
  });
});

describe('what nobody knows of 2026 is seen when a page states it', () => {
  test.each([
    'Le portail vous demandera votre NUMEN en 2026.',
    'La lettre arrive par la poste.',
    'La notice sera remise en mains propres.',
    'Le code arrive par SMS.',
    'Votre code est envoyé à votre adresse personnelle.',
    'Vous avez quatre scrutins.',
    'Le vote ferme à dix-sept heures.',
    'Le vote ferme à 17 h.',
  ])('%s', (words) => expect(breachesOf(words)).not.toEqual([]));

  test.each([
    'On ne sait pas sous quelle forme la lettre arrive dans votre service.',
    'Comment vais-je recevoir ma lettre de vote ? À qui m’adresser si elle n’arrive pas ?',
    'La demande est peut-être partie, et le code en route : regardez la date.',
  ])('%s may stand', (words) => expect(breachesOf(words)).toEqual([]));
});

describe('French signs badly set are seen', () => {
  test.each([
    '<p>Le 1er décembre.</p>',
    '<p>Du fond du coeur.</p>',
    '<p>Le 10 décembre.</p>',
    '<p>Vraiment ?</p>',
    '<p>12 345 votes.</p>',
    '<p>relevé le 22\u00a0nov. 2026.Services de l’État.</p>',
    '<p>votre date de naissance ;.</p>',
    "<p>l'academie</p>",
  ])('%s', (html) => expect(typographyFaults(page(html))).not.toEqual([]));

  test.each([
    '<p>Le 1ᵉʳ\u00a0décembre, du fond du cœur\u202f: l’académie.</p>',
    '<p>12\u202f345 votes, au 04 00 00 00 00, du 3 au 10\u00a0décembre 2026.</p>',
    '<p>Un poème, un poète, la moelle, Noémie.</p>',
  ])('%s is well set', (html) => expect(typographyFaults(page(html))).toEqual([]));
});
