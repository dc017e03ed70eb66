import { expect, test } from '../../support/policy-watch.ts';
import { keyboard } from './hands.ts';
import { step, voteToTheEnd, Voter, words2014 } from './voter.ts';

/** Document 002: no pointer at all; the voting code is found again in the portal from 12 November. */
test('Dijon, 2014, by keyboard alone: a code found again, and a proof of vote', async ({
  page,
}) => {
  test.setTimeout(360_000);
  const voter = new Voter(keyboard(page), {
    ...words2014,
    mailUser: 'Identifiant',
    mailPassword: 'Mot de passe',
    mailButton: 'Se connecter',
  });
  const { words } = voter;
  await step('read-page', async () => {
    await voter.readPage('Dijon', 'Dijon en 2014', /Voter en 2014/);
    await voter.begin('messagerie-1');
  });
  await step('ask-numen', () => voter.askNumen());
  await step('open-mailbox', () => voter.openMailbox());
  await step('open-create-account', async () => {
    await voter.open('espace électeur');
    await voter.button('Je me connecte à mon espace électeur');
    await voter.button('CRÉER MON COMPTE');
  });
  await step('renew-captcha', async () => {
    const before = await voter.sheet.getByRole('img').locator('text').allTextContents();
    await voter.button('flèches');
    await expect
      .poll(() => voter.sheet.getByRole('img').locator('text').allTextContents())
      .not.toEqual(before);
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
  await step('sign-in', () => voter.backToSpace());
  await step('see-space', () => voter.sees('2 | Mes scrutins'));
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
  await step('ask-new-code', async () => {
    await voter.until(/^y aller : Ouverture : la demande d’un nouveau code/);
    await voter.backToSpace();
    await voter.button(/^Retrouver mon identifiant de vote/);
    await voter.button('Afficher mon identifiant de vote');
    await voter.hears('VotingCodeShown');
  });
  await voteToTheEnd(voter);
});
