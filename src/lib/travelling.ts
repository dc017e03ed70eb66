/** The elections as files that travel to the browser: what they share, once; what each has of its own; its exercises. */
import { isDeepStrictEqual } from 'node:util';
import { mapValues } from '../schemas/edition.ts';
import type { Edition, MailText, Screen } from '../simulator/core/edition.ts';
import { editionIds, loadEdition } from './editions.ts';

/** A part of an election's data: the simulator puts the parts together again (src/simulator/ui/load-data.ts). */
export type Part = Readonly<Record<string, unknown>>;

export interface Travelling {
  readonly shared: Part;
  /** By election; without what is shared, and without exercises, which grow on their own. */
  readonly own: Readonly<Record<string, Part>>;
}

/** Tables that are asked by key: nobody sees the order of their entries, so that they can be shared entry by entry. */
const tables: readonly string[] = [
  'narration',
  'refusals',
  'goals',
  'mails',
  'screens',
  'words',
] satisfies readonly (keyof Edition)[];

/**
 * The edition as the simulator needs it: without the quotations that tests check, and with sources only where a
 * screen shows them (« documenté »); a reconstructed one says `because` instead.
 */
export function forSimulator(edition: Edition): Edition {
  const screens = mapValues(edition.screens, (screen): Screen => ({
    ...screen,
    quoted: [],
    sources: screen.mark === 'documented' ? screen.sources : [],
  }));
  // What repeats itself most comes last: the compressor's memory is short.
  const { academies, ...rest } = edition;
  const shown = new Set(
    [
      ...Object.values(screens).map(({ sources }) => sources),
      ...Object.values(academies).map(({ mailbox }) => mailbox.sources),
    ].flat(),
  );
  const words = Object.fromEntries(
    Object.entries(edition.words).filter(
      ([word]) => !word.startsWith('source.') || shown.has(word.slice('source.'.length)),
    ),
  );
  const withoutSources = (mail: MailText): MailText => ({ ...mail, sources: [] });
  return {
    ...rest,
    screens,
    words,
    mails: mapValues(edition.mails, withoutSources),
    sms: withoutSources(edition.sms),
    letter: withoutSources(edition.letter),
    profiles: mapValues(edition.profiles, (profile) => ({ ...profile, sources: [] })),
    academies,
  };
}

/** The exercises of every election: what each says alike everywhere, by exercise; what is left, by election. */
export function travellingExercises(): Travelling {
  return shareEntries(
    editionIds().map((id): readonly [string, Entries] => [id, loadEdition(id).exercises]),
  );
}

/** Every playable election, its common part taken out. */
export function travelling(): Travelling {
  const whole = editionIds().map((id): readonly [string, Edition] => [
    id,
    forSimulator(loadEdition(id)),
  ]);
  const academies = shareEntries(whole.map(([id, edition]) => [id, edition.academies]));
  const { shared, own } = share(
    whole.map(([, { academies: _academies, ...rest }]): Part => ({ ...rest, exercises: {} })),
    tables,
  );
  return {
    shared: { ...shared, academies: academies.shared },
    own: Object.fromEntries(
      whole.map(([id], n) => [id, { ...own[n], academies: academies.own[id] }]),
    ),
  };
}

/** Things with a name, in an order that is seen. */
type Entries = Readonly<Record<string, { readonly id: string }>>;

/** What each entry says alike in every election that has it, by its id; what is left, by election, in that one's order. */
function shareEntries(all: readonly (readonly [string, Entries])[]): Travelling {
  const shared: Record<string, Part> = {};
  const left = new Map<string, Part[]>();
  for (const entry of new Set(all.flatMap(([, entries]) => Object.keys(entries)))) {
    const there = all.flatMap(([, entries]) => entries[entry] ?? []);
    const parts = share(
      // Its key is its id.
      there.map(({ id: _id, ...one }): Part => one),
      [],
    );
    shared[entry] = parts.shared;
    left.set(entry, [...parts.own]);
  }
  const own = Object.fromEntries(
    all.map(([id, entries]) => [
      id,
      Object.fromEntries(
        Object.keys(entries).map((entry) => [entry, left.get(entry)?.shift() ?? {}]),
      ),
    ]),
  );
  return { shared, own };
}

/**
 * What all parts say alike, and what is left of each.
 * @param inside keys whose entries are compared one by one
 */
function share(
  parts: readonly Part[],
  inside: readonly string[],
): { readonly shared: Part; readonly own: readonly Part[] } {
  const shared: Record<string, unknown> = {};
  const own = parts.map((): Record<string, unknown> => ({}));
  const keys = new Set(parts.flatMap((part) => Object.keys(part)));
  for (const key of keys) {
    const values = parts.map((part) => part[key]);
    if (values.every((value) => isDeepStrictEqual(value, values[0]))) {
      shared[key] = values[0];
      continue;
    }
    const entries = inside.includes(key) ? values.filter(isPart) : [];
    const inner = entries.length === parts.length ? share(entries, []) : null;
    if (inner) shared[key] = inner.shared;
    parts.forEach((part, n) => {
      const left = own[n];
      if (left && key in part) left[key] = inner ? inner.own[n] : part[key];
    });
  }
  return { shared, own };
}

function isPart(value: unknown): value is Part {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
