// Every link into the simulator that the built site holds, read as the start card reads it; some opened in a browser.
import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCodes, loadEdition } from '../../src/lib/editions.ts';
import { steps, stepOf, walkTo, advise } from '../../src/simulator/core/advice.ts';
import { evolve } from '../../src/simulator/core/evolve.ts';
import { beginning } from '../../src/simulator/core/prepare.ts';
import { suits } from '../../src/simulator/core/suits.ts';
import { pagesOnTheWay } from '../../src/simulator/core/way.ts';
import { parseLink, seedOf, type StartLink } from '../../src/simulator/links.ts';
import { filesOf } from '../../src/tools/dist.ts';
import { siteFolder } from '../../src/tools/run.ts';
import { expect, test } from '../support/guide-test.ts';

const tables = loadCodes();
const editions = new Map(Object.keys(tables.editions).map((id) => [id, loadEdition(id)]));
const hashes = [
  ...new Set(
    filesOf(siteFolder)
      .filter((file) => file.endsWith('.html'))
      .flatMap((file) =>
        [
          ...readFileSync(join(siteFolder, file), 'utf8').matchAll(
            /\/simulateur\/(#1\.[^"&\s<]+)/gu,
          ),
        ].map(([, hash = '']) => hash),
      ),
  ),
].sort();

/** What is wrong with a link, `null` when it opens where it says. */
function trouble(hash: string): string | null {
  const link = parseLink(tables, hash);
  const edition = link && editions.get(link.edition);
  if (!link || !edition) return 'means nothing';
  if (!suits(edition, link)) return 'names what does not go together';
  return lost({ ...link }, edition);
}

function lost(link: StartLink, edition: ReturnType<typeof loadEdition>): string | null {
  const first = beginning(edition, { ...link, seed: seedOf(link) });
  if (link.screen !== undefined) {
    const way = pagesOnTheWay(edition, first).get(link.screen);
    return way ? null : `never stands on ${link.screen}`;
  }
  if (link.step === null) return null;
  const world = walkTo(edition, first, link.step).flat().reduce(evolve, first);
  const here = steps.indexOf(stepOf(world));
  return here >= steps.indexOf(link.step) || advise(edition, world).reason !== null
    ? null
    : `stays at ${stepOf(world)}`;
}

test('every link of the site opens on the exercise, the step or the page that it says', () => {
  test.setTimeout(300_000);
  expect(hashes.length).toBeGreaterThan(300);
  const wrong = hashes.flatMap((hash) => {
    const found = trouble(hash);
    return found === null ? [] : [`${hash} ${found}`];
  });
  expect(wrong).toEqual([]);
  expect(hashes.filter((hash) => `/simulateur/${hash}`.length > 80)).toEqual([]);
});

const start = (page: Page) => page.getByRole('button', { name: 'Commencer l’exercice' });

test('a link of each kind opens in a browser, from its start card', async ({ page }) => {
  test.setTimeout(120_000);
  const of = (wanted: (link: StartLink) => boolean) =>
    hashes.find((hash) => {
      const link = parseLink(tables, hash);
      return link !== null && wanted(link);
    }) ?? '';
  const sample = new Set([
    ...[...editions.keys()].map((id) => of(({ edition, step }) => edition === id && step === null)),
    ...steps.map((one) => of(({ step }) => step === one)),
    of(({ screen }) => screen === 'receipts'),
    of(({ exercise }) => exercise === 'outre-mer'),
    of(({ profile }) => profile !== 'certifie'),
  ]);
  for (const hash of sample) {
    expect(hash).not.toBe('');
    await page.goto('about:blank');
    await page.goto(`/simulateur/${hash}`);
    await expect(page.getByText('Ce lien propose un exercice'), hash).toBeVisible();
    await expect(start(page)).toBeEnabled();
    await start(page).click();
    await expect(page.locator('#titre-ecran'), hash).toBeVisible();
    const screen = parseLink(tables, hash)?.screen;
    if (screen !== undefined) await expect(page.locator('#titre-ecran')).toHaveText(/preuve/i);
  }
});

test('the library leads to an exercise, and the exercise to its start card', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto('/');
  await page.getByRole('link', { name: 'Tous les exercices' }).click();
  await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText('Utiles cette année');
  await page.getByRole('link', { name: /^Le lien déjà utilisé/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Le lien déjà utilisé');
  await page.getByRole('link', { name: 'S’entraîner, écrans de 2022' }).click();
  await expect(page.getByLabel('Mon exercice')).toHaveValue('lien-deja-utilise');
});
