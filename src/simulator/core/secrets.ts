// Passwords without their text: shapes, aliases, and the invented ones that an exercise proposes.
import { looksReal, realAlias } from './checks.ts';
import { digits, draw, drawOne, drawText } from './draw.ts';
import type { Edition } from './edition.ts';
import type { SealedSecret, World } from './portal.ts';

export interface Proposal {
  readonly alias: string;
  readonly text: string;
  /** It breaks the election's rule on purpose. */
  readonly flawed: boolean;
}

/** Alias of the first mailbox password: the NUMEN, in capitals. */
export const numenAlias = 'numen';

/** Alias of a password or an answer that the voter of an exercise has forgotten: no text stands behind it. */
export const forgottenAlias = 'forgotten';

/** Everyday words, so that an invented password can be read aloud in a classroom. */
const words = [
  'Coquille',
  'Noisette',
  'Tournesol',
  'Parapluie',
  'Marmite',
  'Hirondelle',
  'Bicyclette',
  'Boussole',
  'Pomme',
  'Lanterne',
] as const;

/**
 * What the core may know of a password.
 * @param alias the name under which the session remembers its digest
 * @param address the voter's own address, which some elections refuse as a password
 */
export function sealOf(text: string, alias: string, address: string): SealedSecret {
  return {
    alias,
    length: [...text].length,
    upper: /\p{Lu}/u.test(text),
    lower: /\p{Ll}/u.test(text),
    digit: /\d/.test(text),
    special: /[^\p{L}\d\s]/u.test(text),
    isAddress: text.trim().toLowerCase() === address,
  };
}

/**
 * Invented passwords to choose from: three good ones, then one of each fault that the edition's rule names.
 * Their aliases are stable (`good-1`, `bad-short`…), so a journal can name them without holding any text.
 */
export function proposals(edition: Edition, seed: string, address: string): readonly Proposal[] {
  const rule = edition.password;
  const mark = rule.special ? '!' : '-';
  const good = [1, 2, 3].map((n): Proposal => {
    const first = drawOne(seed, 'password-word', n, words, words[0]);
    const second = drawOne(
      seed,
      'password-word',
      n + 10 + (draw(seed, 'password-shift', n) % 7),
      words,
      words[0],
    );
    const text = `${first}${mark}${second}${drawText(seed, 'password-digits', n, 2, digits)}`;
    return {
      alias: `good-${n}`,
      text:
        rule.max === null
          ? text
          : `${first}${mark}${drawText(seed, 'password-digits', n, 4, digits)}`,
      flawed: false,
    };
  });
  const bad: Proposal[] = [
    {
      alias: 'bad-short',
      text: `Ab${drawText(seed, 'password-short', 0, 3, digits)}`,
      flawed: true,
    },
  ];
  if (rule.upper)
    bad.push({
      alias: 'bad-upper',
      text: `coquille${drawText(seed, 'password-upper', 0, 3, digits)}`,
      flawed: true,
    });
  if (rule.digit) bad.push({ alias: 'bad-digit', text: 'CoquilleNoisette', flawed: true });
  if (rule.differsFromAddress) bad.push({ alias: 'bad-address', text: address, flawed: true });
  return [...good, ...bad];
}

/** Invented answers to a challenge question: words nobody has to remember outside the exercise. */
export function challengeProposals(seed: string): readonly Proposal[] {
  return [1, 2].map((n) => ({
    alias: `answer-${n}`,
    text: drawOne(seed, 'challenge-answer', n, words, words[0]).toLowerCase(),
    flawed: false,
  }));
}

/** Proposals for the mailbox, whose rule is its own: letters, digits and punctuation. */
export function mailboxProposals(seed: string): readonly Proposal[] {
  const word = drawOne(seed, 'mailbox-word', 0, words, words[0]);
  return [
    {
      alias: 'mailbox-good',
      text: `${word}-${drawText(seed, 'mailbox-digits', 0, 3, digits)}!`,
      flawed: false,
    },
    { alias: 'mailbox-bad', text: `${word}`, flawed: true },
  ];
}

function allProposals(edition: Edition, { setup, persona }: World): readonly Proposal[] {
  return [
    ...proposals(edition, setup.seed, persona.address),
    ...mailboxProposals(setup.seed),
    ...challengeProposals(setup.seed),
  ];
}

/** Every text the exercise itself proposed, by alias; the persona's NUMEN included. */
export function proposedText(edition: Edition, world: World, alias: string): string | null {
  if (alias === numenAlias) return world.persona.numen;
  return allProposals(edition, world).find((one) => one.alias === alias)?.text ?? null;
}

/** What counts of a typed secret: its inner spaces do, those around it and what nobody sees do not. */
function secretText(typed: string): string {
  return typed
    .normalize('NFC')
    .replace(/\s/g, ' ')
    .replace(/[\p{Cf}\p{Cc}]/gu, '')
    .trim();
}

/**
 * Seals what somebody typed where a secret is asked.
 * @param aliasOf remembers a text that nobody proposed, and could not be somebody's own
 */
export function sealTyped(
  edition: Edition,
  world: World,
  typed: string,
  aliasOf: (text: string) => string,
): SealedSecret {
  const text = secretText(typed);
  const { persona } = world;
  const known =
    text === persona.numen
      ? numenAlias
      : allProposals(edition, world).find((one) => one.text === text)?.alias;
  const alias = known ?? (looksReal(text, persona) ? realAlias : aliasOf(text));
  return sealOf(text, alias, persona.address);
}
