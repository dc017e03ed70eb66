// « Ça bloque » as built: questions that unfold without any script, sixteen pages that everybody can read, links that arrive.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { siteFolder } from '../../src/tools/run.ts';
import { accessFaults } from '../support/access-faults.ts';
import { guidePages } from '../support/release.ts';
import { expect, test } from '../support/guide-test.ts';

const pages = guidePages(siteFolder).filter((path) => /^\/ca-bloque\/.+/.test(path));

test('sixteen situations are built', () => expect(pages).toHaveLength(16));

test('no heading stands over nothing', () => {
  const bare = pages.filter((page) =>
    /<\/h2>\s*(?:<div[^>]*>\s*)?<h2/.test(
      readFileSync(join(siteFolder, page, 'index.html'), 'utf8'),
    ),
  );
  expect(bare).toEqual([]);
});

test('the parts of each stand in their order, the past folded', () => {
  const order = [
    'rassurer',
    'maintenant',
    'ensuite',
    'qui-appeler',
    'message',
    'en-2026',
    'autrefois',
    'exercice',
  ];
  for (const page of pages) {
    const html = readFileSync(join(siteFolder, page, 'index.html'), 'utf8');
    const places = order.map((id) => html.indexOf(`id="${id}"`));
    expect(Math.min(...places), page).toBeGreaterThan(0);
    expect(places, page).toEqual([...places].sort((a, b) => a - b));
    expect(html.slice(places[6], places[7]), page).not.toMatch(/<details[^>]* open/);
  }
});

test('on the last evening no page puts anything off to the next morning', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-12-09T20:00:00+01:00'));
  await page.goto('/ca-bloque/code-perdu/');
  await expect(page.locator('li', { hasText: 'Demain matin' })).toBeVisible();
  await page.clock.setFixedTime(new Date('2026-12-10T20:00:00+01:00'));
  await page.goto('/ca-bloque/code-perdu/');
  await expect(page.locator('li', { hasText: 'Demain matin' })).toBeHidden();
  // Before the gestures: offices may be closed.
  const last = page.locator('#dernier-jour');
  await expect(last).toContainText('Plus personne au secrétariat');
  const [told, gestures] = await Promise.all([
    last.boundingBox(),
    page.locator('#maintenant').boundingBox(),
  ]);
  expect(told?.y).toBeLessThan(gestures?.y ?? 0);
  await expect(page.locator('p', { hasText: 'ne gardez rien pour le lendemain' })).toBeVisible();
});

test('on the last day, when the vote may be over before the evening, no page counts on the evening', async ({
  page,
}) => {
  await page.clock.setFixedTime(new Date('2026-12-10T14:00:00+01:00'));
  for (const slug of ['portail-en-panne', 'code-perdu', 'lettre-jamais-recue']) {
    await page.goto(`/ca-bloque/${slug}/`);
    await expect(page.locator('#ensuite'), slug).toBeHidden();
    await expect(page.locator('li', { hasText: 'Ce soir' }).first(), slug).toBeHidden();
  }
});

for (const edition of ['men-2014', 'men-2018', 'men-2022']) {
  test(`every refusal of ${edition} leads to a page and an anchor that are there`, () => {
    const data = ['communs', edition]
      .map((name) => readFileSync(join(siteFolder, `data/${name}.json`), 'utf8'))
      .join();
    const links = [...data.matchAll(/"situation":"([a-z0-9-]+)#([a-z0-9-]+)"/g)];
    expect(links.length).toBeGreaterThanOrEqual(40);
    for (const [, page = '', anchor = ''] of links) {
      const html = readFileSync(join(siteFolder, 'ca-bloque', page, 'index.html'), 'utf8');
      expect(html, `${page}#${anchor}`).toContain(`id="${anchor}"`);
    }
  });
}

test.describe('without any script', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 568 } });
  test('two questions lead to a page, by keyboard alone', async ({ page }) => {
    await page.goto('/ca-bloque/');
    await expect(page.locator('#questions')).toBeInViewport();
    await page.locator('summary', { hasText: 'Dans ma messagerie' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('summary', { hasText: 'un courriel pose problème' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Son lien ne marche pas' }).focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/ca-bloque\/lien-mort\/$/);
  });
});

for (const scheme of ['light', 'dark'] as const) {
  test(`nothing stands in the way of assistive technology (${scheme})`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width: 320, height: 568 });
    const faults: string[] = [];
    for (const path of ['/ca-bloque/', ...pages]) {
      await page.goto(path);
      // Folded text is read too.
      for (const fold of await page.locator('main details').all())
        await fold.evaluate((element) => element.setAttribute('open', ''));
      faults.push(...(await accessFaults(page)).map((fault) => `${path}: ${fault}`));
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (over > 0) faults.push(`${path}: ${over} px too wide`);
    }
    expect(faults).toEqual([]);
  });
}

test('once the vote is over, a page that helps to vote says so; before, it does not', async ({
  page,
}) => {
  for (const path of ['/ca-bloque/code-perdu/', '/aider/parent/']) {
    await page.clock.setFixedTime(new Date('2026-12-09T20:00:00+01:00'));
    await page.goto(path);
    await expect(page.getByText('ce vote est terminé')).toBeHidden();
    await page.clock.setFixedTime(new Date('2026-12-11T13:00:00+01:00'));
    await page.goto(path);
    await expect(page.getByText('ce vote est terminé')).toBeVisible();
  }
});
