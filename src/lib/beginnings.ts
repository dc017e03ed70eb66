/** What is done before an exercise is played when the site is built, wherever it makes sense: a refused line stops the build. */
import { isDeepStrictEqual } from 'node:util';
import { nearest as nearestWord, type Trouble } from '../schemas/explain.ts';
import type { Located } from '../schemas/read.ts';
import type { Edition } from '../simulator/core/edition.ts';
import { fill, parisTime, voterValues } from '../simulator/core/narrate.ts';
import type { World } from '../simulator/core/portal.ts';
import { begin, type Unplayed } from '../simulator/core/prepare.ts';
import { nearest, suits, type Choice } from '../simulator/core/suits.ts';

/** What no sentence of the rules says. */
const reasons: Readonly<Partial<Record<Unplayed, string>>> = {
  past: 'cette heure est déjà passée.',
  'nothing-comes': 'rien n’a été demandé, rien ne va arriver.',
  'voting-closed': 'le vote est fermé.',
  'account-period-closed': 'le compte ne se crée plus.',
  'no-code-left': 'tous les nouveaux codes ont été demandés.',
  'code-period-closed': 'un nouveau code ne se demande plus.',
  'code-unavailable': 'le nouveau code ne part pas.',
};

/** In the words of the portal of that exercise. */
function reasonOf(edition: Edition, world: World, why: Unplayed): string {
  const text = Object.entries(edition.refusals).find(([word]) => word === why)?.[1];
  return reasons[why] ?? fill(text?.sentence ?? why, voterValues(edition, world));
}

/** As it is written in the file: « se_connecter », « attendre: 25 minutes ». */
function written(line: unknown): string {
  if (typeof line !== 'object' || line === null) return String(line);
  return Object.entries(line)
    .map(([key, value]) => `${key}: ${String(value)}`)
    .join(', ');
}

/** The line itself, wherever its list stands. */
function lineAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inside, key) =>
      typeof inside === 'object' && inside !== null ? Reflect.get(inside, key) : undefined,
    value,
  );
}

/** One of each kind: what the rules cannot tell apart begins alike. */
function kinds(all: readonly { readonly id: string }[], told: (id: string) => unknown) {
  const byKind = new Map(all.toReversed().map(({ id }) => [JSON.stringify(told(id)), id]));
  return [...byKind.values()].reverse();
}

/** Every kind of academy with some job, every kind of job somewhere; Grenoble and its teachers first. */
function choices(edition: Edition, exercise: string): readonly Choice[] {
  const academies = kinds(Object.values(edition.academies), (id) => {
    const { noticeByPost, localPeriods, offsets, mailbox } = edition.academies[id] ?? {};
    const few = edition.nationalOnly.includes(id);
    const named = edition.exercises[exercise]?.academies?.includes(id) ?? false;
    return [noticeByPost, localPeriods, offsets, mailbox?.identifierTool, few, named];
  });
  const profiles = kinds(Object.values(edition.profiles), (id) => {
    const { contests = [], noticeByPost, unlisted, academies: only } = edition.profiles[id] ?? {};
    const named = edition.exercises[exercise]?.profiles?.includes(id) ?? false;
    const national = contests.filter((one) => edition.contests[one]?.scope === 'national').length;
    return [Math.min(national, 2), noticeByPost, unlisted, only, named];
  });
  const wish = { academy: 'grenoble', profile: 'certifie', exercise };
  return [
    nearest(edition, wish, 'exercise'),
    ...profiles.map((profile) => nearest(edition, { ...wish, profile }, 'profile')),
    ...academies.map((academy) => nearest(edition, { ...wish, academy }, 'academy')),
  ].filter(
    (choice, n, all) =>
      choice.exercise === exercise &&
      suits(edition, choice) &&
      all.findIndex((one) => isDeepStrictEqual(one, choice)) === n,
  );
}

/**
 * The first line of an exercise's beginning that the rules refuse, in any academy or job, with what they answered.
 * @param at where that election stands in the file
 * @returns none when everything is played
 */
export function beginningTroubles(
  edition: Edition,
  exercise: string,
  at: readonly string[],
  file: Located,
): readonly Trouble[] {
  const already = edition.exercises[exercise]?.already ?? [];
  const pages = Object.keys(edition.screens);
  for (const [index, line] of already.entries()) {
    if (typeof line === 'string' || !('opens' in line) || pages.includes(line.opens)) continue;
    const near = nearestWord(line.opens, pages);
    return [
      {
        line: file.line([...at, 'deja', index]),
        what: `la page « ${line.opens} » n’existe pas en ${edition.id}.`,
        write: near ? `Écrire plutôt : ${near}` : 'Écrire un nom de content/ecrans.',
      },
    ];
  }
  if (already.length === 0) return [];
  for (const choice of choices(edition, exercise)) {
    const { unplayed } = begin(edition, { edition: edition.id, ...choice, seed: 'KMPRTV' });
    if (!unplayed) continue;
    const { line, world, why } = unplayed;
    const path = [...at, 'deja', line];
    const academy = edition.academies[choice.academy]?.name ?? choice.academy;
    const job = edition.profiles[choice.profile]?.name ?? choice.profile;
    return [
      {
        line: file.line(path),
        what: `« ${written(lineAt(file.value, path))} », ligne ${String(line + 1)} de « deja », ne se joue pas en ${edition.id}, le ${parisTime(world.now)} (${academy}, ${job}). Réponse du portail : « ${reasonOf(edition, world, why)} »`,
        write:
          'Changer cette ligne, une ligne avant elle, ou la date de « commence » : ce qui est déjà fait doit pouvoir se faire ce jour-là.',
      },
    ];
  }
  return [];
}
