/** The registry of sources: content/sources.yaml, id → where a fact was read. */
import { z } from 'astro/zod';
import { calendarDay, id, text } from './fact.ts';

const natures = {
  officiel: 'official',
  syndicat: 'union',
  presse: 'press',
  'code-public': 'public-code',
  'document-fondateur': 'founding-document',
  'entreprise-du-vote': 'voting-company',
  encyclopedie: 'encyclopedia',
  autre: 'other',
} as const;

export type SourceNature = (typeof natures)[keyof typeof natures];

export type Source = {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly nature: SourceNature;
  /** Host and path as plain text: never a link on a current page. `null` = none given. */
  readonly address: string | null;
  /** Calendar day on which we read it. */
  readonly readOn: string | null;
};

/** The whole registry, in the order of the file. */
export const sourcesSchema = z
  .record(
    id(),
    z.strictObject({
      titre: text(240),
      editeur: text(120),
      nature: z.enum([
        'officiel',
        'syndicat',
        'presse',
        'code-public',
        'document-fondateur',
        'entreprise-du-vote',
        'encyclopedie',
        'autre',
      ]),
      /** hôte et chemin, sans https:// */
      adresse: z
        .string()
        .regex(/^[a-z0-9.-]+\.[a-z]{2,}(?:\/\S*)?$/iu, 'Écrire l’adresse sans https:// ni espace')
        .optional(),
      lu_le: calendarDay().optional(),
    }),
  )
  .transform((all): readonly Source[] =>
    Object.entries(all).map(([key, fr]) => ({
      id: key,
      title: fr.titre,
      publisher: fr.editeur,
      nature: natures[fr.nature],
      address: fr.adresse ?? null,
      readOn: fr.lu_le ?? null,
    })),
  );
