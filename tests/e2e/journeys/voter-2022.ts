// The voter of 2022: what that election asks in another order, or with other gestures.
import { expect } from '@playwright/test';
import { Voter, type Words } from './voter.ts';

export const words2022: Words = {
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

export class Voter2022 extends Voter {
  override async giveAddress(): Promise<void> {
    await this.fill(this.words.address);
    await this.readCaptcha('Les quatre chiffres de l’image');
    await this.button('Continuer');
  }

  override async toBooth(): Promise<void> {
    await super.toBooth();
    await this.button(/^Voter/);
  }

  /** Every logo is read before one can be chosen. */
  override async castBallot(blank: boolean): Promise<void> {
    await this.button(/^Voter : /);
    await this.sees('Votre bulletin');
    const lists = this.sheet.getByRole('listitem');
    const first = await lists.first().locator('span').innerText();
    await expect(lists.getByRole('button')).toHaveCount(0);
    await this.button('Je veux voter');
    const chosen = blank ? 'Vote blanc' : first;
    await this.hands.press('button', new RegExp(`${chosen}$`), lists);
    await expect(this.sheet.getByText(chosen, { exact: true })).toBeVisible();
    await expect(lists).toHaveCount(0);
    await this.button('Je vote');
    await this.sees('Accusé de réception');
    await this.button(/^Garder la preuve/);
    await this.hears('ReceiptKept');
  }
}
