/** The election that is coming, what its pages say in each state, and the situations « ça bloque ». */
import {
  currentEditionSchema,
  type CurrentEdition,
  type Reading,
} from '../schemas/current-edition.ts';
import { ContentError, listFolder, readFrontMatter, readYaml } from '../schemas/read.ts';
import { situationSchema, type Situation } from '../schemas/situation.ts';
import { statesSchema, type Picture, type States, type TimeState } from '../schemas/states.ts';
import { yearStepsSchema, type YearSteps } from '../schemas/year-steps.ts';
import { academiesAt, linkOf, requireSource, strengthWords, type Academy } from './content.ts';
import {
  shortDay,
  addDays,
  dayAndMonth,
  dayBegins,
  dayIn,
  dayRange,
  minutesFromParis,
  momentIn,
  parisInstant,
} from './dates.ts';
import { withDates } from './holes.ts';
import { boundsOf } from './phase.ts';

/** The edition that the site prepares for. The next one is another word here, and two files. */
export const currentId = 'men-2026';

let kept: {
  readonly edition: CurrentEdition;
  readonly states: States;
  readonly situations: readonly Situation[];
} | null = null;

function read() {
  if (kept && process.env['NODE_ENV'] !== 'development') return kept;
  const path = `content/editions/${currentId}.yaml`;
  const schema = currentEditionSchema(currentId);
  // Its own sentences name the dates that it gives.
  const prepare = withDates(readYaml(path, schema));
  kept = {
    edition: readYaml(path, schema, prepare),
    states: readYaml(`content/etats/${currentId}.yaml`, statesSchema, prepare),
    situations: listFolder('content/situations', '.mdx')
      .map(({ id, path }) => readFrontMatter(path, situationSchema(id), prepare).data)
      .sort((a, b) => a.order - b.order),
  };
  return kept;
}

export const currentEdition = (): CurrentEdition => read().edition;
export const currentStates = (): States => read().states;
export const situations = (): readonly Situation[] => read().situations;

/** Where the steps of the year were read, and what was corrected in them; `null` while nobody wrote them. */
export function stepsHead({ steps }: CurrentEdition): YearSteps | null {
  return steps === null
    ? null
    : readFrontMatter(`content/etapes/${steps}.mdx`, yearStepsSchema).data;
}

/** One situation, or a French sentence that stops the build. */
export function requireSituation(slug: string): Situation {
  const found = situations().find((situation) => situation.slug === slug);
  if (!found) throw new ContentError(`« ${slug} » n’existe pas dans content/situations.`);
  return found;
}

/** « Où en êtes-vous ? »: what stops most people, in the order of the way to the vote, with its picture. */
export function commonTroubles(): readonly {
  readonly situation: Situation;
  readonly picture: Picture;
}[] {
  return [
    { situation: requireSituation('jamais-ouvert-ma-messagerie'), picture: 'courriel' },
    { situation: requireSituation('lettre-jamais-recue'), picture: 'lettre' },
    { situation: requireSituation('code-perdu'), picture: 'cle' },
    { situation: requireSituation('ai-je-vote'), picture: 'preuve' },
  ];
}

/** The academies and services that vote in the current election. */
export const currentAcademies = (): readonly Academy[] => academiesAt(currentEdition().days.first);

/** « du 3 au 10 décembre 2026 », the extension included once it is known. */
export function votingDays(edition: CurrentEdition): string {
  return `du ${dayRange(edition.days.first, lastDayOf(edition))}`;
}

/** What would do most harm if it were wrong asks for a second reader: what stands beside it until there is one. */
export function byOne(edition: CurrentEdition, reading: Reading<unknown>): string {
  const { closes, extendedTo, portal } = edition;
  const isGrave = reading === closes || reading === extendedTo || reading === portal;
  return isGrave && reading.readByOne ? ' (lu par une seule personne)' : '';
}

/** The last calendar day of the vote (Paris). */
export function lastDayOf(edition: CurrentEdition): string {
  return edition.extendedTo ? dayIn('Europe/Paris', edition.extendedTo.value) : edition.days.last;
}

/** How the dated list names its moments: true on every day of the year. */
export function timeLabels(edition: CurrentEdition): Readonly<Record<TimeState, string>> {
  const { first } = edition.days;
  const last = lastDayOf(edition);
  const bounds = boundsOf(edition);
  const eve = dayIn('Europe/Paris', bounds.lastDay - 1);
  const opensLater = bounds.starts > edition.days.starts;
  return {
    before: `Avant ${opensLater ? 'l’ouverture, ' : ''}le ${dayAndMonth(first)}`,
    voting: `Du ${dayRange(first, eve).replace(/ \d{4}$/u, '')}`,
    'last-day': `Le ${dayAndMonth(last)}, dernier jour`,
    'day-after': `Le ${dayAndMonth(addDays(last, 1))}, lendemain du dernier jour`,
    after: 'Après le vote',
  };
}

/** The academy's clock (or one of its clocks) is behind Paris on the last day: the vote ends earlier there. */
export function isWestOfParis(academy: Academy, edition: CurrentEdition): boolean {
  return zonesOf(academy).some((zone) => minutesFromParis(zone, edition.days.lastDay) < 0);
}

/**
 * UTC seconds at which our advice has had its day: on the Paris clock; west of Paris, on the first of the local clocks
 * to leave it. Never later than the end.
 */
export function adviceEnds(
  edition: CurrentEdition,
  academy: Academy | undefined,
): { readonly everywhere: number; readonly west: number | null } {
  const { ends } = boundsOf(edition);
  const { voteBy, westBy } = edition.advice;
  const everywhere = Math.min(parisInstant(addDays(voteBy, 1)), ends);
  if (academy === undefined || !isWestOfParis(academy, edition)) return { everywhere, west: null };
  const morrow = addDays(westBy, 1);
  return {
    everywhere,
    west: Math.min(ends, ...zonesOf(academy).map((zone) => dayBegins(zone, morrow))),
  };
}

/** Every zone of an academy, the main one first. */
export function zonesOf(academy: Academy): readonly string[] {
  return [academy.timeZone, ...academy.otherTimeZones.map(({ zone }) => zone)];
}

/** Where a value was read, after « lu sur »: an official page, or a voter's letter. */
export const placeWords = (readAt: string): string =>
  readAt === 'lettre de vote' ? 'une lettre de vote' : readAt;

/** A moment (UTC seconds) where the reader stands, then on the Paris clock when it differs. */
export function clockWords(academy: Academy | undefined, seconds: number): string {
  const paris = momentIn('Europe/Paris', seconds);
  const here = academy ? momentIn(academy.timeZone, seconds) : paris;
  return here === paris ? `${paris} (Paris)` : `${here} sur place (${paris} à Paris)`;
}

/** Vice-rectorats (the Pacific): dates and rules read for the State's services are « à confirmer » there. */
export function isToConfirm(academy: Academy): boolean {
  return academy.kind === 'vice-rectorate';
}

/** For whom the days of the coming vote were read, and who has to ask. */
export function scopeWords(academy: Academy | undefined): string {
  if (!academy) return 'Services de l’État ; privé, supérieur, Pacifique : à confirmer.';
  return isToConfirm(academy)
    ? 'Dates des services de l’État ; dans le Pacifique, à confirmer.'
    : 'Services de l’État ; privé, supérieur : à confirmer.';
}

/** « Jours : source officielle, « Arrêté… », relevé le 22 nov. 2026. »: where the days of the coming vote were read. */
export function daysSourceWords({ days }: CurrentEdition): string {
  const { title } = requireSource(days.source);
  return `Jours : ${strengthWords(days.strength)}, « ${title} », relevé le ${shortDay(days.checkedOn)}.`;
}

/** The persons to ask, in order (PRODUCT.md 2.4). Never empty, never a real name. */
export type PersonToAsk = {
  readonly who: string;
  readonly how: string;
  /** The same for the simplified page, one gesture a line. */
  readonly simple: readonly string[];
  readonly picture: Picture;
  /** The academy's own site: a host to type. */
  readonly host: string | null;
};

/** Who asks: the voter; somebody who helps her, and lets her ask; whoever keeps the office where others ask. */
export type Asking = 'self' | 'helped' | 'office';

/** The chain of persons for one academy, or for nobody in particular. The office is not sent to itself. */
export function personChain(
  academy: Academy | null,
  asking: Asking = 'self',
): readonly PersonToAsk[] {
  const service = academy?.kind === 'academy' ? 'académie' : 'service';
  const whose = asking === 'helped' ? 'son' : 'votre';
  const office = asking === 'helped' ? 'son secrétariat' : 'votre secrétariat';
  const open =
    academy?.site && linkOf(academy.site) ? 'Ouvrez ce site' : 'Tapez cette adresse vous-même';
  const chain: readonly PersonToAsk[] = [
    {
      who: `Le secrétariat ou la direction de ${whose} lieu de travail`,
      how: 'En passant, ou par téléphone. C’est là que l’on sait à qui s’adresser.',
      simple: ['Passez au bureau.', 'Vous pouvez aussi téléphoner.'],
      picture: 'personne',
      host: null,
    },
    {
      who:
        asking === 'office'
          ? 'Le service qui gère le contrat ou la paie de la personne'
          : `Le service qui gère ${whose} contrat ou ${asking === 'helped' ? 'sa' : 'votre'} paie`,
      how:
        asking === 'self'
          ? 'Son nom est sur votre contrat, votre arrêté ou votre bulletin de paie.'
          : 'Son nom est sur le contrat, l’arrêté ou le bulletin de paie.',
      simple: ['Son nom est sur votre bulletin de paie.'],
      picture: 'personne',
      host: null,
    },
    {
      who: academy
        ? `Le site officiel : ${academy.name}`
        : `Le site officiel de ${asking === 'helped' ? 'son' : 'votre'} académie, vice-rectorat ou service`,
      how: academy?.site?.address
        ? `${open}, puis cherchez « élections professionnelles » ou « assistance ».`
        : `Nous ne connaissons pas son adresse. Demandez-la à ${office}, ou cherchez-la dans un courrier de votre ${academy ? service : 'académie'}.`,
      simple: academy?.site?.address
        ? [`${open}.`, 'Cherchez « élections professionnelles ».']
        : ['Nous ne connaissons pas son adresse.', 'Demandez-la à votre secrétariat.'],
      picture: 'ecran',
      host: academy?.site?.address ?? null,
    },
    {
      who: 'Un collègue, ou un contact près de chez vous',
      how: `Quelqu’un qui a déjà voté, un représentant du personnel. Il montre, ${asking === 'self' ? 'vous tenez' : 'la personne tient'} la souris.`,
      simple: ['Cette personne vous montre.', 'Vous tenez la souris.'],
      picture: 'personne',
      host: null,
    },
  ];
  return asking === 'office' ? chain.slice(1) : chain;
}
