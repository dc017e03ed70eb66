// What opens an account, or opens it again, by the choices an election makes.
import { expect } from '@playwright/test';
import type { LinkKind } from '../../../src/simulator/core/edition.ts';
import { said } from '../journeys/said.ts';
import type { Voter } from '../journeys/voter.ts';

/** Asks the portal for the mail that brings an account to life. */
export async function askForMail(voter: Voter): Promise<void> {
  await voter.open('espace électeur');
  switch (voter.edition.accountOpening) {
    case 'password-then-link':
      await voter.goes('public-page', 'create-account');
      return voter.openAccount();
    case 'address-then-link':
    case 'invitation-link':
      await voter.giveAddress();
      return voter.sees(voter.edition.screens['account-mail-sent']?.title ?? '');
  }
}

/** Opens the newest mail with that link, or of that kind, read before or not. */
export async function openMail(voter: Voter, wanted: LinkKind | 'one-time-code'): Promise<void> {
  await voter.open('messagerie');
  const mails = Object.values(voter.edition.mails);
  const mail = mails.find(({ kind, link }) => link === wanted || kind === wanted);
  await voter.button(new RegExp(`^(Non lu : )?${said(mail?.subject ?? wanted).source}`));
  await voter.sees('Un courriel');
}

/** The page behind a link: one of the proposed passwords, twice. */
export async function choosePassword(voter: Voter): Promise<void> {
  const screen = 'choose-password';
  await voter.choosePassword(voter.label(screen, 'password'), voter.label(screen, 'confirmation'));
  await voter.sends(screen, 'ChoosePassword');
}

/** From the link on, whatever the election still asks before the account is ready. */
export async function finishAccount(voter: Voter): Promise<void> {
  const { accountOpening, challenges } = voter.edition;
  if (accountOpening === 'password-then-link') return voter.hears('AccountConfirmed');
  await choosePassword(voter);
  if (challenges.length === 0) return voter.hears('PasswordChosen');
  await voter.hands.select(voter.label('choose-challenge', 'question'), 1);
  await voter.inventAnswer();
  await voter.sends('choose-challenge', 'ChooseChallenge');
  await voter.hears('ChallengeChosen');
}

/** In again: the booth, and a ballot with its proof. */
export async function voteNow(voter: Voter): Promise<void> {
  await voter.enterBooth();
  await voter.castBallot(false);
  await expect(voter.sheet.getByText('Preuve gardée').first()).toBeVisible();
}

/** The letter is fetched and read, the day awaited; then in, and a ballot with its proof. */
export async function voteWithLetter(voter: Voter): Promise<void> {
  await voter.collectLetter();
  await voter.openLetter();
  await voter.votingDay();
  await voter.backToSpace();
  await voteNow(voter);
}
