/** The files of content/exercices, read once for all who ask: an election's data, the library, the trainer's page. */
import { exerciseSchema, type ExerciseFile } from '../schemas/exercise.ts';
import { readFolder } from '../schemas/read.ts';
import { once } from './once.ts';

/** By name of the file. */
export const exerciseFiles: () => readonly ExerciseFile[] = once(() =>
  readFolder('content/exercices', exerciseSchema).map(({ data }) => data),
);
