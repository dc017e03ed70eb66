/** What was seen too long ago to be said of today stands under « autrefois », with its year (PRODUCT.md 2.4). */
import { linksAllowedSince, type Seen } from '../schemas/academy.ts';
import { editionIds } from './editions.ts';
import { yearOf } from './years.ts';

/** `isFormer`: its own source says that it is old, dated or not. */
type Told = { readonly seen: Seen; readonly isFormer?: boolean };

/** A phone, an address of people or of a place: they change from one year to the next. */
export const isOldContact = ({ seen, isFormer = false }: Told): boolean =>
  isFormer || isBefore(seen, linksAllowedSince);

/** A rule that was last seen before the last past election. Without a date, nothing says that it is old. */
export const isOldRule = ({ seen, isFormer = false }: Told): boolean =>
  isFormer || isBefore(seen, Math.max(...editionIds().map((id) => Number(yearOf(id)))));

const isBefore = (seen: Seen, year: number): boolean =>
  seen !== null && Number(seen.to.slice(0, 4)) < year;
