/**
 * Every link that the tables can say, opened: who is named exists, the exercise begins, and it stands on the step asked.
 * Worlds are made for each exercise with each academy and each profile at least once; with ISOLOIR_ALL_LINKS set, for
 * every three together (some minutes).
 */
import { describe, expect, test } from 'vitest';
import { editionIds, loadCodes } from '../../../src/lib/editions.ts';
import { hostMost, linkMost, longestLinks, ownMost } from '../../../src/lib/link-length.ts';
import { advise, steps, stepOf, walkTo, type Step } from '../../../src/simulator/core/advice.ts';
import type { Edition } from '../../../src/simulator/core/edition.ts';
import { evolve } from '../../../src/simulator/core/evolve.ts';
import type { World } from '../../../src/simulator/core/portal.ts';
import { beginning } from '../../../src/simulator/core/prepare.ts';
import { suits, type Choice } from '../../../src/simulator/core/suits.ts';
import { pagesOnTheWay } from '../../../src/simulator/core/way.ts';
import { parseLink, printLink, seedOf, type StartLink } from '../../../src/simulator/links.ts';
import { completed, isOf } from '../../../src/simulator/ui/completed.ts';
import { editionOf } from '../../support/scenario.ts';

const tables = loadCodes();
const whole = process.env['ISOLOIR_ALL_LINKS'] !== undefined;

/** Every academy, profile and exercise that make sense together. */
function choicesOf(edition: Edition): readonly Choice[] {
  return Object.keys(edition.exercises).flatMap((exercise) =>
    Object.keys(edition.academies).flatMap((academy) =>
      Object.keys(edition.profiles)
        .map((profile) => ({ academy, profile, exercise }))
        .filter((choice) => suits(edition, choice)),
    ),
  );
}

/** Among them, enough for each exercise to meet each of its academies and each of its profiles. */
function covering(edition: Edition): readonly Choice[] {
  const met = new Set<string>();
  return choicesOf(edition).filter(({ academy, profile, exercise }, n) => {
    const names = [`${exercise} ${academy}`, `${exercise} ${profile}`];
    // Spread: the first profile would otherwise be met with every academy.
    if (names.every((name) => met.has(name)) || (n % 3 !== 0 && met.has(names[1] ?? '')))
      return false;
    for (const name of names) met.add(name);
    return true;
  });
}

const linkOf = (edition: Edition, choice: Choice, more: Partial<StartLink> = {}): StartLink => ({
  edition: edition.id,
  ...choice,
  ...{ seed: 'KMPRTV', seat: null, step: null, ...more },
});

/** As the start card does: printed, read, completed, begun. */
function opened(edition: Edition, link: StartLink): World {
  const read = parseLink(tables, printLink(tables, link) ?? '');
  if (!read) throw new Error(`no link for ${JSON.stringify(link)}`);
  const { academy, profile, exercise } = completed(edition, read);
  return beginning(edition, {
    edition: edition.id,
    academy,
    profile,
    exercise,
    seed: seedOf(read),
  });
}

/** The step asked; the one where the exercise begins when that is further; or the reason why it cannot be reached. */
function arrives(edition: Edition, first: World, step: Step): boolean {
  const world = walkTo(edition, first, step).flat().reduce(evolve, first);
  const [here, begun] = [world, first].map((one) => steps.indexOf(stepOf(one)));
  const wanted = steps.indexOf(step);
  return (
    here === wanted ||
    (begun !== undefined && begun > wanted && here === begun) ||
    advise(edition, world).reason !== null
  );
}

test('the longest link, seat and page included, leaves a host of 32 signs within 80', () => {
  const links = longestLinks(tables);
  expect(links).toHaveLength(
    Object.keys(tables.editions).length * Object.keys(tables.exercises).length,
  );
  expect(links.filter(({ length }) => length > ownMost)).toEqual([]);
  expect('https://'.length + hostMost + ownMost).toBe(linkMost);
  expect(hostMost).toBe(32);
  // What the longest ones say is read back: they are links that the site can produce.
  for (const link of links) expect(parseLink(tables, link.split('#')[1] ?? '')?.seat).toBe(30);
});

describe.each(editionIds())('%s', (id) => {
  const edition = editionOf(id);

  test('every link that makes sense is read back as it was, with any seat and any step, and proposes itself', () => {
    const wrong = choicesOf(edition).flatMap((choice, n) => {
      const seat = n % 31 === 0 ? null : n % 31;
      return [null, ...steps].flatMap((step) => {
        const link = linkOf(edition, choice, { seat, step });
        const hash = printLink(tables, link);
        const read = hash === null ? null : parseLink(tables, hash);
        const same =
          read !== null &&
          isOf(edition, read) &&
          completed(edition, read).profile === choice.profile;
        return same && JSON.stringify({ ...read }) === JSON.stringify(link) && hash !== null
          ? hash.length + '/simulateur/'.length > ownMost
            ? [`long: ${hash}`]
            : []
          : [`${hash ?? JSON.stringify(link)}`];
      });
    });
    expect(wrong).toEqual([]);
  });

  test('a link that does not make sense opens on the nearest exercise that does', () => {
    for (const academy of Object.keys(tables.academies))
      for (const exercise of [
        'outre-mer',
        'pas-sur-la-liste',
        'scrutin-manquant',
        'premier-jour',
      ]) {
        const read = linkOf(edition, { academy, profile: 'certifie-caledonie', exercise });
        const { academy: there, profile, exercise: what } = completed(edition, read);
        expect(suits(edition, { academy: there, profile, exercise: what }), academy).toBe(true);
      }
  });

  test(
    'every exercise begins with each academy and each profile, and stands on the step asked',
    () => {
      const lost: string[] = [];
      for (const choice of whole ? choicesOf(edition) : covering(edition)) {
        const first = opened(edition, linkOf(edition, choice, { seat: 7 }));
        const { academy, profile, exercise } = first.setup;
        if (JSON.stringify({ academy, profile, exercise }) !== JSON.stringify(choice))
          lost.push(`became another: ${JSON.stringify(choice)}`);
        for (const step of steps)
          if (!arrives(edition, first, step)) lost.push(`${JSON.stringify(choice)} ${step}`);
      }
      expect(lost).toEqual([]);
    },
    whole ? 3_600_000 : 240_000,
  );

  test('a page that is asked for is stood on, or left aside when the exercise does not pass it', () => {
    const never = new Set(Object.keys(edition.screens));
    for (const exercise of Object.keys(edition.exercises)) {
      const choice = choicesOf(edition).find((one) => one.exercise === exercise);
      if (!choice) continue;
      const first = opened(edition, linkOf(edition, choice));
      for (const [screen, way] of pagesOnTheWay(edition, first)) {
        expect(way.flat().reduce(evolve, first).screen, `${exercise} ${screen}`).toBe(screen);
        const hash = printLink(tables, linkOf(edition, choice, { screen }));
        expect(parseLink(tables, hash ?? '')?.screen).toBe(screen);
        never.delete(screen);
      }
    }
    // What only an academy with the identifier tool has is proven with the map (tests/unit/pages/plan.test.ts).
    expect([...never].filter((screen) => !screen.startsWith('identi'))).toEqual([]);
  });
});
