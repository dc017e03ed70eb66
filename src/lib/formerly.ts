/** What was seen too long ago to be said of today stands under « autrefois », with its year (PRODUCT.md 2.4). */
import { linksAllowedSince, type Contact, type Seen } from '../schemas/academy.ts';
import { editionIds } from './editions.ts';
import { yearOf } from './years.ts';

/** A phone, an address of people: they change from one year to the next. */
export const isOldHelp = ({ seen }: Contact): boolean => isBefore(seen, linksAllowedSince);

/** A place or a rule that was last seen before the last past election. Without a date, nothing says that it is old. */
export const isOldPlace = ({ seen }: { readonly seen: Seen }): boolean =>
  isBefore(seen, Math.max(...editionIds().map((id) => Number(yearOf(id)))));

const isBefore = (seen: Seen, year: number): boolean =>
  seen !== null && Number(seen.to.slice(0, 4)) < year;
