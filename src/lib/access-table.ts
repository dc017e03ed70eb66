/** The table of accessibility: two pages, WCAG and RGAA, and the checks that both name. */
import { accessTableSchema, type AccessResult, type AccessTable } from '../schemas/access-table.ts';
import { readYaml } from '../schemas/read.ts';

export type { AccessCheck, AccessRow, AccessTable } from '../schemas/access-table.ts';

/** Where the second page stands. */
export const rgaaPath = '/accessibilite/rgaa/';

export function accessTable(): AccessTable {
  return readYaml('content/accessibilite.yaml', accessTableSchema);
}

export const resultWords: Readonly<Record<AccessResult, string>> = {
  held: 'tenu',
  partly: 'partiel',
  void: 'sans objet',
};

/** « 44 tenus, 1 partiel, 10 sans objet »: what is, and nothing of what is not. */
export function countWords(rows: readonly { readonly result: AccessResult }[]): string {
  const many = (wanted: AccessResult) => rows.filter(({ result }) => result === wanted).length;
  return (['held', 'partly', 'void'] as const)
    .filter((result) => many(result) > 0)
    .map((result) => {
      const plural = many(result) > 1 && result !== 'void' ? 's' : '';
      return `${String(many(result))} ${resultWords[result]}${plural}`;
    })
    .join(', ');
}
