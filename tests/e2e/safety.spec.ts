import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf, isRedirect, loneFile, pageFiles, pathOf } from '../../src/tools/dist.ts';
import { breachesOf, inlineScripts, inlineStyles, tagsOf } from '../../src/tools/policy.ts';
import { siteFolder } from '../../src/tools/run.ts';
import { expect, test } from '../support/guide-test.ts';
import { tricksOf } from '../support/tricks.ts';

const pages = pageFiles(siteFolder).map((file) => ({
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

test('no script of the site, inline or not, turns a text into a program', () => {
  const scripts = [
    ...filesOf(siteFolder)
      .filter((file) => file.endsWith('.js'))
      .map((file) => [file, readFileSync(join(siteFolder, file), 'utf8')] as const),
    ...pages.flatMap(({ file, html }) => inlineScripts(html).map((text) => [file, text] as const)),
  ];
  expect(scripts.length).toBeGreaterThan(20);
  const program = /\beval\(|\bnew Function\(|\bdocument\.write\(|\bset(?:Timeout|Interval)\(["'`]/u;
  expect(scripts.filter(([, text]) => program.test(text)).map(([file]) => file)).toEqual([]);
});

test('every page carries its policy', () => {
  const without = pages.filter(
    ({ html }) => !html.includes('http-equiv="Content-Security-Policy"'),
  );
  expect(without.map(({ file }) => file)).toEqual([]);
});

test.describe('nobody is fooled by what is simulated', () => {
  const simulated = pages.filter(
    ({ path }) => path === '/simulateur/' || path === '/animer/imprimer/',
  );
  const lone = { path: `/${loneFile}`, html: readFileSync(join(siteFolder, loneFile), 'utf8') };

  test('its pages say EXERCICE in their title, hold no field, and are kept out of search engines', () => {
    expect(simulated).toHaveLength(2);
    for (const { path, html } of [...simulated, lone]) {
      const tags = tagsOf(html);
      const robots = tags.find(({ attributes }) => attributes.get('name') === 'robots');
      expect(robots?.attributes.get('content'), path).toContain('noindex');
      expect(html, path).toMatch(/<title>EXERCICE\b/u);
      const fields = tags.filter(({ name }) => /^(?:input|textarea|select|form)$/u.test(name));
      expect(path === '/animer/imprimer/' ? [] : fields, path).toEqual([]);
    }
  });

  test('nothing that an exercise may show names a real host, a real address or a real person', () => {
    const data = filesOf(siteFolder).filter((file) =>
      /^data\/(?:exercices\/)?(?:communs|men-\d+)\.json$/u.test(file),
    );
    expect(data.length).toBeGreaterThan(6);
    const found = data.flatMap((file) =>
      tricksOf(readFileSync(join(siteFolder, file), 'utf8')).map((trick) => `${file}: ${trick}`),
    );
    expect(found).toEqual([]);
  });

  test('its mails come from an exercise, or are the traps that one learns to see', () => {
    const traps = ['Bureau du vote rapide', 'Support messagerie'];
    const senders = filesOf(siteFolder)
      .filter((file) => /^data\/(?:communs|men-\d+)\.json$/u.test(file))
      .flatMap((file) => [
        ...readFileSync(join(siteFolder, file), 'utf8').matchAll(
          /"sender":"([^"<]*?) ?(?:<[^"]*)?"/gu,
        ),
      ])
      .map(([, name = '']) => name);
    expect(senders.length).toBeGreaterThan(15);
    expect(senders.filter((name) => !/ d’exercice$/u.test(name) && !traps.includes(name))).toEqual(
      [],
    );
  });
});

test('nothing of the site looks like the State: no typeface, no emblem, no class, no colour of its own', () => {
  const state = [0x000091, 0x6a6af4, 0xe1000f, 0xc9191e].map(rgb);
  const troubles = pages.flatMap(({ file, html }) => {
    const drawn =
      inlineStyles(html).join('\n') + (html.match(/<svg[\s\S]*?<\/svg>/gu) ?? []).join('\n');
    const colours = [...drawn.matchAll(/#([0-9a-f]{6})\b/giu)].map(([, hex = '']) => hex);
    return [
      ...(/@font-face|font-family:[^;}]*(?:Marianne|Spectral)/iu.test(drawn) ? ['a typeface'] : []),
      ...(/\bclass="(?:[^"]* )?fr-|\bdsfr\b/iu.test(html) ? ['a class'] : []),
      ...(/<(?:img|svg|use)\b[^>]*(?:marianne|republique|gouv)/iu.test(html) ? ['an emblem'] : []),
      ...new Set(
        colours.filter((hex) => state.some((one) => near(one, rgb(Number.parseInt(hex, 16))))),
      ),
    ].map((what) => `${file}: ${what}`);
  });
  expect(troubles).toEqual([]);
});

function rgb(colour: number): readonly [number, number, number] {
  return [colour >> 16, (colour >> 8) & 255, colour & 255];
}
function near(one: ReturnType<typeof rgb>, other: ReturnType<typeof rgb>): boolean {
  return Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]) < 32;
}

test('the headers of the site say what a page cannot say', async ({ request }) => {
  const headers = (await request.get('/')).headers();
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  expect(headers['content-security-policy']).not.toContain('unsafe');
  expect(headers['cross-origin-opener-policy']).toBe('same-origin');
  expect(headers['referrer-policy']).toBe('no-referrer');
  expect(headers['x-content-type-options']).toBe('nosniff');
});

test('what we do not use is closed: a page could not ask for it', async ({ page }) => {
  await page.goto('/simulateur/');
  const open: unknown = await page.evaluate(() => {
    // Chromium's own, which no other engine has, and no type either.
    const policy: unknown = Reflect.get(document, 'featurePolicy');
    const list: unknown = policy instanceof Object ? Reflect.get(policy, 'allowedFeatures') : null;
    const features: unknown = list instanceof Function ? Reflect.apply(list, policy, []) : [];
    return features;
  });
  expect(open).toContain('clipboard-write');
  for (const closed of ['camera', 'microphone', 'geolocation', 'payment', 'usb', 'clipboard-read'])
    expect(open).not.toContain(closed);
});

test('the watch over the policy sees what any context breaks', async ({ browser, violations }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto('/');
  await page.evaluate(() => document.body.setAttribute('style', 'color: red'));
  // Once by the page's policy, once by the header's.
  await expect.poll(() => violations).toHaveLength(2);
  for (const what of violations.splice(0)) expect(what).toContain('style-src-attr refuses inline');
  await context.close();
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
