/**
 * An exercise as a small file, without anybody in it.
 *
 * Version 2 is JSON, one gesture a line, so that a file cut short still opens up to its last whole line:
 *
 *     {"format":"isoloir-journal","v":2,"entry":3,"setup":{…},"gestures":[
 *     {"events":[{"type":"ExerciseStarted",…}]},
 *     {"events":[…],"refused":{"type":"SignIn","refusals":[{"word":"wrong-password","field":"password"}]}}
 *     ]}
 *
 * - `format` and `v` come first: a reader knows at once whether it can read on. `entry` is the version of the events, lifted
 *   by the journal's own ladder.
 * - `setup` is what fixes the exercise: edition, academy, profile, exercise, seed (with its seat in a class). The voter is
 *   drawn from it again: the beginning carries no `persona`. The seat stays: without it, the review would show the codes of
 *   somebody else than the letter in hand, and one could not go on from there. The button says so to whoever saves.
 * - A gesture is what came of one command: events, whose instants are the exercise's own clock, and a refusal if there was
 *   one (the command's type, words and fields). Never what was typed, never a choice: the journal holds neither.
 * - No id, no hour of the device, no name: two people who do the same, at one seat or without any, write the same file.
 *
 * Version 1, written until November 2026, was the journal as it is stored (`entries`, with ids and the voter in full). It is
 * read for ever; ids are not looked at, and its voter is drawn again. A new version gets a new number, a frozen file in
 * tests/fixtures/exports, and its own line in `rawOf` (import.ts), which believes nothing before it has looked at it.
 */
import type { PortalEvent } from '../core/portal.ts';
import { entryVersion, type SoundEntry } from '../journal/entry.ts';
import { readStretch } from '../journal/lineage.ts';
import type { Run } from './contract.ts';
import type { Gesture } from './held.ts';
import type { Held } from './open.ts';

export const fileFormat = 'isoloir-journal';
export const fileVersion = 2;

/** A run as the text of its file. */
export function printRun({ setup, gestures }: Run): string {
  const head = { format: fileFormat, v: fileVersion, entry: entryVersion, setup };
  const lines = gestures.map(({ events, refused }) =>
    JSON.stringify({ events: events.map(withoutVoter), refused }),
  );
  return `${JSON.stringify(head).slice(0, -1)},"gestures":[\n${lines.join(',\n')}\n]}\n`;
}

/** Drawn again from the setup, which stands once, before everything. */
const leftOut = ['type', 'setup', 'persona'];

/** Its type first, whichever way it came: the same run is the same text. */
function withoutVoter(event: PortalEvent): object {
  const data = Object.entries(event).filter(([key]) => !leftOut.includes(key));
  return { type: event.type, ...Object.fromEntries<unknown>(data) };
}

/**
 * The open exercise from its beginning, forks in one line.
 * @throws when the device does not give back what the screen no longer holds
 */
export async function runOf(held: Held): Promise<Run> {
  const { setup, base, store, segments, told } = held;
  const entries =
    base === null ? held.entries : (await readStretch(store, segments, null, told.seq)).entries;
  if (entries.at(-1)?.seq !== told.seq) throw new Error('the beginning cannot be read any more');
  return { setup, gestures: gesturesOf(entries) };
}

/** Entries, command by command. */
function gesturesOf(entries: readonly SoundEntry[]): readonly Gesture[] {
  const groups = new Map<number, SoundEntry[]>();
  for (const entry of entries) {
    const group = groups.get(entry.group);
    if (group) group.push(entry);
    else groups.set(entry.group, [entry]);
  }
  return [...groups.values()].map((group) => {
    const events = group.flatMap((entry) => (entry.kind === 'event' ? [entry.event] : []));
    const note = group.find((entry) => entry.kind === 'note');
    return note ? { events, refused: { type: note.type, refusals: note.refusals } } : { events };
  });
}
