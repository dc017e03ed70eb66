/** The head of content/etapes/*.mdx, the steps of the year in prose: where they were read, when and by whom. */
import { z } from 'astro/zod';
import { correction, type Corrected } from './correction.ts';
import { calendarDay } from './fact.ts';
import { initials, readingPlace } from './current-edition.ts';

export type YearSteps = {
  /** Host and path of an official page, or « lettre de vote ». */
  readonly readAt: string;
  /** Calendar day. */
  readonly readOn: string;
  readonly readByOne: boolean;
  readonly corrected: Corrected | null;
};

export const yearStepsSchema = z
  .strictObject({
    lu_sur: readingPlace(),
    lu_le: calendarDay(),
    relecteurs: initials(),
    corrige: correction().optional(),
  })
  .transform((fr): YearSteps => ({
    readAt: fr.lu_sur,
    readOn: fr.lu_le,
    readByOne: new Set(fr.relecteurs).size < 2,
    corrected: fr.corrige ?? null,
  }));
