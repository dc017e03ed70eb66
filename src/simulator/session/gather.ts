// Several runs laid together: at which step people stumbled, and on what. Nobody is told from anybody.
import { steps, stepOf, type Step } from '../core/advice.ts';
import type { Edition } from '../core/edition.ts';
import { placeOf, placeOfRefusal } from '../core/place.ts';
import type { EventType } from '../core/portal.ts';
import type { RefusalWord } from '../core/refusals.ts';
import { worldAt, type Film } from './film.ts';

/** What goes wrong without being refused. A session that ends is met, if at all, as a refusal. */
export const incidentTypes = [
  'MailBounced',
  'LockedOut',
  'BoothLocked',
  'PortalWentDown',
  'NoticeMissing',
  'NoticeLost',
  'FakeAnswered',
  'FakeFollowed',
  'WarningOverridden',
] as const satisfies readonly EventType[];
export type IncidentType = (typeof incidentTypes)[number];

/** A refusal or an incident, met at that step. */
export interface Stumble {
  readonly what: RefusalWord | IncidentType;
  readonly times: number;
  readonly runs: number;
}

export interface StepRow {
  readonly step: Step;
  /** Runs that came to that step. */
  readonly reached: number;
  /** Of these, runs in which something was refused or went wrong. */
  readonly stumbled: number;
  readonly refusals: number;
  readonly incidents: number;
  /** The most frequent first. */
  readonly stumbles: readonly Stumble[];
}

/** Runs of one exercise of one election. */
export interface Gathering {
  readonly edition: Edition;
  readonly exercise: string;
  readonly films: readonly Film[];
  readonly rows: readonly StepRow[];
}

interface Met {
  readonly step: Step;
  readonly what: RefusalWord | IncidentType;
}

const isIncident = (type: string): type is IncidentType =>
  incidentTypes.some((one) => one === type);

/** A form that is refused says several things at once: each counts once. What came before the first gesture was not met. */
function metIn(film: Film): readonly Met[] {
  return film.frames.slice(1).flatMap(({ gesture: { events, refused } }, n) => {
    const types = events.map(({ type }) => type).filter(isIncident);
    if (types.length === 0 && !refused) return [];
    const before = worldAt(film, n);
    const words = new Set(refused?.refusals.map(({ word }) => word));
    return [
      ...(refused
        ? [...words].map((what) => ({ step: placeOfRefusal(refused.type, what, before), what }))
        : []),
      ...types.map((what) => ({ step: placeOf(what, before), what })),
    ];
  });
}

function furthest(film: Film, met: readonly Met[]): number {
  const end = stepOf(worldAt(film, film.frames.length));
  return Math.max(
    ...[end, ...[...film.frames, ...met].map(({ step }) => step)].map((one) => steps.indexOf(one)),
  );
}

function rowsOf(films: readonly Film[]): readonly StepRow[] {
  const met = films.map(metIn);
  const far = films.map((film, n) => furthest(film, met[n] ?? []));
  const begins = Math.min(
    ...films.map(({ frames }) => steps.indexOf(frames[0]?.step ?? 'preuve')),
    ...met.flat().map(({ step }) => steps.indexOf(step)),
  );
  return steps.slice(begins).map((step) => {
    const here = met.map((all) => all.filter((one) => one.step === step));
    const all = here.flat();
    const incidents = all.filter(({ what }) => isIncident(what)).length;
    const stumbles = [...new Set(all.map(({ what }) => what))].map((what) => ({
      what,
      times: all.filter((one) => one.what === what).length,
      runs: here.filter((some) => some.some((one) => one.what === what)).length,
    }));
    return {
      step,
      reached: far.filter((one) => one >= steps.indexOf(step)).length,
      stumbled: here.filter((some) => some.length > 0).length,
      refusals: all.length - incidents,
      incidents,
      stumbles: stumbles.sort((a, b) => b.runs - a.runs || b.times - a.times),
    };
  });
}

/** Runs of the same exercise of the same election together, in the order in which they came. */
export function gather(films: readonly Film[]): readonly Gathering[] {
  const groups = new Map<string, Film[]>();
  for (const film of films) {
    const { edition, exercise } = film.run.setup;
    const key = `${edition} ${exercise}`;
    groups.set(key, [...(groups.get(key) ?? []), film]);
  }
  return [...groups.values()].flatMap((some) => {
    const [first] = some;
    if (!first) return [];
    return {
      edition: first.edition,
      exercise: first.run.setup.exercise,
      films: some,
      rows: rowsOf(some),
    };
  });
}
