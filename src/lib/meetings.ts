/** In which exercise the careful voter stands on a page: what « voir dans le simulateur » opens. */
import type { Edition } from '../simulator/core/edition.ts';
import { beginning } from '../simulator/core/prepare.ts';
import { pagesOnTheWay } from '../simulator/core/way.ts';
import { practicePath, tutorialProfile, tutorialSeed } from './practice.ts';
import { anywhere } from './rehearsals.ts';

const whole = 'parcours-complet';

/** The whole way, then the whole way where an academy has an identifier tool, then each exercise with its own trouble. */
function starts(
  edition: Edition,
): readonly { readonly exercise: string; readonly academy: string; readonly profile: string }[] {
  const tool = Object.values(edition.academies).find(
    ({ mailbox }) => mailbox.identifierTool !== 'none',
  );
  const others = Object.values(edition.exercises).filter(({ id }) => id !== whole);
  const usual = { exercise: whole, academy: anywhere, profile: tutorialProfile };
  return [
    usual,
    ...(tool ? [{ ...usual, academy: tool.id }] : []),
    ...others.map(({ id, academies, profiles }) => ({
      exercise: id,
      academy: academies?.[0] ?? anywhere,
      profile: profiles?.[0] ?? tutorialProfile,
    })),
  ];
}

/** By page of the election: the link that opens the simulator on it. A page that nobody meets has none. */
export function pageLinks(edition: Edition): ReadonlyMap<string, string> {
  const links = new Map<string, string>();
  for (const start of starts(edition)) {
    if (links.size === Object.keys(edition.screens).length) break;
    const setup = { edition: edition.id, seed: tutorialSeed, ...start };
    for (const screen of pagesOnTheWay(edition, beginning(edition, setup)).keys())
      if (!links.has(screen))
        links.set(screen, practicePath({ edition: edition.id, step: null, ...start, screen }));
  }
  return links;
}
