// Time as devices tell it: an hour that happens twice, a zone that changes under way. The exercise keeps its own.
import type { Page } from '@playwright/test';
import { expect, test } from '../support/guide-test.ts';

const exercise = '/simulateur/#1.e8.gr.cd.pc.KMPRTV.v';
const title = (page: Page) => page.locator('#titre-ecran');
const band = (page: Page) => page.locator('.band');

async function begin(page: Page): Promise<void> {
  await page.goto(exercise);
  await page.getByRole('button', { name: 'Commencer l’exercice' }).click();
  await expect(page.getByText('EXERCICE', { exact: true })).toBeVisible();
}

async function take(page: Page, device: string): Promise<void> {
  const desk = page.getByRole('navigation', { name: 'Sur le bureau' });
  await desk.getByRole('button', { name: new RegExp(`^${device}`) }).click();
  await expect(page.locator('.frame')).not.toHaveAttribute('aria-busy', 'true');
}

const sentences = async (page: Page) => {
  await page.getByText('Journal', { exact: true }).click();
  await expect(page.locator('.journal')).toBeVisible();
  return page.locator('.journal p').count();
};

test('the autumn hour that happens twice: gestures made in both keep their order, and the exercise its hour', async ({
  page,
}) => {
  // Sunday 31 October 2027, 2.50 in Paris, summer time; twenty minutes later it is 2.10 again.
  await page.clock.install({ time: '2027-10-31T02:50:00+02:00' });
  await begin(page);
  const hour = await band(page).textContent();
  await take(page, 'casier');
  await page.clock.setSystemTime('2027-10-31T02:10:00+01:00');
  await take(page, 'personnes');
  await expect(band(page)).toHaveText(hour ?? '');
  const said = await sentences(page);
  await page.reload();
  await page.locator('.kept li button').first().click();
  await expect(title(page)).toHaveText('Personnes à qui demander');
  expect(await sentences(page)).toBe(said);
  await expect(page.locator('.frame .notice')).toHaveCount(0);
});

test.describe('a device that travels', () => {
  // No zone of the driver's own: it would not let another one in.
  test.use({ timezoneId: '' });
  test('the device changes zone under way, as in a plane: the same exercise, the same moment of the vote, Paris said as Paris', async ({
    page,
  }) => {
    const devtools = await page.context().newCDPSession(page);
    const land = async (timezoneId: string) => {
      // One zone has to be left before another is entered.
      await devtools.send('Emulation.setTimezoneOverride', { timezoneId: '' });
      await devtools.send('Emulation.setTimezoneOverride', { timezoneId });
    };
    await land('Europe/Paris');
    await page.clock.install({ time: '2026-12-05T22:30:00+01:00' });
    await begin(page);
    const hour = await band(page).textContent();
    await land('Pacific/Noumea');
    await take(page, 'casier');
    await expect(band(page)).toHaveText(hour ?? '');
    await expect(band(page)).toContainText('(Paris)');
    const before = (await title(page).textContent()) ?? '';
    await page.reload();
    await page.locator('.kept li button').first().click();
    await expect(title(page)).toHaveText(before);
    // In Nouméa it is already Sunday; the vote is as open as it is in Paris.
    await page.goto('/elections/men-2026/dijon/');
    await expect(page.locator('section[data-time="voting"]').first()).toBeVisible();
    const days = await page.locator('#dates').innerText();
    await land('America/Los_Angeles');
    await page.reload();
    await expect(page.locator('section[data-time="voting"]').first()).toBeVisible();
    expect(await page.locator('#dates').innerText()).toBe(days);
  });
});
