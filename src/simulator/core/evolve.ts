// The memory: believes every event, has no opinion.
import type {
  Account,
  Booth,
  CodeState,
  Due,
  Folder,
  LinkState,
  Mail,
  MailLink,
  Mailbox,
  PortalEvent,
  World,
} from './portal.ts';

/** Adds what will happen, in the order of its hour; what was promised first comes first. */
function promise(world: World, due: Due | null): Pick<World, 'due' | 'promised'> {
  if (!due) return { due: world.due, promised: world.promised };
  const at = world.due.findIndex((other) => other.at > due.at);
  const place = at === -1 ? world.due.length : at;
  return {
    due: [...world.due.slice(0, place), due, ...world.due.slice(place)],
    promised: world.promised + 1,
  };
}

function fulfil(world: World, id: string | null): readonly Due[] {
  return world.due.filter((due) => due.id !== id);
}

function withMailbox(world: World, change: Partial<Mailbox>, screen = world.screen): World {
  return { ...world, screen, mailbox: { ...world.mailbox, ...change } };
}

function withMail(world: World, id: string, change: Partial<Mail>, screen = world.screen): World {
  const mails = world.mailbox.mails.map((mail) => (mail.id === id ? { ...mail, ...change } : mail));
  return withMailbox(world, { mails }, screen);
}

function moved(world: World, id: string, folder: Folder): World {
  return withMail(world, id, { folder }, world.screen === 'mail' ? 'inbox' : world.screen);
}

function withAccount(world: World, change: Partial<Account>, screen = world.screen): World {
  return { ...world, screen, account: { ...world.account, ...change } };
}

function withCode(world: World, change: Partial<CodeState>, screen = world.screen): World {
  return { ...world, screen, code: { ...world.code, ...change } };
}

function withBooth(world: World, change: Partial<Booth>, screen = world.screen): World {
  return { ...world, screen, booth: { ...world.booth, ...change } };
}

/** A session that ends takes the booth with it. */
function withoutSession(world: World, lost: boolean): World {
  return {
    ...world,
    account: { ...world.account, session: null, sessionLost: lost },
    booth: { ...world.booth, inside: false, contest: null },
  };
}

function linkOf({ what }: Due): MailLink | null {
  return what.kind === 'mail' ? what.link : null;
}

function sent(world: World, due: Due): Partial<Account> {
  const link = linkOf(due);
  if (!link) return {};
  const state: LinkState = { ...world.account[link.kind], sent: link.nth };
  return link.kind === 'activation' ? { activation: state } : { reset: state };
}

/**
 * The world after an event.
 * @param world the world before
 * @param event any event that `decide` gave, or that a journal kept; believed whatever it says
 */
export function evolve(world: World, event: PortalEvent): World {
  switch (event.type) {
    case 'ExerciseStarted':
      return worldOf(event);
    case 'TimePassed': {
      const { session } = world.account;
      return event.active && session
        ? {
            ...world,
            now: event.until,
            account: { ...world.account, session: { lastSeen: event.until } },
          }
        : { ...world, now: event.until };
    }
    case 'Consulted':
      return { ...world, screen: event.screen };
    case 'CapsLockChanged':
      return { ...world, capsLock: event.on };

    case 'NumenGiven':
      return { ...world, numenKnown: true };
    case 'HelpdeskAnswered':
      return { ...withMailbox(world, { identityKnown: true }), helpdeskCalled: true };
    case 'CaptchaShown':
      return { ...world, captchas: { ...world.captchas, [event.place]: event.nth } };
    case 'CaptchaAnswered':
      return withMailbox(world, { captchaPassed: true }, 'identifier-numen');
    case 'IdentityShown':
      return withMailbox(world, { identityKnown: true }, 'identity');
    case 'MailboxSignedIn':
      return withMailbox(world, { open: true }, 'inbox');
    case 'MailboxSignedOut':
      return withMailbox(world, { open: false, openMail: null }, 'mail-login');
    case 'MailboxPasswordChanged':
      return withMailbox(
        world,
        { secret: event.secret, open: false, openMail: null },
        'mail-login',
      );
    case 'MailboxPasswordReset':
      return withMailbox(world, { secret: 'numen', open: false, openMail: null }, 'mail-login');
    case 'MailSent':
      return { ...withAccount(world, sent(world, event.due)), ...promise(world, event.due) };
    case 'MailDelivered':
      return {
        ...withMailbox(world, {
          mails: [...world.mailbox.mails, event.mail],
          received: world.mailbox.received + 1,
          bounced: false,
        }),
        now: event.mail.at,
        due: fulfil(world, event.due),
      };
    case 'MailBounced':
      return {
        ...withMailbox(world, { bounced: true }),
        now: event.at,
        due: fulfil(world, event.due),
      };
    case 'MailOpened':
      return {
        ...withMailbox(
          withMail(world, event.mail, { read: true }),
          { openMail: event.mail },
          'mail',
        ),
      };
    case 'MailMoved':
      return moved(world, event.mail, event.folder);
    case 'MailDeleted':
      return moved(world, event.mail, 'bin');
    case 'MailRestored':
      return moved(world, event.mail, 'inbox');
    case 'BinEmptied':
      return withMailbox(world, {
        mails: world.mailbox.mails.filter(({ folder }) => folder !== 'bin'),
      });
    case 'FakeReported':
      return withMail(world, event.mail, { folder: 'bin' }, 'fake-explained');
    case 'GenuineReported':
      return world;
    case 'FakeAnswered':
    case 'FakeFollowed':
      return { ...world, screen: 'fake-explained' };
    case 'InnerBrowserOpened':
      return { ...world, innerBrowser: event.mail, screen: 'inner-browser' };
    case 'InnerBrowserLeft':
      return { ...world, innerBrowser: null };

    case 'WarningShown':
      return {
        ...world,
        warning: { wanted: event.wanted, settled: false },
        screen: 'certificate-warning',
      };
    case 'SiteLeft':
      return { ...world, warning: { wanted: null, settled: true }, screen: 'public-page' };
    case 'WarningOverridden':
      return {
        ...world,
        warning: { wanted: null, settled: true },
        screen: world.warning.wanted ?? 'sign-in',
      };
    case 'AddressGiven':
      return withAccount(
        world,
        { identified: event.known },
        event.known ? 'password' : 'account-mail-sent',
      );
    case 'AccountOpened':
      return withAccount(world, { state: 'pending', secret: event.secret }, 'account-mail-sent');
    case 'LinkFollowed': {
      const state = world.account[event.link.kind];
      const used: LinkState = { ...state, used: [...state.used, event.link.nth] };
      const change = event.link.kind === 'activation' ? { activation: used } : { reset: used };
      return withAccount(world, { ...change, choosing: event.link.kind }, 'choose-password');
    }
    case 'AccountConfirmed':
      return withAccount(world, { state: 'active', choosing: null }, 'account-confirmed');
    case 'PasswordChosen':
      return withAccount(world, {
        state: 'active',
        secret: event.secret,
        choosing: null,
        wrongPasswords: 0,
        lockedUntil: null,
      });
    case 'PasswordKept':
      return withAccount(
        world,
        { state: 'pending', secret: event.secret, choosing: 'challenge' },
        'choose-challenge',
      );
    case 'ChallengeChosen':
      return withAccount(
        world,
        {
          state: 'active',
          choosing: null,
          challenge: { question: event.question, secret: event.secret },
        },
        'account-confirmed',
      );
    case 'PasswordResetRequested':
      return { ...world, screen: 'reset-sent' };
    case 'PasswordMistaken':
      return withAccount(world, { wrongPasswords: event.times });
    case 'LockedOut':
      return withAccount(world, { lockedUntil: event.until, wrongPasswords: 0 });
    case 'SignedIn':
      return withAccount(
        world,
        {
          session: { lastSeen: world.now },
          sessionLost: false,
          identified: false,
          wrongPasswords: 0,
          lockedUntil: null,
        },
        'space',
      );
    case 'SignedOut':
      return { ...withoutSession(world, false), screen: 'sign-in' };
    case 'SessionEnded':
      return { ...withoutSession(world, true), now: event.at };

    case 'ProfileUpdateAsked':
      return { ...world, ...promise(world, event.due), profileUpdate: 'asked' };
    case 'ProfileUpdated':
      return { ...world, now: event.at, due: fulfil(world, event.due), profileUpdate: 'done' };
    case 'RollCorrectionAsked':
      return { ...world, ...promise(world, event.due), rollCorrection: 'asked' };
    case 'RollCorrected':
      return {
        ...world,
        ...promise({ ...world, due: fulfil(world, event.due) }, event.letter),
        now: event.at,
        rollCorrection: 'done',
        hiddenContests: world.hiddenContests.filter((id) => !event.contests.includes(id)),
      };

    case 'NoticeCollected':
      // What was handed over is not posted as well.
      return {
        ...withCode(world, { letter: 'sealed' }, 'letterbox'),
        due: world.due.filter(({ what }) => what.kind !== 'letter'),
      };
    case 'NoticeMissing':
      return world;
    case 'NoticeArrived':
      return {
        ...withCode(world, { letter: 'sealed' }),
        now: event.at,
        due: fulfil(world, event.due),
      };
    case 'EnvelopeOpened':
      return withCode(world, { letter: 'open', known: world.code.known ?? 0 }, 'notice');
    case 'NoticeLost':
      return withCode(
        world,
        { letter: 'lost', known: world.code.known === 0 ? null : world.code.known },
        'letterbox',
      );
    case 'VotingCodeShown':
      return withCode(world, { known: world.code.reissues }, 'new-code-shown');
    case 'VotingCodeReissued':
      return {
        ...withCode(
          world,
          { reissues: event.nth, oneTime: null },
          event.to === 'screen' ? 'new-code-shown' : 'new-code-sent',
        ),
        ...promise(world, event.due),
      };
    case 'SmsDelivered':
      return {
        ...withCode(world, { sms: [...world.code.sms, event.sms] }),
        now: event.sms.at,
        due: fulfil(world, event.due),
      };
    case 'SmsRead': {
      const read = world.code.sms.find(({ id }) => id === event.sms);
      const sms = world.code.sms.map((one) =>
        one.id === event.sms ? { ...one, read: true } : one,
      );
      // A one-time code opens no booth.
      if (read?.kind !== 'voting-code') return withCode(world, { sms });
      return withCode(world, { sms, known: Math.max(world.code.known ?? 0, read.nth) });
    }

    case 'OneTimeCodeAsked':
      return {
        ...withCode(
          world,
          {
            oneTimes: event.nth,
            oneTime: {
              nth: event.nth,
              channel: event.channel,
              askedAt: event.at,
              deliveredAt: null,
              accepted: false,
            },
          },
          'one-time-code',
        ),
        ...promise(world, event.due),
      };
    case 'OneTimeCodeDelivered': {
      const { oneTime } = world.code;
      return {
        ...withCode(world, { oneTime: oneTime ? { ...oneTime, deliveredAt: event.at } : null }),
        now: event.at,
        due: fulfil(world, event.due),
      };
    }
    case 'OneTimeCodeAccepted': {
      const { oneTime } = world.code;
      return withCode(
        world,
        { oneTime: oneTime ? { ...oneTime, accepted: true } : null },
        'new-code-regenerate',
      );
    }
    case 'VotingCodeNoted':
      return withCode(world, { known: world.code.reissues });

    case 'CodeMistaken':
      return withBooth(world, { wrongCodes: event.times });
    case 'BoothLocked':
      return withBooth(world, { lockedUntil: event.until, wrongCodes: 0 });
    case 'BoothEntered':
      return withBooth(
        world,
        { inside: true, contest: null, wrongCodes: 0, lockedUntil: null },
        'booth',
      );
    case 'ContestOpened':
      return withBooth(world, { contest: event.contest }, 'ballot');
    case 'RegisterMarked':
      return world;
    case 'BallotCast':
      return { ...world, cast: [...world.cast, event.contest] };
    case 'ReceiptIssued':
      return {
        ...world,
        screen: 'receipt',
        receipts: [...world.receipts, { contest: event.contest, at: event.at, kept: false }],
      };
    case 'ReceiptKept':
      return {
        ...world,
        receipts: world.receipts.map((one) =>
          one.contest === event.contest ? { ...one, kept: true } : one,
        ),
      };
    case 'BoothLeft':
      return withBooth(world, { inside: false, contest: null }, 'space');

    case 'PortalWentDown': {
      const dark = withoutSession(
        world,
        world.account.session !== null || world.account.sessionLost,
      );
      return {
        ...dark,
        ...promise({ ...world, due: fulfil(world, event.due) }, event.back),
        now: event.at,
        down: true,
      };
    }
    case 'PortalCameBack':
      return { ...world, now: event.at, due: fulfil(world, event.due), down: false };
    case 'VotingOpened':
    case 'VotingClosed':
    case 'ResultsPublished':
      return { ...world, now: event.at, due: fulfil(world, event.due) };
  }
}

/** The world an exercise begins with. */
export function worldOf(event: PortalEvent & { readonly type: 'ExerciseStarted' }): World {
  const link: LinkState = { sent: 0, used: [] };
  // An invitation that is in the box, or on its way to everybody, is the first link of its kind.
  const links = [...event.mails.map((mail) => mail.link), ...event.due.map(linkOf)];
  const invited = links.filter((one) => one?.kind === 'activation').length;
  return {
    setup: event.setup,
    persona: event.persona,
    incidents: event.incidents,
    now: event.at,
    screen: 'mail-login',
    due: event.due,
    promised: event.due.length,
    numenKnown: false,
    helpdeskCalled: false,
    mailbox: {
      open: false,
      secret: 'numen',
      captchaPassed: false,
      identityKnown: false,
      mails: event.mails,
      received: event.mails.length,
      openMail: null,
      bounced: false,
    },
    account: {
      state: 'none',
      secret: null,
      activation: { ...link, sent: invited },
      reset: link,
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
    hiddenContests: event.hiddenContests,
    captchas: { 'identifier-tool': 0, account: 0, 'sign-in': 0, 'new-code': 0 },
    down: false,
    capsLock: event.incidents.some(({ kind }) => kind === 'caps-lock'),
    innerBrowser: null,
    warning: { wanted: null, settled: false },
  };
}
