// The pages of the guide by touch and by keyboard: one of each kind.
import { expect, test } from '../../support/guide-test.ts';
import { pageKinds } from '../../support/page-kinds.ts';
import { namesApart, smallTargets, tabThrough } from './screens.ts';

for (const [scheme, half] of [
  ['light', 0],
  ['dark', 1],
] as const)
  test(`a page of each kind: targets of 24 pixels, a ring of 3 to 1 at each stop, nothing covered (${scheme})`, async ({
    page,
  }) => {
    test.setTimeout(600_000);
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width: 360, height: 740 });
    const faults: string[] = [];
    for (const path of pageKinds.filter((_, n) => n % 2 === half)) {
      await page.goto(path);
      const small = await smallTargets(page);
      const apart = await namesApart(page);
      const tabbed = await tabThrough(page);
      expect(tabbed.stops, path).toBeGreaterThan(3);
      faults.push(...[...small, ...apart, ...tabbed.faults].map((fault) => `${path}: ${fault}`));
    }
    expect(faults).toEqual([]);
  });

test('a link among words is underlined: no colour says alone that it is one', async ({ page }) => {
  test.setTimeout(180_000);
  for (const path of pageKinds) {
    await page.goto(path);
    const bare = await page.locator('main :is(p, li, dd, td) a').evaluateAll((links) =>
      links
        .filter((link) => {
          const { display, textDecorationLine } = getComputedStyle(link);
          // What has a box of its own is seen by its box.
          return display === 'inline' && !textDecorationLine.includes('underline');
        })
        .map((link) => link.textContent),
    );
    expect(bare, path).toEqual([]);
  }
});

test('a field about the reader leaves nothing to the browser, and has its label', async ({
  page,
}) => {
  await page.goto('/partager/la-reunion/');
  // What is folded has no name: it is not there for anybody.
  await page.locator('details').evaluateAll((folds) => {
    for (const fold of folds) if (fold instanceof HTMLDetailsElement) fold.open = true;
  });
  const fields = page.locator('[id^="message-"]');
  expect(await fields.count()).toBeGreaterThan(0);
  for (const field of await fields.all()) {
    await expect(field).toHaveAttribute('autocomplete', 'off');
    await expect(field).toHaveAccessibleName(/./u);
  }
});

test('the skip link is the first stop, and leads to the words of the page', async ({ page }) => {
  await page.goto('/ca-bloque/code-perdu/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Aller au contenu' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await page.keyboard.press('Tab');
  const inside = await page.evaluate(
    () => document.querySelector('main')?.contains(document.activeElement) ?? false,
  );
  expect(inside).toBe(true);
});
