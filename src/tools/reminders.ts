/** What whoever publishes a copy may have forgotten: said once, at the end of the build, which does not fail for it. */
import type { Publisher } from '../schemas/publisher.ts';

/** One sentence in French for each; none when nothing is missing. */
export function remindersOf({ site }: Pick<Publisher, 'site'>): readonly string[] {
  return site === null
    ? [
        'À remplir avant de publier\u202f: « site », dans content/editeur.yaml. Sans lui, un lien partagé n’a pas d’image.',
      ]
    : [];
}
