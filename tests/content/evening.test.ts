/** Slips of the evening when the official text comes out, made as CONTRIBUTING.md invites people to write: each is told plainly. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { announcedAdvice, strangeAddress } from '../../src/schemas/announced.ts';
import { currentEditionSchema } from '../../src/schemas/current-edition.ts';
import { readYaml } from '../../src/schemas/read.ts';
import { filledFiles, withLine } from '../support/filled-edition.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'isoloir-evening-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** What is said when the line of `key` is written so; `null` when it is accepted. */
function said(key: string, value: string): string | null {
  const path = join(folder, 'men-2026.yaml');
  const text = filledFiles('hours')['editions/men-2026.yaml'] ?? '';
  writeFileSync(path, withLine(text, key, value));
  try {
    readYaml(path, currentEditionSchema('men-2026'));
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const read = (value: string, more = '') =>
  `\n  valeur: ${value}\n  lu_sur: lettre de vote\n  lu_le: '2026-11-27'\n  relecteurs: [AB]${more}`;

describe('a slip', () => {
  test.each([
    [
      '« inconnu » left above the lines',
      'ouverture',
      ` inconnu${read('2026-12-03 09:00')}`,
      'Enlever « inconnu »',
    ],
    [
      'the value on the line of its key',
      'ouverture',
      ' valeur: 2026-12-03 09:00',
      'Aller à la ligne',
    ],
    ['the hour alone', 'ouverture', ' 2026-12-03 09:00', 'valeur, lu_sur, lu_le, relecteurs'],
    ['nothing at all', 'ouverture', '', 'il manque « ouverture »'],
    [
      'no space after the colon',
      'ouverture',
      read('x').replace('valeur: x', 'valeur:x'),
      'Mettre un espace',
    ],
    ['an apostrophe between apostrophes', 'aide', read("'L'assistance.'"), 'guillemets droits'],
    ['a colon in a sentence', 'aide', read('Assistance : la lettre'), 'guillemets droits'],
    [
      'a reader without brackets',
      'ouverture',
      read('2026-12-03 09:00').replace('[AB]', 'AB'),
      '[un, deux]',
    ],
    [
      'a correction in one sentence',
      'cloture',
      read('2026-12-10 17:00', '\n  corrige: 18 h'),
      '« le: »',
    ],
    [
      'a comma in a correction',
      'cloture',
      read('2026-12-10 17:00', "\n  corrige: { le: '2026-11-28', avant: jeudi, à 18 h }"),
      'virgule',
    ],
    ['the name of the steps with its ending', 'etapes', ' men-2026.mdx', 'sans « .mdx »'],
    ['an extension before the end', 'prolonge_au', read('2026-12-10 12:00'), 'après cloture'],
    ['an extension of another year', 'prolonge_au', read('2027-12-11 12:00'), 'vérifier le mois'],
    [
      'an address that is not official',
      'aide',
      read('assistance.exemple.com'),
      'Enlever « assistance.exemple.com »',
    ],
    ['dots of the model', 'lettre', read('… (comment elle arrive)'), 'à la place de chaque « … »'],
  ])('%s', (_name, key, value, words) => {
    const message = said(key, value);
    expect(message).toContain(words);
    expect(message).toMatch(/^men-2026\.yaml, ligne \d+ : |men-2026\.yaml, ligne \d+ : /u);
    expect(message).not.toMatch(/Invalid|expected|null/u);
  });
  test('a day that is no day is told once', () =>
    expect(
      said('ouverture', read('2026-12-03 09:00').replace("'2026-11-27'", '27/11/2026'))?.match(
        /ligne/gu,
      ),
    ).toHaveLength(1));
});

describe('an address in a sentence', () => {
  test.each([
    'Tapez www.education.gouv.fr/vote.html, puis entrez.',
    'Écrivez à assistance@ac-dijon.fr.',
    'Ouvrez [la page](https://www.education.gouv.fr/page).',
    'L’adresse est sur votre lettre (p. 2), de 9.30 à 17.00 etc.',
  ])('%s is fine', (words) => expect(strangeAddress(words)).toBeNull());
  test.each([
    '[le portail](https://vote.exemple.com/)',
    'Allez sur vote.exemple.com/entrer',
    'https://education.gouv.fr@vote.exemple.com/',
    'education.gouv.fr.exemple.com',
    'http://192.0.2.1/vote',
    '**vote.exemple.com**',
    '[ici](javascript:alert)',
    'mailto:vote@exemple.com',
  ])('%s is refused', (words) => expect(announcedAdvice(words)).toContain('Enlever'));
});

test('the model of the steps cannot be published before it is filled in', () =>
  expect(announcedAdvice(readFileSync('content/etapes/_modele.mdx', 'utf8'))).toContain('…'));
