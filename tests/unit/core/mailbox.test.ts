/** The mailbox, gesture by gesture: the whole answer of each, and the hours of the desks to the second. */
import { describe, expect, test } from 'vitest';
import { decide } from '../../../src/simulator/core/decide.ts';
import type { Edition } from '../../../src/simulator/core/edition.ts';
import type {
  Account,
  Command,
  Mail,
  PortalEvent,
  World,
} from '../../../src/simulator/core/portal.ts';
import { captchaText } from '../../../src/simulator/core/views.ts';
import { instant, refusal, yes } from '../../support/instant.ts';
import { begin, secret } from '../../support/scenario.ts';

const year2014 = instant('men-2014');
const year2018 = instant('men-2018');
const year2022 = instant('men-2022');

function letter(id: string, kind: string, change: Partial<Mail> = {}): Mail {
  return {
    id,
    kind,
    at: 0,
    folder: 'inbox',
    read: true,
    link: null,
    oneTime: null,
    ...change,
  };
}

/** An open mailbox with these mails, and nothing to come by itself. */
function holding(edition: Edition, ...mails: readonly Mail[]): World {
  const world = begin(edition, edition.academies['caen'] ? { academy: 'caen' } : {});
  return { ...world, due: [], mailbox: { ...world.mailbox, open: true, mails } };
}

const world = holding(year2014, letter('m1', 'everyday-1'));
const nothing = secret('none', '');
const real = secret('looks-real');
const { numen, birthDate, user } = world.persona;
/** Both could be a slip of the finger: of nobody’s. */
const otherNumen = `30${numen.slice(2, 3)}0000000ZZZ`;
const otherBirthDate = `${birthDate.startsWith('03') ? '04' : '03'}${birthDate.slice(2)}`;

function words(command: Command, before: World = world, edition = year2014) {
  return refusal(edition, before, command);
}

describe('a desk', () => {
  // Wednesday, at the hour of Paris in November.
  const midnight = world.now - (world.now % 86_400) - 3600;
  const answers = (command: Command, hour: number, day = 0) =>
    words(command, { ...world, now: midnight + day * 86_400 + hour * 3600 })[0][0] ?? 'answers';
  const second = 1 / 3600;
  test.each<[string, Command, number]>([
    ['the secretariat', { type: 'AskForNumen', desk: 'secretariat' }, 17],
    ['the HR service', { type: 'AskForNumen', desk: 'hr' }, 18],
    ['the help desk', { type: 'CallHelpdesk' }, 18],
  ])('%s answers from eight until its closing, not at the weekend', (_desk, command, closes) => {
    const hours = [8 - second, 8, closes - second, closes].map((hour) => answers(command, hour));
    expect(hours).toEqual(['desk-closed', 'answers', 'answers', 'desk-closed']);
    const days = [-3, -2, 0, 2, 3, 4].map((day) => answers(command, 10, day));
    const shut = 'desk-closed';
    expect(days).toEqual([shut, 'answers', 'answers', 'answers', shut, shut]);
  });
  test.each(['secretariat', 'hr'] as const)('%s gives the NUMEN', (desk) =>
    expect(decide(year2014, world, { type: 'AskForNumen', desk })).toEqual(
      yes({ type: 'NumenGiven', desk }),
    ),
  );
  test('the help desk tells how an identifier is made', () =>
    expect(decide(year2014, world, { type: 'CallHelpdesk' })).toEqual(
      yes({ type: 'HelpdeskAnswered' }),
    ));
});

describe('the identifier tool', () => {
  const elsewhere: World = { ...world, setup: { ...world.setup, academy: 'dijon' } };
  const next: PortalEvent = { type: 'CaptchaShown', place: 'identifier-tool', nth: 1 };
  const reading = (captcha: string): Command => ({ type: 'AnswerCaptcha', captcha });
  const right = reading(captchaText(year2014, world, 'identifier-tool'));
  const looking = (change: Partial<Command & { type: 'LookUpIdentity' }> = {}): Command => ({
    type: 'LookUpIdentity',
    numen,
    birthDate,
    ...change,
  });
  const past = { ...world, mailbox: { ...world.mailbox, captchaPassed: true } };

  test('shows another image after each answer, right or wrong, but an empty one', () => {
    expect(decide(year2014, world, right)).toEqual(yes({ type: 'CaptchaAnswered' }, next));
    expect(words(reading('x'))).toEqual([['wrong-captcha@captcha'], [next]]);
    expect(words(reading(' '))).toEqual([['missing-answer@captcha'], []]);
  });
  test('tells an identity', () =>
    expect(decide(year2014, past, looking())).toEqual(yes({ type: 'IdentityShown' })));
  test.each<[Partial<Command & { type: 'LookUpIdentity' }>, readonly string[]]>([
    [{ numen: '', birthDate: ' ' }, ['missing-answer@numen', 'missing-answer@birthDate']],
    [{ numen: 'x', birthDate: 'x' }, ['malformed-numen@numen', 'malformed-date@birthDate']],
    [
      { numen: otherNumen, birthDate: otherBirthDate },
      ['unknown-numen@numen', 'wrong-birth-date@birthDate'],
    ],
  ])('or says why not: %j', (change, said) =>
    expect(words(looking(change), past)).toEqual([said, []]),
  );
  test('asks for its image first', () => expect(words(looking())).toEqual([['captcha-first'], []]));
  test('is not there in every academy', () => {
    const shut = [['not-offered'], []];
    expect(words(right, elsewhere)).toEqual(shut);
    expect(words(looking(), { ...past, setup: elsewhere.setup })).toEqual(shut);
    expect(words({ type: 'RenewCaptcha', place: 'identifier-tool' }, elsewhere)).toEqual(shut);
  });
  test('and each image is drawn again where there is one', () => {
    const renewed = (edition: Edition, before: World) =>
      (['identifier-tool', 'account', 'sign-in', 'new-code'] as const).filter((place) => {
        const { events, refusals } = decide(edition, before, { type: 'RenewCaptcha', place });
        if (refusals.length > 0)
          expect([refusals, events]).toEqual([[{ word: 'not-offered' }], []]);
        else expect(events).toEqual([{ type: 'CaptchaShown', place, nth: 1 }]);
        return refusals.length === 0;
      });
    expect(renewed(year2014, world)).toEqual(['identifier-tool', 'account']);
    expect(renewed(year2014, elsewhere)).toEqual(['account']);
    expect(renewed(year2018, holding(year2018))).toEqual(['identifier-tool', 'new-code']);
    expect(renewed(year2022, holding(year2022))).toEqual(['sign-in']);
  });
});

describe('its password', () => {
  const signing = (change: Partial<Command & { type: 'SignInToMailbox' }> = {}): Command => ({
    type: 'SignInToMailbox',
    user: ` ${user.toUpperCase()}`,
    password: secret('numen'),
    ...change,
  });
  test('opens it, with the identifier in any case', () =>
    expect(decide(year2014, world, signing())).toEqual(yes({ type: 'MailboxSignedIn' })));
  test.each<[Partial<Command & { type: 'SignInToMailbox' }>, readonly string[]]>([
    [{ user: ' ', password: nothing }, ['missing-answer@user', 'missing-answer@password']],
    [{ user: 'qui@ac-caen.fr', password: real }, ['looks-real@user', 'looks-real@password']],
    [{ password: real }, ['looks-real@password']],
    [{ user: 'x' }, ['wrong-mailbox-credentials@password']],
    [{ password: secret('p1') }, ['wrong-mailbox-credentials@password']],
  ])('or not: %#', (change, said) => expect(words(signing(change))).toEqual([said, []]));
  test('a NUMEN that is one’s own may be an identifier too', () => {
    const own = { ...world, persona: { ...world.persona, user: '04e0412345abc' } };
    expect(words(signing({ user: '04E0412345ABC' }), own)).toEqual([
      [],
      [{ type: 'MailboxSignedIn' }],
    ]);
  });

  const changing = (text: string, other = 'new', current = 'numen'): Command => ({
    type: 'ChangeMailboxPassword',
    current: secret(current),
    password: secret('new', text),
    confirmation: secret(other, text),
  });
  test.each([
    ['Marmite-123!', []],
    ['MARMITE1!', []],
    ['marmite1!', []],
    ['mite-12!', []],
    ['mit-12!', ['weak-mailbox-password@password']],
    ['12345678!', ['weak-mailbox-password@password']],
    ['marmite-!', ['weak-mailbox-password@password']],
    ['marmite12', ['weak-mailbox-password@password']],
  ])('may become « %s », or not', (text, said) => {
    const events = said.length > 0 ? [] : [{ type: 'MailboxPasswordChanged', secret: 'new' }];
    expect(words(changing(text))).toEqual([said, events]);
  });
  test('is changed with the current one, and typed twice', () => {
    expect(words(changing('Marmite-123!', 'new', 'p9'))).toEqual([
      ['wrong-mailbox-credentials@current'],
      [],
    ]);
    expect(words(changing('mit', 'other'))).toEqual([
      ['weak-mailbox-password@password', 'passwords-differ@confirmation'],
      [],
    ]);
    const all = ['current', 'password', 'confirmation'];
    const empty = { current: nothing, password: nothing, confirmation: nothing };
    expect(words({ type: 'ChangeMailboxPassword', ...empty })).toEqual([
      all.map((field) => `missing-answer@${field}`),
      [],
    ]);
    const own = { current: real, password: real, confirmation: real };
    expect(words({ type: 'ChangeMailboxPassword', ...own })).toEqual([
      all.map((field) => `looks-real@${field}`),
      [],
    ]);
  });

  const forgetting = (
    change: Partial<Command & { type: 'ForgetMailboxPassword' }> = {},
  ): Command => ({
    type: 'ForgetMailboxPassword',
    numen,
    birthDate,
    ...change,
  });
  test('once forgotten, is the NUMEN again', () =>
    expect(decide(year2014, world, forgetting())).toEqual(yes({ type: 'MailboxPasswordReset' })));
  test.each<[Partial<Command & { type: 'ForgetMailboxPassword' }>, readonly string[]]>([
    [{ numen: '', birthDate: '' }, ['missing-answer@numen', 'missing-answer@birthDate']],
    [{ numen: otherNumen }, ['unknown-numen@numen']],
    [{ birthDate: otherBirthDate }, ['wrong-birth-date@birthDate']],
  ])('for the right person: %j', (change, said) =>
    expect(words(forgetting(change))).toEqual([said, []]),
  );
});

describe('its mails', () => {
  const box = holding(
    year2014,
    letter('m1', 'everyday-1'),
    letter('m2', 'everyday-2', { folder: 'bin' }),
    letter('m3', 'fake-quota', { read: false }),
  );
  const closed: World = { ...box, mailbox: { ...box.mailbox, open: false } };
  test.each<[Command, PortalEvent]>([
    [{ type: 'SignOutOfMailbox' }, { type: 'MailboxSignedOut' }],
    [{ type: 'EmptyBin' }, { type: 'BinEmptied' }],
    [
      { type: 'OpenMail', mail: 'm2' },
      { type: 'MailOpened', mail: 'm2' },
    ],
    [
      { type: 'DeleteMail', mail: 'm1' },
      { type: 'MailDeleted', mail: 'm1' },
    ],
    [
      { type: 'RestoreMail', mail: 'm2' },
      { type: 'MailRestored', mail: 'm2' },
    ],
    [
      { type: 'MoveMail', mail: 'm1', folder: 'junk' },
      { type: 'MailMoved', mail: 'm1', folder: 'junk' },
    ],
    [
      { type: 'ReportFake', mail: 'm3' },
      { type: 'FakeReported', mail: 'm3' },
    ],
    [
      { type: 'ReportFake', mail: 'm1' },
      { type: 'GenuineReported', mail: 'm1' },
    ],
    [
      { type: 'AnswerFake', mail: 'm3' },
      { type: 'FakeAnswered', mail: 'm3' },
    ],
  ])('are in hand while it is open: %j', (command, event) => {
    expect(decide(year2014, box, command)).toEqual(yes(event));
    expect(words(command, closed)).toEqual([['not-in-mailbox'], []]);
    if ('mail' in command)
      expect(words({ ...command, mail: 'm9' }, box)).toEqual([['no-such-mail@mail'], []]);
  });
  test('what is in the bin is not deleted again, nor restored what is not in it', () => {
    expect(words({ type: 'DeleteMail', mail: 'm2' }, box)).toEqual([['no-such-mail@mail'], []]);
    expect(words({ type: 'RestoreMail', mail: 'm1' }, box)).toEqual([['no-such-mail@mail'], []]);
  });
  test('only a fake is answered', () =>
    expect(words({ type: 'AnswerFake', mail: 'm1' }, box)).toEqual([['not-offered@mail'], []]));
  test('one whose text was lost since is no fake, and holds no link', () => {
    const lost = { ...year2014, mails: {} };
    expect(decide(lost, box, { type: 'ReportFake', mail: 'm3' })).toEqual(
      yes({ type: 'GenuineReported', mail: 'm3' }),
    );
    expect(words({ type: 'AnswerFake', mail: 'm3' }, box, lost)).toEqual([
      ['not-offered@mail'],
      [],
    ]);
    expect(words({ type: 'FollowLink', mail: 'm3' }, box, lost)).toEqual([
      ['no-such-mail@mail'],
      [],
    ]);
  });
});

describe('the link of a mail', () => {
  const following: Command = { type: 'FollowLink', mail: 'm1' };
  const opened: PortalEvent = { type: 'MailOpened', mail: 'm1' };
  const first = { kind: 'activation', nth: 1 } as const;
  const reset = { kind: 'reset', nth: 1 } as const;
  const one = { sent: 1, used: [] };

  function linked(edition: Edition, mail: Partial<Mail>, account: Partial<Account> = {}): World {
    const box = holding(edition);
    const kind = edition === year2014 ? 'confirmation' : 'account-creation';
    return {
      ...box,
      mailbox: {
        ...box.mailbox,
        mails: [
          letter('m1', mail.link?.kind === 'reset' ? 'reset' : kind, {
            at: box.now,
            link: first,
            ...mail,
          }),
        ],
      },
      account: { ...box.account, activation: one, reset: one, ...account },
    };
  }

  test('is followed once the mail is open', () => {
    const unread = linked(year2018, { read: false });
    const followed: PortalEvent = { type: 'LinkFollowed', link: first };
    expect(decide(year2018, unread, following)).toEqual(yes(opened, followed));
    expect(decide(year2018, linked(year2018, {}), following)).toEqual(yes(followed));
  });
  test('confirms an account where a password was chosen before', () => {
    expect(decide(year2014, linked(year2014, {}), following)).toEqual(
      yes({ type: 'LinkFollowed', link: first }, { type: 'AccountConfirmed' }),
    );
    expect(decide(year2014, linked(year2014, { link: reset }), following)).toEqual(
      yes({ type: 'LinkFollowed', link: reset }),
    );
  });
  test.each<[string, Partial<Account>, Mail['link'], string | undefined]>([
    ['works once', { activation: { sent: 1, used: [1] } }, first, 'link-used@mail'],
    ['dies with a newer one', { activation: { sent: 2, used: [] } }, first, 'link-superseded@mail'],
    ['opens no account twice', { state: 'active' }, first, 'link-used@mail'],
    ['of its own kind only', { activation: { sent: 2, used: [1] } }, reset, undefined],
    ['resets a password that exists', { state: 'active' }, reset, undefined],
  ])('%s', (_title, account, link, word) => {
    const [said] = words(following, linked(year2018, { link, read: false }, account), year2018);
    expect(said).toEqual(word ? [word] : []);
  });
  test('opens nothing when it is refused, not even its mail', () => {
    const used = linked(year2018, { read: false }, { activation: { sent: 1, used: [1] } });
    expect(words(following, used, year2018)).toEqual([['link-used@mail'], []]);
  });
  test('lives for three days, to the second', () => {
    const { now } = linked(year2018, {});
    const aged = (age: number) =>
      words(following, linked(year2018, { at: now - age }), year2018)[0];
    const life = year2018.limits.link;
    expect([aged(life - 1), aged(life)]).toEqual([[], ['link-expired@mail']]);
  });
  test('is as open as its window', () => {
    const opens = year2014.calendar.accountOpening?.closes ?? 0;
    const ends = year2014.calendar.passwordReset?.closes ?? 0;
    const at = (link: Mail['link'], now: number) =>
      words(following, { ...linked(year2014, { link, at: now }), now })[0];
    expect([at(first, opens - 1), at(first, opens)]).toEqual([[], ['closed']]);
    expect([at(reset, opens), at(reset, ends)]).toEqual([[], ['closed']]);
    const down = { ...linked(year2014, {}), down: true };
    expect(words(following, down)).toEqual([['portal-down'], []]);
  });

  test('without a token leads to the first page of the portal', () => {
    const mails = { ...year2018.mails, opening: year2014.mails['opening'] };
    const plain = (edition: Edition, change: Partial<World> = {}): World => ({
      ...holding(edition, letter('m1', 'opening')),
      ...change,
    });
    const shown = (screen: string) => yes({ type: 'Consulted', screen });
    expect(decide(year2014, plain(year2014), following)).toEqual(shown('public-page'));
    const known = Object.fromEntries(
      Object.entries(mails).flatMap(([id, mail]) => (mail ? [[id, mail]] : [])),
    );
    expect(decide({ ...year2018, mails: known }, plain(year2018), following)).toEqual(
      shown('sign-in'),
    );
    const { closes } = year2014.calendar.portal ?? { closes: 0 };
    const at = (change: Partial<World>) => words(following, plain(year2014, change))[0];
    expect([at({ down: true }), at({ now: closes - 1 }), at({ now: closes })]).toEqual([
      ['portal-down'],
      [],
      ['closed'],
    ]);
  });
  test('of a fake is explained', () => {
    const fake = holding(year2014, letter('m1', 'fake-quota', { read: false }));
    expect(decide(year2014, fake, following)).toEqual(
      yes(opened, { type: 'FakeFollowed', mail: 'm1' }),
    );
  });
  test('is not in every mail', () => {
    expect(words(following)).toEqual([['no-such-mail@mail'], []]);
    expect(words({ ...following, mail: 'm9' })).toEqual([['no-such-mail@mail'], []]);
    const closed = { ...world, mailbox: { ...world.mailbox, open: false } };
    expect(words(following, closed)).toEqual([['not-in-mailbox'], []]);
  });

  describe('in the browser of an application', () => {
    const leaving: Command = { type: 'LeaveInnerBrowser' };
    const inner = (before: World): World => ({
      ...before,
      incidents: [{ kind: 'inner-browser' }],
    });
    test('goes no further', () => {
      const shown: PortalEvent = { type: 'InnerBrowserOpened', mail: 'm1' };
      expect(decide(year2018, inner(linked(year2018, { read: false })), following)).toEqual(
        yes(opened, shown),
      );
      expect(decide(year2018, inner(linked(year2018, {})), following)).toEqual(yes(shown));
    });
    test('goes on outside it', () => {
      const left: PortalEvent = { type: 'InnerBrowserLeft' };
      const before = { ...linked(year2018, {}), innerBrowser: 'm1' };
      expect(decide(year2018, before, leaving)).toEqual(
        yes(left, { type: 'LinkFollowed', link: first }),
      );
      const plain = { ...holding(year2014, letter('m1', 'opening')), innerBrowser: 'm1' };
      expect(decide(year2014, plain, leaving)).toEqual(
        yes(left, { type: 'Consulted', screen: 'public-page' }),
      );
    });
    test('if it still works', () => {
      const used = linked(year2018, {}, { activation: { sent: 1, used: [1] } });
      expect(words(leaving, { ...used, innerBrowser: 'm1' }, year2018)).toEqual([
        ['link-used@mail'],
        [],
      ]);
    });
    test('and where there is none, nothing is left', () =>
      expect(words(leaving)).toEqual([['not-offered'], []]));
  });
});
