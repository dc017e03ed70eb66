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

/** Signs that nobody sees: marks of direction, zero widths, soft hyphens, controls. They come with copy and paste. */
const unseen = /[\p{Cf}\p{Cc}]/gu;

/** Nothing to tidy: most of what is typed, and worth asking first, as every form does it. */
const plain = /^[!-~]*$/;

/** Neither spaces of any kind nor signs that cannot be seen count; full-width letters and digits are plain ones. */
export function tidy(text: string): string {
  return plain.test(text) ? text : text.normalize('NFKC').replace(/[\s\p{Cf}\p{Cc}]/gu, '');
}

const numenPattern = /^\d{2}[A-Z]\d{7}[A-Z]{3}$/;

/** A lower-case NUMEN is accepted in a field, and so is one written in groups. */
export function numenOf(text: string): string {
  return tidy(text)
    .replace(/[\p{Pd}.]/gu, '')
    .toUpperCase();
}

/** A prefix other than the never-issued 30 could be somebody's real NUMEN, and is not looked at further. */
export function numenForm(text: string, persona: Persona): RefusalWord | null {
  if (looksReal(text, persona)) return 'looks-real';
  return numenPattern.test(numenOf(text)) ? null : 'malformed-numen';
}

const monthLengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function dayOf(text: string): string | null {
  const found = /^(?:(\d{1,2})[/.\p{Pd}](\d{1,2})[/.\p{Pd}]|(\d\d)(\d\d))(\d{4})$/u.exec(text);
  if (!found) return null;
  const [day, month] = [Number(found[1] ?? found[3]), Number(found[2] ?? found[4])];
  const year = Number(found[5]);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const length = month === 2 && !leap ? 28 : (monthLengths[month - 1] ?? 0);
  if (day < 1 || day > length || year < 1900) return null;
  return `${String(day).padStart(2, '0')}/${String(month).padStart(2, '0')}/${year}`;
}

/** `jj/mm/aaaa`, with the usual other separators, or none; `null` when no such day exists. */
export function dateOf(text: string): string | null {
  const spaced = text.normalize('NFKC').replace(unseen, '').trim().replace(/\s+/g, '/');
  return dayOf(tidy(text)) ?? dayOf(spaced);
}

/** Same year, or same day and month: a slip of the finger, to be answered as wrong. Any other could be the reader's own. */
function isNear(date: string, { birthDate }: Persona): boolean {
  return date.slice(6) === birthDate.slice(6) || date.slice(0, 5) === birthDate.slice(0, 5);
}

export function birthDateForm(text: string, persona: Persona): RefusalWord | null {
  const date = dateOf(text);
  if (date) return isNear(date, persona) ? null : 'looks-real';
  return looksReal(text, persona) ? 'looks-real' : 'malformed-date';
}

/** Identity fields, all at once. `wrong` is asked only when the form of both is right. */
export function identityRefusals(
  persona: Persona,
  numen: string,
  birthDate: string,
): readonly Refusal[] {
  const form: Refusal[] = [];
  const numenWord = numenForm(numen, persona);
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

/** As the academies write them: no accent, nothing around. */
const addressPattern = /^[a-z\d._%+'-]{1,64}@(?:[a-z\d-]{1,63}\.){1,8}[a-z]{2,63}$/;

/** Only addresses that cannot exist (`.example`) go any further. */
export function addressForm(text: string, persona: Persona): RefusalWord | null {
  const address = addressOf(text);
  if (addressPattern.test(address)) return address.endsWith('.example') ? null : 'looks-real';
  return looksReal(text, persona) ? 'looks-real' : 'malformed-address';
}

/** Alias of a secret that could be somebody's own: turned away wherever it is typed, remembered nowhere. */
export const realAlias = 'looks-real';

function* found(pattern: RegExp, text: string): Generator<string> {
  for (const [whole, part = whole] of text.matchAll(pattern)) yield part;
}

// No look-behind: the oldest Safari that we promise does not know it.
const hostsIn = /[^\s@]@((?:[\p{L}\d-]+\.)+\p{L}{2,})(?![\p{L}\d-])/gu;
const numensIn = /(\d{2}[A-Z]\d{7}[A-Z]{3})/g;
const datesIn = /(?:^|\D)(\d{8}|\d{1,2}[/.\p{Pd}]\d{1,2}[/.\p{Pd}]\d{4})(?!\d)/gu;
const phonesIn = /(?:^|[^\d+])((?:0|\+330?|00330?)[1-9]\d{8}|(?:\+|00)(?!33)[1-9]\d{7,14})(?!\d)/g;

/**
 * What holds somebody's own address, NUMEN, phone or birth date, whatever field it was typed in: turned away unread.
 */
export function looksReal(text: string, persona: Persona): boolean {
  // Two addresses stay two: spaces count here.
  const visible = text.normalize('NFKC').replace(unseen, '').toLowerCase();
  for (const host of found(hostsIn, visible)) if (!host.endsWith('.example')) return true;
  for (const numen of found(numensIn, numenOf(text))) if (!numen.startsWith('30')) return true;
  const joined = tidy(text);
  for (const date of found(datesIn, joined)) {
    const day = dayOf(date);
    if (day && !isNear(day, persona)) return true;
  }
  const own = [persona.phone, persona.otherPhone];
  for (const phone of found(phonesIn, dialled(joined)))
    if (!own.includes(phoneOf(phone) ?? phone)) return true;
  return false;
}

/** Secrets that could be somebody's own, each at its field. */
export function realSecrets(
  ...secrets: readonly (readonly [field: FieldName, secret: SealedSecret])[]
): readonly Refusal[] {
  return secrets
    .filter(([, { alias }]) => alias === realAlias)
    .map(([field]) => ({ word: 'looks-real', field }));
}

/** A number without the signs that people write between its digits. */
function dialled(text: string): string {
  return tidy(text).replace(/[()./\p{Pd}]/gu, '');
}

/** Ten digits; `null` when it is no French number. */
export function phoneOf(text: string): string | null {
  const plain = dialled(text).replace(/^(\+33|0033)0?/, '0');
  return /^0[1-9]\d{8}$/.test(plain) ? plain : null;
}

/** The exercise takes the persona's two numbers; any other mobile could be real. */
export function phoneForm(text: string, persona: Persona): RefusalWord | null {
  const phone = phoneOf(text);
  if (phone && !/^0[67]/.test(phone)) return 'not-a-mobile';
  if (/^(\+|00)(?!33)[1-9]\d{5,14}$/.test(dialled(text))) return 'foreign-phone';
  if (looksReal(text, persona)) return 'looks-real';
  return phone ? null : 'malformed-phone';
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

/** A new secret typed twice; what could be somebody's own is not measured against the rule. */
export function typedTwice(
  password: SealedSecret,
  confirmation: SealedSecret,
  faults: readonly Refusal[],
): readonly Refusal[] {
  const real = realSecrets(['password', password], ['confirmation', confirmation]);
  const measured = password.alias === realAlias ? [] : faults;
  const differ: readonly Refusal[] =
    real.length === 0 && password.alias !== confirmation.alias
      ? [{ word: 'passwords-differ', field: 'confirmation' }]
      : [];
  return [...measured, ...real, ...differ];
}

/** Case matters in mixed letters; spaces count only in an image of two words. */
function captchaRight(
  edition: Edition,
  world: World,
  place: CaptchaPlace,
  answer: string,
): boolean {
  const shown = captchaText(edition, world, place);
  const words = answer.normalize('NFKC').replace(unseen, '').trim().replace(/\s+/g, ' ');
  const typed = shown.includes(' ') ? words : tidy(answer);
  return edition.captchas[place] === 'letters' ? typed === shown : typed.toLowerCase() === shown;
}

/** What stands at the image's field; `null` when it was read right, or when nothing is asked there. */
export function captchaRefusal(
  edition: Edition,
  world: World,
  place: CaptchaPlace,
  answer: string,
): Refusal | null {
  if (edition.captchas[place] === null || captchaRight(edition, world, place, answer)) return null;
  const word = looksReal(answer, world.persona) ? 'looks-real' : 'wrong-captcha';
  return { word, field: 'captcha' };
}

/** The next image of that place. */
export function nextCaptcha(world: World, place: CaptchaPlace): PortalEvent {
  return { type: 'CaptchaShown', place, nth: world.captchas[place] + 1 };
}
