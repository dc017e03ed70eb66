// Which pages the careful voter passes, and how to stand on one of them: « aller directement à » a page.
import { advise } from './advice.ts';
import { decide } from './decide.ts';
import type { Edition } from './edition.ts';
import { evolve } from './evolve.ts';
import { gestures } from './offers.ts';
import type { Command, CommandType, PortalEvent, World } from './portal.ts';

/** Far more gestures than any exercise needs. */
const patience = 400;

/** The events of each gesture, in order. */
export type Way = readonly (readonly PortalEvent[])[];

interface Place {
  readonly world: World;
  readonly way: Way;
}

/** One gesture further, `null` when it is refused. */
function further(edition: Edition, { world, way }: Place, command: Command): Place | null {
  const { events, refusals } = decide(edition, world, command);
  return refusals.length > 0
    ? null
    : { world: events.reduce(evolve, world), way: [...way, events] };
}

/** The first gesture of a type that is accepted with right answers; the place itself when none is. */
function having(edition: Edition, place: Place, type: CommandType): Place {
  for (const command of gestures(edition, place.world)) {
    const next = command.type === type ? further(edition, place, command) : null;
    if (next) return next;
  }
  return place;
}

/** The same place, signed in where that can be done: some pages are not on the way and wait behind that door. */
function signedIn(edition: Edition, place: Place): Place {
  const { session, state } = place.world.account;
  if (session || state !== 'active') return place;
  return having(edition, having(edition, place, 'GiveAddress'), 'SignIn');
}

/**
 * Every page on the careful voter's way, and those that one gesture opens beside it.
 * @returns by page, the first way to it
 */
export function pagesOnTheWay(edition: Edition, world: World): ReadonlyMap<string, Way> {
  const found = new Map<string, Way>();
  const keep = ({ world: there, way }: Place): void => {
    if (!found.has(there.screen)) found.set(there.screen, way);
  };
  const lookAround = (place: Place): void => {
    const doors = Object.keys(edition.screens)
      .filter((screen) => !found.has(screen))
      .map((screen): Command => ({ type: 'Consult', screen }));
    for (const command of [...doors, ...gestures(edition, place.world)]) {
      const next = further(edition, place, command);
      if (next) keep(next);
    }
  };
  let here: Place = { world, way: [] };
  for (let gesture = 0; gesture < patience; gesture += 1) {
    keep(here);
    lookAround(here);
    const inside = signedIn(edition, here);
    if (inside !== here) lookAround(inside);
    const { command } = advise(edition, here.world);
    const next = command && further(edition, here, command);
    if (!next) break;
    here = next;
  }
  return found;
}
