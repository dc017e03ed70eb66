/** The day of what is packed: that of the last change, as the build says it, never the clock's. */
import { dayIn, fullDay } from '../../lib/dates.ts';

/** Seconds since 1970 of what is being built. */
export function packedAt(): number {
  const seconds = Number(process.env['SOURCE_DATE_EPOCH'] ?? '');
  if (!(seconds > 0)) throw new Error('SOURCE_DATE_EPOCH is not set: the build sets it.');
  return seconds;
}

/** « 26 novembre 2026 », in Paris. */
export function packedOn(): string {
  return fullDay(dayIn('Europe/Paris', packedAt()));
}
