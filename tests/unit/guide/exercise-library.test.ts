/** The exercise library: every exercise has a page, stands once in the list, and says for whom it exists. */
import { describe, expect, test } from 'vitest';
import { loadCodes } from '../../../src/lib/editions.ts';
import { exercisePath, library, shelves } from '../../../src/lib/exercise-library.ts';
import { suits } from '../../../src/simulator/core/suits.ts';
import { parseLink } from '../../../src/simulator/links.ts';
import { completed } from '../../../src/simulator/ui/completed.ts';
import { editionOf, editions } from '../../support/scenario.ts';

const of = (slug: string) => {
  const found = library().find((one) => one.slug === slug);
  if (!found) throw new Error(`no exercise ${slug}`);
  return found;
};

test('every exercise of every election is in the list, once', () => {
  const known = new Set(Object.values(editions).flatMap(({ exercises }) => Object.keys(exercises)));
  const listed = shelves().flatMap(({ exercises }) => exercises.map(({ slug }) => slug));
  expect([...listed].sort()).toEqual([...known].sort());
});

test('what serves this year comes first, then whole ways, then the steps in their order', () => {
  const titles = shelves().map(({ title }) => title);
  const order = ['Utiles cette année', 'D’un bout à l’autre', 'La messagerie', 'Le compte'].concat(
    'Le code',
    'Le vote',
    'La preuve',
  );
  expect(titles).toEqual(order.filter((title) => titles.includes(title)));
  const lasting = shelves().filter(({ exercises }) => exercises.some(({ durable }) => durable));
  for (const { title, exercises } of lasting) {
    expect(title).toBe(order[0]);
    expect(exercises.every(({ durable }) => durable)).toBe(true);
  }
});

describe('an exercise', () => {
  test.each(library().map((one) => [one.slug, one] as const))(
    '%s: each version opens on somebody for whom it exists, the latest first',
    (slug, { versions, minutes }) => {
      expect(minutes).toBeGreaterThan(0);
      expect(exercisePath(slug)).toMatch(/^\/exercices\/[a-z0-9-]+\/$/u);
      const years = versions.map(({ year }) => year);
      expect(years).toEqual([...years].sort().reverse());
      for (const { path, edition: id } of versions) {
        const link = parseLink(loadCodes(), path.replace('/simulateur/', ''));
        expect(link, path).toMatchObject({ edition: id, exercise: slug, seat: null, step: null });
        if (!link) continue;
        expect(suits(editionOf(id), link), path).toBe(true);
        expect(completed(editionOf(id), link)).toMatchObject(link);
      }
    },
  );
  test('says where it can be played, when it cannot be everywhere', () => {
    for (const { limits } of of('outre-mer').versions)
      expect(limits).toEqual([expect.stringMatching(/^Seulement pour : .*La Réunion.*Polynésie/u)]);
    expect(of('scrutin-manquant').versions[0].limits.join()).toMatch(/^Pas pour : .*Wallis/u);
    expect(of('parcours-complet').versions.flatMap(({ limits }) => limits)).toEqual([]);
  });
  test('says whose exercise it is, when only one person makes sense', () => {
    expect(of('pas-sur-la-liste').versions[0].limits.join()).toContain('Métier de l’exercice');
  });
  test('leads to the page that answers the same trouble', () => {
    const slugs = (slug: string) => of(slug).answers.map((answer) => answer.slug);
    expect(slugs('boite-saturee')).toContain('boite-pleine');
    expect(slugs('portail-en-panne')).toContain('portail-en-panne');
    expect(slugs('courriel-suspect')[0]).toBe('message-suspect');
  });
});
