// Everything else that somebody may type or press: forms with one field wrong, mails moved about, pages opened at any time.
import { holdsCode } from '../../src/simulator/core/advice.ts';
import { realAlias } from '../../src/simulator/core/checks.ts';
import type { Edition } from '../../src/simulator/core/edition.ts';
import type { Command, SealedSecret, World } from '../../src/simulator/core/portal.ts';
import { proposals, sealOf } from '../../src/simulator/core/secrets.ts';
import { captchaText, currentCode } from '../../src/simulator/core/views.ts';
import { secret } from '../support/scenario.ts';

/** Names under which nothing exists (RFC 2606), numbers that nobody holds. */
const addresses = ['', 'pas une adresse', 'quelqu.un@ailleurs.test', 'quelqu.un@ailleurs.example'];

const phones = ['', '12', '+44 7700 900000', '01 99 00 00 00', '06 39 98 99 99'];
/** The shape of somebody's NUMEN, also typed where nobody asks for one. */
const numenShaped = '31E0000000AAA';
const numens = ['', '12', numenShaped, '30E0000000AAA'];
const codes = ['', 'AAAA', '000000', numenShaped];

const nothing = secret('none', '');
const other = secret('p9', 'Marmite!Boussole42');
const real = secret(realAlias, numenShaped);

/** A password with each fault in turn, and the voter's address. */
function faulty({ persona }: World): readonly SealedSecret[] {
  const texts = [
    'Ab1!',
    'sans-capitale-12',
    'SANS-BAS-DE-CASSE-12',
    'Sans-Chiffre',
    'SansSigne1234',
  ];
  const long = `Long-1${'x'.repeat(60)}`;
  return [
    nothing,
    ...[...texts, long, persona.address].map((text) => sealOf(text, 'p8', persona.address)),
  ];
}

/** A date of the persona's own year that is not hers, one that does not exist, one that could be anybody's. */
function dates({ persona }: World): readonly string[] {
  const year = persona.birthDate.slice(6);
  const slip = persona.birthDate.startsWith('01') ? '02/01' : '01/01';
  return ['', '31/02/1980', '01/01/1901', `${slip}/${year}`];
}

/** Each form of the account, with one answer wrong; and one more password that is right. */
function accountForms(edition: Edition, world: World): readonly Command[] {
  const { persona } = world;
  const text = proposals(edition, world.setup.seed, persona.address)[1]?.text ?? '';
  const good = sealOf(text, 'good-2', persona.address);
  const captcha = captchaText(edition, world, 'account');
  const opening = { address: persona.address, password: good, confirmation: good, captcha };
  const signing = { address: persona.address, captcha: captchaText(edition, world, 'sign-in') };
  return [
    { type: 'OpenAccount', ...opening, captcha: '?' },
    { type: 'OpenAccount', ...opening, confirmation: other },
    { type: 'GiveAddress', ...signing, captcha: '?' },
    { type: 'ChoosePassword', password: good, confirmation: good },
    { type: 'ChoosePassword', password: good, confirmation: other },
    { type: 'ChooseChallenge', question: 99, answer: nothing },
    { type: 'ChooseChallenge', question: 0, answer: real },
    { type: 'ChoosePassword', password: good, confirmation: real },
    { type: 'SignIn', address: persona.address, password: real },
    { type: 'SignIn', address: persona.address, password: other },
    ...addresses.flatMap((address): readonly Command[] => [
      { type: 'OpenAccount', ...opening, address },
      { type: 'GiveAddress', ...signing, address },
      { type: 'RequestPasswordReset', address },
      { type: 'SignIn', address, password: other },
    ]),
    ...faulty(world).flatMap((password): readonly Command[] => [
      { type: 'OpenAccount', ...opening, password, confirmation: password },
      { type: 'ChoosePassword', password, confirmation: password },
      { type: 'SignIn', address: persona.address, password: nothing },
    ]),
  ];
}

/** Each form about the voting code and the booth, with one answer wrong. */
function codeForms(edition: Edition, world: World): readonly Command[] {
  const { persona, account } = world;
  const captcha = captchaText(edition, world, 'new-code');
  const asked = {
    phone: persona.phone,
    numen: persona.numen,
    birthDate: persona.birthDate,
    captcha,
  };
  const answer = secret(account.challenge?.secret ?? 'answer-1', 'souvenir');
  const challenge = { answer, numen: persona.numen, channel: 'sms' } as const;
  // A code that nobody has seen cannot be typed, not even beside a wrong password.
  const known = holdsCode(world) ? [other, nothing] : [];
  return [
    { type: 'RequestVotingCode', ...asked, captcha: '?' },
    ...phones.map((phone): Command => ({ type: 'RequestVotingCode', ...asked, phone })),
    ...numens.flatMap((numen): readonly Command[] => [
      { type: 'RequestVotingCode', ...asked, numen },
      { type: 'AnswerChallenge', ...challenge, numen },
    ]),
    ...dates(world).map((birthDate): Command => ({
      type: 'RequestVotingCode',
      ...asked,
      birthDate,
    })),
    { type: 'AnswerChallenge', ...challenge, answer: nothing },
    { type: 'AnswerChallenge', ...challenge, answer: other },
    { type: 'AnswerChallenge', ...challenge, answer: real },
    ...codes.flatMap((code): readonly Command[] => [
      { type: 'GiveOneTimeCode', code },
      { type: 'EnterBooth', code, password: other },
    ]),
    ...known.map((password): Command => ({
      type: 'EnterBooth',
      code: currentCode(edition, world),
      password,
    })),
    { type: 'ReadSms', sms: 's99' },
    { type: 'OpenContest', contest: 'cta.ailleurs' },
    { type: 'ConfirmBallot', contest: 'cta.ailleurs' },
    { type: 'DownloadReceipt', contest: 'cta.ailleurs' },
  ];
}

/** The mailbox, its forms and its mails, whatever folder they lie in. */
function mailboxForms(world: World): readonly Command[] {
  const { persona, mailbox } = world;
  const own = secret(mailbox.secret, persona.numen);
  const strong = secret('mailbox-good', 'Marmite-421!');
  const about = (mail: string): readonly Command[] => [
    { type: 'OpenMail', mail },
    { type: 'FollowLink', mail },
    { type: 'ReportFake', mail },
    { type: 'AnswerFake', mail },
    { type: 'DeleteMail', mail },
    { type: 'RestoreMail', mail },
    { type: 'MoveMail', mail, folder: 'inbox' },
  ];
  return [
    { type: 'AskForNumen', desk: 'hr' },
    { type: 'AnswerCaptcha', captcha: '' },
    { type: 'AnswerCaptcha', captcha: '?' },
    { type: 'AnswerCaptcha', captcha: numenShaped },
    { type: 'RenewCaptcha', place: 'identifier-tool' },
    { type: 'RenewCaptcha', place: 'account' },
    { type: 'RenewCaptcha', place: 'sign-in' },
    { type: 'SignInToMailbox', user: '', password: nothing },
    { type: 'SignInToMailbox', user: 'quelqu.un@ailleurs.test', password: own },
    { type: 'SignInToMailbox', user: 'autre', password: own },
    { type: 'ChangeMailboxPassword', current: real, password: strong, confirmation: strong },
    { type: 'ChangeMailboxPassword', current: nothing, password: strong, confirmation: strong },
    { type: 'ChangeMailboxPassword', current: other, password: strong, confirmation: strong },
    { type: 'ChangeMailboxPassword', current: own, password: strong, confirmation: other },
    {
      type: 'ChangeMailboxPassword',
      current: own,
      password: secret('p7', 'faible'),
      confirmation: secret('p7', 'faible'),
    },
    ...numens.flatMap((numen): readonly Command[] => [
      { type: 'LookUpIdentity', numen, birthDate: persona.birthDate },
      { type: 'ForgetMailboxPassword', numen, birthDate: persona.birthDate },
    ]),
    ...dates(world).flatMap((birthDate): readonly Command[] => [
      { type: 'LookUpIdentity', numen: persona.numen, birthDate },
      { type: 'ForgetMailboxPassword', numen: persona.numen, birthDate },
    ]),
    ...mailbox.mails.flatMap(({ id }) => about(id)),
    ...about('m999'),
  ];
}

/** Every gesture of this kind in a world, mostly refused. */
export function mischief(edition: Edition, world: World): readonly Command[] {
  return [
    ...mailboxForms(world),
    ...accountForms(edition, world),
    ...codeForms(edition, world),
    { type: 'PressCapsLock' },
    { type: 'LeaveSite' },
    { type: 'OverrideWarning' },
    ...Object.keys(edition.screens).map((screen): Command => ({ type: 'Consult', screen })),
  ];
}
