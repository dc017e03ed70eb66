import type { Edition, Incident, Instant } from '../../../../src/simulator/core/edition.ts';
import type { Command, EventType, World } from '../../../../src/simulator/core/portal.ts';
import type { RefusalWord } from '../../../../src/simulator/core/refusals.ts';
import type { Given } from '../../../support/scenario.ts';

/** One scenario: in these editions, given this, when the voter does that, then so. */
export interface Case {
  readonly title: string;
  readonly editions: readonly string[];
  readonly academy?: string;
  readonly profile?: string;
  /** When the exercise begins, if not at its usual hour. */
  readonly startsAt?: (edition: Edition) => Instant;
  readonly incidents?: (edition: Edition) => readonly Incident[];
  readonly given: readonly Given[];
  readonly when: (world: World, edition: Edition) => Command;
  /** Event types that must be among the answer's, in this order. */
  readonly then?: readonly EventType[];
  /** All refusals, each `word` or `word@field`. */
  readonly refused?: readonly (RefusalWord | `${RefusalWord}@${string}`)[];
}

/** The years of the founding documents. */
export const both = ['men-2014', 'men-2018'] as const;
export const only2014 = ['men-2014'] as const;
export const only2018 = ['men-2018'] as const;
export const only2022 = ['men-2022'] as const;
export const all = ['men-2014', 'men-2018', 'men-2022'] as const;
