// What must be answered: the first stage that fails, with all its fields at once (PORTAL.md, section 0).
import type { Edition } from '../../../../src/simulator/core/edition.ts';
import type { CommandType } from '../../../../src/simulator/core/portal.ts';
import type { RefusalWord } from '../../../../src/simulator/core/refusals.ts';
import { captchaPlaceOf } from '../../../../src/simulator/ui/commands.ts';
import type { Answers, Form } from './forms.ts';
import type { Column, Outcome, Value } from './values.ts';

/** Stages of a form, in their order; the doors before them are another test's. */
const stages = ['empty', 'captcha', 'malformed', 'wrong'] as const;
type Stage = (typeof stages)[number];

interface Expected {
  readonly stage: Stage;
  readonly word: RefusalWord;
  readonly field: string;
}

const choosing: readonly CommandType[] = ['OpenAccount', 'ChoosePassword', 'ChangeMailboxPassword'];

/** What is asked in a field; `null`: a list to choose from. */
export function columnOf({ edition, screen, sends, right }: Form, field: string): Column | null {
  switch (field) {
    case 'address':
    case 'user':
    case 'numen':
    case 'birthDate':
    case 'phone':
      return field;
    case 'captcha': {
      const place = captchaPlaceOf(screen);
      if (place && edition.captchas[place] === 'letters') return 'image of letters';
      return right['captcha']?.includes(' ') ? 'image of words' : 'image of digits';
    }
    case 'code':
      return sends === 'GiveOneTimeCode' ? 'one-time code' : 'voting code';
    case 'confirmation':
      return 'new password';
    case 'current':
      return 'mailbox password';
    case 'password':
      if (choosing.includes(sends)) return 'new password';
      return sends === 'SignInToMailbox' ? 'mailbox password' : 'portal password';
    case 'answer':
      return sends === 'ChooseChallenge' ? 'chosen answer' : 'given answer';
    default:
      return null;
  }
}

const malformed: Readonly<Partial<Record<Column, RefusalWord>>> = {
  address: 'malformed-address',
  numen: 'malformed-numen',
  birthDate: 'malformed-date',
  phone: 'malformed-phone',
};

const wrong: Readonly<Partial<Record<Column, RefusalWord>>> = {
  address: 'unknown-address',
  user: 'wrong-mailbox-credentials',
  numen: 'unknown-numen',
  birthDate: 'wrong-birth-date',
  'image of digits': 'wrong-captcha',
  'image of letters': 'wrong-captcha',
  'image of words': 'wrong-captcha',
  'voting code': 'wrong-voting-code',
  'one-time code': 'wrong-one-time-code',
  'portal password': 'wrong-password',
  'mailbox password': 'wrong-mailbox-credentials',
  'given answer': 'wrong-challenge-answer',
};

export function outcomeOf(value: Value, column: Column): Outcome {
  return value.except?.[column] ?? value.outcome;
}

/** Faults of a new password, by the election's rule or the mailbox's. */
function faultsOf(edition: Edition, sends: CommandType, typed: string): readonly RefusalWord[] {
  const signs = [
    ...typed
      .normalize('NFC')
      .replace(/[\p{Cf}\p{Cc}]/gu, '')
      .trim(),
  ];
  const has = (pattern: RegExp) => signs.some((sign) => pattern.test(sign));
  const [upper, lower, digit] = [has(/\p{Lu}/u), has(/\p{Ll}/u), has(/\d/)];
  const special = has(/[^\p{L}\d\s]/u);
  if (sends === 'ChangeMailboxPassword') {
    const long = signs.length >= edition.limits.mailboxPasswordMin;
    return long && (upper || lower) && digit && special ? [] : ['weak-mailbox-password'];
  }
  const rule = edition.password;
  const faults: readonly (readonly [boolean, RefusalWord])[] = [
    [signs.length < rule.min, 'password-too-short'],
    [rule.max !== null && signs.length > rule.max, 'password-too-long'],
    [rule.lower && !lower, 'password-without-lower'],
    [rule.upper && !upper, 'password-without-upper'],
    [rule.digit && !digit, 'password-without-digit'],
    [rule.special && !special, 'password-without-special'],
  ];
  return faults.filter(([faulty]) => faulty).map(([, word]) => word);
}

/** What one field alone would be told. */
function ofField(form: Form, field: string, value: Value): readonly Expected[] {
  const column = columnOf(form, field);
  const typed = value.of(form.right[field] ?? '');
  if (column === null || typed === form.right[field]) return [];
  const outcome = outcomeOf(value, column);
  const stage = field === 'captcha' ? 'captcha' : 'malformed';
  switch (outcome) {
    case 'fine':
      return [];
    case 'empty':
      return [{ stage: 'empty', word: 'missing-answer', field }];
    case 'real':
      return [{ stage, word: 'looks-real', field }];
    case 'not-a-mobile':
    case 'foreign-phone':
      return [{ stage, word: outcome, field }];
    case 'malformed':
    case 'wrong': {
      if (column === 'new password') {
        if (field === 'confirmation') return [];
        return faultsOf(form.edition, form.sends, typed).map((word) => ({ stage, word, field }));
      }
      const ill = outcome === 'malformed' ? malformed[column] : undefined;
      if (ill) return [{ stage, word: ill, field }];
      const word = wrong[column];
      if (!word) throw new Error(`no word for a wrong ${column}`);
      // The mailbox does not say which of the two is wrong.
      const place = column === 'user' ? 'password' : field;
      return [{ stage: field === 'captcha' ? 'captcha' : 'wrong', word, field: place }];
    }
  }
}

/** Two new passwords that are not the same, unless one of them may not even be compared. */
function differing(form: Form, typed: Answers, told: readonly Expected[]): readonly Expected[] {
  const bare = (field: string) =>
    (typed[field] ?? '')
      .normalize('NFC')
      .replace(/\s/g, ' ')
      .replace(/[\p{Cf}\p{Cc}]/gu, '')
      .trim();
  if (!('confirmation' in form.right) || bare('password') === bare('confirmation')) return [];
  const twice = ['password', 'confirmation'];
  if (told.some(({ word, field }) => word === 'looks-real' && twice.includes(field))) return [];
  return [{ stage: 'malformed', word: 'passwords-differ', field: 'confirmation' }];
}

export function typedOf(form: Form, bad: Readonly<Record<string, Value>>): Answers {
  return Object.fromEntries(
    Object.entries(form.right).map(([field, right]) => [field, bad[field]?.of(right) ?? right]),
  );
}

/** `word@field`, sorted; nothing: it is accepted. */
export function expected(form: Form, bad: Readonly<Record<string, Value>>): readonly string[] {
  const single = Object.entries(bad).flatMap(([field, value]) => ofField(form, field, value));
  const all = [...single, ...differing(form, typedOf(form, bad), single)];
  const first = stages.find((stage) => all.some((one) => one.stage === stage));
  const told = all.filter(({ stage }) => stage === first);
  // Nobody's address has a password that could be wrong.
  const unknown = form.sends === 'SignIn' && told.some(({ word }) => word === 'unknown-address');
  const words = told
    .filter(({ word }) => !unknown || word === 'unknown-address')
    .map(({ word, field }) => `${word}@${field}`);
  return [...new Set(words)].sort();
}
