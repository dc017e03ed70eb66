/** The exercises that exist, as guide pages offer them: title, minutes, year, and a link to the very exercise. */
import type { ExerciseFile } from '../schemas/exercise.ts';
import { ContentError } from '../schemas/read.ts';
import type { Exercise, Incident } from '../simulator/core/edition.ts';
import { stepOrder } from '../simulator/links.ts';
import { academies, existsAt, type Academy } from './content.ts';
import { dayIn } from './dates.ts';
import { exerciseFiles } from './exercise-files.ts';
import { practicePath } from './practice.ts';
import type { TutorialAnchor } from './tutorials.ts';
import { yearOf } from './years.ts';

/** An exercise of one past election. */
export type Rehearsal = {
  readonly title: string;
  readonly summary: string;
  /** The whole of it, from its beginning. */
  readonly minutes: number;
  /** Where the link begins; `null` = at the beginning. */
  readonly step: TutorialAnchor | null;
  readonly year: string;
  readonly path: string;
};

/** An exercise by its name, from its beginning or from one of its steps. */
export type NamedExercise = { readonly id: string; readonly step: TutorialAnchor | null };

/** An academy that voted in every election: exercises are the same everywhere. */
export const anywhere = 'grenoble';

/** Names of the exercises that teach what is true of any election, as the journey meets them. */
export function durableExercises(): readonly string[] {
  const place = ({ editions }: ExerciseFile): number => {
    const chapter = Object.values(editions).find((one) => one.chapter)?.chapter;
    return chapter ? stepOrder.indexOf(chapter) : -1;
  };
  return exerciseFiles()
    .filter(({ durable }) => durable)
    .toSorted((a, b) => place(a) - place(b))
    .map(({ id }) => id);
}

/** One exercise in each election that has it, the latest election first. Throws `ContentError` when it does not exist. */
export function rehearsalsNamed(
  { id, step }: NamedExercise,
  academy: Academy | null = null,
): readonly Rehearsal[] {
  const file = exerciseFiles().find((one) => one.id === id);
  if (!file) throw new ContentError(`« ${id} » n’existe pas dans content/exercices.`);
  return rehearsals(file, step, academy);
}

/** Every exercise in which one of these things goes wrong, the latest election first. */
export function rehearsalsWith(kinds: readonly Incident['kind'][]): readonly Rehearsal[] {
  return exerciseFiles().flatMap((file) =>
    rehearsals(file, null, null, ({ incidents }) =>
      incidents.some(({ kind }) => kinds.includes(kind)),
    ),
  );
}

function rehearsals(
  file: ExerciseFile,
  step: TutorialAnchor | null,
  academy: Academy | null,
  wanted: (exercise: Exercise) => boolean = () => true,
): readonly Rehearsal[] {
  return Object.entries(file.editions)
    .filter(([, exercise]) => wanted(exercise))
    .sort(([a], [b]) => b.localeCompare(a))
    .map(([edition, exercise]) => ({
      title: exercise.title,
      summary: exercise.summary,
      minutes: file.minutes,
      step,
      year: yearOf(edition),
      path: practiceOf(file.id, edition, exercise, step, academy),
    }));
}

/** The link to one exercise of one election: to its start card, with somebody for whom it exists. */
export function practiceOf(
  id: string,
  edition: string,
  exercise: Exercise,
  step: TutorialAnchor | null = null,
  academy: Academy | null = null,
): string {
  const there = academyThen(academy, dayIn('Europe/Paris', exercise.startsAt));
  const [only = there] = exercise.academies ?? [];
  return practicePath({
    edition,
    profile: exercise.profiles?.[0],
    academy: exercise.academies?.includes(there) ? there : only,
    step,
    exercise: id,
  });
}

/** The academy itself, or the one that stood in its first department on that day. */
function academyThen(academy: Academy | null, day: string): string {
  if (academy === null || existsAt(academy, day)) return academy?.id ?? anywhere;
  const [first] = academy.departments;
  const before = academies().find(
    (one) => existsAt(one, day) && one.departments.some(({ code }) => code === first?.code),
  );
  return before?.id ?? anywhere;
}
