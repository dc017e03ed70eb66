/** content/editeur.yaml: who publishes this copy of the site. Everything may be `inconnu`: the page then says so. */
import { z } from 'astro/zod';
import { orUnknown, text } from './fact.ts';

export type Publisher = {
  /** A person or an association. */
  readonly name: string | null;
  readonly address: string | null;
  readonly contact: string | null;
  /** The person who answers for what is published. */
  readonly director: string | null;
  readonly host: string | null;
};

/** The whole file. */
export const publisherSchema = z
  .strictObject({
    /** une personne ou une association */
    nom: orUnknown(text(160)),
    adresse: orUnknown(text(240)),
    /** comment vous écrire */
    contact: orUnknown(text(160)),
    responsable_de_publication: orUnknown(text(160)),
    /** nom, adresse et téléphone de l'hébergeur */
    hebergeur: orUnknown(text(240)),
  })
  .transform((fr): Publisher => ({
    name: fr.nom,
    address: fr.adresse,
    contact: fr.contact,
    director: fr.responsable_de_publication,
    host: fr.hebergeur,
  }));
