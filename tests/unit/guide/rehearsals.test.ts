/** What the guide offers to practise exists, and each link says the very exercise. */
import { describe, expect, test } from 'vitest';
import { currentAcademies, requireSituation, situations } from '../../../src/lib/current.ts';
import { editionIds, loadCodes } from '../../../src/lib/editions.ts';
import { durableExercises, rehearsalsNamed } from '../../../src/lib/rehearsals.ts';
import { rehearsalsOf } from '../../../src/lib/stuck.ts';
import { parseLink } from '../../../src/simulator/links.ts';
import { editionOf } from '../../support/scenario.ts';

const tables = loadCodes();
const linkOf = (path: string) => parseLink(tables, path.slice(path.indexOf('#')));
const exercisesOf = (slug: string) =>
  rehearsalsOf(requireSituation(slug)).map(({ path }) => {
    const link = linkOf(path);
    return `${link?.exercise ?? '?'} ${link?.edition ?? '?'}${link?.step ? ` ${link.step}` : ''}`;
  });

describe('situations', () => {
  test.each([
    ['message-suspect', 'courriel-suspect men-2022'],
    ['lettre-jamais-recue', 'lettre-jamais-recue men-2022'],
    ['code-perdu', 'code-perdu-j-2 men-2022'],
    ['jamais-ouvert-ma-messagerie', 'messagerie-jamais-ouverte men-2022'],
    ['pas-de-numen', 'numen-inconnu men-2022'],
    ['boite-pleine', 'boite-saturee men-2022'],
    ['lien-mort', 'lien-perime men-2022'],
    ['mot-de-passe-perdu', 'mot-de-passe-oublie men-2022'],
    ['captcha-illisible', 'captcha-illisible men-2022'],
    ['nouveau-code-absent', 'mauvais-numero men-2018'],
    ['portail-en-panne', 'portail-en-panne men-2022'],
    ['navigateur-d-une-appli', 'navigateur-d-une-appli men-2022'],
    ['scrutin-manquant', 'scrutin-oublie men-2022'],
    ['pas-sur-la-liste', 'pas-sur-la-liste men-2022'],
    ['ai-je-vote', 'coupure-apres-confirmation men-2022'],
    ['besoin-d-aide', 'voter-au-lecteur-d-ecran men-2022'],
  ])('%s → %s', (slug, first) => expect(exercisesOf(slug)[0]).toBe(first));
  test('none offers the same exercise twice, nor one that its election has not', () => {
    for (const { slug } of situations()) {
      const all = exercisesOf(slug);
      expect(new Set(all).size, slug).toBe(all.length);
      for (const { path } of rehearsalsOf(requireSituation(slug))) {
        const link = linkOf(path);
        expect(editionIds()).toContain(link?.edition);
        expect(Object.keys(editionOf(link?.edition ?? '').exercises)).toContain(link?.exercise);
      }
    }
  });
});

test('the exercises that hold for any election are in the order of the journey', () => {
  expect(durableExercises()).toEqual([
    'courriel-suspect',
    'messagerie-jamais-ouverte',
    'lien-deja-utilise',
    'retrouver-sa-preuve',
  ]);
});

test('every academy has the exercises that hold for any election, as itself or as the one that stood there', () => {
  for (const academy of currentAcademies())
    for (const id of durableExercises()) {
      const [offer] = rehearsalsNamed({ id, step: null }, academy);
      expect(offer?.minutes, id).toBeGreaterThan(0);
      const link = linkOf(offer?.path ?? '');
      const there = Object.keys(editionOf(link?.edition ?? '').academies);
      const own = there.includes(academy.id) ? academy.id : 'caen';
      expect(link?.academy).toBe(own);
      expect(Object.keys(editionOf(link?.edition ?? '').academies)).toContain(link?.academy);
    }
});

test('an exercise that does not exist stops the build', () =>
  expect(() => rehearsalsNamed({ id: 'rien', step: null })).toThrow(/n’existe pas/u));
