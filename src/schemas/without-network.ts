/** content/sans-reseau.yaml: what to do in a room without network; a page of the guide and the note of the archive. */
import { z } from 'astro/zod';
import { distinct } from './distinct.ts';
import { id, text } from './fact.ts';

/** One part: sentences, then gestures in their order, then what to know; each may be empty, not all three. */
export type WithoutNetworkPart = {
  readonly anchor: string;
  readonly title: string;
  readonly says: readonly string[];
  readonly gestures: readonly string[];
  readonly points: readonly string[];
};

export type WithoutNetwork = {
  readonly title: string;
  readonly summary: string;
  readonly parts: readonly WithoutNetworkPart[];
};

const lines = () => z.array(text(260)).default([]);

const part = z
  .strictObject({
    ancre: id(),
    titre: text(60),
    dire: lines(),
    gestes: lines(),
    points: lines(),
  })
  .refine(({ dire, gestes, points }) => dire.length + gestes.length + points.length > 0, {
    message: 'Écrire au moins une phrase sous « dire », « gestes » ou « points »',
  })
  .transform((fr): WithoutNetworkPart => ({
    anchor: fr.ancre,
    title: fr.titre,
    says: fr.dire,
    gestures: fr.gestes,
    points: fr.points,
  }));

/** The whole file, in the order of the page. */
export const withoutNetworkSchema = z
  .strictObject({
    titre: text(60),
    resume: text(240),
    parties: z
      .array(part)
      .min(1)
      .superRefine(distinct(({ anchor }) => anchor, 'ancre', 'une ancre par partie')),
  })
  .transform((fr): WithoutNetwork => ({
    title: fr.titre,
    summary: fr.resume,
    parts: fr.parties,
  }));
