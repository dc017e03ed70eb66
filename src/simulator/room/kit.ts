// The rules and the readers that a trainer's pages use, borrowed from the simulator's own chunk: imported here one by one,
// they would be cut out of it, and every first visit would weigh two kilobytes more.
import type * as running from '../ui/running.ts';

/** Handed to whoever draws: nothing in this folder imports a value of the core by itself. */
export type Kit = Pick<
  typeof running,
  | 'academyOf'
  | 'beginning'
  | 'classLink'
  | 'drawSeed'
  | 'fill'
  | 'isSeed'
  | 'loadData'
  | 'nearest'
  | 'oneTimeCodeText'
  | 'parseLink'
  | 'printLink'
  | 'proposedText'
  | 'seatMax'
  | 'seedAlphabet'
  | 'seedOf'
  | 'suits'
  | 'typeset'
  | 'voterWords'
  | 'votingCode'
>;

/** Rejects where the chunk cannot be had. */
export const openKit = (): Promise<Kit> => import('../ui/running.ts');
