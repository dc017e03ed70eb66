/** The year of an election, as readers say it. */
import { editionIds } from './editions.ts';
import { electionsWithoutPage } from './references.ts';

/** « men-2018 » → « 2018 » */
export const yearOf = (edition: string): string => edition.replace(/^.*-/u, '');

/** The elections that can be rehearsed: « 2014, 2018 et 2022 ». */
export const rehearsedYears = (): string =>
  new Intl.ListFormat('fr').format(editionIds().map(yearOf));

/** The text names a past election by its year: what it says was true then (PRODUCT.md 2.4). */
export function namesPastElection(text: string): boolean {
  const years = [...editionIds(), ...electionsWithoutPage].map(yearOf);
  return new RegExp(`(?<!\\d)(?:${years.join('|')})(?!\\d)`, 'u').test(text);
}
