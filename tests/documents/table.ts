/** What a line table is made of, and how its ranges are read. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { locateFrontMatter, root } from '../../src/schemas/read.ts';
import type { JourneyStep } from './journey-steps.ts';

/** One number, or the first and last of a range whose blank lines are left out. */
type Where = { readonly line: number } | { readonly lines: readonly [first: number, last: number] };

export type Row = Where &
  (
    | {
        readonly is: 'path';
        /** Anchor of the tutorial's step. */
        readonly at: string;
        readonly journey: JourneyStep;
      }
    | {
        readonly is: 'corrected';
        /** The step that tells the old habit and the correction beside it. */
        readonly at: string;
        readonly why: string;
      }
    | { readonly is: 'outside'; readonly why: string }
  );

/** One founding document and what became of each of its lines. */
export type LineTable = {
  /** Id in content/sources.yaml, and name of tests/fixtures/documents/<id>.txt. */
  readonly document: string;
  readonly edition: string;
  readonly academy: string;
  readonly rows: readonly Row[];
};

/** The numbers (from 1) of the lines that hold something. */
export function nonBlankLines(text: string): readonly number[] {
  return text.split('\n').flatMap((line, index) => (line.trim() === '' ? [] : [index + 1]));
}

/** The non-blank lines of a row. A single blank line is kept, so that a test can refuse it. */
export function linesOf(row: Row, nonBlank: readonly number[]): readonly number[] {
  if ('line' in row) return [row.line];
  const [first, last] = row.lines;
  return nonBlank.filter((line) => first <= line && line <= last);
}

/** The text of a tutorial followed by that of the shared parts it imports, front matter left out. */
export function wholeText(edition: string, academy: string): string {
  const folder = join(root(), 'content/tutoriels', edition);
  const { body } = locateFrontMatter(join(folder, `${academy}.mdx`));
  const parts = [...body.matchAll(/^import \w+ from '\.\/(_[a-z-]+\.mdx)';?$/gmu)];
  return [body, ...parts.map(([, part = '']) => locateFrontMatter(join(folder, part)).body)].join(
    '\n',
  );
}

/** One step of a tutorial, as written. */
export type WrittenStep = { readonly id: string; readonly body: string };

/** Every step of `wholeText`, in order. */
export function stepsOf(text: string): readonly WrittenStep[] {
  return [...text.matchAll(/<Etape id="([a-z]+-\d+)"[^>]*>([\s\S]*?)<\/Etape>/gu)].map(
    ([, id = '', body = '']) => ({ id, body }),
  );
}

/** Lower-case words without punctuation or Markdown. */
export function words(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}|]+/gu) ?? [];
}

/** Every run of `length` words that follow one another. */
function runs(all: readonly string[], length: number): readonly string[] {
  return all.slice(length - 1).map((_, index) => all.slice(index, index + length).join(' '));
}

/** What a text takes from a document word for word, eight words or more; labels in « » excepted. */
export function takenFrom(document: string, text: string): readonly string[] {
  const ours = ` ${words(text.replace(/«[^»]*»/gu, ' | ')).join(' ')} `;
  const file = join(root(), 'tests/fixtures/documents', `${document}.txt`);
  return runs(words(readFileSync(file, 'utf8')), 8).filter((run) => ours.includes(` ${run} `));
}
