// Where gestures take no time and each delay is fixed: a whole answer can be written down.
import { decide } from '../../src/simulator/core/decide.ts';
import type { Edition } from '../../src/simulator/core/edition.ts';
import type { Command, Decision, PortalEvent, World } from '../../src/simulator/core/portal.ts';
import { editionOf } from './scenario.ts';

/** The same election; a mail takes 100 seconds, a text message 200, a decision 1000. */
export function instant(id: string): Edition {
  const edition = editionOf(id);
  const delays = {
    ...edition.delays,
    mail: { min: 100, max: 100 },
    sms: { min: 200, max: 200 },
    decision: { min: 1000, max: 1000 },
  };
  return { ...edition, costs: {}, delays };
}

/** The whole answer when all goes well. */
export function yes(...events: readonly PortalEvent[]): Decision {
  return { events, refusals: [] };
}

/** The whole answer in these words, `word` or `word@field`, as two lists: what is refused, and what is remembered of the attempt. */
export function refusal(
  edition: Edition,
  world: World,
  command: Command,
): readonly [readonly string[], readonly PortalEvent[]] {
  const { refusals, events } = decide(edition, world, command);
  return [refusals.map(({ word, field }) => (field ? `${word}@${field}` : word)), events];
}
