/** « corrigé le …, avant : … »: what a fact said before somebody corrected it. Two lines under the fact itself. */
import { z } from 'astro/zod';
import { calendarDay } from './fact.ts';

export type Corrected = {
  /** Calendar day of the correction (Paris). */
  readonly on: string;
  /** What stood there before, in words. */
  readonly before: string;
};

const address = /https?:|www\.|@|\b[\p{L}\p{N}-]+\.(?:[a-z]{2,})\b/iu;

/**
 * `corrige: { le, avant }`. Refuses an address under `avant`: a wrong one that is shown again, even struck out,
 * could still be typed by somebody.
 */
export const correction = () =>
  z
    .strictObject(
      {
        le: calendarDay(),
        avant: z
          .string('Écrire en quelques mots ce qui était écrit avant')
          .trim()
          .min(1, 'Écrire en quelques mots ce qui était écrit avant')
          .max(120, 'Raccourcir : 120 caractères au plus')
          .refine(
            (words) => !address.test(words),
            'Ne pas recopier une adresse retirée, quelqu’un la taperait. Écrire : une autre adresse',
          )
          .refine(
            (words) => !/\d{4}-\d{2}-\d{2}/u.test(words),
            'Écrire la date comme on la dit : 10 décembre à 18 h',
          ),
      },
      'Écrire dessous, décalées, deux lignes : « le: » avec le jour, « avant: » avec ce qui était écrit',
    )
    .transform((fr): Corrected => ({ on: fr.le, before: fr.avant }));
