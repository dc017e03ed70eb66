// A voting code that is lost two days before the vote: what each election offers, at its time, and a ballot cast.
import { openMail, voteNow } from './account.ts';
import { coached, readHelp, refused, troubled } from './answers.ts';
import { askNewCode } from './code.ts';
import { journeys, resume } from './sit-down.ts';
import type { Voter } from '../journeys/voter.ts';

/** The same code is shown again, until the vote opens. */
async function shownAgain(voter: Voter): Promise<void> {
  await voter.sends('new-code', 'RequestVotingCode');
  await voter.hears('VotingCodeShown');
  await voter.votingDay();
  await voter.backToSpace();
}

/** From memory it is wrong; another one comes by text message. */
async function bySms(voter: Voter): Promise<void> {
  await voter.votingDay();
  await voter.backToSpace();
  await voter.toBooth();
  await voter.hands.write(voter.label('booth-entry', 'code'), 'ABCD EFGH JKLM');
  await voter.sends('booth-entry', 'EnterBooth');
  await refused(voter, 'wrong-voting-code', ['booth-entry', 'code']);
  await voter.open('espace électeur');
  await voter.goes('space', 'new-code');
  await askNewCode(voter, () => voter.fillIn('new-code', 'phone'));
  await voter.hears('VotingCodeReissued');
  await voter.nextEvent();
  await voter.nextEvent();
  await voter.take('téléphone');
  await voter.button('Lire le message');
  await voter.hears('SmsRead');
  await voter.open('espace électeur');
}

/** Not before the vote; then an answer, a one-time code by mail, and a new code that the screen shows once. */
async function byChallenge(voter: Voter, exercise: string): Promise<void> {
  await readHelp(voter, await refused(voter, 'not-open-yet'));
  await voter.hands.page.goBack();
  await resume(voter, exercise);
  await voter.votingDay();
  await voter.openMailbox();
  await voter.backToSpace();
  await voter.goes('space', 'new-code');
  await voter.fillIn('new-code', 'answer', 'numen');
  await voter.button(/courriel$/);
  await voter.hears('OneTimeCodeAsked');
  await voter.nextEvent();
  await openMail(voter, 'one-time-code');
  await voter.open('espace électeur');
  await voter.fillIn('one-time-code', 'code');
  await voter.sends('one-time-code', 'GiveOneTimeCode');
  await voter.sends('new-code-regenerate', 'RegenerateVotingCode');
  await voter.hears('VotingCodeReissued');
  // Shown once, not noted yet: the worst moment for F5.
  await voter.hands.page.reload();
  await resume(voter, exercise);
  await voter.sends('new-code-shown', 'NoteVotingCode');
  await voter.hears('VotingCodeNoted');
  await voter.goes('new-code-shown', 'space');
}

journeys('lost code', async (voter, exercise) => {
  await troubled(voter, 'letter-lost');
  await voter.backToSpace();
  await voter.goes('space', 'new-code');
  await coached(voter, 'ask-new-code');
  switch (voter.edition.reissue) {
    case 'shown-again':
      await shownAgain(voter);
      break;
    case 'sms':
      await bySms(voter);
      break;
    case 'challenge':
      await byChallenge(voter, exercise);
  }
  await voteNow(voter);
});
