/** Dijon, 2014: every line of the document, walked, corrected or left out. */
import type { LineTable } from './table.ts';

export const dijon: LineTable = {
  document: 'document-002',
  edition: 'men-2014',
  academy: 'dijon',
  rows: [
    { line: 3, is: 'path', at: 'avant-1', journey: 'read-page' },
    // The only source that says where a lost code is found again.
    { line: 5, is: 'path', at: 'code-2', journey: 'ask-new-code' },
    { line: 7, is: 'path', at: 'avant-1', journey: 'read-page' },
    {
      line: 9,
      is: 'corrected',
      at: 'compte-1',
      why: 'takes the opening mail of 22 September for a confirmation, before any account; and the NUMEN for a password (see messagerie-1)',
    },
    { lines: [13, 14], is: 'path', at: 'messagerie-1', journey: 'open-mailbox' },
    { line: 16, is: 'path', at: 'compte-2', journey: 'open-create-account' },
    {
      line: 18,
      is: 'corrected',
      at: 'compte-3',
      why: 'a password easy to remember is often easy to guess',
    },
    { lines: [20, 22], is: 'path', at: 'compte-4', journey: 'read-activation-mail' },
    { line: 24, is: 'path', at: 'compte-4', journey: 'follow-activation-link' },
    { line: 26, is: 'path', at: 'compte-4', journey: 'read-activation-mail' },
    { lines: [28, 30], is: 'path', at: 'compte-4', journey: 'open-mailbox' },
    { line: 32, is: 'path', at: 'compte-5', journey: 'sign-in' },
    { lines: [34, 38], is: 'path', at: 'compte-2', journey: 'open-create-account' },
    { lines: [40, 48], is: 'path', at: 'compte-3', journey: 'type-new-account' },
    { line: 50, is: 'path', at: 'compte-3', journey: 'renew-captcha' },
    { line: 52, is: 'path', at: 'compte-3', journey: 'type-new-account' },
    { lines: [54, 58], is: 'path', at: 'compte-6', journey: 'see-space' },
    { lines: [60, 62], is: 'path', at: 'compte-6', journey: 'see-profile' },
    { lines: [63, 64], is: 'path', at: 'compte-6', journey: 'ask-profile-update' },
    { lines: [66, 69], is: 'path', at: 'compte-6', journey: 'see-contests' },
    { line: 70, is: 'path', at: 'compte-6', journey: 'see-roll' },
    { line: 71, is: 'path', at: 'compte-6', journey: 'see-candidates' },
    { lines: [73, 76], is: 'path', at: 'compte-6', journey: 'see-help' },
    { lines: [78, 82], is: 'path', at: 'avant-2', journey: 'read-page' },
    {
      lines: [84, 86],
      is: 'corrected',
      at: 'avant-2',
      why: 'a dotted line for the password on the memory sheet: a sheet holds no secret',
    },
    { line: 88, is: 'path', at: 'compte-6', journey: 'see-help' },
    {
      line: 89,
      is: 'corrected',
      at: 'compte-6',
      why: 'address and number of 2014: printed as plain text, said to be old',
    },
  ],
};
