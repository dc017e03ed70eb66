/** What was done before an exercise begins: lines of data, played by the rules. */
import { describe, expect, test } from 'vitest';
import type { Earlier, Edition } from '../../../src/simulator/core/edition.ts';
import { begin, beginning, type Beginning } from '../../../src/simulator/core/prepare.ts';
import { editionOf, setupOf } from '../../support/scenario.ts';

const day = 86_400;

function begun(edition: Edition, ...already: readonly Earlier[]): Beginning {
  const exercises = Object.fromEntries(
    Object.entries(edition.exercises).map(([id, exercise]) => [id, { ...exercise, already }]),
  );
  return begin({ ...edition, exercises }, setupOf(edition));
}
const types = ({ events }: Beginning) =>
  events.map(({ type }) => type).filter((type) => type !== 'TimePassed');
const of2018 = editionOf('men-2018');
const of2022 = editionOf('men-2022');
const first = beginning(of2018, setupOf(of2018)).now;
const inVote = (of2018.calendar.voting?.opens ?? 0) + day;
const signIn = ['GiveAddress', 'SignIn'] as const;
const atPortal = [{ upTo: 'vote' }, { back: 'sign-in', at: inVote }] as const;

describe('what is played', () => {
  test('nothing, where everything is to be done', () => {
    expect(types(begun(of2018, { upTo: 'messagerie' }))).toEqual(['ExerciseStarted']);
  });

  test('time that goes by signs nobody out', () => {
    const { events, world } = begun(of2018, { upTo: 'compte' }, { seconds: day });
    expect(events.at(-1)).toEqual({ type: 'TimePassed', until: world.now, active: false });
    expect(world.mailbox.open).toBe(true);
    expect(begun(of2018, { until: first + day }).world.now).toBe(first + day);
  });

  test('coming back closes the mailbox and the space, and leads to a door at that very hour', () => {
    const box = begun(of2018, { upTo: 'compte' }, { back: 'mail-login', at: first + day });
    expect(types(box).slice(1)).toEqual([
      'NumenGiven',
      'MailboxSignedIn',
      'MailboxSignedOut',
      'Consulted',
    ]);
    const door = begun(of2018, ...atPortal, ...signIn, { back: 'sign-in', at: inVote + day });
    expect(types(door).slice(-3)).toEqual(['SignedIn', 'SignedOut', 'Consulted']);
    expect(door.world).toMatchObject({ screen: 'sign-in', now: inVote + day });
    expect(door.unplayed).toBeNull();
  });

  test('gesture by gesture, into the booth, to a ballot that is cast and one that is not', () => {
    const { world, unplayed } = begun(
      of2018,
      ...atPortal,
      ...signIn,
      ...([
        'EnterBooth',
        'OpenContest',
        'ConfirmBallot',
        'DownloadReceipt',
        'OpenContest',
      ] as const),
    );
    expect(unplayed).toBeNull();
    const [one, two] = world.persona.contests;
    expect(world).toMatchObject({
      screen: 'ballot',
      cast: [one?.id],
      receipts: [{ contest: one?.id, kept: true }],
      booth: { inside: true, contest: two?.id },
    });
  });

  test('a session that is left alone dies, as everywhere', () => {
    const { world } = begun(of2018, ...atPortal, ...signIn, { seconds: 25 * 60 });
    expect(world.account).toMatchObject({ session: null, sessionLost: true });
    expect(world.screen).toBe('sign-in');
  });

  test('of several mails the newest is read, and the newest link is followed', () => {
    const asks = ['GiveAddress', { arrives: 'mail' }] as const;
    const { world, unplayed } = begun(
      of2018,
      { upTo: 'compte' },
      ...asks,
      ...asks,
      'OpenMail',
      'FollowLink',
    );
    expect(unplayed).toBeNull();
    expect(world.mailbox.mails.filter(({ link }) => link).map(({ read }) => read)).toEqual([
      false,
      true,
    ]);
    expect(world.account.activation).toEqual({ sent: 2, used: [2] });
  });

  test('an image is changed where the election has one', () => {
    const lines = [{ upTo: 'compte' }, 'RenewCaptcha'] as const;
    expect(begun(editionOf('men-2014'), ...lines).world.captchas.account).toBe(1);
    expect(begun(of2022, ...lines).world.captchas['sign-in']).toBe(1);
  });

  test('what memory loses is an event: the same account, and a secret that nothing matches', () => {
    const forgotten = (edition: Edition, what: 'password' | 'answer') =>
      begun(edition, { upTo: 'vote' }, { forgets: what }).events.at(-1);
    expect(forgotten(of2022, 'answer')).toEqual({
      type: 'ChallengeChosen',
      question: 0,
      secret: 'forgotten',
    });
    expect(forgotten(of2018, 'password')).toEqual({
      type: 'PasswordChosen',
      secret: 'forgotten',
      by: 'activation',
    });
  });
});

describe('what is not', () => {
  const why = (edition: Edition, ...lines: readonly Earlier[]) => {
    const { unplayed } = begun(edition, ...lines);
    return unplayed && [unplayed.line, unplayed.why];
  };
  test('a gesture that the rules refuse, in their own word', () => {
    expect(why(of2018, 'SignIn')).toEqual([0, 'not-offered']);
    expect(why(of2018, { upTo: 'vote' }, ...signIn, 'EnterBooth')).toEqual([3, 'not-open-yet']);
    expect(why(of2018, ...atPortal, 'GiveAddress', 'EnterBooth')).toEqual([3, 'not-signed-in']);
    expect(why(editionOf('men-2014'), 'GiveAddress')).toEqual([0, 'not-offered']);
  });
  test('a page that is not open, or does not exist', () => {
    expect(why(of2018, { opens: 'space' })).toEqual([0, 'not-signed-in']);
    expect(why(of2018, { opens: 'nulle-part' })).toEqual([0, 'not-offered']);
  });
  test('an hour that is gone, a mail that nobody asked for', () => {
    expect(why(of2018, { until: first - 1 })).toEqual([0, 'past']);
    expect(why(of2018, { upTo: 'compte' }, { arrives: 'mail' })).toEqual([1, 'nothing-comes']);
    expect(why(of2018, { back: 'sign-in', at: first })).toEqual([0, 'past']);
  });
  test('a step that cannot be reached any more', () => {
    const closed = (of2018.calendar.voting?.closes ?? 0) + day;
    expect(why(of2018, { until: closed }, { upTo: 'vote' })).toEqual([1, 'voting-closed']);
  });
  test('only what there is can be forgotten', () => {
    expect(why(of2018, { forgets: 'password' })).toEqual([0, 'account-not-active']);
    expect(why(of2018, { upTo: 'vote' }, { forgets: 'answer' })).toEqual([1, 'not-offered']);
  });
  test('the first of them is told, and the rest is played nevertheless', () => {
    const { unplayed, world } = begun(of2018, 'EnterBooth', 'SignIn', { upTo: 'compte' });
    expect(unplayed?.line).toBe(0);
    expect(world.mailbox.open).toBe(true);
  });
});
