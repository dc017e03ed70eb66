// Chapter 1: the mailbox — finding one's identifier, getting in, finding what counts among what does not.
import {
  accept,
  captchaRefusal,
  identityRefusals,
  looksReal,
  missing,
  nextCaptcha,
  no,
  outside,
  portalDoor,
  realSecrets,
  refuse,
  tidy,
  typedTwice,
} from '../checks.ts';
import { deskOpen, incident } from '../clock.ts';
import type { CaptchaPlace, Edition } from '../edition.ts';
import type { Command, Decision, Desk, Mail, PortalEvent, SealedSecret, World } from '../portal.ts';
import type { Refusal } from '../refusals.ts';
import { academyOf, periodOf } from '../views.ts';

export function askForNumen(edition: Edition, world: World, desk: Desk): Decision {
  const hours = desk === 'secretariat' ? edition.desks.secretariat : edition.desks.helpdesk;
  return deskOpen(edition, world, hours) ? accept({ type: 'NumenGiven', desk }) : no('desk-closed');
}

/** The help desk tells how identifiers are made; never a code, never a password. */
export function callHelpdesk(edition: Edition, world: World): Decision {
  return deskOpen(edition, world, edition.desks.helpdesk)
    ? accept({ type: 'HelpdeskAnswered' })
    : no('desk-closed');
}

function hasTool(edition: Edition, world: World): boolean {
  return academyOf(edition, world).mailbox.identifierTool !== 'none';
}

export function answerCaptcha(edition: Edition, world: World, captcha: string): Decision {
  if (!hasTool(edition, world)) return no('not-offered');
  const empty = missing(['captcha', captcha]);
  if (empty.length > 0) return refuse(empty);
  const next = nextCaptcha(world, 'identifier-tool');
  const image = captchaRefusal(edition, world, 'identifier-tool', captcha);
  return image ? refuse([image], next) : accept({ type: 'CaptchaAnswered' }, next);
}

export function renewCaptcha(edition: Edition, world: World, place: CaptchaPlace): Decision {
  const offered =
    edition.captchas[place] !== null && (place !== 'identifier-tool' || hasTool(edition, world));
  return offered ? accept(nextCaptcha(world, place)) : no('not-offered');
}

export function lookUpIdentity(
  edition: Edition,
  world: World,
  numen: string,
  birthDate: string,
): Decision {
  if (!hasTool(edition, world)) return no('not-offered');
  if (!world.mailbox.captchaPassed) return no('captcha-first');
  const empty = missing(['numen', numen], ['birthDate', birthDate]);
  if (empty.length > 0) return refuse(empty);
  const refusals = identityRefusals(world.persona, numen, birthDate);
  return refusals.length > 0 ? refuse(refusals) : accept({ type: 'IdentityShown' });
}

export function signInToMailbox(world: World, user: string, password: SealedSecret): Decision {
  const empty = missing(['user', user], ['password', password]);
  if (empty.length > 0) return refuse(empty);
  const known = tidy(user).toLowerCase() === world.persona.user;
  const real: Refusal[] = [];
  if (!known && looksReal(user, world.persona)) real.push({ word: 'looks-real', field: 'user' });
  real.push(...realSecrets(['password', password]));
  if (real.length > 0) return refuse(real);
  const right = known && password.alias === world.mailbox.secret;
  return right ? accept({ type: 'MailboxSignedIn' }) : no('wrong-mailbox-credentials', 'password');
}

export function changeMailboxPassword(
  edition: Edition,
  world: World,
  command: Command & { readonly type: 'ChangeMailboxPassword' },
): Decision {
  const { current, password, confirmation } = command;
  const empty = missing(
    ['current', current],
    ['password', password],
    ['confirmation', confirmation],
  );
  if (empty.length > 0) return refuse(empty);
  const letters = password.upper || password.lower;
  const strong =
    password.length >= edition.limits.mailboxPasswordMin &&
    letters &&
    password.digit &&
    password.special;
  const weak: readonly Refusal[] = strong
    ? []
    : [{ word: 'weak-mailbox-password', field: 'password' }];
  const faults = [
    ...realSecrets(['current', current]),
    ...typedTwice(password, confirmation, weak),
  ];
  if (faults.length > 0) return refuse(faults);
  return current.alias === world.mailbox.secret
    ? accept({ type: 'MailboxPasswordChanged', secret: password.alias })
    : no('wrong-mailbox-credentials', 'current');
}

export function forgetMailboxPassword(world: World, numen: string, birthDate: string): Decision {
  const empty = missing(['numen', numen], ['birthDate', birthDate]);
  if (empty.length > 0) return refuse(empty);
  const refusals = identityRefusals(world.persona, numen, birthDate);
  return refusals.length > 0 ? refuse(refusals) : accept({ type: 'MailboxPasswordReset' });
}

export function signOutOfMailbox(world: World): Decision {
  return world.mailbox.open ? accept({ type: 'MailboxSignedOut' }) : no('not-in-mailbox');
}

/** Runs an answer on a mail that is there, in an open mailbox. */
function withMail(world: World, id: string, answer: (mail: Mail) => Decision): Decision {
  if (!world.mailbox.open) return no('not-in-mailbox');
  const mail = world.mailbox.mails.find((one) => one.id === id);
  return mail ? answer(mail) : no('no-such-mail', 'mail');
}

export function openMail(world: World, id: string): Decision {
  return withMail(world, id, () => accept({ type: 'MailOpened', mail: id }));
}

export function deleteMail(world: World, id: string): Decision {
  return withMail(world, id, (mail) =>
    mail.folder === 'bin' ? no('no-such-mail', 'mail') : accept({ type: 'MailDeleted', mail: id }),
  );
}

export function restoreMail(world: World, id: string): Decision {
  return withMail(world, id, (mail) =>
    mail.folder === 'bin' ? accept({ type: 'MailRestored', mail: id }) : no('no-such-mail', 'mail'),
  );
}

export function moveMail(world: World, command: Command & { readonly type: 'MoveMail' }): Decision {
  return withMail(world, command.mail, () =>
    accept({ type: 'MailMoved', mail: command.mail, folder: command.folder }),
  );
}

export function emptyBin(world: World): Decision {
  return world.mailbox.open ? accept({ type: 'BinEmptied' }) : no('not-in-mailbox');
}

export function reportFake(edition: Edition, world: World, id: string): Decision {
  return withMail(world, id, (mail) =>
    accept(
      edition.mails[mail.kind]?.fakeClue
        ? { type: 'FakeReported', mail: id }
        : { type: 'GenuineReported', mail: id },
    ),
  );
}

export function answerFake(edition: Edition, world: World, id: string): Decision {
  return withMail(world, id, (mail) =>
    edition.mails[mail.kind]?.fakeClue
      ? accept({ type: 'FakeAnswered', mail: id })
      : no('not-offered', 'mail'),
  );
}

/** A mail whose link has no token leads to a public page of the portal. */
function openPage(edition: Edition, world: World): Decision {
  const shut = world.down ? 'portal-down' : outside(periodOf(edition, world, 'portal'), world.now);
  if (shut) return no(shut);
  return accept({
    type: 'Consulted',
    screen: edition.screens['public-page'] ? 'public-page' : 'sign-in',
  });
}

/** Where a mail leads in a real browser: its link works once, and only the newest of its kind. */
function openLink(edition: Edition, world: World, { link, at }: Mail): Decision {
  if (!link) return openPage(edition, world);
  const period = link.kind === 'activation' ? 'accountOpening' : 'passwordReset';
  const door = portalDoor(edition, world, period);
  if (door) return no(door);
  const state = world.account[link.kind];
  // An open account is not opened again, even by a link that was asked for on the way and never followed.
  const opened = link.kind === 'activation' && world.account.state === 'active';
  if (opened || state.used.includes(link.nth)) return no('link-used', 'mail');
  if (link.nth < state.sent) return no('link-superseded', 'mail');
  if (world.now >= at + edition.limits.link) return no('link-expired', 'mail');
  const followed: PortalEvent = { type: 'LinkFollowed', link };
  if (link.kind === 'reset' || edition.accountOpening !== 'password-then-link')
    return accept(followed);
  return accept(followed, { type: 'AccountConfirmed' });
}

export function followLink(edition: Edition, world: World, id: string): Decision {
  return withMail(world, id, (mail) => {
    const text = edition.mails[mail.kind];
    const read: readonly PortalEvent[] = mail.read ? [] : [{ type: 'MailOpened', mail: id }];
    if (text?.fakeClue) return accept(...read, { type: 'FakeFollowed', mail: id });
    if (!text?.linkLabel) return no('no-such-mail', 'mail');
    if (incident(world, 'inner-browser'))
      return accept(...read, { type: 'InnerBrowserOpened', mail: id });
    const opened = openLink(edition, world, mail);
    return {
      events: opened.refusals.length > 0 ? opened.events : [...read, ...opened.events],
      refusals: opened.refusals,
    };
  });
}

/** « Ouvrir dans le navigateur »: the link goes on where it can come back. */
export function leaveInnerBrowser(edition: Edition, world: World): Decision {
  const mail = world.mailbox.mails.find(({ id }) => id === world.innerBrowser);
  if (!mail) return no('not-offered');
  const opened = openLink(edition, world, mail);
  return opened.refusals.length > 0
    ? opened
    : accept({ type: 'InnerBrowserLeft' }, ...opened.events);
}
