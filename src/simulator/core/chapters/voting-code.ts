// Chapter 4: the voting code — the letter, and what somebody does who has no letter.
import {
  accept,
  captchaRight,
  identityRefusals,
  missing,
  nextCaptcha,
  no,
  outside,
  phoneForm,
  phoneOf,
  reissueDoor,
  refuse,
  sessionDoor,
} from '../checks.ts';
import { deskOpen, incident, later, mailLater } from '../clock.ts';
import type { Edition } from '../edition.ts';
import type { Command, Decision, PortalEvent, World } from '../portal.ts';
import type { Refusal } from '../refusals.ts';
import { periodOf } from '../views.ts';

/** The letter is handed over at work, in its window, against a signature. */
export function collectNotice(edition: Edition, world: World): Decision {
  const shut = outside(periodOf(edition, world, 'notice'), world.now);
  if (shut) return no(shut);
  if (!deskOpen(edition, world, edition.desks.secretariat)) return no('desk-closed');
  if (world.code.letter !== 'none') return no('already-asked');
  const missing = incident(world, 'letter-lost') ?? incident(world, 'letter-posted');
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
  const empty = missing(
    ['phone', command.phone],
    ['numen', command.numen],
    ['birthDate', command.birthDate],
    ...(asked ? ([['captcha', command.captcha]] as const) : []),
  );
  if (empty.length > 0) return refuse(empty);
  const next = nextCaptcha(world, 'new-code');
  if (
    edition.captchas['new-code'] !== null &&
    !captchaRight(edition, world, 'new-code', command.captcha)
  ) {
    return refuse([{ word: 'wrong-captcha', field: 'captcha' }], next);
  }
  const phoneWord = phoneForm(command.phone, persona);
  const identity = identityRefusals(persona, command.numen, command.birthDate);
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
  const own = phoneOf(command.phone) === persona.phone;
  const due = own ? later(world, edition.delays.sms, 'sms', { kind: 'sms', nth }) : null;
  const reissued: PortalEvent = { type: 'VotingCodeReissued', nth, to: own ? 'own' : 'other', due };
  const promised = { ...world, promised: world.promised + (due ? 1 : 0) };
  return accept(...outOfBooth(world), reissued, next, {
    type: 'MailSent',
    due: mailLater(edition, promised, 'new-code-confirmation', null),
  });
}

export function requestVotingCode(
  edition: Edition,
  world: World,
  command: Command & { readonly type: 'RequestVotingCode' },
): Decision {
  const door = reissueDoor(edition, world) ?? sessionDoor(world);
  if (door) return no(door);
  switch (edition.reissue) {
    case 'shown-again':
      return incident(world, 'reissue-fails')
        ? no('reissue-unavailable')
        : accept(...outOfBooth(world), { type: 'VotingCodeShown' });
    case 'sms':
      return newCodeBySms(edition, world, command);
  }
}

export function readSms(world: World, id: string): Decision {
  return world.code.sms.some((sms) => sms.id === id)
    ? accept({ type: 'SmsRead', sms: id })
    : no('not-offered');
}
