/** What a mutation run is worth: a score per file, and every survivor beside the reason why it may live. */
import { z } from 'astro/zod';

/** A rule made wrong in one place, and whether a test noticed. */
export type Mutant = {
  /** Below src/simulator/core. */
  readonly file: string;
  readonly line: number;
  /** The whole line, as it is written. */
  readonly text: string;
  readonly mutator: string;
  /** What stood instead. */
  readonly becomes: string;
  readonly status: string;
};

/** Survivors of one line that live for the same reason; found by what is written, since numbers of lines move. */
export type Reason = {
  readonly file: string;
  readonly line: string;
  readonly mutator: string;
  readonly becomes: readonly string[];
  readonly because: string;
};

/** tests/mutation/survivors.yaml */
export const reasonsSchema = z.array(
  z.strictObject({
    file: z.string(),
    line: z.string(),
    mutator: z.string(),
    becomes: z.array(z.string()).min(1),
    because: z.string().min(20),
  }),
);

export type Score = {
  readonly file: string;
  readonly caught: number;
  readonly mutants: number;
};

export type Verdict = {
  readonly scores: readonly Score[];
  readonly total: Score;
  readonly explained: readonly { readonly mutant: Mutant; readonly because: string }[];
  readonly unexplained: readonly Mutant[];
  /** Reasons that nothing needs any more. */
  readonly idle: readonly string[];
};

/** What must be caught, in hundredths. */
export const wanted = 90;

const noticed = ['Killed', 'Timeout'];
/** Nothing was run, or could be: it counts neither way. */
const outside = ['Ignored', 'CompileError'];

const keyOf = (file: string, line: string, mutator: string, becomes: string): string =>
  `${file}: ${line} (${mutator}: ${becomes})`;

/** Puts survivors and reasons side by side. A mutant that no test reaches is a survivor like the others. */
export function judge(all: readonly Mutant[], reasons: readonly Reason[]): Verdict {
  const mutants = all.filter(({ status }) => !outside.includes(status));
  const score = (file: string, some: readonly Mutant[]): Score => ({
    file,
    caught: some.filter(({ status }) => noticed.includes(status)).length,
    mutants: some.length,
  });
  const because = new Map(
    reasons.flatMap(({ file, line, mutator, becomes, because }) =>
      becomes.map((one) => [keyOf(file, line, mutator, one), because] as const),
    ),
  );
  const idle = new Set(because.keys());
  const explained: { mutant: Mutant; because: string }[] = [];
  const unexplained: Mutant[] = [];
  for (const mutant of mutants) {
    if (noticed.includes(mutant.status)) continue;
    const key = keyOf(mutant.file, mutant.text, mutant.mutator, mutant.becomes);
    const reason = because.get(key);
    idle.delete(key);
    if (reason === undefined) unexplained.push(mutant);
    else explained.push({ mutant, because: reason });
  }
  const files = [...new Set(mutants.map(({ file }) => file))].sort();
  return {
    scores: files.map((file) =>
      score(
        file,
        mutants.filter((mutant) => mutant.file === file),
      ),
    ),
    total: score('total', mutants),
    explained,
    unexplained,
    idle: [...idle],
  };
}

/** Hundredths that were caught; a file without any mutant lacks nothing. */
export function hundredths({ caught, mutants }: Score): number {
  return mutants === 0 ? 100 : (100 * caught) / mutants;
}

/** Nothing is left to explain, and enough was caught. */
export function isGood({ total, unexplained, idle }: Verdict): boolean {
  return hundredths(total) >= wanted && unexplained.length === 0 && idle.length === 0;
}

/** The table, then every survivor, as lines to print. */
export function tell({ scores, total, explained, unexplained, idle }: Verdict): readonly string[] {
  return [
    ...[...scores, total].map(
      (score) =>
        `${score.file.padEnd(26)} ${String(score.caught).padStart(5)} / ${String(score.mutants).padEnd(5)} ${hundredths(score).toFixed(1).padStart(6)} %`,
    ),
    '',
    `Survivants expliqués : ${explained.length}`,
    ...explained.map(({ mutant, because }) => `${lineOf(mutant)}\n    ${because}`),
    ...unexplained.map((mutant) => `✗ sans explication : ${lineOf(mutant)}`),
    ...idle.map((key) => `✗ explication sans survivant : ${key}`),
  ];
}

function lineOf({ file, line, text, mutator, becomes }: Mutant): string {
  return `${file}:${line} ${text}\n    ${mutator} → ${becomes}`;
}
