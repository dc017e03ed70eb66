/** One tutorial of a past election: the front matter of content/tutoriels/<edition>/<academie>.mdx. */
import { z } from 'astro/zod';
import { calendarDay, id, text } from './fact.ts';

export type Tutorial = {
  readonly title: string;
  /** Id of content/editions. */
  readonly edition: string;
  /** Id of content/academies; the academy may have ceased to exist since. */
  readonly academy: string;
  /** Calendar day « AAAA-MM-JJ » on which somebody last compared the page with its documents. */
  readonly checkedOn: string;
  /** Ids of content/sources.yaml: the documents that the page retells. */
  readonly documents: readonly string[];
  readonly description: string;
};

// Astro's own reader makes a date of an unquoted day; ours leaves it as text. Both are welcome.
const dayOrDate = z.preprocess(
  (day) => (day instanceof Date ? day.toISOString().slice(0, 10) : day),
  calendarDay(),
);

/** French keys in, English out. Refuses unknown keys, a title over 60 signs, a description over 160. */
export const tutorialSchema = z
  .strictObject({
    titre: text(60),
    edition: id(),
    academie: id(),
    /** le jour où quelqu'un a relu la page, document en main */
    verifie_le: dayOrDate,
    /** les documents racontés : noms de content/sources.yaml */
    documents: z.array(id()).min(1, 'Nommer au moins un document de content/sources.yaml'),
    /** une phrase pour les moteurs et les listes */
    description: text(160),
  })
  .transform((fr): Tutorial => ({
    title: fr.titre,
    edition: fr.edition,
    academy: fr.academie,
    checkedOn: fr.verifie_le,
    documents: fr.documents,
    description: fr.description,
  }));
