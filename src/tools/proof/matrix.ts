/** The matrix command × refusal of one election, as lines of text. */
import { faultsOf, matrixOf, type Cell } from '../../../tests/model/matrix.ts';
import { answers, belongs } from '../../../tests/model/reasons.ts';
import { commandTypes } from '../../simulator/core/portal.ts';
import { refusalWords } from '../../simulator/core/refusals.ts';
import type { Reached } from './reached.ts';

export interface MatrixText {
  readonly lines: readonly string[];
  readonly faults: readonly string[];
}

/** Cells that share a reason are told together. */
function byReason(cells: readonly Cell[]): readonly string[] {
  const words = new Map<string, string[]>();
  for (const { word, reason } of cells) {
    const key = reason ?? 'NO REASON';
    words.set(key, [...(words.get(key) ?? []), word]);
  }
  return [...words].map(([reason, list]) => `    – ${list.join(', ')}: ${reason}`);
}

/** Why a refusal that is never asked of a command is not: one line per refusal. */
export function belongingLines(): readonly string[] {
  return refusalWords.map((word) => `  ${word}: ${belongs[word]}`);
}

/**
 * One paragraph per command: every cell stands in it, reached (E by the exploration, S by a scenario, H by a hostile
 * voter) or with its reason.
 */
export function matrixText(reached: Reached): MatrixText {
  const cells = matrixOf(reached.id, reached);
  const met = cells.filter(({ by }) => by !== '');
  const lines = [
    `${cells.length} cells: ${met.length} reached, ${cells.length - met.length} empty with a reason`,
    ...commandTypes.flatMap((command) => {
      const row = cells.filter((cell) => cell.command === command);
      const full = row.filter(({ by }) => by !== '').map(({ word, by }) => `${word} ${by}`);
      // What the rules never ask of a command is explained once for all commands, below.
      const asked = row.filter(({ by, word }) => by === '' && answers[command].includes(word));
      const rest = row.length - full.length - asked.length;
      return [
        `  ${command}: ${full.join(', ') || 'never refused'} (${rest} never asked of it)`,
        ...byReason(asked),
      ];
    }),
  ];
  return { lines, faults: faultsOf(cells) };
}
