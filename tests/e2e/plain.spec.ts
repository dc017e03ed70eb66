// What is left when a browser has no scripts, no pictures or no styles: everything that matters, in order.
import type { Page } from '@playwright/test';
import { pageKinds } from '../support/page-kinds.ts';
import { expect, test } from '../support/guide-test.ts';

const titleOf = (page: Page) => page.getByRole('heading', { level: 1 });

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('no page shows a field or a button that would do nothing', async ({ page }) => {
    for (const path of pageKinds) {
      await page.goto(path);
      await expect(titleOf(page), path).toBeVisible();
      // The boxes of the memory sheet are ticked, then printed: a browser does both by itself.
      for (const role of ['button', 'textbox', 'searchbox'] as const)
        await expect(page.getByRole(role), `${path}: ${role}`).toHaveCount(0);
    }
  });
  test('a page that needs them says so, and what to do instead', async ({ page }) => {
    for (const path of ['/simulateur/', '/recherche/', '/hors-ligne/']) {
      await page.goto(path);
      // Locators look past <noscript>: what is drawn is asked instead.
      const drawn = await page.evaluate(() => document.body.innerText);
      expect(drawn, path).toContain('JavaScript');
    }
  });
});

test('without pictures, each has words in its place, or says nothing that the text does not', async ({
  page,
}) => {
  await page.route(/\.(?:svg|png|webp|avif|jpe?g)$/u, (route) => route.abort());
  for (const path of pageKinds) {
    await page.goto(path);
    const silent = await page.evaluate(() =>
      [
        ...[...document.querySelectorAll('img')].filter((image) => !image.hasAttribute('alt')),
        ...[...document.querySelectorAll('svg')].filter(
          (drawing) =>
            drawing.getAttribute('aria-hidden') !== 'true' &&
            drawing.getAttribute('role') !== 'img' &&
            drawing.closest('[aria-hidden="true"],[aria-label]') === null,
        ),
      ].map((element) => element.outerHTML.slice(0, 100)),
    );
    expect(silent, path).toEqual([]);
  }
});

test.describe('without styles', () => {
  test('what is hidden stays hidden, the title is there, no small drawing fills the screen', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    for (const path of pageKinds) {
      await page.goto(path);
      await page.evaluate(() => {
        for (const sheet of document.querySelectorAll('style,link[rel=stylesheet]')) sheet.remove();
      });
      await expect(titleOf(page), path).toBeVisible();
      const faults = await page.evaluate(() =>
        [
          ...[...document.querySelectorAll('[hidden]')].filter(
            (part) => part.getClientRects().length > 0,
          ),
          ...[...document.querySelectorAll('svg[aria-hidden]')].filter(
            (drawing) => drawing.getBoundingClientRect().height > 100,
          ),
        ].map((part) => part.outerHTML.slice(0, 100)),
      );
      expect(faults, path).toEqual([]);
    }
  });
});
