// From what storage gives back to what can be believed; anything else is `null`.
import { entryVersion, worldVersion } from './entry.ts';
import type { ExerciseRecord, Parent, Secret, Snapshot, SoundEntry } from './entry.ts';
import { isRecord, isText, isWhole, listOf, orMissing, own, recordOf } from './guards.ts';
import { lift } from './ladder.ts';
import { isCommandType, isPortalEvent, isRefusal, isSetup, isWorld } from './shapes.ts';

const keys = ['v', 'exercise', 'seq', 'group', 'at', 'kind', 'type', 'data'];

const isNoteData = recordOf<{ readonly refusals: readonly { word: string }[] }>({
  refusals: listOf(isRefusal),
});

/** One entry, lifted to today's version; `null` when anything in it is not as it should be. */
export function readEntry(raw: unknown): SoundEntry | null {
  const entry = lift(raw, entryVersion);
  if (entry === null || !Object.keys(entry).every((key) => keys.includes(key))) return null;
  const [exercise, seq, group, at] = [
    own(entry, 'exercise'),
    own(entry, 'seq'),
    own(entry, 'group'),
    own(entry, 'at'),
  ];
  if (!isText(exercise) || !isWhole(seq) || !isWhole(group) || !isWhole(at)) return null;
  const line = { v: entryVersion, exercise, seq, group, at };
  const [kind, type, data] = [own(entry, 'kind'), own(entry, 'type'), own(entry, 'data')];
  if (!isRecord(data)) return null;
  if (kind === 'event') {
    if (Object.hasOwn(data, 'type')) return null;
    const event: unknown = { ...data, type };
    return isPortalEvent(event) ? { ...line, kind, event } : null;
  }
  if (kind !== 'note' || !isCommandType(type) || !isNoteData(data)) return null;
  const refusals = own(data, 'refusals');
  return listOf(isRefusal)(refusals) ? { ...line, kind, type, refusals } : null;
}

const isParent = recordOf<Parent>({ exercise: isText, upTo: isWhole });
const isExercise = recordOf<ExerciseRecord>({
  id: isText,
  setup: isSetup,
  parent: orMissing(isParent),
  lineage: isText,
  order: isWhole,
});
const isSnapshot = recordOf<Snapshot>({
  v: isWhole,
  exercise: isText,
  seq: isWhole,
  group: isWhole,
  world: isWorld,
});
const isSecret = recordOf<Secret>({
  lineage: isText,
  alias: isText,
  salt: isText,
  rounds: isWhole,
  digest: isText,
});

export function readExercise(raw: unknown): ExerciseRecord | null {
  return isExercise(raw) ? raw : null;
}

/** A snapshot of another version is no error: it is simply not used. */
export function readSnapshot(raw: unknown): Snapshot | null {
  return isSnapshot(raw) && raw.v === worldVersion ? raw : null;
}

/** Hexadecimal bytes and a number of rounds that no device would choke on. */
export function readSecret(raw: unknown): Secret | null {
  if (!isSecret(raw) || raw.rounds < 1 || raw.rounds > 10_000) return null;
  return /^([0-9a-f]{2})+$/.test(raw.salt) ? raw : null;
}
