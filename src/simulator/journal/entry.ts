// What the journal holds: entries that are only ever added, and the few records that say how to read them.
import type { Instant } from '../core/edition.ts';
import type { CommandType, EventType, PortalEvent, Setup, World } from '../core/portal.ts';
import type { Refusal } from '../core/refusals.ts';

/** Version of the entries written today. Reading an older one climbs the ladder. */
export const entryVersion = 3;
/** Version of the world kept in a snapshot. Raise it when `evolve` gives another world: older snapshots are then ignored. */
export const worldVersion = 4;

interface Line {
  readonly v: number;
  readonly exercise: string;
  /** 1, 2, 3… along a lineage: a fork goes on from its parent's number. */
  readonly seq: number;
  /** One command, one group. */
  readonly group: number;
  /** Exercise clock once it had happened, UTC seconds. */
  readonly at: Instant;
}

/** Something happened. `data` is the event without its type. */
export interface EventEntry extends Line {
  readonly kind: 'event';
  readonly type: EventType;
  readonly data: object;
}

/** A command was refused: which one and why, never what was typed. */
export interface NoteEntry extends Line {
  readonly kind: 'note';
  readonly type: CommandType;
  readonly data: { readonly refusals: readonly Refusal[] };
}

export type Entry = EventEntry | NoteEntry;

/** An entry that was read and understood: an event has its full shape again. */
export type SoundEntry =
  | (Line & { readonly kind: 'event'; readonly event: PortalEvent })
  | (Line & {
      readonly kind: 'note';
      readonly type: CommandType;
      readonly refusals: readonly Refusal[];
    });

/** Where an exercise leaves another one: everything up to `upTo` is read there. */
export interface Parent {
  readonly exercise: string;
  readonly upTo: number;
}

/** One exercise, or one branch of it. */
export interface ExerciseRecord {
  readonly id: string;
  readonly setup: Setup;
  readonly parent?: Parent | undefined;
  /** Id of the first exercise of the lineage: passwords and set-aside entries belong to it. */
  readonly lineage: string;
  /** Order of creation on this device. */
  readonly order: number;
}

/** The world after entry `seq`: a short cut that can always be thrown away. */
export interface Snapshot {
  readonly v: number;
  readonly exercise: string;
  readonly seq: number;
  readonly group: number;
  readonly world: World;
}

/** What is kept of a typed password. Never exported. */
export interface Secret {
  readonly lineage: string;
  readonly alias: string;
  /** Hexadecimal. */
  readonly salt: string;
  /** Iterations of PBKDF2: an old exercise keeps its own number. */
  readonly rounds: number;
  /** Hexadecimal. */
  readonly digest: string;
}

/** Something that could not be read, kept as it was for the export. */
export interface AsideRecord {
  readonly lineage: string;
  /** Exercise and number under which it was found. */
  readonly exercise: string;
  readonly seq: number;
  readonly raw: unknown;
}

/** Where an entry goes: everything but what happened. */
export type Place = Omit<Line, 'v'>;

/** An event as it is written. */
export function eventEntry(place: Place, event: PortalEvent): EventEntry {
  const { type, ...data } = event;
  return { v: entryVersion, ...place, kind: 'event', type, data };
}

/** A refusal as it is written: words and fields, nothing else of the command. */
export function noteEntry(
  place: Place,
  type: CommandType,
  refusals: readonly Refusal[],
): NoteEntry {
  const words = refusals.map(({ word, field }) =>
    field === undefined ? { word } : { word, field },
  );
  return { v: entryVersion, ...place, kind: 'note', type, data: { refusals: words } };
}
