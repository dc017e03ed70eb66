// Where an election offers no way back to a code: the portal's refusal, the coach's reason, and the page that says whom to call.
import { test } from '../../support/policy-watch.ts';
import { coached, refused } from './answers.ts';
import { askNewCode } from './code.ts';
import { sitDown } from './sit-down.ts';

test('men-2014: once the vote is open, a lost code is not shown any more', async ({ page }) => {
  const voter = await sitDown(page, 'men-2014', 'code-perdu-j-2', 'phone');
  await voter.votingDay();
  await voter.backToSpace();
  await voter.goes('space', 'new-code');
  await refused(voter, 'reissue-unavailable');
  await coached(voter, 'dead-end');
});

test('men-2018: a third new code that went to somebody else is the last one', async ({ page }) => {
  const voter = await sitDown(page, 'men-2018', 'troisieme-nouveau-code', 'phone');
  const phone = voter.label('new-code', 'phone');
  await voter.backToSpace();
  await voter.goes('space', 'new-code');
  await askNewCode(voter, () => voter.button(`mon ancien numéro : ${phone}`));
  await voter.hears('VotingCodeReissued');
  await voter.goes('new-code-sent', 'space');
  await voter.goes('space', 'new-code');
  await askNewCode(voter, () => voter.fill(phone));
  await refused(voter, 'no-reissue-left');
  await coached(voter, 'dead-end');
});

test('men-2022: without letter and without answer, no code can be made', async ({ page }) => {
  const voter = await sitDown(page, 'men-2022', 'reponse-oubliee', 'phone');
  await voter.take('casier');
  await voter.goes('notice', 'letterbox');
  await voter.sends('letterbox', 'LoseNotice');
  await voter.backToSpace();
  await voter.goes('space', 'new-code');
  await voter.hands.write(voter.label('new-code', 'answer'), 'une autre');
  await voter.fillIn('new-code', 'numen');
  await voter.button(/SMS$/);
  await refused(voter, 'wrong-challenge-answer', ['new-code', 'answer']);
  await coached(voter, 'dead-end');
});
