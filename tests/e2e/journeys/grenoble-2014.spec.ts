import { test } from '../../support/policy-watch.ts';
import { everyHands } from './hands.ts';
import { step, voteToTheEnd, Voter, words2014 } from './voter.ts';

// The narrowest screen that people still have.
test.use({ viewport: { width: 320, height: 568 } });

/** Document 001: from the ministry's opening mail, past a certificate warning, on a 320 px screen. */
for (const { how, hands, patience } of everyHands)
  test(`Grenoble, 2014, at 320 px${how}: from the opening mail to a proof of vote`, async ({
    page,
  }) => {
    test.setTimeout(patience);
    const voter = new Voter(hands(page), {
      ...words2014,
      mailUser: 'Identifiant',
      mailPassword: 'Mot de passe',
      mailButton: 'Connexion',
    });
    const { words } = voter;
    await step('read-page', async () => {
      await voter.readPage('Grenoble', 'Grenoble en 2014', /Voter en 2014/);
      await voter.begin('compte-3', /^S’entraîner/);
    });
    await step('ask-numen', () => voter.askNumen());
    await step('open-mail-help', async () => {
      await voter.open('messagerie');
      await voter.sees('Bienvenue sur le Webmail Académique');
      await voter.button('Identifiant ou mot de passe perdu');
      await voter.sees('Coordonnées de messagerie');
    });
    await step('open-mailbox', () => voter.openMailbox());
    await step('read-opening-mail', () => voter.readMail(/ouverture de votre espace électeur/));
    await step('open-public-page', async () => {
      await voter.followLink();
      await voter.sees('Élections professionnelles 2014');
    });
    await step('certificate-warning', async () => {
      await voter.button('Je me connecte à mon espace électeur');
      await voter.sees(/certifi/);
      await voter.button('Quitter et vérifier l’adresse');
      await voter.sees('Élections professionnelles 2014');
    });
    await step('open-sign-in', async () => {
      await voter.button('Je me connecte à mon espace électeur');
      await voter.sees('Accès à votre espace électeur');
    });
    await step('open-create-account', () => voter.button('CRÉER MON COMPTE'));
    await step('type-new-account', async () => {
      await voter.openAccount();
      await voter.nextEvent();
    });
    await step('read-activation-mail', () => voter.readMail(words.activationSubject));
    await step('follow-activation-link', async () => {
      await voter.followLink();
      await voter.hears('AccountConfirmed');
    });
    await step('sign-in', () => voter.backToSpace());
    await step('see-space', () => voter.sees('1 | Mon profil'));
    await step('see-profile', () => voter.visit('Consulter mon profil', /profil/));
    await step('ask-profile-update', async () => {
      await voter.button(/^Demander une mise à jour de mon profil/);
      await voter.button('Envoyer ma demande');
      await voter.hears('ProfileUpdateAsked');
      await voter.open('espace électeur');
    });
    await step('see-contests', () => voter.visit(/^Consulter les scrutins/, 'Mes scrutins'));
    await step('see-roll', () => voter.visit(/^les listes électorales/, /[Ll]iste/));
    await step('see-candidates', () => voter.visit(/^la liste des organisations/, /[Cc]andidat/));
    await step('see-help', () => voter.visit('Vous avez besoin d’aide ?', /aide/));
    await step('collect-letter', () => voter.collectLetter());
    await step('open-letter', () => voter.openLetter());
    await voteToTheEnd(voter);
  });
