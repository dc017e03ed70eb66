import { expect, test } from '../../support/policy-watch.ts';
import { everyHands } from './hands.ts';
import { step, voteToTheEnd, Voter, words2014 } from './voter.ts';

/** Document 003: a mailbox so full that nothing can come in. */
for (const { how, hands, patience } of everyHands)
  test(`Paris, 2014${how}: a full mailbox, emptied, and a proof of vote`, async ({ page }) => {
    test.setTimeout(patience);
    const voter = new Voter(hands(page), {
      ...words2014,
      mailUser: 'Nom d’utilisateur',
      mailPassword: 'Mot de passe',
      mailButton: 'Se connecter',
    });
    const { words } = voter;
    await step('read-page', async () => {
      await voter.readPage('Paris', 'Paris en 2014', /Voter en 2014/);
      await voter.begin('messagerie-1', undefined, 'La boîte saturée');
    });
    await step('ask-numen', () => voter.askNumen());
    await step('open-mailbox', () => voter.openMailbox());
    await step('open-public-page', async () => {
      await voter.open('espace électeur');
      await voter.sees('Élections professionnelles 2014');
    });
    await step('open-sign-in', () => voter.button('Je me connecte à mon espace électeur'));
    await step('open-create-account', () => voter.button('CRÉER MON COMPTE'));
    await step('type-new-account', async () => {
      await voter.openAccount();
      await voter.nextEvent();
      await voter.hears('MailBounced');
    });
    await step('make-room', async () => {
      await voter.open('messagerie');
      for (let many = 0; many < 3; many += 1) await voter.button(/^supprimer : /);
      await voter.button(/^Corbeille/);
      await voter.button('Vider la corbeille');
      await voter.hears('BinEmptied');
      // What bounced never comes back: it is asked for again.
      await voter.open('espace électeur');
      await voter.button('Créer mon compte et définir mon mot de passe électeur');
      await voter.openAccount();
      await voter.nextEvent();
    });
    await step('read-activation-mail', () => voter.readMail(words.activationSubject));
    await step('follow-activation-link', async () => {
      await voter.followLink();
      await voter.hears('AccountConfirmed');
    });
    await step('sign-in', () => voter.backToSpace());
    await step('see-contests', () => voter.visit(/^Consulter les scrutins/, 'Mes scrutins'));
    await step('collect-letter', () => voter.collectLetter());
    await step('open-letter', () => voter.openLetter());
    await voteToTheEnd(voter);
    await expect(page.getByText('EXERCICE', { exact: true })).toBeVisible();
  });
