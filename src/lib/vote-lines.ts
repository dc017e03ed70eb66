/** What is known of the hours, the portal and the help of the coming vote, line by line: for a page and for paper. */
import type { Reading } from '../schemas/current-edition.ts';
import type { Academy } from './content.ts';
import { clockWords, currentEdition } from './current.ts';

export type VoteLine = {
  readonly name: string;
  readonly value: string;
  readonly reading: Reading<unknown>;
};

/** Only what somebody filled in; the hours on the academy's clock and on that of Paris. */
export function voteLines(academy: Academy | undefined): readonly VoteLine[] {
  const edition = currentEdition();
  const clocks = (seconds: number) => clockWords(academy, seconds);
  const line = <T>(name: string, reading: Reading<T> | null, print: (value: T) => string) =>
    reading ? [{ name, value: print(reading.value), reading }] : [];
  return [
    ...line('Ouverture', edition.opens, clocks),
    ...line(edition.extendedTo ? 'Fin d’abord prévue' : 'Fin', edition.closes, clocks),
    ...line('Prolongé jusqu’au', edition.extendedTo, clocks),
    ...line('Portail officiel', edition.portal, (address) => address),
    ...line('Aide', edition.help, (words) => words),
  ];
}
