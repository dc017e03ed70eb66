// A password that does not come back: refused, replaced by mail, and a ballot with the code of the letter.
import { choosePassword, openMail, voteNow } from './account.ts';
import { coached, refused } from './answers.ts';
import { journeys } from './sit-down.ts';

journeys('forgotten password', async (voter) => {
  const screen = voter.edition.signInForm === 'one-page' ? 'sign-in' : 'password';
  await voter.giveAddress();
  await voter.hands.write(voter.words.password, 'Souvenir-1-vague');
  await voter.sends(screen, 'SignIn');
  await refused(voter, 'wrong-password', [screen, 'password']);
  await coached(voter, 'reset-password');
  await voter.goes(screen, 'reset');
  await voter.fillIn('reset', 'address');
  await voter.sends('reset', 'RequestPasswordReset');
  await voter.hears('PasswordResetRequested');
  await voter.nextEvent();
  await voter.openMailbox();
  await openMail(voter, 'reset');
  await voter.followLink();
  await choosePassword(voter);
  await voter.hears('PasswordChosen');
  await voter.backToSpace();
  await voteNow(voter);
});
