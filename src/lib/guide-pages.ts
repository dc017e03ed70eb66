/** Loads what the pages about the elections, the employers and the publisher say. */
import { editionGuideSchema, type EditionGuide, type GuideFact } from '../schemas/edition-guide.ts';
import { employersSchema, type Employer } from '../schemas/employer.ts';
import { publisherSchema, type Publisher } from '../schemas/publisher.ts';
import { listFolder, readYaml } from '../schemas/read.ts';
import { readyMessage, type ReadyMessage } from '../schemas/situation.ts';
import type { SourceNature } from '../schemas/source.ts';
import { turnoutSchema, type Turnout } from '../schemas/turnout.ts';
import { academies, type Academy } from './content.ts';
import { currentEdition } from './current.ts';
import { withDates } from './holes.ts';
import { once } from './once.ts';

export type { Conflict, EditionGuide, GuideFact, Incident } from '../schemas/edition-guide.ts';
export type { Employer } from '../schemas/employer.ts';
export type { Publisher } from '../schemas/publisher.ts';
export type { Turnout } from '../schemas/turnout.ts';

const ending = '-guide.yaml';

/** Every election that has a page: the coming one first, then the archives from the oldest on. */
export const editionGuides = once((): readonly EditionGuide[] =>
  listFolder('content/editions', ending)
    .map(({ id, path }) => readYaml(path, editionGuideSchema(id)))
    .sort((a, b) => Number(a.archive !== null) - Number(b.archive !== null)),
);

/** The cases of « est-ce mon élection ? », in the order of the page. */
export function employers(): readonly Employer[] {
  return readYaml('content/employeurs.yaml', employersSchema, withDates(currentEdition()));
}

/** What to send when nothing settles whether the coming vote is one's own. */
export function messageToConfirm(): ReadyMessage {
  return readYaml('content/a-confirmer.yaml', readyMessage(), withDates(currentEdition()));
}

/** Who publishes this copy; each `null` is a line that nobody has filled in. */
export const publisher = once((): Publisher => readYaml('content/editeur.yaml', publisherSchema));

/** Turn-out at the national ballot, oldest first. */
export function turnouts(): readonly Turnout[] {
  return readYaml('content/participation.yaml', turnoutSchema);
}

/** The academies that have a tutorial in that election, by name. */
export function tutorialAcademies(editionId: string): readonly Academy[] {
  const written = new Set(listFolder(`content/tutoriels/${editionId}`, '.mdx').map(({ id }) => id));
  return academies().filter(({ id }) => written.has(id));
}

/** « Comité technique académique de l’académie {academie} » → without the places that only an exercise fills in. */
export function genericContest(name: string): string {
  return name
    .replace(/,? (?:de l’)?académie \{academie\}/u, '')
    .replace(/ ?\(?\{(?:academie|departement)\}\)?/gu, '')
    .trim();
}

/** What kind of place a source is, in words. */
export function natureWords(nature: SourceNature): string {
  return {
    official: 'officiel',
    union: 'syndicat',
    press: 'presse',
    'public-code': 'programme public',
    'founding-document': 'document de départ',
    'voting-company': 'entreprise du vote',
    encyclopedia: 'encyclopédie',
    other: 'autre',
  }[nature];
}

/** Sources named by facts, each once, in the order in which the page names them. */
export function sourcesNamed(
  facts: readonly (Pick<GuideFact, 'strength'> & { readonly source: string | null })[],
): readonly string[] {
  return [...new Set(facts.flatMap(({ source }) => (source ? [source] : [])))];
}
