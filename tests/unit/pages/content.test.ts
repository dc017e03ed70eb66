/** The guide's own files read well, say nothing reconstructed, and name sources that exist. */
import { describe, expect, test } from 'vitest';
import { requireSource } from '../../../src/lib/content.ts';
import {
  editionGuides,
  employers,
  genericContest,
  publisher,
  turnouts,
} from '../../../src/lib/guide-pages.ts';
import { editionGuideSchema } from '../../../src/schemas/edition-guide.ts';
import { employersSchema } from '../../../src/schemas/employer.ts';

describe('the elections', () => {
  const guides = editionGuides();
  test('the coming one stands first, then the archives from the oldest on', () => {
    expect(guides.map(({ id }) => id)).toEqual(['men-2026', 'men-2014', 'men-2018', 'men-2022']);
    expect(guides.map(({ archive }) => archive !== null)).toEqual([false, true, true, true]);
  });
  test('every fact names a source that exists', () => {
    for (const guide of guides) {
      const named = [
        ...guide.who.map(({ source }) => source),
        ...guide.incidents.flatMap(({ facts }) => facts.map(({ source }) => source)),
        ...guide.conflicts.flatMap(({ sources }) => sources),
      ];
      for (const source of named) expect(requireSource(source).title).not.toBe('');
    }
  });
  test('the file refuses a reconstructed fact, and a fact without a source', () => {
    const file = (proof: object) => ({
      titre: 'Titre',
      resume: 'Une ligne',
      introduction: ['Un mot.'],
      qui_vote: [{ texte: 'Un fait.', ...proof }],
    });
    const schema = editionGuideSchema('men-2014');
    expect(schema.safeParse(file({ preuve: 'seul', source: 'document-000' })).success).toBe(true);
    expect(schema.safeParse(file({ preuve: 'seul' })).success).toBe(false);
    expect(
      schema.safeParse(file({ preuve: 'reconstitue', d_apres: ['document-000'] })).success,
    ).toBe(false);
  });
  test('a contest is named without the places that an exercise fills in', () => {
    expect(genericContest('Comité technique académique de l’académie {academie}')).toBe(
      'Comité technique académique',
    );
    expect(genericContest('Commission, professeurs certifiés, académie {academie}')).toBe(
      'Commission, professeurs certifiés',
    );
    expect(genericContest('Commission mixte départementale ({departement})')).toBe(
      'Commission mixte départementale',
    );
  });
});

describe('est-ce mon élection ?', () => {
  const all = employers();
  test('every case has somebody to ask', () => {
    for (const { ask } of all) expect(ask.length).toBeGreaterThan(20);
  });
  test('private schools, higher education, abroad and the Pacific stay to confirm', () => {
    const answer = (anchor: string) => all.find((one) => one.anchor === anchor)?.answer;
    for (const anchor of ['prive', 'superieur', 'etranger', 'pacifique', 'detachement'])
      expect(answer(anchor), anchor).toBe('confirm');
    for (const anchor of ['ogec', 'collectivite', 'agricole']) expect(answer(anchor)).toBe('no');
    expect(answer('etat')).toBe('yes');
  });
  test('two cases never share an anchor', () => {
    const one = {
      ancre: 'etat',
      choix: 'Moi',
      titre: 'Moi',
      reponse: 'oui',
      texte: ['Un mot.'],
      a_qui_demander: 'Le secrétariat.',
    };
    expect(employersSchema.safeParse([one]).success).toBe(true);
    expect(employersSchema.safeParse([one, one]).success).toBe(false);
  });
});

test('the turn-out is the one of PRODUCT.md, with a source for each year', () => {
  expect(turnouts().map(({ year, share }) => [year, share.value])).toEqual([
    ['2008', 'plus de 60 %'],
    ['2011', '38,5 %'],
    ['2014', '41,7 %'],
    ['2018', '42,6 %'],
    ['2022', '39,8 %'],
  ]);
  for (const { share } of turnouts()) expect(requireSource(share.source ?? '').title).not.toBe('');
});

test('a copy that nobody signed says so: every line may be unknown', () => {
  expect(Object.keys(publisher()).sort()).toEqual([
    'address',
    'contact',
    'director',
    'host',
    'name',
    'relay',
    'site',
  ]);
});
