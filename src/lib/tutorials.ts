/** The tutorials of past elections as files: their front matter, checked in French before a page is drawn. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { listFolder, locateFrontMatter, readFrontMatter, root, stop } from '../schemas/read.ts';
import { tutorialSchema } from '../schemas/tutorial.ts';

/** The anchors that every tutorial has, in the order of the page (PRODUCT.md section 3). */
export const tutorialAnchors = ['messagerie', 'compte', 'code', 'vote', 'preuve'] as const;
export type TutorialAnchor = (typeof tutorialAnchors)[number];

/** « messagerie-3 » → `messagerie`; `null` for a step that is before the five parts. */
export function anchorOf(step: string): TutorialAnchor | null {
  return tutorialAnchors.find((anchor) => step.startsWith(`${anchor}-`)) ?? null;
}

/** Files stand where they say, and name documents that exist. Throws `ContentError`. */
export function checkTutorials(sources: readonly string[]): void {
  const base = join(root(), 'content/tutoriels');
  const editions = existsSync(base) ? readdirSync(base).sort() : [];
  for (const edition of editions)
    for (const { id, path } of listFolder(join(base, edition), '.mdx'))
      checkTutorial(path, { edition, academy: id }, sources);
}

/** One file: its folder is its edition, its name its academy, its documents are in the registry. */
export function checkTutorial(
  path: string,
  place: { readonly edition: string; readonly academy: string },
  sources: readonly string[],
): void {
  const { data } = readFrontMatter(path, tutorialSchema);
  const { line } = locateFrontMatter(path).located;
  const troubles = [
    ...(data.edition === place.edition ? [] : [wrong('edition', data.edition, place.edition)]),
    ...(data.academy === place.academy ? [] : [wrong('academie', data.academy, place.academy)]),
    ...data.documents
      .filter((id) => !sources.includes(id))
      .map((id) => ({
        key: 'documents',
        what: `« ${id} » n’existe pas dans content/sources.yaml.`,
        write: `Ajouter « ${id} » dans content/sources.yaml, ou corriger.`,
      })),
  ];
  if (troubles.length)
    stop(
      path,
      troubles.map(({ key, what, write }) => ({ line: line([key]), what, write })),
    );
}

const wrong = (key: string, said: string, place: string) => ({
  key,
  what: `${key} dit « ${said} », le fichier est rangé pour « ${place} ».`,
  write: `Écrire ${key}: ${place}, ou déplacer le fichier.`,
});
