import { expect, test } from '../../support/policy-watch.ts';
import { serveSite } from '../../../src/tools/serve.ts';
import { siteFolder } from '../../../src/tools/run.ts';
import { everyHands } from './hands.ts';
import { step, voteToTheEnd, Voter, words2018 } from './voter.ts';

/** Document 004: a letter that never came, a new code by text message; the server stops after the first load. */
for (const { how, hands, patience } of everyHands)
  test(`Amiens, 2018, with the server stopped${how}: a new code by text message, and a proof of vote`, async ({
    page,
  }) => {
    test.setTimeout(patience);
    const site = await serveSite({ dir: siteFolder, port: 4360 + test.info().parallelIndex });
    const voter = new Voter(hands(page), words2018);
    const { words } = voter;
    await step('read-page', async () => {
      await voter.readPage('Amiens', 'Amiens en 2018', /Voter en 2018/, `${site.address}/`);
      // The worker keeps the simulator and what was read; from here on, nobody answers.
      await page.evaluate(async () => {
        await navigator.serviceWorker.ready;
      });
      await expect
        .poll(() =>
          page.evaluate(
            async () => (await caches.match('/simulateur/', { ignoreSearch: true })) !== undefined,
          ),
        )
        .toBe(true);
      await site.stop();
      await voter.begin('messagerie-1', undefined, 'La lettre perdue');
    });
    await step('ask-numen', () => voter.askNumen());
    await step('open-mailbox', () => voter.openMailbox());
    await step('give-address', async () => {
      await voter.open('espace électeur');
      await voter.fill(words.address);
      await voter.button('CONTINUER');
    });
    await step('account-mail-sent', async () => {
      await expect(voter.sheet.getByText(/quart d’heure|15/)).toBeVisible();
      await voter.button('OK, j’ai compris');
      await voter.nextEvent();
    });
    await step('read-activation-mail', () => voter.readMail(words.activationSubject));
    await step('follow-activation-link', async () => {
      await voter.followLink();
      await voter.sees('Création de mon mot de passe');
    });
    await step('choose-password', async () => {
      await voter.choosePassword('Mot de passe personnel électeur *', words.confirmation);
      await voter.button('Enregistrer mon mot de passe');
    });
    await step('type-password', async () => {
      await voter.sees('Saisie du mot de passe personnel électeur');
      await voter.fill(words.password);
      await voter.button(words.signIn);
    });
    await step('see-space', () => voter.sees('Mon espace électeur'));
    await step('open-new-code', async () => {
      await voter.button(/^Demander un nouvel identifiant électeur/);
      await voter.sees('Demande d’un nouvel identifiant électeur');
    });
    await step('ask-new-code', async () => {
      await voter.fill('N° tél *');
      await voter.fill(
        'NUMEN (vous pouvez obtenir votre NUMEN auprès de votre service RH académique) *',
      );
      await voter.fill('Date de naissance (jj/mm/aaaa) *');
      await voter.readCaptcha('Code de sécurité *');
      await voter.button('VALIDER');
      await voter.nextEvent();
      await voter.nextEvent();
    });
    await step('read-new-code-mail', () => voter.readMail(/Demande de renvoi de l.identifiant/));
    await step('read-sms', async () => {
      await voter.take('téléphone');
      await voter.button(/Lire|lire|Non lu/);
      await expect(voter.sheet.getByText(/L’ancien ne marche plus/)).toBeVisible();
    });
    await voteToTheEnd(voter);
  });
