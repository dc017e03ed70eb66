/** The exercise library: every exercise as its page and the list tell it, whatever the elections in which it exists. */
import type { ExerciseFile } from '../schemas/exercise.ts';
import type { Situation } from '../schemas/situation.ts';
import type { Edition, Exercise } from '../simulator/core/edition.ts';
import { suits } from '../simulator/core/suits.ts';
import { stepOrder } from '../simulator/links.ts';
import { academies } from './content.ts';
import { situations } from './current.ts';
import { editionIds, loadEdition } from './editions.ts';
import { exerciseFiles } from './exercise-files.ts';
import { practiceOf } from './rehearsals.ts';
import type { TutorialAnchor } from './tutorials.ts';
import { yearOf } from './years.ts';

/** An exercise as one past election plays it. */
export type Version = {
  readonly edition: string;
  readonly year: string;
  readonly summary: string;
  /** What is to be reached, in a few words each. */
  readonly aims: readonly string[];
  /** Gestures of its good ending, as a test counts them. */
  readonly gestures: number;
  /** With whom and where it cannot be played, a sentence each. */
  readonly limits: readonly string[];
  /** Its start card. */
  readonly path: string;
};

export type LibraryExercise = {
  readonly slug: string;
  readonly title: string;
  readonly minutes: number;
  /** The level of help that it is made for, in the coach’s own words. */
  readonly help: ExerciseFile['help'];
  /** The step where its trouble is met; `null`: from one end to the other. */
  readonly chapter: TutorialAnchor | null;
  /** What it teaches is true of any election; otherwise of those years alone, and its page is an archive. */
  readonly durable: boolean;
  /** The latest election first, and never none. */
  readonly versions: readonly [Version, ...Version[]];
  /** Pages of « ça bloque » that answer the same trouble. */
  readonly answers: readonly Situation[];
};

/** A stretch of the list, as the start card parts it. */
export type Shelf = {
  readonly title: string;
  /** What its exercises have in common, when the title does not say it. */
  readonly why?: string;
  readonly exercises: readonly LibraryExercise[];
};

export const exercisePath = (slug: string): string => `/exercices/${slug}/`;

/** Names of exercises, for the pages and for whoever links to them. */
export const exerciseSlugs = (): readonly string[] => exerciseFiles().map(({ id }) => id);

let kept: readonly LibraryExercise[] | null = null;

/** Every exercise, in the alphabet's order of its file. */
export function library(): readonly LibraryExercise[] {
  if (kept && process.env['NODE_ENV'] !== 'development') return kept;
  const editions = new Map(editionIds().map((id) => [id, loadEdition(id)]));
  kept = exerciseFiles().flatMap((file) => described(file, editions) ?? []);
  return kept;
}

const chapterTitles: Readonly<Record<TutorialAnchor, string>> = {
  messagerie: 'La messagerie',
  compte: 'Le compte',
  code: 'Le code',
  vote: 'Le vote',
  preuve: 'La preuve',
};

/** First what serves the coming vote; then, as on the start card, whole ways and the five steps. */
export function shelves(): readonly Shelf[] {
  const all = library();
  const others = all.filter(({ durable }) => !durable);
  return [
    {
      title: 'Utiles cette année',
      why: 'Ce qu’on y apprend vaut quelle que soit l’élection. Les autres exercices suivent les règles de leur année.',
      exercises: all.filter(({ durable }) => durable),
    },
    { title: 'D’un bout à l’autre', exercises: others.filter(({ chapter }) => chapter === null) },
    ...stepOrder.map((step) => ({
      title: chapterTitles[step],
      exercises: others.filter(({ chapter }) => chapter === step),
    })),
  ].filter(({ exercises }) => exercises.length > 0);
}

function described(
  file: ExerciseFile,
  editions: ReadonlyMap<string, Edition>,
): LibraryExercise | null {
  const [latest, ...earlier] = Object.entries(file.editions)
    .sort(([a], [b]) => b.localeCompare(a))
    .map(([id, exercise]) => ({ exercise, version: versionOf(file, id, exercise, editions) }));
  if (!latest) return null;
  const { title, chapter = null } = latest.exercise;
  return {
    slug: file.id,
    title,
    minutes: file.minutes,
    help: file.help,
    chapter,
    durable: file.durable,
    versions: [latest.version, ...earlier.map(({ version }) => version)],
    answers: answersTo(file),
  };
}

function versionOf(
  file: ExerciseFile,
  id: string,
  exercise: Exercise,
  editions: ReadonlyMap<string, Edition>,
): Version {
  const edition = editions.get(id);
  return {
    edition: id,
    year: yearOf(id),
    summary: exercise.summary,
    aims: edition ? exercise.goals.map((goal) => edition.aims[goal]) : [],
    gestures: file.gestures[id] ?? 0,
    limits: edition ? limitsOf(edition, exercise) : [],
    path: practiceOf(file.id, id, exercise),
  };
}

const inWords = new Intl.ListFormat('fr');

/** What `suits` refuses, in words. */
function limitsOf(edition: Edition, exercise: Exercise): readonly string[] {
  const all = Object.values(edition.academies);
  const profiles = Object.keys(edition.profiles);
  const plays = all.filter(({ id }) =>
    profiles.some((profile) => suits(edition, { academy: id, profile, exercise: exercise.id })),
  );
  const names = (some: readonly { readonly id: string }[]) =>
    inWords.format(some.map(({ id }) => shortName(id)));
  const without = all.filter((one) => !plays.includes(one));
  const whom = exercise.profiles?.flatMap((id) => edition.profiles[id]?.name ?? []) ?? [];
  return [
    ...(exercise.academies ? [`Seulement pour : ${names(plays)}.`] : []),
    ...(!exercise.academies && without.length > 0
      ? [
          `Pas pour : ${names(without)}. Les scrutins locaux de cette élection n’y ont pas été trouvés.`,
        ]
      : []),
    ...(whom.length > 0 ? [`Métier de l’exercice : ${inWords.format(whom)}.`] : []),
  ];
}

const shortName = (id: string): string => academies().find((one) => one.id === id)?.short ?? id;

/** The situation that its bilan names, those that name the exercise, those that answer what goes wrong in it, once each. */
function answersTo(file: ExerciseFile): readonly Situation[] {
  const incidents = Object.values(file.editions).flatMap((one) =>
    one.incidents.map(({ kind }) => kind),
  );
  const named = Object.values(file.editions).map(({ debrief }) => debrief.situation.split('#')[0]);
  return [
    ...situations().filter(({ slug }) => named.includes(slug)),
    ...situations().filter(({ practices }) => practices.some(({ id }) => id === file.id)),
    ...situations().filter((one) => one.incidents.some((kind) => incidents.includes(kind))),
  ].filter((one, index, all) => all.indexOf(one) === index);
}
