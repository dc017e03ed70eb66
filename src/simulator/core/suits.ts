// Which academy, profile and exercise go together: asked by the start card, links, tools and tests, so that it is said once.
import type { Edition } from './edition.ts';
import type { Setup } from './portal.ts';

/** What somebody chooses of an exercise. */
export type Choice = Pick<Setup, 'academy' | 'profile' | 'exercise'>;

/** Each part exists in that election, and the three make sense together. */
export function suits(edition: Edition, { academy, profile, exercise }: Choice): boolean {
  const who = edition.profiles[profile];
  const what = edition.exercises[exercise];
  if (!who || !what || !(academy in edition.academies)) return false;
  const places = [who.academies, what.academies];
  if (places.some((only) => only !== undefined && !only.includes(academy))) return false;
  // Where only national ballots are known, a roll cannot forget one of several.
  const few = who.academies === undefined && edition.nationalOnly.includes(academy);
  if (few && what.incidents.some(({ kind }) => kind === 'contest-missing')) return false;
  // Nothing would be left to somebody whose only ballot is cast before the exercise begins.
  const own = who.contests.filter((id) => !few || edition.contests[id]?.scope === 'national');
  if (own.length < 2 && what.already?.includes('ConfirmBallot')) return false;
  return what.profiles ? what.profiles.includes(profile) : who.unlisted !== true;
}

/**
 * The nearest choice that makes sense.
 * @param kept what was chosen last stays; of the rest the academy gives way first, then the profile, then the exercise
 * @returns the wish itself when nothing that keeps it makes sense
 */
export function nearest(edition: Edition, wish: Choice, kept: keyof Choice | null): Choice {
  const among = (part: keyof Choice, all: readonly { readonly id: string }[]) =>
    part === kept ? [wish[part]] : [wish[part], ...all.map(({ id }) => id)];
  const exercises = Object.values(edition.exercises);
  const whole = exercises.filter(({ chapter }) => chapter === undefined);
  for (const exercise of among('exercise', [...whole, ...exercises]))
    for (const profile of among('profile', Object.values(edition.profiles)))
      for (const academy of among('academy', Object.values(edition.academies)))
        if (suits(edition, { academy, profile, exercise })) return { academy, profile, exercise };
  return wish;
}
