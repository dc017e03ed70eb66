/** The year of an election, as readers say it. */
import { editionIds } from './editions.ts';

/** « men-2018 » → « 2018 » */
export const yearOf = (edition: string): string => edition.replace(/^.*-/u, '');

/** The elections that can be rehearsed: « 2014, 2018 et 2022 ». */
export const rehearsedYears = (): string =>
  new Intl.ListFormat('fr').format(editionIds().map(yearOf));
