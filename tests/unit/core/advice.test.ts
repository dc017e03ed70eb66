/** What the careful voter does next, where the usual way does not go: « [goal@page] gesture ». */
import { describe, expect, test } from 'vitest';
import { advise, stepOf, walkTo } from '../../../src/simulator/core/advice.ts';
import { decide } from '../../../src/simulator/core/decide.ts';
import type { Edition, PeriodName } from '../../../src/simulator/core/edition.ts';
import type {
  Account,
  Booth,
  CodeState,
  Due,
  Falling,
  Mail,
  Mailbox,
  OneTimeCode,
  Sms,
  World,
} from '../../../src/simulator/core/portal.ts';
import { captchaText, oneTimeCodeText, periodOf } from '../../../src/simulator/core/views.ts';
import {
  accountActive,
  accountWithChallenge,
  after,
  at,
  begin,
  editionOf,
  inBooth,
  inMailbox,
  letterOpen,
  signedIn,
  withIncidents,
  type Given,
} from '../../support/scenario.ts';
import { coach, gestured, hour } from '../../support/told.ts';

const shown = editionOf('men-2014');
const phoned = editionOf('men-2018');
const asked = editionOf('men-2022');

function said(edition: Edition, world: World): string {
  const { command } = advise(edition, world);
  return command ? `${coach(edition, world)} ${gestured(world, command)}` : coach(edition, world);
}

type Row = readonly [title: string, world: World, wanted: string, edition?: Edition];

function tell(edition: Edition, ...rows: readonly Row[]): void {
  for (const [title, world, wanted, other = edition] of rows)
    expect(said(other, world), title).toBe(wanted);
}

const edge = (
  edition: Edition,
  world: World,
  name: PeriodName,
  which: 'opens' | 'closes',
  shift = 0,
): World => ({ ...world, now: (periodOf(edition, world, name)?.[which] ?? 0) + shift });
const without = (edition: Edition, ...names: readonly PeriodName[]): Edition => ({
  ...edition,
  calendar: { ...edition.calendar, ...Object.fromEntries(names.map((name) => [name, null])) },
});
const withAccount = (world: World, change: Partial<Account>): World => ({
  ...world,
  account: { ...world.account, ...change },
});
const withMailbox = (world: World, change: Partial<Mailbox>): World => ({
  ...world,
  mailbox: { ...world.mailbox, ...change },
});
const withCode = (world: World, change: Partial<CodeState>): World => ({
  ...world,
  code: { ...world.code, ...change },
});
const withBooth = (world: World, change: Partial<Booth>): World => ({
  ...world,
  booth: { ...world.booth, ...change },
});
const mail = (id: string, change: Partial<Mail> = {}): Mail => ({
  id,
  kind: 'everyday-1',
  at: 0,
  folder: 'inbox',
  read: false,
  link: null,
  oneTime: null,
  ...change,
});
const due = (at: number, what: Falling): Due => ({ id: `d${at}`, at, what });
const linkDue = (at: number, kind: 'activation' | 'reset'): Due =>
  due(at, { kind: 'mail', mail: kind, link: { kind, nth: 1 } });
const plainDue = (at: number): Due => due(at, { kind: 'mail', mail: 'profile', link: null });
const night = (world: World): World => ({ ...world, now: world.now + 12 * 3600 });
const wait = (goal: string, until: number) => `[${goal}@calendar] PassTime ${hour(until)}`;

test('into the mailbox', () => {
  const caen = (change: Partial<World> = {}, box: Partial<Mailbox> = {}): World => ({
    ...withMailbox(begin(phoned, { academy: 'caen' }), box),
    ...change,
  });
  const own = { secret: 'mailbox-good' };
  const image = captchaText(phoned, caen(), 'identifier-tool');
  const read = `[find-identifier@identifier-captcha] AnswerCaptcha ${image}`;
  const ask = '[find-numen@people] AskForNumen secretariat';
  tell(
    phoned,
    ['the NUMEN comes first', caen(), ask],
    ['where a tool tells the user name, its image comes next', caen({ numenKnown: true }), read],
    ['which needs no NUMEN', caen({}, own), read],
    [
      'then its form',
      caen({ numenKnown: true }, { captchaPassed: true }),
      '[find-identifier@identifier-numen] LookUpIdentity numen birthDate',
    ],
    ['which needs one, in any case', caen({}, { captchaPassed: true, ...own }), ask],
    [
      'then the mailbox opens',
      caen({ numenKnown: true }, { identityKnown: true }),
      '[open-mailbox@mail-login] SignInToMailbox user numen',
    ],
    [
      'with a password that only its voter knows as well',
      withMailbox(begin(phoned), { secret: 'p7' }),
      '[open-mailbox@mail-login] SignInToMailbox user p7',
    ],
  );
  const typed = advise(phoned, withMailbox(begin(phoned), { secret: 'p7' })).command;
  expect(typed && decide(phoned, begin(phoned), typed).refusals).toEqual([
    { word: 'wrong-mailbox-credentials', field: 'password' },
  ]);
  expect(said(phoned, night(begin(phoned)))).toMatch(
    /^\[find-numen@calendar\] PassTime ..\/.. 08:00$/,
  );
});

test('a full mailbox is made room in', () => {
  const binned = (n: number) =>
    Array.from({ length: n }, (_, i) => mail(`b${i}`, { folder: 'bin', read: true }));
  const full = (...mails: readonly Mail[]): World => {
    const missing = phoned.limits.mailboxCapacity - mails.length;
    const rest = Array.from({ length: missing }, (_, i) => mail(`x${i}`));
    return withMailbox(begin(phoned), { open: true, mails: [...mails, ...rest] });
  };
  const read = mail('r', { read: true });
  const all = Array.from({ length: phoned.limits.mailboxCapacity }, (_, i) =>
    mail(`b${i}`, { folder: 'bin' }),
  );
  const drop = (id: string) => `[make-room@inbox] DeleteMail ${id}`;
  const empty = '[make-room@bin] EmptyBin';
  tell(
    phoned,
    ['what was read goes first', full(mail('a'), read), drop('r')],
    ['or what is old', full(mail('a'), mail('f', { kind: 'filler' })), drop('f')],
    ['then the oldest, read or not', full(mail('a')), drop('a')],
    ['nothing that is in the bin already', full(...binned(2), read), drop('r')],
    ['three are enough', full(...binned(3), read), empty],
    ['one is enough when the rest is new', full(...binned(1)), empty],
    ['nothing is left but the bin', withMailbox(full(), { mails: all }), empty],
  );
});

test('the link in a mail', () => {
  const sent = begin(phoned).now;
  const box = (change: Partial<Mail>, account: Partial<Account> = {}, seconds = 60): World => {
    const link = { kind: 'activation', nth: 2 } as const;
    const one = mail('m9', { kind: 'activation', at: sent, read: true, link, ...change });
    const world = withAccount(begin(phoned), { activation: { sent: 2, used: [1] }, ...account });
    return { ...withMailbox(world, { open: true, mails: [one] }), now: sent + seconds };
  };
  const { link: life } = phoned.limits;
  const follow = '[follow-activation-link@mail] FollowLink m9';
  const again = '[open-account@sign-in] GiveAddress address ""';
  const waiting = (...coming: readonly Due[]): World => ({ ...box({ link: null }), due: coming });
  tell(
    phoned,
    ['is followed', box({}), follow],
    ['once the mail is read', box({ read: false }), '[read-activation-mail@inbox] OpenMail m9'],
    [
      'even among the unwanted',
      box({ read: false, folder: 'junk' }),
      '[look-in-junk@junk] OpenMail m9',
    ],
    ['to its last second', box({}, {}, life - 1), follow],
    ['not after it', box({}, {}, life), again],
    ['not twice', box({}, { activation: { sent: 2, used: [2] } }), again],
    ['not when a newer one was sent', box({}, { activation: { sent: 3, used: [] } }), again],
    ['not of another kind', box({ link: { kind: 'reset', nth: 2 } }), again],
    [
      'is waited for',
      waiting(
        plainDue(sent + 100),
        linkDue(sent + 200, 'reset'),
        linkDue(sent + 300, 'activation'),
      ),
      wait('wait-for-mail', sent + 300),
    ],
    ['and no other mail', waiting(plainDue(sent + 100), linkDue(sent + 200, 'reset')), again],
  );
});

test('an account is opened in its window', () => {
  const box = withMailbox(begin(shown), { open: true });
  const image = captchaText(shown, box, 'account');
  const open = `[open-account@create-account] OpenAccount address good-1 good-1 ${image}`;
  const dead = '[dead-end@account-period-closed]';
  const opens = periodOf(shown, box, 'accountOpening')?.opens ?? 0;
  const at = (which: 'opens' | 'closes', shift: number) =>
    edge(shown, box, 'accountOpening', which, shift);
  tell(
    shown,
    ['not before', at('opens', -1), wait('open-account', opens)],
    ['from its first second', at('opens', 0), open],
    ['to its last', at('closes', -1), open],
    ['not after', at('closes', 0), dead],
    ['never where there is none', box, dead, without(shown, 'accountOpening')],
    [
      'a question is chosen with it, where one is asked',
      withAccount(begin(asked), { choosing: 'challenge' }),
      '[choose-challenge@choose-challenge] ChooseChallenge 0 answer-1',
      asked,
    ],
  );
});

describe('back into the portal', () => {
  const world = () => after(phoned, begin(phoned), accountActive, letterOpen, at('voting'));
  const signIn = '[sign-in@password] SignIn address good-1';
  const dead = '[dead-end@account-period-closed]';
  const noReset = without(phoned, 'passwordReset');
  const resetMail = (at: number) =>
    mail('m9', { kind: 'reset', at, link: { kind: 'reset', nth: 1 } });
  const mailed = (here: World, box: Partial<Mailbox> = {}) =>
    withAccount(
      withMailbox(here, { open: true, mails: [resetMail(here.now)], secret: 'p7', ...box }),
      { reset: { sent: 1, used: [] } },
    );
  const forgot = () => withAccount(world(), { secret: 'forgotten' });

  test('a lock is waited for, unless it outlasts the vote', () => {
    const voter = world();
    const closes = periodOf(phoned, voter, 'voting')?.closes ?? 0;
    const locked = (lockedUntil: number) => withAccount(voter, { lockedUntil });
    const { now } = voter;
    tell(
      phoned,
      ['waited for', locked(now + 900), wait('unlock', now + 900)],
      ['until it ends', locked(now), signIn],
      ['to the last second of the vote', locked(closes - 1), wait('unlock', closes - 1)],
      ['not past it', locked(closes), '[unlock@reset] RequestPasswordReset address'],
      ['a link ends it', mailed(locked(closes)), '[unlock@mail] FollowLink m9'],
      ['where no password is reset, it is', locked(closes), wait('unlock', closes), noReset],
      [
        'without a vote, nothing is before it',
        locked(now + 1),
        '[dead-end@voting-closed]',
        without(phoned, 'voting'),
      ],
    );
  });

  test('a forgotten password is replaced as long as a mail can come and be followed', () => {
    const here = forgot();
    const ends = periodOf(phoned, here, 'passwordReset')?.closes ?? 0;
    const coming = (at: number): World => ({ ...here, due: [plainDue(1), linkDue(at, 'reset')] });
    const ask = '[reset-password@reset] RequestPasswordReset address';
    const { min } = phoned.delays.mail;
    tell(
      phoned,
      ['asked for', here, ask],
      ['not while an opening link is coming', { ...here, due: [linkDue(2, 'activation')] }, ask],
      ['waited for', coming(ends - 1), wait('wait-for-mail', ends - 1)],
      ['not past the hour', coming(ends), dead],
      ['followed', mailed(here), '[reset-password@mail] FollowLink m9'],
      [
        'in an open mailbox',
        mailed(here, { open: false }),
        '[open-mailbox@mail-login] SignInToMailbox user p7',
      ],
      ['as late as that', { ...here, now: ends - min - 1 }, ask],
      ['not later', { ...here, now: ends - min }, dead],
      ['not where it is never done', here, dead, noReset],
      [
        'followed in the last second',
        mailed({ ...here, now: ends - 1 }),
        '[reset-password@mail] FollowLink m9',
      ],
    );
    const evening = mailed(night(here), { open: false, secret: 'numen' });
    const morning = advise(phoned, evening).command;
    const opens = morning?.type === 'PassTime' ? morning.until : 0;
    const until = (closes: number): Edition => ({
      ...phoned,
      calendar: { ...phoned.calendar, passwordReset: { opens: 0, closes } },
    });
    tell(
      phoned,
      ['the NUMEN comes in time', evening, wait('find-numen', opens), until(opens + 1)],
      ['or not', evening, dead, until(opens)],
      [
        'a link is followed until',
        mailed(here),
        '[reset-password@mail] FollowLink m9',
        until(here.now + 1),
      ],
      ['and not at the hour', mailed(here), dead, until(here.now)],
    );
  });

  test('a new password is chosen after its link, to the hour', () => {
    const here = withAccount(world(), { choosing: 'reset' });
    const choose = '[choose-password@choose-password] ChoosePassword good-1 good-1';
    const until = (closes: number): Edition => ({
      ...phoned,
      calendar: { ...phoned.calendar, passwordReset: { opens: 0, closes } },
    });
    tell(
      phoned,
      ['chosen', here, choose],
      ['in the last second', here, choose, until(here.now + 1)],
      ['not after', here, signIn, until(here.now)],
      ['not without an hour', here, signIn, noReset],
      ['not after another link', withAccount(here, { choosing: 'activation' }), signIn],
    );
  });
});

describe('the voting code', () => {
  const inSpace = (edition: Edition, ...more: readonly Given[]) =>
    after(
      edition,
      begin(edition),
      edition.challenges.length > 0 ? accountWithChallenge : accountActive,
      at('voting'),
      signedIn,
      ...more,
    );
  const text = (change: Partial<Sms>): Sms => ({
    id: 's1',
    kind: 'voting-code',
    nth: 1,
    at: 0,
    read: false,
    ...change,
  });

  test('of the letter', () => {
    const work = { ...after(phoned, begin(phoned), accountActive), numenKnown: true };
    const { now } = work;
    const posted = { ...work, due: [due(now + 9, { kind: 'letter' })] };
    const post = wait('collect-letter', now + 9);
    const notice = periodOf(phoned, work, 'notice') ?? { opens: 0, closes: 0 };
    const collect = '[collect-letter@letterbox] CollectNotice';
    // A new code is asked for in the portal.
    const ask = '[sign-in@password] SignIn address good-1';
    const lost = withIncidents(phoned, { kind: 'letter-lost' });
    const byPost = withIncidents(phoned, { kind: 'letter-posted' });
    const early = { ...work, now: notice.opens - 86_400 };
    const reunion = after(asked, begin(asked, { academy: 'la-reunion' }), accountWithChallenge);
    tell(
      phoned,
      ['is handed over', work, collect],
      ['in its window', { ...work, now: notice.opens - 1 }, wait('collect-letter', notice.opens)],
      ['not a day before', early, wait('collect-letter', notice.opens)],
      ['not when it is over', { ...work, now: notice.closes }, ask],
      ['but comes by post then', { ...posted, now: notice.closes }, post],
      ['at the hours of the desk', night(work), wait('collect-letter', now + 23 * 3600)],
      ['without a window, not at all', work, ask, without(phoned, 'notice')],
      ['is opened', withCode(work, { letter: 'sealed' }), '[open-letter@letterbox] OpenEnvelope'],
      [
        'and is out of date when a newer code is there',
        withCode(work, { letter: 'sealed', reissues: 1 }),
        ask,
      ],
      ['does not come to everybody', { ...work, incidents: [{ kind: 'letter-lost' }] }, ask, lost],
      ['is posted to some', { ...posted, incidents: [{ kind: 'letter-posted' }] }, post, byPost],
      [
        'overseas to all',
        { ...reunion, due: [due(reunion.now + 9, { kind: 'letter' })] },
        wait('collect-letter', reunion.now + 9),
        asked,
      ],
    );
  });

  test('by text message', () => {
    const here = withCode(inSpace(phoned), { letter: 'lost' });
    const known = { ...here, numenKnown: true };
    const { now } = here;
    const image = captchaText(phoned, here, 'new-code');
    const ask = `[ask-new-code@new-code] RequestVotingCode phone numen birthDate ${image}`;
    const reissue = periodOf(phoned, here, 'reissue') ?? { opens: 0, closes: 0 };
    const again = { ...known, code: { ...known.code, reissues: 1 } };
    const coming = (nth: number) => ({ ...again, due: [due(now + 9, { kind: 'sms', nth })] });
    const read = '[read-sms@sms] ReadSms s1';
    const upTo = (closes: number): Edition => ({
      ...phoned,
      calendar: { ...phoned.calendar, reissue: { opens: reissue.opens, closes } },
    });
    const free = { ...phoned, limits: { ...phoned.limits, reissues: null } };
    tell(
      phoned,
      ['asks for the NUMEN first', here, '[find-numen@people] AskForNumen secretariat'],
      ['then for the code', known, ask],
      [
        'in the portal',
        withAccount(known, { session: null }),
        '[sign-in@password] SignIn address good-1',
      ],
      ['is waited for', coming(1), wait('wait-for-sms', now + 9)],
      ['not a former one', coming(0), ask],
      [
        'nor a code of another kind',
        { ...again, due: [due(now + 9, { kind: 'one-time-code', nth: 1, channel: 'sms' })] },
        ask,
      ],
      ['is read', withCode(again, { sms: [text({})] }), read],
      ['not a former one', withCode(again, { sms: [text({ nth: 0 })] }), ask],
      ['not twice', withCode(again, { sms: [text({ read: true })] }), ask],
      ['not another kind', withCode(again, { sms: [text({ kind: 'one-time-code' })] }), ask],
      ['three times', withCode(known, { reissues: 2 }), ask],
      ['not four', withCode(known, { reissues: 3 }), '[dead-end@no-code-left]'],
      ['unless it is free', withCode(known, { reissues: 9 }), ask, free],
      ['in its last second', known, ask, upTo(now + 1)],
      ['not after', known, '[dead-end@code-period-closed]', upTo(now)],
      [
        'never where there is none',
        known,
        '[dead-end@code-period-closed]',
        without(phoned, 'reissue'),
      ],
      [
        'not before its first',
        { ...known, now: reissue.opens - 1 },
        wait('ask-new-code', reissue.opens),
      ],
      ['in its first', withAccount({ ...known, now: reissue.opens }, {}), ask],
      [
        'not while the service fails',
        { ...known, incidents: [{ kind: 'reissue-fails' }] },
        '[dead-end@code-unavailable]',
      ],
      [
        'a forgotten answer is nothing to it',
        withAccount(known, { challenge: { question: 0, secret: 'forgotten' } }),
        ask,
      ],
    );
  });

  test('shown again, needs no NUMEN', () => {
    const here = withCode(after(shown, begin(shown), accountActive, at('reissue'), signedIn), {
      letter: 'lost',
    });
    expect(said(shown, here)).toBe(
      '[ask-new-code@new-code] RequestVotingCode phone numen birthDate ""',
    );
  });

  test('by a question and a one-time code', () => {
    const here = { ...withCode(inSpace(asked), { letter: 'lost' }), numenKnown: true };
    const { now } = here;
    const ask = '[ask-new-code@new-code] AnswerChallenge answer-1 numen sms';
    const life = asked.limits.oneTimeCode;
    const one = (change: Partial<OneTimeCode>): World =>
      withCode(here, {
        oneTime: {
          nth: 7,
          channel: 'sms',
          askedAt: now - 90,
          deliveredAt: now - 30,
          accepted: false,
          ...change,
        },
      });
    const give = `[give-one-time-code@one-time-code] GiveOneTimeCode ${oneTimeCodeText(here, 7)}`;
    const coming = (nth: number): World => ({
      ...one({ deliveredAt: null }),
      due: [due(now + 9, { kind: 'one-time-code', nth, channel: 'sms' })],
    });
    const got = (change: Partial<Sms>) =>
      withCode(one({}), { sms: [text({ kind: 'one-time-code', nth: 7, ...change })] });
    const short = (change: Partial<OneTimeCode>): World => ({
      ...one(change),
      incidents: [{ kind: 'one-time-code-short' }],
    });
    tell(
      asked,
      ['the answer first', here, ask],
      [
        'one’s own answer',
        withAccount(here, { challenge: { question: 1, secret: 'p7' } }),
        '[ask-new-code@new-code] AnswerChallenge p7 numen sms',
      ],
      ['never without a question', withAccount(here, { challenge: null }), ask],
      [
        'nor with an answer forgotten',
        withAccount(here, { challenge: { question: 1, secret: 'forgotten' } }),
        '[dead-end@code-unavailable]',
      ],
      ['is waited for', coming(7), wait('wait-for-sms', now + 9)],
      ['not a former one', coming(6), ask],
      [
        'nor a code of another kind',
        { ...one({ deliveredAt: null }), due: [due(now + 9, { kind: 'sms', nth: 7 })] },
        ask,
      ],
      ['is read', got({}), '[read-sms@sms] ReadSms s1'],
      ['once', got({ read: true }), give],
      ['not a former one', got({ nth: 6 }), give],
      ['not another kind', got({ kind: 'voting-code' }), give],
      ['is given', one({}), give],
      ['in its life', one({ deliveredAt: now - life + 1 }), give],
      ['not after', one({ deliveredAt: now - life }), ask],
      ['which may begin when it is sent', short({ askedAt: now - life }), ask],
      ['and end then', short({ askedAt: now - life + 1 }), give],
      [
        'accepted, it makes a new code',
        one({ accepted: true }),
        '[ask-new-code@new-code-regenerate] RegenerateVotingCode',
      ],
      [
        'which is noted',
        { ...one({ accepted: true }), screen: 'new-code-shown' },
        '[note-new-code@new-code-shown] NoteVotingCode',
      ],
    );
  });
});

describe('the vote', () => {
  const voter = (...more: readonly Given[]) =>
    after(phoned, begin(phoned), accountActive, letterOpen, at('voting'), ...more);
  const enter = (world: World) => said(phoned, world).replace(/(EnterBooth) \w+ /, '$1 ');

  test('from its first second, past a lock, in the portal', () => {
    const here = voter(signedIn);
    const { now } = here;
    expect(enter(here)).toBe('[enter-booth@booth-entry] EnterBooth null');
    expect(enter(withBooth(here, { lockedUntil: now }))).toBe(enter(here));
    tell(
      phoned,
      ['not before', { ...here, now: now - 1 }, wait('wait-for-voting', now)],
      ['a lock is waited for', withBooth(here, { lockedUntil: now + 1 }), wait('unlock', now + 1)],
      ['nobody is in yet', voter(), '[sign-in@password] SignIn address good-1'],
      [
        'not with the letter’s code when there is a newer one',
        { ...withCode(here, { reissues: 1 }), numenKnown: true },
        `[ask-new-code@new-code] RequestVotingCode phone numen birthDate ${captchaText(phoned, here, 'new-code')}`,
      ],
      [
        'inside, no code is needed any more',
        withCode(voter(signedIn, inBooth), { reissues: 1 }),
        `[open-ballot@booth] OpenContest ${here.persona.contests[0]?.id ?? ''}`,
      ],
    );
  });

  test('to its last second', () => {
    const here = voter(signedIn);
    const last = edge(phoned, here, 'voting', 'closes', -1);
    const dead = '[dead-end@voting-closed]';
    expect(enter(last)).toBe(enter(here));
    tell(
      phoned,
      ['closed', { ...last, now: last.now + 1 }, dead],
      ['none at all', here, dead, without(phoned, 'voting')],
    );
  });

  test('then proofs, the way out and the results', () => {
    const here = voter(signedIn, inBooth);
    const { now } = here;
    const cast = here.persona.contests.map(({ id }) => id);
    const [first = '', second = ''] = cast;
    const receipts = (kept: boolean) => [
      { contest: second, at: now, kept: true },
      { contest: first, at: now, kept },
    ];
    const done: World = { ...here, cast, receipts: receipts(true) };
    const unkept: World = { ...here, cast, receipts: receipts(false) };
    const out = withBooth(done, { inside: false });
    const results = periodOf(phoned, here, 'results')?.opens ?? 0;
    const closes = periodOf(phoned, here, 'voting')?.closes ?? 0;
    const keep = `[keep-receipt@receipt] DownloadReceipt ${first}`;
    const signIn = '[sign-in@password] SignIn address good-1';
    const over = '[done@null]';
    tell(
      phoned,
      ['the proof that is not kept', unkept, keep],
      ['in the portal', withAccount(unkept, { session: null }), signIn],
      [
        'before the next ballot',
        { ...unkept, cast: [first], receipts: [{ contest: first, at: now, kept: false }] },
        keep,
      ],
      ['the way out', done, '[leave-booth@booth] LeaveBooth'],
      ['to the closing', { ...done, now: closes - 1 }, '[leave-booth@booth] LeaveBooth'],
      ['not after', { ...done, now: closes }, wait('wait-for-results', results)],
      ['the results are waited for', out, wait('wait-for-results', results)],
      ['and seen', { ...out, now: results }, '[see-results@results] Consult results'],
      ['in the portal', withAccount({ ...out, now: results }, { session: null }), signIn],
      ['once', { ...out, now: results, screen: 'results' }, over],
      ['never, where there are none', out, over, without(phoned, 'results')],
      ['a proof is kept without a vote', out, over, without(phoned, 'results', 'voting')],
      [
        'and no lock is waited for then',
        withAccount(unkept, { session: null, lockedUntil: now + 9 }),
        '[unlock@reset] RequestPasswordReset address',
        without(phoned, 'voting'),
      ],
    );
  });
});

describe('on the roll', () => {
  const world = (edition: Edition, ...more: readonly Given[]) =>
    after(
      edition,
      begin(edition, { profile: 'pas-sur-la-liste' }),
      edition.challenges.length > 0 ? accountWithChallenge : accountActive,
      ...more,
    );

  test('claimed in its window, from a page that shows it', () => {
    const here = edge(shown, world(shown, signedIn), 'rollCorrection', 'opens');
    const { now } = here;
    const look = '[check-roll@roll] Consult roll';
    const claim = '[correct-roll@roll-correction] ClaimRollCorrection';
    const dead = '[dead-end@not-on-roll]';
    const closes = periodOf(shown, here, 'rollCorrection')?.closes ?? 0;
    const rollEnds = (end: number): Edition => ({
      ...without(shown, 'rollCorrection'),
      calendar: { ...shown.calendar, rollCorrection: null, roll: { opens: now, closes: end } },
    });
    const later: Edition = {
      ...shown,
      calendar: { ...shown.calendar, roll: { opens: now - 900, closes: closes + 900 } },
    };
    tell(
      shown,
      ['looked at', here, look],
      ['not before', { ...here, now: now - 1 }, wait('check-roll', now)],
      ['not before it can be claimed', { ...here, now: now - 1 }, wait('check-roll', now), later],
      ['claimed', { ...here, screen: 'roll' }, claim],
      ['from the ballots’ page', { ...here, screen: 'contests' }, claim],
      ['or the form’s', { ...here, screen: 'roll-correction' }, claim],
      ['to the last second', { ...here, now: closes - 1, screen: 'roll' }, claim],
      ['not after', { ...here, now: closes, screen: 'roll' }, dead],
      ['looked at even then', { ...here, now: closes }, look],
      ['not when the roll is shut', here, dead, rollEnds(now)],
      ['in its last second', here, look, rollEnds(now + 1)],
      [
        'not before it opens',
        { ...here, now: now - 1 },
        wait('check-roll', now),
        rollEnds(now + 9),
      ],
      ['never, where there is none', here, dead, without(shown, 'roll', 'rollCorrection')],
      ['claimed where there is no roll to see', here, look, without(shown, 'roll')],
      [
        'the answer is waited for',
        { ...here, due: [due(now + 9, { kind: 'roll-decision' })] },
        wait('wait-for-roll', now + 9),
      ],
      [
        'in the portal',
        withAccount(here, { session: null }),
        '[sign-in@sign-in] SignIn address good-1',
      ],
    );
  });
});

describe('before anything else', () => {
  test('the portal is waited for when it is down', () => {
    const here = after(phoned, begin(phoned), accountActive, letterOpen, at('voting'), signedIn);
    const coming = [due(here.now + 9, { kind: 'portal-up' })];
    const down = { ...here, down: true, due: coming };
    expect(said(phoned, down)).toBe(wait('wait-for-portal', here.now + 9));
    expect(said(phoned, { ...down, down: false })).toMatch('enter-booth');
    expect(said(phoned, { ...down, due: [due(1, { kind: 'letter' })] })).toMatch('enter-booth');
  });
  test('a warning is dealt with', () => {
    const here = { ...begin(shown), warning: { wanted: 'sign-in', settled: false } };
    expect(said(shown, here)).toBe('[deal-with-warning@certificate-warning] LeaveSite');
  });
  test('an inner browser is left, unless its link has died meanwhile', () => {
    const link = { kind: 'activation', nth: 1 } as const;
    const here = withAccount(
      withMailbox(begin(phoned), {
        open: true,
        mails: [mail('m9', { at: begin(phoned).now, link, read: true })],
      }),
      { activation: { sent: 1, used: [] } },
    );
    const inner = { ...here, innerBrowser: 'm9' };
    expect(said(phoned, inner)).toBe('[leave-inner-browser@inner-browser] LeaveInnerBrowser');
    const dead = withAccount(inner, { activation: { sent: 2, used: [] } });
    expect(said(phoned, dead)).toBe('[open-account@sign-in] GiveAddress address ""');
  });
});

describe('the five steps', () => {
  test('begin where what came before is behind', () => {
    const first = begin(phoned);
    const active = after(phoned, first, accountActive);
    const cast = first.persona.contests.map(({ id }) => id);
    const steps = [
      first,
      after(phoned, first, inMailbox),
      withAccount(first, { state: 'pending' }),
      withAccount(first, { activation: { sent: 1, used: [1] } }),
      active,
      after(phoned, active, letterOpen),
      withCode(after(phoned, active, letterOpen), { reissues: 1 }),
      { ...active, cast },
    ].map(stepOf);
    expect(steps).toEqual([
      'messagerie',
      'compte',
      'compte',
      'compte',
      'code',
      'vote',
      'code',
      'preuve',
    ]);
  });
  test.each(['messagerie', 'compte', 'code', 'vote', 'preuve'] as const)(
    'somebody can go straight to « %s »',
    (step) => {
      const gestures = walkTo(phoned, begin(phoned), step);
      const types = gestures.map((events) => events.at(-1)?.type);
      const last = {
        messagerie: undefined,
        compte: 'MailboxSignedIn',
        code: 'Consulted',
        // Before the booth: the vote is open, the voter signed in.
        vote: 'SignedIn',
        preuve: 'ReceiptIssued',
      };
      expect(types.at(-1)).toBe(last[step]);
    },
  );
  test('but not back to one that is behind', () => {
    const voter = after(phoned, begin(phoned), accountActive, at('results'));
    const cast = voter.persona.contests.map(({ id }) => id);
    const voted = { ...voter, cast, receipts: [] };
    expect(advise(phoned, voted).goal).toBe('sign-in');
    expect(walkTo(phoned, voted, 'vote')).toEqual([]);
  });
  test('nor past a dead end', () => {
    const late = edge(phoned, begin(phoned), 'voting', 'closes');
    expect(walkTo(phoned, late, 'preuve')).toEqual([]);
  });
});
