/** A list in which no two entries share a name: the sentence says which is taken, at its line. */
import type { z } from 'astro/zod';

/**
 * For `z.array(…).superRefine(…)`.
 * @param nameOf what tells entries apart
 * @param key the French key of that name in the file
 * @param rule ends the sentence: « une ancre par personne »
 */
export const distinct =
  <T>(nameOf: (one: T) => string, key: string, rule: string) =>
  (all: readonly T[], context: z.core.$RefinementCtx): void => {
    const names = all.map(nameOf);
    names.forEach((name, index) => {
      if (names.indexOf(name) === index) return;
      const message = `« ${name} » est déjà pris : ${rule}`;
      context.addIssue({ code: 'custom', path: [index, key], message });
    });
  };
