/** What was done before an exercise begins: data of the exercise, played by the rules. */
import { expect, test } from 'vitest';
import type { Already, Edition } from '../../../src/simulator/core/edition.ts';
import type { PortalEvent } from '../../../src/simulator/core/portal.ts';
import { beginning, opening } from '../../../src/simulator/core/prepare.ts';
import { editionOf, setupOf } from '../../support/scenario.ts';

const day = 86_400;

function before(edition: Edition, already: Already): readonly PortalEvent[] {
  const exercises = Object.fromEntries(
    Object.entries(edition.exercises).map(([id, exercise]) => [id, { ...exercise, already }]),
  );
  return opening({ ...edition, exercises }, setupOf(edition)).slice(1);
}
const types = (events: readonly PortalEvent[]) =>
  events.map(({ type }) => type).filter((type) => type !== 'TimePassed');

test('nothing, where everything is to be done', () => {
  expect(before(editionOf('men-2018'), { step: 'messagerie' })).toEqual([]);
});

test('days that only go by sign nobody out who was not in', () => {
  const edition = editionOf('men-2018');
  const until = beginning(edition, setupOf(edition)).now + day;
  expect(before(edition, { step: 'messagerie', until })).toEqual([
    { type: 'TimePassed', until, active: false },
  ]);
});

test('days that go by close the mailbox and the space, and lead a voter to the portal’s door', () => {
  const edition = editionOf('men-2018');
  const until = (edition.calendar.voting?.opens ?? 0) + day;
  const box = types(
    before(edition, { step: 'compte', until: beginning(edition, setupOf(edition)).now + day }),
  );
  expect(box).toEqual(['NumenGiven', 'MailboxSignedIn', 'MailboxSignedOut']);
  const door = types(before(edition, { step: 'vote', until }));
  expect(door.slice(-3)).toEqual(['MailboxSignedOut', 'Consulted', 'VotingOpened']);
  const proof = types(before(edition, { step: 'preuve', until }));
  expect(proof.slice(-3)).toEqual(['MailboxSignedOut', 'SignedOut', 'Consulted']);
  const code = types(before(edition, { step: 'code', until }));
  expect(code).not.toContain('SignedOut');
  expect(code.at(-1)).not.toBe('Consulted');
});

test('a letter is lost at the hour when the exercise begins', () => {
  const edition = editionOf('men-2018');
  const until = (edition.calendar.voting?.opens ?? 0) + day;
  const events = before(edition, { step: 'vote', until, losesLetter: true });
  expect(events.slice(-2)).toEqual([
    { type: 'TimePassed', until, active: false },
    { type: 'NoticeLost' },
  ]);
});

test('only what there is can be forgotten', () => {
  const forgotten = (id: string, forgets: Already['forgets']) =>
    before(editionOf(id), { step: 'vote', forgets }).filter(
      (event) => 'secret' in event && event.secret === 'forgotten',
    );
  expect(forgotten('men-2022', 'answer')).toEqual([
    { type: 'ChallengeChosen', question: 0, secret: 'forgotten' },
  ]);
  expect(forgotten('men-2018', 'answer')).toEqual([]);
  expect(forgotten('men-2022', undefined)).toEqual([]);
  expect(forgotten('men-2018', 'password')).toEqual([
    { type: 'PasswordChosen', secret: 'forgotten', by: 'activation' },
  ]);
});
