/** Faults planted in an election, its screens, mails and sentences: a French message says file, line and what to write. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { z } from 'astro/zod';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { editionSchema } from '../../src/schemas/edition.ts';
import { codesSchema, exerciseSchema, peopleSchema } from '../../src/schemas/exercise.ts';
import { mailSchema } from '../../src/schemas/mail.ts';
import { ContentError, readFrontMatter, readYaml, root } from '../../src/schemas/read.ts';
import { goalsSchema, narrationSchema, refusalsSchema } from '../../src/schemas/recit.ts';
import { screensSchema } from '../../src/schemas/screen.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'isoloir-election-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const soundText = (path: string) => readFileSync(join(root(), 'content', path), 'utf8');
const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length;

/** The message that stops the build when the sound file is changed so. */
function complaint(text: string, read: (path: string) => unknown, name = 'essai.yaml'): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  try {
    read(path);
  } catch (error) {
    if (error instanceof ContentError) return error.message;
    throw error;
  }
  throw new Error('Cette faute est passée.');
}

/** Plants one fault: `part` becomes `fault`, and the message must name the line and these words. */
function plant(
  file: string,
  schema: z.ZodType,
  part: string,
  fault: string,
  ...words: readonly string[]
): void {
  const sound = soundText(file);
  if (part === '' || !sound.includes(part)) throw new Error(`« ${part} » n’est plus dans ${file}`);
  const front = file.endsWith('.md');
  const read = (path: string) => (front ? readFrontMatter(path, schema) : readYaml(path, schema));
  const message = complaint(sound.replace(part, fault), read, front ? 'essai.md' : 'essai.yaml');
  expect(message.split('\n').length).toBeLessThanOrEqual(10);
  expect(message).toMatch(/^essai\.(?:yaml|md), ligne \d+ : /u);
  expect(message).not.toMatch(/Invalid|expected|Unrecognized|Too (?:big|small)|undefined/u);
  for (const word of words) expect(message).toContain(word);
}

describe('a fault in an election', () => {
  const file = 'editions/men-2018.yaml';
  const edition = (part: string, fault: string, ...words: readonly string[]) =>
    plant(file, editionSchema, part, fault, ...words);

  test('a misspelt key', () => edition('calendrier:', 'calendier:', 'Écrire plutôt : calendrier'));
  test('a misspelt period', () => edition('  resultats:', '  resultat:', 'resultats'));
  test('a day that does not exist', () =>
    edition('2018-11-29 10:00', '2018-11-31 10:00', 'Écrire 2018-11-29 10:00'));
  test('a date without its source', () => edition('      source: 2018-edu18\n', '', 'source'));
  test('a reconstructed value that does not say from what', () =>
    edition(
      "      d_apres: [document-004, 'assez longtemps après les résultats']\n",
      '',
      'd_apres',
    ));
  test('a word that no choice knows', () =>
    edition('valeur: adresse-puis-lien', 'valeur: adresse-puis-liens', 'adresse-puis-lien'));
  test('a number between quotes', () => edition('min: 8\n', "min: '8'\n", 'min', 'nombre'));
  test('a ballot that is not in the list of ballots', () =>
    edition('[ctm, cta, capn-pe, capd-pe]', '[ctm, cta, capn-pe, capd-ep]', 'capd-ep'));
  test('a number of seats that does not say where it was read', () =>
    edition(
      '      valeur: 5\n      preuve: deduit\n      source: 2018-nice\n',
      '      valeur: 5\n      preuve: deduit\n',
      'source',
    ));
  test('an hour badly written', () => edition("de: '08:00'", "de: '8h'", 'Écrire l’heure ainsi'));

  test('names the line of the fault', () => {
    const text = soundText(file).replace('2018-11-29 10:00', '2018-11-31 10:00');
    const message = complaint(text, (path) => readYaml(path, editionSchema));
    expect(message).toContain(`ligne ${String(lineOf(text, '2018-11-31'))} :`);
  });
});

describe('a fault in the screens', () => {
  const screen = (part: string, fault: string, ...words: readonly string[]) =>
    plant('ecrans/men-2018.yaml', screensSchema, part, fault, ...words);

  test('a misspelt key', () => screen('  titre:', '  titer:', 'Écrire plutôt : titre'));
  test('an order that the machine does not know', () =>
    screen('envoie: GiveAddress', 'envoie: GiveAdress', 'GiveAddress'));
  test('a reconstructed screen that does not say from what', () =>
    screen(
      soundText('ecrans/men-2018.yaml').match(/\n {2}d_apres: .*/u)?.[0] ?? '',
      '',
      'd_apres',
    ));
  test('a device that does not exist', () =>
    screen('appareil: ordinateur', 'appareil: ordinateurs', 'ordinateur'));
});

describe('a fault in what came with 2022', () => {
  const edition = (part: string, fault: string, ...words: readonly string[]) =>
    plant('editions/men-2022.yaml', editionSchema, part, fault, ...words);

  test('a question that does not say where it was read', () =>
    edition(
      'Le nom de votre chien, preuve: seul, source: 2022-snuasfp',
      'Le nom de votre chien, preuve: seul',
      'source',
    ));
  test('a way of filling a ballot that no rule knows', () =>
    edition('valeur: lire-puis-choisir', 'valeur: lire-et-choisir', 'lire-puis-choisir'));
  test('an election that does not say what becomes of its letters', () =>
    edition('lettre_non_remise:', 'lettre_pas_remise:', 'lettre_non_remise'));
  test('a one-time code whose life is a word', () =>
    edition('    valeur: 120\n', '    valeur: deux minutes\n', 'nombre'));
});

describe('a fault in a mail', () => {
  const mail = (part: string, fault: string, ...words: readonly string[]) =>
    plant('courriels/men-2018/account-creation.md', mailSchema, part, fault, ...words);

  test('a real sender', () => mail('@portail.example>', '@education.gouv.fr>', '.example'));
  test('a link without words', () =>
    mail(
      soundText('courriels/men-2018/account-creation.md').match(/libelle_lien: .*\n/u)?.[0] ?? '',
      '',
      'libelle_lien',
    ));
  test('no source', () => mail('source: document-004\n', '', 'source'));
});

describe('a fault in the sentences', () => {
  test('an event without its sentence', () =>
    plant(
      'recits/evenements.yaml',
      narrationSchema,
      soundText('recits/evenements.yaml').match(/SignedIn: .*\n/u)?.[0] ?? '',
      '',
      'SignedIn',
    ));
  test('a hole that nothing fills', () =>
    plant('recits/evenements.yaml', narrationSchema, '« {objet}', '« {sujet}', 'objet'));
  test('a refusal without its sentence', () =>
    plant('recits/refus.yaml', refusalsSchema, 'portal-down:', 'portail-down:', 'portal-down'));
  test('a goal without its nudge', () =>
    plant('recits/objectifs.yaml', goalsSchema, 'indice:', 'indise:', 'indice'));
});

describe('a fault in exercises, people and codes', () => {
  test('an incident that does not exist', () =>
    plant(
      'exercices/lettre-perdue.yaml',
      exerciseSchema('lettre-perdue'),
      'genre: lettre-perdue',
      'genre: lettre-perdu',
      'lettre-perdue',
    ));
  test('a person without a name', () =>
    plant('personnages/invente-es.yaml', peopleSchema, 'nom: Peuplu, ', '', 'nom'));
  test('a code used twice', () =>
    plant('codes.yaml', codesSchema, 'amiens: am', 'amiens: ax', 'sert deux fois'));
  test('a code that is easily misread', () =>
    plant('codes.yaml', codesSchema, 'amiens: am', 'amiens: l0', 'Deux signes'));
});
