// A shared screen: the next person finds the class code and nothing else; somebody who helps never sees the choice.
import type { Page } from '@playwright/test';
import { expect, test } from '../support/guide-test.ts';
import { refuseStorage } from '../support/refuse-storage.ts';

const start = (page: Page) => page.getByRole('button', { name: 'Commencer l’exercice' });
const title = (page: Page) => page.locator('#titre-ecran');
const classCode = '#1.e8.gr.cd.pc.KMPRTV';

async function begin(page: Page, hash: string): Promise<void> {
  await page.goto(`/simulateur/${hash}`);
  await expect(start(page)).toBeEnabled();
  await start(page).click();
  await expect(title(page)).toBeVisible();
}

async function leavePlace(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Recommencer', exact: true }).click();
  await page.getByRole('button', { name: /^Laisser la place/ }).click();
  await page.getByRole('button', { name: 'Tout effacer' }).click();
}

async function isBackAtClass(page: Page): Promise<void> {
  await expect(start(page)).toBeEnabled();
  await expect(page.getByLabel('Le code écrit au tableau')).toHaveValue(classCode);
  await expect(page.getByLabel('Ma place')).toHaveValue('');
  await expect(page.getByLabel('Les six lettres qui fixent tout l’exercice')).toHaveValue('KMPRTV');
  await expect(page).toHaveURL(new RegExp(`${classCode}$`));
  await expect(page.getByRole('heading', { name: 'Reprendre' })).toHaveCount(0);
}

for (const refused of [false, true])
  test(`the next person finds the class code, and a seat to take (storage ${refused ? 'refused' : 'kept'})`, async ({
    page,
  }) => {
    if (refused) await refuseStorage(page);
    await begin(page, `${classCode}.7.v`);
    await leavePlace(page);
    await isBackAtClass(page);
    await page.reload();
    await expect(start(page)).toBeEnabled();
    await expect(page.getByText('Ce lien propose un exercice')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Reprendre' })).toHaveCount(0);
    await start(page).click();
    await expect(title(page)).toBeVisible();
  });

test('a class code typed on the card is found again too, without a seat', async ({ page }) => {
  await page.goto('/simulateur/');
  await expect(start(page)).toBeEnabled();
  await page.getByText('Code de séance, numéro de place').click();
  await page.getByLabel('Le code écrit au tableau').fill(classCode.slice(1).toLowerCase());
  await page.getByRole('button', { name: 'prendre' }).click();
  await start(page).click();
  await expect(title(page)).toBeVisible();
  await leavePlace(page);
  await isBackAtClass(page);
});

test('somebody alone goes back to an empty start', async ({ page }) => {
  await begin(page, '');
  await leavePlace(page);
  await expect(start(page)).toBeEnabled();
  await expect(page.getByLabel('Le code écrit au tableau')).toBeHidden();
});

test('after a rest that the trainer asked for, the screen warns, then goes back to the class', async ({
  page,
}) => {
  await page.clock.install();
  await page.goto(`/simulateur/${classCode}.7`);
  await page.getByLabel('Revenir au départ').selectOption('2');
  await start(page).click();
  await expect(title(page)).toBeVisible();
  const warning = page.getByRole('alert').filter({ hasText: 'Dans une minute' });
  await page.clock.runFor(55_000);
  await expect(warning).toHaveCount(0);
  await page.clock.runFor(10_000);
  await expect(warning).toBeVisible();
  await page.getByRole('button', { name: 'Rester ici' }).click();
  await expect(warning).toHaveCount(0);
  await page.clock.runFor(90_000);
  await expect(warning).toBeVisible();
  await page.clock.runFor(40_000);
  await isBackAtClass(page);
  // The choice is the tab’s: the next person has it too.
  await expect(page.getByLabel('Revenir au départ')).toHaveValue('2');
});

test('unless it is asked for, nothing goes back by itself', async ({ page }) => {
  await page.clock.install();
  await begin(page, `${classCode}.7`);
  await page.clock.runFor(3_600_000);
  await expect(title(page)).toBeVisible();
});

test.describe('two people at one screen', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test('the ballot is hidden until the voter is alone, hides again, and keeps the choice', async ({
    page,
  }) => {
    await page.goto(`/simulateur/${classCode}.v`);
    await page.getByLabel('À deux devant l’écran').check();
    await start(page).click();
    await expect(page.getByText('À deux : qui aide lit')).toBeVisible();
    await page.getByRole('button', { name: /^Voter/ }).click();
    await page.getByRole('button', { name: /^remplir/ }).click();
    await page.getByRole('button', { name: 'Entrer' }).click();
    await page
      .getByRole('button', { name: /^Voter/ })
      .first()
      .click();
    const why = page.getByText('Le choix ne regarde que la personne qui vote.');
    await expect(why).toBeVisible();
    await expect(page.getByRole('radio')).toHaveCount(0);
    // By keyboard, as by hand.
    await page.getByRole('button', { name: /montrer le bulletin/ }).focus();
    await page.keyboard.press('Enter');
    await expect(why).toBeHidden();
    await expect(page.getByRole('group', { name: 'Bulletin', exact: true })).toBeFocused();
    await page.getByRole('radio', { name: 'Vote blanc' }).check();
    await page.getByRole('button', { name: 'Cacher le bulletin' }).click();
    await expect(why).toBeVisible();
    await expect(page.getByRole('group', { name: 'Bulletin caché' })).toBeFocused();
    await expect(page.getByRole('radio')).toHaveCount(0);
    expect(await page.locator('.frame').evaluate((frame) => frame.scrollWidth)).toBeLessThanOrEqual(
      320,
    );
    await page.getByRole('button', { name: /montrer le bulletin/ }).click();
    await expect(page.getByRole('radio', { name: 'Vote blanc' })).toBeChecked();
    await page.getByRole('button', { name: 'Vérifier mon choix' }).click();
    await page.getByRole('button', { name: 'Confirmer mon vote' }).click();
    await expect(title(page)).toHaveText('Votre preuve de vote');
    await expect(page.locator('.desk')).not.toContainText(/vote blanc/i);
  });
});
