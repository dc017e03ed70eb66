/** content/editeur.yaml: who publishes this copy of the site, and where. Everything may be `inconnu`: the page then says so. */
import { z } from 'astro/zod';
import { localColour } from './colour.ts';
import { orUnknown, text } from './fact.ts';

/** The local contact that whoever publishes a copy may add. */
export type Relay = {
  readonly name: string;
  /** Plain text, never a link: nobody here tried it. */
  readonly contact: string | null;
  /** « #rrggbb », seen on light and dark pages. */
  readonly colour: string | null;
};

export type Publisher = {
  /** A person or an association. */
  readonly name: string | null;
  readonly address: string | null;
  readonly contact: string | null;
  /** The person who answers for what is published. */
  readonly director: string | null;
  readonly host: string | null;
  /** The host of this copy, « www.exemple.fr », without scheme or slash: for whole addresses. */
  readonly site: string | null;
  /** `null`: nothing is shown. */
  readonly relay: Relay | null;
};

const relay = z
  .strictObject({
    /** une association, un service, une section : ce qui s’affiche en premier */
    nom: orUnknown(text(80)).default(null),
    /** où et comment : un lieu, une permanence, un courriel de service */
    contact: orUnknown(text(160)).default(null),
    couleur: orUnknown(localColour()).default(null),
  })
  .superRefine((fr, context) => {
    if (fr.nom === null && (fr.contact ?? fr.couleur) !== null)
      context.addIssue({
        code: 'custom',
        path: ['nom'],
        message: 'Écrire aussi le nom du relais, ou laisser « inconnu » aux trois lignes',
      });
  })
  .transform((fr): Relay | null =>
    fr.nom === null ? null : { name: fr.nom, contact: fr.contact, colour: fr.couleur },
  );

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
    /** l’adresse où cette copie se lit, sans https:// ni page */
    site: orUnknown(
      z
        .string()
        .regex(
          /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/u,
          'Écrire l’adresse de cette copie en minuscules, sans https:// ni page : www.exemple.fr',
        ),
    ).default(null),
    /** un contact près de chez vous */
    relais: orUnknown(relay).default(null),
  })
  .transform((fr): Publisher => ({
    name: fr.nom,
    address: fr.adresse,
    contact: fr.contact,
    director: fr.responsable_de_publication,
    host: fr.hebergeur,
    site: fr.site,
    relay: fr.relais,
  }));
