import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf, isRedirect, pathOf } from '../../src/tools/dist.ts';
import { breachesOf, tagsOf } from '../../src/tools/policy.ts';
import { siteFolder } from '../../src/tools/run.ts';

const pages = filesOf(siteFolder)
  .filter((file) => file.endsWith('.html'))
  .map((file) => ({
    file,
    path: pathOf(file),
    html: readFileSync(join(siteFolder, file), 'utf8'),
  }));
const shown = pages.filter(({ html }) => !isRedirect(html));

test('no page holds a password field, a form that posts, an inline style or handler', () => {
  expect(pages.length).toBeGreaterThan(0);
  const found = pages.flatMap(({ file, html }) =>
    breachesOf(html).map((what) => `${file}: ${what}`),
  );
  expect(found).toEqual([]);
});

test('every page carries its policy', () => {
  const without = pages.filter(
    ({ html }) => !html.includes('http-equiv="Content-Security-Policy"'),
  );
  expect(without.map(({ file }) => file)).toEqual([]);
});

test('the simulator is kept out of search engines, and its page holds no field', () => {
  const simulator = pages.find(({ path }) => path === '/simulateur/');
  const tags = tagsOf(simulator?.html ?? '');
  const robots = tags.find(({ attributes }) => attributes.get('name') === 'robots');
  expect(robots?.attributes.get('content')).toContain('noindex');
  expect(tags.filter(({ name }) => /^(input|textarea|select|form)$/.test(name))).toEqual([]);
});

test('the headers of the site say what a page cannot say', async ({ request }) => {
  const headers = (await request.get('/')).headers();
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  expect(headers['cross-origin-opener-policy']).toBe('same-origin');
  expect(headers['referrer-policy']).toBe('no-referrer');
  expect(headers['x-content-type-options']).toBe('nosniff');
});

// Several crawls side by side: the machine has two cores, the site hundreds of pages.
const crawls = 4;
for (let crawl = 0; crawl < crawls; crawl++) {
  test(`no page breaks its policy, calls another host or complains (${crawl + 1} of ${crawls})`, async ({
    page,
    baseURL,
  }) => {
    test.setTimeout(180_000);
    const mine = shown.filter((_, index) => index % crawls === crawl);
    const troubles: string[] = [];
    let path = '';
    await page.exposeFunction('reportViolation', (what: string) => {
      troubles.push(`${path}: ${what}`);
    });
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        const what = `${event.effectiveDirective} refuses ${event.blockedURI} ${event.sample}`;
        const report: unknown = Reflect.get(window, 'reportViolation');
        if (typeof report === 'function') Reflect.apply(report, window, [what]);
      });
    });
    page.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (protocol !== 'data:' && origin !== baseURL)
        troubles.push(`${path}: asks ${request.url()}`);
    });
    page.on('console', (message) => {
      if (message.type() === 'error') troubles.push(`${path}: console says ${message.text()}`);
    });
    page.on('pageerror', (error) => troubles.push(`${path}: ${error.message}`));
    for (const each of mine) {
      path = each.path;
      await page.goto(path);
    }
    expect(troubles).toEqual([]);
  });
}
