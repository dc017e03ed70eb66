import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { tutorialSchema } from './schemas/tutorial.ts';

/** Collections and their schemas, nothing else. Files that begin with « _ » are parts of others. */
export const collections = {
  tutorials: defineCollection({
    loader: glob({ base: './content/tutoriels', pattern: '**/[^_]*.mdx' }),
    schema: tutorialSchema,
  }),
};
