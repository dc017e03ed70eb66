// Chapter 2: the voter account — opening it, signing in, starting again with a new password.
import {
  accept,
  addressForm,
  addressOf,
  captchaRefusal,
  missing,
  nextCaptcha,
  no,
  passwordFaults,
  portalDoor,
  realSecrets,
  refuse,
  typedTwice,
} from '../checks.ts';
import { mailLater } from '../clock.ts';
import type { CaptchaPlace, Edition, LinkKind } from '../edition.ts';
import type { Command, Decision, PortalEvent, SealedSecret, World } from '../portal.ts';
import type { Refusal, RefusalWord } from '../refusals.ts';

/** An address typed in a form; `null` when it is the voter's own. */
function addressRefusal(world: World, address: string): RefusalWord | null {
  return (
    addressForm(address, world.persona) ??
    (addressOf(address) === world.persona.address ? null : 'unknown-address')
  );
}

function newPassword(edition: Edition, password: SealedSecret, confirmation: SealedSecret) {
  return typedTwice(password, confirmation, passwordFaults(edition, password));
}

/** A link by mail; the former of its kind dies with it. */
function linkByMail(edition: Edition, world: World, kind: LinkKind): PortalEvent {
  const mail = Object.values(edition.mails).find(({ link }) => link === kind);
  return {
    type: 'MailSent',
    due: mailLater(edition, world, mail?.kind ?? kind, { kind, nth: world.account[kind].sent + 1 }),
  };
}

/** What an image says, where the edition has one in that place, and the image that comes next. */
function atImage(edition: Edition, world: World, place: CaptchaPlace, answer: string) {
  if (edition.captchas[place] === null) return { empty: [], wrong: [], next: [] };
  const wrong = captchaRefusal(edition, world, place, answer);
  return {
    empty: missing(['captcha', answer]),
    wrong: wrong ? [wrong] : [],
    next: [nextCaptcha(world, place)],
  };
}

export function openAccount(
  edition: Edition,
  world: World,
  command: Command & { readonly type: 'OpenAccount' },
): Decision {
  if (edition.accountOpening !== 'password-then-link') return no('not-offered');
  const door = portalDoor(edition, world, 'accountOpening');
  if (door) return no(door);
  const image = atImage(edition, world, 'account', command.captcha);
  const empty = [
    ...missing(
      ['address', command.address],
      ['password', command.password],
      ['confirmation', command.confirmation],
    ),
    ...image.empty,
  ];
  if (empty.length > 0) return refuse(empty);
  if (image.wrong.length > 0) return refuse(image.wrong, ...image.next);
  const form = addressForm(command.address, world.persona);
  const faults: Refusal[] = form ? [{ word: form, field: 'address' }] : [];
  faults.push(...newPassword(edition, command.password, command.confirmation));
  if (faults.length > 0) return refuse(faults, ...image.next);
  const wrong = addressRefusal(world, command.address);
  if (wrong) return refuse([{ word: wrong, field: 'address' }], ...image.next);
  if (world.account.state === 'active')
    return refuse([{ word: 'account-exists', field: 'address' }], ...image.next);
  return accept(
    { type: 'AccountOpened', secret: command.password.alias },
    ...image.next,
    linkByMail(edition, world, 'activation'),
  );
}

export function giveAddress(
  edition: Edition,
  world: World,
  { address, captcha }: Command & { readonly type: 'GiveAddress' },
): Decision {
  if (edition.signInForm !== 'address-then-password') return no('not-offered');
  const door = portalDoor(edition, world, null);
  if (door) return no(door);
  const image = atImage(edition, world, 'sign-in', captcha);
  const empty = [...missing(['address', address]), ...image.empty];
  if (empty.length > 0) return refuse(empty);
  if (image.wrong.length > 0) return refuse(image.wrong, ...image.next);
  const refusal = addressRefusal(world, address);
  if (refusal) return refuse([{ word: refusal, field: 'address' }], ...image.next);
  if (world.account.state === 'active') {
    return accept({ type: 'AddressGiven', known: true }, ...image.next);
  }
  const shut = portalDoor(edition, world, 'accountOpening');
  if (shut) return refuse([{ word: shut }], ...image.next);
  return accept(
    ...image.next,
    { type: 'AddressGiven', known: false },
    linkByMail(edition, world, 'activation'),
  );
}

export function choosePassword(
  edition: Edition,
  world: World,
  password: SealedSecret,
  confirmation: SealedSecret,
): Decision {
  const { choosing } = world.account;
  if (choosing !== 'activation' && choosing !== 'reset') return no('not-offered');
  const door = portalDoor(
    edition,
    world,
    choosing === 'activation' ? 'accountOpening' : 'passwordReset',
  );
  if (door) return no(door);
  const empty = missing(['password', password], ['confirmation', confirmation]);
  if (empty.length > 0) return refuse(empty);
  const faults = newPassword(edition, password, confirmation);
  if (faults.length > 0) return refuse(faults);
  if (choosing === 'activation' && edition.challenges.length > 0) {
    return accept({ type: 'PasswordKept', secret: password.alias });
  }
  return accept(
    { type: 'PasswordChosen', secret: password.alias, by: choosing },
    {
      type: 'Consulted',
      // Past a reset, a captcha stands before the password again.
      screen:
        edition.signInForm === 'one-page' || edition.captchas['sign-in'] !== null
          ? 'sign-in'
          : 'password',
    },
  );
}

/** The last step of an account that has a question of its own. */
export function chooseChallenge(
  edition: Edition,
  world: World,
  { question, answer }: Command & { readonly type: 'ChooseChallenge' },
): Decision {
  if (world.account.choosing !== 'challenge') return no('not-offered');
  const door = portalDoor(edition, world, 'accountOpening');
  if (door) return no(door);
  const chosen = edition.challenges[question] ?? '';
  const empty = missing(['question', chosen], ['answer', answer]);
  if (empty.length > 0) return refuse(empty);
  const real = realSecrets(['answer', answer]);
  if (real.length > 0) return refuse(real);
  return accept({ type: 'ChallengeChosen', question, secret: answer.alias });
}

export function requestPasswordReset(edition: Edition, world: World, address: string): Decision {
  const door = portalDoor(edition, world, 'passwordReset');
  if (door) return no(door);
  const empty = missing(['address', address]);
  if (empty.length > 0) return refuse(empty);
  const refusal = addressRefusal(world, address);
  if (refusal) return no(refusal, 'address');
  switch (world.account.state) {
    case 'none':
      return no('unknown-address', 'address');
    case 'pending':
      return no('account-not-confirmed', 'address');
    case 'active':
      return accept({ type: 'PasswordResetRequested' }, linkByMail(edition, world, 'reset'));
  }
}

export function signIn(
  edition: Edition,
  world: World,
  address: string,
  password: SealedSecret,
): Decision {
  const door = portalDoor(edition, world, null);
  if (door) return no(door);
  const empty = missing(['address', address], ['password', password]);
  if (empty.length > 0) return refuse(empty);
  if (edition.captchas['sign-in'] !== null && !world.account.identified) return no('captcha-first');
  const form = addressForm(address, world.persona);
  const faults: Refusal[] = form ? [{ word: form, field: 'address' }] : [];
  faults.push(...realSecrets(['password', password]));
  if (faults.length > 0) return refuse(faults);
  if (addressOf(address) !== world.persona.address || world.account.state === 'none')
    return no('unknown-address', 'address');
  if (world.account.state === 'pending') return no('account-not-confirmed', 'address');
  // A locked door examines nothing: were the password looked at first, the lock would tell whether it is right.
  if (world.now < (world.account.lockedUntil ?? 0)) return no('locked-out');
  if (password.alias === world.account.secret) return accept({ type: 'SignedIn' });
  const times = world.account.wrongPasswords + 1;
  const mistaken: PortalEvent = { type: 'PasswordMistaken', times };
  if (times < edition.limits.wrongPasswords)
    return refuse([{ word: 'wrong-password', field: 'password' }], mistaken);
  return refuse([{ word: 'wrong-password', field: 'password' }, { word: 'locked-out' }], mistaken, {
    type: 'LockedOut',
    until: world.now + edition.limits.lock,
  });
}

export function signOut(world: World): Decision {
  return world.account.session ? accept({ type: 'SignedOut' }) : no('not-signed-in');
}

/** The safe answer to a certificate warning: go away and ask. */
export function leaveSite(world: World): Decision {
  return world.warning.wanted !== null ? accept({ type: 'SiteLeft' }) : no('not-offered');
}

/** What a tutorial of the time advised; the exercise says at once why not. */
export function overrideWarning(world: World): Decision {
  return world.warning.wanted !== null ? accept({ type: 'WarningOverridden' }) : no('not-offered');
}
