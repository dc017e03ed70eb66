// The local contact: nothing when nobody filled it in; else where a reader is stuck, and never on a simulated screen.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleFolder } from '../../src/offline/bundle.ts';
import { filesOf, isRedirect, pathOf } from '../../src/tools/dist.ts';
import { root, siteFolder } from '../../src/tools/run.ts';
import { serveSite, type SiteServer } from '../../src/tools/serve.ts';
import { accessFaults } from '../support/access-faults.ts';
import { buildWith } from '../support/filled-edition.ts';
import { expect, test } from '../support/guide-test.ts';

const name = 'Association des Tilleuls';
const contact =
  'permanence d’essai le mardi de 12 heures à 14 heures en salle des personnels, ou au premier étage du bâtiment B, porte de gauche';

const withRelay = () =>
  buildWith('relay', {
    'editeur.yaml': readFileSync(join(root, 'content/editeur.yaml'), 'utf8')
      .replace('site: inconnu', 'site: www.exemple.fr')
      .replace('  nom: inconnu', `  nom: ${name}`)
      .replace('  contact: inconnu', `  contact: ${contact}`)
      .replace('  couleur: inconnu', "  couleur: '#2e7d32'"),
  });

const saying = (dir: string, words: string) =>
  filesOf(dir).filter((file) => readFileSync(join(dir, file), 'utf8').includes(words));

test('a copy whose publisher is unknown shows no contact at all', () =>
  expect(saying(siteFolder, 'data-relay')).toEqual([]));

test.describe('a copy with a contact', () => {
  test.describe.configure({ mode: 'serial', timeout: 300_000 });
  let dir = '';
  let site: SiteServer;
  test.beforeAll(async () => {
    // A whole site is built, the first time.
    test.setTimeout(300_000);
    dir = await withRelay();
    site = await serveSite({ dir, port: 4370 + test.info().parallelIndex });
  });
  test.afterAll(() => site.stop());

  test('shows it on every situation, on every academy’s page and on its simple version', () => {
    const shown = saying(dir, name).map(pathOf);
    const expected = filesOf(dir)
      .map(pathOf)
      .filter(
        (path) =>
          /^\/ca-bloque\/[a-z-]+\/$/u.test(path) ||
          /^\/elections\/men-2026\/[a-z-]+\/(?:simple\/)?$/u.test(path),
      )
      .filter((path) => !path.endsWith('/plan/'))
      .filter((path) => !isRedirect(readFileSync(join(dir, path, 'index.html'), 'utf8')));
    expect(expected.length).toBeGreaterThan(80);
    expect(expected.filter((path) => !shown.includes(path))).toEqual([]);
  });

  test('on each printed sheet, whole, beside a box that stays empty', async ({ page }) => {
    for (const sheet of ['papillon', 'affiche', 'grands-caracteres']) {
      await page.goto(`${site.address}/partager/saint-pierre-et-miquelon/${sheet}/`);
      await page.emulateMedia({ media: 'print' });
      const relay = page.locator('.sheet [data-relay]').first();
      await expect(relay, sheet).toContainText(name);
      await expect(relay, sheet).toContainText(contact);
      await expect(page.locator('.sheet .box').first(), sheet).toBeEmpty();
      const pdf = await page.pdf({ preferCSSPageSize: true });
      const pages = pdf.toString('latin1').match(/\/Type \/Page\b/gu)?.length;
      expect(pages, sheet).toBe(sheet === 'grands-caracteres' ? 2 : 1);
      await page.emulateMedia({ media: null });
    }
  });

  test('never on a simulated screen, nor in what the simulator loads', () =>
    expect(
      [...saying(dir, name), ...saying(dir, contact)].filter(
        (file) =>
          // A bundle is guide pages again, for « tout garder »: the simulator loads none.
          !`/${file}`.startsWith(bundleFolder) &&
          (!file.endsWith('.html') || file.startsWith('simulateur/')),
      ),
    ).toEqual([]));

  test('as text and a stroke of its colour, which nothing blocks', async ({ page }) => {
    const blocked: string[] = [];
    // A feature that this browser no longer has cannot be closed: it says so, and nothing is blocked.
    const gone = /^Error with Permissions-Policy header: Unrecognized feature/u;
    page.on('console', (message) => {
      if (!gone.test(message.text())) blocked.push(message.text());
    });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width: 320, height: 568 });
      await page.goto(`${site.address}/ca-bloque/code-perdu/`);
      const relay = page.locator('[data-relay]');
      await expect(relay).toContainText(name);
      await expect(relay).toContainText(contact);
      await expect(relay.locator('rect')).toHaveCSS('fill', 'rgb(46, 125, 50)');
      await expect(relay.locator('a')).toHaveCount(0);
      expect(await accessFaults(page)).toEqual([]);
    }
    expect(blocked).toEqual([]);
  });

  test('and its own address in the links to share, even without a script', () => {
    const html = readFileSync(join(dir, 'partager/grenoble/index.html'), 'utf8');
    expect(html).toContain('www.exemple.fr/elections/men-2026/grenoble/');
  });
});
