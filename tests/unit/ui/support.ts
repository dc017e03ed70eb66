// A session of one test: keeps nothing, remembers what was sent.
import { loadEdition } from '../../../src/lib/editions.ts';
import { advise } from '../../../src/simulator/core/advice.ts';
import { decide } from '../../../src/simulator/core/decide.ts';
import type { Edition } from '../../../src/simulator/core/edition.ts';
import { evolve } from '../../../src/simulator/core/evolve.ts';
import type { Channel, Command, Due, World } from '../../../src/simulator/core/portal.ts';
import type { Refusal } from '../../../src/simulator/core/refusals.ts';
import {
  challengeProposals,
  mailboxProposals,
  proposals,
  proposedText,
  sealOf,
} from '../../../src/simulator/core/secrets.ts';
import { stillDesk } from '../../../src/pictures/still-desk.ts';
import { begin } from '../../support/scenario.ts';
import type { Desk } from '../../../src/simulator/ui/desk-types.ts';

export const fourteen = loadEdition('men-2014');
export const eighteen = loadEdition('men-2018');
export const twentyTwo = loadEdition('men-2022');

/** A desk over a world, as every component is handed one. */
export function deskOf(edition: Edition, world: World, refusals: readonly Refusal[] = []): Desk {
  const address = world.persona.address;
  const still = stillDesk(edition, world);
  return {
    ...still,
    session: {
      ...still.session,
      seal: (text) => sealOf(text, `typed:${text}`, address),
      proposals: (place) =>
        place === 'challenge'
          ? challengeProposals(world.setup.seed)
          : place === 'mailbox'
            ? mailboxProposals(world.setup.seed)
            : proposals(edition, world.setup.seed, address),
      textOf: (alias) => proposedText(edition, world, alias),
    },
    state: { ...still.state, exercise: 'e1', refusals, canUndo: true, storage: 'kept' },
  };
}

export interface Stop {
  readonly world: World;
  readonly command: Command | null;
}

/** The careful voter's whole way: every world she stands in, with her next gesture. */
export function journey(edition: Edition, from: World): readonly Stop[] {
  const stops: Stop[] = [];
  let world = from;
  while (stops.length < 200) {
    const { command, screen } = advise(edition, world);
    if (screen !== null && screen !== world.screen) {
      const { events } = decide(edition, world, { type: 'Consult', screen });
      world = events.reduce(evolve, world);
    }
    stops.push({ world, command });
    if (!command) break;
    world = decide(edition, world, command).events.reduce(evolve, world);
  }
  return stops;
}

/** In 2022, a one-time code has just been delivered, unread. */
export function oneTimeCodeWorld(channel: Channel): World {
  const world = evolve(begin(twentyTwo), { type: 'ChallengeChosen', question: 0, secret: 'a1' });
  const due: Due = {
    id: 'd99',
    at: world.now + 60,
    what: { kind: 'one-time-code', nth: 1, channel },
  };
  const asked = evolve(world, { type: 'OneTimeCodeAsked', nth: 1, channel, at: world.now, due });
  const arrived = decide(twentyTwo, asked, { type: 'PassTime', until: due.at });
  return arrived.events.reduce(evolve, asked);
}
