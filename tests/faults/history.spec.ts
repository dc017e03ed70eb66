// The browser freezes a page whole and wakes it as it stood (« back/forward cache »): the exercise too, and what happened meanwhile.
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { browserFlags, findBrowser } from '../../src/tools/browser.mjs';
import { expect, test as base } from '../support/guide-test.ts';
import { watchPolicy } from '../support/policy-watch.ts';

/** The test driver closes that cache by default; readers have it open. */
const test = base.extend<{ readonly frozen: BrowserContext }>({
  frozen: async ({ baseURL, violations }, use) => {
    const executablePath = await findBrowser();
    const browser: Browser = await chromium.launch({
      ...(executablePath === null ? {} : { executablePath }),
      args: [...browserFlags],
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
    });
    const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}), locale: 'fr-FR' });
    await watchPolicy(context, violations);
    await use(context);
    await browser.close();
  },
});

const title = (page: Page) => page.locator('#titre-ecran');

async function take(page: Page, device: string): Promise<void> {
  const desk = page.getByRole('navigation', { name: 'Sur le bureau' });
  await desk.getByRole('button', { name: new RegExp(`^${device}`) }).click();
  await expect(page.locator('.frame')).not.toHaveAttribute('aria-busy', 'true');
}

async function begun(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.addInitScript(() => {
    addEventListener('pageshow', ({ persisted }) => {
      Reflect.set(globalThis, 'woken', persisted);
    });
  });
  await page.goto('/simulateur/#1.e8.gr.cd.pc.KMPRTV.v');
  await page.getByRole('button', { name: 'Commencer l’exercice' }).click();
  await expect(page.getByText('EXERCICE', { exact: true })).toBeVisible();
  return page;
}

const woken = (page: Page) => page.evaluate(() => Reflect.get(globalThis, 'woken') === true);

test('a frozen exercise wakes as it stood, and its next gesture is kept', async ({ frozen }) => {
  const page = await begun(frozen);
  await take(page, 'casier');
  const before = (await title(page).textContent()) ?? '';
  await page.goto('/ca-bloque/code-perdu/');
  await page.goBack({ waitUntil: 'commit' });
  await expect.poll(() => woken(page)).toBe(true);
  await expect(title(page)).toHaveText(before);
  await take(page, 'personnes');
  await expect(page.locator('.frame .notice')).toHaveCount(0);
  await page.reload();
  await page.locator('.kept li button').first().click();
  await expect(title(page)).toHaveText('Personnes à qui demander');
});

test('somebody went on elsewhere while it was frozen: once awake, or opened anew, it follows and loses nothing', async ({
  frozen,
}) => {
  const page = await begun(frozen);
  await page.goto('/ca-bloque/code-perdu/');
  const other = await frozen.newPage();
  await other.goto('/simulateur/');
  await other.locator('.kept li button').first().click();
  await take(other, 'casier');
  const ahead = (await title(other).textContent()) ?? '';
  await page.goBack({ waitUntil: 'commit' });
  // Whether the browser kept it frozen or opened it anew is its own affair: nothing is lost either way.
  if (await woken(page)) await take(page, 'personnes');
  else await page.locator('.kept li button').first().click();
  await expect(title(page)).toHaveText(ahead);
});
