/** Each planted fault stops with a French message of ten lines at most: file, line, what to write. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkFile } from '../../src/lib/references.ts';
import { academyDefaultsSchema, academySchema } from '../../src/schemas/academy.ts';
import { alertSchema } from '../../src/schemas/alert.ts';
import { calendarDay, fact, parisDate } from '../../src/schemas/fact.ts';
import { ContentError, readFrontMatter, readYaml, root } from '../../src/schemas/read.ts';
import { sourcesSchema } from '../../src/schemas/source.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'isoloir-contenu-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const defaults = readYaml('content/academies/_defaut.yaml', academyDefaultsSchema);
const sound = readFileSync(join(root(), 'content/academies/grenoble.yaml'), 'utf8');
const grenoble = academySchema('grenoble', defaults);

/** Writes the text as a file, reads it, and returns the message that stops the build. */
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

const readAcademy = (path: string) => readYaml(path, grenoble);
const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length;

function expectPlain(message: string, line: number, ...words: readonly string[]): void {
  expect(message.split('\n').length).toBeLessThanOrEqual(10);
  expect(message).toMatch(/^essai\.(?:yaml|mdx), ligne \d+ : /u);
  expect(message).toContain(`ligne ${String(line)} :`);
  for (const word of words) expect(message).toContain(word);
  expect(message).not.toMatch(/Invalid|expected|Unrecognized|Too (?:big|small)|undefined/u);
}

describe('a fault in an academy', () => {
  test('the file as it stands is sound', () => {
    expect(() => complaint(sound, readAcademy)).toThrow('Cette faute est passée.');
  });

  test('unknown key: the nearest known one is suggested', () => {
    const text = sound.replace(/^messagerie:/mu, 'messagrie:');
    const message = complaint(text, readAcademy);
    expectPlain(message, lineOf(text, 'messagrie:'), '« messagrie »', 'Écrire plutôt : messagerie');
  });

  test('unknown key inside a contact', () => {
    const text = sound.replace('    adresse: webmail', '    adrese: webmail');
    expectPlain(complaint(text, readAcademy), lineOf(text, 'adrese:'), 'Écrire plutôt : adresse');
  });

  test('missing source', () => {
    const text = sound.replace('    source: code-agenda-grenoble\n', '');
    const line = lineOf(text, '- nom: Messagerie de l’académie');
    expectPlain(
      complaint(text, readAcademy),
      line,
      '« messagerie › nº 1 › source »',
      'sources.yaml',
    );
  });

  test('missing strength', () => {
    const text = sound.replace(/preuve: seul\n {4}source: code-agenda/u, 'source: code-agenda');
    expectPlain(complaint(text, readAcademy), lineOf(text, '- nom: Messagerie de'), 'officiel');
  });

  test('bad strength word', () => {
    const text = sound.replace('preuve: seul', 'preuve: seule');
    const line = lineOf(text, 'preuve: seule');
    expectPlain(complaint(text, readAcademy), line, '« seule »', 'Écrire plutôt : seul');
  });

  test('impossible day', () => {
    const text = sound.replace(
      'genre: academie',
      'genre: academie\nexiste: { depuis: 2018-02-30 }',
    );
    const message = complaint(text, readAcademy);
    expectPlain(message, lineOf(text, 'existe:'), 'n’existe pas', '2018-11-29');
  });

  test('a department number without quotes', () => {
    const text = sound.replace("code: '38'", 'code: 38');
    expectPlain(complaint(text, readAcademy), lineOf(text, 'code: 38'), 'guillemets');
  });

  test('an address with https://', () => {
    const text = sound.replace('adresse: www.ac', 'adresse: https://www.ac');
    expectPlain(complaint(text, readAcademy), lineOf(text, 'https://'), 'sans https://');
  });

  test('« vu » that says nothing', () => {
    const text = sound.replace('vu: sans-date', 'vu: hier');
    expectPlain(complaint(text, readAcademy), lineOf(text, 'vu: hier'), 'sans-date');
  });

  test('a word that no alternative knows: all of them are given', () => {
    const text = sound.replace(/^identifiant:\n(?: {2}.*\n)+/mu, 'identifiant: regle\n');
    const message = complaint(text, readAcademy);
    expectPlain(message, lineOf(text, 'identifiant: regle'), 'inconnu, regle-nationale');
  });

  test('a misspelt key in one of the alternatives', () => {
    const text = sound.replace(/^identifiant:\n {2}texte:/mu, 'identifiant:\n  text:');
    expectPlain(complaint(text, readAcademy), lineOf(text, '  text:'), 'Écrire plutôt : texte');
  });

  test('a list that is missing altogether', () => {
    const text = sound.replace('messagerie_nationale: inconnu\n', '');
    expectPlain(complaint(text, readAcademy), 2, 'Ajouter une ligne « messagerie_nationale: … »');
  });

  test('twenty faults still make ten lines', () => {
    const message = complaint(sound.replaceAll('preuve:', 'prouve:'), readAcademy);
    expect(message.split('\n').length).toBeLessThanOrEqual(10);
    expect(message).toMatch(/et \d+ autres soucis\.$/u);
  });
});

describe('a reference to nothing', () => {
  const known = {
    sources: ['document-000', 'document-001'],
    academies: ['caen', 'grenoble'],
    editions: ['men-2018'],
  };
  const check = (path: string) => {
    checkFile(path, known);
  };

  test('a source', () => {
    const text = 'a:\n  preuve: seul\n  source: document-01\n';
    expectPlain(complaint(text, check), 3, '« document-01 »', 'Écrire plutôt : document-001');
  });

  test('an academy, in a list, in a front matter', () => {
    const text = '---\ntitre: Un titre\nacademies: [caen, atlantide]\n---\n\nTexte.\n';
    const message = complaint(text, check, 'essai.mdx');
    expectPlain(message, 3, '« atlantide » n’existe pas dans content/academies');
  });

  test('what a value was deduced from', () => {
    const text = "v: { preuve: reconstitue, d_apres: [document-999, 'choisi pour l’exercice'] }\n";
    expectPlain(complaint(text, check), 1, '« document-999 »');
  });

  test('a file name with capitals or made of digits', () => {
    for (const name of ['Été.yaml', '2018.yaml'])
      expect(complaint('a: 1\n', check, name)).toContain('nom du fichier');
  });
});

describe('writing that cannot be read', () => {
  const open = z.record(z.string(), z.unknown());
  const read = (path: string) => readYaml(path, open);

  test('a tab at the head of a line', () => {
    expectPlain(complaint('a:\n\tb: 1\n', read), 2, 'tabulation', 'deux espaces');
  });

  test('a quote that is never closed', () => {
    expectPlain(complaint('z: 1\na: "oui\nb: 2\n', read), 2, 'ne se lit pas', 'guillemets fermés');
  });

  test('a colon inside a bare text', () => {
    expectPlain(complaint('a: 1\nb: c: d\n', read), 2, 'ne se lit pas');
  });

  test('a key written twice', () => {
    expectPlain(complaint('a: 1\nb: 2\na: 3\n', read), 3, 'deux fois');
  });

  test('an empty file', () => {
    expectPlain(complaint('', readAcademy), 1);
  });

  test('a front matter that is missing or wrong', () => {
    const schema = z.strictObject({ titre: z.string() });
    const readFront = (path: string) => readFrontMatter(path, schema);
    expectPlain(complaint('Bonjour\n', readFront, 'essai.mdx'), 1, 'en-tête');
    const wrong = complaint('---\n\ntitr: A\n---\n', readFront, 'essai.mdx');
    expectPlain(wrong, 3, 'Écrire plutôt : titre');
  });

  test('a file that is not there', () => {
    expect(() => readYaml(join(folder, 'rien.yaml'), open)).toThrow(/n’existe pas/u);
  });
});

describe('facts, dates, alerts, sources', () => {
  const schema = z.strictObject({ vote: fact(parisDate()), jour: calendarDay().optional() });
  const read = (path: string) => readYaml(path, schema);

  test('a sound fact reads in English', () => {
    const path = join(folder, 'bon.yaml');
    writeFileSync(
      path,
      'vote: { valeur: 2018-11-29 10:00, preuve: officiel, source: document-004 }\n',
    );
    expect(read(path).vote).toEqual({
      value: 1_543_482_000,
      strength: 'official',
      source: 'document-004',
      derivedFrom: [],
      checkedOn: null,
    });
  });

  test('a fact without a source', () => {
    const message = complaint('vote:\n  valeur: 2018-11-29 10:00\n  preuve: seul\n', read);
    expectPlain(message, 1, 'source:', 'sources.yaml');
  });

  test('a reconstructed fact that does not say from what', () => {
    const message = complaint('vote: { valeur: 2018-11-29 10:00, preuve: reconstitue }\n', read);
    expectPlain(message, 1, 'd_apres');
  });

  test('a date that does not exist, or badly written', () => {
    const withDate = (date: string) =>
      complaint(`vote:\n  valeur: ${date}\n  preuve: seul\n  source: document-004\n`, read);
    expectPlain(withDate('2018-02-30 10:00'), 2, 'n’existe pas', '2018-11-29 10:00');
    expectPlain(withDate('29/11/2018'), 2, 'Écrire la date ainsi : 2018-11-29 10:00');
    expectPlain(withDate('2018-03-25 02:30'), 2, 'heure d’été');
    expectPlain(withDate('2018'), 2, 'Écrire la date ainsi');
  });

  test('an alert that is too long, too lasting, or of no model', () => {
    const alert = (texte: string, expire: string, modele: string) =>
      complaint(
        `texte: ${texte}\nsource: document-004\ndepuis: 2026-12-04 09:00\nexpire: ${expire}\nacademies: []\nmodele: ${modele}\n`,
        (path) => readYaml(path, alertSchema('essai')),
      );
    expectPlain(alert('a'.repeat(201), '2026-12-04 20:00', 'panne'), 1, '200 caractères');
    expectPlain(alert('Bref', '2026-12-05 09:01', 'panne'), 4, '24 heures');
    expectPlain(alert('Bref', '2026-12-04 09:00', 'panne'), 4, 'après son début');
    expectPlain(alert('Bref', '2026-12-04 20:00', 'pane'), 6, 'Écrire plutôt : panne');
  });

  test('a source named by a bare number, or of an unknown nature', () => {
    const readSources = (path: string) => readYaml(path, sourcesSchema);
    const body = '\n  titre: T\n  editeur: E\n  nature: ';
    expectPlain(complaint(`"2018":${body}presse\n`, readSources), 1, 'jamais un nombre seul');
    expectPlain(complaint(`bonne:${body}press\n`, readSources), 4, 'Écrire plutôt : presse');
  });
});
