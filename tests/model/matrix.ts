// The matrix command × refusal of one election: each cell reached, or a written reason.
import type { Edition } from '../../src/simulator/core/edition.ts';
import { commandTypes, type CommandType } from '../../src/simulator/core/portal.ts';
import { refusalWords, type RefusalWord } from '../../src/simulator/core/refusals.ts';
import { commandReasons, refusalReasons } from '../unit/core/cases/reasons.ts';
import { chapters, playCase } from '../unit/core/cases/run.ts';
import { nothingSeen, see, type Coverage } from './coverage.ts';
import { answers, belongs, cellReasons } from './reasons.ts';

/** Who reached what: the exploration, a scenario, a hostile voter. */
export interface Seen {
  readonly explored: Coverage;
  readonly scenarios: Coverage;
  readonly hostile: Coverage;
}

export interface Cell {
  readonly command: CommandType;
  readonly word: RefusalWord;
  /** `E`, `S`, `H`, in that order; empty when nobody reached it. */
  readonly by: string;
  /** Why nobody can; `null` when it is reached, or when nobody wrote why. */
  readonly reason: string | null;
}

/** Every scenario of an election, played. */
export function scenariosOf(id: string): Coverage {
  const seen = nothingSeen();
  for (const one of Object.values(chapters).flat())
    if (one.editions.includes(id)) {
      const { world, command, decision, next } = playCase(id, one);
      see(seen, { from: world, command, decision, to: next });
    }
  return seen;
}

function reasonFor(id: string, command: CommandType, word: RefusalWord): string | null {
  if (!answers[command].includes(word)) return belongs[word];
  return (
    cellReasons[id]?.[`${command} ${word}`] ??
    commandReasons[id]?.[command] ??
    refusalReasons[id]?.[word] ??
    null
  );
}

/** All cells, row by row. */
export function matrixOf(id: string, { explored, scenarios, hostile }: Seen): readonly Cell[] {
  const letters = [
    ['E', explored],
    ['S', scenarios],
    ['H', hostile],
  ] as const;
  return commandTypes.flatMap((command) =>
    refusalWords.map((word): Cell => {
      const by = letters
        .filter(([, { refused }]) => refused.has(`${command} ${word}`))
        .map(([letter]) => letter)
        .join('');
      return { command, word, by, reason: by === '' ? reasonFor(id, command, word) : null };
    }),
  );
}

/** What contradicts the written words: cells without a reason, cells that no table knew. */
export function faultsOf(cells: readonly Cell[]): readonly string[] {
  return cells.flatMap(({ command, word, by, reason }) => {
    if (by === '') return reason === null ? [`${command} ${word}: not reached, and no reason`] : [];
    return answers[command].includes(word) ? [] : [`${command} ${word}: reached, and not foreseen`];
  });
}

/** Screens of the registry that nobody reached. */
export function unseenScreens(
  edition: Edition,
  { explored, scenarios, hostile }: Seen,
): readonly string[] {
  return Object.keys(edition.screens).filter(
    (screen) => ![explored, scenarios, hostile].some(({ screens }) => screens.has(screen)),
  );
}
