/** Where the voter of an exercise stands when a screen is drawn: the careful voter's way, played with the tutorials' seed. */
import { tutorialProfile, tutorialSeed } from '../lib/practice.ts';
import { advise } from '../simulator/core/advice.ts';
import { decide } from '../simulator/core/decide.ts';
import type { Edition } from '../simulator/core/edition.ts';
import { evolve } from '../simulator/core/evolve.ts';
import type { World } from '../simulator/core/portal.ts';
import { beginning } from '../simulator/core/prepare.ts';
import { suits } from '../simulator/core/suits.ts';
import { pagesOnTheWay } from '../simulator/core/way.ts';

/** What a step asks for: a screen of the registry, and for a mail which one, « mail.reset ». */
export type Wanted = {
  /** Id of a screen, or « mail. » and the name of a file of content/courriels. */
  readonly screen: string;
  /** Id of content/exercices: looked into first. */
  readonly exercise: string | null;
};

/** More gestures than any exercise needs. */
const patience = 400;

/** Every world in which the careful voter makes a gesture, on the page where she makes it, and the last one. */
function wayOf(edition: Edition, from: World): readonly World[] {
  const worlds: World[] = [];
  let world = from;
  for (let gesture = 0; gesture < patience; gesture += 1) {
    const { command, screen } = advise(edition, world);
    if (screen !== null && screen !== world.screen) {
      const { events } = decide(edition, world, { type: 'Consult', screen });
      world = events.reduce(evolve, world);
    }
    worlds.push(world);
    if (!command) break;
    world = decide(edition, world, command).events.reduce(evolve, world);
    worlds.push(world);
  }
  return worlds;
}

/** A mail of that name, opened as soon as it has come; whoever is careful does not open all of them. */
function opened(world: World, name: string): World | null {
  const mail = world.mailbox.mails.find(({ kind }) => kind === name);
  return mail
    ? { ...world, screen: 'mail', mailbox: { ...world.mailbox, open: true, openMail: mail.id } }
    : null;
}

/** The world, when it shows what the step speaks of: not an empty telephone, nor an empty mailbox. */
function showing(world: World, { screen }: Wanted): World | null {
  const mail = /^mail\.(.+)$/u.exec(screen)?.[1];
  if (mail !== undefined) return opened(world, mail);
  if (world.screen !== screen) return null;
  if (screen === 'sms' && !world.code.sms.some(({ read }) => read)) return null;
  return screen === 'inbox' && world.mailbox.mails.length === 0 ? null : world;
}

const firstShowing = (worlds: readonly World[], wanted: Wanted): World | null =>
  worlds.reduce<World | null>((found, world) => found ?? showing(world, wanted), null);

/**
 * The world to draw. The step's own exercise first, then the whole way, then each exercise that this academy has; in each,
 * the pages on the way before those that one gesture opens beside it.
 * @returns `null` when no exercise shows such a screen in this academy
 */
export function standingOn(edition: Edition, academy: string, wanted: Wanted): World | null {
  const first = [wanted.exercise, 'parcours-complet'].flatMap((id) => id ?? []);
  const exercises = [...new Set([...first, ...Object.keys(edition.exercises)])].filter((exercise) =>
    suits(edition, { academy, profile: tutorialProfile, exercise }),
  );
  for (const exercise of exercises) {
    const { way, beside } = walked(edition, academy, exercise);
    // A space says what is not open yet: it is shown as it is first seen, not as on the day of the vote.
    const isSpace = edition.screens[wanted.screen]?.kind === 'space';
    const early = (): readonly World[] => [...way, ...beside()].sort((a, b) => a.now - b.now);
    const world = firstShowing(isSpace ? early() : way, wanted) ?? firstShowing(beside(), wanted);
    if (world) return world;
  }
  return null;
}

type Walk = { readonly way: readonly World[]; readonly beside: () => readonly World[] };
const walks = new WeakMap<Edition, Map<string, Walk>>();

/** Both walks of an exercise, each made once for the steps of a whole page. */
function walked(edition: Edition, academy: string, exercise: string): Walk {
  const known = walks.get(edition) ?? new Map<string, Walk>();
  walks.set(edition, known);
  const key = `${academy} ${exercise}`;
  const kept = known.get(key);
  if (kept) return kept;
  const setup = { edition: edition.id, academy, profile: tutorialProfile, seed: tutorialSeed };
  const from = beginning(edition, { ...setup, exercise });
  let found: readonly World[] | null = null;
  const walk: Walk = {
    way: wayOf(edition, from),
    beside: () => {
      found ??= [...pagesOnTheWay(edition, from).values()].map((way) =>
        way.flat().reduce(evolve, from),
      );
      return found;
    },
  };
  known.set(key, walk);
  return walk;
}
