/**
 * `test` for pages of the guide: after an opening or a reload, waits until the scripts that come after the words have
 * run. A reader sees them arrive; a test that looks at what they do must not depend on how fast.
 */
import type { Page } from '@playwright/test';
import { test as base } from './policy-watch.ts';

export { expect } from './policy-watch.ts';

/** A module asked for twice runs once: this only waits for it. A script that cannot be had is the test's own affair. */
export async function scriptsDone(page: Page): Promise<void> {
  await page
    .evaluate(() =>
      Promise.allSettled(
        [...document.querySelectorAll<HTMLScriptElement>('script[type="late"]')].map(
          ({ src }) => import(src),
        ),
      ).then(() => undefined),
    )
    .catch(() => undefined);
}

export const test = base.extend({
  context: async ({ context }, use) => {
    const newPage = context.newPage.bind(context);
    context.newPage = async () => {
      const page = await newPage();
      const goto = page.goto.bind(page);
      const reload = page.reload.bind(page);
      page.goto = async (url, options) => {
        const response = await goto(url, options);
        await scriptsDone(page);
        return response;
      };
      page.reload = async (options) => {
        const response = await reload(options);
        await scriptsDone(page);
        return response;
      };
      return page;
    };
    await use(context);
  },
});
