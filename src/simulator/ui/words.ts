// Words on the screens: French spaces, holes filled in, and signs spelled out.
import type { Edition } from '../core/edition.ts';
import { fill as fillHoles, voterValues } from '../core/narrate.ts';
import type { World } from '../core/portal.ts';
import { typeset } from './typeset.ts';

export { typeset } from './typeset.ts';

/** Fills `{holes}`, with French spaces. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return typeset(fillHoles(text, values));
}

/** What a screen may say of the voter, of her code and of her place. */
export function voterWords(edition: Edition, world: World): Readonly<Record<string, string>> {
  const profile = edition.profiles[world.setup.profile];
  return {
    ...voterValues(edition, world),
    telephone: world.persona.phone,
    corps: profile?.corps ?? '',
    affectation: profile?.posting ?? '',
    messagerie: edition.academies[world.setup.academy]?.mailbox.name ?? '',
  };
}

/** « majuscule A, b, 3 »: an image read aloud. */
export function spell(signs: string): string {
  return [...signs]
    .map((sign) => (sign === ' ' ? 'espace' : /\p{Lu}/u.test(sign) ? `majuscule ${sign}` : sign))
    .join(', ');
}
