/** content/editions/<edition>-guide.yaml: what only the guide says of an election. Its dates are in <edition>.yaml. */
import { z } from 'astro/zod';
import { checkProof, id, proofKeys, text, type Strength } from './fact.ts';

/** A sentence with where it was read and how strong it is. Never reconstructed. */
export type GuideFact = {
  readonly text: string;
  readonly strength: Strength;
  /** Id in content/sources.yaml. */
  readonly source: string;
};

/** One thing that happened; `when` is said in words (« vers 14 h », « novembre 2018 »). */
export type Incident = GuideFact & { readonly when: string };

/** Two sources that do not agree: both are given, none is chosen. */
export type Conflict = {
  readonly title: string;
  readonly text: string;
  readonly sources: readonly string[];
};

export type EditionGuide = {
  /** « men-2014 » */
  readonly id: string;
  /** Title of the page. */
  readonly title: string;
  /** « élections de 2014 » for an archive; `null` for the election that is coming. */
  readonly archive: string | null;
  /** One line for the list of elections. */
  readonly summary: string;
  readonly intro: readonly string[];
  readonly who: readonly GuideFact[];
  readonly incidents: readonly { readonly title: string; readonly facts: readonly Incident[] }[];
  readonly conflicts: readonly Conflict[];
  /** What nobody found, besides the list of <edition>.yaml. */
  readonly unknown: readonly string[];
};

const noReconstruction = 'Une page du guide ne dit rien de reconstitué : écrire un fait sourcé';

type Proof = {
  readonly preuve: Strength;
  readonly source?: string | undefined;
  readonly d_apres?: readonly string[] | undefined;
};

/** A fact of the guide names its source, always: « reconstitue » stops the build. */
function checkGuideProof(proof: Proof, context: z.RefinementCtx): void {
  if (proof.preuve === 'reconstructed')
    context.addIssue({ code: 'custom', path: ['preuve'], message: noReconstruction });
  else checkProof(proof, context);
}

/** « { texte, preuve, source } » */
export const guideFact = () =>
  z
    .strictObject({ texte: text(500), ...proofKeys() })
    .superRefine(checkGuideProof)
    .transform((fr): GuideFact => ({
      text: fr.texte,
      strength: fr.preuve,
      source: fr.source ?? '',
    }));

const incident = z
  .strictObject({ quand: text(60), fait: text(500), ...proofKeys() })
  .superRefine(checkGuideProof)
  .transform((fr): Incident => ({
    when: fr.quand,
    text: fr.fait,
    strength: fr.preuve,
    source: fr.source ?? '',
  }));

/** The whole file. `editionId` is its name without « -guide ». */
export const editionGuideSchema = (editionId: string) =>
  z
    .strictObject({
      titre: text(80),
      /** « élections de 2014 » ; absent pour l'élection qui vient */
      archive: text(60).optional(),
      /** une ligne pour la liste des élections */
      resume: text(200),
      introduction: z.array(text(600)).min(1),
      qui_vote: z.array(guideFact()).default([]),
      incidents: z
        .array(z.strictObject({ titre: text(80), faits: z.array(incident).min(1) }))
        .default([]),
      desaccords: z
        .array(
          z.strictObject({
            titre: text(80),
            texte: text(600),
            sources: z.array(id()).min(1, 'Nommer les sources qui ne s’accordent pas'),
          }),
        )
        .default([]),
      pas_trouve: z.array(text(200)).default([]),
    })
    .transform((fr): EditionGuide => ({
      id: editionId,
      title: fr.titre,
      archive: fr.archive ?? null,
      summary: fr.resume,
      intro: fr.introduction,
      who: fr.qui_vote,
      incidents: fr.incidents.map(({ titre, faits }) => ({ title: titre, facts: faits })),
      conflicts: fr.desaccords.map(({ titre, texte, sources }) => ({
        title: titre,
        text: texte,
        sources,
      })),
      unknown: fr.pas_trouve,
    }));
