// Every way the portal, the mailbox or a desk can say no. Tests require a sentence for each, and a situation page.

export const refusalWords = [
  'portal-down',
  'not-open-yet',
  'closed',
  'not-offered',
  'not-signed-in',
  'session-expired',
  'captcha-first',
  'wrong-captcha',
  'malformed-numen',
  'malformed-date',
  'malformed-address',
  'malformed-phone',
  'foreign-phone',
  'not-a-mobile',
  'looks-real',
  'missing-answer',
  'unknown-numen',
  'wrong-birth-date',
  'unknown-address',
  'wrong-mailbox-credentials',
  'weak-mailbox-password',
  'passwords-differ',
  'not-in-mailbox',
  'no-such-mail',
  'desk-closed',
  'password-too-short',
  'password-too-long',
  'password-without-upper',
  'password-without-lower',
  'password-without-digit',
  'password-without-special',
  'password-equals-address',
  'account-exists',
  'account-not-confirmed',
  'link-used',
  'link-expired',
  'link-superseded',
  'wrong-password',
  'locked-out',
  'already-asked',
  'no-reissue-left',
  'reissue-unavailable',
  'wrong-voting-code',
  'code-superseded',
  'not-your-contest',
  'already-voted',
  'not-in-booth',
] as const;
export type RefusalWord = (typeof refusalWords)[number];

/** Where a refusal is shown: beside this field of the form. */
export const fieldNames = [
  'address',
  'user',
  'password',
  'confirmation',
  'current',
  'captcha',
  'numen',
  'birthDate',
  'phone',
  'code',
  'contest',
  'mail',
] as const;
export type FieldName = (typeof fieldNames)[number];

export interface Refusal {
  readonly word: RefusalWord;
  readonly field?: FieldName | undefined;
}
