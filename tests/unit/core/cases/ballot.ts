import { votingCode } from '../../../../src/simulator/core/views.ts';
import type { Command, PortalEvent, World } from '../../../../src/simulator/core/portal.ts';
import type { Edition } from '../../../../src/simulator/core/edition.ts';
import {
  accountActive,
  at,
  did,
  firstContest,
  inBooth,
  later,
  letterOpen,
  reissued,
  secret,
  signedIn,
} from '../../../support/scenario.ts';
import { all, only2014, only2018, type Case } from './case.ts';

function entering(w: World, e: Edition, nth = 0, alias = 'good-1'): Command {
  return {
    type: 'EnterBooth',
    code: votingCode(e, w, nth),
    password: e.boothEntry === 'code-and-password' ? secret(alias) : null,
  };
}

/** The booth is locked until so many seconds after the next attempt reaches it. */
const locked =
  (seconds: number) =>
  (e: Edition, w: World): readonly PortalEvent[] => [
    { type: 'BoothLocked', until: w.now + (e.costs.EnterBooth ?? 0) + seconds },
  ];

const onDay = [accountActive, letterOpen, at('voting'), signedIn];
const inside = [...onDay, inBooth];
const opened = did((_e, w) => ({ type: 'OpenContest', contest: firstContest(w) }));
const cast = did((_e, w) => ({ type: 'ConfirmBallot', contest: firstContest(w) }));
const confirming = (w: World): Command => ({ type: 'ConfirmBallot', contest: firstContest(w) });
/** A session that was renewed in the booth a minute before the closing. */
const untilClosing = [accountActive, letterOpen, at('voting', 'closes', -90), signedIn, inBooth];

export const ballotCases: readonly Case[] = [
  {
    title: 'the booth is for those who are on the roll',
    editions: all,
    profile: 'pas-sur-la-liste',
    given: [accountActive, at('voting'), signedIn],
    when: () => ({ type: 'EnterBooth', code: 'AAAA', password: secret('good-1') }),
    refused: ['not-on-roll'],
  },
  {
    title: 'the code opens the booth',
    editions: all,
    given: onDay,
    when: (w, e) => entering(w, e),
    then: ['BoothEntered'],
  },
  {
    title: 'small letters and spaces in the code do not matter',
    editions: all,
    given: onDay,
    when: (w, e) => {
      const right = entering(w, e);
      return right.type === 'EnterBooth'
        ? { ...right, code: ` ${right.code.toLowerCase().replace(/(....)/g, '$1 ')}` }
        : right;
    },
    then: ['BoothEntered'],
  },
  {
    title: 'nobody enters before the opening',
    editions: all,
    given: [accountActive, letterOpen, signedIn],
    when: (w, e) => entering(w, e),
    refused: ['not-open-yet'],
  },
  {
    title: 'nor at the very second of the closing',
    editions: all,
    given: [accountActive, letterOpen, at('voting', 'closes'), signedIn],
    when: (w, e) => entering(w, e),
    refused: ['closed'],
  },
  {
    title: 'nor without signing in',
    editions: all,
    given: [accountActive, letterOpen, at('voting')],
    when: (w, e) => entering(w, e),
    refused: ['not-signed-in'],
  },
  {
    title: 'a wrong code is counted',
    editions: all,
    given: onDay,
    when: (w, e) => {
      const right = entering(w, e);
      return right.type === 'EnterBooth' ? { ...right, code: 'AAAA' } : right;
    },
    then: ['CodeMistaken'],
    refused: ['wrong-voting-code@code'],
  },
  {
    title: 'the fifth closes the door for a while',
    editions: all,
    given: [...onDay, () => [{ type: 'CodeMistaken', times: 4 }]],
    when: (w, e) => {
      const right = entering(w, e);
      return right.type === 'EnterBooth' ? { ...right, code: 'AAAA' } : right;
    },
    then: ['CodeMistaken', 'BoothLocked'],
    refused: ['wrong-voting-code@code', 'locked-out'],
  },
  {
    title: 'even the right code waits then',
    editions: all,
    given: [...onDay, (e, w) => [{ type: 'BoothLocked', until: w.now + e.limits.boothLock }]],
    when: (w, e) => entering(w, e),
    refused: ['locked-out'],
  },
  {
    title: 'until the very second when the lock ends',
    editions: all,
    given: [...onDay, locked(0)],
    when: (w, e) => entering(w, e),
    then: ['BoothEntered'],
  },
  {
    title: 'not one before',
    editions: all,
    given: [...onDay, locked(1)],
    when: (w, e) => entering(w, e),
    refused: ['locked-out'],
  },
  {
    title: 'an empty form names the code and the password',
    editions: only2014,
    given: onDay,
    when: () => ({ type: 'EnterBooth', code: '', password: secret('none', '') }),
    refused: ['missing-answer@code', 'missing-answer@password'],
  },
  {
    title: 'a password that was not asked for is not looked at',
    editions: ['men-2018', 'men-2022'],
    given: onDay,
    when: () => ({ type: 'EnterBooth', code: '', password: secret('none', '') }),
    refused: ['missing-answer@code'],
  },
  {
    title: 'the code alone opens nothing where a password is asked too',
    editions: only2014,
    given: onDay,
    when: (w, e) => ({ type: 'EnterBooth', code: votingCode(e, w, 0), password: null }),
    refused: ['wrong-password@password'],
  },
  {
    title: 'what could be somebody’s own is turned away, and not counted',
    editions: only2014,
    given: onDay,
    when: () => ({ type: 'EnterBooth', code: '06 12 34 56 78', password: secret('looks-real') }),
    refused: ['looks-real@code', 'looks-real@password'],
  },
  {
    title: 'in the code alone as well',
    editions: all,
    given: onDay,
    when: (_w, e) => ({
      type: 'EnterBooth',
      code: '06 12 34 56 78',
      password: e.boothEntry === 'code-and-password' ? secret('good-1') : null,
    }),
    refused: ['looks-real@code'],
  },
  {
    title: 'a wrong password is refused at its own field',
    editions: only2014,
    given: onDay,
    when: (w, e) => entering(w, e, 0, 'p1'),
    then: ['CodeMistaken'],
    refused: ['wrong-password@password'],
  },
  {
    title: 'the old code is dead once a new one was issued',
    editions: only2018,
    given: [...onDay, reissued],
    when: (w, e) => entering(w, e),
    refused: ['code-superseded@code'],
  },
  {
    title: 'it does not count as a mistake, a wrong one does',
    editions: only2018,
    given: [...onDay, reissued],
    when: () => ({ type: 'EnterBooth', code: 'AAAA', password: null }),
    then: ['CodeMistaken'],
    refused: ['wrong-voting-code@code'],
  },
  {
    title: 'and the new one works',
    editions: only2018,
    given: [...onDay, reissued],
    when: (w, e) => entering(w, e, 1),
    then: ['BoothEntered'],
  },
  {
    title: 'a contest is opened',
    editions: all,
    given: inside,
    when: (w) => ({ type: 'OpenContest', contest: firstContest(w) }),
    then: ['ContestOpened'],
  },
  {
    title: 'not somebody else’s',
    editions: all,
    given: inside,
    when: () => ({ type: 'OpenContest', contest: 'cta.ailleurs' }),
    refused: ['not-your-contest@contest'],
  },
  {
    title: 'not from outside the booth',
    editions: all,
    given: onDay,
    when: (w) => ({ type: 'OpenContest', contest: firstContest(w) }),
    refused: ['not-in-booth@contest'],
  },
  {
    title: 'a ballot is cast: register, urn, receipt',
    editions: all,
    given: [...inside, opened],
    when: confirming,
    then: ['RegisterMarked', 'BallotCast', 'ReceiptIssued'],
  },
  {
    title: 'nothing is confirmed that was not opened',
    editions: all,
    given: inside,
    when: confirming,
    refused: ['not-in-booth@contest'],
  },
  {
    title: 'one votes once in a contest',
    editions: all,
    given: [...inside, opened, cast],
    when: confirming,
    refused: ['already-voted@contest'],
  },
  {
    title: 'a session that ended cast nothing, and says so',
    editions: all,
    given: [...inside, opened, later(1200)],
    when: confirming,
    refused: ['session-expired@contest'],
  },
  {
    title: 'a form left open meets the closing hour',
    editions: all,
    given: [...untilClosing, opened, later(60)],
    when: confirming,
    refused: ['closed@contest'],
  },
  {
    title: 'a portal that falls before the confirmation cast nothing',
    editions: all,
    incidents: (e) => [
      {
        kind: 'portal-down',
        opens: (e.calendar.voting?.opens ?? 0) + 120,
        closes: (e.calendar.voting?.opens ?? 0) + 7200,
      },
    ],
    given: [...inside, opened, later(120)],
    when: confirming,
    refused: ['portal-down@contest'],
  },
  {
    title: 'a cut right after the confirmation hides the receipt, not the vote',
    editions: all,
    incidents: () => [{ kind: 'cut-after-confirmation', seconds: 1200 }],
    given: [...inside, opened],
    when: confirming,
    then: ['RegisterMarked', 'BallotCast', 'ReceiptIssued', 'PortalWentDown'],
  },
  {
    title: 'the booth can be left',
    editions: all,
    given: inside,
    when: () => ({ type: 'LeaveBooth' }),
    then: ['BoothLeft'],
  },
  {
    title: 'by whoever is in it',
    editions: all,
    given: onDay,
    when: () => ({ type: 'LeaveBooth' }),
    refused: ['not-in-booth'],
  },
  {
    title: 'the proof is kept',
    editions: all,
    given: [...inside, opened, cast],
    when: (w) => ({ type: 'DownloadReceipt', contest: firstContest(w) }),
    then: ['ReceiptKept'],
  },
  {
    title: 'there is no proof of a ballot that was not cast',
    editions: all,
    given: inside,
    when: (w) => ({ type: 'DownloadReceipt', contest: firstContest(w) }),
    refused: ['not-your-contest@contest'],
  },
  {
    title: 'nor of another ballot than one’s own last',
    editions: all,
    given: [...inside, opened, cast],
    when: (w) => ({ type: 'DownloadReceipt', contest: w.persona.contests[1]?.id ?? '' }),
    refused: ['not-your-contest@contest'],
  },
  {
    title: 'it is found again in the portal after the closing',
    editions: all,
    given: [...inside, opened, cast, at('results'), signedIn],
    when: (w) => ({ type: 'DownloadReceipt', contest: firstContest(w) }),
    then: ['ReceiptKept'],
  },
  {
    title: 'results are there from their day on',
    editions: all,
    given: [accountActive, at('results'), signedIn],
    when: () => ({ type: 'Consult', screen: 'results' }),
    then: ['Consulted'],
  },
];
