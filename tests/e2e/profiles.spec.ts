// Every playable profile of every election, from the first mail to the results, by somebody who uses what is marked and nothing else.
import type { Locator, Page } from '@playwright/test';
import { editionIds, loadCodes, loadEdition } from '../../src/lib/editions.ts';
import { advise } from '../../src/simulator/core/advice.ts';
import type { Edition } from '../../src/simulator/core/edition.ts';
import type { Setup, World } from '../../src/simulator/core/portal.ts';
import { beginning } from '../../src/simulator/core/prepare.ts';
import { nearest } from '../../src/simulator/core/suits.ts';
import { hasVoted } from '../../src/simulator/core/views.ts';
import { printLink } from '../../src/simulator/links.ts';
import { obeyMarks } from '../unit/ui/obedient.ts';
import { expect, test } from '../support/guide-test.ts';
import { marks, obeyInside, patience } from '../support/obey-inside.ts';

const seed = 'KMPRTV';

/** One profile each, in one academy after the other, so that many are seen; in the whole way, or the exercise made for it. */
function setupsOf(edition: Edition): readonly Setup[] {
  const academies = Object.keys(edition.academies);
  return Object.keys(edition.profiles).map((profile, n) => {
    const academy = academies[(n * 5) % academies.length] ?? '';
    const choice = nearest(edition, { academy, profile, exercise: 'parcours-complet' }, 'profile');
    return { edition: edition.id, seed, ...choice };
  });
}

async function beginGuided(page: Page, setup: Setup): Promise<void> {
  const hash = printLink(loadCodes(), { ...setup, seat: null, step: null }) ?? '';
  // Another hash of the same page would not load it again.
  await page.goto('about:blank');
  await page.goto(`/simulateur/${hash}`);
  await page.getByRole('button', { name: 'Commencer l’exercice' }).click();
  const help = page.getByRole('button', { name: 'Coup de main' });
  await help.click();
  await page.getByRole('radio', { name: 'guidé', exact: true }).check();
  await help.click();
}

/** Buttons are pressed with a pointer, or reached and pressed with Enter. */
type Hand = 'pointer' | 'keyboard';

/**
 * Uses the one marked control as its kind wants; types only what an image shows, chooses only where it is told to choose.
 * @returns `false` when nothing is marked
 */
async function useMarked(page: Page, hand: Hand): Promise<boolean> {
  const kinds = await page.locator('.frame').evaluate(async (frame, marked) => {
    // A gesture that is still being sent takes no other one.
    while (frame.getAttribute('aria-busy') === 'true')
      await new Promise((done) => setTimeout(done, 5));
    return [...frame.querySelectorAll(marked)].map(({ localName }) => localName);
  }, marks);
  expect(kinds.length, 'one control at most is marked').toBeLessThanOrEqual(1);
  const [kind] = kinds;
  const at = page.locator(marks);
  if (kind === undefined) return false;
  if (kind === 'button') await (hand === 'pointer' ? at.click() : at.press('Enter'));
  else await answer(page, at, kind);
  return true;
}

async function answer(page: Page, at: Locator, kind: string): Promise<void> {
  switch (kind) {
    case 'select':
      await at.selectOption({ index: 1 });
      return;
    case 'input': {
      const image = page.getByRole('article').getByRole('img').locator('text');
      return at.fill((await image.allTextContents()).join('').replaceAll('\u00a0', ' '));
    }
    case 'fieldset':
      return at.getByRole('radio', { name: 'Vote blanc' }).check();
    case 'ul':
      return at.getByRole('button', { name: 'Vote blanc' }).click();
    default:
      throw new Error(`nobody can use a <${kind}>`);
  }
}

async function obey(page: Page, hand: Hand): Promise<void> {
  for (let press = 0; press < patience; press += 1) if (!(await useMarked(page, hand))) return;
  throw new Error('the marks lead round in circles');
}

/** Where the rules say that an obedient voter ends: some profiles end before a ballot, for a reason that has a name. */
function endOf(edition: Edition, setup: Setup): World {
  const begun = beginning(edition, setup);
  return obeyMarks(edition, begun).at(-1)?.world ?? begun;
}

for (const id of editionIds()) {
  const edition = loadEdition(id);
  test(`${id}: every profile is played from the first mail to the results, as the guide marks it`, async ({
    page,
  }) => {
    test.setTimeout(180_000);
    await page.setViewportSize({ width: 320, height: 640 });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    for (const [n, setup] of setupsOf(edition).entries())
      await test.step(`${setup.profile}, ${setup.academy}`, async () => {
        const end = endOf(edition, setup);
        await beginGuided(page, setup);
        await (n === 0
          ? obey(page, 'pointer')
          : n === 1
            ? obey(page, 'keyboard')
            : // A whole way in a second, once two voters have walked it with their hands.
              page.evaluate(obeyInside, [marks, patience] as const));
        if (advise(edition, end).reason !== null) {
          await expect(page.getByText('Ici, on ne peut plus voter').first()).toBeVisible();
          return;
        }
        expect(hasVoted(end)).toBe(true);
        // That card comes once every ballot is cast and every proof kept.
        await expect(page.getByText('Exercice terminé. Rien n’est parti d’ici.')).toBeVisible();
        const results = page.getByRole('article').getByRole('table');
        await expect(results).toHaveCount(end.persona.contests.length);
      });
  });
}
