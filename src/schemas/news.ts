/** content/nouveautes.yaml: what changed on the site for its readers, one sentence each. */
import { z } from 'astro/zod';
import { distinct } from './distinct.ts';
import { calendarDay, id, text } from './fact.ts';

/** One change of the site, as the file tells it. */
export type SiteNews = {
  /** Its place on the page, and its name in the feed for ever. */
  readonly anchor: string;
  /** Calendar day of the change (Paris). */
  readonly day: string;
  readonly title: string;
  readonly text: string;
  /** Path of the page to read, and the words of the link. */
  readonly path: string;
  readonly words: string;
};

const entry = z
  .strictObject({
    /** un nom court, qui ne change plus jamais : les lecteurs de flux s'en servent pour ne rien montrer deux fois */
    ancre: id(),
    le: calendarDay(),
    titre: text(80),
    /** ce que cela change pour qui lit le site, une ou deux phrases */
    texte: text(300),
    lien: z.strictObject({
      /** une page de ce site, jamais une autre adresse */
      vers: z
        .string()
        .regex(
          /^\/(?:[a-z0-9-]+\/)*(?:#[a-z0-9-]+)?$/u,
          'Écrire une page de ce site : /recherche/',
        ),
      mots: text(60),
    }),
  })
  .transform((fr): SiteNews => ({
    anchor: fr.ancre,
    day: fr.le,
    title: fr.titre,
    text: fr.texte,
    path: fr.lien.vers,
    words: fr.lien.mots,
  }));

/** The whole file, in its own order: whoever shows it sorts it. */
export const newsSchema = z
  .strictObject({
    nouveautes: z
      .array(entry)
      .min(1)
      .superRefine(distinct(({ anchor }) => anchor, 'ancre', 'une ancre par nouveauté')),
  })
  .transform(({ nouveautes }): readonly SiteNews[] => nouveautes);
