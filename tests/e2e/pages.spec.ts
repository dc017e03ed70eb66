// Every built page, read as text; one page of each kind, read as assistive technology does.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { ballotRows, pastBallots, unfoundProfiles } from '../../src/lib/ballots.ts';
import { editionIds, loadEdition } from '../../src/lib/editions.ts';
import { firstScriptBudget, firstScriptBytes } from '../../src/tools/bench/site.ts';
import { isRedirect, pageFiles, pathOf } from '../../src/tools/dist.ts';
import { siteFolder } from '../../src/tools/run.ts';
import { accessFaults } from '../support/access-faults.ts';
import { breachesOf, presentTextOf } from '../support/forbidden-2026.ts';
import { pageKinds } from '../support/page-kinds.ts';
import { expect, test } from '../support/guide-test.ts';

const pages = pageFiles(siteFolder)
  .map((file) => ({ path: pathOf(file), html: readFileSync(join(siteFolder, file), 'utf8') }))
  .filter(({ html }) => !isRedirect(html));
const archive = /^\/elections\/men-20(14|18|22)\//;
const guide = pages.filter(({ path }) => path !== '/simulateur/');

test('no page about the coming vote says more than is known', () => {
  const breaches = guide
    .filter(({ path }) => !archive.test(path))
    .flatMap(({ path, html }) => {
      // Places where old elections are spoken of as such: contacts of an academy, the list of elections, why it exists.
      const present =
        /^\/(elections\/men-2026|ca-bloque|est-ce-mon-election|mes-scrutins|memo|aider|partager|signaler)?\/?/.exec(
          path,
        )?.[1];
      const vote = path === '/' || present !== undefined;
      return breachesOf(presentTextOf(html), vote ? 'vote' : 'everywhere').map(
        ({ name, found }) => `${path}: ${name}: « ${found} »`,
      );
    });
  expect(breaches).toEqual([]);
});

test('every page fits in one round trip', () => {
  const heavy = pages
    .map(({ path, html }) => ({ path, bytes: brotliCompressSync(html).length }))
    .filter(({ bytes }) => bytes > 14_000);
  expect(heavy).toEqual([]);
});

test('the start card of the simulator answers after little script', () => {
  expect(firstScriptBytes(siteFolder)).toBeLessThan(firstScriptBudget);
});

test('archives and exercises stay out of search engines', () => {
  const listed = pages
    .filter(({ path }) => archive.test(path) || path === '/simulateur/')
    .filter(({ html }) => !/<meta name="robots" content="[^"]*noindex/.test(html));
  expect(listed.map(({ path }) => path)).toEqual([]);
});

test('« mes scrutins » knows no list for the coming vote, and keeps every other one folded under « autrefois »', () => {
  const html = pages.find(({ path }) => path === '/mes-scrutins/')?.html ?? '';
  const present = presentTextOf(html);
  expect(present).toContain('Liste non connue');
  expect(present).not.toMatch(/\b20(?:14|18|22)\b|\d scrutins?\b/u);
  for (const { id, year } of pastBallots()) {
    const from = html.indexOf(`id="${id}"`);
    const table = html.slice(from, html.indexOf('</table>', from));
    expect(html).toMatch(new RegExp(`<details id="${id}"[^>]*>\\s*<summary[^>]*>Autrefois`));
    const told = presentTextOf(table);
    expect(told).toContain(year);
    for (const row of ballotRows(id)) {
      expect(table, row.id).toContain(`data-profile="${row.id}"`);
      expect(table, row.id).toContain(row.practice);
      for (const ballot of row.ballots) expect(told, row.id).toContain(ballot);
    }
    for (const { name } of unfoundProfiles(id)) expect(html).toContain(name);
  }
});

test('a plan tells documented from reconstructed in words and outside of any colour, page by page', () => {
  for (const id of editionIds()) {
    const html = pages.find(({ path }) => path === `/elections/${id}/plan/`)?.html ?? '';
    const screens = Object.values(loadEdition(id).screens);
    for (const [mark, word, letter] of [
      ['documented', 'documentée', 'D'],
      ['reconstructed', 'reconstituée', 'R'],
    ] as const) {
      const many = screens.filter((screen) => screen.mark === mark).length;
      expect(html).toContain(`${many} ${mark === 'documented' ? 'pages ' : ''}${word}`);
      const listed = html.split(`data-mark="${mark}"`).slice(1);
      expect(listed.length, `${id} ${mark}`).toBe(many);
      for (const entry of listed) expect(/<b[^>]*>([^<]+)<\/b>/.exec(entry)?.[1]).toBe(word);
      expect(html.split(`>${letter}</text>`).length - 1).toBe(many);
    }
  }
});

test('a page of the plan opens in the simulator, behind the start card', async ({ page }) => {
  await page.goto('/elections/men-2018/plan/');
  await page.getByRole('link', { name: 'Voir « Mon espace électeur » dans le simulateur' }).click();
  await page.getByRole('button', { name: 'Commencer l’exercice' }).click();
  await expect(page.getByRole('heading', { name: 'Mon espace électeur' })).toBeVisible();
});

for (const scheme of ['light', 'dark'] as const) {
  test(`nothing stands in the way of assistive technology (${scheme})`, async ({ page }) => {
    test.setTimeout(240_000);
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width: 360, height: 740 });
    const faults: string[] = [];
    for (const path of pageKinds) {
      await page.goto(path);
      faults.push(...(await accessFaults(page)).map((fault) => `${path}: ${fault}`));
    }
    expect(faults).toEqual([]);
  });
}

test('no page scrolls sideways at 320 px', async ({ page }) => {
  test.setTimeout(240_000);
  await page.setViewportSize({ width: 320, height: 568 });
  const wide: string[] = [];
  for (const path of pageKinds) {
    await page.goto(path);
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (over > 0) wide.push(`${path}: ${over} px`);
  }
  expect(wide).toEqual([]);
});
