// What is remembered of typed passwords: a salted digest each, enough to recognise the same text again, never the text.
import { pbkdf2 } from '@noble/hashes/pbkdf2.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Secret } from '../journal/entry.ts';

/** Small on purpose: an old phone must answer at once, and these passwords open nothing real. */
const newRounds = 200;
const saltBytes = 16;
const digestBytes = 16;

/** The passwords of one lineage of exercises. */
export interface SecretBook {
  /** The alias of a text: always the same for the same text. */
  aliasOf(text: string): string;
  /** Digests not yet written; they go with the next command. */
  fresh(): readonly Secret[];
  /** Those were written. */
  keep(written: readonly Secret[]): void;
  /** Every digest, for moving the exercise to memory. */
  all(): readonly Secret[];
}

/**
 * @param known what the journal keeps of that lineage
 * @param random fills bytes with chance; works without a secure context
 */
export function secretBook(
  lineage: string,
  known: readonly Secret[],
  random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array,
): SecretBook {
  const secrets = [...known];
  let pending: readonly Secret[] = [];
  // One salt per lineage: no digest can be compared with another exercise's.
  const salt = known[0]?.salt ?? bytesToHex(random(new Uint8Array(saltBytes)));

  const rounds = known[0]?.rounds ?? newRounds;

  const digestOf = (text: string) =>
    bytesToHex(
      pbkdf2(sha256, utf8ToBytes(text.normalize('NFC')), hexToBytes(salt), {
        c: rounds,
        dkLen: digestBytes,
      }),
    );

  function nextAlias(): string {
    const numbers = secrets.map(({ alias }) => Number(alias.slice(1))).filter(Number.isInteger);
    return `p${Math.max(0, ...numbers) + 1}`;
  }

  return {
    aliasOf(text) {
      const digest = digestOf(text);
      const same = secrets.find((one) => one.digest === digest);
      if (same !== undefined) return same.alias;
      const secret = { lineage, alias: nextAlias(), salt, rounds, digest };
      secrets.push(secret);
      pending = [...pending, secret];
      return secret.alias;
    },
    fresh: () => pending,
    keep: (written) => {
      pending = pending.filter((one) => !written.includes(one));
    },
    all: () => secrets,
  };
}
