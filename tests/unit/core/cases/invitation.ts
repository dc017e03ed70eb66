import type { Command, World } from '../../../../src/simulator/core/portal.ts';
import { captchaText, oneTimeCodeText, votingCode } from '../../../../src/simulator/core/views.ts';
import type { Edition } from '../../../../src/simulator/core/edition.ts';
import {
  accountActive,
  accountWithChallenge,
  at,
  did,
  identified,
  inMailbox,
  later,
  mailArrives,
  newest,
  secret,
  signedIn,
} from '../../../support/scenario.ts';
import { only2022, type Case } from './case.ts';

/** Where everybody is invited by mail, a question guards the way to a new code. */
const answer = secret('answer-1', 'boussole');
const nothing = secret('none', '');
const choosing = did((_e, w) => ({ type: 'FollowLink', mail: newest(w) }));
const strong = secret('good-1', 'Coquille!Noisette42');
const asking = (
  w: World,
  change: Partial<Command & { type: 'AnswerChallenge' }> = {},
): Command => ({
  type: 'AnswerChallenge',
  answer,
  numen: w.persona.numen,
  channel: 'sms',
  ...change,
});
const giving = (w: World, e: Edition, captcha = captchaText(e, w, 'sign-in')): Command => ({
  type: 'GiveAddress',
  address: w.persona.address,
  captcha,
});
/** As the election before asked for it. */
const askingByPhone = ({ persona }: World): Command => ({
  type: 'RequestVotingCode',
  phone: persona.phone,
  numen: persona.numen,
  birthDate: persona.birthDate,
  captcha: '',
});
const inSpace = [accountWithChallenge, at('voting'), signedIn];
const asked = did((_e, w) => asking(w));
const delivered = did((_e, w) => ({ type: 'PassTime', until: w.due[0]?.at ?? w.now }));
/** By mail, then by text message a minute of writing before the mail comes: the newest comes last. */
const askedByMail = did((_e, w) => ({ ...asking(w), channel: 'mail' }));
const almost = did((e, w) => ({
  type: 'PassTime',
  until: (w.due[0]?.at ?? w.now) - (e.costs.AnswerChallenge ?? 0) - 1,
}));
const accepted = did((_e, w) => ({
  type: 'GiveOneTimeCode',
  code: oneTimeCodeText(w, w.code.oneTime?.nth ?? 0),
}));
const regenerated = did(() => ({ type: 'RegenerateVotingCode' }));

/** A second invitation is asked for while the first one's password is being chosen, and comes when all is done. */
const askedTwice = did((e, w) => giving(w, e));
const kept = did(() => ({ type: 'ChoosePassword', password: strong, confirmation: strong }));
const guarded = did(() => ({ type: 'ChooseChallenge', question: 0, answer }));

/** A new password with one fault. */
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

const cases: readonly Omit<Case, 'editions'>[] = [
  {
    title: 'the first invitation is dead after a few days, and the address brings another',
    given: [],
    when: (w, e) => giving(w, e),
    then: ['CaptchaShown', 'AddressGiven', 'MailSent'],
  },
  {
    title: 'a captcha stands before every sign-in',
    given: [],
    when: (w, e) => giving(w, e, 'x'),
    then: ['CaptchaShown'],
    refused: ['wrong-captcha@captcha'],
  },
  {
    title: 'empty fields are told before the image is wasted',
    given: [],
    when: () => ({ type: 'GiveAddress', address: '', captcha: '' }),
    refused: ['missing-answer@address', 'missing-answer@captcha'],
  },
  {
    title: 'a known address leads to the password page',
    given: [accountWithChallenge],
    when: (w, e) => giving(w, e),
    then: ['AddressGiven', 'CaptchaShown'],
  },
  {
    title: 'nobody reaches the password without the captcha',
    given: [accountWithChallenge],
    when: (w) => ({ type: 'SignIn', address: w.persona.address, password: secret('good-1') }),
    refused: ['captcha-first'],
  },
  {
    title: 'past it, address and password open the space',
    given: [accountWithChallenge, identified],
    when: (w) => ({ type: 'SignIn', address: w.persona.address, password: secret('good-1') }),
    then: ['SignedIn'],
  },
  {
    title: 'a wrong password is counted',
    given: [accountWithChallenge, identified],
    when: (w) => ({ type: 'SignIn', address: w.persona.address, password: secret('p1') }),
    then: ['PasswordMistaken'],
    refused: ['wrong-password@password'],
  },
  {
    title: 'the fifth in a row locks sign-in',
    given: [accountWithChallenge, identified, () => [{ type: 'PasswordMistaken', times: 4 }]],
    when: (w) => ({ type: 'SignIn', address: w.persona.address, password: secret('p1') }),
    then: ['PasswordMistaken', 'LockedOut'],
    refused: ['wrong-password@password', 'locked-out'],
  },
  {
    title: 'a new password is chosen after a reset link, and the question stays',
    given: [accountWithChallenge, inMailbox, mailArrives('reset'), choosing],
    when: () => ({ type: 'ChoosePassword', password: strong, confirmation: strong }),
    then: ['PasswordChosen'],
  },
  {
    title: 'signing in stays possible after closing, for the results',
    given: [accountWithChallenge, at('results'), identified],
    when: (w) => ({ type: 'SignIn', address: w.persona.address, password: secret('good-1') }),
    then: ['SignedIn'],
  },
  {
    title: 'an invitation left for three days is dead (exercise only)',
    given: [inMailbox],
    when: (w) => ({ type: 'FollowLink', mail: w.mailbox.mails.find(({ link }) => link)?.id ?? '' }),
    refused: ['link-expired@mail'],
  },
  {
    title: 'the link opens the page where a password is chosen',
    given: [inMailbox, mailArrives('activation')],
    when: (w) => ({ type: 'FollowLink', mail: newest(w) }),
    then: ['MailOpened', 'LinkFollowed'],
  },
  {
    title: 'the password is kept until the question is chosen',
    given: [inMailbox, mailArrives('activation'), choosing],
    when: () => ({ type: 'ChoosePassword', password: strong, confirmation: strong }),
    then: ['PasswordKept'],
  },
  { title: 'eleven signs are too few', ...faulty('Coquille!12', 'password-too-short@password') },
  {
    title: 'a special sign is missing',
    ...faulty('CoquilleNoisette42', 'password-without-special@password'),
  },
  {
    title: 'a capital is missing',
    ...faulty('coquille!noisette42', 'password-without-upper@password'),
  },
  {
    title: 'a small letter is missing',
    ...faulty('COQUILLE!NOISETTE42', 'password-without-lower@password'),
  },
  {
    title: 'a digit is missing',
    ...faulty('Coquille!Noisette', 'password-without-digit@password'),
  },
  {
    title: 'another picture can be asked for before signing in',
    given: [],
    when: () => ({ type: 'RenewCaptcha', place: 'sign-in' }),
    then: ['CaptchaShown'],
  },
  {
    title: 'an address without @ is malformed',
    given: [],
    when: (w, e) => ({
      type: 'GiveAddress',
      address: 'prenom',
      captcha: captchaText(e, w, 'sign-in'),
    }),
    then: ['CaptchaShown'],
    refused: ['malformed-address@address'],
  },
  {
    title: 'a date that does not exist is malformed in the mailbox’s own form',
    given: [],
    when: (w) => ({
      type: 'ForgetMailboxPassword',
      numen: w.persona.numen,
      birthDate: '29/02/2015',
    }),
    refused: ['malformed-date@birthDate'],
  },
  {
    title: 'a slip in the day of birth is wrong there',
    given: [],
    when: (w) => ({
      type: 'ForgetMailboxPassword',
      numen: w.persona.numen,
      birthDate: `${w.persona.birthDate.startsWith('03') ? '04' : '03'}${w.persona.birthDate.slice(2)}`,
    }),
    refused: ['wrong-birth-date@birthDate'],
  },
  {
    title: 'a correction of the roll can be claimed while it is open',
    startsAt: (e) => (e.calendar.roll?.opens ?? 0) + 86_400,
    given: [accountWithChallenge, signedIn],
    when: () => ({ type: 'ClaimRollCorrection' }),
    then: ['RollCorrectionAsked'],
  },
  {
    title: 'the text message with the one-time code is read, and opens no booth',
    given: [...inSpace, asked, delivered],
    when: (w) => ({ type: 'ReadSms', sms: w.code.sms[0]?.id ?? '' }),
    then: ['SmsRead'],
  },
  {
    title: 'a question and its answer make the account active',
    given: [() => [{ type: 'PasswordKept', secret: 'good-1' }]],
    when: () => ({ type: 'ChooseChallenge', question: 0, answer }),
    then: ['ChallengeChosen'],
  },
  {
    title: 'without an answer there is no question',
    given: [() => [{ type: 'PasswordKept', secret: 'good-1' }]],
    when: () => ({ type: 'ChooseChallenge', question: 99, answer: nothing }),
    refused: ['missing-answer@question', 'missing-answer@answer'],
  },
  {
    title: 'and nobody chooses one without a password',
    given: [],
    when: () => ({ type: 'ChooseChallenge', question: 0, answer }),
    refused: ['not-offered'],
  },
  {
    title: 'an account without its question is not confirmed',
    given: [() => [{ type: 'PasswordKept', secret: 'good-1' }], identified],
    when: (w) => ({ type: 'SignIn', address: w.persona.address, password: secret('good-1') }),
    refused: ['account-not-confirmed@address'],
  },
  {
    title: 'no question is chosen while the portal is down',
    incidents: (edition) => {
      const opens = (edition.exercises['parcours-complet']?.startsAt ?? 0) + 60;
      return [{ kind: 'portal-down', opens, closes: opens + 7200 }];
    },
    given: [() => [{ type: 'PasswordKept', secret: 'good-1' }], later(120)],
    when: () => ({ type: 'ChooseChallenge', question: 0, answer }),
    refused: ['portal-down'],
  },
  {
    title: 'an open account is not opened again by a link that came late',
    given: [
      ...[inMailbox, mailArrives('activation'), choosing, askedTwice, kept, guarded],
      did((_e, w) => ({ type: 'PassTime', until: w.now + 3600 })),
    ],
    when: (w) => ({ type: 'FollowLink', mail: newest(w) }),
    refused: ['link-used@mail'],
  },
  {
    title: 'the answer and the NUMEN bring a one-time code',
    given: inSpace,
    when: (w) => asking(w),
    then: ['OneTimeCodeAsked'],
  },
  {
    title: 'it comes by text message',
    given: [...inSpace, asked],
    when: (w) => ({ type: 'PassTime', until: w.due[0]?.at ?? w.now }),
    then: ['SmsDelivered', 'OneTimeCodeDelivered'],
  },
  {
    title: 'or by mail',
    given: [...inSpace, did((_e, w) => asking(w, { channel: 'mail' }))],
    when: (w) => ({ type: 'PassTime', until: w.due[0]?.at ?? w.now }),
    then: ['MailDelivered', 'OneTimeCodeDelivered'],
  },
  {
    title: 'not before the vote is open',
    given: [accountWithChallenge, signedIn],
    when: (w) => asking(w),
    refused: ['not-open-yet'],
  },
  {
    title: 'not for an account that is not active',
    given: [at('voting')],
    when: (w) => asking(w),
    refused: ['account-not-active'],
  },
  {
    title: 'not without signing in',
    given: [accountWithChallenge, at('voting')],
    when: (w) => asking(w),
    refused: ['not-signed-in'],
  },
  {
    title: 'an empty request names both fields',
    given: inSpace,
    when: () => ({ type: 'AnswerChallenge', answer: nothing, numen: '', channel: 'sms' }),
    refused: ['missing-answer@answer', 'missing-answer@numen'],
  },
  {
    title: 'a NUMEN of the wrong form is malformed',
    given: inSpace,
    when: (w) => asking(w, { numen: '123' }),
    refused: ['malformed-numen@numen'],
  },
  {
    title: 'a NUMEN that could be real is turned away unread',
    given: inSpace,
    when: (w) => asking(w, { numen: '01E9501234ABC' }),
    refused: ['looks-real@numen'],
  },
  {
    title: 'a forgotten answer and a wrong NUMEN are told together',
    given: inSpace,
    when: (w) => asking(w, { answer: secret('p9', 'perdu'), numen: '30E0000000ZZZ' }),
    refused: ['wrong-challenge-answer@answer', 'unknown-numen@numen'],
  },
  {
    title: 'an answer that could be somebody’s own is turned away unread',
    given: inSpace,
    when: (w) => asking(w, { answer: secret('looks-real') }),
    refused: ['looks-real@answer'],
  },
  {
    title: 'an account without a question has no right answer',
    given: [accountActive, at('voting'), signedIn],
    when: (w) => asking(w),
    refused: ['wrong-challenge-answer@answer'],
  },
  {
    title: 'nobody who is not on the roll gets a one-time code',
    profile: 'pas-sur-la-liste',
    given: inSpace,
    when: (w) => asking(w),
    refused: ['not-on-roll'],
  },
  {
    title: 'nor a code by the telephone number, which is not how it goes here',
    profile: 'pas-sur-la-liste',
    given: inSpace,
    when: askingByPhone,
    refused: ['not-offered'],
  },
  {
    title: 'whoever is on the roll does not either',
    given: inSpace,
    when: askingByPhone,
    refused: ['not-offered'],
  },
  {
    title: 'a service that fails says so after every check',
    incidents: () => [{ kind: 'reissue-fails' }],
    given: inSpace,
    when: (w) => asking(w),
    refused: ['reissue-unavailable'],
  },
  {
    title: 'the one-time code is accepted in its time',
    given: [...inSpace, asked, delivered],
    when: (w) => ({ type: 'GiveOneTimeCode', code: oneTimeCodeText(w, w.code.oneTime?.nth ?? 0) }),
    then: ['OneTimeCodeAccepted'],
  },
  {
    title: 'another one is wrong',
    given: [...inSpace, asked, delivered],
    when: () => ({ type: 'GiveOneTimeCode', code: '000' }),
    refused: ['wrong-one-time-code@code'],
  },
  {
    title: 'none at all is missing',
    given: [...inSpace, asked, delivered],
    when: () => ({ type: 'GiveOneTimeCode', code: '' }),
    refused: ['missing-answer@code'],
  },
  {
    title: 'what could be somebody’s own telephone is turned away',
    given: [...inSpace, asked, delivered],
    when: () => ({ type: 'GiveOneTimeCode', code: '06 12 34 56 78' }),
    refused: ['looks-real@code'],
  },
  {
    title: 'a session that ended meanwhile takes no one-time code',
    given: [...inSpace, asked, delivered, later(1200)],
    when: (w) => ({ type: 'GiveOneTimeCode', code: oneTimeCodeText(w, w.code.oneTime?.nth ?? 0) }),
    refused: ['session-expired'],
  },
  {
    title: 'it is good until the last second of its two minutes',
    given: [...inSpace, asked, delivered, later(120 - 20 - 1)],
    when: (w) => ({ type: 'GiveOneTimeCode', code: oneTimeCodeText(w, w.code.oneTime?.nth ?? 0) }),
    then: ['OneTimeCodeAccepted'],
  },
  {
    title: 'and dead when they are over',
    given: [...inSpace, asked, delivered, later(120 - 20)],
    when: (w) => ({ type: 'GiveOneTimeCode', code: oneTimeCodeText(w, w.code.oneTime?.nth ?? 0) }),
    refused: ['one-time-code-expired@code'],
  },
  {
    title: 'two minutes after its delivery it is dead',
    given: [...inSpace, asked, delivered, later(120)],
    when: (w) => ({ type: 'GiveOneTimeCode', code: oneTimeCodeText(w, w.code.oneTime?.nth ?? 0) }),
    refused: ['one-time-code-expired@code'],
  },
  {
    title: 'where its life begins when it is sent, it is still not good before it comes',
    incidents: () => [{ kind: 'one-time-code-short' }],
    given: [...inSpace, asked],
    when: (w) => ({ type: 'GiveOneTimeCode', code: oneTimeCodeText(w, w.code.oneTime?.nth ?? 0) }),
    refused: ['one-time-code-expired@code'],
  },
  {
    title: 'a former one that comes does not begin the life of the newest',
    given: [...inSpace, askedByMail, almost, asked, delivered],
    when: (w) => ({ type: 'GiveOneTimeCode', code: oneTimeCodeText(w, w.code.oneTime?.nth ?? 0) }),
    refused: ['one-time-code-expired@code'],
  },
  {
    title: 'nobody gives a code that was not asked for',
    given: inSpace,
    when: () => ({ type: 'GiveOneTimeCode', code: '000000' }),
    refused: ['not-offered'],
  },
  {
    title: 'the new code is made and shown once',
    given: [...inSpace, asked, delivered, accepted],
    when: () => ({ type: 'RegenerateVotingCode' }),
    then: ['VotingCodeReissued'],
  },
  {
    title: 'not after the session has ended',
    given: [...inSpace, asked, delivered, accepted, later(1200)],
    when: () => ({ type: 'RegenerateVotingCode' }),
    refused: ['session-expired'],
  },
  {
    title: 'not without its one-time code',
    given: inSpace,
    when: () => ({ type: 'RegenerateVotingCode' }),
    refused: ['not-offered'],
  },
  {
    title: 'it is noted while it stands there',
    given: [...inSpace, asked, delivered, accepted, regenerated],
    when: () => ({ type: 'NoteVotingCode' }),
    then: ['VotingCodeNoted'],
  },
  {
    title: 'and not afterwards',
    given: [
      ...inSpace,
      asked,
      delivered,
      accepted,
      regenerated,
      did(() => ({ type: 'Consult', screen: 'space' })),
    ],
    when: () => ({ type: 'NoteVotingCode' }),
    refused: ['not-offered'],
  },
  {
    title: 'the letter’s code is dead then',
    given: [...inSpace, asked, delivered, accepted, regenerated],
    when: (w, e) => ({ type: 'EnterBooth', code: votingCode(e, w, 0), password: null }),
    refused: ['code-superseded@code'],
  },
  {
    title: 'what is not handed over in its window is posted home',
    given: [],
    when: (w, e) => ({
      type: 'PassTime',
      until: (e.calendar.notice?.closes ?? w.now) + 6 * 86_400,
    }),
    then: ['NoticeArrived'],
  },
];

export const invitationCases: readonly Case[] = cases.map((one) => ({
  ...one,
  editions: only2022,
}));
