/** PORTAL.md, invariant 9: no line of a founding document is forgotten, and no row points at nothing. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../src/schemas/read.ts';
import { journeySteps } from './journey-steps.ts';
import { lineTables } from './lines.ts';
import { linesOf, nonBlankLines, stepsOf, wholeText, type LineTable, type Row } from './table.ts';

const textOf = ({ document }: LineTable) =>
  readFileSync(join(root(), 'tests/fixtures/documents', `${document}.txt`), 'utf8');
const stepsFor = ({ edition, academy }: LineTable) => stepsOf(wholeText(edition, academy));
const nameOf = (row: Row) => ('line' in row ? String(row.line) : row.lines.join('–'));

test('five documents, each once', () => {
  const documents = lineTables.map(({ document }) => document);
  expect(documents).toEqual([0, 1, 2, 3, 4].map((n) => `document-00${String(n)}`));
});

describe.each(lineTables)('$document ($academy)', (table) => {
  const nonBlank = nonBlankLines(textOf(table));
  const rowsOfLine = new Map<number, string[]>();
  for (const row of table.rows)
    for (const line of linesOf(row, nonBlank))
      rowsOfLine.set(line, [...(rowsOfLine.get(line) ?? []), nameOf(row)]);

  test('every non-blank line has a row', () => {
    expect(nonBlank.filter((line) => !rowsOfLine.has(line))).toEqual([]);
  });

  test('no line has two', () => {
    expect([...rowsOfLine].filter(([, rows]) => rows.length > 1)).toEqual([]);
  });

  test('each row names lines that hold something, the ends of a range too', () => {
    const ends = table.rows.flatMap((row) => ('line' in row ? [row.line] : [...row.lines]));
    expect(ends.filter((line) => !nonBlank.includes(line))).toEqual([]);
  });

  test('rows stand in the order of the document', () => {
    const firsts = table.rows.map((row) => linesOf(row, nonBlank)[0] ?? 0);
    expect(firsts).toEqual([...firsts].sort((a, b) => a - b));
  });

  test('each anchor is a step of the tutorial', () => {
    const anchors = stepsFor(table).map(({ id }) => id);
    const wanted = table.rows.flatMap((row) => (row.is === 'outside' ? [] : [row.at]));
    expect(wanted.filter((at) => !anchors.includes(at))).toEqual([]);
  });

  test('each journey step is in the vocabulary', () => {
    const known: readonly string[] = journeySteps;
    const named = table.rows.flatMap((row) => (row.is === 'path' ? [row.journey] : []));
    expect(named.filter((step) => !known.includes(step))).toEqual([]);
  });

  test('each journey step is walked in the browser, in the journey of this document', () => {
    const year = table.edition.slice(-4);
    const folder = join(root(), 'tests/e2e/journeys');
    const files = [`${table.academy}-${year}.spec.ts`, 'voter.ts'];
    const journey = files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
    const named = table.rows.flatMap((row) => (row.is === 'path' ? [row.journey] : []));
    expect(named.filter((step) => !journey.includes(`step('${step}'`))).toEqual([]);
  });

  test('what is corrected or outside says why', () => {
    const short = table.rows.filter(
      (row) => row.is !== 'path' && row.why.trim().split(/\s+/u).length < 3,
    );
    expect(short.map(nameOf)).toEqual([]);
  });

  test('what is corrected is told in its step, with today beside it or as a memory', () => {
    const steps = new Map(stepsFor(table).map(({ id, body }) => [id, body]));
    const untold = table.rows.filter(
      (row) => row.is === 'corrected' && !/<Epoque |pour mémoire/u.test(steps.get(row.at) ?? ''),
    );
    expect(untold.map(nameOf)).toEqual([]);
  });
});
