/** « Ça bloque »: the questions in front of the situations, their anchors, and the exercises that rehearse them. */
import type { Incident } from '../simulator/core/edition.ts';
import { locateFrontMatter, locateYaml, readYaml, stop } from '../schemas/read.ts';
import type { Situation } from '../schemas/situation.ts';
import { answersOf, stuckSchema, type StuckHelper } from '../schemas/stuck.ts';
import { currentEdition, situations } from './current.ts';
import { rehearsalsNamed, rehearsalsWith, type Rehearsal } from './rehearsals.ts';

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

/**
 * The exercises that rehearse a situation: those it names, in every election; then those in which something that it
 * answers goes wrong, once each. None is a sound answer.
 */
export function rehearsalsOf(situation: Situation): readonly Rehearsal[] {
  const others = rehearsalsWith(situation.incidents);
  const all = [
    ...situation.practices.flatMap((named) => rehearsalsNamed(named)),
    // Those that only share the trouble: the latest election's is enough.
    ...others.filter(
      ({ title }, index) => others.findIndex((one) => one.title === title) === index,
    ),
  ];
  // The same exercise from one of its steps and from its beginning is one exercise: the first link stays.
  return all.filter(
    ({ title, year }, index) =>
      all.findIndex((other) => other.title === title && other.year === year) === index,
  );
}
