import { captchaText } from '../../../../src/simulator/core/views.ts';
import {
  accountActive,
  at,
  did,
  inMailbox,
  later,
  mailArrives,
  newest,
  secret,
  signedIn,
} from '../../../support/scenario.ts';
import type { Command, World } from '../../../../src/simulator/core/portal.ts';
import type { Edition } from '../../../../src/simulator/core/edition.ts';
import { all, both, only2014, only2018, type Case } from './case.ts';

function opening(
  w: World,
  e: Edition,
  change: Partial<Command & { type: 'OpenAccount' }> = {},
): Command {
  return {
    type: 'OpenAccount',
    address: w.persona.address,
    password: secret('good-1'),
    confirmation: secret('good-1'),
    captcha: captchaText(e, w, 'account'),
    ...change,
  };
}

const pending = () => [{ type: 'AccountOpened', secret: 'good-1' } as const];
const choosing = did((_e, w) => ({ type: 'FollowLink', mail: newest(w) }));
const wrongly = (w: World): Command => ({
  type: 'SignIn',
  address: w.persona.address,
  password: secret('p1'),
});
const fourMistakes = () => [{ type: 'PasswordMistaken', times: 4 } as const];
const down: Case['incidents'] = (edition) => [
  {
    kind: 'portal-down',
    opens: (edition.exercises['parcours-complet']?.startsAt ?? 0) + 60,
    closes: (edition.exercises['parcours-complet']?.startsAt ?? 0) + 7200,
  },
];
const certificate: Case['incidents'] = () => [{ kind: 'certificate-warning' }];

/** A new password with one fault, where the election asks for it twice. */
function faulty(
  text: string,
  ...refused: Case['refused'] & object
): Omit<Case, 'title' | 'editions'> {
  return {
    given: [inMailbox, mailArrives('activation'), choosing],
    when: () => ({
      type: 'ChoosePassword',
      password: secret('p1', text),
      confirmation: secret('p1', text),
    }),
    refused,
  };
}

const nothing = secret('none', '');

export const accountCases: readonly Case[] = [
  {
    title: 'a form sent empty names every empty field, and spares the image',
    editions: only2014,
    given: [],
    when: () => ({
      type: 'OpenAccount',
      address: ' ',
      password: nothing,
      confirmation: nothing,
      captcha: '',
    }),
    refused: [
      'missing-answer@address',
      'missing-answer@password',
      'missing-answer@confirmation',
      'missing-answer@captcha',
    ],
  },
  {
    title: 'an address of spaces only is a missing answer',
    editions: only2018,
    given: [],
    when: () => ({ type: 'GiveAddress', address: '\u00a0 ', captcha: '' }),
    refused: ['missing-answer@address'],
  },
  {
    title: 'no address, no reset',
    editions: all,
    given: [accountActive],
    when: () => ({ type: 'RequestPasswordReset', address: '' }),
    refused: ['missing-answer@address'],
  },
  {
    title: 'an account is opened with address, password and captcha, and confirmed by mail',
    editions: only2014,
    given: [],
    when: (w, e) => opening(w, e),
    then: ['AccountOpened', 'CaptchaShown', 'MailSent'],
  },
  {
    title: 'a wrong captcha answers before everything else',
    editions: only2014,
    given: [],
    when: (w, e) => opening(w, e, { captcha: 'faux', address: 'rien' }),
    then: ['CaptchaShown'],
    refused: ['wrong-captcha@captcha'],
  },
  {
    title: 'then every malformed field at once',
    editions: only2014,
    given: [],
    when: (w, e) =>
      opening(w, e, { address: 'rien', password: secret('p1', 'abc'), confirmation: secret('p2') }),
    refused: [
      'malformed-address@address',
      'password-too-short@password',
      'password-without-upper@password',
      'password-without-digit@password',
      'passwords-differ@confirmation',
    ],
  },
  {
    title: 'a password without lower case is refused',
    editions: only2014,
    given: [],
    when: (w, e) =>
      opening(w, e, {
        password: secret('p1', 'COQUILLE42'),
        confirmation: secret('p1', 'COQUILLE42'),
      }),
    refused: ['password-without-lower@password'],
  },
  {
    title: 'an address that could be real is turned away',
    editions: only2014,
    given: [],
    when: (w, e) => opening(w, e, { address: 'quelqu.un@ac-caen.fr' }),
    refused: ['looks-real@address'],
  },
  {
    title: 'a practice address of nobody is unknown',
    editions: only2014,
    given: [],
    when: (w, e) => opening(w, e, { address: 'personne@ac-caen.example' }),
    refused: ['unknown-address@address'],
  },
  {
    title: 'opening again before the confirmation sends another mail',
    editions: only2014,
    given: [pending, mailArrives('activation')],
    when: (w, e) => opening(w, e),
    then: ['AccountOpened', 'MailSent'],
  },
  {
    title: 'a confirmed account cannot be opened twice',
    editions: only2014,
    given: [accountActive],
    when: (w, e) => opening(w, e),
    refused: ['account-exists@address'],
  },
  {
    title: 'the account can be opened until 16:00 on the last day, not after',
    editions: only2014,
    given: [at('accountOpening', 'closes')],
    when: (w, e) => opening(w, e),
    refused: ['closed'],
  },
  {
    title: 'an election that asks for the address first has no such form',
    editions: only2018,
    given: [],
    when: (w, e) => opening(w, e),
    refused: ['not-offered'],
  },
  {
    title: 'the first time, an address brings a mail with a link',
    editions: only2018,
    given: [],
    when: (w) => ({
      type: 'GiveAddress',
      address: ` ${w.persona.address.toUpperCase()} `,
      captcha: '',
    }),
    then: ['AddressGiven', 'MailSent'],
  },
  {
    title: 'a known address leads to the password page',
    editions: only2018,
    given: [accountActive],
    when: (w) => ({ type: 'GiveAddress', address: w.persona.address, captcha: '' }),
    then: ['AddressGiven'],
  },
  {
    title: 'an address without @ is malformed',
    editions: only2018,
    given: [],
    when: () => ({ type: 'GiveAddress', address: 'prenom.nom', captcha: '' }),
    refused: ['malformed-address@address'],
  },
  {
    title: 'an address that could be real is turned away',
    editions: only2018,
    given: [],
    when: () => ({ type: 'GiveAddress', address: 'prenom.nom@ac-amiens.fr', captcha: '' }),
    refused: ['looks-real@address'],
  },
  {
    title: 'a practice address of nobody is unknown',
    editions: only2018,
    given: [],
    when: () => ({ type: 'GiveAddress', address: 'personne@ac-amiens.example', captcha: '' }),
    refused: ['unknown-address@address'],
  },
  {
    title: 'no account begins after the closing',
    editions: only2018,
    given: [at('accountOpening', 'closes')],
    when: (w) => ({ type: 'GiveAddress', address: w.persona.address, captcha: '' }),
    refused: ['closed'],
  },
  {
    title: 'an election with one sign-in page does not ask for the address alone',
    editions: only2014,
    given: [],
    when: (w) => ({ type: 'GiveAddress', address: w.persona.address, captcha: '' }),
    refused: ['not-offered'],
  },
  {
    title: 'a password is chosen after the link',
    editions: only2018,
    given: [inMailbox, mailArrives('activation'), choosing],
    when: () => ({
      type: 'ChoosePassword',
      password: secret('good-1'),
      confirmation: secret('good-1'),
    }),
    then: ['PasswordChosen'],
  },
  {
    title: 'a new password is chosen after a reset link',
    editions: both,
    given: [accountActive, inMailbox, mailArrives('reset'), choosing],
    when: () => ({
      type: 'ChoosePassword',
      password: secret('good-2'),
      confirmation: secret('good-2'),
    }),
    then: ['PasswordChosen'],
  },
  {
    title: 'no password is chosen without a link',
    editions: all,
    given: [],
    when: () => ({
      type: 'ChoosePassword',
      password: secret('good-1'),
      confirmation: secret('good-1'),
    }),
    refused: ['not-offered'],
  },
  {
    title: 'seven signs are too few',
    editions: only2018,
    ...faulty('Abcdef1', 'password-too-short@password'),
  },
  {
    title: 'twenty-five are too many',
    editions: only2018,
    ...faulty('Abcdefghijklmnopqrstuvwx1', 'password-too-long@password'),
  },
  {
    title: 'a capital is missing',
    editions: only2018,
    ...faulty('coquille42', 'password-without-upper@password'),
  },
  {
    title: 'a small letter is missing',
    editions: only2018,
    ...faulty('COQUILLE42', 'password-without-lower@password'),
  },
  {
    title: 'a digit is missing',
    editions: only2018,
    ...faulty('CoquilleNoix', 'password-without-digit@password'),
  },
  {
    title: 'the address itself is refused as a password',
    editions: only2018,
    given: [inMailbox, mailArrives('activation'), choosing],
    when: () => {
      const own = { ...secret('p1', 'Abcdefgh1'), isAddress: true };
      return { type: 'ChoosePassword', password: own, confirmation: own };
    },
    refused: ['password-equals-address@password'],
  },
  {
    title: 'two different answers are told at the second',
    editions: only2018,
    given: [inMailbox, mailArrives('activation'), choosing],
    when: () => ({ type: 'ChoosePassword', password: secret('p1'), confirmation: secret('p2') }),
    refused: ['passwords-differ@confirmation'],
  },
  {
    title: 'a forgotten password is asked for by mail',
    editions: all,
    given: [accountActive],
    when: (w) => ({ type: 'RequestPasswordReset', address: w.persona.address }),
    then: ['PasswordResetRequested', 'MailSent'],
  },
  {
    title: 'no reset without an account',
    editions: all,
    given: [],
    when: (w) => ({ type: 'RequestPasswordReset', address: w.persona.address }),
    refused: ['unknown-address@address'],
  },
  {
    title: 'no reset before the account is confirmed',
    editions: only2014,
    given: [pending],
    when: (w) => ({ type: 'RequestPasswordReset', address: w.persona.address }),
    refused: ['account-not-confirmed@address'],
  },
  {
    title: 'no reset after its hour',
    editions: all,
    given: [accountActive, at('passwordReset', 'closes')],
    when: (w) => ({ type: 'RequestPasswordReset', address: w.persona.address }),
    refused: ['closed'],
  },
  {
    title: 'address and password open the space',
    editions: both,
    given: [accountActive],
    when: (w) => ({ type: 'SignIn', address: w.persona.address, password: secret('good-1') }),
    then: ['SignedIn'],
  },
  {
    title: 'an empty password is a missing answer',
    editions: all,
    given: [accountActive],
    when: (w) => ({ type: 'SignIn', address: w.persona.address, password: secret('none', '') }),
    refused: ['missing-answer@password'],
  },
  {
    title: 'an account not yet confirmed does not open',
    editions: only2014,
    given: [pending],
    when: (w) => ({ type: 'SignIn', address: w.persona.address, password: secret('good-1') }),
    refused: ['account-not-confirmed@address'],
  },
  {
    title: 'a wrong password is counted',
    editions: both,
    given: [accountActive],
    when: wrongly,
    then: ['PasswordMistaken'],
    refused: ['wrong-password@password'],
  },
  {
    title: 'the fifth in a row locks sign-in',
    editions: both,
    given: [accountActive, fourMistakes],
    when: wrongly,
    then: ['PasswordMistaken', 'LockedOut'],
    refused: ['wrong-password@password', 'locked-out'],
  },
  {
    title: 'even the right password waits for the lock',
    editions: both,
    given: [
      accountActive,
      fourMistakes,
      (e, w) => [{ type: 'LockedOut', until: w.now + e.limits.lock }],
    ],
    when: (w) => ({ type: 'SignIn', address: w.persona.address, password: secret('good-1') }),
    refused: ['locked-out'],
  },
  {
    title: 'a reset ends the lock',
    editions: both,
    given: [
      accountActive,
      (e, w) => [{ type: 'LockedOut', until: w.now + e.limits.lock }],
      inMailbox,
      mailArrives('reset'),
      choosing,
      did(() => ({
        type: 'ChoosePassword',
        password: secret('good-2'),
        confirmation: secret('good-2'),
      })),
    ],
    when: (w) => ({ type: 'SignIn', address: w.persona.address, password: secret('good-2') }),
    then: ['SignedIn'],
  },
  {
    title: 'signing in stays possible after closing, for the results',
    editions: both,
    given: [accountActive, at('results')],
    when: (w) => ({ type: 'SignIn', address: w.persona.address, password: secret('good-1') }),
    then: ['SignedIn'],
  },
  {
    title: 'one can sign out',
    editions: all,
    given: [accountActive, signedIn],
    when: () => ({ type: 'SignOut' }),
    then: ['SignedOut'],
  },
  {
    title: 'nobody signs out who is not in',
    editions: all,
    given: [],
    when: () => ({ type: 'SignOut' }),
    refused: ['not-signed-in'],
  },
  {
    title: 'a portal that does not answer says so first',
    editions: all,
    incidents: down,
    given: [accountActive, later(120)],
    when: (w) => ({ type: 'SignIn', address: 'rien', password: secret(w.account.secret ?? '') }),
    refused: ['portal-down'],
  },
  {
    title: 'a certificate warning stands before the portal',
    editions: only2014,
    incidents: certificate,
    given: [],
    when: () => ({ type: 'Consult', screen: 'sign-in' }),
    then: ['WarningShown'],
  },
  {
    title: 'leaving the site is the safe answer',
    editions: only2014,
    incidents: certificate,
    given: [did(() => ({ type: 'Consult', screen: 'sign-in' }))],
    when: () => ({ type: 'LeaveSite' }),
    then: ['SiteLeft'],
  },
  {
    title: 'going on is possible, and told',
    editions: only2014,
    incidents: certificate,
    given: [did(() => ({ type: 'Consult', screen: 'sign-in' }))],
    when: () => ({ type: 'OverrideWarning' }),
    then: ['WarningOverridden'],
  },
  {
    title: 'without a warning there is nothing to leave',
    editions: all,
    given: [],
    when: () => ({ type: 'LeaveSite' }),
    refused: ['not-offered'],
  },
  {
    title: 'without a warning there is nothing to override',
    editions: all,
    given: [],
    when: () => ({ type: 'OverrideWarning' }),
    refused: ['not-offered'],
  },
];
