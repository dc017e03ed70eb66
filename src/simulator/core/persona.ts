// Invented voters: drawn from the seed, never real. Numbers come from ranges nobody can hold.
import { digits, draw, drawBetween, drawOne, drawText, shuffle } from './draw.ts';
import type { Edition, InventedName, PracticeAcademy, Profile } from './edition.ts';
import type { OwnContest, Persona, Setup } from './portal.ts';

/** Letters of the three last signs of a NUMEN. */
const numenTail = 'ABCDEFGHJKLMNPQRSTUVWXYZ';

/** « Aude Vizé » → `aude.vize`: what an address can hold. */
export function plainLetters(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** Two digits. */
function two(n: number): string {
  return String(n).padStart(2, '0');
}

/** The voter's own contests: the profile's kinds, with the scope in id and name. */
export function ownContests(
  edition: Edition,
  profile: Profile,
  academy: PracticeAcademy,
  department: string,
): readonly OwnContest[] {
  const departmentName =
    academy.departments.find(({ code }) => code === department)?.name ?? department;
  // Where nobody found the ballots of the place, nothing is invented in their stead; a profile made for it has them all.
  const nationalOnly = profile.academies === undefined && edition.nationalOnly.includes(academy.id);
  return profile.contests.flatMap((kindId) => {
    const kind = edition.contests[kindId];
    if (!kind || (nationalOnly && kind.scope !== 'national')) return [];
    const scope = {
      national: '',
      academy: `.${academy.id}`,
      department: `.${department.toLowerCase()}`,
    }[kind.scope];
    const name = kind.name
      .replace('{academie}', academy.of)
      .replace('{departement}', departmentName);
    return [{ id: `${kind.id}${scope}`, kind: kind.id, name, seats: kind.seats }];
  });
}

const unnamed: InventedName = { firstName: 'Camille', lastName: 'Essai', civility: 'Mme' };

/** Alone, anybody; in a class, nobody twice, as long as there are as many invented people as seats. */
function nameOf(seed: string, names: readonly InventedName[]): InventedName {
  const [letters = '', seat] = seed.split('.');
  if (seat === undefined) return drawOne(seed, 'persona', 0, names, unnamed);
  return shuffle(letters, 'class', names)[(Number(seat) - 1) % names.length] ?? unnamed;
}

/**
 * The voter of an exercise: the same seed gives the same person on every device.
 * NUMEN: prefix 30, which no academy uses. Phones: 06 39 98, a range kept for fiction by the French regulator.
 * @throws when the setup names an academy or a profile that the edition does not have (links are checked before)
 */
export function persona(edition: Edition, setup: Setup): Persona {
  const academy = edition.academies[setup.academy];
  const profile = edition.profiles[setup.profile];
  if (!academy || !profile) throw new Error(`unknown setup: ${setup.academy}, ${setup.profile}`);
  const { seed } = setup;
  const name = nameOf(seed, edition.personas);
  const codes = academy.departments.map(({ code }) => code);
  const department = drawOne(seed, 'department', 0, codes, '00');
  const local = `${plainLetters(name.firstName)}.${plainLetters(name.lastName)}`;
  const year = drawBetween(seed, 'birth-year', 0, 1958, 1991);
  const numbers = drawText(seed, 'phone', 0, 4, digits);
  const others = drawText(seed, 'other-phone', 0, 4, digits);
  return {
    ...name,
    address: `${local}@${academy.mailHost}`,
    user: `${plainLetters(name.firstName).charAt(0)}${plainLetters(name.lastName).replaceAll('-', '')}`,
    numen: `30E${two(draw(seed, 'numen-year', 0) % 14)}${drawText(seed, 'numen', 0, 5, digits)}${drawText(seed, 'numen-tail', 0, 3, numenTail)}`,
    birthDate: `${two(drawBetween(seed, 'birth-day', 0, 1, 28))}/${two(drawBetween(seed, 'birth-month', 0, 1, 12))}/${year}`,
    phone: `063998${numbers}`,
    otherPhone: `063998${others === numbers ? `${numbers.slice(1)}0` : others}`,
    department,
    contests: ownContests(edition, profile, academy, department),
  };
}
