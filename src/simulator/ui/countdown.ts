// Minutes that run down in front of a room. Pure: the time is handed in, in milliseconds of a clock that never goes back.

export interface Countdown {
  /** Milliseconds that remained at `since`, or that remain while it rests. */
  readonly left: number;
  /** When it was started; `null` while it rests. */
  readonly since: number | null;
}

const minute = 60_000;

/** At rest, with so many minutes. */
export const resting = (minutes: number): Countdown => ({ left: minutes * minute, since: null });

/** Milliseconds that remain; never below zero. */
export function leftAt({ left, since }: Countdown, now: number): number {
  return Math.max(0, since === null ? left : left - (now - since));
}

export function started(countdown: Countdown, now: number): Countdown {
  return countdown.since === null ? { ...countdown, since: now } : countdown;
}

export function paused(countdown: Countdown, now: number): Countdown {
  return { left: leftAt(countdown, now), since: null };
}

/** A minute more, whether it runs, rests or is over. */
export function longer(countdown: Countdown, now: number): Countdown {
  return { left: leftAt(countdown, now) + minute, since: countdown.since === null ? null : now };
}

/** « 4:05 », « 0:00 » only when nothing remains. */
export function clockWords(left: number): string {
  const seconds = Math.ceil(left / 1000);
  return `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, '0')}`;
}

/** What is said aloud, seldom: the last minute, and the end. Nothing otherwise. */
export function spokenWords(left: number): string {
  if (left === 0) return 'C’est l’heure.';
  return left <= minute ? 'Il reste moins d’une minute.' : '';
}
