import { accountActive, at, did, later, signedIn } from '../../../support/scenario.ts';
import { all, only2014, only2018, type Case } from './case.ts';

export const spaceCases: readonly Case[] = [
  {
    title: 'a page of the portal opens for whoever is signed in',
    editions: all,
    given: [accountActive, signedIn],
    when: () => ({ type: 'Consult', screen: 'profile' }),
    then: ['Consulted'],
  },
  {
    title: 'and for nobody else',
    editions: all,
    given: [],
    when: () => ({ type: 'Consult', screen: 'profile' }),
    refused: ['not-signed-in'],
  },
  {
    title: 'twenty idle minutes end the session, and the voter is told so',
    editions: all,
    given: [accountActive, signedIn, later(1200)],
    when: () => ({ type: 'Consult', screen: 'profile' }),
    refused: ['session-expired'],
  },
  {
    title: 'a window that is not open yet says from when',
    editions: all,
    given: [accountActive, signedIn],
    when: () => ({ type: 'Consult', screen: 'results' }),
    refused: ['not-open-yet'],
  },
  {
    title: 'a page that the election does not have is not offered',
    editions: all,
    given: [],
    when: () => ({ type: 'Consult', screen: 'nowhere' }),
    refused: ['not-offered'],
  },
  {
    title: 'the inbox is behind the mailbox’s door',
    editions: all,
    given: [],
    when: () => ({ type: 'Consult', screen: 'inbox' }),
    refused: ['not-in-mailbox'],
  },
  {
    title: 'a profile update can be asked for',
    editions: only2014,
    given: [accountActive, signedIn],
    when: () => ({ type: 'RequestProfileUpdate' }),
    then: ['ProfileUpdateAsked'],
  },
  {
    title: 'but once',
    editions: only2014,
    given: [
      accountActive,
      signedIn,
      (_e, w) => [
        {
          type: 'ProfileUpdateAsked',
          due: { id: `d${w.promised + 1}`, at: w.now + 86_400, what: { kind: 'profile-decision' } },
        },
      ],
    ],
    when: () => ({ type: 'RequestProfileUpdate' }),
    refused: ['already-asked'],
  },
  {
    title: 'and not after its last day',
    editions: only2014,
    given: [accountActive, at('profileUpdate', 'closes'), signedIn],
    when: () => ({ type: 'RequestProfileUpdate' }),
    refused: ['closed'],
  },
  {
    title: 'an election whose window nobody knows does not offer it',
    editions: only2018,
    given: [accountActive, signedIn],
    when: () => ({ type: 'RequestProfileUpdate' }),
    refused: ['not-offered'],
  },
  {
    title: 'nor the correction of the roll',
    editions: only2018,
    given: [accountActive, signedIn],
    when: () => ({ type: 'ClaimRollCorrection' }),
    refused: ['not-offered'],
  },
  {
    title: 'a correction of the roll can be claimed while the list is shown',
    editions: only2014,
    startsAt: (e) => (e.calendar.roll?.opens ?? 0) + 36_000,
    given: [accountActive, signedIn],
    when: () => ({ type: 'ClaimRollCorrection' }),
    then: ['RollCorrectionAsked'],
  },
  {
    title: 'and the decision gives back the contest that the roll forgot',
    editions: only2014,
    startsAt: (e) => (e.calendar.roll?.opens ?? 0) + 36_000,
    incidents: () => [{ kind: 'contest-missing' }],
    given: [accountActive, signedIn, did(() => ({ type: 'ClaimRollCorrection' }))],
    when: (w) => ({ type: 'PassTime', until: w.now + 4 * 86_400 }),
    then: ['RollCorrected', 'MailSent', 'MailDelivered'],
  },
  {
    title: 'and every contest to somebody whom it had forgotten altogether',
    editions: ['men-2014', 'men-2022'],
    profile: 'pas-sur-la-liste',
    startsAt: (e) => (e.calendar.rollCorrection?.opens ?? 0) + 36_000,
    given: [accountActive, signedIn, did(() => ({ type: 'ClaimRollCorrection' }))],
    when: (w) => ({ type: 'PassTime', until: w.now + 4 * 86_400 }),
    then: ['RollCorrected', 'MailSent', 'MailDelivered'],
  },
  {
    title: 'a correction of the roll is too late after its noon',
    editions: only2014,
    given: [accountActive, signedIn],
    when: () => ({ type: 'ClaimRollCorrection' }),
    refused: ['closed'],
  },
  {
    title: 'nor can it be claimed before the list is shown',
    editions: only2014,
    startsAt: (e) => (e.calendar.rollCorrection?.opens ?? 0) - 86_400,
    given: [accountActive, signedIn],
    when: () => ({ type: 'ClaimRollCorrection' }),
    refused: ['not-open-yet'],
  },
  {
    title: 'a session that ended by itself claims no correction',
    editions: ['men-2014', 'men-2022'],
    startsAt: (e) => (e.calendar.rollCorrection?.opens ?? 0) + 36_000,
    given: [accountActive, signedIn, later(1200)],
    when: () => ({ type: 'ClaimRollCorrection' }),
    refused: ['session-expired'],
  },
  {
    title: 'nor asks for a correction of the profile',
    editions: only2014,
    given: [accountActive, signedIn, later(1200)],
    when: () => ({ type: 'RequestProfileUpdate' }),
    refused: ['session-expired'],
  },
  {
    title: 'nor is anything claimed while the portal is down',
    editions: ['men-2014', 'men-2022'],
    startsAt: (e) => (e.calendar.rollCorrection?.opens ?? 0) + 36_000,
    incidents: (e) => {
      const opens = (e.calendar.rollCorrection?.opens ?? 0) + 36_060;
      return [{ kind: 'portal-down', opens, closes: opens + 7200 }];
    },
    given: [accountActive, signedIn, later(120)],
    when: () => ({ type: 'ClaimRollCorrection' }),
    refused: ['portal-down'],
  },
  {
    title: 'neither is a profile corrected then',
    editions: only2014,
    incidents: (e) => {
      const opens = (e.exercises['parcours-complet']?.startsAt ?? 0) + 60;
      return [{ kind: 'portal-down', opens, closes: opens + 7200 }];
    },
    given: [accountActive, signedIn, later(120)],
    when: () => ({ type: 'RequestProfileUpdate' }),
    refused: ['portal-down'],
  },
];
