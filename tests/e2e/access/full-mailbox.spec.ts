// A mailbox so full that the portal's mail comes back: room is made, the mail asked for again, and a ballot cast.
import { expect } from '@playwright/test';
import { askForMail, finishAccount, openMail, voteWithLetter } from './account.ts';
import { coached, troubled } from './answers.ts';
import { journeys } from './sit-down.ts';

journeys('full mailbox', async (voter) => {
  await voter.askNumen();
  await askForMail(voter);
  await voter.nextEvent();
  await voter.hears('MailBounced');
  await voter.openMailbox();
  await troubled(voter, 'mailbox-full');
  await expect(voter.sheet.getByText('Boîte pleine.')).toBeVisible();
  await coached(voter, 'make-room');
  for (let many = 0; many < 3; many += 1) await voter.button(/^supprimer : /);
  await voter.button(/^Corbeille/);
  await voter.sends('bin', 'EmptyBin');
  await voter.hears('BinEmptied');
  // What bounced never comes back by itself.
  await askForMail(voter);
  await voter.nextEvent();
  await openMail(voter, 'activation');
  await voter.followLink();
  await finishAccount(voter);
  await voteWithLetter(voter);
});
