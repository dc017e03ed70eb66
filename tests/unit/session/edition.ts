// A small election for the tests of the journal and the session: invented, complete, and independent of content/.
import type { Edition, MailText, Screen } from '../../../src/simulator/core/edition.ts';
import type { Setup } from '../../../src/simulator/core/portal.ts';

const day = 86_400;
/** Monday 12 November 2018, 09:00 in Paris. */
const opening = Date.UTC(2018, 10, 12, 8) / 1000;
const always = { opens: opening - 30 * day, closes: opening + 60 * day };

/** A table that answers for every word, so that a new word does not break these tests. */
function everyWord<T>(make: (word: string) => T): Readonly<Record<string, T>> {
  return new Proxy<Record<string, T>>({}, { get: (_, word) => make(String(word)) });
}

function isTotal<T extends object>(table: object): table is T {
  return typeof table === 'object';
}

function total<T extends object>(make: (word: string) => unknown): T {
  const table: object = everyWord(make);
  if (!isTotal<T>(table)) throw new Error('never');
  return table;
}

function mail(kind: string, link: MailText['link']): MailText {
  return {
    kind,
    subject: `Message ${kind}`,
    sender: 'Portail d’exercice',
    paragraphs: [],
    linkLabel: link && 'Ouvrir',
    link,
    fakeClue: null,
    strength: 'reconstructed',
    sources: [],
  };
}

function screen(id: string, needs: Screen['needs'], portal: boolean): Screen {
  return {
    id,
    device: 'computer',
    kind: 'page',
    title: `Page ${id}`,
    place: '',
    intro: [],
    fields: [],
    actions: [],
    asides: [],
    needs,
    period: null,
    portal,
    mark: 'reconstructed',
    sources: [],
    because: null,
    quoted: [],
    ownWords: [],
    situation: null,
  };
}

const screens = [
  screen('mail-login', null, false),
  screen('inbox', 'mailbox', false),
  screen('mail', 'mailbox', false),
  screen('sign-in', null, true),
  screen('password', null, true),
  screen('space', 'session', true),
  screen('booth', 'booth', true),
  screen('results', 'session', true),
  screen('calendar', null, false),
];

export const edition: Edition = {
  id: 'men-2018',
  title: 'Élections d’essai',
  label: 'portail d’essai',
  calendar: {
    portal: always,
    accountOpening: always,
    passwordReset: always,
    profileUpdate: always,
    rollCorrection: null,
    roll: always,
    candidates: always,
    notice: { opens: opening - 5 * day, closes: opening + 10 * day },
    reissue: { opens: opening, closes: opening + 24 * day },
    voting: { opens: opening + 17 * day, closes: opening + 24 * day },
    results: { opens: opening + 25 * day, closes: opening + 60 * day },
  },
  invented: { opens: [], closes: [] },
  accountOpening: 'address-then-link',
  signInForm: 'address-then-password',
  reissue: 'sms',
  boothEntry: 'code',
  ballotFlow: 'choose-then-check',
  noticeFallback: 'none',
  challenges: [],
  captchas: { 'identifier-tool': null, account: null, 'sign-in': null, 'new-code': 'digits' },
  password: {
    min: 8,
    max: 24,
    upper: true,
    lower: true,
    digit: true,
    special: false,
    differsFromAddress: true,
  },
  limits: {
    reissues: 3,
    wrongPasswords: 5,
    lock: 900,
    wrongCodes: 5,
    boothLock: 900,
    idle: 1200,
    link: 3 * day,
    grace: 0,
    mailboxCapacity: 20,
    oneTimeCode: 120,
    mailboxPasswordMin: 8,
  },
  delays: {
    mail: { min: 60, max: 900 },
    sms: { min: 30, max: 900 },
    decision: { min: day, max: 3 * day },
    post: { min: day, max: 3 * day },
  },
  costs: { SignInToMailbox: 60, Consult: 15, OpenMail: 30 },
  desks: {
    secretariat: { days: [1, 2, 3, 4, 5], opensAt: 8 * 3600, closesAt: 17 * 3600 },
    helpdesk: { days: [1, 2, 3, 4, 5], opensAt: 8 * 3600, closesAt: 18 * 3600 },
  },
  openingMails: [{ kind: 'everyday', at: opening - day }],
  contests: {
    ctm: { id: 'ctm', name: 'Comité national', scope: 'national', seats: 15 },
    cta: { id: 'cta', name: 'Comité {academie}', scope: 'academy', seats: 10 },
  },
  profiles: {
    pe: {
      id: 'pe',
      name: 'École',
      contests: ['ctm', 'cta'],
      corps: '',
      posting: '',
      strength: 'reconstructed',
      sources: [],
    },
  },
  nationalOnly: [],
  lists: ['nuages', 'etoiles', 'marees', 'vents'].map((id) => ({ id, name: id, manifesto: '' })),
  academies: {
    amiens: {
      id: 'amiens',
      name: 'Académie d’Amiens',
      of: 'd’Amiens',
      mailHost: 'ac-amiens.example',
      departments: [{ code: '80', name: 'Somme' }],
      offsets: [{ from: 0, seconds: 3600 }],
      noticeByPost: false,
      localPeriods: {},
      mailbox: {
        name: '',
        title: '',
        userLabel: '',
        passwordLabel: '',
        button: '',
        lostLabel: '',
        notice: '',
        identifierTool: 'none',
        strength: 'reconstructed',
        sources: [],
      },
    },
  },
  mails: Object.fromEntries(
    [
      mail('everyday', null),
      mail('activation', 'activation'),
      mail('reset', 'reset'),
      mail('filler', null),
    ].map((one) => [one.kind, one]),
  ),
  sms: mail('sms', null),
  letter: mail('letter', null),
  exercises: {
    complet: {
      id: 'complet',
      title: '',
      summary: '',
      startsAt: opening,
      incidents: [],
      goals: ['mailbox-open'],
      recoveries: [],
      debrief: { clue: '', situation: '', nowadays: '' },
    },
  },
  screens: Object.fromEntries(screens.map((one) => [one.id, one])),
  words: {},
  narration: total((word) => `Il arrive ceci : ${word}.`),
  refusals: total((word) => ({ sentence: `Refus : ${word}.`, situation: null })),
  goals: {},
  aims: total((word) => word),
  nowadays: {},
  personas: [{ firstName: 'Aude', lastName: 'Vizé', civility: 'Mme' }],
};

export const setup: Setup = {
  edition: 'men-2018',
  academy: 'amiens',
  profile: 'pe',
  exercise: 'complet',
  seed: 'nuages',
};
