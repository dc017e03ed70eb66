/** The tutorials of past elections that exist, and which academy of today leads to them. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../schemas/read.ts';
import { academies, existsAt, type Academy } from './content.ts';
import { currentEdition, currentId } from './current.ts';

export type ArchiveLink = { readonly path: string; readonly words: string };

/** Tutorials as files: content/tutoriels/<edition>/<academie>.mdx. */
function tutorials(): readonly { readonly edition: string; readonly academy: string }[] {
  const base = join(root(), 'content/tutoriels');
  const names = (folder: string) => {
    try {
      return readdirSync(folder).sort();
    } catch {
      return []; // No tutorial yet.
    }
  };
  return names(base)
    .filter((edition) => edition !== currentId)
    .flatMap((edition) =>
      names(join(base, edition))
        .filter((name) => /^[a-z].*\.mdx$/u.test(name))
        .map((name) => ({ edition, academy: name.replace(/\.mdx$/u, '') })),
    );
}

/** The archives of an academy of today: its own, and those of academies whose departments it took over. */
export function archivesOf(academyId: string): readonly ArchiveLink[] {
  const today = academies().find(({ id }) => id === academyId);
  if (!today) return [];
  return tutorials().flatMap(({ edition, academy }) => {
    const past = academies().find(({ id }) => id === academy);
    if (!past || (past.id !== today.id && !tookOver(today, past))) return [];
    const year = edition.replace(/^.*-/u, '');
    const gone = past.id === today.id ? '' : ` (aujourd’hui ${today.short})`;
    return [
      { path: `/elections/${edition}/${academy}/`, words: `${past.short} en ${year}${gone}` },
    ];
  });
}

function tookOver(today: Academy, past: Academy): boolean {
  const { first } = currentEdition().days;
  const codes = new Set(today.departments.map(({ code }) => code));
  return !existsAt(past, first) && past.departments.every(({ code }) => codes.has(code));
}
