import { expect, test } from '@playwright/test';
import { pointer } from './hands.ts';
import { Voter, type Words } from './voter.ts';

const words: Words = {
  edition: 'men-2022',
  mailUser: 'Identifiant',
  mailPassword: 'Mot de passe',
  mailButton: 'Se connecter',
  address: 'identifiant',
  password: 'mot de passe élections',
  confirmation: 'Le même, une seconde fois',
  code: 'code de vote',
  signIn: 'Se connecter',
  activationSubject: /Ouverture du portail/,
  voteTile: /^consulter les scrutins, les candidatures et voter/,
  resultsTile: /^Résultats/,
};

/** What 2022 asks in another order, or with other gestures. */
class Voter2022 extends Voter {
  async giveAddress(): Promise<void> {
    await this.fill(this.words.address);
    await this.readCaptcha('Les quatre chiffres de l’image');
    await this.button('Continuer');
  }

  override async signIn(): Promise<void> {
    await this.giveAddress();
    await this.fill(this.words.password);
    await this.button(this.words.signIn);
    await this.sees('espace électeur');
  }

  override async enterBooth(): Promise<void> {
    await this.button(this.words.voteTile);
    await this.button(/^Voter/);
    await this.fill(this.words.code);
    await this.button('Valider');
    await this.sees('Vos scrutins');
  }

  /** Every logo is read, then one chosen; blank in the last. */
  override async castBallots(): Promise<void> {
    const doors = this.sheet.getByRole('button', { name: /^Voter : / });
    await expect(doors.first()).toBeVisible();
    for (let left = await doors.count(); left > 0; left -= 1) {
      await this.button(/^Voter : /);
      await this.sees('Votre bulletin');
      const lists = this.sheet.getByRole('listitem');
      const first = await lists.first().locator('span').innerText();
      await expect(lists.getByRole('button')).toHaveCount(0);
      await this.button('Je veux voter');
      const chosen = left === 1 ? 'Vote blanc' : first;
      await this.hands.press('button', new RegExp(`${chosen}$`), lists);
      await expect(this.sheet.getByText(chosen, { exact: true })).toBeVisible();
      await expect(lists).toHaveCount(0);
      await this.button('Je vote');
      await this.sees('Accusé de réception');
      await this.button(/^Garder la preuve/);
      await this.hears('ReceiptKept');
      if (left > 1) await this.button('Scrutin suivant');
    }
  }
}

/** A letter that never came, and the question chosen with the account: the only way to a code in 2022. */
test('Versailles, 2022: a dead invitation, a question, a one-time code, a new code, and a proof of vote', async ({
  page,
}) => {
  const voter = new Voter2022(pointer(page), words);
  await test.step('the start card', async () => {
    await page.goto('/simulateur/');
    await expect(page.getByRole('radio', { name: /^Élections professionnelles/ })).toHaveCount(3);
    await voter.hands.press('radio', /2022/);
    const academy = page.getByRole('combobox', { name: 'Mon académie' });
    await academy.selectOption('Académie de Versailles');
    await page.getByRole('combobox', { name: 'Mon exercice' }).selectOption('La lettre perdue');
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
    await question.selectOption({ index: 2 });
    const answers = voter.sheet.getByRole('group', { name: 'Réponses inventées' });
    await answers.getByRole('button').first().click();
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
