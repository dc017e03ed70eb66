/** Who publishes a copy, and the local contact that it may add: nothing by default, nothing that looks like the State. */
import { describe, expect, test } from 'vitest';
import { contrastOf, grounds, leastContrast } from '../../../src/schemas/colour.ts';
import { flatten } from '../../../src/schemas/explain.ts';
import { publisher } from '../../../src/lib/guide-pages.ts';
import { publisherSchema } from '../../../src/schemas/publisher.ts';

const blank = {
  nom: 'inconnu',
  adresse: 'inconnu',
  contact: 'inconnu',
  responsable_de_publication: 'inconnu',
  hebergeur: 'inconnu',
};
const read = (more: object) => publisherSchema.parse({ ...blank, ...more });
const refusal = (more: object) =>
  flatten(publisherSchema.safeParse({ ...blank, ...more }).error?.issues ?? [])
    .map(({ message }) => message)
    .join(' ');

test('nothing is known of this copy before somebody fills it in', () =>
  expect(publisher()).toMatchObject({ site: null, relay: null }));

test('an older file without the new lines is still read', () =>
  expect(read({})).toMatchObject({ site: null, relay: null }));

describe('the address of this copy', () => {
  test('is a host', () => expect(read({ site: 'www.exemple.fr' }).site).toBe('www.exemple.fr'));
  test.each(['https://www.exemple.fr', 'www.exemple.fr/', 'exemple', 'WWW.exemple.fr', 'a@b.fr'])(
    '« %s » is refused in French',
    (site) => expect(refusal({ site })).toMatch(/sans https:\/\/ ni page : www\.exemple\.fr/u),
  );
});

describe('the local contact', () => {
  const nom = 'Association des Tilleuls';
  test('is a name, with or without the rest', () => {
    expect(read({ relais: { nom } }).relay).toEqual({ name: nom, contact: null, colour: null });
    const contact = 'permanence le mardi';
    expect(read({ relais: { nom, contact, couleur: '#2E7D32' } }).relay).toEqual({
      name: nom,
      contact,
      colour: '#2e7d32',
    });
  });
  test('is nothing as long as its name is unknown', () =>
    expect(
      read({ relais: { nom: 'inconnu', contact: 'inconnu', couleur: 'inconnu' } }).relay,
    ).toBeNull());
  test('asks for the name beside a contact', () =>
    expect(refusal({ relais: { contact: 'salle 12' } })).toMatch(/Écrire aussi le nom/u));

  const colour = (couleur: string) => refusal({ relais: { nom, couleur } });
  test.each(['#2e7d32', '#b0407a', '#a86d00', '#c2410c'])('%s is seen everywhere', (one) => {
    expect(colour(one)).toBe('');
    for (const ground of grounds) expect(contrastOf(one, ground)).toBeGreaterThan(leastContrast);
  });
  test.each(['#ffe600', '#0a2a12', '#ffffff', '#000000'])(
    '%s is refused, and what is proposed instead is accepted',
    (one) => {
      const said = colour(one);
      expect(said).toMatch(/se verrait mal/u);
      const instead = /'(#[0-9a-f]{6})'/u.exec(said)?.[1] ?? 'nothing';
      expect(colour(instead)).toBe('');
    },
  );
  test.each(['#e1000f', '#c9191e', '#6a6af4', '#0063cb'])('%s is the State’s: refused', (one) =>
    expect(colour(one)).toMatch(/celles de l’État|se verrait mal/u),
  );
  test.each(['vert', '#2e7', 'rgb(1,2,3)', '#2e7d32;}'])('« %s » is no colour', (one) =>
    expect(colour(one)).toMatch(/entre guillemets, en six chiffres/u),
  );
});
