// Somebody who is not on the roll, in a real browser: claimed in time and voting, or told whom to turn to.
import type { Page } from '@playwright/test';
import { pointer } from './journeys/hands.ts';
import { Voter, words2014, words2018, type Words } from './journeys/voter.ts';
import { expect, test } from '../support/guide-test.ts';

const helpful = '/ca-bloque/pas-sur-la-liste/#maintenant';
const whatToDo = (page: Page) => page.getByRole('link', { name: /Que faire/ });
const words: Words = {
  ...words2014,
  mailUser: 'Identifiant',
  mailPassword: 'Mot de passe',
  mailButton: 'Se connecter',
};

/** By the start card, as somebody would who wonders. */
async function sitDown(page: Page, year: RegExp, exercise: string, spoken: Words): Promise<Voter> {
  await page.goto('/simulateur/');
  await page.getByRole('radio', { name: year }).check();
  await page.getByLabel('Mon académie').selectOption('amiens');
  await page.getByLabel('Mon métier').selectOption('pas-sur-la-liste');
  await page.getByLabel('Mon exercice').selectOption(exercise);
  await page.getByRole('button', { name: 'Commencer l’exercice' }).click();
  await expect(page.getByText('EXERCICE', { exact: true })).toBeVisible();
  const voter = new Voter(pointer(page), spoken);
  await voter.backToSpace();
  return voter;
}

test.use({ viewport: { width: 320, height: 640 } });

test('in time, the correction is claimed from the roll itself, and every ballot comes', async ({
  page,
}) => {
  const voter = await sitDown(page, /2014/, 'pas-sur-la-liste', words);
  await voter.button(/^les listes électorales/);
  await expect(voter.sheet.getByText('Aucune ligne à votre nom')).toBeVisible();
  await expect(whatToDo(page).first()).toHaveAttribute('href', helpful);
  await voter.button('Demander une correction');
  await voter.button('Envoyer ma demande');
  await voter.hears('RollCorrectionAsked');
  await voter.take('calendrier');
  await voter.button('Jusqu’au prochain événement');
  await voter.hears('RollCorrected');
  await voter.backToSpace();
  await voter.button(/scrutins auxquels|Mes scrutins|mes scrutins/);
  await expect(voter.sheet.getByRole('listitem')).toHaveCount(3);
  await expect(whatToDo(page)).toHaveCount(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test('where the portal offers no correction, the page says so and who can help', async ({
  page,
}) => {
  const voter = await sitDown(page, /2018/, 'portail-sans-correction', words2018);
  await voter.button(/^Consulter les scrutins/);
  await expect(voter.sheet.getByText('Aucun scrutin à votre nom')).toBeVisible();
  await voter.open('espace électeur');
  await voter.button(/^Consulter les listes électorales/);
  await expect(voter.sheet.getByText('Aucune ligne à votre nom')).toBeVisible();
  await expect(voter.sheet.getByRole('button', { name: 'Demander une correction' })).toHaveCount(0);
  await expect(page.getByText('vous n’êtes pas sur la liste électorale')).toBeVisible();
  await expect(whatToDo(page).first()).toHaveAttribute('href', helpful);
});
