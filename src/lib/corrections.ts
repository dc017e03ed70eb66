/** Every correction of the current election that a reader may have to hear of, for its pages and for a list of news. */
import type { Corrected } from '../schemas/correction.ts';
import type { CurrentEdition, Reading } from '../schemas/current-edition.ts';
import { currentEdition, stepsHead } from './current.ts';
import { addDays, momentIn, parisInstant } from './dates.ts';

/** How long a page says it beside the fact. */
export const daysShown = 14;

export type Correction = {
  /** What was corrected: « Fin du vote », or « Ce qui est sûr ». */
  readonly what: string;
  /** What it says now, in words; hours are those of Paris. */
  readonly value: string;
  /** Calendar day of the correction. */
  readonly when: string;
  /** What it said before, in words; never an address. */
  readonly before: string;
  /** Path and anchor of the page of the site that says it. */
  readonly path: string;
};

/** UTC seconds from which a correction is no longer shown: Paris midnight, fourteen days after its day. */
export function correctionEnds(corrected: Corrected): number {
  return parisInstant(addDays(corrected.on, daysShown));
}

/** All of them, the latest first, however old: whoever lists them decides how far back to go. */
export function corrections(edition: CurrentEdition = currentEdition()): readonly Correction[] {
  const page = `/elections/${edition.id}/`;
  const inParis = (seconds: number) => `${momentIn('Europe/Paris', seconds)} (Paris)`;
  const plain = (words: string) => words;
  return [
    ...of('Ouverture du vote', edition.opens, inParis, `${page}#dates`),
    // A list that outlives a prolongation must not say « fin » of a day that was moved.
    ...of(
      edition.extendedTo ? 'Fin d’abord prévue' : 'Fin du vote',
      edition.closes,
      inParis,
      `${page}#dates`,
    ),
    ...of('Prolongation du vote', edition.extendedTo, inParis, `${page}#dates`),
    ...of('Portail officiel', edition.portal, plain, `${page}#dates`),
    ...of('Aide', edition.help, plain, `${page}#dates`),
    ...of('La lettre de vote', edition.letter, plain, '/ca-bloque/lettre-jamais-recue/'),
    ...of('Un nouveau code', edition.newCode, plain, '/ca-bloque/code-perdu/'),
    // Each academy's page has them: the way there begins at home.
    ...one(
      'Les étapes de cette année',
      'Les étapes sont réécrites',
      stepsHead(edition)?.corrected ?? null,
      '/',
    ),
    ...edition.ballots.flatMap(({ profile, ballots, corrected }) =>
      one(`Scrutins : ${profile}`, ballots.join(', '), corrected, '/mes-scrutins/'),
    ),
    ...edition.safe.flatMap(({ text, corrected }) =>
      one('Ce qui est sûr', text, corrected, `${page}#sur`),
    ),
  ].sort((a, b) => (a.when < b.when ? 1 : a.when > b.when ? -1 : 0));
}

function of<T>(
  what: string,
  reading: Reading<T> | null,
  print: (value: T) => string,
  path: string,
): readonly Correction[] {
  return reading === null ? [] : one(what, print(reading.value), reading.corrected, path);
}

function one(
  what: string,
  value: string,
  corrected: Corrected | null,
  path: string,
): readonly Correction[] {
  return corrected === null
    ? []
    : [{ what, value, when: corrected.on, before: corrected.before, path }];
}
