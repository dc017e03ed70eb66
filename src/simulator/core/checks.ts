// What a form says of what was typed, before anything is looked up.
import type { CaptchaPlace, Edition, Period, PeriodName } from './edition.ts';
import type { Decision, Persona, PortalEvent, SealedSecret, World } from './portal.ts';
import type { FieldName, Refusal, RefusalWord } from './refusals.ts';
import { captchaText, periodOf } from './views.ts';

export function accept(...events: readonly PortalEvent[]): Decision {
  return { events, refusals: [] };
}

/** A no, with what the portal remembers of the attempt. */
export function refuse(
  refusals: readonly Refusal[],
  ...remembered: readonly PortalEvent[]
): Decision {
  return { events: remembered, refusals };
}

/** A no for one reason. */
export function no(word: RefusalWord, field?: FieldName): Decision {
  return { events: [], refusals: [field ? { word, field } : { word }] };
}

/** Outside a half-open window: too early or too late. A window that does not exist is not offered. */
export function outside(
  period: Period | null,
  now: number,
): 'not-open-yet' | 'closed' | 'not-offered' | null {
  if (!period) return 'not-offered';
  if (now < period.opens) return 'not-open-yet';
  return now < period.closes ? null : 'closed';
}

/** An answer of a form, by its field. */
type Given = readonly [field: FieldName, answer: string | SealedSecret];

/**
 * Every field left empty, all at once. Asked before anything else of a form, also before its captcha:
 * an image should not be wasted on a form that was sent by mistake.
 */
export function missing(...answers: readonly Given[]): readonly Refusal[] {
  return answers
    .filter(([, answer]) =>
      typeof answer === 'string' ? tidy(answer) === '' : answer.length === 0,
    )
    .map(([field]) => ({ word: 'missing-answer', field }));
}

/** First the portal itself, then its hours, then the window of the thing asked. */
export function portalDoor(
  edition: Edition,
  world: World,
  window: PeriodName | null,
): RefusalWord | null {
  if (world.down) return 'portal-down';
  const shut = outside(periodOf(edition, world, 'portal'), world.now);
  if (shut) return shut;
  return window ? outside(periodOf(edition, world, window), world.now) : null;
}

/** Past its window but before the end of the vote, « closed » would be taken for the vote itself. */
export function reissueDoor(edition: Edition, world: World): RefusalWord | null {
  const door = portalDoor(edition, world, 'reissue');
  const voting = periodOf(edition, world, 'voting');
  return door === 'closed' && voting && world.now < voting.closes ? 'reissue-unavailable' : door;
}

/** Nobody signed in: said differently when a session has just ended by itself. */
export function sessionDoor(world: World): RefusalWord | null {
  if (world.account.session) return null;
  return world.account.sessionLost ? 'session-expired' : 'not-signed-in';
}

const numenPattern = /^\d{2}[A-Z]\d{7}[A-Z]{3}$/;

/** Spaces of every kind, and signs that cannot be seen, do not count: they come with copy and paste. */
export function tidy(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u200b-\u200f\u202a-\u202e\u2060\ufeff]+/g, '');
}

/** A lower-case NUMEN is accepted in a field. */
export function numenOf(text: string): string {
  return tidy(text).toUpperCase();
}

/** Form first: a prefix other than the never-issued 30 could be somebody's real NUMEN, and is not looked at further. */
export function numenForm(text: string): RefusalWord | null {
  const numen = numenOf(text);
  if (!numenPattern.test(numen)) return 'malformed-numen';
  return numen.startsWith('30') ? null : 'looks-real';
}

const monthLengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** `jj/mm/aaaa`, with the usual other separators; `null` when no such day exists. */
export function dateOf(text: string): string | null {
  const found = /^(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})$/.exec(tidy(text));
  if (!found) return null;
  const [day, month, year] = [Number(found[1]), Number(found[2]), Number(found[3])];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const length = month === 2 && !leap ? 28 : (monthLengths[month - 1] ?? 0);
  if (day < 1 || day > length || year < 1900) return null;
  return `${String(day).padStart(2, '0')}/${String(month).padStart(2, '0')}/${year}`;
}

/**
 * A date near the persona's (same year, or same day and month) is a slip of the finger, to be answered as wrong;
 * any other could be the reader's own, and is turned away unread.
 */
export function birthDateForm(text: string, persona: Persona): RefusalWord | null {
  const date = dateOf(text);
  if (!date) return 'malformed-date';
  const near =
    date.slice(6) === persona.birthDate.slice(6) ||
    date.slice(0, 5) === persona.birthDate.slice(0, 5);
  return near ? null : 'looks-real';
}

/** Identity fields, all at once. `wrong` is asked only when the form of both is right. */
export function identityRefusals(
  persona: Persona,
  numen: string,
  birthDate: string,
): readonly Refusal[] {
  const form: Refusal[] = [];
  const numenWord = numenForm(numen);
  const dateWord = birthDateForm(birthDate, persona);
  if (numenWord) form.push({ word: numenWord, field: 'numen' });
  if (dateWord) form.push({ word: dateWord, field: 'birthDate' });
  if (form.length > 0) return form;
  const wrong: Refusal[] = [];
  if (numenOf(numen) !== persona.numen) wrong.push({ word: 'unknown-numen', field: 'numen' });
  if (dateOf(birthDate) !== persona.birthDate)
    wrong.push({ word: 'wrong-birth-date', field: 'birthDate' });
  return wrong;
}

/** Case does not matter in an address. */
export function addressOf(text: string): string {
  return tidy(text).toLowerCase();
}

/** Only addresses that cannot exist (`.example`) go any further. */
export function addressForm(text: string): RefusalWord | null {
  const address = addressOf(text);
  if (!/^[^@]+@[^@]+\.[^@.]+$/.test(address)) return 'malformed-address';
  return address.endsWith('.example') ? null : 'looks-real';
}

/** A user name that could be somebody's real address, NUMEN or phone: turned away unread. */
export function looksReal(text: string, persona: Persona): boolean {
  if (text.includes('@')) return addressForm(text) === 'looks-real';
  if (numenForm(text) === 'looks-real') return true;
  const phone = phoneOf(text);
  return phone !== null && phone !== persona.phone && phone !== persona.otherPhone;
}

/** Ten digits; `null` when it is no French number. */
export function phoneOf(text: string): string | null {
  const plain = tidy(text)
    .replace(/[().\-/]/g, '')
    .replace(/^(\+33|0033)0?/, '0');
  return /^0[1-9]\d{8}$/.test(plain) ? plain : null;
}

/** The exercise takes the persona's two numbers; any other mobile could be real. */
export function phoneForm(text: string, persona: Persona): RefusalWord | null {
  const phone = phoneOf(text);
  if (!phone) return /^(\+|00)(?!33)\d{6,}/.test(tidy(text)) ? 'foreign-phone' : 'malformed-phone';
  if (!/^0[67]/.test(phone)) return 'not-a-mobile';
  return phone === persona.phone || phone === persona.otherPhone ? null : 'looks-real';
}

/** Every fault of a new password, in the order of the edition's sentence. */
export function passwordFaults(edition: Edition, secret: SealedSecret): readonly Refusal[] {
  const rule = edition.password;
  const faults: RefusalWord[] = [];
  if (secret.length < rule.min) faults.push('password-too-short');
  if (rule.max !== null && secret.length > rule.max) faults.push('password-too-long');
  if (rule.lower && !secret.lower) faults.push('password-without-lower');
  if (rule.upper && !secret.upper) faults.push('password-without-upper');
  if (rule.digit && !secret.digit) faults.push('password-without-digit');
  if (rule.special && !secret.special) faults.push('password-without-special');
  if (rule.differsFromAddress && secret.isAddress) faults.push('password-equals-address');
  return faults.map((word) => ({ word, field: 'password' }));
}

/** A new password typed twice. */
export function newPasswordRefusals(
  edition: Edition,
  password: SealedSecret,
  confirmation: SealedSecret,
): readonly Refusal[] {
  const faults = [...passwordFaults(edition, password)];
  if (password.alias !== confirmation.alias)
    faults.push({ word: 'passwords-differ', field: 'confirmation' });
  return faults;
}

/** Case matters in mixed letters; two words may stand apart by more than one space. */
export function captchaRight(
  edition: Edition,
  world: World,
  place: CaptchaPlace,
  answer: string,
): boolean {
  const shown = captchaText(edition, world, place);
  const typed = answer.normalize('NFKC').trim().replace(/\s+/g, ' ');
  return edition.captchas[place] === 'letters' ? typed === shown : typed.toLowerCase() === shown;
}

/** The next image of that place. */
export function nextCaptcha(world: World, place: CaptchaPlace): PortalEvent {
  return { type: 'CaptchaShown', place, nth: world.captchas[place] + 1 };
}
