/** « Tout garder »: what it says, and that it looks where the worker stores. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  offerWords,
  progressWords,
  resultWords,
  sizeWords,
  titleIn,
  troubleWords,
} from '../../../src/components/pages/keep-words.ts';
import { guideCache } from '../../../src/offline/copy.ts';
import { draftPrefix } from '../../../src/simulator/session/vault.ts';
import { databaseName } from '../../../src/simulator/journal/device.ts';

const plain = (words: string) => words.replace(/[\u00a0\u202f]/gu, ' ');
const at = (done: number, failed: number, total: number) => ({
  done,
  failed,
  total,
  bytes: done * 5000,
});

describe('keeping everything', () => {
  test('sizes are said as phones say them', () => {
    expect(
      [sizeWords(0), sizeWords(340_400), sizeWords(1_240_000), sizeWords(2_000_000)].map(plain),
    ).toEqual(['1 Ko', '340 Ko', '1,2 Mo', '2 Mo']);
  });
  test('before, during, after', () => {
    expect(
      plain(
        offerWords([
          { bundle: '/data/liasses/1.json', bytes: 4000, pages: ['/'] },
          { bundle: '/data/liasses/2.json', bytes: 6000, pages: ['/a/'] },
        ]),
      ),
    ).toBe('2 pages, 10 Ko à recevoir.');
    expect(progressWords(at(11, 1, 84))).toBe('12 pages sur 84…');
    expect(plain(resultWords(at(84, 0, 84)))).toBe(
      'C’est fait : les 84 pages sont gardées (420 Ko). Vous pouvez couper le réseau.',
    );
    expect(plain(resultWords(at(80, 4, 84)))).toBe(
      '80 pages sur 84 sont gardées. Il en manque 4 : réessayez, seul ce qui manque compte.',
    );
    expect(resultWords(at(0, 0, 0))).toContain('Aucune page');
  });
  test('a refusal says what still works', () => {
    expect(troubleWords(true)).toContain('déjà gardé s’ouvre');
    expect(troubleWords(false)).toContain('imprimer');
  });
  test('a kept page goes by its title, else by its path', () => {
    expect(titleIn('<title>À propos d’Isoloir · Isoloir</title>', '/x/')).toBe(
      'À propos d’Isoloir',
    );
    expect(titleIn('<p>rien</p>', '/x/')).toBe('/x/');
    expect(titleIn('<title>A &amp; B</title>', '/x/')).toBe('A & B');
  });
});

test('erasing looks for the names that everything here begins with', () => {
  const source = readFileSync(
    new URL('../../../src/components/pages/erase-all.ts', import.meta.url),
    'utf8',
  );
  expect(source).toContain(`const prefix = '${databaseName}'`);
  for (const name of [guideCache, draftPrefix]) expect(name.startsWith(databaseName)).toBe(true);
});
