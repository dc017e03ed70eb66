// Entries of every older version are lifted to today's, one rung at a time. Add a rung, never edit one.
import { isRecord, own } from './guards.ts';

/** Rewrites one entry of version n as an entry of version n + 1. */
export type Rung = (entry: object) => object;

/** The same object with one more key under `key`; anything else stays, for the guards to refuse. */
const within = (data: object, key: string, more: object): object => {
  const inside = own(data, key);
  return isRecord(inside) ? { ...data, [key]: { ...inside, ...more } } : data;
};

/** Version 2: a mail may carry a one-time code, and so may a text message; before, there was none. */
function withoutOneTimeCodes(type: unknown, data: object): object {
  switch (type) {
    case 'ExerciseStarted': {
      const mails: unknown = own(data, 'mails');
      if (!Array.isArray(mails)) return data;
      const lifted = mails.map((mail: unknown) =>
        isRecord(mail) ? { ...mail, oneTime: null } : mail,
      );
      return { ...data, mails: lifted };
    }
    case 'MailDelivered':
      return within(data, 'mail', { oneTime: null });
    case 'SmsDelivered':
      return within(data, 'sms', { kind: 'voting-code' });
    default:
      return data;
  }
}

/** `before` under its new name, a list; anything but a text or nothing stays, for the guards to refuse. */
const listed = (data: object, before: string, now: string, more: object = {}): object => {
  const { [before]: one, ...rest }: Readonly<Record<string, unknown>> = { ...data };
  if (one !== null && typeof one !== 'string') return data;
  return { ...rest, ...more, [now]: one === null ? [] : [one] };
};

/** Version 3: the roll may have forgotten more than one contest, and a letter may be posted once it is corrected. */
function withSeveralHidden(type: unknown, data: object): object {
  switch (type) {
    case 'ExerciseStarted':
      return listed(data, 'hiddenContest', 'hiddenContests');
    case 'RollCorrected':
      return listed(data, 'contest', 'contests', { letter: null });
    default:
      return data;
  }
}

/** A rung that only changes the data of events. */
const ofEvents =
  (change: (type: unknown, data: object) => object): Rung =>
  (entry) => {
    const data = own(entry, 'data');
    if (own(entry, 'kind') !== 'event' || !isRecord(data)) return entry;
    return { ...entry, data: change(own(entry, 'type'), data) };
  };

/** `ladder[n]` lifts version n to n + 1. */
export const ladder: Readonly<Record<number, Rung>> = {
  1: ofEvents(withoutOneTimeCodes),
  2: ofEvents(withSeveralHidden),
};

/**
 * Lifts an entry as it was stored.
 * @param to the version wanted
 * @returns `null` when it has no version, or one that nobody here knows (a newer one, or a missing rung)
 */
export function lift(
  raw: unknown,
  to: number,
  rungs: Readonly<Record<number, Rung>> = ladder,
): object | null {
  if (!isRecord(raw)) return null;
  const v = own(raw, 'v');
  if (typeof v !== 'number' || !Number.isSafeInteger(v) || v < 1 || v > to) return null;
  let entry = raw;
  for (let n = v; n < to; n += 1) {
    const rung = rungs[n];
    if (rung === undefined) return null;
    entry = { ...rung(entry), v: n + 1 };
  }
  return entry;
}
