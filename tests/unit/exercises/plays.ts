// What is played in each exercise: the way to its good ending, on which its point is seen, and a way to a bad one.
import { deskOpen, deskOpensAt } from '../../../src/simulator/core/clock.ts';
import type { Edition, LinkKind } from '../../../src/simulator/core/edition.ts';
import type { Command, World } from '../../../src/simulator/core/portal.ts';
import { sealOf } from '../../../src/simulator/core/secrets.ts';
import {
  captchaText,
  contestsOf,
  oneTimeCodeText,
  votingCode,
} from '../../../src/simulator/core/views.ts';
import { careful, inOrder, minutes, tries, upTo, wait, type Play, type Player } from './player.ts';

export interface Playing {
  /** What must be seen on the good way, in that order: refusal words, events, `@screen`. */
  readonly point: readonly string[];
  readonly good: Play;
  readonly goodEnding?: string;
  readonly bad: Play;
  readonly badEnding: string;
}

const everything = careful();
/** Nothing is done before the closing. */
const tooLate = wait('voting');
const closed = 'no ballot, voting-closed';
const soon = (point: readonly string[], good: Play = everything): Playing => ({
  point,
  good,
  bad: tooLate,
  badEnding: closed,
});

const typed = (text: string, world: World) => sealOf(text, 'typed', world.persona.address);
const signIn =
  (text: string) =>
  (_edition: Edition, world: World): Command => ({
    type: 'SignIn',
    address: world.persona.address,
    password: typed(text, world),
  });
/** The address is given where it is asked first. */
const asked: Play = (player) => {
  const { edition, world } = player;
  if (edition.signInForm === 'one-page') return;
  const captcha = captchaText(edition, world, 'sign-in');
  tries(() => ({ type: 'GiveAddress', address: world.persona.address, captcha }))(player);
};

/** A wrong password, past the address and its image where they come first. */
export const wrongly = (text: string): Play => inOrder(asked, tries(signIn(text)));
const askCode =
  (phone: (world: World) => string) =>
  (edition: Edition, world: World): Command => ({
    type: 'RequestVotingCode',
    phone: phone(world),
    numen: world.persona.numen,
    birthDate: world.persona.birthDate,
    captcha: captchaText(edition, world, 'new-code'),
  });
const own = (world: World) => world.persona.phone;
const stranger = (world: World) => world.persona.otherPhone;
const enterWith =
  (nth: number) =>
  (edition: Edition, world: World): Command => ({
    type: 'EnterBooth',
    code: votingCode(edition, world, nth),
    password:
      edition.boothEntry === 'code-and-password'
        ? sealOf('x', world.account.secret ?? '', world.persona.address)
        : null,
  });
const lastLink = (_edition: Edition, world: World): Command => ({
  type: 'FollowLink',
  mail: world.mailbox.mails.findLast(({ link }) => link !== null)?.id ?? '',
});
const consult = (screen: string) => (): Command => ({ type: 'Consult', screen });
const openContest =
  (place: number) =>
  (_edition: Edition, world: World): Command => ({
    type: 'OpenContest',
    contest: contestsOf(world)[place]?.id ?? '',
  });
const collect = (): Command => ({ type: 'CollectNotice' });
/** In the booth, in front of the first ballot. */
const atBallot: Play = upTo('cast-ballot');
const mailboxOpen: Play = careful((_advice, world) => world.mailbox.open);
export const askMailAgain: Play = (player) => {
  const { edition, world } = player;
  const { address } = world.persona;
  const password = sealOf('Coquille-42', 'good-1', address);
  const captcha = captchaText(
    edition,
    world,
    edition.accountOpening === 'password-then-link' ? 'account' : 'sign-in',
  );
  tries(() =>
    edition.accountOpening === 'password-then-link'
      ? { type: 'OpenAccount', address, password, confirmation: password, captcha }
      : { type: 'GiveAddress', address, captcha },
  )(player);
};
const answer =
  (text: string) =>
  (_edition: Edition, world: World): Command => ({
    type: 'AnswerChallenge',
    answer: typed(text, world),
    numen: world.persona.numen,
    channel: 'sms',
  });

/** In, with the password of the account. */
const signInNow: Play = inOrder(
  asked,
  tries((_edition, { account, persona }) => ({
    type: 'SignIn',
    address: persona.address,
    password: sealOf('x', account.secret ?? '', persona.address),
  })),
);
/** Mails may overtake each other: a link is known by its number, 0 being the newest. */
export const follow = (kind: LinkKind, back: number): Play =>
  tries((_edition, { account, mailbox }) => ({
    type: 'FollowLink',
    mail:
      mailbox.mails.find(
        ({ link }) => link?.kind === kind && link.nth === account[kind].sent - back,
      )?.id ?? '',
  }));

/** The goal at which the password of the account is chosen. */
const choosesPassword = ({ edition }: Player): string =>
  edition.accountOpening === 'password-then-link' ? 'open-account' : 'choose-password';

/** That password, where it is chosen. */
const choosing = (text: string): Play =>
  tries((edition, world): Command => {
    const { address } = world.persona;
    const password = typed(text, world);
    return edition.accountOpening === 'password-then-link'
      ? {
          type: 'OpenAccount',
          address,
          password,
          confirmation: password,
          captcha: captchaText(edition, world, 'account'),
        }
      : { type: 'ChoosePassword', password, confirmation: password };
  });

/** Into the mailbox again, days later. */
export const mailboxAgain = tries((_edition, { mailbox, persona }) => ({
  type: 'SignInToMailbox',
  user: persona.user,
  password: sealOf('x', mailbox.secret, persona.address),
}));
const oneTime = (world: World): string => oneTimeCodeText(world, world.code.oneTime?.nth ?? 0);

/** The helpdesk is called, in its hours. */
const callHelp: Play = (player) => {
  const { helpdesk } = player.edition.desks;
  if (!deskOpen(player.edition, player.world, helpdesk)) {
    const until = deskOpensAt(player.edition, player.world, helpdesk);
    tries(() => ({ type: 'PassTime', until }))(player);
  }
  tries(() => ({ type: 'CallHelpdesk' }))(player);
};

/** By exercise. */
export const plays: Readonly<Record<string, Playing>> = {
  'parcours-complet': soon(['@results']),
  'premier-jour': soon(['MailDelivered', 'LinkFollowed', '@results']),

  'messagerie-jamais-ouverte': soon(['NumenGiven', 'MailboxSignedIn', 'MailOpened']),
  'numen-inconnu': soon(
    ['desk-closed', 'TimePassed', 'NumenGiven', 'MailboxSignedIn'],
    inOrder(
      tries(() => ({ type: 'AskForNumen', desk: 'secretariat' })),
      everything,
    ),
  ),
  'boite-saturee': soon(
    ['MailBounced', 'BinEmptied', 'MailDelivered', 'LinkFollowed'],
    // The mail is asked for before room is made: it comes back.
    inOrder(mailboxOpen, askMailAgain, minutes(30), everything),
  ),
  'courriel-en-retard': soon(
    ['MailSent', 'TimePassed', 'MailDelivered', 'LinkFollowed'],
    // Longer than any mail of an ordinary day: it is still on its way.
    inOrder(upTo('wait-for-mail'), minutes(20), everything),
  ),
  'dans-les-indesirables': soon(['MailDelivered', '@junk', 'MailOpened'], (player) =>
    inOrder(upTo('look-in-junk'), tries(consult('junk')), everything)(player),
  ),
  'courriel-suspect': {
    ...soon(
      ['FakeReported', '@fake-explained', 'BallotCast'],
      inOrder(
        mailboxOpen,
        minutes(10),
        tries((edition, { mailbox }) => ({
          type: 'ReportFake',
          mail: mailbox.mails.find(({ kind }) => edition.mails[kind]?.fakeClue)?.id ?? '',
        })),
        everything,
      ),
    ),
    bad: inOrder(
      mailboxOpen,
      minutes(10),
      tries((edition, { mailbox }) => ({
        type: 'FollowLink',
        mail: mailbox.mails.find(({ kind }) => edition.mails[kind]?.fakeClue)?.id ?? '',
      })),
    ),
    badEnding: 'no ballot',
  },
  'navigateur-d-une-appli': soon([
    'InnerBrowserOpened',
    '@inner-browser',
    'InnerBrowserLeft',
    'LinkFollowed',
  ]),

  'lien-deja-utilise': soon(
    ['link-used', 'SignedIn'],
    inOrder(mailboxAgain, tries(lastLink), everything),
  ),
  'lien-perime': soon(
    ['link-expired', 'MailSent', 'LinkFollowed'],
    inOrder(mailboxOpen, tries(lastLink), everything),
  ),
  'deux-courriels': {
    ...soon(
      ['link-superseded', 'MailOpened', 'LinkFollowed'],
      inOrder(follow('activation', 1), everything),
    ),
    // Only the one that came first is tried.
    bad: inOrder(follow('activation', 1), tooLate),
  },
  'mot-de-passe-refuse': {
    ...soon(['password-too-short', 'password-without-upper', 'SignedIn'], (player) =>
      inOrder(
        upTo(choosesPassword(player)),
        choosing('Abc-1'),
        choosing('coquille-42'),
        everything,
      )(player),
    ),
    bad: (player) => inOrder(upTo(choosesPassword(player)), choosing('Abc-1'), tooLate)(player),
  },
  'captcha-illisible': soon(
    ['CaptchaShown', 'wrong-captcha', 'CaptchaShown', 'MailSent'],
    inOrder(
      tries((edition) => ({
        type: 'RenewCaptcha',
        place: edition.captchas.account === null ? 'sign-in' : 'account',
      })),
      (player) => {
        const { address } = player.world.persona;
        const password = sealOf('Coquille-42', 'good-1', address);
        tries(({ accountOpening }) =>
          accountOpening === 'password-then-link'
            ? { type: 'OpenAccount', address, password, confirmation: password, captcha: 'x' }
            : { type: 'GiveAddress', address, captcha: 'x' },
        )(player);
      },
      everything,
    ),
  ),
  'certificat-inconnu': {
    ...soon(
      ['WarningShown', '@certificate-warning', 'SiteLeft'],
      inOrder(tries(consult('sign-in')), everything),
    ),
    bad: inOrder(
      tries(consult('sign-in')),
      tries(() => ({ type: 'OverrideWarning' })),
    ),
    badEnding: 'no ballot',
  },
  'majuscules-verrouillees': {
    ...soon(
      ['wrong-password', 'CapsLockChanged', 'SignedIn'],
      inOrder(
        wrongly('COQUILLE'),
        tries(() => ({ type: 'PressCapsLock' })),
        everything,
      ),
    ),
    bad: inOrder(...Array.from({ length: 5 }, () => wrongly('COQUILLE')), tooLate),
  },
  'mot-de-passe-oublie': {
    ...soon(
      [
        'wrong-password',
        'PasswordResetRequested',
        'MailDelivered',
        'LinkFollowed',
        'PasswordChosen',
        'SignedIn',
      ],
      inOrder(wrongly('Souvenir-1'), everything),
    ),
    // Past the hour of the last reset, what is forgotten stays so.
    bad: wait('passwordReset', 'closes', 0),
    badEnding: 'forgotten',
  },
  'session-expiree': {
    ...soon(
      [
        'session-expired',
        'SignedIn',
        'BoothEntered',
        'already-voted',
        'ContestOpened',
        'BallotCast',
      ],
      inOrder(
        // The page that was open is gone, and what was cast is not to be done again.
        tries(openContest(1)),
        upTo('open-ballot'),
        tries(openContest(0)),
        everything,
      ),
    ),
    bad: tooLate,
    badEnding: 'some, voting-closed',
  },
  'erreur-au-profil': {
    ...soon(
      ['@profile', 'ProfileUpdateAsked', 'ProfileUpdated', 'BallotCast'],
      inOrder(
        signInNow,
        tries(consult('profile')),
        tries(() => ({ type: 'RequestProfileUpdate' })),
        everything,
      ),
    ),
    bad: inOrder(
      wait('profileUpdate'),
      signInNow,
      tries(() => ({ type: 'RequestProfileUpdate' })),
    ),
    badEnding: 'refused: closed',
  },
  'scrutin-manquant': {
    ...soon(
      ['RollCorrectionAsked', 'RollCorrected', 'BallotCast'],
      inOrder(
        signInNow,
        tries(() => ({ type: 'ClaimRollCorrection' })),
        everything,
      ),
    ),
    bad: everything,
    badEnding: 'some',
  },
  'scrutin-manquant-trop-tard': {
    ...soon(
      ['closed', 'BallotCast'],
      inOrder(
        signInNow,
        tries(() => ({ type: 'ClaimRollCorrection' })),
        callHelp,
        everything,
      ),
    ),
    goodEnding: 'some',
  },
  'pas-sur-la-liste': {
    ...soon(['@roll', 'RollCorrectionAsked', 'RollCorrected', 'NoticeCollected', 'BallotCast']),
    // Nobody looks at the roll before it is too late.
    bad: inOrder(wait('rollCorrection'), everything),
    badEnding: 'no ballot, not-on-roll',
  },
  'portail-sans-correction': {
    point: ['SignedIn', '@roll'],
    good: inOrder(
      everything,
      tries(() => ({ type: 'ClaimRollCorrection' })),
      callHelp,
    ),
    goodEnding: 'no ballot, not-on-roll',
    bad: tooLate,
    badEnding: closed,
  },

  'lettre-perdue': soon(['VotingCodeReissued', 'BoothEntered']),
  'lettre-jamais-recue': {
    ...soon(['NoticeMissing', 'BoothEntered'], inOrder(tries(collect), everything)),
  },
  'lettre-par-la-poste': soon(
    ['NoticeMissing', 'NoticeArrived', 'EnvelopeOpened', 'BoothEntered'],
    inOrder(tries(collect), everything),
  ),
  'code-perdu-j-2': soon(['BoothEntered']),
  'ancien-code': {
    ...soon(
      ['code-superseded', 'BoothEntered'],
      inOrder(signInNow, tries(enterWith(0)), everything),
    ),
  },
  'troisieme-nouveau-code': {
    point: ['VotingCodeReissued', 'SmsDelivered', 'BoothEntered'],
    good: inOrder(signInNow, tries(askCode(own)), everything),
    // The third goes to somebody else; there is no fourth.
    bad: inOrder(signInNow, tries(askCode(stranger)), tries(askCode(own))),
    badEnding: 'no ballot, no-code-left',
  },
  'mauvais-numero': {
    point: [
      'not-a-mobile',
      'foreign-phone',
      'VotingCodeReissued',
      'VotingCodeReissued',
      'SmsDelivered',
      'BoothEntered',
    ],
    good: inOrder(
      signInNow,
      tries(askCode(() => '0123456789')),
      tries(askCode(() => '+49 151 23456789')),
      tries(askCode(stranger)),
      everything,
    ),
    bad: inOrder(signInNow, ...[1, 2, 3].map(() => tries(askCode(stranger)))),
    badEnding: 'no ballot, no-code-left',
  },
  'pas-de-mobile-francais': {
    point: ['foreign-phone', 'HelpdeskAnswered'],
    good: inOrder(tries(askCode(() => '+49 151 23456789')), callHelp),
    goodEnding: 'no ballot',
    bad: tries(askCode(() => '+49 151 23456789')),
    badEnding: 'no ballot',
  },
  'code-par-courriel': soon(
    ['OneTimeCodeAsked', 'MailOpened', 'OneTimeCodeAccepted', 'VotingCodeNoted', 'BallotCast'],
    inOrder(
      mailboxAgain,
      signInNow,
      tries((_edition, world) => ({
        type: 'AnswerChallenge',
        answer: sealOf('x', world.account.challenge?.secret ?? '', world.persona.address),
        numen: world.persona.numen,
        channel: 'mail',
      })),
      upTo('give-one-time-code'),
      tries((_edition, { mailbox }) => ({
        type: 'OpenMail',
        mail: mailbox.mails.findLast((mail) => mail.oneTime !== null)?.id ?? '',
      })),
      everything,
    ),
  ),
  'reponse-oubliee': {
    point: ['wrong-challenge-answer', 'BoothEntered'],
    good: inOrder(signInNow, tries(answer('souvenir')), everything),
    bad: tries(() => ({ type: 'LoseNotice' })),
    badEnding: 'no ballot, code-unavailable',
  },
  'nouveau-code-en-panne': soon(
    ['reissue-unavailable', 'NoticeArrived', 'BoothEntered'],
    inOrder(
      signInNow,
      tries((_edition, world) => ({
        type: 'AnswerChallenge',
        answer: sealOf('x', world.account.challenge?.secret ?? '', world.persona.address),
        numen: world.persona.numen,
        channel: 'sms',
      })),
      everything,
    ),
  ),
  'code-provisoire-expire': soon(
    ['OneTimeCodeAsked', 'one-time-code-expired', 'OneTimeCodeAccepted', 'VotingCodeNoted'],
    inOrder(
      upTo('give-one-time-code'),
      minutes(3),
      tries((_edition, world) => ({ type: 'GiveOneTimeCode', code: oneTime(world) })),
      everything,
    ),
  ),

  'portail-en-panne': soon(
    [
      'BoothEntered',
      'PortalWentDown',
      '@portal-down',
      'portal-down',
      'PortalCameBack',
      'BallotCast',
    ],
    inOrder(atBallot, minutes(16), tries(consult('sign-in')), everything),
  ),
  'coupure-apres-confirmation': soon([
    'BallotCast',
    'PortalWentDown',
    '@portal-down',
    'PortalCameBack',
    'SignedIn',
    'ReceiptKept',
  ]),
  'logos-manquants': soon(['@ballot', 'BallotCast']),
  'scrutin-oublie': {
    ...soon(['SignedIn', 'BoothEntered', 'ContestOpened', 'BallotCast', 'ReceiptKept']),
    // One proof is kept: it is believed that all is done.
    bad: inOrder(signInNow, tries(consult('receipts')), tooLate),
    badEnding: 'some, voting-closed',
  },
  'presque-vote': {
    // No proof: nothing was cast.
    ...soon(
      ['@receipts', 'BoothEntered', 'ContestOpened', 'BallotCast', 'ReceiptKept'],
      inOrder(tries(consult('receipts')), everything),
    ),
    // Chosen once more, and left once more.
    bad: inOrder(
      atBallot,
      tries(() => ({ type: 'LeaveBooth' })),
      tooLate,
    ),
  },
  'vote-blanc': {
    ...soon(['BallotCast', '@receipt', 'ReceiptKept']),
    // Nothing is chosen, and the booth is left: that is no blank vote.
    bad: tries(() => ({ type: 'LeaveBooth' })),
    badEnding: 'no ballot',
  },
  'aider-sans-voir': soon([
    'EnvelopeOpened',
    'SignedIn',
    'BoothEntered',
    '@ballot',
    'BallotCast',
    'ReceiptKept',
  ]),
  'voter-au-lecteur-d-ecran': soon([
    'MailboxSignedIn',
    'LinkFollowed',
    'EnvelopeOpened',
    'BoothEntered',
    '@ballot',
    'BallotCast',
    'ReceiptKept',
  ]),
  'seize-heures-59': {
    ...soon(['BallotCast', 'ReceiptKept']),
    // In the booth, the choice made: the hour strikes first.
    bad: inOrder(
      atBallot,
      wait('voting', 'closes', -30),
      tries((_edition, { booth }) => ({ type: 'ConfirmBallot', contest: booth.contest ?? '' })),
    ),
  },
  'dix-sept-heures-01': {
    point: ['closed', 'SignedIn', '@results'],
    good: inOrder(
      signInNow,
      tries(enterWith(0)),
      wait('results', 'opens', 60),
      signInNow,
      tries(consult('results')),
    ),
    goodEnding: closed,
    bad: inOrder(signInNow, tries(consult('results'))),
    badEnding: closed,
  },
  'outre-mer': soon(['BallotCast', 'ReceiptKept']),
  'retrouver-sa-preuve': {
    point: ['SignedIn', 'ReceiptKept'],
    good: everything,
    bad: tries((_edition, world) => ({
      type: 'DownloadReceipt',
      contest: contestsOf(world).at(-1)?.id ?? '',
    })),
    badEnding: 'proof not kept',
  },
  'lire-les-resultats': {
    point: ['SignedIn', '@results'],
    good: everything,
    bad: tries(consult('results')),
    badEnding: 'refused: not-signed-in',
  },
};
