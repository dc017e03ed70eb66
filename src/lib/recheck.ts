/** From which day on a fact has to be read again: the mark on the page, set by the build or, later and offline, by the script. */
import type { Seen } from '../schemas/academy.ts';
import { requireSource } from './content.ts';
import { currentEdition } from './current.ts';
import { builtAt, parisInstant } from './dates.ts';

/**
 * The attributes of the element whose first paragraph states the fact. `on`: a calendar day (Paris), `null` for a fact
 * that does not age. Styles write « à revérifier » after it, so that paper says it too.
 */
export function recheck(on: string | null): Readonly<Record<string, string>> {
  if (on === null) return {};
  const from = parisInstant(on);
  return { 'data-recheck': String(from), ...(builtAt >= from ? { 'data-old': '' } : {}) };
}

/** Mailboxes, portals, help and the words for them change with the school year. */
const schoolYearBegins = '-09-01';

/**
 * The first day of the school year that follows: what was seen before it has to be read again.
 * @param moment « AAAA », « AAAA-MM » or « AAAA-MM-JJ »; a moment without its day may be the last one of that time.
 */
export function nextSchoolYear(moment: string): string {
  const year = Number(moment.slice(0, 4));
  const isBefore =
    moment.length > 4 && moment.slice(4) < schoolYearBegins.slice(0, moment.length - 4);
  return `${isBefore ? year : year + 1}${schoolYearBegins}`;
}

/**
 * The same attributes for a line that names no day of its own: the one that the coming vote names for that source, otherwise the
 * school year that follows the day when the thing was seen, or its source read.
 */
export function recheckLine(line: {
  readonly source: string | null;
  readonly seen?: Seen | undefined;
}): Readonly<Record<string, string>> {
  if (line.source === null) return {};
  const known = currentEdition().safe.find(({ source }) => source === line.source);
  return recheck(
    known?.recheckOn ?? nextSchoolYear(line.seen?.to ?? requireSource(line.source).readOn),
  );
}
