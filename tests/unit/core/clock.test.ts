/** The exercise's clock: who is at a desk when, what comes when, and in which order. */
import { describe, expect, test } from 'vitest';
import {
  advance,
  deskOpen,
  deskOpensAt,
  later as promise,
  mailLater,
} from '../../../src/simulator/core/clock.ts';
import type { DeskHours, Edition, Screen } from '../../../src/simulator/core/edition.ts';
import type {
  Due,
  Falling,
  OneTimeCode,
  PortalEvent,
  World,
} from '../../../src/simulator/core/portal.ts';
import { begin, editionOf, withIncidents } from '../../support/scenario.ts';

const of2014 = editionOf('men-2014');
const edition = editionOf('men-2018');
const of2022 = editionOf('men-2022');
const world = begin(edition);
const hour = 3600;

const second = (text: string): number => Date.parse(text) / 1000;
const at = (text: string, academy = 'amiens'): World => ({
  ...begin(edition, { academy }),
  now: second(text),
});
/** The world with only these things to come. */
const awaiting = (here: World, ...due: readonly Due[]): World => ({ ...here, due });
const soon = (what: Falling, at = world.now + 60, id = 'd1'): Due => ({ id, at, what });
const full = (here: Edition): Edition => ({
  ...here,
  limits: { ...here.limits, mailboxCapacity: 1 },
});
/** What happens when that thing's hour comes. */
function falls(here: Edition, before: World, due: Due): readonly PortalEvent[] {
  return advance(here, awaiting(before, due), due.at, false).events;
}

describe('a desk', () => {
  const hours: DeskHours = edition.desks.secretariat;

  test.each([
    ['2018-11-12T06:59:59Z', false],
    ['2018-11-12T07:00:00Z', true],
    ['2018-11-12T15:59:59Z', true],
    ['2018-11-12T16:00:00Z', false],
    ['2018-11-13T11:00:00Z', true],
    ['2018-11-14T11:00:00Z', true],
    ['2018-11-15T11:00:00Z', true],
    ['2018-11-16T11:00:00Z', true],
    ['2018-11-17T11:00:00Z', false],
    ['2018-11-18T11:00:00Z', false],
    // Summer time.
    ['2018-10-26T05:59:59Z', false],
    ['2018-10-26T06:00:00Z', true],
  ])('in Amiens at %s: %s', (now, open) => expect(deskOpen(edition, at(now), hours)).toBe(open));

  test.each([
    ['la-reunion', '2018-11-12T03:59:59Z', false],
    ['la-reunion', '2018-11-12T04:00:00Z', true],
    ['la-reunion', '2018-11-12T13:00:00Z', false],
    // Sunday evening there, Monday morning in Paris; Friday afternoon there, Saturday in Paris.
    ['polynesie-francaise', '2018-11-12T08:00:00Z', false],
    ['polynesie-francaise', '2018-11-12T17:59:59Z', false],
    ['polynesie-francaise', '2018-11-12T18:00:00Z', true],
    ['polynesie-francaise', '2018-11-17T02:59:59Z', true],
    ['polynesie-francaise', '2018-11-17T03:00:00Z', false],
    // Monday morning there, Sunday evening in Paris.
    ['nouvelle-caledonie', '2018-11-11T21:00:00Z', true],
    ['nouvelle-caledonie', '2018-11-15T21:00:00Z', true],
    ['nouvelle-caledonie', '2018-11-16T21:00:00Z', false],
  ])('by the clock of %s at %s: %s', (academy, now, open) =>
    expect(deskOpen(edition, at(now, academy), hours)).toBe(open),
  );

  test.each([
    ['amiens', '2018-11-12T03:00:00Z', '2018-11-12T07:00:00Z'],
    ['amiens', '2018-11-12T07:00:00Z', '2018-11-12T07:00:00Z'],
    ['amiens', '2018-11-12T12:34:56Z', '2018-11-12T12:34:56Z'],
    ['amiens', '2018-11-12T15:59:59Z', '2018-11-12T15:59:59Z'],
    ['amiens', '2018-11-12T16:00:00Z', '2018-11-13T07:00:00Z'],
    ['amiens', '2018-11-12T23:30:00Z', '2018-11-13T07:00:00Z'],
    ['amiens', '2018-11-16T16:00:00Z', '2018-11-19T07:00:00Z'],
    // Clocks change in the night to Sunday.
    ['amiens', '2018-10-26T15:00:00Z', '2018-10-29T07:00:00Z'],
    ['la-reunion', '2018-11-16T13:00:00Z', '2018-11-19T04:00:00Z'],
    ['polynesie-francaise', '2018-11-12T08:00:00Z', '2018-11-12T18:00:00Z'],
    ['polynesie-francaise', '2018-11-12T17:00:00Z', '2018-11-12T18:00:00Z'],
    ['polynesie-francaise', '2018-11-17T03:00:00Z', '2018-11-19T18:00:00Z'],
    ['nouvelle-caledonie', '2018-11-16T06:00:00Z', '2018-11-18T21:00:00Z'],
  ])('opens next in %s, at %s, at %s', (academy, now, next) =>
    expect(deskOpensAt(edition, at(now, academy), hours)).toBe(second(next)),
  );

  test('that keeps one day a week opens in a week at the latest', () => {
    const mondays = { ...hours, days: [1] };
    const monday = at('2018-11-12T16:00:00Z');
    expect(deskOpensAt(edition, monday, mondays)).toBe(second('2018-11-19T07:00:00Z'));
  });
  test('that never opens is not waited for', () => {
    const monday = at('2018-11-12T16:00:00Z');
    expect(deskOpensAt(edition, monday, { ...hours, days: [] })).toBe(monday.now);
  });
});

describe('a thing to come', () => {
  test('has the next number, and an hour within its delay', () => {
    const delay = { min: 100, max: 200 };
    const here = { ...world, promised: 6 };
    const due = promise(here, delay, { name: 'profile', nth: 1 }, { kind: 'profile-decision' });
    expect(due).toEqual({ id: 'd7', at: due.at, what: { kind: 'profile-decision' } });
    expect(due.at).toBeGreaterThanOrEqual(world.now + 100);
    expect(due.at).toBeLessThanOrEqual(world.now + 200);
  });
  test('waits as long at every device, whatever was promised before, and differently by what it is and which one', () => {
    const delay = { min: 0, max: 1_000_000 };
    const wait = (name: string, nth: number, seed = world.setup.seed, promised = 0) =>
      promise(
        { ...world, setup: { ...world.setup, seed }, promised },
        delay,
        { name, nth },
        { kind: 'letter' },
      ).at - world.now;
    const waits = [wait('sms', 3), wait('sms', 4), wait('roll', 3), wait('sms', 3, 'ABCDEF')];
    expect(new Set(waits).size).toBe(4);
    expect(wait('sms', 4)).toBe(849_436);
    expect(wait('sms', 4, world.setup.seed, 9)).toBe(849_436);
  });

  describe('by mail', () => {
    const kinds = ['activation', 'reset', 'profile-updated', 'roll-corrected'];
    const wait = (here: World, mail: string) => mailLater(edition, here, mail, null).at - here.now;

    test('takes the time that mails take, not the same for each', () => {
      const waits = kinds.map((mail) => wait(world, mail));
      const { min, max } = edition.delays.mail;
      expect(waits.every((seconds) => seconds >= min && seconds <= max)).toBe(true);
      expect(new Set(waits).size).toBe(kinds.length);
    });
    test('takes as much more as the exercise says when mails are late', () => {
      const late = begin(
        withIncidents(edition, { kind: 'caps-lock' }, { kind: 'mail-late', seconds: 2 * hour }),
      );
      expect(wait(late, 'reset')).toBe(wait(world, 'reset') + 2 * hour);
    });
    test('keeps its link', () => {
      const link = { kind: 'reset', nth: 2 } as const;
      expect(mailLater(edition, world, 'reset', link).what).toEqual({
        kind: 'mail',
        mail: 'reset',
        link,
      });
    });
  });
});

describe('at its hour', () => {
  const link = { kind: 'activation', nth: 1 } as const;
  const due = soon({ kind: 'mail', mail: 'activation', link });
  const junk = begin(withIncidents(edition, { kind: 'caps-lock' }, { kind: 'mail-to-junk' }));

  test('a mail is in the box, unread', () => {
    expect(falls(edition, world, due)).toEqual([
      {
        type: 'MailDelivered',
        due: 'd1',
        mail: {
          id: `m${world.mailbox.received + 1}`,
          kind: 'activation',
          at: due.at,
          folder: 'inbox',
          read: false,
          link,
          oneTime: null,
        },
      },
    ]);
  });
  test('a mail is sent back by a full box', () => {
    expect(falls(full(edition), world, due)).toEqual([
      { type: 'MailBounced', due: 'd1', at: due.at, kind: 'activation' },
    ]);
  });
  test('a mail with a link, and only that one, goes astray when mails do', () => {
    const folder = (here: World, what: Falling) =>
      falls(edition, here, soon(what)).map((event) =>
        event.type === 'MailDelivered' ? event.mail.folder : event.type,
      );
    const plain = { kind: 'mail', mail: 'profile-updated', link: null } as const;
    expect(folder(junk, due.what)).toEqual(['junk']);
    expect(folder(junk, plain)).toEqual(['inbox']);
    expect(folder(world, due.what)).toEqual(['inbox']);
    expect(folder(world, plain)).toEqual(['inbox']);
  });
  test('a voting code is on the phone', () => {
    expect(falls(edition, world, soon({ kind: 'sms', nth: 2 }))).toEqual([
      {
        type: 'SmsDelivered',
        due: 'd1',
        sms: { id: 's2', kind: 'voting-code', nth: 2, at: due.at, read: false },
      },
    ]);
  });

  describe('a one-time code', () => {
    const asked = (nth: number): World => {
      const oneTime: OneTimeCode = {
        nth,
        channel: 'sms',
        askedAt: world.now,
        deliveredAt: null,
        accepted: false,
      };
      return { ...world, code: { ...world.code, oneTime } };
    };
    const bySms = soon({ kind: 'one-time-code', nth: 3, channel: 'sms' });
    const byMail = soon({ kind: 'one-time-code', nth: 3, channel: 'mail' });
    const sms = { id: 'o3', kind: 'one-time-code', nth: 3, at: due.at, read: false };
    const lives = { type: 'OneTimeCodeDelivered', due: 'd1', at: due.at };

    test('comes by text message, and begins to live', () => {
      expect(falls(edition, asked(3), bySms)).toEqual([
        { type: 'SmsDelivered', due: 'd1', sms },
        lives,
      ]);
    });
    test('comes too late when a newer one was asked for, or when none is waited for any more', () => {
      const late = [{ type: 'SmsDelivered', due: 'd1', sms }];
      expect(falls(edition, asked(4), bySms)).toEqual(late);
      expect(falls(edition, world, bySms)).toEqual(late);
    });
    test('comes by mail, and begins to live', () => {
      expect(falls(edition, asked(3), byMail)).toEqual([
        {
          type: 'MailDelivered',
          due: 'd1',
          mail: {
            id: `m${world.mailbox.received + 1}`,
            kind: 'one-time-code',
            at: due.at,
            folder: 'inbox',
            read: false,
            link: null,
            oneTime: 3,
          },
        },
        lives,
      ]);
    });
    test('is sent back by a full box, and does not live', () => {
      expect(falls(full(edition), asked(3), byMail)).toEqual([
        { type: 'MailBounced', due: 'd1', at: due.at, kind: 'one-time-code' },
      ]);
      expect(falls(full(edition), asked(3), bySms)).toHaveLength(2);
    });
  });

  test('what happens to everyone happens', () => {
    const kinds = ['letter', 'portal-up', 'voting-opens', 'voting-closes', 'results'] as const;
    expect(kinds.map((kind) => falls(edition, world, soon({ kind })))).toEqual([
      [{ type: 'NoticeArrived', due: 'd1', at: due.at }],
      [{ type: 'PortalCameBack', due: 'd1', at: due.at }],
      [{ type: 'VotingOpened', due: 'd1', at: due.at }],
      [{ type: 'VotingClosed', due: 'd1', at: due.at }],
      [{ type: 'ResultsPublished', due: 'd1', at: due.at }],
    ]);
  });

  test('a decision on the profile is told by mail, later', () => {
    const [updated, mail, ...rest] = falls(edition, world, soon({ kind: 'profile-decision' }));
    const told = mailLater(edition, { ...world, now: due.at }, 'profile-updated', null);
    expect(updated).toEqual({ type: 'ProfileUpdated', due: 'd1', at: due.at });
    expect(mail).toEqual({ type: 'MailSent', due: told });
    expect(told.at).toBeGreaterThan(due.at);
    expect(rest).toEqual([]);
  });

  describe('a decision on the roll', () => {
    const decision = soon({ kind: 'roll-decision' });
    const corrected = (here: Edition, before: World) => {
      const [roll, mail] = falls(here, before, decision);
      if (roll?.type !== 'RollCorrected' || mail?.type !== 'MailSent') throw new Error('no answer');
      return { roll, mail };
    };

    test('gives back what was missing, and posts no letter to somebody who had one', () => {
      const before = { ...begin(of2022), hiddenContests: ['capn-2d'] };
      const { roll, mail } = corrected(of2022, before);
      expect(roll).toEqual({
        type: 'RollCorrected',
        due: 'd1',
        at: decision.at,
        contests: ['capn-2d'],
        letter: null,
      });
      expect(mail.due).toEqual(
        mailLater(of2022, { ...before, now: decision.at }, 'roll-corrected', null),
      );
    });
    test('posts the letter of somebody whom the roll did not know, where letters are posted', () => {
      const forgotten = { profile: 'pas-sur-la-liste', exercise: 'pas-sur-la-liste' };
      const before = begin(of2022, forgotten);
      const after = { ...decision, at: (of2022.calendar.notice?.closes ?? 0) + hour };
      const [roll, mail] = falls(of2022, before, after);
      const n = before.promised;
      if (roll?.type !== 'RollCorrected' || mail?.type !== 'MailSent') throw new Error('no answer');
      expect(roll.letter).toEqual({
        id: `d${n + 1}`,
        at: roll.letter?.at,
        what: { kind: 'letter' },
      });
      expect((roll.letter?.at ?? 0) - after.at).toBeGreaterThanOrEqual(of2022.delays.post.min);
      // The mail has the number after the letter's.
      expect(mail.due).toEqual(
        mailLater(of2022, { ...before, now: after.at, promised: n + 1 }, 'roll-corrected', null),
      );
      expect(mail.due.id).toBe(`d${n + 2}`);
    });
    test('leaves the letter to the desk where it is handed over', () => {
      const forgotten = { profile: 'pas-sur-la-liste', exercise: 'pas-sur-la-liste' };
      const before = begin(of2014, forgotten);
      const { roll, mail } = corrected(of2014, before);
      expect(roll.letter).toBeNull();
      expect(mail.due.id).toBe(`d${before.promised + 1}`);
    });
  });
});

describe('time that passes', () => {
  const idle = edition.limits.idle;
  const signedIn: World = {
    ...awaiting(world),
    screen: 'space',
    account: { ...world.account, session: { lastSeen: world.now } },
  };
  const types = (before: World, seconds: number, active = false) =>
    advance(edition, before, before.now + seconds, active).events.map((event) =>
      event.type === 'Consulted' ? event.screen : event.type,
    );
  const screenThat = (wanted: (screen: Screen) => boolean) =>
    Object.values(edition.screens).find(wanted)?.id ?? '';
  const page = {
    space: screenThat(({ needs }) => needs === 'session'),
    booth: screenThat(({ needs }) => needs === 'booth'),
    mailbox: screenThat(({ needs, portal }) => needs === 'mailbox' && !portal),
    portal: screenThat(({ needs, portal }) => needs === null && portal),
  };

  test('goes to its hour', () => {
    expect(advance(edition, awaiting(world), world.now + 5, false)).toEqual({
      events: [{ type: 'TimePassed', until: world.now + 5, active: false }],
      world: { ...awaiting(world), now: world.now + 5 },
    });
  });
  test('never goes back, nor stays to say so', () => {
    expect(types(awaiting(world), 0)).toEqual([]);
    expect(types(awaiting(world), -5)).toEqual([]);
    expect(types(awaiting(world), 0, true)).toEqual([]);
  });
  test('brings what falls due at the very second, and nothing that is due the next one', () => {
    const letter = awaiting(world, soon({ kind: 'letter' }));
    expect(types(letter, 59)).toEqual(['TimePassed']);
    expect(types(letter, 60)).toEqual(['NoticeArrived']);
    expect(types(letter, 61)).toEqual(['NoticeArrived', 'TimePassed']);
  });
  test('brings what follows from what it brought', () => {
    const asked = awaiting(world, soon({ kind: 'profile-decision' }));
    expect(types(asked, 2 * hour)).toEqual([
      'ProfileUpdated',
      'MailSent',
      'MailDelivered',
      'TimePassed',
    ]);
  });

  test('ends a session at its last second', () => {
    expect(types(signedIn, idle - 1)).toEqual(['TimePassed']);
    expect(advance(edition, signedIn, world.now + idle, false).events).toEqual([
      { type: 'SessionEnded', at: world.now + idle },
      { type: 'Consulted', screen: 'sign-in' },
    ]);
  });
  test('ends it after what comes at the same second, before what comes later', () => {
    const letter = (seconds: number) => ({
      ...signedIn,
      due: [soon({ kind: 'letter' }, world.now + seconds)],
    });
    const ended = ['SessionEnded', 'sign-in'];
    expect(types(letter(idle), 2 * idle)).toEqual(['NoticeArrived', ...ended, 'TimePassed']);
    expect(types(letter(idle + 1), 2 * idle)).toEqual([...ended, 'NoticeArrived', 'TimePassed']);
  });
  test('takes away the page of a session or of the booth, no other', () => {
    const ends = (screen: string) => types({ ...signedIn, screen }, idle);
    expect(ends(page.space)).toEqual(['SessionEnded', 'sign-in']);
    expect(ends(page.booth)).toEqual(['SessionEnded', 'sign-in']);
    expect(ends(page.mailbox)).toEqual(['SessionEnded']);
    expect(ends(page.portal)).toEqual(['SessionEnded']);
    expect(ends('nowhere')).toEqual(['SessionEnded']);
  });
  test('takes away the pages of a portal that stops, no other, and nobody’s session twice', () => {
    const stops = (screen: string) => {
      const due = [soon({ kind: 'portal-down' })];
      return advance(edition, { ...signedIn, screen, due }, world.now + 60, false).events;
    };
    const stopped = { type: 'PortalWentDown', due: 'd1', at: world.now + 60, back: null };
    const seen = { type: 'Consulted', screen: 'portal-down' };
    expect(stops(page.space)).toEqual([stopped, seen]);
    expect(stops(page.portal)).toEqual([stopped, seen]);
    expect(stops(page.mailbox)).toEqual([stopped]);
    expect(stops('nowhere')).toEqual([stopped]);
  });
  test('leaves the page alone when the session only goes on', () => {
    expect(types({ ...signedIn, due: [soon({ kind: 'letter' })] }, 60)).toEqual(['NoticeArrived']);
  });

  describe('with a gesture on the portal', () => {
    const seen = (ago: number): World => ({
      ...signedIn,
      account: { ...signedIn.account, session: { lastSeen: world.now - ago } },
    });
    test('keeps the session awake, even when it takes no time', () => {
      expect(advance(edition, seen(100), world.now, true).events).toEqual([
        { type: 'TimePassed', until: world.now, active: true },
      ]);
      expect(advance(edition, seen(100), world.now - 50, true).events).toEqual([
        { type: 'TimePassed', until: world.now, active: true },
      ]);
    });
    test('says nothing when the session is fresh, or when the gesture is another', () => {
      expect(types(seen(0), 0, true)).toEqual([]);
      expect(types(seen(100), 0)).toEqual([]);
    });
  });
});
