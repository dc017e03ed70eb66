/** Tutorials that retell no founding document: whole, sourced, in our words, and the same portal for every academy. */
import { describe, expect, test } from 'vitest';
import { archivesOf } from '../../src/lib/archives.ts';
import { requireAcademy, sources } from '../../src/lib/content.ts';
import { editionFacts } from '../../src/lib/editions.ts';
import { tutorialAcademies } from '../../src/lib/guide-pages.ts';
import { practicePath } from '../../src/lib/practice.ts';
import { tutorialAnchors } from '../../src/lib/tutorials.ts';
import { stepsOf, wholeText } from './table.ts';

const edition = 'men-2022';
const known = sources().map(({ id }) => id);
const written = tutorialAcademies(edition).map(({ id }) => id);

test('there is one wherever something is known of the academy', () => {
  expect(written).toEqual(
    expect.arrayContaining(['amiens', 'corse', 'grenoble', 'nice', 'rennes', 'versailles']),
  );
});

describe.each(written)('%s', (academy) => {
  const text = wholeText(edition, academy);
  const steps = stepsOf(text);

  test('has the five anchors in their order, its steps counted from 1', () => {
    const parts = [...text.matchAll(/<Partie id="([a-z]+)"/gu)].map(([, id]) => id);
    expect(parts).toEqual(['avant', ...tutorialAnchors]);
    const wanted = new Map<string, number>();
    for (const { id } of steps) {
      const [part = ''] = id.split('-');
      wanted.set(part, (wanted.get(part) ?? 0) + 1);
      expect(id).toBe(`${part}-${String(wanted.get(part))}`);
    }
  });

  test('each step says what to prepare, what is seen, what can go wrong, and from where', () => {
    const poor = steps.filter(({ body }) =>
      ['**À préparer.**', '**À l’écran.**', '**Si ça bloque.**', '<Source '].some(
        (piece) => !body.includes(piece),
      ),
    );
    expect(poor.map(({ id }) => id)).toEqual([]);
  });

  test('names sources that exist, promotes no organisation, leads nowhere', () => {
    const named = [...text.matchAll(/<Source preuve="[a-z-]+" de="([^"]+)"/gu)].flatMap(
      ([, ids = '']) => ids.split(' '),
    );
    expect(named.filter((id) => !known.includes(id))).toEqual([]);
    const shown = text.replace(/<Source [^>]*>/gu, '');
    expect(shown).not.toMatch(/\b(?:SUD|FSU|SNES|UNSA|CGT|CFDT|SNALC|Sgen)\b|\bFO\b/u);
    expect(text).not.toMatch(/\]\(|https?:|mailto:|tel:|<a\s/u);
    expect(text.replace(/`[^`]*`/gu, '')).not.toMatch(/www\.|[\w.]@[\w-]|\.gouv\.fr|\.ac-\w/u);
  });

  test('gives no hour that the facts do not have', () => {
    const { voting } = editionFacts(edition).periods;
    if (voting === null || voting === 'unknown') throw new Error('the vote is lost');
    const hours = [...text.matchAll(/\b(\d{1,2}) h\b/gu)].map(([, hour]) => hour);
    const closing = String(Number(voting.closes.hour?.slice(0, 2)));
    const local = academy === 'la-reunion' ? ['20'] : [];
    expect([...new Set(hours)].sort()).toEqual([closing, ...local].sort());
  });

  test('can be practised, and is found from the page of its academy', () => {
    for (const step of [null, ...tutorialAnchors])
      expect(practicePath({ edition, academy, step })).toMatch(/^\/simulateur\/#/u);
    expect(archivesOf(requireAcademy(academy).id).map(({ path }) => path)).toContain(
      `/elections/${edition}/${academy}/`,
    );
  });
});
