/** The account, gesture by gesture: the whole answer of each door, and its hours to the second. */
import { describe, expect, test } from 'vitest';
import { decide } from '../../../src/simulator/core/decide.ts';
import type { Edition } from '../../../src/simulator/core/edition.ts';
import { evolve } from '../../../src/simulator/core/evolve.ts';
import type { Account, Command, PortalEvent, World } from '../../../src/simulator/core/portal.ts';
import { captchaText } from '../../../src/simulator/core/views.ts';
import { instant, refusal, yes } from '../../support/instant.ts';
import { begin, secret } from '../../support/scenario.ts';

const year2014 = instant('men-2014');
const year2018 = instant('men-2018');
const year2022 = instant('men-2022');
/** Nothing is to come by itself. */
const quiet = (edition: Edition): World => ({ ...begin(edition), due: [] });
const [first2014, first2018, first2022] = [quiet(year2014), quiet(year2018), quiet(year2022)];
const nothing = secret('none', '');
const real = secret('looks-real');
const good = secret('good-1', 'Coquille!Noisette42');

function having(world: World, account: Partial<Account>, change: Partial<World> = {}): World {
  return { ...world, ...change, account: { ...world.account, ...account } };
}

/** A link that leaves now. */
function link(world: World, mail: string, kind: 'activation' | 'reset', nth: number): PortalEvent {
  return {
    type: 'MailSent',
    due: {
      id: `d${world.promised + 1}`,
      at: world.now + 100,
      what: { kind: 'mail', mail, link: { kind, nth } },
    },
  };
}

describe('an account is opened by a form', () => {
  const opening = (change: Partial<Command & { type: 'OpenAccount' }> = {}): Command => ({
    type: 'OpenAccount',
    address: first2014.persona.address,
    password: good,
    confirmation: good,
    captcha: captchaText(year2014, first2014, 'account'),
    ...change,
  });
  const image: PortalEvent = { type: 'CaptchaShown', place: 'account', nth: 1 };
  const opened: PortalEvent = { type: 'AccountOpened', secret: 'good-1' };

  test('and a link leaves to confirm it', () =>
    expect(decide(year2014, first2014, opening())).toEqual(
      yes(opened, image, link(first2014, 'confirmation', 'activation', 1)),
    ));
  test('and another each time it is sent again', () => {
    const world = having(first2014, { state: 'pending', activation: { sent: 1, used: [] } });
    expect(decide(year2014, world, opening())).toEqual(
      yes(opened, image, link(world, 'confirmation', 'activation', 2)),
    );
  });
  test.each<[string, Partial<Command & { type: 'OpenAccount' }>, readonly string[], boolean]>([
    [
      'what is empty, before the image is wasted',
      { address: '', password: nothing, confirmation: nothing, captcha: ' ' },
      ['address', 'password', 'confirmation', 'captcha'].map((field) => `missing-answer@${field}`),
      false,
    ],
    ['a wrong image alone', { captcha: 'x', address: 'x' }, ['wrong-captcha@captcha'], true],
    [
      'then each fault of form',
      { address: 'x', confirmation: secret('other') },
      ['malformed-address@address', 'passwords-differ@confirmation'],
      true,
    ],
    [
      'what could be real',
      { address: 'qui@ac-caen.fr', password: real, confirmation: real },
      ['looks-real@address', 'looks-real@password', 'looks-real@confirmation'],
      true,
    ],
    ['somebody else', { address: 'x@y.example' }, ['unknown-address@address'], true],
  ])('that says no to %s', (_title, change, words, another) =>
    expect(refusal(year2014, first2014, opening(change))).toEqual([words, another ? [image] : []]),
  );
  test('once', () => {
    const world = having(first2014, { state: 'active' });
    expect(refusal(year2014, world, opening())).toEqual([['account-exists@address'], [image]]);
  });
  test('until its last second', () => {
    const closes = year2014.calendar.accountOpening?.closes ?? 0;
    const open = (now: number) => refusal(year2014, { ...first2014, now }, opening())[0];
    expect([open(closes - 1), open(closes)]).toEqual([[], ['closed']]);
  });
  test('without an image where the election has none', () => {
    const plain = { ...year2014, captchas: { ...year2014.captchas, account: null } };
    expect(decide(plain, first2014, opening({ captcha: '' }))).toEqual(
      yes(opened, link(first2014, 'confirmation', 'activation', 1)),
    );
    expect(refusal(plain, first2014, opening({ address: '', captcha: '' }))).toEqual([
      ['missing-answer@address'],
      [],
    ]);
  });
  test('and its link leaves even if its text was lost since', () => {
    const { events } = decide({ ...year2014, mails: {} }, first2014, opening());
    expect(events.at(-1)).toEqual(link(first2014, 'activation', 'activation', 1));
  });
  test('where the election has one', () =>
    expect(refusal(year2018, first2018, opening())).toEqual([['not-offered'], []]));
});

describe('an address comes first', () => {
  const giving = (
    world: World,
    change: Partial<Command & { type: 'GiveAddress' }> = {},
  ): Command => ({
    type: 'GiveAddress',
    address: world.persona.address,
    captcha: captchaText(year2022, world, 'sign-in'),
    ...change,
  });
  const image: PortalEvent = { type: 'CaptchaShown', place: 'sign-in', nth: 1 };
  const known: PortalEvent = { type: 'AddressGiven', known: true };
  const unknown: PortalEvent = { type: 'AddressGiven', known: false };

  test('and a link leaves to whoever has no account', () => {
    expect(decide(year2018, first2018, giving(first2018, { captcha: '' }))).toEqual(
      yes(unknown, link(first2018, 'account-creation', 'activation', 1)),
    );
    expect(decide(year2022, first2022, giving(first2022))).toEqual(
      yes(image, unknown, link(first2022, 'invitation', 'activation', 2)),
    );
  });
  test('and leads to the password of whoever has one', () => {
    const account = { state: 'active' } as const;
    expect(
      decide(year2018, having(first2018, account), giving(first2018, { captcha: '' })),
    ).toEqual(yes(known));
    expect(decide(year2022, having(first2022, account), giving(first2022))).toEqual(
      yes(known, image),
    );
  });
  test.each<[string, Partial<Command & { type: 'GiveAddress' }>, readonly string[], boolean]>([
    [
      'what is empty, before the image is wasted',
      { address: ' ', captcha: '' },
      ['missing-answer@address', 'missing-answer@captcha'],
      false,
    ],
    ['a wrong image alone', { captcha: 'x', address: 'x' }, ['wrong-captcha@captcha'], true],
    ['a fault of form', { address: 'x' }, ['malformed-address@address'], true],
    ['what could be real', { address: 'qui@ac-amiens.fr' }, ['looks-real@address'], true],
    ['somebody else', { address: 'x@y.example' }, ['unknown-address@address'], true],
  ])('but not %s', (_title, change, words, another) => {
    const events = another ? [image] : [];
    expect(refusal(year2022, first2022, giving(first2022, change))).toEqual([words, events]);
    const spared = words.filter((word) => !word.endsWith('captcha'));
    const plain = giving(first2018, { ...change, captcha: '' });
    if (spared.length > 0) expect(refusal(year2018, first2018, plain)).toEqual([spared, []]);
  });
  test('and opens no account any more once the accounts are closed', () => {
    const now = year2022.calendar.accountOpening?.closes ?? 0;
    const late = { ...first2022, now };
    expect(refusal(year2022, late, giving(first2022))).toEqual([['closed'], [image]]);
    const account = having(late, { state: 'active' });
    expect(decide(year2022, account, giving(first2022))).toEqual(yes(known, image));
  });
  test('if the portal answers', () => {
    const world = having(first2018, { state: 'active' }, { down: true });
    expect(refusal(year2018, world, giving(world))).toEqual([['portal-down'], []]);
  });
  test('where sign-in has two pages', () =>
    expect(refusal(year2014, first2014, giving(first2014))).toEqual([['not-offered'], []]));
});

describe('a password is chosen', () => {
  const choosing: Command = { type: 'ChoosePassword', password: good, confirmation: good };
  const chosen = (by: 'activation' | 'reset', screen: string) =>
    yes({ type: 'PasswordChosen', secret: 'good-1', by }, { type: 'Consulted', screen });

  test.each([
    ['one page of sign-in, after a reset', year2014, first2014, 'reset', 'sign-in'],
    [
      'the page of the password, after the first link',
      year2018,
      first2018,
      'activation',
      'password',
    ],
    ['the page of the password, after a reset', year2018, first2018, 'reset', 'password'],
    ['the image that stands before it, after a reset', year2022, first2022, 'reset', 'sign-in'],
  ] as const)('and leads to %s', (_title, edition, world, by, screen) => {
    const short = edition === year2018 ? secret('good-1') : good;
    const command: Command = { type: 'ChoosePassword', password: short, confirmation: short };
    expect(decide(edition, having(world, { choosing: by }), command)).toEqual(chosen(by, screen));
  });
  test('and kept until a question is chosen too', () =>
    expect(decide(year2022, having(first2022, { choosing: 'activation' }), choosing)).toEqual(
      yes({ type: 'PasswordKept', secret: 'good-1' }),
    ));
  test.each([null, 'challenge'] as const)('not while the page is for %s', (page) =>
    expect(refusal(year2022, having(first2022, { choosing: page }), choosing)).toEqual([
      ['not-offered'],
      [],
    ]),
  );
  test('in the hours of its link', () => {
    const opens = year2014.calendar.accountOpening?.closes ?? 0;
    const ends = year2014.calendar.passwordReset?.closes ?? 0;
    const at = (by: 'activation' | 'reset', now: number) =>
      refusal(year2014, having(first2014, { choosing: by }, { now }), choosing)[0];
    expect([at('activation', opens - 1), at('activation', opens)]).toEqual([[], ['closed']]);
    expect([at('reset', opens), at('reset', ends - 1), at('reset', ends)]).toEqual([
      [],
      [],
      ['closed'],
    ]);
  });
  test.each([
    [nothing, nothing, ['missing-answer@password', 'missing-answer@confirmation']],
    [good, nothing, ['missing-answer@confirmation']],
    [
      secret('p1', 'Abc1!'),
      secret('p2'),
      ['password-too-short@password', 'passwords-differ@confirmation'],
    ],
    [real, real, ['looks-real@password', 'looks-real@confirmation']],
  ])('with its faults told at once (%#)', (password, confirmation, words) => {
    const world = having(first2022, { choosing: 'reset' });
    expect(refusal(year2022, world, { type: 'ChoosePassword', password, confirmation })).toEqual([
      words,
      [],
    ]);
  });
});

describe('a question is chosen', () => {
  const world = having(first2022, { choosing: 'challenge' });
  const command: Command = { type: 'ChooseChallenge', question: 3, answer: secret('said') };

  test('and its answer is kept sealed', () =>
    expect(decide(year2022, world, command)).toEqual(
      yes({ type: 'ChallengeChosen', question: 3, secret: 'said' }),
    ));
  test.each<[Partial<Command & { type: 'ChooseChallenge' }>, readonly string[]]>([
    [{ question: 4 }, ['missing-answer@question']],
    [{ question: -1, answer: nothing }, ['missing-answer@question', 'missing-answer@answer']],
    [{ answer: real }, ['looks-real@answer']],
  ])('or not: %j', (change, words) =>
    expect(refusal(year2022, world, { ...command, ...change })).toEqual([words, []]),
  );
  test('after a password only', () =>
    expect(refusal(year2022, first2022, command)).toEqual([['not-offered'], []]));
  test('while accounts are opened', () => {
    const closes = year2022.calendar.accountOpening?.closes ?? 0;
    const at = (now: number) => refusal(year2022, { ...world, now }, command)[0];
    expect([at(closes - 1), at(closes)]).toEqual([[], ['closed']]);
  });
});

describe('a new password is asked for', () => {
  const asking = (address = first2014.persona.address): Command => ({
    type: 'RequestPasswordReset',
    address,
  });
  const active = having(first2014, { state: 'active', reset: { sent: 1, used: [1] } });

  test('and a link leaves', () =>
    expect(decide(year2014, active, asking())).toEqual(
      yes({ type: 'PasswordResetRequested' }, link(active, 'reset', 'reset', 2)),
    ));
  test.each([
    [active, ' ', 'missing-answer@address'],
    [active, 'x', 'malformed-address@address'],
    [active, 'qui@ac-caen.fr', 'looks-real@address'],
    [active, 'x@y.example', 'unknown-address@address'],
    [first2014, first2014.persona.address, 'unknown-address@address'],
    [
      having(first2014, { state: 'pending' }),
      first2014.persona.address,
      'account-not-confirmed@address',
    ],
    [{ ...active, now: year2014.calendar.passwordReset?.closes ?? 0 }, 'x', 'closed'],
  ])('or not (%#)', (world, address, word) =>
    expect(refusal(year2014, world, asking(address))).toEqual([[word], []]),
  );
});

describe('somebody signs in', () => {
  const signing = (change: Partial<Command & { type: 'SignIn' }> = {}): Command => ({
    type: 'SignIn',
    address: ` ${first2014.persona.address.toUpperCase()}`,
    password: good,
    ...change,
  });
  const active = having(first2014, { state: 'active', secret: 'good-1' });
  const wrong = signing({ password: secret('p1') });

  test('with the address, in any case, and its password', () =>
    expect(decide(year2014, active, signing())).toEqual(yes({ type: 'SignedIn' })));
  test.each<[string, World, Partial<Command & { type: 'SignIn' }>, readonly string[]]>([
    [
      'two empty fields',
      active,
      { address: '', password: nothing },
      ['missing-answer@address', 'missing-answer@password'],
    ],
    [
      'what could be real',
      active,
      { address: 'qui@ac-caen.fr', password: real },
      ['looks-real@address', 'looks-real@password'],
    ],
    ['a fault of form', active, { address: 'x' }, ['malformed-address@address']],
    ['somebody else', active, { address: 'x@y.example' }, ['unknown-address@address']],
    ['whoever has no account', first2014, {}, ['unknown-address@address']],
    [
      'an account that waits for its link',
      having(active, { state: 'pending' }),
      {},
      ['account-not-confirmed@address'],
    ],
    ['anybody while the portal is down', { ...active, down: true }, {}, ['portal-down']],
  ])('but not with %s', (_title, world, change, words) =>
    expect(refusal(year2014, world, signing(change))).toEqual([words, []]),
  );
  test('past an image where there is one', () => {
    const world = having(first2022, { state: 'active', secret: 'good-1' });
    const command: Command = {
      ...signing(),
      type: 'SignIn',
      address: world.persona.address,
      password: good,
    };
    expect(refusal(year2022, world, command)).toEqual([['captcha-first'], []]);
    expect(decide(year2022, having(world, { identified: true }), command)).toEqual(
      yes({ type: 'SignedIn' }),
    );
  });
  test('four mistakes are counted, and the fifth closes the door for a while', () => {
    const mistaken = (times: number): PortalEvent => ({ type: 'PasswordMistaken', times });
    const before = (wrongPasswords: number) => having(active, { wrongPasswords });
    const word = 'wrong-password@password';
    expect(refusal(year2014, before(0), wrong)).toEqual([[word], [mistaken(1)]]);
    expect(refusal(year2014, before(3), wrong)).toEqual([[word], [mistaken(4)]]);
    expect(refusal(year2014, before(4), wrong)).toEqual([
      [word, 'locked-out'],
      [mistaken(5), { type: 'LockedOut', until: active.now + year2014.limits.lock }],
    ]);
  });
  test('which says nothing of a password, right or wrong, until its last second', () => {
    const locked = having(active, { lockedUntil: active.now + 1 });
    expect(refusal(year2014, locked, signing())).toEqual([['locked-out'], []]);
    expect(refusal(year2014, locked, wrong)).toEqual([['locked-out'], []]);
    const free = having(active, { lockedUntil: active.now });
    expect(decide(year2014, free, signing())).toEqual(yes({ type: 'SignedIn' }));
  });
});

describe('somebody leaves', () => {
  test('a session', () => {
    const inside = having(first2014, { session: { lastSeen: first2014.now } });
    expect(decide(year2014, inside, { type: 'SignOut' }).events).toContainEqual({
      type: 'SignedOut',
    });
    expect(refusal(year2014, first2014, { type: 'SignOut' })).toEqual([['not-signed-in'], []]);
  });
  test('a page with a warning, or goes on', () => {
    const warned: World = { ...first2014, warning: { wanted: 'help', settled: false } };
    expect(decide(year2014, warned, { type: 'LeaveSite' })).toEqual(yes({ type: 'SiteLeft' }));
    expect(decide(year2014, warned, { type: 'OverrideWarning' })).toEqual(
      yes({ type: 'WarningOverridden' }),
    );
    for (const type of ['LeaveSite', 'OverrideWarning'] as const)
      expect(refusal(year2014, first2014, { type })).toEqual([['not-offered'], []]);
  });
});

describe('the space takes requests', () => {
  const times = year2014.calendar.rollCorrection?.opens ?? 0;
  const inside = having(first2014, { session: { lastSeen: times } }, { now: times });
  const gestures = [
    ['RequestProfileUpdate', 'ProfileUpdateAsked', 'profile-decision', 'profileUpdate'],
    ['ClaimRollCorrection', 'RollCorrectionAsked', 'roll-decision', 'rollCorrection'],
  ] as const;
  test.each(gestures)('%s is decided later, once', (type, asked, kind, field) => {
    const due = { id: `d${inside.promised + 1}`, at: times + 1000, what: { kind } };
    expect(decide(year2014, inside, { type })).toEqual(yes({ type: asked, due }));
    for (const before of ['asked', 'done'] as const)
      expect(refusal(year2014, { ...inside, [field]: before }, { type })).toEqual([
        ['already-asked'],
        [],
      ]);
  });
  test.each(gestures)('%s has its last second', (type, _asked, _kind, field) => {
    const closes = year2014.calendar[field]?.closes ?? 0;
    const at = (now: number) =>
      refusal(year2014, having(inside, { session: { lastSeen: now } }, { now }), { type })[0];
    expect([at(closes - 1), at(closes)]).toEqual([[], ['closed']]);
  });
  test.each(gestures)('%s is for whoever is signed in', (type) => {
    const outside = having(inside, { session: null });
    expect(refusal(year2014, outside, { type })).toEqual([['not-signed-in'], []]);
  });
  test('and each is decided at its own hour, the same on every device', () => {
    const delays = { ...year2014.delays, decision: { min: 0, max: 86_400 } };
    const wait = (type: 'RequestProfileUpdate' | 'ClaimRollCorrection') =>
      decide({ ...year2014, delays }, inside, { type })
        .events.reduce(evolve, inside)
        .due.map(({ at }) => at - times);
    expect([wait('RequestProfileUpdate'), wait('ClaimRollCorrection')]).toEqual([[2903], [81783]]);
  });
});
