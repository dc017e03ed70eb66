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

/** Screens that one test opens: two workers share an election. */
const together = 9;

for (const edition of editionIds())
  for (let first = 0; first < screensOf(edition).length; first += together)
    test(`${edition}, screens from ${String(first + 1)} on: nothing that axe would find, light or dark; targets of 24 pixels, a ring of 3 to 1 at each stop, nothing covered; the words that are seen are in the name that is heard`, async ({
      page,
    }) => {
      test.setTimeout(180_000);
      await page.setViewportSize({ width: 360, height: 740 });
      const faults: string[] = [];
      for (const [n, { id }] of screensOf(edition)
        .slice(first, first + together)
        .entries()) {
        await page.emulateMedia({ colorScheme: 'light' });
        await openScreen(page, edition, id);
        const light = await accessFaults(page);
        await page.emulateMedia({ colorScheme: 'dark' });
        const dark = await accessFaults(page, ['color-contrast']);
        if (n % 2 === 0) await page.emulateMedia({ colorScheme: 'light' });
        const small = await smallTargets(page);
        const apart = await namesApart(page);
        const tabbed = await tabThrough(page);
        expect(tabbed.stops, id).toBeGreaterThan(10);
        const all = [...light, ...dark, ...small, ...apart, ...tabbed.faults];
        faults.push(...all.map((fault) => `${id}: ${fault}`));
      }
      expect(faults).toEqual([]);
    });
