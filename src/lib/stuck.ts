/** « Ça bloque »: the questions in front of the situations, their anchors, and the exercises that rehearse them. */
import type { Incident } from '../simulator/core/edition.ts';
import { locateFrontMatter, locateYaml, readYaml, stop } from '../schemas/read.ts';
import type { Situation } from '../schemas/situation.ts';
import { answersOf, stuckSchema, type StuckHelper } from '../schemas/stuck.ts';
import { currentEdition, situations } from './current.ts';
import { editionIds, loadEdition } from './editions.ts';
import { practicePath } from './practice.ts';

const path = 'content/situations/_questions.yaml';

/** The questions; stops the build when an answer leads nowhere. */
export function stuckHelper(): StuckHelper {
  const helper = readYaml(path, stuckSchema);
  const known = situations().map(({ slug }) => slug);
  const lost = answersOf(helper).filter(({ page }) => !known.includes(page));
  if (lost.length > 0)
    stop(
      path,
      lost.map(({ page, words, key }) => ({
        line: locateYaml(path).line(key),
        what: `« ${words} » mène à « ${page} », qui n’existe pas.`,
        write: `Écrire l’un de ces noms : ${known.join(', ')}`,
      })),
    );
  return helper;
}

/** The anchors of a situation's page, in the order of the page. `hasBody`: text stands under the front matter. */
export function anchorsOf(situation: Situation, hasBody: boolean): readonly string[] {
  const later = situation.tonight.length + situation.tomorrow.length > 0;
  return [
    'rassurer',
    'maintenant',
    ...situation.now.map((_, index) => gestureAnchor(index)),
    ...(later ? ['ensuite'] : []),
    'qui-appeler',
    'message',
    `en-${currentEdition().days.first.slice(0, 4)}`,
    ...(hasBody ? ['comprendre'] : []),
    ...(situation.formerly.length > 0 ? ['autrefois'] : []),
    'exercice',
  ];
}

/** Whether text stands under the front matter of a situation. */
export const hasBody = (slug: string): boolean =>
  locateFrontMatter(`content/situations/${slug}.mdx`).body.trim() !== '';

/** « geste-1 » for the first gesture (index 0). */
export const gestureAnchor = (index: number): string => `geste-${index + 1}`;

/** The page and anchor that answer an incident of an exercise, `null` when no situation names it. */
export function situationOfIncident(kind: Incident['kind']): string | null {
  const found = situations().find(({ incidents }) => incidents.includes(kind));
  return found ? `${found.slug}#maintenant` : null;
}

/** An exercise in which something that this page answers goes wrong. */
export type Rehearsal = { readonly title: string; readonly year: string; readonly path: string };

/** Any academy that voted in every election: exercises are the same everywhere. */
const academy = 'grenoble';

type Exercises = readonly {
  readonly edition: string;
  readonly id: string;
  readonly title: string;
  readonly kinds: readonly Incident['kind'][];
}[];
let kept: Exercises | null = null;

function exercises(): Exercises {
  if (kept && process.env['NODE_ENV'] !== 'development') return kept;
  kept = editionIds().flatMap((edition) =>
    Object.values(loadEdition(edition).exercises).map(({ id, title, incidents }) => ({
      edition,
      id,
      title,
      kinds: incidents.map(({ kind }) => kind),
    })),
  );
  return kept;
}

/** The exercises of every election that rehearse a situation: none is a sound answer. */
export function rehearsalsOf(situation: Situation): readonly Rehearsal[] {
  return exercises()
    .filter(({ kinds }) => kinds.some((kind) => situation.incidents.includes(kind)))
    .map(({ edition, id, title }) => ({
      title,
      year: edition.replace(/^.*-/u, ''),
      path: practicePath({ edition, academy, step: null, exercise: id }),
    }));
}
