import { expect, test } from '../../support/policy-watch.ts';
import { everyHands } from './hands.ts';
import { Voter2022, words2022 as words } from './voter-2022.ts';

/** A letter that never came, and the question chosen with the account: the only way to a code in 2022. */
for (const { how, hands, patience } of everyHands)
  test(`Versailles, 2022${how}: a dead invitation, a question, a one-time code, a new code, and a proof of vote`, async ({
    page,
  }) => {
    test.setTimeout(patience);
    const voter = new Voter2022(hands(page), words);
    await test.step('the start card', async () => {
      await page.goto('/simulateur/');
      await expect(page.getByRole('radio', { name: /^Élections professionnelles/ })).toHaveCount(3);
      await voter.hands.press('radio', /2022/);
      await voter.hands.select('Mon académie', 'Académie de Versailles');
      await voter.hands.select('Mon exercice', 'La lettre perdue');
      await voter.hands.press('button', 'Commencer l’exercice');
      await expect(page.getByText('EXERCICE', { exact: true })).toBeVisible();
    });
    await test.step('the mailbox, and a link too old', async () => {
      await voter.askNumen();
      await voter.openMailbox();
      await voter.readMail(words.activationSubject);
      await voter.followLink();
      await expect(voter.sheet.getByRole('alert')).toContainText(/périmé|trop vieux|expiré/);
    });
    await test.step('another link, by the address', async () => {
      await voter.open('espace électeur');
      await voter.sees('Accéder à mon portail Elections');
      await voter.giveAddress();
      await voter.sees('Un courriel est parti');
      await voter.nextEvent();
      await voter.readMail(words.activationSubject);
      await voter.followLink();
    });
    await test.step('a password, a question and an invented answer', async () => {
      await voter.choosePassword(words.password, words.confirmation);
      await voter.button('Valider');
      await voter.sees('question défi');
      // Nothing chosen, nothing answered: said at both fields, and the first one is where to go.
      await voter.button('Valider');
      const question = voter.sheet.getByRole('combobox', { name: 'défi' });
      await expect(question).toBeFocused();
      await expect(question).toHaveAttribute('aria-invalid', 'true');
      await voter.hands.select(/défi/, 2);
      await voter.inventAnswer();
      await voter.button('Valider');
      await voter.sees('Votre compte est actif');
    });
    await test.step('in, but without a letter', async () => {
      await voter.take('casier');
      await expect(voter.sheet.getByText('Pas maintenant')).toBeVisible();
      await voter.backToSpace();
    });
    await test.step('the answer and the NUMEN bring a one-time code by text message', async () => {
      await voter.button(/^Code de vote perdu ou jamais remis/);
      await voter.fill('La réponse à votre question défi');
      await voter.fill('NUMEN');
      await voter.button('Recevoir un code provisoire par SMS');
      await voter.sees('Code provisoire');
      await expect(voter.sheet.getByText('Pas encore lu')).toBeVisible();
      await voter.nextEvent();
      await voter.take('téléphone');
      await voter.button('Lire le message');
      await expect(voter.sheet.getByText(/code provisoire est \d{6}/)).toBeVisible();
    });
    await test.step('a new code, shown once and noted', async () => {
      await voter.take('ordinateur');
      await voter.fill('Code reçu');
      await voter.button('Valider');
      await voter.button('je regénère mon code de vote');
      await voter.sees('Votre nouveau code de vote');
      await voter.button('Je l’ai noté');
      const noted = voter.sheet.getByRole('button', { name: 'Je l’ai noté' });
      await expect(noted).toHaveCount(0);
      await voter.button('Mon espace électeur');
    });
    await test.step('the booth', async () => {
      await voter.enterBooth();
      await voter.castBallots();
      await voter.findReceipts();
    });
    await test.step('the results', async () => {
      await voter.resultsDay();
      await voter.backToSpace();
      await voter.seeResults();
    });
  });
