import { test } from '../../support/policy-watch.ts';
import { everyHands } from './hands.ts';
import { step, voteToTheEnd, Voter, words2014 } from './voter.ts';

/** Document 000: a mailbox never opened, found again through the academy's own tool; on to the results. */
for (const { how, hands, patience } of everyHands)
  test(`Caen, 2014${how}: from a NUMEN to a proof of vote`, async ({ page }) => {
    test.setTimeout(patience);
    const voter = new Voter(hands(page), {
      ...words2014,
      mailUser: 'Nom d’utilisateur',
      mailPassword: 'Mot de passe',
      mailButton: 'Connexion',
    });
    const { words } = voter;
    await step('read-page', async () => {
      await voter.readPage('Normandie', /Caen en 2014/, /Voter en 2014/);
      await voter.begin('messagerie-1');
    });
    await step('open-public-page', async () => {
      await voter.open('espace électeur');
      await voter.sees('Élections professionnelles 2014');
    });
    await step('ask-numen', () => voter.askNumen());
    await step('open-mail-help', async () => {
      await voter.open('identifiant');
      await voter.sees('Coordonnées de messagerie');
      await voter.button('Connaître son identifiant');
    });
    await step('renew-captcha', () => voter.button('Changer d’image'));
    await step('answer-captcha', async () => {
      await voter.readCaptcha('Saisir le code affiché :');
      await voter.button('Valider');
    });
    await step('look-up-identity', async () => {
      await voter.fill('NUMEN (13 caractères) :');
      await voter.fill('Date de naissance (jj/mm/aaaa)');
      await voter.button('Valider');
    });
    await step('see-identity', () => voter.sees('Vos données personnelles'));
    await step('change-mailbox-password', async () => {
      await voter.button('changer votre mot de passe');
      await voter.fill('Mot de passe actuel');
      await voter.choosePassword('Nouveau mot de passe', 'Confirmer le nouveau mot de passe');
      await voter.button('Valider');
      await voter.hears('MailboxPasswordChanged');
    });
    await step('open-mailbox', () => voter.openMailbox());
    await step('open-create-account', async () => {
      await voter.open('espace électeur');
      await voter.button('Créer mon compte et définir mon mot de passe électeur');
    });
    await step('type-new-account', async () => {
      await voter.openAccount();
      await voter.nextEvent();
    });
    await step('read-activation-mail', () => voter.readMail(words.activationSubject));
    await step('follow-activation-link', async () => {
      await voter.followLink();
      await voter.hears('AccountConfirmed');
    });
    await step('open-sign-in', async () => {
      await voter.open('espace électeur');
      await voter.button('Je me connecte à mon espace électeur');
      await voter.sees('Accès à votre espace électeur');
    });
    await step('sign-in', () => voter.signIn());
    await step('see-space', () => voter.sees('Mon espace électeur'));
    await step('see-contests', () => voter.visit(/^Consulter les scrutins/, 'Mes scrutins'));
    await step('see-roll', () => voter.visit(/^les listes électorales/, /[Ll]iste/));
    await step('see-candidates', () => voter.visit(/^la liste des organisations/, /[Cc]andidat/));
    await step('collect-letter', () => voter.collectLetter());
    await step('open-letter', () => voter.openLetter());
    await voteToTheEnd(voter);
  });
