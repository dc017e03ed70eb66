/** The tutorials of past elections that exist, and which academy of today leads to them. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../schemas/read.ts';
import { academies, existsAt, type Academy } from './content.ts';
import { currentEdition, currentId } from './current.ts';
import { once } from './once.ts';
import { yearOf } from './years.ts';

export type ArchiveLink = { readonly path: string; readonly words: string };

/** Tutorials as files: content/tutoriels/<edition>/<academie>.mdx. */
const tutorials = once((): readonly { readonly edition: string; readonly academy: string }[] => {
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
});

/** The archives of an academy of today: its own, and those of academies whose departments it took over. */
export function archivesOf(academyId: string): readonly ArchiveLink[] {
  return archives().get(academyId) ?? [];
}

/** By academy, since every page of the archives asks for those of all. */
const archives = once((): ReadonlyMap<string, readonly ArchiveLink[]> => {
  const byAcademy = new Map<string, ArchiveLink[]>();
  for (const { edition, academy } of tutorials()) {
    const past = academies().find(({ id }) => id === academy);
    if (!past) continue;
    const today = successorOf(past);
    for (const { id } of new Set([past, today])) {
      const gone = id === past.id ? '' : ` (réunie depuis à ${today.short})`;
      const words = `${past.short} en ${yearOf(edition)}${gone}`;
      const link = { path: `/elections/${edition}/${academy}/`, words };
      byAcademy.set(id, [...(byAcademy.get(id) ?? []), link]);
    }
  }
  return byAcademy;
});

/** The academy that answers today for this one: itself, or the one that took over all its departments. */
export function successorOf(academy: Academy): Academy {
  const { first } = currentEdition().days;
  if (existsAt(academy, first)) return academy;
  const tookOver = academies().find(
    (today) =>
      existsAt(today, first) &&
      academy.departments.every(({ code }) => today.departments.some((own) => own.code === code)),
  );
  return tookOver ?? academy;
}
