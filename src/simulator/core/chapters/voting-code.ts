// Chapter 4: the voting code — the letter, and what somebody does who has no letter.
import {
  accept,
  captchaRefusal,
  identityRefusals,
  looksReal,
  missing,
  nextCaptcha,
  no,
  numenForm,
  numenOf,
  outside,
  phoneForm,
  phoneOf,
  realSecrets,
  reissueDoor,
  refuse,
  sessionDoor,
  tidy,
} from '../checks.ts';
import { deskOpen, incident, later, mailLater } from '../clock.ts';
import type { Edition } from '../edition.ts';
import type { Command, Decision, PortalEvent, World } from '../portal.ts';
import type { Refusal, RefusalWord } from '../refusals.ts';
import { isListed, isNoticePosted, oneTimeCodeText, periodOf } from '../views.ts';

/** The letter is handed over at work, in its window, against a signature. */
export function collectNotice(edition: Edition, world: World): Decision {
  const shut = outside(periodOf(edition, world, 'notice'), world.now);
  if (shut) return no(shut);
  if (!deskOpen(edition, world, edition.desks.secretariat)) return no('desk-closed');
  if (world.code.letter !== 'none') return no('already-asked');
  const missing =
    !isListed(world) ||
    isNoticePosted(edition, world) ||
    incident(world, 'letter-lost') !== undefined ||
    incident(world, 'letter-posted') !== undefined;
  return accept(missing ? { type: 'NoticeMissing' } : { type: 'NoticeCollected' });
}

export function openEnvelope(world: World): Decision {
  return world.code.letter === 'sealed' ? accept({ type: 'EnvelopeOpened' }) : no('not-offered');
}

export function loseNotice(world: World): Decision {
  const { letter } = world.code;
  return letter === 'sealed' || letter === 'open'
    ? accept({ type: 'NoticeLost' })
    : no('not-offered');
}

/** Asking from the booth leaves the booth. */
function outOfBooth(world: World): readonly PortalEvent[] {
  return world.booth.inside ? [{ type: 'BoothLeft', why: 'new-code' }] : [];
}

function newCodeBySms(
  edition: Edition,
  world: World,
  command: Command & { readonly type: 'RequestVotingCode' },
): Decision {
  const { persona } = world;
  const asked = edition.captchas['new-code'] !== null;
  const { phone, numen, birthDate, captcha } = command;
  const empty = [
    ...missing(['phone', phone], ['numen', numen], ['birthDate', birthDate]),
    ...(asked ? missing(['captcha', captcha]) : []),
  ];
  if (empty.length > 0) return refuse(empty);
  const next = nextCaptcha(world, 'new-code');
  const image = captchaRefusal(edition, world, 'new-code', captcha);
  if (image) return refuse([image], next);
  const phoneWord = phoneForm(phone, persona);
  const identity = identityRefusals(persona, numen, birthDate);
  const wrongOnly = identity.every(
    ({ word }) => word === 'unknown-numen' || word === 'wrong-birth-date',
  );
  // Malformed answers come first, all of them; what is well formed but wrong waits for the next stage.
  const malformed: readonly Refusal[] = [
    ...(phoneWord ? [{ word: phoneWord, field: 'phone' } satisfies Refusal] : []),
    ...(wrongOnly ? [] : identity),
  ];
  if (malformed.length > 0) return refuse(malformed, next);
  if (identity.length > 0) return refuse(identity, next);
  if (edition.limits.reissues !== null && world.code.reissues >= edition.limits.reissues) {
    return refuse([{ word: 'no-reissue-left' }], next);
  }
  if (incident(world, 'reissue-fails')) return refuse([{ word: 'reissue-unavailable' }], next);
  const nth = world.code.reissues + 1;
  const own = phoneOf(phone) === persona.phone;
  const due = own
    ? later(world, edition.delays.sms, { name: 'sms', nth }, { kind: 'sms', nth })
    : null;
  const reissued: PortalEvent = { type: 'VotingCodeReissued', nth, to: own ? 'own' : 'other', due };
  const promised = { ...world, promised: world.promised + (due ? 1 : 0) };
  return accept(...outOfBooth(world), reissued, next, {
    type: 'MailSent',
    due: mailLater(edition, promised, 'new-code-confirmation', null, nth),
  });
}

export function requestVotingCode(
  edition: Edition,
  world: World,
  command: Command & { readonly type: 'RequestVotingCode' },
): Decision {
  const door = reissueDoor(edition, world) ?? sessionDoor(world);
  if (door) return no(door);
  if (edition.reissue !== 'challenge' && !isListed(world)) return no('not-on-roll');
  switch (edition.reissue) {
    case 'shown-again':
      return incident(world, 'reissue-fails')
        ? no('reissue-unavailable')
        : accept(...outOfBooth(world), { type: 'VotingCodeShown' });
    case 'sms':
      return newCodeBySms(edition, world, command);
    case 'challenge':
      return no('not-offered');
  }
}

/** Chapter's door where a new code is won by the answer to one's own question. */
function challengeDoor(edition: Edition, world: World): RefusalWord | null {
  if (edition.reissue !== 'challenge') return 'not-offered';
  const door = reissueDoor(edition, world);
  if (door) return door;
  // Nobody is signed in without an active account, but the account's own state is the better answer.
  if (world.account.state !== 'active') return 'account-not-active';
  return sessionDoor(world) ?? (isListed(world) ? null : 'not-on-roll');
}

/** The answer and the NUMEN bring a one-time code, by text message or by mail. */
export function answerChallenge(
  edition: Edition,
  world: World,
  command: Command & { readonly type: 'AnswerChallenge' },
): Decision {
  const door = challengeDoor(edition, world);
  if (door) return no(door);
  const empty = missing(['answer', command.answer], ['numen', command.numen]);
  if (empty.length > 0) return refuse(empty);
  const form = numenForm(command.numen, world.persona);
  const malformed: Refusal[] = [...realSecrets(['answer', command.answer])];
  if (form) malformed.push({ word: form, field: 'numen' });
  if (malformed.length > 0) return refuse(malformed);
  const wrong: Refusal[] = [];
  if (command.answer.alias !== world.account.challenge?.secret) {
    wrong.push({ word: 'wrong-challenge-answer', field: 'answer' });
  }
  if (numenOf(command.numen) !== world.persona.numen) {
    wrong.push({ word: 'unknown-numen', field: 'numen' });
  }
  if (wrong.length > 0) return refuse(wrong);
  if (incident(world, 'reissue-fails')) return no('reissue-unavailable');
  const { channel } = command;
  // Numbered among themselves: never twice the same digits, and the same ones whatever else was asked for.
  const nth = world.code.oneTimes + 1;
  const delay = channel === 'sms' ? edition.delays.sms : edition.delays.mail;
  const what = { kind: 'one-time-code', nth, channel } as const;
  const due = later(world, delay, { name: 'one-time-code', nth }, what);
  return accept(...outOfBooth(world), {
    type: 'OneTimeCodeAsked',
    nth,
    channel,
    at: world.now,
    due,
  });
}

/** Good once, and not for long. */
export function giveOneTimeCode(edition: Edition, world: World, code: string): Decision {
  const door = challengeDoor(edition, world);
  if (door) return no(door);
  const { oneTime } = world.code;
  if (!oneTime) return no('not-offered');
  const empty = missing(['code', code]);
  if (empty.length > 0) return refuse(empty);
  if (tidy(code) !== oneTimeCodeText(world, oneTime.nth))
    return no(looksReal(code, world.persona) ? 'looks-real' : 'wrong-one-time-code', 'code');
  // Nobody can have read what has not come yet, even where its life begins when it is sent.
  const { askedAt, deliveredAt } = oneTime;
  if (deliveredAt === null) return no('one-time-code-expired', 'code');
  const from = incident(world, 'one-time-code-short') ? askedAt : deliveredAt;
  return world.now < from + edition.limits.oneTimeCode
    ? accept({ type: 'OneTimeCodeAccepted' })
    : no('one-time-code-expired', 'code');
}

/** The new code is shown once, on the screen; the old one is dead. */
export function regenerateVotingCode(edition: Edition, world: World): Decision {
  const door = challengeDoor(edition, world);
  if (door) return no(door);
  if (!world.code.oneTime?.accepted) return no('not-offered');
  return accept({
    type: 'VotingCodeReissued',
    nth: world.code.reissues + 1,
    to: 'screen',
    due: null,
  });
}

/** What was not noted while it stood there is gone. */
export function noteVotingCode(world: World): Decision {
  return world.screen === 'new-code-shown' && world.code.reissues > 0
    ? accept({ type: 'VotingCodeNoted' })
    : no('not-offered');
}

export function readSms(world: World, id: string): Decision {
  return world.code.sms.some((sms) => sms.id === id)
    ? accept({ type: 'SmsRead', sms: id })
    : no('not-offered');
}
