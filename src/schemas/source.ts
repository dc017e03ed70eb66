/** The registry of sources: content/sources.yaml, id → where a fact was read. */
import { z } from 'astro/zod';
import { calendarDay, idMessage, idPattern, text } from './fact.ts';

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
  /** Calendar day on which we read it; with `readLatest` that day was not noted: it was this one, or before. */
  readonly readOn: string;
  readonly readLatest: boolean;
  /** Calendar day on which a person opened its address and found it there; `null` = nobody yet. */
  readonly seenOn: string | null;
};

/** The one line of the file that is no source: what stands above it was read on that day or before, nobody noted when. */
const divider = 'lu_au_plus_tard';

const entry = z
  .strictObject({
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
    /** le jour où vous l'avez lue ; obligatoire sous la ligne lu_au_plus_tard */
    lu_le: calendarDay().optional(),
    /** le jour où une personne a ouvert cette adresse et l'a trouvée là */
    vu_le: calendarDay().optional(),
  })
  .superRefine(({ vu_le, adresse }, context) => {
    if (vu_le !== undefined && adresse === undefined)
      context.addIssue({
        code: 'custom',
        path: ['vu_le'],
        message: 'Ajouter l’adresse que cette personne a ouverte, ou enlever vu_le',
      });
  });

const name = z.string().refine((key) => key === divider || idPattern.test(key), idMessage);

/** The whole registry, in the order of the file. */
export const sourcesSchema = z
  .record(name, z.union([entry, calendarDay()]))
  .superRefine((all, context) => {
    let isBelow = false;
    for (const [key, fr] of Object.entries(all)) {
      if (key === divider) isBelow = true;
      else if (typeof fr === 'string')
        context.addIssue({ code: 'custom', path: [key], message: 'Écrire titre, editeur, nature' });
      else if (isBelow && fr.lu_le === undefined)
        context.addIssue({
          code: 'custom',
          path: [key],
          message: 'Ajouter une ligne « lu_le: », le jour où vous l’avez lue',
        });
    }
    if (typeof all[divider] !== 'string')
      context.addIssue({
        code: 'custom',
        path: [divider],
        message:
          'Remettre la ligne « lu_au_plus_tard: » et son jour, entre anciennes et nouvelles sources',
      });
  })
  .transform((all): readonly Source[] => {
    const day = all[divider];
    const latest = typeof day === 'string' ? day : '';
    return Object.entries(all).flatMap(([key, fr]) =>
      typeof fr === 'string'
        ? []
        : [
            {
              id: key,
              title: fr.titre,
              publisher: fr.editeur,
              nature: natures[fr.nature],
              address: fr.adresse ?? null,
              readOn: fr.lu_le ?? latest,
              readLatest: fr.lu_le === undefined,
              seenOn: fr.vu_le ?? null,
            },
          ],
    );
  });
