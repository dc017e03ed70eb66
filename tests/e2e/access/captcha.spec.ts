// An image that cannot be read: another one, its signs in words, its signs spoken by the device; and no memory put to the test.
import type { Page } from '@playwright/test';
import { expect, test } from '../../support/policy-watch.ts';
import { openScreen } from './screens.ts';
import { sitDown } from './sit-down.ts';

/** Voices as a browser has them; what is spoken, and by whom, is noted. */
async function withVoices(
  page: Page,
  ...voices: readonly { lang: string; localService: boolean }[]
) {
  await page.addInitScript((list) => {
    const told: string[] = [];
    Object.defineProperty(window, 'SpeechSynthesisUtterance', {
      value: class {
        readonly text: string;
        voice: { name: string } | null = null;
        constructor(text: string) {
          this.text = text;
        }
      },
    });
    const speech = Object.assign(new EventTarget(), {
      getVoices: () =>
        list.map((one) => ({ ...one, name: `${one.lang}, ${one.localService ? 'here' : 'away'}` })),
      cancel: () => undefined,
      speak: (what: { text: string; voice: { name: string } | null }) =>
        void told.push(`${what.voice?.name ?? 'nobody'}: ${what.text}`),
    });
    Object.defineProperty(window, 'speechSynthesis', { value: speech });
    Object.defineProperty(window, 'told', { value: told });
  }, voices);
}

const told = (page: Page) => page.evaluate(() => String(Reflect.get(window, 'told')));
const signs = (page: Page) =>
  page
    .locator('.captcha svg text')
    .allTextContents()
    .then((all) => all.join('').replaceAll('\u00a0', ' '));
const status = (page: Page) => page.locator('.captcha [role="status"]');

for (const [edition, screen] of [
  ['men-2014', 'create-account'],
  ['men-2018', 'new-code'],
  ['men-2022', 'sign-in'],
] as const)
  test(`${edition}: an image has another one, words to copy, and a voice of the device`, async ({
    page,
  }) => {
    await withVoices(
      page,
      { lang: 'en-GB', localService: true },
      { lang: 'fr-FR', localService: true },
    );
    await openScreen(page, edition, screen);
    const before = await signs(page);
    await page.getByRole('button', { name: 'écouter les signes' }).click();
    const spoken = await told(page);
    expect(spoken).toMatch(/^fr-FR, here: /u);
    for (const sign of before.replaceAll(' ', '')) expect(spoken).toContain(sign);
    await page.getByRole('button', { name: 'lire les signes' }).click();
    await expect(status(page)).toContainText(spoken.replace(/^[^:]*: /u, ''));
    await expect(status(page).locator('.code')).toHaveText(before);
    // Another one, by the portal's own button: it says so, and the words of the first one are gone.
    await page.locator('.captcha .row button').first().click();
    await expect(status(page)).toHaveText(/^Nouvelle image\.\s*$/u);
    expect(await signs(page)).not.toBe(before);
  });

for (const edition of ['men-2014', 'men-2022'] as const)
  test(`${edition}: the exercise of the image begins before one that nobody reads; its signs are said, the next is clear`, async ({
    page,
  }) => {
    await sitDown(page, edition, 'captcha-illisible');
    const image = page.locator('.captcha svg');
    await expect(image).toHaveAccessibleName(/^Image illisible pour tout le monde/u);
    await expect(page.locator('.captcha')).toContainText('Personne ne peut lire cette image');
    // Every sign lies across the middle of the others.
    const spots = await image
      .locator('text')
      .evaluateAll((all) => all.map((sign) => Number(sign.getAttribute('x'))));
    expect(Math.max(...spots) - Math.min(...spots)).toBeLessThan(27);
    const before = await signs(page);
    await page.getByRole('button', { name: 'lire les signes' }).click();
    await expect(status(page).locator('.code')).toHaveText(before);
    await page.locator('.captcha .row button').first().click();
    await expect(status(page)).toHaveText(/^Nouvelle image\.\s*$/u);
    await expect(image).toHaveAccessibleName(/^Image déformée/u);
    await expect(page.locator('.captcha')).not.toContainText('Personne ne peut lire');
  });

test('a voice that is not of this device is never asked: words alone', async ({ page }) => {
  await withVoices(
    page,
    { lang: 'fr-FR', localService: false },
    { lang: 'en-GB', localService: true },
  );
  await openScreen(page, 'men-2022', 'sign-in');
  await expect(page.getByRole('button', { name: 'lire les signes' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'écouter les signes' })).toHaveCount(0);
});

test('nothing has to be remembered or copied by hand: every field takes what is pasted', async ({
  page,
}) => {
  for (const [edition, screen] of [
    ['men-2014', 'create-account'],
    ['men-2022', 'sign-in'],
    // Opened before there is a password: nothing to offer.
    ['men-2022', 'password'],
    ['men-2022', 'booth-entry'],
  ] as const) {
    await openScreen(page, edition, screen);
    const fields = page.locator('.screen form input[type="text"]');
    expect(await fields.count()).toBeGreaterThan(0);
    for (const field of await fields.all()) {
      const held = await field.evaluate((input: HTMLInputElement) => {
        input.focus();
        const data = new DataTransfer();
        data.setData('text/plain', 'collé 42');
        const paste = new ClipboardEvent('paste', {
          ...{ clipboardData: data, bubbles: true, cancelable: true },
        });
        // What a browser does with a paste that nobody refuses.
        if (input.dispatchEvent(paste)) document.execCommand('insertText', false, 'collé 42');
        return input.value;
      });
      expect(held.toLowerCase(), screen).toBe('collé 42');
    }
    // What the person has is offered by the exercise itself, or proposed where it is invented.
    if (screen === 'password') continue;
    const offered = page.locator('.screen form').getByRole('button', { name: /^remplir/ });
    const proposed = page.getByRole('group', { name: /inventés|inventées/u });
    expect((await offered.count()) + (await proposed.count()), screen).toBeGreaterThan(0);
  }
});
