// A link that has done its work, followed once more: refused, and the account was ready all along.
import { openMail, voteWithLetter } from './account.ts';
import { readHelp, refused } from './answers.ts';
import { journeys, resume } from './sit-down.ts';

journeys('used link', async (voter, exercise) => {
  await voter.openMailbox();
  await openMail(voter, 'activation');
  await voter.followLink();
  await readHelp(voter, await refused(voter, 'link-used'));
  await voter.hands.page.goBack();
  await resume(voter, exercise);
  await voter.sees('Un courriel');
  await voter.backToSpace();
  await voter.hears('SignedIn');
  await voteWithLetter(voter);
});
