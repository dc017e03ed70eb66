// The forms by which a new code is asked for.
import type { Voter } from '../journeys/voter.ts';

/** The form that sends a new code to a telephone; another image comes after each refusal. */
export async function askNewCode(voter: Voter, phone: () => Promise<void>): Promise<void> {
  await phone();
  await voter.fillIn('new-code', 'numen', 'birthDate');
  await voter.readCaptcha(voter.label('new-code', 'captcha'));
  await voter.sends('new-code', 'RequestVotingCode');
}
