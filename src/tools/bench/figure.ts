/** One line of the bench: what was measured, against what PRODUCT.md section 7 asks. */
export type Figure = {
  readonly name: string;
  /** `null`: not there yet. */
  readonly value: number | null;
  readonly unit: 'o' | 'ms' | 's' | '/s' | '×' | 'signes' | 'carrés';
  /** What is asked, in the same unit; `null` when nothing is. */
  readonly budget: { readonly most: number } | { readonly least: number } | null;
};

/** How much of what is allowed is used: at most 1 is good, whichever way the budget goes. */
export function ratioOf({ value, budget }: Figure): number | null {
  if (value === null || budget === null) return null;
  return 'most' in budget ? value / budget.most : budget.least / value;
}

/** A table for a terminal, columns aligned. */
export function table(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => {
    const ratio = ratioOf(figure);
    return [
      figure.name,
      figure.value === null ? 'pas encore' : number(figure.value, figure.unit),
      budgetWords(figure),
      ratio === null ? '' : `${ratio > 1 ? '✗' : '✓'} ${number(ratio * 100, '%')}`,
    ];
  });
  const all = [['mesure', 'valeur', 'demandé', 'part'], ...rows];
  const widths = [0, 1, 2, 3].map((at) => Math.max(...all.map((row) => row[at]?.length ?? 0)));
  return all
    .map((row) =>
      row
        .map((cell, at) =>
          at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function budgetWords({ budget, unit }: Figure): string {
  if (budget === null) return '';
  return 'most' in budget ? `≤ ${number(budget.most, unit)}` : `≥ ${number(budget.least, unit)}`;
}

function number(value: number, unit: string): string {
  const size = Math.abs(value);
  const digits = size > 0 && size < 0.1 ? 3 : size < 10 ? 1 : 0;
  return `${value.toLocaleString('fr-FR', { maximumFractionDigits: digits })} ${unit}`;
}
