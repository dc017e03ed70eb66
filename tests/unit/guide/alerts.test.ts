import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { alertSchema } from '../../../src/schemas/alert.ts';
import { readYaml } from '../../../src/schemas/read.ts';
import { alerts, sources } from '../../../src/lib/content.ts';
import { checkFile } from '../../../src/lib/references.ts';

const models = readdirSync('content/alertes').filter((name) => name.startsWith('_modele-'));

test('four models, one for each kind of alert', () =>
  expect(models.map((name) => name.replace(/^_modele-|\.yaml$/gu, '')).sort()).toEqual([
    'faux-courriels',
    'panne',
    'prolongation',
    'rectificatif',
  ]));

test.each(models.filter((name) => !name.includes('rectificatif')))(
  '%s is sound: 200 characters, 24 hours',
  (name) =>
    expect(
      readYaml(`content/alertes/${name}`, alertSchema('essai')).text.length,
    ).toBeLessThanOrEqual(200),
);

test('the model of a correction cannot be published before somebody fills it in', () =>
  expect(() => readYaml('content/alertes/_modele-rectificatif.yaml', alertSchema('essai'))).toThrow(
    'ligne 2 : « texte » ne convient pas.\n  Écrire ce qui est vrai',
  ));

test('a model names no source: whoever copies it says where it was read', () => {
  const known = { sources: [], academies: [], editions: [] };
  for (const name of ['panne', 'faux-courriels', 'prolongation', 'rectificatif']) {
    const model = `content/alertes/_modele-${name}.yaml`;
    expect(() => checkFile(model, known)).not.toThrow();
    expect(readFileSync(model, 'utf8')).toContain('source: a-remplacer');
  }
  expect(sources().map(({ id }) => id)).not.toContain('a-remplacer');
});

test('a model is not shown', () =>
  expect(alerts().map(({ id }) => id)).not.toContain('_modele-panne'));
