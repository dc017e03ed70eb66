/** The table of accessibility is tied to what there is: every criterion once, every test that it names. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { accessTable } from '../../../src/lib/access-table.ts';
import { accessTableSchema } from '../../../src/schemas/access-table.ts';
import { root } from '../../../src/tools/run.ts';

const { readOn, checks, wcag, rgaa } = accessTable();

/** WCAG 2.2, levels A and AA; 4.1.1 is no more. */
const levels = {
  A: '1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7 4.1.2',
  AA: '1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7 2.4.11 2.5.7 2.5.8 3.1.2 3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3',
};
/** How many criteria each theme of RGAA 4.1 has: 106 together. */
const themes = [9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12];

describe('the table', () => {
  test('has every criterion of WCAG 2.2, A and AA, once, at its level', () => {
    expect(wcag).toHaveLength(55);
    for (const level of ['A', 'AA'] as const)
      expect(wcag.filter((row) => row.level === level).map((row) => row.criterion)).toEqual(
        levels[level].split(' '),
      );
  });

  test('has every criterion of RGAA 4.1, once, by theme, with those of WCAG that it tests', () => {
    expect(rgaa.map(({ rows }) => rows.map((row) => row.criterion))).toEqual(
      themes.map((many, n) => Array.from({ length: many }, (_, m) => `${n + 1}.${m + 1}`)),
    );
    const known = new Set(wcag.map((row) => row.criterion));
    const tested = rgaa.flatMap(({ rows }) => rows.flatMap((row) => row.wcag));
    expect(tested.filter((criterion) => !known.has(criterion))).toEqual([]);
  });

  test('says its day, which is not to come', () => {
    expect(readOn).toMatch(/^20\d\d-\d\d-\d\d$/u);
    for (const check of Object.values(checks))
      if (check.by === 'hand') expect(check.day <= readOn, check.name).toBe(true);
  });

  test('gives RGAA no better result than WCAG has on the same point', () => {
    const result = new Map(wcag.map((row) => [row.criterion, row.result]));
    for (const row of rgaa.flatMap(({ rows }) => rows))
      if (row.wcag.some((criterion) => result.get(criterion) === 'partly'))
        expect(row.result, row.criterion).not.toBe('held');
  });
});

/** Inside the title of a test, whichever of the quotes stands around it. */
const titlesIn = (text: string): readonly string[] =>
  [...text.matchAll(/\b(?:test|it)(?:\.each\([^)]*\))?\(\s*(['"`])((?:(?!\1).)+)\1/gsu)].map(
    ([, , words = '']) => words,
  );

describe('every test that it names is there', () => {
  const named = Object.values(checks).flatMap((check) =>
    check.by === 'test' ? [[check.file, check.title] as const] : [],
  );
  test.each(named)('%s: %s', (file, title) => {
    const path = join(root, 'tests', file);
    expect(existsSync(path)).toBe(true);
    const titles = titlesIn(readFileSync(path, 'utf8'));
    expect(titles.filter((words) => words.includes(title)).length).toBeGreaterThan(0);
  });
});

describe('a table is refused', () => {
  const common = { nom: 'Images', par: ['axe'], resultat: 'tenu' };
  const row = { critere: '1.1.1', niveau: 'A', ...common };
  const file = {
    relu_le: '2026-11-27',
    controles: { axe: { nom: 'axe', essai: 'e2e/pages.spec.ts', titre: 'nothing' } },
    wcag: [row],
    rgaa: [
      {
        theme: 'Images',
        criteres: [{ critere: '1.1', wcag: ['1.1.1'], ...common }],
      },
    ],
  };
  const messages = (more: object) =>
    (accessTableSchema.safeParse({ ...file, ...more }).error?.issues ?? []).map(
      (one) => one.message,
    );
  test('unless it is whole', () => expect(messages({})).toEqual([]));
  test('with a criterion that nothing checks', () =>
    expect(messages({ wcag: [{ ...row, par: [] }] }).join()).toContain('au moins un contrôle'));
  test('with a check that does not exist', () =>
    expect(messages({ wcag: [{ ...row, par: ['oeil'] }] }).join()).toContain('« oeil » n’est pas'));
  test('with a check that serves nothing', () => {
    const spare = {
      ...file.controles,
      autre: { nom: 'autre', essai: 'e2e/a.spec.ts', titre: 'a' },
    };
    expect(messages({ controles: spare }).join()).toContain('« autre » ne sert à aucun critère');
  });
  test('with a criterion twice', () =>
    expect(messages({ wcag: [row, row] }).join()).toContain('« 1.1.1 » est déjà pris'));
  test('with a part that does not say what remains', () =>
    expect(messages({ wcag: [{ ...row, resultat: 'partiel' }] }).join()).toContain(
      'ce qui manque',
    ));
});

describe('in light and in dark', () => {
  const css = readFileSync(join(root, 'src/styles/site.css'), 'utf8');
  const tokens = (block: string) =>
    new Map(
      [...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/gu)].map(([, name = '', value = '']) => [
        name,
        value,
      ]),
    );
  const light = tokens(css.slice(0, css.indexOf('@media')));
  const dark = new Map([
    ...light,
    ...tokens(css.slice(css.indexOf('(prefers-color-scheme: dark)'), css.indexOf('\n*,'))),
  ]);
  const luminance = (colour: string) => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one = '', other = '') => {
    const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  test.each([
    [
      'the ring of the focus',
      'ink',
      ['paper', 'card', 'sage-soft', 'plum-soft', 'amber', 'saffron'],
      3,
    ],
    ['the edge of a field', 'edge', ['paper', 'card'], 3],
    ['a word', 'ink', ['paper', 'card', 'sage-soft', 'plum-soft', 'amber'], 4.5],
    ['a small line', 'soft', ['paper', 'card'], 4.5],
    ['a link', 'plum', ['paper', 'card', 'plum-soft'], 4.5],
  ] as const)('%s is seen against what is around it', (_, front, backs, least) => {
    for (const [scheme, colours] of Object.entries({ light, dark }))
      for (const back of backs) {
        // In the dark, saffron keeps its own dark letters: nothing on it takes the focus.
        if (scheme === 'dark' && back === 'saffron') continue;
        const found = contrast(colours.get(front), colours.get(back));
        expect(found, `${scheme}: ${front} on ${back}`).toBeGreaterThanOrEqual(least);
      }
  });
});
