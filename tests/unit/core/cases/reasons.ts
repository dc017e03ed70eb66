// What cannot happen in an election, and why: read by the scenarios' test and printed by `npm run proof`.
import type { CommandType } from '../../../../src/simulator/core/portal.ts';
import type { RefusalWord } from '../../../../src/simulator/core/refusals.ts';

/** Accepted nowhere in that edition, and why. */
export const commandReasons: Readonly<Record<string, Partial<Record<CommandType, string>>>> = {
  'men-2014': {
    GiveAddress: 'one page asks for address and password together',
    ReadSms: 'the code is shown in the portal, never sent by text message',
    ChooseChallenge: 'there is no challenge question',
    AnswerChallenge: 'there is no challenge question',
    GiveOneTimeCode: 'there is no one-time code',
    RegenerateVotingCode: 'the same code is shown again',
    NoteVotingCode: 'the same code is shown again',
  },
  'men-2018': {
    OpenAccount: 'the address comes first, the password after the link',
    ChooseChallenge: 'there is no challenge question',
    AnswerChallenge: 'there is no challenge question',
    GiveOneTimeCode: 'there is no one-time code',
    RegenerateVotingCode: 'the new code comes by text message',
    NoteVotingCode: 'the new code comes by text message',
    LeaveSite: 'no certificate warning is told of 2018',
    OverrideWarning: 'no certificate warning is told of 2018',
    RequestProfileUpdate: 'the window is not found in the sources, so it is not offered',
    ClaimRollCorrection: 'the window is not found in the sources, so it is not offered',
  },
  'men-2022': {
    AnswerCaptcha: 'no academy of that year is known to have the identifier tool',
    LookUpIdentity: 'no academy of that year is known to have the identifier tool',
    LeaveSite: 'no certificate warning is told of 2022',
    OverrideWarning: 'no certificate warning is told of 2022',
    OpenAccount: 'everybody is invited by mail',
    RequestProfileUpdate: 'the window is not found in the sources, so it is not offered',
    RequestVotingCode: 'a new code is won by the challenge question',
  },
};

/** Given nowhere in that edition, and why. */
export const refusalReasons: Readonly<Record<string, Partial<Record<RefusalWord, string>>>> = {
  'men-2014': {
    'password-too-long': 'no greatest length is known',
    'password-without-special': 'the rule asks for none',
    'password-equals-address': 'the rule does not forbid it',
    'malformed-phone': 'no phone is asked',
    'foreign-phone': 'no phone is asked',
    'not-a-mobile': 'no phone is asked',
    'no-reissue-left': 'the same code is shown again, as often as one likes',
    'code-superseded': 'the same code is shown again: there is no former one',
    'account-not-active': 'the request needs no more than a session',
    'wrong-challenge-answer': 'there is no challenge question',
    'wrong-one-time-code': 'there is no one-time code',
    'one-time-code-expired': 'there is no one-time code',
  },
  'men-2018': {
    'password-without-special': 'the rule asks for none',
    'account-exists': 'a known address leads to the password page instead',
    'account-not-confirmed': 'there is no account before the password is chosen',
    'account-not-active': 'the request needs no more than a session',
    'wrong-challenge-answer': 'there is no challenge question',
    'wrong-one-time-code': 'there is no one-time code',
    'one-time-code-expired': 'there is no one-time code',
  },
  'men-2022': {
    'malformed-phone': 'no phone is asked',
    'foreign-phone': 'no phone is asked',
    'not-a-mobile': 'no phone is asked',
    'password-too-long': 'no greatest length is known',
    'password-equals-address': 'the rule does not forbid it',
    'account-exists': 'a known address leads to the password page instead',
    'no-reissue-left': 'no limit is known',
  },
};
