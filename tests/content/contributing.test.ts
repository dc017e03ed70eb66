/** The walk through tonight's text: its pictures are there, small, described, and all of them are shown. */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';

const text = readFileSync('CONTRIBUTING.md', 'utf8');
const shown = [...text.matchAll(/!\[([^\]]*)\]\((docs\/pictures\/[^)]+)\)/gu)].map(
  ([, words = '', path = '']) => ({ words, path }),
);

test.each(shown)('$path is there, light, and told in words', ({ words, path }) => {
  expect(statSync(path).size).toBeLessThan(40_000);
  expect(words.length).toBeGreaterThan(40);
});
const evening = /^## Le texte officiel vient de sortir\n([\s\S]*?)^## /mu.exec(text)?.[1] ?? '';
const steps = evening
  .split(/^### /mu)
  .slice(1)
  .flatMap((part) => {
    const [title = '', ...rest] = part.split('\n');
    return rest
      .join('\n')
      .split(/^(?=\d+\. )/mu)
      .slice(1)
      .map((step) => ({ name: `${title}, ${step.split('. ')[0] ?? ''}`, step }));
  });

test('every numbered step of the evening has one picture', () => {
  expect(steps.length).toBeGreaterThan(10);
  const missing = steps
    .filter(({ step }) => step.split('](docs/pictures/').length !== 2)
    .map(({ name }) => name);
  expect(missing).toEqual([]);
});
test('no picture is left over', () =>
  expect(
    readdirSync('docs/pictures')
      .map((name) => `docs/pictures/${name}`)
      .sort(),
  ).toEqual(shown.map(({ path }) => path).sort()));
test('each part of the evening has its title', () => {
  for (const title of [
    'Niveau 1 : cinq minutes',
    'Niveau 2 : quinze minutes',
    'Nous avons écrit une erreur',
    'Le vote est prolongé',
    'Une alerte',
  ])
    expect(text).toContain(`### ${title}\n`);
});
