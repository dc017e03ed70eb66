// Every screen of every election, looked at as a rule would: axe in light and in dark, targets, the ring of the focus.
import { accessFaults } from '../../support/access-faults.ts';
import { expect, test } from '../../support/policy-watch.ts';
import {
  editionIds,
  namesApart,
  openScreen,
  screensOf,
  smallTargets,
  tabThrough,
} from './screens.ts';

for (const edition of editionIds()) {
  test(`every screen of ${edition}: nothing that axe would find, light or dark`, async ({
    page,
  }) => {
    test.setTimeout(600_000);
    await page.setViewportSize({ width: 360, height: 740 });
    const faults: string[] = [];
    for (const { id } of screensOf(edition)) {
      await page.emulateMedia({ colorScheme: 'light' });
      await openScreen(page, edition, id);
      const light = await accessFaults(page);
      await page.emulateMedia({ colorScheme: 'dark' });
      const dark = await accessFaults(page, ['color-contrast']);
      faults.push(...[...light, ...dark].map((fault) => `${id}: ${fault}`));
    }
    expect(faults).toEqual([]);
  });

  test(`every screen of ${edition}: targets of 24 pixels, a ring of 3 to 1 at each stop, nothing covered; the words that are seen are in the name that is heard`, async ({
    page,
  }) => {
    test.setTimeout(600_000);
    await page.setViewportSize({ width: 360, height: 740 });
    const faults: string[] = [];
    for (const [n, { id }] of screensOf(edition).entries()) {
      await page.emulateMedia({ colorScheme: n % 2 === 0 ? 'light' : 'dark' });
      await openScreen(page, edition, id);
      const small = await smallTargets(page);
      const apart = await namesApart(page);
      const tabbed = await tabThrough(page);
      expect(tabbed.stops, id).toBeGreaterThan(10);
      faults.push(...[...small, ...apart, ...tabbed.faults].map((fault) => `${id}: ${fault}`));
    }
    expect(faults).toEqual([]);
  });
}
