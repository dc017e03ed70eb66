/** What /animer/ says, checked against the exercises and the situations that it names. */
import type { ExerciseFile } from '../schemas/exercise.ts';
import { nearest, type Trouble } from '../schemas/explain.ts';
import { locateYaml, readYaml, stop } from '../schemas/read.ts';
import { trainerSchema, type SessionLine, type TrainerFile } from '../schemas/trainer.ts';
import type { SessionPlay } from '../simulator/links.ts';
import { editionIds } from './editions.ts';
import { exerciseFiles } from './exercise-files.ts';

export type { RoomSession, SessionLine, TrainerFile } from '../schemas/trainer.ts';

/** Read by lib/site-links.ts too, which follows its links and situations. */
export const trainerPath = 'content/animer.yaml';

/** The file; stops the build at a line whose exercise does not exist, is not in every election, or takes longer than the line. */
export function trainer(): TrainerFile {
  const file = readYaml(trainerPath, trainerSchema);
  const exercises = exerciseFiles();
  const { line } = locateYaml(trainerPath);
  const troubles = file.sessions.flatMap(({ lines }, session) =>
    lines.flatMap((one, index) =>
      lineTroubles(one, exercises, (...keys) =>
        line(['seances', session, 'lignes', index, ...keys]),
      ),
    ),
  );
  if (troubles.length > 0) stop(trainerPath, troubles);
  return file;
}

/** The exercises of the first session, with the minutes of their lines: what « exercice suivant » follows on a wall. */
export function sessionPlays(): readonly SessionPlay[] {
  const lines = trainer().sessions[0]?.lines ?? [];
  return lines.flatMap(({ minutes, exercises }) =>
    exercises.map((exercise) => ({ exercise, minutes })),
  );
}

/** Minutes of a session before each of its lines. */
export function startsOf(lines: readonly SessionLine[]): readonly number[] {
  return lines.map((_, index) =>
    lines.slice(0, index).reduce((sum, { minutes }) => sum + minutes, 0),
  );
}

/**
 * What is wrong with the exercises of a line: one that nobody knows, one that an election lacks, too many for its minutes.
 * @param at the line of the file where a key of it stands
 */
export function lineTroubles(
  { minutes, exercises }: SessionLine,
  known: readonly ExerciseFile[],
  at: (...keys: readonly PropertyKey[]) => number,
): readonly Trouble[] {
  const ids = known.map(({ id }) => id);
  const strangers = exercises.flatMap((name, index): readonly Trouble[] => {
    const found = known.find(({ id }) => id === name);
    const missing = found && editionIds().find((edition) => !(edition in found.editions));
    if (found && missing === undefined) return [];
    const near = nearest(name, ids);
    return [
      {
        line: at('exercices', index),
        what: found
          ? `l’exercice « ${name} » n’existe pas dans ${missing ?? ''}, et une séance se joue dans chaque élection.`
          : `l’exercice « ${name} » n’existe pas.`,
        write: near && !found ? `Écrire plutôt : ${near}` : `Écrire un nom de content/exercices.`,
      },
    ];
  });
  const needed = known
    .filter(({ id }) => exercises.includes(id))
    .reduce((sum, one) => sum + one.minutes, 0);
  const late = {
    line: at('minutes'),
    what: `les exercices de cette ligne prennent ${String(needed)} minutes, et elle en a ${String(minutes)}.`,
    write: `Écrire au moins minutes: ${String(needed)}, et reprendre le total de la séance.`,
  };
  return [...strangers, ...(needed > minutes ? [late] : [])];
}
