// A new code that goes to a number: refused when no message can reach it, accepted when it is somebody else's.
import { expect } from '@playwright/test';
import { voteNow } from './account.ts';
import { coached, refused, troubled } from './answers.ts';
import { askNewCode } from './code.ts';
import { journeys } from './sit-down.ts';

const abroad = '+49 151 23456789';
const landline = '01 23 45 67 89';

journeys(
  'wrong phone',
  async (voter) => {
    await voter.backToSpace();
    await voter.goes('space', 'new-code');
    const phone = voter.label('new-code', 'phone');
    await askNewCode(voter, () => voter.hands.write(phone, landline));
    await refused(voter, 'not-a-mobile', ['new-code', 'phone']);
    await askNewCode(voter, () => voter.hands.write(phone, abroad));
    await refused(voter, 'foreign-phone', ['new-code', 'phone']);
    await askNewCode(voter, () => voter.button(`mon ancien numéro : ${phone}`));
    await voter.hears('VotingCodeReissued');
    // It is on somebody else's telephone, and the letter's code is dead.
    await voter.until(/^Attendre 1 h/);
    await voter.take('téléphone');
    await expect(voter.sheet.getByText('Aucun message.')).toBeVisible();
    await troubled(voter, 'code-elsewhere');
    await coached(voter, 'sign-in');
    await voter.backToSpace();
    await voter.goes('space', 'new-code');
    await askNewCode(voter, () => voter.fill(phone));
    await voter.hears('VotingCodeReissued');
    await voter.nextEvent();
    await voter.nextEvent();
    await voter.take('téléphone');
    await voter.button('Lire le message');
    await voter.hears('SmsRead');
    await voter.open('espace électeur');
    await voteNow(voter);
  },
  async (voter) => {
    await voter.backToSpace();
    await voter.goes('space', 'new-code');
    const { fields = [] } = voter.edition.screens['new-code'] ?? {};
    await expect(voter.sheet.getByRole('textbox')).toHaveCount(fields.length);
    await expect(voter.sheet.getByRole('textbox', { name: /tél/i })).toHaveCount(0);
  },
);
