// Somebody's file, read back: hostile until each of its events was looked at. Nothing here stores, and nothing throws.
import type { Edition } from '../core/edition.ts';
import { evolve, worldOf } from '../core/evolve.ts';
import { canBegin, canFollow } from '../core/follows.ts';
import { persona } from '../core/persona.ts';
import type { PortalEvent, Setup, World } from '../core/portal.ts';
import { forgottenAlias, proposedText } from '../core/secrets.ts';
import { entryVersion, type SoundEntry } from '../journal/entry.ts';
import { isRecord, own } from '../journal/guards.ts';
import { lift } from '../journal/ladder.ts';
import { readEntry } from '../journal/read.ts';
import { isSetup } from '../journal/shapes.ts';
import type { Run } from './contract.ts';
import { fileFormat, fileVersion } from './export.ts';
import type { Gesture } from './held.ts';

/** Bytes: many times the longest exercise that anybody plays. More is not even read. */
export const maxBytes = 2_000_000;
/** Events and refusals, likewise; a file made to be slow takes a second at most. */
const maxEntries = 5_000;

/** Why a file is not opened at all. */
export type Trouble =
  /** Too many bytes, or too many gestures. */
  | 'too-long'
  /** Not our format, or nothing sound at its beginning. */
  | 'not-ours'
  /** Written by a newer release. */
  | 'newer'
  /** An election, an academy, a profile or an exercise that this copy does not have. */
  | 'unknown';

/** A file whose envelope is sound; its gestures were not looked at. */
export interface Sheet {
  readonly setup: Setup;
  readonly entries: readonly Raw[];
  /** Its end is there. */
  readonly whole: boolean;
}

/** An entry as it may be; entries of one gesture share a group. */
interface Raw {
  readonly group: unknown;
  readonly entry: unknown;
}

/** A run that can be believed. */
export interface Reading {
  readonly run: Run;
  /** `false`: what came after could not be believed, and is not in it. */
  readonly whole: boolean;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A file cut short, closed again after its last whole line. */
function mended(text: string): unknown {
  const rest = text.slice(0, Math.max(0, text.lastIndexOf('\n'))).trimEnd();
  return parsed(`${rest.endsWith(',') ? rest.slice(0, -1) : rest}]}`);
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const part = (value: unknown, key: string): unknown =>
  isRecord(value) ? own(value, key) : undefined;

/** An event or a refusal of version 2, as the journal writes it. */
function asEntry(v: unknown, kind: 'event' | 'note', one: unknown): unknown {
  const { type, ...data }: Readonly<Record<string, unknown>> = isRecord(one) ? { ...one } : {};
  return { v, kind, type, data };
}

/** Everything in a file as entries of the journal, oldest first, whatever its version. */
function rawOf(file: object, v: number): readonly Raw[] {
  if (v === 1)
    return list(own(file, 'entries')).map((entry) => ({ group: part(entry, 'group'), entry }));
  const lines = own(file, 'entry');
  return list(own(file, 'gestures')).flatMap((gesture, group) => {
    const refused = part(gesture, 'refused');
    const events = list(part(gesture, 'events')).map((one) => asEntry(lines, 'event', one));
    const notes = refused === undefined ? [] : [asEntry(lines, 'note', refused)];
    return [...events, ...notes].map((entry) => ({ group, entry }));
  });
}

const isNewer = (v: unknown, known: number): boolean => typeof v === 'number' && v > known;

/** Opens the envelope: which election's data it takes to read on. */
export function parseRun(text: string): Sheet | Trouble {
  if (text.length > maxBytes) return 'too-long';
  const whole = parsed(text);
  const file = whole ?? mended(text);
  if (!isRecord(file) || own(file, 'format') !== fileFormat) return 'not-ours';
  const [v, setup] = [own(file, 'v'), own(file, 'setup')];
  if (isNewer(v, fileVersion) || isNewer(own(file, 'entry'), entryVersion)) return 'newer';
  if ((v !== 1 && v !== fileVersion) || !isSetup(setup)) return 'not-ours';
  const entries = rawOf(file, v);
  if (entries.length > maxEntries) return 'too-long';
  return { setup, entries, whole: whole !== undefined };
}

/** One entry with the voter drawn again; `null` when its shape is not one of ours. */
function readRaw(raw: unknown, voter: object): SoundEntry | null {
  const lifted = lift(raw, entryVersion);
  const data = part(lifted, 'data');
  if (lifted === null || !isRecord(data)) return null;
  const begins = own(lifted, 'type') === 'ExerciseStarted';
  const place = { exercise: '', seq: 1, group: 1, at: 0 };
  return readEntry({ ...lifted, ...place, data: begins ? { ...data, ...voter } : data });
}

/** What somebody typed is in no file: where it was remembered, a proposed text stands instead, so that one can go on. */
function withKnownSecret(edition: Edition, world: World, event: PortalEvent): PortalEvent {
  if (!('secret' in event)) return event;
  const { secret } = event;
  if (secret === forgottenAlias || proposedText(edition, world, secret) !== null) return event;
  switch (event.type) {
    case 'MailboxPasswordChanged':
      return { ...event, secret: 'mailbox-good' };
    case 'ChallengeChosen':
      return { ...event, secret: 'answer-1' };
    default:
      return { ...event, secret: 'good-1' };
  }
}

/** The world after an event that may come there; `null` when it may not. */
function after(edition: Edition, world: World | null, event: PortalEvent): World | null {
  if (event.type === 'ExerciseStarted')
    return world === null && canBegin(edition, event) ? worldOf(event) : null;
  return world && canFollow(edition, world, event) ? evolve(world, event) : null;
}

/** Six letters, and a seat in a class. */
const seedForm = /^[a-z]{6}(\.\d{1,2})?$/i;

/**
 * Reads the gestures of a sheet, up to the first event that cannot have happened.
 * @param edition the one that the sheet names
 */
export function readRun(edition: Edition, { setup, entries, whole }: Sheet): Reading | Trouble {
  const known =
    setup.edition === edition.id &&
    Object.hasOwn(edition.academies, setup.academy) &&
    Object.hasOwn(edition.profiles, setup.profile) &&
    Object.hasOwn(edition.exercises, setup.exercise);
  if (!known) return 'unknown';
  if (!seedForm.test(setup.seed)) return 'not-ours';
  const voter = { setup, persona: persona(edition, setup) };
  const gestures: { events: PortalEvent[]; refused?: Gesture['refused'] & {} }[] = [];
  let world: World | null = null;
  let last: unknown;
  let read = 0;
  for (const { group, entry } of entries) {
    const sound = readRaw(entry, voter);
    if (sound === null) break;
    const event: PortalEvent | null =
      sound.kind === 'note'
        ? null
        : world
          ? withKnownSecret(edition, world, sound.event)
          : sound.event;
    world = event ? after(edition, world, event) : world;
    if (world === null) break;
    read += 1;
    const open = group === last ? gestures.at(-1) : undefined;
    const gesture = open && !open.refused ? open : { events: [] };
    if (gesture !== open) gestures.push(gesture);
    last = group;
    if (event) gesture.events.push(event);
    else if (sound.kind === 'note')
      gesture.refused = { type: sound.type, refusals: sound.refusals };
  }
  if (read === 0) return isNewer(part(entries[0]?.entry, 'v'), entryVersion) ? 'newer' : 'not-ours';
  return { run: { setup, gestures }, whole: whole && read === entries.length };
}
