import { captchaText } from '../../../../src/simulator/core/views.ts';
import type { Command, World } from '../../../../src/simulator/core/portal.ts';
import type { Edition } from '../../../../src/simulator/core/edition.ts';
import {
  accountActive,
  at,
  inBooth,
  later,
  letterOpen,
  reissued,
  signedIn,
} from '../../../support/scenario.ts';
import { all, only2014, only2018, type Case } from './case.ts';

function asking(
  w: World,
  e: Edition,
  change: Partial<Command & { type: 'RequestVotingCode' }> = {},
): Command {
  return {
    type: 'RequestVotingCode',
    phone: w.persona.phone,
    numen: w.persona.numen,
    birthDate: w.persona.birthDate,
    captcha: captchaText(e, w, 'new-code'),
    ...change,
  };
}

const inSpace = [accountActive, signedIn];

export const votingCodeCases: readonly Case[] = [
  {
    title: 'a request sent empty names every field, and spares the image',
    editions: only2018,
    given: inSpace,
    when: () => ({ type: 'RequestVotingCode', phone: '', numen: '', birthDate: '', captcha: '' }),
    refused: [
      'missing-answer@phone',
      'missing-answer@numen',
      'missing-answer@birthDate',
      'missing-answer@captcha',
    ],
  },
  {
    title: 'the letter is handed over against a signature',
    editions: all,
    given: [],
    when: () => ({ type: 'CollectNotice' }),
    then: ['NoticeCollected'],
  },
  {
    title: 'once',
    editions: all,
    given: [() => [{ type: 'NoticeCollected' }]],
    when: () => ({ type: 'CollectNotice' }),
    refused: ['already-asked'],
  },
  {
    title: 'at the hours of the secretariat',
    editions: all,
    given: [later(12 * 3600)],
    when: () => ({ type: 'CollectNotice' }),
    refused: ['desk-closed'],
  },
  {
    title: 'not after its window',
    editions: all,
    given: [at('notice', 'closes', 10 * 3600)],
    when: () => ({ type: 'CollectNotice' }),
    refused: ['closed'],
  },
  {
    title: 'and sometimes nothing came to the voter’s name',
    editions: all,
    incidents: () => [{ kind: 'letter-lost' }],
    given: [],
    when: () => ({ type: 'CollectNotice' }),
    then: ['NoticeMissing'],
  },
  {
    title: 'a posted letter comes by itself',
    editions: all,
    incidents: () => [{ kind: 'letter-posted' }],
    given: [],
    when: (w) => ({ type: 'PassTime', until: w.now + 5 * 86_400 }),
    then: ['NoticeArrived'],
  },
  {
    title: 'the envelope is opened',
    editions: all,
    given: [() => [{ type: 'NoticeCollected' }]],
    when: () => ({ type: 'OpenEnvelope' }),
    then: ['EnvelopeOpened'],
  },
  {
    title: 'an envelope that is not there is not',
    editions: all,
    given: [],
    when: () => ({ type: 'OpenEnvelope' }),
    refused: ['not-offered'],
  },
  {
    title: 'a letter can be lost',
    editions: all,
    given: [letterOpen],
    when: () => ({ type: 'LoseNotice' }),
    then: ['NoticeLost'],
  },
  {
    title: 'but not twice',
    editions: all,
    given: [letterOpen, () => [{ type: 'NoticeLost' }]],
    when: () => ({ type: 'LoseNotice' }),
    refused: ['not-offered'],
  },
  {
    title: 'the portal shows the code again from 12 November',
    editions: only2014,
    given: [accountActive, at('reissue'), signedIn],
    when: (w, e) => asking(w, e),
    then: ['VotingCodeShown'],
  },
  {
    title: 'not before',
    editions: only2014,
    given: inSpace,
    when: (w, e) => asking(w, e),
    refused: ['not-open-yet'],
  },
  {
    title: 'and nothing once the vote is open',
    editions: only2014,
    given: [accountActive, at('voting'), signedIn],
    when: (w, e) => asking(w, e),
    refused: ['reissue-unavailable'],
  },
  {
    title: 'a recovery that fails sends to the help desk',
    editions: only2014,
    incidents: () => [{ kind: 'reissue-fails' }],
    given: [accountActive, at('reissue'), signedIn],
    when: (w, e) => asking(w, e),
    refused: ['reissue-unavailable'],
  },
  {
    title: 'a lost code can be replaced by text message',
    editions: only2018,
    given: inSpace,
    when: (w, e) => asking(w, e),
    then: ['VotingCodeReissued', 'CaptchaShown', 'MailSent'],
  },
  {
    title: 'a phone written with spaces or +33 is understood',
    editions: only2018,
    given: inSpace,
    when: (w, e) =>
      asking(w, e, { phone: `+33 ${w.persona.phone.slice(1).replace(/(..)/g, '$1 ')}` }),
    then: ['VotingCodeReissued'],
  },
  {
    title: 'asking from the booth leaves the booth',
    editions: only2018,
    given: [accountActive, at('voting'), signedIn, inBooth],
    when: (w, e) => asking(w, e),
    then: ['BoothLeft', 'VotingCodeReissued'],
  },
  {
    title: 'only three times',
    editions: only2018,
    given: [...inSpace, reissued, reissued, reissued],
    when: (w, e) => asking(w, e),
    refused: ['no-reissue-left'],
  },
  {
    title: 'not without signing in',
    editions: only2018,
    given: [accountActive],
    when: (w, e) => asking(w, e),
    refused: ['not-signed-in'],
  },
  {
    title: 'not after the closing',
    editions: only2018,
    given: [accountActive, at('reissue', 'closes'), signedIn],
    when: (w, e) => asking(w, e),
    refused: ['closed'],
  },
  {
    title: 'a wrong captcha answers first, and another picture is shown',
    editions: only2018,
    given: inSpace,
    when: (w, e) => asking(w, e, { captcha: 'xxxx', phone: 'x' }),
    then: ['CaptchaShown'],
    refused: ['wrong-captcha@captcha'],
  },
  {
    title: 'then every malformed field at once',
    editions: only2018,
    given: inSpace,
    when: (w, e) => asking(w, e, { phone: '12', numen: 'abc', birthDate: '31/02/1980' }),
    refused: ['malformed-phone@phone', 'malformed-numen@numen', 'malformed-date@birthDate'],
  },
  {
    title: 'a foreign phone cannot receive it',
    editions: only2018,
    given: inSpace,
    when: (w, e) => asking(w, e, { phone: '+49 151 2345 678' }),
    refused: ['foreign-phone@phone'],
  },
  {
    title: 'a landline cannot either',
    editions: only2018,
    given: inSpace,
    when: (w, e) => asking(w, e, { phone: '03 22 00 00 00' }),
    refused: ['not-a-mobile@phone'],
  },
  {
    title: 'a mobile that could be real is turned away',
    editions: only2018,
    given: inSpace,
    when: (w, e) => asking(w, e, { phone: '06 12 34 56 78' }),
    refused: ['looks-real@phone'],
  },
  {
    title: 'wrong NUMEN and wrong birth date are told together',
    editions: only2018,
    given: inSpace,
    when: (w, e) =>
      asking(w, e, {
        numen: '30E0000000ZZZ',
        birthDate: `${w.persona.birthDate.startsWith('03') ? '04' : '03'}${w.persona.birthDate.slice(2)}`,
      }),
    refused: ['unknown-numen@numen', 'wrong-birth-date@birthDate'],
  },
  {
    title: 'a service that fails says so after every check',
    editions: only2018,
    incidents: () => [{ kind: 'reissue-fails' }],
    given: inSpace,
    when: (w, e) => asking(w, e),
    refused: ['reissue-unavailable'],
  },
  {
    title: 'another picture can be asked for',
    editions: only2018,
    given: inSpace,
    when: () => ({ type: 'RenewCaptcha', place: 'new-code' }),
    then: ['CaptchaShown'],
  },
  {
    title: 'there is no picture where none is asked',
    editions: only2014,
    given: inSpace,
    when: () => ({ type: 'RenewCaptcha', place: 'new-code' }),
    refused: ['not-offered'],
  },
  {
    title: 'the message is read on the telephone',
    editions: only2018,
    given: [
      (_e, w) => [
        { type: 'VotingCodeReissued', nth: 1, to: 'own', due: null },
        {
          type: 'SmsDelivered',
          due: 'none',
          sms: { id: 's1', kind: 'voting-code', nth: 1, at: w.now, read: false },
        },
      ],
    ],
    when: () => ({ type: 'ReadSms', sms: 's1' }),
    then: ['SmsRead'],
  },
  {
    title: 'no message, nothing to read',
    editions: all,
    given: [],
    when: () => ({ type: 'ReadSms', sms: 's1' }),
    refused: ['not-offered'],
  },
];
