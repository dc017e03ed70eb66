// From what a link says to an exercise that can begin: what it leaves out, or what that election never had, is filled in.
import type { Edition } from '../core/edition.ts';
import { nearest } from '../core/suits.ts';
import type { StartLink } from '../links.ts';

/** Everything the link names exists in that election. */
export function isOf(edition: Edition, link: StartLink): boolean {
  return (
    link.academy in edition.academies &&
    link.profile in edition.profiles &&
    link.exercise in edition.exercises
  );
}

/** What was not chosen, or does not exist in this election, becomes its first. */
export function completed(edition: Edition, link: StartLink): StartLink {
  const pick = (wanted: string, among: Readonly<Record<string, unknown>>): string =>
    wanted in among ? wanted : (Object.keys(among)[0] ?? '');
  const whole = 'parcours-complet';
  const wish = {
    academy: pick(link.academy, edition.academies),
    profile: pick(link.profile, edition.profiles),
    exercise: pick(
      link.exercise === '' && whole in edition.exercises ? whole : link.exercise,
      edition.exercises,
    ),
  };
  const screen =
    link.screen !== undefined && link.screen in edition.screens ? link.screen : undefined;
  return { ...link, edition: edition.id, screen, ...nearest(edition, wish, 'exercise') };
}
