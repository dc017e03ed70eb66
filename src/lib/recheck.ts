/** From which day on a fact has to be read again: the mark on the page, set by the build or, later and offline, by the script. */
import { builtAt, parisInstant } from './dates.ts';

/**
 * The attributes of the element whose first paragraph states the fact. `on`: a calendar day (Paris), `null` for a fact
 * that does not age. Styles write « à revérifier » after it, so that paper says it too.
 */
export function recheck(on: string | null): Readonly<Record<string, string>> {
  if (on === null) return {};
  const from = parisInstant(on);
  return { 'data-recheck': String(from), ...(builtAt >= from ? { class: 'to-recheck' } : {}) };
}
