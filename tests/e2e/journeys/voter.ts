// What a voter does, step by step: the same names as in the line tables of the founding documents.
import type { Locator } from '@playwright/test';
import { expect, test } from '../../support/policy-watch.ts';
import { loadEdition } from '../../../src/lib/editions.ts';
import type { Edition } from '../../../src/simulator/core/edition.ts';
import type { CommandType, EventType } from '../../../src/simulator/core/portal.ts';
import type { FieldName } from '../../../src/simulator/core/refusals.ts';
import type { JourneyStep } from '../../documents/journey-steps.ts';
import { settled, type Hands } from './hands.ts';
import { said } from './said.ts';

/** Words that change from one election, or one academy, to the other. */
export interface Words {
  readonly edition: string;
  readonly mailUser: string;
  readonly mailPassword: string;
  readonly mailButton: string;
  readonly address: string;
  readonly password: string;
  readonly confirmation: string;
  readonly code: string;
  readonly signIn: string;
  readonly activationSubject: RegExp;
  readonly voteTile: RegExp;
  readonly resultsTile: RegExp;
}

export const words2014: Omit<Words, 'mailUser' | 'mailPassword' | 'mailButton'> = {
  edition: 'men-2014',
  address: 'Adresse de messagerie professionnelle',
  password: 'Mot de passe électeur',
  confirmation: 'Confirmation du mot de passe :',
  code: 'Identifiant de vote',
  signIn: 'ENTRER',
  activationSubject: /confirmez votre compte électeur/,
  voteTile: /^Entrer dans l’application de vote/,
  resultsTile: /^Résultats/,
};

export const words2018: Words = {
  edition: 'men-2018',
  mailUser: 'Identifiant',
  mailPassword: 'Mot de passe',
  mailButton: 'Se connecter',
  address: 'Adresse de messagerie professionnelle',
  password: 'Mot de passe personnel électeur',
  confirmation: 'Confirmation du mot de passe personnel électeur *',
  code: 'Identifiant électeur',
  signIn: 'SE CONNECTER',
  activationSubject: /Création de votre compte/,
  voteTile: /^Voter/,
  resultsTile: /^Accéder aux résultats/,
};

/** One step of a founding document, walked. */
export function step(name: JourneyStep, walk: () => Promise<void>): Promise<void> {
  return test.step(name, walk);
}

export class Voter {
  readonly hands: Hands;
  readonly words: Words;
  /** What content/ says of that election. */
  readonly edition: Edition;

  constructor(hands: Hands, words: Words) {
    this.hands = hands;
    this.words = words;
    this.edition = loadEdition(words.edition);
  }

  /** The page of the exercise that is open. */
  get sheet(): Locator {
    return this.hands.page.getByRole('article');
  }

  button(name: string | RegExp): Promise<void> {
    return this.hands.press('button', name, this.sheet);
  }

  async sees(title: string | RegExp): Promise<void> {
    const heading = this.sheet.getByRole('heading', {
      name: title,
      exact: typeof title === 'string',
    });
    await expect(heading.first()).toBeVisible();
  }

  /** What the visible journal has just said: the sentence of that event, whatever content/ makes of it. */
  async hears(event: EventType): Promise<void> {
    const sentence = said(this.edition.narration[event]);
    const told = this.hands.page.getByRole('status').filter({ hasText: sentence });
    await expect(told.first()).toBeVisible();
  }

  take(device: string): Promise<void> {
    const desk = this.hands.page.getByRole('navigation', { name: 'Sur le bureau' });
    return this.hands.press('button', new RegExp(`^${device}`), desk);
  }

  async open(place: string): Promise<void> {
    await this.take('ordinateur');
    const pages = this.hands.page.getByRole('navigation', { name: 'Pages de l’ordinateur' });
    await this.hands.press('button', new RegExp(`^${place}`), pages);
  }

  fill(label: string): Promise<void> {
    return this.button(`remplir : ${label}`);
  }

  /** What a field is called on that page of the election. */
  label(screen: string, field: FieldName): string {
    return this.edition.screens[screen]?.fields.find(({ id }) => id === field)?.label ?? field;
  }

  fillIn(screen: string, ...fields: readonly FieldName[]): Promise<void> {
    return fields.reduce(
      (before, field) => before.then(() => this.fill(this.label(screen, field))),
      Promise.resolve(),
    );
  }

  /** The button of that page which sends this. */
  sends(screen: string, command: CommandType): Promise<void> {
    const action = this.edition.screens[screen]?.actions.find(({ sends }) => sends === command);
    return this.begins(action?.label ?? command);
  }

  /** The button of that page which opens another. */
  goes(screen: string, opens: string): Promise<void> {
    const action = this.edition.screens[screen]?.actions.find((one) => one.opens === opens);
    return this.begins(action?.label ?? opens);
  }

  /** A button that begins with these words; a note may stand under them. */
  private begins(words: string): Promise<void> {
    return this.button(new RegExp(`^${said(words).source}`));
  }

  /** From the home page, by the academy, to the tutorial of that election. */
  async readPage(
    academy: string,
    archive: string | RegExp,
    title: RegExp,
    home = '/',
  ): Promise<void> {
    const { page } = this.hands;
    await page.goto(home);
    await this.hands.press('link', new RegExp(`^${academy}`), page.getByRole('main'));
    await expect(page.getByText('Vote du 3 au 10 décembre 2026').first()).toBeVisible();
    await this.hands.press('link', archive, page.getByRole('main'));
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  }

  /** From the tutorial to the desk, by the start card: from the beginning, or with another exercise of the list. */
  async begin(anchor: string, link: RegExp = /^S’entraîner/, exercise?: string): Promise<void> {
    const { page } = this.hands;
    await this.hands.press('link', link, page.locator(`#${anchor}`));
    await expect(page.getByRole('heading', { name: 'S’entraîner à voter' })).toBeVisible();
    if (exercise) {
      await this.hands.select('Mon exercice', exercise);
      await this.hands.select('Commencer', 'au début');
    }
    await this.hands.press('button', 'Commencer l’exercice');
    await expect(page.getByText('EXERCICE', { exact: true })).toBeVisible();
  }

  async askNumen(): Promise<void> {
    await this.take('personnes');
    await this.button('Demander mon NUMEN au secrétariat');
    await this.hears('NumenGiven');
  }

  async openMailbox(): Promise<void> {
    await this.open('messagerie');
    await this.fill(this.words.mailUser);
    await this.fill(this.words.mailPassword);
    await this.button(this.words.mailButton);
    await this.sees('Courriels reçus');
  }

  /** The image, read aloud by the page itself, then typed; one that was asked for again is waited for. */
  async readCaptcha(label: string): Promise<void> {
    await settled(this.hands.page);
    const shown = await this.sheet.getByRole('img').locator('text').allTextContents();
    await this.hands.write(label, shown.join('').replaceAll('\u00a0', ' '));
  }

  async until(moment: RegExp): Promise<void> {
    await this.take('calendrier');
    await this.button(moment);
  }

  nextEvent(): Promise<void> {
    return this.until(/^Jusqu’au prochain événement/);
  }

  async readMail(subject: RegExp): Promise<void> {
    await this.open('messagerie');
    await this.button(new RegExp(`(Lu|Non lu) : .*${subject.source}`));
    await this.sees('Un courriel');
  }

  /** The proposal with that place in the list of invented passwords. */
  async choosePassword(label: string, confirmation: string): Promise<void> {
    const proposals = this.sheet.getByRole('group', { name: 'Mots de passe inventés' });
    const first = (await proposals.getByRole('button').first().textContent()) ?? '';
    await this.hands.press('button', first, proposals);
    await expect(this.sheet.getByRole('textbox', { name: label, exact: true })).toHaveValue(first);
    await this.fill(confirmation);
  }

  /** The first answer of the list of invented ones. */
  async inventAnswer(): Promise<void> {
    const answers = this.sheet.getByRole('group', { name: 'Réponses inventées' });
    const first = (await answers.getByRole('button').first().textContent()) ?? '';
    await this.hands.press('button', first, answers);
  }

  async collectLetter(): Promise<void> {
    await this.take('casier');
    await this.button('Prendre la lettre et signer');
    await this.hears('NoticeCollected');
  }

  async openLetter(): Promise<void> {
    await this.button('Ouvrir la lettre');
    await this.sees('Lettre de vote (la notice)');
  }

  /** The link of the mail that is open. */
  followLink(): Promise<void> {
    return this.button(/portail\.example/);
  }

  /** The whole form of a new account. */
  async openAccount(): Promise<void> {
    await this.fill('Adresse de messagerie professionnelle :');
    await this.choosePassword('Mot de passe électeur :', this.words.confirmation);
    await this.readCaptcha('Saisissez le contenu qui s’affiche ci-dessus.');
    await this.button('JE CRÉE MON COMPTE');
    await this.hears('AccountOpened');
  }

  /** From wherever: the portal's door, then in. */
  async backToSpace(): Promise<void> {
    await this.open('espace électeur');
    const door = this.edition.screens['public-page'];
    if (door) {
      await this.sees(door.title);
      await this.button('Je me connecte à mon espace électeur');
    }
    await this.signIn();
  }

  /** The address, and on to the next page where the password has its own. */
  async giveAddress(): Promise<void> {
    await this.fill(this.words.address);
    const next = this.sheet.getByRole('button', { name: 'CONTINUER' });
    if ((await next.count()) > 0) await this.button('CONTINUER');
  }

  /** Address, then password: on one page or on two. */
  async signIn(): Promise<void> {
    await this.giveAddress();
    await expect(this.sheet.getByRole('textbox', { name: this.words.password })).toBeVisible();
    await this.fill(this.words.password);
    await this.button(this.words.signIn);
    await this.sees(this.edition.screens['space']?.title ?? 'space');
  }

  /** Opens a page of the space and comes back. */
  async visit(door: string | RegExp, title: string | RegExp): Promise<void> {
    await this.button(door);
    await this.sees(title);
    await this.open('espace électeur');
    await this.sees('Mon espace électeur');
  }

  /** From the space to the page that asks for the code. */
  toBooth(): Promise<void> {
    return this.button(this.words.voteTile);
  }

  async enterBooth(): Promise<void> {
    await this.toBooth();
    await this.fill(this.words.code);
    const password = this.sheet.getByRole('textbox', { name: this.words.password });
    if ((await password.count()) > 0) await this.fill(this.words.password);
    await this.sends('booth-entry', 'EnterBooth');
    await this.sees('Vos scrutins');
  }

  /** Out of the booth, the proofs are found again in the portal. */
  async findReceipts(): Promise<void> {
    await this.open('espace électeur');
    await this.sees('Vos scrutins');
    await this.button('Quitter l’isoloir');
    await this.button('Mes preuves de vote');
    await expect(this.sheet.getByText('Preuve gardée').first()).toBeVisible();
  }

  resultsDay(): Promise<void> {
    return this.until(/^y aller : Ouverture : les résultats/);
  }

  async seeResults(): Promise<void> {
    await this.button(this.words.resultsTile);
    await expect(this.sheet.getByRole('table').first()).toBeVisible();
    await expect(
      this.hands.page.getByText('Exercice terminé. Rien n’est parti d’ici.'),
    ).toBeVisible();
  }

  /** Goes to the opening of the vote by the calendar. */
  votingDay(): Promise<void> {
    return this.until(/^y aller : Ouverture : le vote/);
  }

  /** Every ballot of the list: the first list in each, blank in the last; its proof kept each time. */
  async castBallots(): Promise<void> {
    const doors = this.sheet.getByRole('button', { name: /^Voter : / });
    await expect(doors.first()).toBeVisible();
    for (let left = await doors.count(); left > 0; left -= 1) {
      await this.castBallot(left === 1);
      if (left > 1) await this.button('Scrutin suivant');
    }
  }

  /** The first ballot that remains: its first list, or blank; its proof kept. */
  async castBallot(blank: boolean): Promise<void> {
    await this.button(/^Voter : /);
    const first = await this.sheet.getByRole('group').locator('label > span').first().innerText();
    await this.hands.press('radio', blank ? 'Vote blanc' : first.trim(), this.sheet);
    await this.button('Vérifier mon choix');
    await this.button('Confirmer mon vote');
    await this.hears('ReceiptIssued');
    await this.button(/^Garder la preuve/);
    await this.hears('ReceiptKept');
  }
}

/** What every document leads to: in on the day, every ballot, every proof, the results. */
export async function voteToTheEnd(voter: Voter): Promise<void> {
  await step('enter-booth', async () => {
    await voter.votingDay();
    await voter.backToSpace();
    await voter.enterBooth();
  });
  await step('cast-ballots', () => voter.castBallots());
  await step('keep-receipt', () => voter.findReceipts());
  await step('see-results', async () => {
    await voter.resultsDay();
    await voter.backToSpace();
    await voter.seeResults();
  });
}
