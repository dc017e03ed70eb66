// The exercises in a real browser: found in their list, begun on the way, and what goes wrong is seen and answered.
import type { Page } from '@playwright/test';
import { expect, test } from '../support/guide-test.ts';

const start = (page: Page) => page.getByRole('button', { name: 'Commencer l’exercice' });
const title = (page: Page) => page.locator('#titre-ecran');
const device = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Sur le bureau' }).getByRole('button', { name });
const computer = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Pages de l’ordinateur' }).getByRole('button', { name });
const whatToDo = (page: Page) => page.getByRole('link', { name: /Que faire/ });

/** An exercise by its code, as Grenoble's certified teacher. */
async function begin(page: Page, exercise: string, step = ''): Promise<void> {
  await page.goto(`/simulateur/#1.${exercise}.ACDEFG${step}`);
  await expect(start(page)).toBeEnabled();
  await start(page).click();
  await expect(title(page)).toBeFocused();
}

test.use({ viewport: { width: 320, height: 640 } });

test('the list is in the order of the journey, and fits a narrow screen', async ({ page }) => {
  await page.goto('/simulateur/');
  await page.getByRole('radio', { name: /2018/ }).check();
  const list = page.getByLabel('Mon exercice');
  await expect(list.locator('optgroup')).toHaveCount(5);
  const names = await list
    .locator('optgroup')
    .evaluateAll((all) => all.map((one) => one.getAttribute('label')));
  expect(names).toEqual(['La messagerie', 'Le compte', 'Le code', 'Le vote', 'La preuve']);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test('an exercise of overseas offers its academies, and no other', async ({ page }) => {
  await page.goto('/simulateur/');
  await page.getByRole('radio', { name: /2018/ }).check();
  await page.getByLabel('Mon académie').selectOption('lyon');
  await page.getByLabel('Mon exercice').selectOption('outre-mer');
  const academies = page.getByLabel('Mon académie');
  await expect(academies.locator('option')).toHaveCount(3);
  await academies.selectOption('polynesie-francaise');
  await start(page).click();
  await expect(page.locator('.clock')).toContainText('03 h 00 sur place');
});

test('an exercise begun on its way starts over there', async ({ page }) => {
  await begin(page, 'e8.gr.cd.mp');
  await expect(page.locator('.clock')).toContainText('3 décembre 2018, 09 h 00');
  await expect(page.getByRole('button', { name: 'Revenir' })).toBeDisabled();
  await expect(page.getByText('Demander un nouveau mot de passe.')).toBeVisible();
});

test('a blank vote begins at the ballot, by an old link with a step too', async ({ page }) => {
  await begin(page, 'e8.gr.cd.vb', '.v');
  await expect(title(page)).toHaveText('Votre bulletin');
  await expect(page.getByRole('radio', { name: /Vote blanc/u })).toBeVisible();
});

test('somebody who asks « have I voted? » finds no proof', async ({ page }) => {
  await begin(page, 'e8.gr.cd.pv');
  await page.getByRole('button', { name: /^Mes preuves de vote/u }).click();
  await expect(page.getByText('Aucun vote confirmé')).toBeVisible();
});

test('a session that died before the first gesture is told', async ({ page }) => {
  await begin(page, 'e8.gr.cd.se');
  await expect(page.locator('.happened')).toContainText('Votre session s’est fermée toute seule.');
});

test('two mails that look alike wait in the mailbox', async ({ page }) => {
  await begin(page, 'e8.gr.cd.d2');
  await expect(
    page.getByRole('button', { name: /^Non lu\s*: Création de votre compte/u }),
  ).toHaveCount(2);
});

test('a portal that goes down says so, and leads to the page that helps', async ({ page }) => {
  await begin(page, 'e8.gr.cd.pn');
  for (const wait of ['Jusqu’au prochain événement', 'Jusqu’au prochain événement']) {
    await device(page, 'calendrier').click();
    await page.getByRole('button', { name: wait }).click();
  }
  await device(page, 'ordinateur').click();
  await expect(title(page)).toHaveText('Le portail ne répond pas');
  await expect(whatToDo(page)).toHaveAttribute('href', '/ca-bloque/portail-en-panne/#maintenant');
  await device(page, 'calendrier').click();
  await page.getByRole('button', { name: 'Jusqu’au prochain événement' }).click();
  await device(page, 'ordinateur').click();
  await expect(title(page)).not.toHaveText('Le portail ne répond pas');
});

test('locked capitals have their lamp and their page', async ({ page }) => {
  await begin(page, 'e4.gr.cd.mv');
  await expect(page.getByText('Verr. maj. : allumée')).toBeVisible();
  await expect(whatToDo(page)).toHaveAttribute('href', /mot-de-passe-perdu\/#maintenant$/);
  await page.getByRole('button', { name: 'appuyer sur la touche' }).click();
  await expect(page.getByText('Verr. maj. : éteinte')).toBeVisible();
  await expect(whatToDo(page)).toHaveCount(0);
});

test('a certificate nobody vouches for is a page of its own, with a way out', async ({ page }) => {
  await begin(page, 'e4.gr.cd.ci');
  await computer(page, 'espace électeur').click();
  await page.getByRole('button', { name: 'Je me connecte à mon espace électeur' }).click();
  await expect(title(page)).toHaveText('La connexion n’est pas certifiée');
  await expect(whatToDo(page)).toHaveAttribute('href', /message-suspect\/#maintenant$/);
  await page.getByRole('button', { name: 'Quitter et vérifier l’adresse' }).click();
  await expect(title(page)).not.toHaveText('La connexion n’est pas certifiée');
});

test('no letter at the secretariat: told, and answered', async ({ page }) => {
  await begin(page, 'e8.gr.cd.jr');
  await device(page, 'casier').click();
  await page.getByRole('button', { name: 'Prendre la lettre et signer' }).click();
  await expect(page.getByText('On n’a pas trouvé de lettre')).toBeVisible();
  await expect(whatToDo(page)).toHaveAttribute('href', /lettre-jamais-recue\/#maintenant$/);
});

test('results are a table, and a plot that says the same in words', async ({ page }) => {
  await begin(page, 'e8.gr.cd.rs');
  await computer(page, 'espace électeur').click();
  for (const next of ['CONTINUER', 'SE CONNECTER', /^Accéder aux résultats/]) {
    const button = page.getByRole('button', { name: next });
    await expect(button).toBeVisible();
    for (const one of await page.getByRole('button', { name: /^remplir/ }).all()) await one.click();
    await button.click();
  }
  await expect(title(page)).toHaveText('Résultats');
  const first = page.locator('.result').first();
  const table = first.getByRole('table', { name: /^Résultats inventés/ });
  const plot = first.getByRole('img', { name: /^Graphique inventé/ });
  await expect(plot).toHaveAccessibleDescription(/^Dans cet exercice.*vote blanc, .* bulletins\.$/);
  for (const row of await table.locator('tbody tr').all()) {
    const list = await row.getByRole('rowheader').innerText();
    const [votes = '', , seats = ''] = await row.getByRole('cell').allInnerTexts();
    // A number's spaces are narrow on the page and plain in what is read aloud.
    const loose = votes.replace(/\s/g, '\\s');
    await expect(plot).toHaveAccessibleDescription(
      new RegExp(`${list}, ${loose} voix \\([^)]*\\), ${seats} siège`),
    );
    await expect(plot).toContainText(new RegExp(`${list}${seats} sièges?${loose}`));
  }
  const turnout = first.getByRole('img', { name: /^Participation inventée/ });
  await expect(turnout).toHaveAccessibleDescription(/inscrits.*votants.*bulletins blancs/);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});
