/**
 * `test` in which no page may break its policy, whatever the test looks at: every context of the browser tells its
 * violations, and one is enough to fail. A test that breaks it on purpose empties `violations`.
 */
import { test as base, type BrowserContext } from '@playwright/test';

export { expect } from '@playwright/test';

/** Notes every violation of every page of a context, as « style-src-elem refuses inline on /path/ ». */
export async function watchPolicy(context: BrowserContext, into: string[]): Promise<void> {
  await context.exposeBinding(
    'reportViolation',
    (_, what: unknown) => void into.push(String(what)),
  );
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const what = `${event.effectiveDirective} refuses ${event.blockedURI} on ${location.pathname} ${event.sample}`;
      const report: unknown = Reflect.get(window, 'reportViolation');
      if (typeof report === 'function') Reflect.apply(report, window, [what]);
    });
  });
}

type Watch = {
  /** What was refused so far. */
  readonly violations: string[];
};

export const test = base.extend<Watch>({
  violations: [
    async ({ browser }, use) => {
      const violations: string[] = [];
      // Also the contexts that a test opens by itself, beside the one that it was given.
      const newContext = browser.newContext.bind(browser);
      browser.newContext = async (options) => {
        const context = await newContext(options);
        await watchPolicy(context, violations);
        return context;
      };
      await use(violations);
      browser.newContext = newContext;
      base.expect(violations, 'what the policy refused').toEqual([]);
    },
    { auto: true },
  ],
});
