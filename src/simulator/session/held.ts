// The exercise that is open: its world, its visible lines, and where each command began. Plain values; each change gives a new one.
import { stepOf, type Step } from '../core/advice.ts';
import type { Edition } from '../core/edition.ts';
import { evolve } from '../core/evolve.ts';
import { narrate } from '../core/narrate.ts';
import type { CommandType, PortalEvent, World } from '../core/portal.ts';
import type { Refusal } from '../core/refusals.ts';
import { worldOf } from '../core/start.ts';
import {
  eventEntry,
  noteEntry,
  type Entry,
  type Snapshot,
  type SoundEntry,
} from '../journal/entry.ts';
import type { JournalLine } from './contract.ts';

/** One command: its last entry, and the step the voter was at once it was done. */
export interface Mark {
  readonly group: number;
  readonly seq: number;
  readonly step: Step;
}

/** A stretch of journal, told. */
export interface Told {
  /** `null` until the exercise has begun. */
  readonly world: World | null;
  readonly seq: number;
  readonly group: number;
  readonly lines: readonly JournalLine[];
  readonly marks: readonly Mark[];
}

/** Where a telling begins: at a snapshot, or before everything. */
export function toldFrom(base: Snapshot | null): Told {
  return {
    world: base?.world ?? null,
    seq: base?.seq ?? 0,
    group: base?.group ?? 0,
    lines: [],
    marks: [],
  };
}

/** The world after an event; only the first one needs no world before it. */
function after(world: World | null, event: PortalEvent): World | null {
  if (event.type === 'ExerciseStarted') return worldOf(event);
  return world && evolve(world, event);
}

/** The refusals' own sentences, one after the other. */
export function refusalSentence(edition: Edition, refusals: readonly Refusal[]): string {
  return refusals.map(({ word }) => edition.refusals[word].sentence).join(' ');
}

/** Tells more entries. */
export function tell(edition: Edition, told: Told, entries: readonly SoundEntry[]): Told {
  const lines = [...told.lines];
  const marks = [...told.marks];
  let { world, seq, group } = told;
  for (const [i, entry] of entries.entries()) {
    if (entry.kind === 'event') world = after(world, entry.event);
    if (world === null) break;
    ({ seq, group } = entry);
    const text =
      entry.kind === 'event'
        ? narrate(edition, entry.event, world)
        : refusalSentence(edition, entry.refusals);
    lines.push({ seq, group, at: entry.at, kind: entry.kind, text });
    if (entries[i + 1]?.group !== group) marks.push({ group, seq, step: stepOf(world) });
  }
  return { world, seq, group, lines, marks };
}

/** A command's answer, or a gesture played for the voter. */
export interface Gesture {
  readonly events: readonly PortalEvent[];
  /** The refused command, if it was. */
  readonly refused?: { readonly type: CommandType; readonly refusals: readonly Refusal[] };
}

/** Entries as they are written, beside the same as they are told. */
export interface Written {
  readonly entries: readonly Entry[];
  readonly sound: readonly SoundEntry[];
}

/** Numbers and dates the entries of some gestures, one group each; a gesture without anything to say has none. */
export function entriesOf(
  exercise: string,
  told: Pick<Told, 'world' | 'seq' | 'group'>,
  gestures: readonly Gesture[],
): Written {
  const entries: Entry[] = [];
  const sound: SoundEntry[] = [];
  let { world, seq, group } = told;
  for (const { events, refused } of gestures) {
    if (events.length === 0 && refused === undefined) continue;
    group += 1;
    const place = () => ({ exercise, seq: (seq += 1), group, at: world?.now ?? 0 });
    for (const event of events) {
      world = after(world, event);
      const entry = eventEntry(place(), event);
      entries.push(entry);
      sound.push({ ...lineOf(entry), kind: 'event', event });
    }
    if (refused !== undefined) {
      const entry = noteEntry(place(), refused.type, refused.refusals);
      entries.push(entry);
      sound.push({ ...lineOf(entry), ...entry.data, kind: 'note', type: refused.type });
    }
  }
  return { entries, sound };
}

function lineOf({ v, exercise, seq, group, at }: Entry) {
  return { v, exercise, seq, group, at };
}

/** An entry as it is written under another exercise. */
export function writtenEntry(exercise: string, entry: SoundEntry): Entry {
  const { seq, group, at } = entry;
  const place = { exercise, seq, group, at };
  return entry.kind === 'event'
    ? eventEntry(place, entry.event)
    : noteEntry(place, entry.type, entry.refusals);
}
