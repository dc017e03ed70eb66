/** What an exercise promises when it begins: in which order, at which second, and to whom. */
import { describe, expect, test } from 'vitest';
import type { Edition, Incident } from '../../../src/simulator/core/edition.ts';
import type { Setup } from '../../../src/simulator/core/portal.ts';
import { start } from '../../../src/simulator/core/start.ts';
import { editionOf, setupOf, withIncidents } from '../../support/scenario.ts';

const of2014 = editionOf('men-2014');
const of2018 = editionOf('men-2018');
const of2022 = editionOf('men-2022');
const day = 86_400;

const second = (text: string): number => Date.parse(text) / 1000;

/** The same election, whose whole-way exercise begins at that second. */
function beginningAt(edition: Edition, startsAt: number): Edition {
  const exercise = edition.exercises['parcours-complet'];
  if (!exercise) throw new Error('every election has its whole way');
  return { ...edition, exercises: { 'parcours-complet': { ...exercise, startsAt } } };
}

/** What will happen by itself, one line a thing: number, second, what. */
function promised(edition: Edition, change: Partial<Setup> = {}): readonly string[] {
  return start(edition, setupOf(edition, change)).due.map(({ id, at, what }) => {
    const [hour = ''] = new Date(at * 1000).toISOString().split('.');
    return `${id} ${hour} ${what.kind === 'mail' ? `mail ${what.mail}` : what.kind}`;
  });
}

/** When the letter is posted; `undefined` when it is not. */
function letter(edition: Edition, change: Partial<Setup> = {}): number | undefined {
  const { due } = start(edition, setupOf(edition, change));
  return due.find(({ what }) => what.kind === 'letter')?.at;
}

const inBox = (edition: Edition, change: Partial<Setup> = {}) =>
  start(edition, setupOf(edition, change)).mails;

describe('what happens to everyone', () => {
  test('falls in the order of its hour, whatever the order in which it was thought of', () => {
    expect(promised(of2022, { exercise: 'premier-jour' })).toEqual([
      'd1 2022-10-13T07:05:00 mail invitation',
      'd2 2022-11-10T07:12:00 mail everyday-3',
      'd3 2022-11-21T09:43:50 letter',
      'd4 2022-12-01T09:00:00 voting-opens',
      'd5 2022-12-08T16:00:00 voting-closes',
      'd6 2022-12-09T08:00:00 results',
    ]);
    expect(promised(of2022, { exercise: 'portail-en-panne' })).toEqual([
      'd1 2022-11-21T09:43:50 letter',
      'd2 2022-12-01T09:00:00 voting-opens',
      'd3 2022-12-01T09:05:00 portal-down',
      'd4 2022-12-01T09:35:00 portal-up',
      'd5 2022-12-01T12:00:00 portal-down',
      'd6 2022-12-01T17:00:00 portal-up',
      'd7 2022-12-01T21:00:00 portal-down',
      'd8 2022-12-02T06:00:00 portal-up',
      'd9 2022-12-08T16:00:00 voting-closes',
      'd10 2022-12-09T08:00:00 results',
    ]);
  });

  test('is not promised when it has happened already', () => {
    const opens = second('2014-11-27T09:00:00Z');
    const all = ['voting-opens', 'voting-closes', 'results'];
    const kinds = (startsAt: number) =>
      start(beginningAt(of2014, startsAt), setupOf(of2014)).due.map(({ what }) => what.kind);
    expect(kinds(opens - 1)).toEqual(all);
    expect(kinds(opens)).toEqual(all.slice(1));
  });

  test('is not promised when the election has no such hour', () => {
    const calendar = { ...of2014.calendar, voting: null, results: null };
    expect(promised({ ...of2014, calendar })).toEqual([]);
  });
});

describe('a mail that the edition dates', () => {
  const arrives = second('2022-10-13T07:05:00Z');

  test('is in the box from its own second on, and promised before', () => {
    const kinds = (startsAt: number) => {
      const edition = beginningAt(of2022, startsAt);
      const [first] = start(edition, setupOf(edition)).due;
      return {
        box: inBox(edition).map(({ id, kind }) => `${id} ${kind}`),
        next: first?.what.kind === 'mail' ? first.what.mail : null,
      };
    };
    expect(kinds(arrives - 1)).toEqual({
      box: ['m1 everyday-1', 'm2 everyday-2'],
      next: 'invitation',
    });
    expect(kinds(arrives)).toEqual({
      box: ['m1 everyday-1', 'm2 everyday-2', 'm3 invitation'],
      next: 'everyday-3',
    });
  });

  test('invites with the first link, where the election sends one unasked', () => {
    const invited = { kind: 'activation', nth: 1 };
    expect(inBox(of2022).map(({ link }) => link)).toEqual([null, null, invited, null]);
    const [first, second] = start(of2022, setupOf(of2022, { exercise: 'premier-jour' })).due;
    expect(first?.what).toEqual({ kind: 'mail', mail: 'invitation', link: invited });
    expect(second?.what).toEqual({ kind: 'mail', mail: 'everyday-3', link: null });
    expect(inBox(of2014).every(({ link }) => link === null)).toBe(true);
  });

  test('lies there unread', () => {
    expect(inBox(of2018)[0]).toEqual({
      id: 'm1',
      kind: 'everyday-1',
      at: second('2018-09-17T09:20:00Z'),
      folder: 'inbox',
      read: false,
      link: null,
      oneTime: null,
    });
  });

  test('comes without a link when content/ has no text for it', () => {
    const openingMails = [{ kind: 'unwritten', at: 0 }];
    expect(inBox({ ...of2014, openingMails })[0]?.link).toBeNull();
  });
});

describe('a full mailbox', () => {
  const full = withIncidents(of2014, { kind: 'mailbox-full' });
  const { startsAt = 0 } = full.exercises['parcours-complet'] ?? {};

  test('is full to its last place, with old mails that were read, one a day until yesterday', () => {
    const mails = inBox(full);
    const old = mails.filter(({ kind }) => kind === 'filler');
    expect(mails).toHaveLength(of2014.limits.mailboxCapacity);
    expect(old).toHaveLength(of2014.limits.mailboxCapacity - of2014.openingMails.length);
    expect(old.map(({ at }) => (startsAt - at) / day)).toEqual([8, 7, 6, 5, 4, 3, 2, 1]);
    expect(mails.every(({ read, kind }) => read === (kind === 'filler'))).toBe(true);
  });

  test('holds them all in the order in which they came', () => {
    const mails = inBox(full);
    expect(mails.map(({ at }) => at)).toEqual(mails.map(({ at }) => at).sort((a, b) => a - b));
    expect(mails.map(({ id }) => id)).toEqual(mails.map((_, n) => `m${n + 1}`));
    // One of the dated mails came between the old ones.
    expect(mails.findIndex(({ kind }) => kind === 'everyday-3')).toBe(9);
  });

  test('takes no old mail when the dated ones fill it', () => {
    const limits = { ...full.limits, mailboxCapacity: 2 };
    expect(inBox({ ...full, limits })).toHaveLength(of2014.openingMails.length);
  });
});

describe('the letter by post', () => {
  const { notice } = of2022.calendar;
  const { min, max } = of2022.delays.post;
  const { startsAt = 0 } = of2022.exercises['parcours-complet'] ?? {};
  const seeds = ['KMPRTV', 'KMPRTW', 'KMPRTX', 'ABCDEF', 'VWXYZA'];
  const posted: Incident = { kind: 'letter-posted' };

  test('is the last resort of an election that says so: after the window of the desks', () => {
    for (const seed of seeds) {
      const after = (letter(of2022, { seed }) ?? 0) - (notice?.closes ?? 0);
      expect(after).toBeGreaterThanOrEqual(min);
      expect(after).toBeLessThanOrEqual(max);
    }
    expect(new Set(seeds.map((seed) => letter(of2022, { seed }))).size).toBe(seeds.length);
  });

  test('is none elsewhere: there it is handed over', () => {
    expect(letter(of2014)).toBeUndefined();
    expect(letter(of2018)).toBeUndefined();
  });

  test('does not wait for the desks in an academy that always posts it', () => {
    const overseas = letter(of2022, { academy: 'la-reunion' }) ?? 0;
    expect(overseas).toBe((letter(of2022) ?? 0) - (notice?.closes ?? 0) + startsAt);
    expect(overseas).toBeLessThan(notice?.closes ?? 0);
  });

  test('does not wait for the desks in an exercise that says so, wherever it is', () => {
    const away = letter(withIncidents(of2014, { kind: 'caps-lock' }, posted)) ?? 0;
    const begins = of2014.exercises['parcours-complet']?.startsAt ?? 0;
    expect(away - begins).toBeGreaterThanOrEqual(of2014.delays.post.min);
    expect(away - begins).toBeLessThanOrEqual(of2014.delays.post.max);
  });

  test('is not posted before its window opens', () => {
    const early = withIncidents(beginningAt(of2022, (notice?.opens ?? 0) - 30 * day), posted);
    const late = withIncidents(beginningAt(of2022, (notice?.opens ?? 0) + day), posted);
    expect((letter(late) ?? 0) - (letter(early) ?? 0)).toBe(day);
  });

  test('is posted late to somebody who begins late', () => {
    const late = beginningAt(of2022, (notice?.closes ?? 0) + 2 * day);
    expect((letter(late) ?? 0) - (letter(of2022) ?? 0)).toBe(2 * day);
  });

  test('never comes when it is lost, nor to an academy of which nothing is known', () => {
    expect(letter(withIncidents(of2022, posted, { kind: 'letter-lost' }))).toBeUndefined();
    const calendar = { ...of2022.calendar, notice: null };
    expect(letter({ ...of2022, calendar })).toBeUndefined();
  });

  test('is not sent to somebody who is not on the roll', () => {
    const forgotten = { profile: 'pas-sur-la-liste', exercise: 'pas-sur-la-liste' };
    expect(letter(of2022, forgotten)).toBeUndefined();
  });
});

describe('what goes wrong', () => {
  test('a fake comes at its hour, and its link is nobody’s', () => {
    const [first] = start(of2014, setupOf(of2014, { exercise: 'courriel-suspect' })).due;
    expect(first).toEqual({
      id: 'd1',
      at: second('2014-11-05T08:05:00Z'),
      what: { kind: 'mail', mail: 'fake-quota', link: null },
    });
  });

  test('nothing is promised for a trouble that has no hour', () => {
    const quiet: readonly Incident[] = [
      { kind: 'caps-lock' },
      { kind: 'mail-to-junk' },
      { kind: 'mail-late', seconds: 60 },
      { kind: 'letter-lost' },
      { kind: 'cut-after-confirmation', seconds: 60 },
    ];
    expect(promised(withIncidents(of2014, ...quiet))).toEqual(promised(of2014));
  });

  test('the last contest is missing from a mistaken roll, and no other', () => {
    const started = start(
      withIncidents(of2022, { kind: 'caps-lock' }, { kind: 'contest-missing' }),
      setupOf(of2022),
    );
    expect(started.hiddenContests).toEqual([started.persona.contests.at(-1)?.id]);
    expect(start(of2022, setupOf(of2022)).hiddenContests).toEqual([]);
  });

  test('every contest is missing for somebody whom the roll has forgotten', () => {
    const forgotten = { profile: 'pas-sur-la-liste', exercise: 'pas-sur-la-liste' };
    const { hiddenContests, persona } = start(of2022, setupOf(of2022, forgotten));
    expect(hiddenContests).toHaveLength(3);
    expect(hiddenContests).toEqual(persona.contests.map(({ id }) => id));
  });
});

describe('the first event', () => {
  test('says who, when, and what will go wrong', () => {
    const setup = setupOf(of2014, { exercise: 'courriel-en-retard' });
    const exercise = of2014.exercises['courriel-en-retard'];
    const { due, mails, persona, ...first } = start(of2014, setup);
    expect(first).toEqual({
      type: 'ExerciseStarted',
      setup,
      incidents: [{ kind: 'mail-late', seconds: 3600 }],
      at: exercise?.startsAt,
      hiddenContests: [],
    });
    expect([due.length, mails.length, persona.lastName]).toEqual([3, 4, 'Vizé']);
  });

  test.each([
    ['exercise', 'nulle-part', 'unknown exercise: nulle-part'],
    ['academy', 'atlantide', 'unknown setup: atlantide, certifie'],
    ['profile', 'druide', 'unknown setup: caen, druide'],
  ])('does not come when the %s is unknown', (what, name, message) => {
    expect(() => start(of2014, setupOf(of2014, { [what]: name }))).toThrow(message);
  });
});
