/** What /aider/ says, with the situations and the exercises that it names: all of them exist. */
import { helpingSchema, type Helped, type Helping } from '../schemas/helping.ts';
import { nearest, type Trouble } from '../schemas/explain.ts';
import { listFolder, locateYaml, readYaml, stop } from '../schemas/read.ts';
import type { Practice, Situation } from '../schemas/situation.ts';
import { currentEdition, requireSituation, situations } from './current.ts';
import { withDates } from './holes.ts';
import { rehearsalsNamed, type Rehearsal } from './rehearsals.ts';

export type { Helped, Helping } from '../schemas/helping.ts';

const path = 'content/aider.yaml';

/** The file; stops the build when it names a situation or an exercise that does not exist. */
export function helping(): Helping {
  const file = readYaml(path, helpingSchema, withDates(currentEdition()));
  const troubles = [
    ...namesIn(file, []),
    ...file.helped.flatMap((one, index) => namesIn(one, ['personnes', index])),
  ];
  if (troubles.length > 0) stop(path, troubles);
  return file;
}

/** The paths of the pages about each person helped. */
export const helpedPath = ({ anchor }: Pick<Helped, 'anchor'>): string => `/aider/${anchor}/`;

/** The situations that a part names, in its order. */
export const situationsOf = (part: Pick<Helped, 'situations'>): readonly Situation[] =>
  part.situations.map(requireSituation);

/** Its exercises, each once, as the latest election plays it. */
export const practiceOf = (part: {
  readonly practices: readonly Practice[];
}): readonly Rehearsal[] => part.practices.flatMap((named) => rehearsalsNamed(named).slice(0, 1));

function namesIn(
  part: Pick<Helped, 'situations' | 'practices'>,
  at: readonly PropertyKey[],
): readonly Trouble[] {
  const { line } = locateYaml(path);
  const slugs = situations().map(({ slug }) => slug);
  const exercises = listFolder('content/exercices', '.yaml').map(({ id }) => id);
  return [
    ...part.situations.flatMap((slug, index) =>
      slugs.includes(slug)
        ? []
        : [lost(line([...at, 'situations', index]), `la situation « ${slug} »`, slug, slugs)],
    ),
    ...part.practices.flatMap(({ id }, index) =>
      exercises.includes(id)
        ? []
        : [lost(line([...at, 's_exercer', index]), `l’exercice « ${id} »`, id, exercises)],
    ),
  ];
}

function lost(line: number, what: string, word: string, among: readonly string[]): Trouble {
  const near = nearest(word, among);
  return {
    line,
    what: `${what} n’existe pas.`,
    write: near ? `Écrire plutôt : ${near}` : `Écrire l’un de ces noms : ${among.join(', ')}`,
  };
}
