/** The vote on any clock of the world, in French, with Intl alone. Pure: the zone is given, never read. */
import { hoursFromParis, minutesFromParis, momentIn } from '../lib/clock-words.ts';

/** Times in UTC seconds; `null` as long as nobody knows the hour. Days in words. */
export type VoteElsewhere = {
  readonly opens: number | null;
  readonly ends: number | null;
  /** Some moment of the last day: when gaps between clocks are counted. */
  readonly lastDay: number;
  readonly days: { readonly first: string; readonly last: string };
  /** Our advice west of Paris, in local days. */
  readonly westBy: string;
};

const regions: Readonly<Record<string, string>> = {
  Africa: 'Afrique',
  America: 'Amérique',
  Antarctica: 'Antarctique',
  Arctic: 'Arctique',
  Asia: 'Asie',
  Atlantic: 'Atlantique',
  Australia: 'Australie',
  Europe: 'Europe',
  Indian: 'Océan Indien',
  Pacific: 'Pacifique',
};

/** « America/Argentina/Buenos_Aires » → « Buenos Aires (Argentina) ». */
export function placeName(zone: string): string {
  const [, ...parts] = zone.replaceAll('_', ' ').split('/');
  const city = parts.at(-1) ?? zone;
  return parts.length > 1 ? `${city} (${parts.slice(0, -1).join(', ')})` : city;
}

/** Zones of places, by region and name; names without a place (« UTC », « Etc/GMT+1 ») stand last. */
export function groupedZones(zones: readonly string[]): readonly {
  readonly region: string;
  readonly zones: readonly { readonly zone: string; readonly name: string }[];
}[] {
  const byName = new Intl.Collator('fr');
  const groups = new Map<string, { readonly zone: string; readonly name: string }[]>();
  for (const zone of zones) {
    const region = regions[zone.split('/')[0] ?? ''] ?? 'Autres';
    const group = groups.get(region) ?? [];
    group.push({ zone, name: region === 'Autres' ? zone : placeName(zone) });
    groups.set(region, group);
  }
  return [...groups]
    .sort(([a], [b]) => Number(a === 'Autres') - Number(b === 'Autres') || byName.compare(a, b))
    .map(([region, found]) => ({
      region,
      zones: found.sort((a, b) => byName.compare(a.name, b.name)),
    }));
}

/** What to say to somebody whose clock is that of `zone`. A line a sentence, set with French spaces. */
export function elsewhereWords(vote: VoteElsewhere, zone: string): readonly string[] {
  const gap = hoursFromParis(zone, vote.lastDay);
  const minutes = minutesFromParis(zone, vote.lastDay);
  const moment = (name: string, at: number | null) =>
    at === null
      ? []
      : [`${name} : ${momentIn(zone, at)}, soit ${momentIn('Europe/Paris', at)} à Paris.`];
  const both = vote.opens !== null && vote.ends !== null;
  return [
    gap === null ? 'L’horloge y marque la même heure qu’à Paris.' : `L’horloge y marque ${gap}.`,
    ...moment('Ouverture', vote.opens),
    ...moment('Fin', vote.ends),
    ...(both
      ? []
      : [
          `${unknownWords(vote)} Dans les services de l’État, le vote va du ${vote.days.first} au ${vote.days.last}${
            minutes === 0
              ? '.'
              : ` ; si ces jours se comptent à l’heure de Paris, cela peut tomber ${minutes < 0 ? 'la veille' : 'le lendemain'} sur place.`
          }`,
          'Heures : voir votre lettre ou le portail officiel, ou demander à votre secrétariat.',
        ]),
    ...(minutes < 0 ? [`Notre conseil : voter le ${vote.westBy} au plus tard, heure locale.`] : []),
  ].map(frenchSpaces);
}

const unknownWords = ({ opens, ends }: VoteElsewhere) =>
  opens !== null
    ? 'L’heure de fin n’est pas connue.'
    : ends !== null
      ? 'L’heure d’ouverture n’est pas connue.'
      : 'Les heures ne sont pas connues.';

// The site's typesetting needs lookbehinds, which our oldest browser has not.
const frenchSpaces = (words: string) =>
  words
    .replaceAll(/ (?=[;:])/gu, '\u202f')
    .replaceAll(/(\d) (?=\p{L})/gu, '$1\u00a0')
    .replaceAll(/(\bh) (?=\d)/gu, '$1\u00a0');
