/** Paris, 2014: every line of the document, walked, corrected or left out. */
import type { LineTable } from './table.ts';

export const paris: LineTable = {
  document: 'document-003',
  edition: 'men-2014',
  academy: 'paris',
  rows: [
    { lines: [3, 9], is: 'path', at: 'avant-1', journey: 'read-page' },
    { lines: [13, 19], is: 'path', at: 'messagerie-1', journey: 'open-mailbox' },
    { lines: [23, 25], is: 'path', at: 'messagerie-2', journey: 'open-mailbox' },
    {
      line: 26,
      is: 'corrected',
      at: 'messagerie-2',
      why: 'the NUMEN as a password for life: it is changed at the first sign-in',
    },
    { line: 27, is: 'path', at: 'messagerie-3', journey: 'make-room' },
    { lines: [29, 32], is: 'path', at: 'compte-1', journey: 'open-sign-in' },
    { lines: [34, 38], is: 'path', at: 'compte-1', journey: 'open-create-account' },
    { lines: [40, 42], is: 'path', at: 'compte-1', journey: 'open-public-page' },
    { lines: [44, 48], is: 'path', at: 'compte-1', journey: 'open-sign-in' },
    { lines: [50, 52], is: 'path', at: 'compte-2', journey: 'open-create-account' },
    { lines: [54, 64], is: 'path', at: 'compte-3', journey: 'type-new-account' },
    { line: 68, is: 'path', at: 'compte-5', journey: 'see-contests' },
    { line: 69, is: 'path', at: 'vote-1', journey: 'enter-booth' },
    { line: 70, is: 'path', at: 'preuve-2', journey: 'see-results' },
    { line: 72, is: 'path', at: 'compte-2', journey: 'open-create-account' },
    { lines: [75, 84], is: 'path', at: 'compte-3', journey: 'type-new-account' },
    { line: 88, is: 'path', at: 'compte-4', journey: 'read-activation-mail' },
    { lines: [89, 91], is: 'path', at: 'compte-4', journey: 'follow-activation-link' },
    { lines: [93, 94], is: 'path', at: 'compte-3', journey: 'type-new-account' },
    { lines: [96, 97], is: 'path', at: 'vote-1', journey: 'enter-booth' },
  ],
};
