/** What these pages say of the vote that is coming stays inside facts/edition-2026.md, section 9. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { currentEdition } from '../../../src/lib/current.ts';
import { editionGuides, employers } from '../../../src/lib/guide-pages.ts';
import { breachesOf, presentTextOf } from '../../support/forbidden-2026.ts';

const coming = editionGuides().filter(({ archive }) => archive === null);

test('the guide of the coming election says nothing forbidden', () => {
  expect(coming).toHaveLength(1);
  for (const guide of coming) {
    const said = [
      guide.title,
      guide.summary,
      ...guide.intro,
      ...guide.who.map(({ text }) => text),
      ...guide.conflicts.map(({ title, text }) => `${title} ${text}`),
      ...guide.unknown,
    ];
    for (const text of said) expect(breachesOf(text), text).toEqual([]);
  }
});

test('while nobody knows the hours, there are none to convert', () => {
  const { opens, closes, ballots } = currentEdition();
  expect([opens, closes, ballots]).toEqual([null, null, []]);
});

test('« est-ce mon élection ? » promises nothing for the coming vote', () => {
  for (const { choice, title, text, ask } of employers())
    for (const words of [choice, title, ...text, ask]) expect(breachesOf(words), words).toEqual([]);
});

describe('pages written by hand', () => {
  test.each([
    'src/components/pages/ComingEdition.astro',
    'src/pages/elections/index.astro',
    'src/pages/est-ce-mon-election/index.astro',
    'src/pages/aider/index.astro',
    'src/pages/aider/[personne].astro',
    'src/pages/memo/index.astro',
    'src/pages/elections/men-2026/[academie]/simple.astro',
    'src/pages/ca-bloque/[situation].astro',
    'src/pages/pas-le-site-officiel/index.astro',
    'src/pages/accessibilite/index.astro',
    'src/pages/confidentialite/index.astro',
    'src/pages/mentions-legales/index.astro',
    'src/pages/hors-ligne/index.astro',
  ])('%s', (path) => {
    const source = readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
    const template = source.split(/^---$/mu).slice(2).join('');
    expect(template).not.toBe('');
    expect(breachesOf(presentTextOf(template))).toEqual([]);
    // No script in a page may be needed, and none may be inline.
    expect(template).not.toMatch(/ (?:style|on[a-z]+)="/u);
  });
});
