/** Invariant 9: what became of every line of the five founding documents. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lineTables } from '../../../tests/documents/lines.ts';
import { linesOf, nonBlankLines, type Row } from '../../../tests/documents/table.ts';
import { root } from '../run.ts';

const fates = ['path', 'corrected', 'outside'] as const;

function told(row: Row): string {
  const where = 'line' in row ? String(row.line) : row.lines.join('–');
  switch (row.is) {
    case 'path':
      return `    ${where}: path, ${row.at}, walked as ${row.journey}`;
    case 'corrected':
      return `    ${where}: corrected, ${row.at}: ${row.why}`;
    case 'outside':
      return `    ${where}: outside: ${row.why}`;
  }
}

/** @returns lines of text, and the lines of the documents that have no row */
export function documentLines(): {
  readonly lines: readonly string[];
  readonly faults: readonly string[];
} {
  const faults: string[] = [];
  const lines = lineTables.flatMap(({ document, academy, edition, rows }) => {
    const file = join(root, 'tests/fixtures/documents', `${document}.txt`);
    const written = nonBlankLines(readFileSync(file, 'utf8'));
    const kept = new Set(rows.flatMap((row) => linesOf(row, written)));
    faults.push(
      ...written.filter((n) => !kept.has(n)).map((n) => `${document}, line ${n}: no row`),
    );
    const many = (fate: Row['is']) =>
      rows.filter((row) => row.is === fate).flatMap((row) => linesOf(row, written)).length;
    const sums = fates.map((fate) => `${many(fate)} ${fate}`).join(', ');
    return [
      `  ${document} (${academy}, ${edition}): ${written.length} lines: ${sums}`,
      ...rows.map(told),
    ];
  });
  return { lines, faults };
}
