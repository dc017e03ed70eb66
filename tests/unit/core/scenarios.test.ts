// Every command and every refusal of each election, as sentences; and the list of those that cannot happen, with why.
import { describe, expect, test } from 'vitest';
import { commandTypes, type CommandType } from '../../../src/simulator/core/portal.ts';
import { refusalWords, type RefusalWord } from '../../../src/simulator/core/refusals.ts';
import type { Edition } from '../../../src/simulator/core/edition.ts';
import { worldOf } from '../../../src/simulator/core/evolve.ts';
import { start } from '../../../src/simulator/core/start.ts';
import { after, editionOf, play, setupOf } from '../../support/scenario.ts';
import { accountCases } from './cases/account.ts';
import { ballotCases } from './cases/ballot.ts';
import type { Case } from './cases/case.ts';
import { invitationCases } from './cases/invitation.ts';
import { mailboxCases } from './cases/mailbox.ts';
import { spaceCases } from './cases/space.ts';
import { votingCodeCases } from './cases/voting-code.ts';

const chapters: Readonly<Record<string, readonly Case[]>> = {
  mailbox: mailboxCases,
  account: accountCases,
  space: spaceCases,
  'voting code': votingCodeCases,
  ballot: ballotCases,
  'invitation and challenge': invitationCases,
};

/** Accepted nowhere in that edition, and why. */
const commandReasons: Readonly<Record<string, Partial<Record<CommandType, string>>>> = {
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
const refusalReasons: Readonly<Record<string, Partial<Record<RefusalWord, string>>>> = {
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

/** The edition as the case wants it: its own incidents and first hour. */
function edited(edition: Edition, one: Case): Edition {
  const exercises = Object.fromEntries(
    Object.entries(edition.exercises).map(([id, exercise]) => [
      id,
      {
        ...exercise,
        startsAt: one.startsAt?.(edition) ?? exercise.startsAt,
        incidents: one.incidents?.(edition) ?? exercise.incidents,
      },
    ]),
  );
  return { ...edition, exercises };
}

const accepted = new Set<string>();
const refused = new Set<string>();

describe.each(Object.entries(chapters))('%s', (_name, cases) => {
  for (const one of cases) {
    for (const id of one.editions) {
      test(`${id}: ${one.title}`, () => {
        const edition = edited(editionOf(id), one);
        const setup = setupOf(
          edition,
          one.academy && edition.academies[one.academy] ? { academy: one.academy } : {},
        );
        const world = after(edition, worldOf(start(edition, setup)), ...one.given);
        const command = one.when(world, edition);
        const { decision, world: next } = play(edition, world, command);
        const words = decision.refusals.map(({ word, field }) =>
          field ? `${word}@${field}` : word,
        );
        expect(words).toEqual(one.refused ?? []);
        const types = decision.events.map(({ type }) => type);
        const inOrder = types.filter((type) => one.then?.includes(type));
        expect(inOrder).toEqual(expect.arrayContaining([...(one.then ?? [])]));
        if (one.refused) {
          // Refused: nothing changed but the clock, what fell due, and what the portal remembers of the attempt.
          expect(next.cast).toEqual(world.cast);
          expect(next.code.reissues).toBe(world.code.reissues);
          expect(next.account.state).toBe(world.account.state);
        }
        expect(next.now).toBeGreaterThanOrEqual(world.now);
        if (decision.refusals.length === 0) accepted.add(`${id} ${command.type}`);
        for (const { word } of decision.refusals) refused.add(`${id} ${word}`);
      });
    }
  }
});

describe.each(['men-2014', 'men-2018', 'men-2022'])('%s is covered', (id) => {
  test('every command is accepted in a scenario, or has a reason', () => {
    const missing = commandTypes.filter(
      (type) => !accepted.has(`${id} ${type}`) && !commandReasons[id]?.[type],
    );
    expect(missing).toEqual([]);
    const idle = commandTypes.filter(
      (type) => accepted.has(`${id} ${type}`) && commandReasons[id]?.[type],
    );
    expect(idle).toEqual([]);
  });
  test('every refusal is given in a scenario, or has a reason', () => {
    const missing = refusalWords.filter(
      (word) => !refused.has(`${id} ${word}`) && !refusalReasons[id]?.[word],
    );
    expect(missing).toEqual([]);
    const idle = refusalWords.filter(
      (word) => refused.has(`${id} ${word}`) && refusalReasons[id]?.[word],
    );
    expect(idle).toEqual([]);
  });
});
