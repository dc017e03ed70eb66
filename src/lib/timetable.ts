/**
 * The calendar of an election as a guide page may say it: what a source gives, on the Paris clock, and the same
 * moments on the clocks of other places. Hours chosen for the exercise, and reconstructed days, never come out of here.
 */
import type { Bound, PeriodFacts } from '../schemas/edition.ts';
import type { PeriodName } from '../simulator/core/edition.ts';
import type { Academy } from './content.ts';
import { addDays, hoursFromParis, minutesFromParis, shortDay, weekdayAndDay } from './dates.ts';
import { offsetAt, zonedSeconds } from './zones.ts';

const paris = 'Europe/Paris';

/** One line of the calendar. `words` is the whole sentence part; `proofs` what supports each end. */
export type CalendarLine = {
  readonly name: string;
  readonly words: string;
  readonly proofs: readonly {
    readonly of: string | null;
    readonly strength: Bound['strength'];
    readonly source: string | null;
  }[];
  /** Conflicts between sources, as the file of the election says them. */
  readonly notes: readonly string[];
};

/** The names of the periods on a guide page, in the order in which an election lives through them. */
const names = [
  ['portal', 'Le portail'],
  ['accountOpening', 'Créer son compte'],
  ['passwordReset', 'Remplacer un mot de passe oublié'],
  ['roll', 'Lire les listes électorales'],
  ['rollCorrection', 'Faire corriger la liste électorale'],
  ['profileUpdate', 'Faire corriger son profil'],
  ['candidates', 'Lire les listes de candidats'],
  ['notice', 'Recevoir la lettre de vote (la notice)'],
  ['reissue', 'Obtenir un nouveau code'],
  ['voting', 'Voter'],
  ['results', 'Lire les résultats'],
] as const satisfies readonly (readonly [PeriodName, string])[];

/** Every period that existed in that election; what nobody found is said, never filled in. */
export function calendarLines(
  periods: Readonly<Record<PeriodName, PeriodFacts>>,
): readonly CalendarLine[] {
  return names.flatMap(([key, name]): readonly CalendarLine[] => {
    const period = periods[key];
    if (period === null) return [];
    if (period === 'unknown') return [{ name, words: 'dates non trouvées', proofs: [], notes: [] }];
    const [opens, closes] = [sourced(period.opens), sourced(period.closes)];
    return [
      {
        name,
        words: rangeWords(opens, closes),
        proofs: proofsOf(opens, closes),
        notes: [opens?.note, closes?.note].filter((note) => typeof note === 'string'),
      },
    ];
  });
}

/** A bound that somebody wrote somewhere; `null` for one that was made up for the exercise. */
function sourced(bound: Bound): Bound | null {
  return bound.strength === 'reconstructed' ? null : bound;
}

function rangeWords(opens: Bound | null, closes: Bound | null): string {
  if (opens && closes) return `du ${momentWords(opens)} au ${momentWords(closes)}`;
  if (opens) return `à partir du ${momentWords(opens)} ; fin non trouvée`;
  if (closes) return `jusqu’au ${momentWords(closes)} ; début non trouvé`;
  return 'dates non trouvées';
}

/** « jeudi 27 novembre 2014 à 10 h »; the hour only when a source gives it. */
function momentWords(bound: Bound): string {
  const day = `${weekdayAndDay(bound.day)} ${bound.day.slice(0, 4)}`;
  if (bound.hour === null) return day;
  return `${day} à ${hourWords(bound.hour)}${bound.local ? ', heure locale' : ''}`;
}

/** « 10:00 » → « 10 h », « 16:50 » → « 16 h 50 ». */
export function hourWords(clock: string): string {
  const [hours = '', minutes = '00'] = clock.split(':');
  return `${String(Number(hours))} h${minutes === '00' ? '' : ` ${minutes}`}`;
}

function proofsOf(opens: Bound | null, closes: Bound | null): CalendarLine['proofs'] {
  const proof = (of: string | null, { strength, source }: Bound) => ({ of, strength, source });
  if (opens && closes) {
    return opens.strength === closes.strength && opens.source === closes.source
      ? [proof(null, opens)]
      : [proof('début', opens), proof('fin', closes)];
  }
  return opens ? [proof(null, opens)] : closes ? [proof(null, closes)] : [];
}

/** UTC seconds at which the vote opens and closes, `null` unless sources give both hours. */
export function votingMoments(
  voting: PeriodFacts,
): { readonly opens: number; readonly closes: number } | null {
  if (voting === null || voting === 'unknown') return null;
  const [opens, closes] = [sourced(voting.opens), sourced(voting.closes)];
  if (!opens?.hour || !closes?.hour || opens.local || closes.local) return null;
  return {
    opens: zonedSeconds(opens.day, opens.hour, paris),
    closes: zonedSeconds(closes.day, closes.hour, paris),
  };
}

/** A place with its own clock. */
export type Place = { readonly name: string; readonly zone: string };

/** UTC seconds at which the vote closes, `null` unless a source gives the hour. */
export function votingEnd(voting: PeriodFacts): number | null {
  if (voting === null || voting === 'unknown') return null;
  const closes = sourced(voting.closes);
  return closes?.hour && !closes.local ? zonedSeconds(closes.day, closes.hour, paris) : null;
}

/** Where the clock is not the Paris clock: academies and services, then the islands that keep another time. */
export function overseasPlaces(academies: readonly Academy[]): readonly Place[] {
  return academies.flatMap((academy) =>
    [
      { name: academy.short, zone: academy.timeZone },
      ...academy.otherTimeZones.map(({ zone, where }) => ({ name: where, zone })),
    ].filter(({ zone }) => zone !== paris),
  );
}

/** A moment on a local clock. `shift`: days from the Paris date, −1 « la veille », 1 « le lendemain ». */
export type LocalMoment = {
  readonly day: string;
  /** « 23:00 » */
  readonly hour: string;
  readonly shift: number;
};

/** Places that share one clock during the vote. */
export type LocalRow = {
  readonly places: readonly string[];
  /** `null`: no source gives the hour. */
  readonly opens: LocalMoment | null;
  readonly closes: LocalMoment;
};

/** The vote on each local clock, from west to east; places with the same hours share a row. */
export function localRows(
  places: readonly Place[],
  moments: { readonly opens: number | null; readonly closes: number },
): readonly LocalRow[] {
  return grouped(places, moments.opens ?? moments.closes).map(({ names: shared, zone }) => ({
    places: shared,
    opens: moments.opens === null ? null : localMoment(moments.opens, zone),
    closes: localMoment(moments.closes, zone),
  }));
}

/** How far each clock stands from Paris at a moment, from west to east. For a vote whose hours nobody knows. */
export function clockGaps(
  places: readonly Place[],
  at: number,
): readonly { readonly places: readonly string[]; readonly words: string }[] {
  return grouped(places, at).map(({ names: shared, zone }) => ({
    places: shared,
    words: hoursFromParis(zone, at) ?? 'la même heure qu’à Paris',
  }));
}

function grouped(
  places: readonly Place[],
  at: number,
): readonly { readonly names: readonly string[]; readonly zone: string }[] {
  const rows = new Map<number, { readonly names: string[]; readonly zone: string }>();
  for (const { name, zone } of places) {
    const minutes = minutesFromParis(zone, at);
    const row = rows.get(minutes) ?? { names: [], zone };
    row.names.push(name);
    rows.set(minutes, row);
  }
  return [...rows].sort(([a], [b]) => a - b).map(([, row]) => row);
}

/** UTC seconds on the clock of a zone. */
export function localMoment(at: number, zone: string): LocalMoment {
  const clock = (of: string) => new Date((at + offsetAt(of, at)) * 1000).toISOString();
  const [here, there] = [clock(zone), clock(paris)];
  const [day, parisDay] = [here.slice(0, 10), there.slice(0, 10)];
  const shift = day === parisDay ? 0 : day === addDays(parisDay, 1) ? 1 : -1;
  return { day, hour: here.slice(11, 16), shift };
}

/** « mer. 26 nov. », short enough for a third of a narrow screen. */
export function dayWords({ day }: LocalMoment): string {
  return `${weekdayAndDay(day).slice(0, 3)}. ${shortDay(day).replace(/ \d{4}$/u, '')}`;
}
