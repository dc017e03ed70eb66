/** What the world remembers of each event: all that changes, and nothing else. */
import { describe, expect, test } from 'vitest';
import { evolve, worldOf } from '../../../src/simulator/core/evolve.ts';
import type { Due, Mail, PortalEvent, World } from '../../../src/simulator/core/portal.ts';
import { begin, editionOf } from '../../support/scenario.ts';

const edition = editionOf('men-2014');

function isTree(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What is different, by its way into the world: `mailbox.open`. */
function changes(before: unknown, after: unknown, way = ''): Record<string, unknown> {
  if (!isTree(before) || !isTree(after)) {
    return JSON.stringify(before) === JSON.stringify(after) ? {} : { [way]: after };
  }
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].reduce<Record<string, unknown>>(
    (all, key) => ({
      ...all,
      ...changes(before[key], after[key], way ? `${way}.${key}` : key),
    }),
    {},
  );
}

function mail(id: string, change: Partial<Mail> = {}): Mail {
  return {
    id,
    kind: 'opening',
    at: 500,
    folder: 'inbox',
    read: false,
    link: null,
    oneTime: null,
    ...change,
  };
}

const letter: Due = { id: 'd1', at: 2000, what: { kind: 'letter' } };
const results: Due = { id: 'd2', at: 3000, what: { kind: 'results' } };
const sms = { id: 's1', kind: 'voting-code', nth: 1, at: 900, read: false } as const;
const onceSms = { id: 'o1', kind: 'one-time-code', nth: 3, at: 950, read: false } as const;
const asked = { nth: 1, channel: 'sms', askedAt: 900, deliveredAt: null, accepted: false } as const;
const receipt = { contest: 'cta.caen', at: 800, kept: false };
const other = { contest: 'ct', at: 850, kept: false };

/** A world in which every event has something to change. */
const begun = begin(edition);
const world: World = {
  ...begun,
  screen: 'calendar',
  now: 1000,
  due: [letter, results],
  promised: 2,
  mailbox: {
    ...begun.mailbox,
    open: true,
    secret: 'kept',
    mails: [mail('m1'), mail('m2', { folder: 'bin' }), mail('m3')],
    received: 3,
    openMail: 'm1',
    bounced: true,
  },
  account: {
    ...begun.account,
    state: 'active',
    secret: 'good-1',
    activation: { sent: 2, used: [1] },
    reset: { sent: 1, used: [] },
    choosing: 'reset',
    identified: true,
    wrongPasswords: 2,
    lockedUntil: 1900,
    session: { lastSeen: 990 },
  },
  code: {
    letter: 'sealed',
    reissues: 1,
    known: 0,
    sms: [sms, onceSms],
    oneTimes: 1,
    oneTime: asked,
  },
  booth: { inside: true, contest: 'cta.caen', wrongCodes: 2, lockedUntil: 1900 },
  receipts: [receipt, other],
  hiddenContests: ['cta.caen', 'ct'],
  innerBrowser: 'm1',
  warning: { wanted: 'help', settled: false },
};

type Line = readonly [
  title: string,
  event: PortalEvent,
  changes: Readonly<Record<string, unknown>>,
  before?: World,
];

function remembers(title: string, lines: readonly Line[]): void {
  describe(title, () => {
    for (const [name, event, expected, before = world] of lines)
      test(name, () => expect(changes(before, evolve(before, event))).toStrictEqual(expected));
  });
}

const signedOut: World = { ...world, account: { ...world.account, session: null } };
const closed = { 'mailbox.open': false, 'mailbox.openMail': null, screen: 'mail-login' };
const outOfBooth = { 'booth.inside': false, 'booth.contest': null };
const mails = (...kept: readonly Mail[]) => ({ 'mailbox.mails': kept });
const [one, two, three] = [mail('m1'), mail('m2', { folder: 'bin' }), mail('m3')];
const reading: World = { ...world, screen: 'mail' };

remembers('time', [
  ['passes', { type: 'TimePassed', until: 1100, active: false }, { now: 1100 }],
  [
    'keeps the session of somebody who acts',
    { type: 'TimePassed', until: 1100, active: true },
    { now: 1100, 'account.session.lastSeen': 1100 },
  ],
  ['opens no session', { type: 'TimePassed', until: 1100, active: true }, { now: 1100 }, signedOut],
  ['a page is shown', { type: 'Consulted', screen: 'help' }, { screen: 'help' }],
  ['capitals are locked', { type: 'CapsLockChanged', on: true }, { capsLock: true }],
]);

remembers('of the mailbox', [
  ['the NUMEN is known', { type: 'NumenGiven', desk: 'hr' }, { numenKnown: true }],
  [
    'the help desk tells how an identifier is made',
    { type: 'HelpdeskAnswered' },
    { 'mailbox.identityKnown': true, helpdeskCalled: true },
  ],
  [
    'each image stands in its place',
    { type: 'CaptchaShown', place: 'account', nth: 4 },
    { 'captchas.account': 4 },
  ],
  [
    'past the image, the NUMEN is asked for',
    { type: 'CaptchaAnswered' },
    { 'mailbox.captchaPassed': true, screen: 'identifier-numen' },
  ],
  [
    'an identity is shown',
    { type: 'IdentityShown' },
    { 'mailbox.identityKnown': true, screen: 'identity' },
  ],
  [
    'it opens on its inbox',
    { type: 'MailboxSignedIn' },
    { 'mailbox.open': true, screen: 'inbox' },
    { ...world, mailbox: { ...world.mailbox, open: false } },
  ],
  ['it closes, and its mail with it', { type: 'MailboxSignedOut' }, closed],
  [
    'a new password closes it',
    { type: 'MailboxPasswordChanged', secret: 'new' },
    { ...closed, 'mailbox.secret': 'new' },
  ],
  [
    'so does one that becomes the NUMEN again',
    { type: 'MailboxPasswordReset' },
    { ...closed, 'mailbox.secret': 'numen' },
  ],
  [
    'a mail that has arrived is no longer to come, and nothing bounces any more',
    { type: 'MailDelivered', due: 'd2', mail: mail('m4', { at: 1200 }) },
    {
      ...mails(one, two, three, mail('m4', { at: 1200 })),
      'mailbox.received': 4,
      'mailbox.bounced': false,
      now: 1200,
      due: [letter],
    },
  ],
  [
    'a mail that bounced is not in it',
    { type: 'MailBounced', due: 'd2', at: 1200, kind: 'reset' },
    { 'mailbox.bounced': true, now: 1200, due: [letter] },
    { ...world, mailbox: { ...world.mailbox, bounced: false } },
  ],
  [
    'an opened mail is read',
    { type: 'MailOpened', mail: 'm3' },
    { ...mails(one, two, { ...three, read: true }), 'mailbox.openMail': 'm3', screen: 'mail' },
  ],
  [
    'a mail moves, alone',
    { type: 'MailMoved', mail: 'm3', folder: 'junk' },
    mails(one, two, { ...three, folder: 'junk' }),
  ],
  [
    'a mail that is deleted goes to the bin',
    { type: 'MailDeleted', mail: 'm1' },
    mails({ ...one, folder: 'bin' }, two, three),
  ],
  [
    'and leaves the inbox on the screen when it was being read',
    { type: 'MailDeleted', mail: 'm1' },
    { ...mails({ ...one, folder: 'bin' }, two, three), screen: 'inbox' },
    reading,
  ],
  [
    'and comes back to the inbox',
    { type: 'MailRestored', mail: 'm2' },
    mails(one, { ...two, folder: 'inbox' }, three),
  ],
  ['what was in the bin is gone', { type: 'BinEmptied' }, mails(one, three)],
  [
    'a fake is put away and explained',
    { type: 'FakeReported', mail: 'm3' },
    { ...mails(one, two, { ...three, folder: 'bin' }), screen: 'fake-explained' },
  ],
  ['a genuine mail stays where it is', { type: 'GenuineReported', mail: 'm3' }, {}],
  ['a fake that was answered is explained', { type: 'FakeAnswered', mail: 'm3' }, explained()],
  ['and so is one that was followed', { type: 'FakeFollowed', mail: 'm3' }, explained()],
  [
    'an inner browser holds the mail whose link it shows',
    { type: 'InnerBrowserOpened', mail: 'm3' },
    { innerBrowser: 'm3', screen: 'inner-browser' },
  ],
  ['until it is left', { type: 'InnerBrowserLeft' }, { innerBrowser: null }],
]);

function explained() {
  return { screen: 'fake-explained' };
}

const link = (kind: 'activation' | 'reset', nth: number, at: number): Due => ({
  id: 'd3',
  at,
  what: { kind: 'mail', mail: kind, link: { kind, nth } },
});

remembers('what was promised comes in the order of its hour', [
  [
    'between two others',
    { type: 'MailSent', due: link('activation', 3, 2500) },
    {
      'account.activation.sent': 3,
      due: [letter, link('activation', 3, 2500), results],
      promised: 3,
    },
  ],
  [
    'first',
    { type: 'MailSent', due: link('reset', 2, 1500) },
    { 'account.reset.sent': 2, due: [link('reset', 2, 1500), letter, results], promised: 3 },
  ],
  [
    'last',
    { type: 'MailSent', due: link('reset', 2, 3500) },
    { 'account.reset.sent': 2, due: [letter, results, link('reset', 2, 3500)], promised: 3 },
  ],
  [
    'behind what was promised before for the same second',
    { type: 'MailSent', due: link('reset', 2, 2000) },
    { 'account.reset.sent': 2, due: [letter, link('reset', 2, 2000), results], promised: 3 },
  ],
  [
    'and a mail without a link changes no account',
    {
      type: 'MailSent',
      due: { id: 'd3', at: 2500, what: { kind: 'mail', mail: 'x', link: null } },
    },
    {
      due: [letter, { id: 'd3', at: 2500, what: { kind: 'mail', mail: 'x', link: null } }, results],
      promised: 3,
    },
  ],
]);

const settled = { 'warning.wanted': null, 'warning.settled': true };

remembers('of the account', [
  [
    'a warning stands before the page that was wanted',
    { type: 'WarningShown', wanted: 'sign-in' },
    { 'warning.wanted': 'sign-in', 'warning.settled': false, screen: 'certificate-warning' },
    { ...world, warning: { wanted: null, settled: true } },
  ],
  ['whoever leaves the site is safe', { type: 'SiteLeft' }, { ...settled, screen: 'public-page' }],
  [
    'whoever goes on sees the page that was wanted',
    { type: 'WarningOverridden' },
    { ...settled, screen: 'help' },
  ],
  [
    'or else where one signs in',
    { type: 'WarningOverridden' },
    { 'warning.settled': true, screen: 'sign-in' },
    { ...world, warning: { wanted: null, settled: false } },
  ],
  [
    'a known address leads to its password',
    { type: 'AddressGiven', known: true },
    { 'account.identified': true, screen: 'password' },
    { ...world, account: { ...world.account, identified: false } },
  ],
  [
    'an unknown one to a mail',
    { type: 'AddressGiven', known: false },
    { 'account.identified': false, screen: 'account-mail-sent' },
  ],
  [
    'an account that was opened waits for its link',
    { type: 'AccountOpened', secret: 'new' },
    { 'account.state': 'pending', 'account.secret': 'new', screen: 'account-mail-sent' },
  ],
  [
    'a link that was followed is used, and a password chosen next',
    { type: 'LinkFollowed', link: { kind: 'activation', nth: 2 } },
    {
      'account.activation.used': [1, 2],
      'account.choosing': 'activation',
      screen: 'choose-password',
    },
  ],
  [
    'each kind of link is counted apart',
    { type: 'LinkFollowed', link: { kind: 'reset', nth: 1 } },
    { 'account.reset.used': [1], screen: 'choose-password' },
  ],
  [
    'an account is confirmed',
    { type: 'AccountConfirmed' },
    { 'account.state': 'active', 'account.choosing': null, screen: 'account-confirmed' },
    { ...world, account: { ...world.account, state: 'pending' } },
  ],
  [
    'a chosen password ends mistakes and lock',
    { type: 'PasswordChosen', secret: 'new', by: 'reset' },
    {
      'account.state': 'active',
      'account.secret': 'new',
      'account.choosing': null,
      'account.wrongPasswords': 0,
      'account.lockedUntil': null,
    },
    { ...world, account: { ...world.account, state: 'pending' } },
  ],
  [
    'a kept password leads to a question',
    { type: 'PasswordKept', secret: 'new' },
    {
      'account.state': 'pending',
      'account.secret': 'new',
      'account.choosing': 'challenge',
      screen: 'choose-challenge',
    },
  ],
  [
    'a question and its answer make the account active',
    { type: 'ChallengeChosen', question: 2, secret: 'said' },
    {
      'account.state': 'active',
      'account.choosing': null,
      'account.challenge': { question: 2, secret: 'said' },
      screen: 'account-confirmed',
    },
    { ...world, account: { ...world.account, state: 'pending' } },
  ],
  ['a reset is on its way', { type: 'PasswordResetRequested' }, { screen: 'reset-sent' }],
  ['mistakes are counted', { type: 'PasswordMistaken', times: 3 }, { 'account.wrongPasswords': 3 }],
  [
    'a lock has an end, and starts the count again',
    { type: 'LockedOut', until: 2900 },
    { 'account.lockedUntil': 2900, 'account.wrongPasswords': 0 },
  ],
  [
    'whoever signs in is in the space, and all that stood in the way is forgotten',
    { type: 'SignedIn' },
    {
      'account.session': { lastSeen: 1000 },
      'account.sessionLost': false,
      'account.identified': false,
      'account.wrongPasswords': 0,
      'account.lockedUntil': null,
      screen: 'space',
    },
    { ...world, account: { ...world.account, session: null, sessionLost: true } },
  ],
  [
    'whoever signs out leaves the booth too',
    { type: 'SignedOut' },
    { 'account.session': null, ...outOfBooth, screen: 'sign-in' },
  ],
  [
    'a session that ends by itself is remembered as such',
    { type: 'SessionEnded', at: 2190 },
    { 'account.session': null, 'account.sessionLost': true, ...outOfBooth, now: 2190 },
  ],
]);

const decision = (kind: 'profile-decision' | 'roll-decision'): Due => ({
  id: 'd3',
  at: 2500,
  what: { kind },
});

remembers('of the space', [
  [
    'an update of the profile is waited for',
    { type: 'ProfileUpdateAsked', due: decision('profile-decision') },
    { due: [letter, decision('profile-decision'), results], promised: 3, profileUpdate: 'asked' },
  ],
  [
    'then done',
    { type: 'ProfileUpdated', due: 'd2', at: 1500 },
    { due: [letter], now: 1500, profileUpdate: 'done' },
  ],
  [
    'a correction of the roll is waited for',
    { type: 'RollCorrectionAsked', due: decision('roll-decision') },
    { due: [letter, decision('roll-decision'), results], promised: 3, rollCorrection: 'asked' },
  ],
  [
    'then gives back the contests it names, and a letter to whoever had none',
    {
      type: 'RollCorrected',
      due: 'd1',
      at: 1500,
      contests: ['ct'],
      letter: { id: 'd3', at: 2500, what: { kind: 'letter' } },
    },
    {
      due: [{ id: 'd3', at: 2500, what: { kind: 'letter' } }, results],
      promised: 3,
      now: 1500,
      rollCorrection: 'done',
      hiddenContests: ['cta.caen'],
    },
  ],
  [
    'or no letter',
    { type: 'RollCorrected', due: 'd2', at: 1500, contests: ['cta.caen', 'ct'], letter: null },
    { due: [letter], now: 1500, rollCorrection: 'done', hiddenContests: [] },
  ],
]);

const code = (change: Partial<World['code']>): World => ({
  ...world,
  code: { ...world.code, ...change },
});

remembers('of the letter and its code', [
  [
    'a notice that was handed over is not posted as well',
    { type: 'NoticeCollected' },
    { 'code.letter': 'sealed', screen: 'letterbox', due: [results] },
    code({ letter: 'none' }),
  ],
  ['a notice that was not there changes nothing', { type: 'NoticeMissing' }, {}],
  [
    'a notice comes by post, whatever is on the screen',
    { type: 'NoticeArrived', due: 'd1', at: 2000 },
    { 'code.letter': 'sealed', now: 2000, due: [results] },
    code({ letter: 'none' }),
  ],
  [
    'an open envelope shows the first code',
    { type: 'EnvelopeOpened' },
    { 'code.letter': 'open', 'code.known': 0, screen: 'notice' },
    code({ known: null }),
  ],
  [
    'but not to somebody who has a newer one',
    { type: 'EnvelopeOpened' },
    { 'code.letter': 'open', screen: 'notice' },
    code({ known: 1 }),
  ],
  [
    'a lost notice takes its code along',
    { type: 'NoticeLost' },
    { 'code.letter': 'lost', 'code.known': null, screen: 'letterbox' },
  ],
  [
    'but no newer one',
    { type: 'NoticeLost' },
    { 'code.letter': 'lost', screen: 'letterbox' },
    code({ known: 1 }),
  ],
  [
    'a code that is shown again is known',
    { type: 'VotingCodeShown' },
    { 'code.known': 1, screen: 'new-code-shown' },
  ],
  [
    'a new code by text message is not known yet',
    {
      type: 'VotingCodeReissued',
      nth: 2,
      to: 'own',
      due: { id: 'd3', at: 2500, what: { kind: 'sms', nth: 2 } },
    },
    {
      'code.reissues': 2,
      'code.oneTime': null,
      screen: 'new-code-sent',
      due: [letter, { id: 'd3', at: 2500, what: { kind: 'sms', nth: 2 } }, results],
      promised: 3,
    },
  ],
  [
    'one on the screen is not known before it is noted',
    { type: 'VotingCodeReissued', nth: 2, to: 'screen', due: null },
    { 'code.reissues': 2, 'code.oneTime': null, screen: 'new-code-shown' },
  ],
  ['then it is', { type: 'VotingCodeNoted' }, { 'code.known': 1 }],
  [
    'a text message arrives',
    { type: 'SmsDelivered', due: 'd2', sms: { ...sms, id: 's2', at: 1300 } },
    { 'code.sms': [sms, onceSms, { ...sms, id: 's2', at: 1300 }], now: 1300, due: [letter] },
  ],
  [
    'once read, its code is known',
    { type: 'SmsRead', sms: 's1' },
    { 'code.sms': [{ ...sms, read: true }, onceSms], 'code.known': 1 },
    code({ known: null }),
  ],
  [
    'an old one makes no newer code forgotten',
    { type: 'SmsRead', sms: 's1' },
    { 'code.sms': [{ ...sms, read: true }, onceSms] },
    code({ known: 2, reissues: 2 }),
  ],
  [
    'a one-time code opens no booth',
    { type: 'SmsRead', sms: 'o1' },
    { 'code.sms': [sms, { ...onceSms, read: true }] },
  ],
  ['a message that is not there tells nothing', { type: 'SmsRead', sms: 's9' }, {}],
  [
    'a one-time code is asked for',
    {
      type: 'OneTimeCodeAsked',
      nth: 2,
      channel: 'mail',
      at: 1000,
      due: { id: 'd3', at: 2500, what: { kind: 'one-time-code', nth: 2, channel: 'mail' } },
    },
    {
      'code.oneTimes': 2,
      'code.oneTime.nth': 2,
      'code.oneTime.channel': 'mail',
      'code.oneTime.askedAt': 1000,
      screen: 'one-time-code',
      due: [
        letter,
        { id: 'd3', at: 2500, what: { kind: 'one-time-code', nth: 2, channel: 'mail' } },
        results,
      ],
      promised: 3,
    },
  ],
  [
    'begins to live when it arrives',
    { type: 'OneTimeCodeDelivered', due: 'd2', at: 1300 },
    { 'code.oneTime.deliveredAt': 1300, now: 1300, due: [letter] },
  ],
  [
    'unless none is waited for any more',
    { type: 'OneTimeCodeDelivered', due: 'd2', at: 1300 },
    { now: 1300, due: [letter] },
    code({ oneTime: null }),
  ],
  [
    'and leads to a new code once it was given',
    { type: 'OneTimeCodeAccepted' },
    { 'code.oneTime.accepted': true, screen: 'new-code-regenerate' },
  ],
  [
    'none becomes good by being given',
    { type: 'OneTimeCodeAccepted' },
    { screen: 'new-code-regenerate' },
    code({ oneTime: null }),
  ],
]);

remembers('of the ballot', [
  ['a wrong code is counted', { type: 'CodeMistaken', times: 3 }, { 'booth.wrongCodes': 3 }],
  [
    'a lock has an end, and starts the count again',
    { type: 'BoothLocked', until: 2900 },
    { 'booth.lockedUntil': 2900, 'booth.wrongCodes': 0 },
  ],
  [
    'the booth opens on the list of the contests',
    { type: 'BoothEntered' },
    {
      'booth.inside': true,
      'booth.wrongCodes': 0,
      'booth.lockedUntil': null,
      'booth.contest': null,
      screen: 'booth',
    },
    { ...world, booth: { ...world.booth, inside: false } },
  ],
  [
    'a ballot is that of its contest',
    { type: 'ContestOpened', contest: 'ct' },
    { 'booth.contest': 'ct', screen: 'ballot' },
  ],
  [
    'the register says nothing to the voter’s own page',
    { type: 'RegisterMarked', contest: 'ct' },
    {},
  ],
  ['a ballot is cast', { type: 'BallotCast', contest: 'ct' }, { cast: ['ct'] }],
  [
    'a proof is given, and not kept by itself',
    { type: 'ReceiptIssued', contest: 'cap', at: 1000 },
    {
      receipts: [receipt, other, { contest: 'cap', at: 1000, kept: false }],
      screen: 'receipt',
    },
  ],
  [
    'a proof is kept, alone',
    { type: 'ReceiptKept', contest: 'ct' },
    { receipts: [receipt, { ...other, kept: true }] },
  ],
  [
    'the booth is left for the space',
    { type: 'BoothLeft', why: 'done' },
    { ...outOfBooth, screen: 'space' },
  ],
]);

const back: Due = { id: 'd3', at: 2500, what: { kind: 'portal-up' } };
const down: PortalEvent = { type: 'PortalWentDown', due: 'd1', at: 2000, back: null };

remembers('what happens to everyone', [
  [
    'the portal goes down with every session',
    down,
    {
      'account.session': null,
      'account.sessionLost': true,
      ...outOfBooth,
      due: [results],
      now: 2000,
      down: true,
    },
  ],
  [
    'but tells nobody of a session who had none',
    down,
    { ...outOfBooth, due: [results], now: 2000, down: true },
    signedOut,
  ],
  [
    'a session that was lost before stays lost',
    down,
    { ...outOfBooth, due: [results], now: 2000, down: true },
    { ...signedOut, account: { ...signedOut.account, sessionLost: true } },
  ],
  [
    'a cut that was not foreseen promises its end',
    { type: 'PortalWentDown', due: null, at: 1000, back },
    {
      'account.session': null,
      'account.sessionLost': true,
      ...outOfBooth,
      due: [letter, back, results],
      promised: 3,
      down: true,
    },
  ],
  [
    'and comes back',
    { type: 'PortalCameBack', due: 'd1', at: 2000 },
    { due: [results], now: 2000, down: false },
    { ...world, down: true },
  ],
  ['the vote opens', { type: 'VotingOpened', due: 'd1', at: 2000 }, { due: [results], now: 2000 }],
  ['closes', { type: 'VotingClosed', due: 'd1', at: 2000 }, { due: [results], now: 2000 }],
  [
    'and its results are known',
    { type: 'ResultsPublished', due: 'd1', at: 2000 },
    { due: [results], now: 2000 },
  ],
]);

describe('an exercise begins', () => {
  const invitation = { kind: 'activation', nth: 1 } as const;
  const event: PortalEvent & { readonly type: 'ExerciseStarted' } = {
    type: 'ExerciseStarted',
    setup: begun.setup,
    persona: begun.persona,
    incidents: [],
    at: 700,
    due: [letter, results],
    mails: [mail('m1'), mail('m2')],
    hiddenContests: ['ct'],
  };
  const first = worldOf(event);

  test('before a closed mailbox, with nothing known, nothing opened and nothing voted', () => {
    expect(first).toEqual({
      setup: begun.setup,
      persona: begun.persona,
      incidents: [],
      now: 700,
      screen: 'mail-login',
      due: [letter, results],
      promised: 2,
      numenKnown: false,
      helpdeskCalled: false,
      mailbox: {
        open: false,
        secret: 'numen',
        captchaPassed: false,
        identityKnown: false,
        mails: [mail('m1'), mail('m2')],
        received: 2,
        openMail: null,
        bounced: false,
      },
      account: {
        state: 'none',
        secret: null,
        activation: { sent: 0, used: [] },
        reset: { sent: 0, used: [] },
        choosing: null,
        identified: false,
        challenge: null,
        wrongPasswords: 0,
        lockedUntil: null,
        session: null,
        sessionLost: false,
      },
      code: { letter: 'none', reissues: 0, known: null, sms: [], oneTimes: 0, oneTime: null },
      booth: { inside: false, contest: null, wrongCodes: 0, lockedUntil: null },
      cast: [],
      receipts: [],
      profileUpdate: 'no',
      rollCorrection: 'no',
      hiddenContests: ['ct'],
      captchas: { 'identifier-tool': 0, account: 0, 'sign-in': 0, 'new-code': 0 },
      down: false,
      capsLock: false,
      innerBrowser: null,
      warning: { wanted: null, settled: false },
    });
  });
  test('whatever went before it', () => {
    expect(evolve(world, event)).toEqual(first);
  });
  test('with locked capitals where that is the exercise', () => {
    const incidents = [{ kind: 'mail-to-junk' }, { kind: 'caps-lock' }] as const;
    expect(changes(first, worldOf({ ...event, incidents }))).toEqual({ incidents, capsLock: true });
    const others = [{ kind: 'mail-to-junk' }] as const;
    expect(worldOf({ ...event, incidents: others }).capsLock).toBe(false);
  });
  test('an invitation, in the box or on its way to everybody, is the first link sent', () => {
    const invited = worldOf({ ...event, mails: [mail('m1'), mail('m2', { link: invitation })] });
    expect([invited.account.activation.sent, invited.account.reset.sent]).toEqual([1, 0]);
    const due: Due = { ...results, what: { kind: 'mail', mail: 'invitation', link: invitation } };
    expect(worldOf({ ...event, due: [letter, due] }).account.activation.sent).toBe(1);
    const other: Due = { ...results, what: { kind: 'mail', mail: 'opening', link: null } };
    expect(worldOf({ ...event, due: [letter, other] }).account.activation.sent).toBe(0);
  });
});
