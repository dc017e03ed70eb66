/** What happened, in one French sentence an event, at every election. */
import { describe, expect, test } from 'vitest';
import type { Edition } from '../../../src/simulator/core/edition.ts';
import {
  fill,
  localTime,
  narrate,
  parisTime,
  voterValues,
} from '../../../src/simulator/core/narrate.ts';
import type { Due, MailLink, PortalEvent, World } from '../../../src/simulator/core/portal.ts';
import { start } from '../../../src/simulator/core/start.ts';
import { begin, editionOf, editions, firstContest, setupOf } from '../../support/scenario.ts';

const second = (text: string): number => Date.parse(text) / 1000;
const until = second('2018-12-01T08:05:00Z');
/** No-break spaces as plain ones, so that a sentence can be read here. */
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

const link: MailLink = { kind: 'activation', nth: 1 };
const due: Due = { id: 'd9', at: until, what: { kind: 'letter' } };

/** One of each event, with everything that its sentence may name. */
function oneOfEach(edition: Edition, world: World): readonly PortalEvent[] {
  const mail = world.mailbox.mails[0];
  if (!mail) throw new Error('the box holds a mail');
  const contest = firstContest(world);
  const at = until;
  const sms = { id: 's1', kind: 'voting-code', nth: 1, at, read: false } as const;
  return [
    start(edition, setupOf(edition)),
    { type: 'TimePassed', until, active: false },
    { type: 'Consulted', screen: 'space' },
    { type: 'CapsLockChanged', on: true },
    { type: 'NumenGiven', desk: 'hr' },
    { type: 'HelpdeskAnswered' },
    { type: 'CaptchaShown', place: 'account', nth: 1 },
    { type: 'CaptchaAnswered' },
    { type: 'IdentityShown' },
    { type: 'MailboxSignedIn' },
    { type: 'MailboxSignedOut' },
    { type: 'MailboxPasswordChanged', secret: 'mailbox-good' },
    { type: 'MailboxPasswordReset' },
    { type: 'MailSent', due },
    { type: 'MailDelivered', due: 'd1', mail },
    { type: 'MailBounced', due: 'd1', at, kind: mail.kind },
    { type: 'MailOpened', mail: mail.id },
    { type: 'MailMoved', mail: mail.id, folder: 'junk' },
    { type: 'MailDeleted', mail: mail.id },
    { type: 'MailRestored', mail: mail.id },
    { type: 'BinEmptied' },
    { type: 'FakeReported', mail: mail.id },
    { type: 'GenuineReported', mail: mail.id },
    { type: 'FakeAnswered', mail: mail.id },
    { type: 'FakeFollowed', mail: mail.id },
    { type: 'InnerBrowserOpened', mail: mail.id },
    { type: 'InnerBrowserLeft' },
    { type: 'WarningShown', wanted: 'sign-in' },
    { type: 'SiteLeft' },
    { type: 'WarningOverridden' },
    { type: 'AddressGiven', known: true },
    { type: 'AccountOpened', secret: 'good-1' },
    { type: 'LinkFollowed', link },
    { type: 'AccountConfirmed' },
    { type: 'PasswordChosen', secret: 'good-1', by: 'activation' },
    { type: 'PasswordKept', secret: 'good-1' },
    { type: 'ChallengeChosen', question: 0, secret: 'answer-1' },
    { type: 'PasswordResetRequested' },
    { type: 'PasswordMistaken', times: 1 },
    { type: 'LockedOut', until },
    { type: 'SignedIn' },
    { type: 'SignedOut' },
    { type: 'SessionEnded', at },
    { type: 'ProfileUpdateAsked', due },
    { type: 'ProfileUpdated', due: 'd1', at },
    { type: 'RollCorrectionAsked', due },
    { type: 'RollCorrected', due: 'd1', at, contests: [contest], letter: null },
    { type: 'NoticeCollected' },
    { type: 'NoticeMissing' },
    { type: 'NoticeArrived', due: 'd1', at },
    { type: 'EnvelopeOpened' },
    { type: 'NoticeLost' },
    { type: 'VotingCodeShown' },
    { type: 'VotingCodeReissued', nth: 1, to: 'own', due: null },
    { type: 'SmsDelivered', due: 'd1', sms },
    { type: 'SmsRead', sms: 's1' },
    { type: 'OneTimeCodeAsked', nth: 1, channel: 'sms', at, due },
    { type: 'OneTimeCodeDelivered', due: 'd1', at },
    { type: 'OneTimeCodeAccepted' },
    { type: 'VotingCodeNoted' },
    { type: 'CodeMistaken', times: 1 },
    { type: 'BoothLocked', until },
    { type: 'BoothEntered' },
    { type: 'ContestOpened', contest },
    { type: 'RegisterMarked', contest },
    { type: 'BallotCast', contest },
    { type: 'ReceiptIssued', contest, at },
    { type: 'ReceiptKept', contest },
    { type: 'BoothLeft', why: 'done' },
    { type: 'PortalWentDown', due: 'd1', at, back: null },
    { type: 'PortalCameBack', due: 'd1', at },
    { type: 'VotingOpened', due: 'd1', at },
    { type: 'VotingClosed', due: 'd1', at },
    { type: 'ResultsPublished', due: 'd1', at },
  ];
}

describe.each(Object.values(editions))('the story of $id', (edition) => {
  const world = begin(edition);
  const events = oneOfEach(edition, world);

  test('has a sentence for every event, and none with a hole', () => {
    expect(events.map(({ type }) => type).sort()).toEqual(Object.keys(edition.narration).sort());
    for (const event of events)
      expect(narrate(edition, event, world)).toMatch(/^\p{Lu}[^{}]+[.»]$/u);
  });

  test('names the thing itself, where its event has one', () => {
    const subject = plain(edition.mails[world.mailbox.mails[0]?.kind ?? '']?.subject ?? '');
    const contest = plain(world.persona.contests[0]?.name ?? '');
    const page = plain(edition.screens['space']?.title ?? '');
    // Asked of a sentence that names everything: the text of an election may leave something out.
    const all = { ...edition, narration: mapped(edition, '{page}|{objet}|{scrutin}|{heure}') };
    const named = Object.fromEntries(
      events.map((event) => [
        event.type,
        narrate(all, event, world)
          .split('|')
          .filter((word) => !word.startsWith('{'))
          .map(plain),
      ]),
    );
    const hour = 'samedi 1ᵉʳ décembre 2018, 09 h 05';
    const some = Object.fromEntries(Object.entries(named).filter(([, words]) => words.length > 0));
    expect(some).toEqual({
      Consulted: [page],
      TimePassed: [hour],
      LockedOut: [hour],
      BoothLocked: [hour],
      MailDelivered: [subject],
      MailBounced: [subject],
      MailOpened: [subject],
      MailMoved: [subject],
      MailDeleted: [subject],
      MailRestored: [subject],
      FakeReported: [subject],
      GenuineReported: [subject],
      FakeAnswered: [subject],
      FakeFollowed: [subject],
      InnerBrowserOpened: [subject],
      ContestOpened: [contest],
      RegisterMarked: [contest],
      BallotCast: [contest],
      ReceiptIssued: [contest],
      ReceiptKept: [contest],
    });
  });

  test('calls what it does not find by its own name', () => {
    const says = (event: PortalEvent) => {
      const template = { ...edition, narration: mapped(edition, '{page}{objet}{scrutin}') };
      return narrate(template, event, world).replaceAll(/\{[a-z]+\}/g, '');
    };
    const mail = {
      id: 'm9',
      kind: 'unwritten',
      at: until,
      folder: 'inbox',
      read: false,
      link: null,
      oneTime: null,
    } as const;
    expect(says({ type: 'Consulted', screen: 'nowhere' })).toBe('nowhere');
    expect(says({ type: 'MailOpened', mail: 'm99' })).toBe('m99');
    expect(says({ type: 'MailDelivered', due: 'd1', mail })).toBe('unwritten');
    expect(says({ type: 'BallotCast', contest: 'none' })).toBe('none');
  });
});

/** The same sentence for every event. */
function mapped(edition: Edition, sentence: string): Edition['narration'] {
  const narration = { ...edition.narration };
  for (const event of oneOfEach(edition, begin(edition))) narration[event.type] = sentence;
  return narration;
}

describe('some sentences of 2018', () => {
  const edition = editionOf('men-2018');
  const world = begin(edition);
  const mail = world.mailbox.mails.at(-1)?.id ?? '';

  test.each<[PortalEvent, string]>([
    [
      start(edition, setupOf(edition)),
      'L’exercice a commencé. Vous êtes Aude Vizé, une personne inventée.',
    ],
    [
      { type: 'TimePassed', until, active: false },
      'Le temps a passé : samedi 1ᵉʳ décembre 2018, 09 h 05.',
    ],
    [{ type: 'Consulted', screen: 'space' }, 'Vous avez regardé « Mon espace électeur ».'],
    [
      { type: 'MailDeleted', mail },
      'Vous avez mis à la corbeille le courriel « Photocopieur en panne ».',
    ],
  ])('%j', (event, sentence) => {
    expect(plain(narrate(edition, event, world))).toBe(sentence);
  });
});

describe('an hour', () => {
  test.each([
    ['2018-11-12T17:40:00Z', 'lundi 12 novembre 2018, 18 h 40'],
    ['2014-12-01T00:05:59Z', 'lundi 1ᵉʳ décembre 2014, 01 h 05'],
    ['2018-11-11T10:00:00Z', 'dimanche 11 novembre 2018, 11 h 00'],
    ['2018-11-21T22:59:00Z', 'mercredi 21 novembre 2018, 23 h 59'],
    ['2018-11-21T23:00:00Z', 'jeudi 22 novembre 2018, 00 h 00'],
    // Summer time.
    ['2022-10-17T07:00:00Z', 'lundi 17 octobre 2022, 09 h 00'],
  ])('%s is %s in Paris', (at, text) => expect(plain(parisTime(second(at)))).toBe(text));

  test('does not break between its figures', () => {
    expect(parisTime(second('2018-11-12T17:40:00Z'))).toBe(
      'lundi 12\u00a0novembre\u00a02018, 18\u00a0h\u00a040',
    );
  });

  test.each([
    ['la-reunion', '2018-11-12T08:40:00Z', '12 h 40'],
    ['polynesie-francaise', '2018-11-12T08:40:00Z', '22 h 40'],
    ['guadeloupe', '2018-11-12T08:40:00Z', '04 h 40'],
    ['nouvelle-caledonie', '2018-11-12T13:00:00Z', '00 h 00'],
    ['amiens', '2018-11-12T08:40:00Z', null],
    ['amiens', '2018-10-15T08:40:00Z', null],
  ])('by the clock of %s at %s: %s', (academy, at, text) => {
    const edition = editionOf('men-2018');
    const local = localTime(edition, begin(edition, { academy }), second(at));
    expect(local === null ? null : plain(local)).toBe(text);
  });

  test('is told where only the minutes differ, and only there', () => {
    const edition = editionOf('men-2018');
    const world = begin(edition);
    const { amiens } = edition.academies;
    if (!amiens) throw new Error('no Amiens');
    const half = { ...amiens, offsets: [{ from: 0, seconds: 5400 }] };
    const shifted = { ...edition, academies: { amiens: half } };
    // The same hour, other minutes; the same minutes do not make it the same hour.
    expect(localTime(shifted, world, second('2018-11-12T08:10:00Z'))).toBe('09\u00a0h\u00a040');
  });
});

describe('a template', () => {
  test('takes every value, as often as it is named', () => {
    expect(fill('{a} et {b_c}, {a}', { a: 'un', b_c: 'deux' })).toBe('un et deux, un');
  });
  test('keeps what has no value, so that it is seen', () => {
    expect(fill('{a} {b} {C} {}', { a: '' })).toBe(' {b} {C} {}');
  });
});

describe('what may be said of the voter', () => {
  const edition = editionOf('men-2018');

  test('is what the mails say, and two figures of the phone at most', () => {
    const world = begin(edition);
    const { votingCode, ...values } = voterValues(edition, world);
    const own = Object.entries(values).filter(([name]) => !(name in edition.words));
    expect(votingCode).toBe(edition.words['votingCode']);
    expect(Object.fromEntries(own)).toEqual({
      civilite: 'Mme',
      prenom: 'Aude',
      nom: 'Vizé',
      adresse: 'aude.vize@ac-amiens.example',
      utilisateur: 'avize',
      academie: 'Académie d’Amiens',
      tel: '06xxxxxxx',
    });
  });
  test('follows the academy', () => {
    const island = begin(edition, { academy: 'la-reunion' });
    expect(voterValues(edition, island)['academie']).toBe('Académie de La Réunion');
  });
});
