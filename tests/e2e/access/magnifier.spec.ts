/**
 * Through a magnifier one sees a quarter of the screen, around the focus. Whatever belongs together is in it: a refused
 * field with its label and what is wrong; the last field with the button that sends; a new page with its title and what
 * has just happened. Nothing goes away by itself meanwhile.
 */
import type { Page } from '@playwright/test';
import { expect, test } from '../../support/policy-watch.ts';
import { editionIds, openScreen, screensOf } from './screens.ts';

const screens = [
  { width: 1280, height: 720 },
  { width: 360, height: 740 },
] as const;

/**
 * What lies outside of the window: half the width and half the height of the screen, its middle on the focus, or on its
 * first line where it is larger than the window.
 */
function outside(page: Page, ...wanted: readonly string[]): Promise<readonly string[]> {
  return page.evaluate((selectors) => {
    const here = document.activeElement;
    if (!here || here === document.body) return ['the focus is lost'];
    const focus = here.getBoundingClientRect();
    const [wide, high] = [innerWidth / 2, innerHeight / 2];
    const lens = (from: number, length: number, half: number) =>
      length > half ? from + half / 2 : from + length / 2;
    const [x, y] = [lens(focus.left, focus.width, wide), lens(focus.top, focus.height, high)];
    return selectors.flatMap((selector) => {
      const thing = document.querySelector(selector);
      if (!thing) return [`${selector}: is not there`];
      const box = thing.getBoundingClientRect();
      // Its beginning is what one has to meet; from there one follows the line.
      const near =
        box.left >= x - wide / 2 - 1 &&
        box.left <= x + wide / 2 &&
        box.top >= y - high / 2 - 1 &&
        box.top <= y + high / 2;
      const gap = `${String(Math.round(box.left - x))}, ${String(Math.round(box.top - y))}`;
      return near ? [] : [`${selector}: at ${gap} of the focus`];
    });
  }, wanted);
}

/** Forms of an election; those that it shares with an earlier one, word for word, were looked at there. */
const alike = new Set<string>();
const forms = editionIds().map((edition) => ({
  edition,
  ids: screensOf(edition)
    .filter(({ fields }) => fields.length > 0)
    .filter(({ id, fields, intro }) => {
      const print = JSON.stringify([id, fields, intro]);
      const first = !alike.has(print);
      alike.add(print);
      return first;
    })
    .map(({ id }) => id),
}));

for (const { edition, ids } of forms)
  for (const size of screens)
    test(`${edition}, ${size.width} × ${size.height}: through a magnifier, a refused field has its label, what is wrong and the next thing beside it`, async ({
      page,
    }) => {
      test.setTimeout(300_000);
      await page.setViewportSize(size);
      const faults: string[] = [];
      for (const id of ids) {
        await openScreen(page, edition, id);
        const form = page.locator('.screen form');
        if ((await form.count()) === 0) continue;
        await form.locator('button[type="submit"]').click();
        await expect(page.locator('.frame[aria-busy="true"]')).toHaveCount(0);
        await expect(page.locator('.refusal').first()).toBeVisible();
        const fields = await form.locator('[aria-invalid]').all();
        for (const [n, field] of fields.entries()) {
          await field.focus();
          const name = (await field.getAttribute('id')) ?? '';
          const refused = (await field.getAttribute('aria-invalid')) === 'true';
          const last = n === fields.length - 1;
          const away = await outside(
            page,
            `label[for="${name}"]`,
            ...(refused ? [`#${name}-refus`] : []),
            ...(last ? ['.screen form button[type="submit"]'] : []),
          );
          faults.push(...away.map((fault) => `${id}, ${name}: ${fault}`));
        }
      }
      expect(faults).toEqual([]);
    });

test('through a magnifier, a gesture that changes the page brings the title and what has just happened', async ({
  page,
}) => {
  for (const size of screens) {
    await page.setViewportSize(size);
    await openScreen(page, 'men-2022', 'people');
    await page.getByRole('button', { name: 'Demander mon NUMEN au secrétariat' }).click();
    await expect(page.locator('.slip')).toBeFocused();
    expect(await outside(page, '.slip p')).toEqual([]);
    await page.getByRole('button', { name: /^ordinateur/ }).click();
    await expect(page.locator('.screen form')).toBeVisible();
    for (const fill of await page
      .locator('.screen form')
      .getByRole('button', { name: /^remplir/ })
      .all())
      await fill.click();
    await page.locator('.screen form button[type="submit"]').click();
    await expect(page.locator('#titre-ecran')).toHaveText('Courriels reçus');
    await expect(page.locator('#titre-ecran')).toBeFocused();
    expect(await outside(page, '#titre-ecran', '.happened')).toEqual([]);
  }
});

test('no message goes away by itself: ten minutes later a refusal and a status are still there', async ({
  page,
}) => {
  await page.clock.install();
  await openScreen(page, 'men-2022', 'booth-entry');
  await page.locator('.screen form button[type="submit"]').click();
  await expect(page.locator('.refusal').first()).toBeVisible();
  const words = () => page.locator('.frame').innerText();
  const before = await words();
  await page.clock.runFor(600_000);
  expect(await words()).toBe(before);
  await expect(page.locator('.screen form input').first()).toBeFocused();
});
