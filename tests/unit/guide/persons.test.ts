import { describe, expect, test } from 'vitest';
import {
  currentAcademies,
  currentEdition,
  isToConfirm,
  isWestOfParis,
  personChain,
} from '../../../src/lib/current.ts';
import { archivesOf, successorOf } from '../../../src/lib/archives.ts';
import { requireAcademy } from '../../../src/lib/content.ts';
import { breachesOf } from '../../support/forbidden-2026.ts';

describe.each(currentAcademies())('$name', (academy) => {
  const chain = personChain(academy);
  test('has persons to ask, the nearest first', () => {
    expect(chain).toHaveLength(4);
    expect(chain[0]?.who).toMatch(/secrétariat/u);
    expect(chain[1]?.who).toMatch(/contrat ou votre paie/u);
    expect(chain[2]?.who).toContain(academy.name);
    expect(chain[3]?.who).toMatch(/collègue/u);
  });
  test('names its own host, or says that we do not know it', () => {
    const site = chain[2];
    expect(site?.host ?? site?.how).toMatch(/\.[a-z]{2,}|Nous ne connaissons pas/u);
  });
  test('says nothing forbidden', () => {
    for (const person of chain) expect(breachesOf(`${person.who} ${person.how}`)).toEqual([]);
  });
});

describe('where the clock matters', () => {
  const named = (test: (academy: ReturnType<typeof currentAcademies>[number]) => boolean) =>
    currentAcademies()
      .filter(test)
      .map(({ id }) => id)
      .sort();
  test('west of Paris, « pas après le 9 »', () =>
    expect(named((academy) => isWestOfParis(academy, currentEdition()))).toEqual([
      'guadeloupe',
      'guyane',
      'martinique',
      'polynesie-francaise',
      'saint-pierre-et-miquelon',
    ]));
  test('in the Pacific, « à confirmer »', () =>
    expect(named(isToConfirm)).toEqual([
      'nouvelle-caledonie',
      'polynesie-francaise',
      'wallis-et-futuna',
    ]));
  test('academies that no longer exist do not vote now', () => {
    const ids = currentAcademies().map(({ id }) => id);
    expect(ids).toHaveLength(34);
    expect(ids).not.toContain('caen');
    expect(ids).toContain('normandie');
  });
  test('an archive of an academy that is gone is found from the one that took it over', () => {
    const links = archivesOf('normandie').map(({ path }) => path);
    expect(links).toContain('/elections/men-2014/caen/');
    for (const path of links) expect(path).toMatch(/\/(?:caen|rouen|normandie)\/$/u);
    expect(successorOf(requireAcademy('caen')).id).toBe('normandie');
    expect(successorOf(requireAcademy('dijon')).id).toBe('dijon');
    expect(archivesOf('caen').every(({ path }) => path.endsWith('/caen/'))).toBe(true);
  });
});
