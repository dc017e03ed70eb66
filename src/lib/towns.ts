/** content/villes.yaml: the towns by which a reader finds her academy. */
import { locateYaml, readYaml, stop } from '../schemas/read.ts';
import { townsSchema, type Towns } from '../schemas/towns.ts';
import { currentAcademies } from './current.ts';

const path = 'content/villes.yaml';

let kept: Towns | null = null;

/** The towns of each academy of today; stops the build when one has none, or when a name is not an academy's. */
export function towns(): Towns {
  if (kept && process.env['NODE_ENV'] !== 'development') return kept;
  kept = readYaml(path, townsSchema);
  const known = currentAcademies().map((academy) => academy.id);
  const named = Object.keys(kept);
  const wrong = [
    ...known.filter((one) => !named.includes(one)).map((one) => `« ${one} » n’a pas de ville.`),
    ...named
      .filter((one) => !known.includes(one))
      .map((one) => `« ${one} » n’est pas une académie.`),
  ];
  if (wrong.length > 0)
    stop(
      path,
      wrong.map((what) => ({
        line: locateYaml(path).line([]),
        what,
        write: 'Une ligne par académie, avec le nom de son fichier : lyon: [Lyon, Saint-Étienne]',
      })),
    );
  return kept;
}
