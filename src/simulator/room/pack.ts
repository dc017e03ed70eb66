// The paper of one seat: exactly what its desk will hold, drawn by the core from the class code. No screen here.
import type { Edition } from '../core/edition.ts';
import type { World } from '../core/portal.ts';
import type { StartLink } from '../links.ts';
import type { Kit } from './kit.ts';

/** A paragraph; `code` stands out between its two halves. */
export interface Line {
  readonly before: string;
  readonly code: string | null;
  readonly after: string;
}

export interface Paper {
  readonly sender: string;
  readonly subject: string;
  readonly lines: readonly Line[];
}

/** What one seat gets, and what the trainer reads of it. */
export interface SeatPaper {
  readonly seat: number;
  readonly name: string;
  readonly numen: string;
  readonly birthDate: string;
  /** Label and value, as the desk's own card says them. */
  readonly card: readonly (readonly [string, string])[];
  /** `null` where the exercise gives no letter. */
  readonly letter: Paper | null;
  /** The next new code, as the telephone brings it; `null` where no message can be foreseen. */
  readonly sms: Paper | null;
  readonly letterCode: string;
  /** The codes that a new request gives, the first first. */
  readonly newCodes: readonly string[];
  /** Where a new code is earned by a one-time one: those of the first requests, in order. */
  readonly oneTimeCodes: readonly string[];
}

/** Where an election sets no limit, the sheet has as many lines as the strictest one. */
const newCodesShown = 3;

/**
 * The paper of one seat.
 * @param kit the rules, from kit.ts
 * @param link a class code whose parts suit one another in that edition (asked before)
 */
export function seatPaper(kit: Kit, edition: Edition, link: StartLink, seat: number): SeatPaper {
  const { edition: id, academy, profile, exercise } = link;
  const setup = { edition: id, academy, profile, exercise, seed: kit.seedOf({ ...link, seat }) };
  const world = kit.beginning(edition, setup);
  const { persona } = world;
  const text = paperOf(kit, edition, world);
  const letterCode = kit.votingCode(edition, world, 0);
  return {
    seat,
    name: `${persona.civility} ${persona.firstName} ${persona.lastName}`,
    numen: persona.numen,
    birthDate: persona.birthDate,
    card: cardOf(kit, edition, world),
    letter: hasLetter(world) ? text(edition.letter, letterCode) : null,
    sms: smsOf(kit, edition, world, text),
    letterCode,
    newCodes: newCodesOf(kit, edition, world),
    oneTimeCodes: oneTimeCodesOf(kit, edition, world),
  };
}

/** A letter that the exercise has lost, or never gives, is not printed either. */
function hasLetter({ code, incidents }: World): boolean {
  return code.letter !== 'lost' && !incidents.some(({ kind }) => kind === 'letter-lost');
}

type Text = Pick<Edition['letter'], 'sender' | 'subject' | 'paragraphs'>;

function paperOf({ fill, voterWords }: Kit, edition: Edition, world: World) {
  const words = voterWords(edition, world);
  return ({ sender, subject, paragraphs }: Text, code: string): Paper => ({
    sender: fill(sender, words),
    subject: fill(subject, words),
    lines: paragraphs.map((paragraph): Line => {
      const [before = '', after] = paragraph.split('{code}');
      return {
        before: fill(before, words),
        code: after === undefined ? null : code,
        after: fill(after ?? '', words),
      };
    }),
  });
}

/**
 * The text message of the next request: a new voting code, or the one-time code that gives one. Both are numbered by
 * request, so that they can be printed before anybody asks.
 */
function smsOf(
  { votingCode, oneTimeCodeText }: Kit,
  edition: Edition,
  world: World,
  text: (words: Text, code: string) => Paper,
): Paper | null {
  const { code, incidents } = world;
  if (edition.reissue === 'shown-again') return null;
  if (incidents.some(({ kind }) => kind === 'reissue-fails')) return null;
  const { reissues: most } = edition.limits;
  const isOneTime = edition.reissue === 'challenge';
  const unread = code.sms.find(
    ({ kind, read }) => kind === (isOneTime ? 'one-time-code' : 'voting-code') && !read,
  );
  if (!unread && most !== null && code.reissues >= most) return null;
  return text(
    edition.sms,
    isOneTime
      ? oneTimeCodeText(world, unread?.nth ?? code.oneTimes + 1)
      : votingCode(edition, world, unread?.nth ?? code.reissues + 1),
  );
}

function newCodesOf({ votingCode }: Kit, edition: Edition, world: World): readonly string[] {
  if (edition.reissue === 'shown-again') return [];
  const many = edition.limits.reissues ?? newCodesShown;
  return Array.from({ length: many }, (_, n) => votingCode(edition, world, n + 1));
}

function oneTimeCodesOf({ oneTimeCodeText }: Kit, edition: Edition, world: World) {
  if (edition.reissue !== 'challenge') return [];
  return Array.from({ length: newCodesShown }, (_, n) => oneTimeCodeText(world, n + 1));
}

function cardOf(
  { academyOf, proposedText, typeset }: Kit,
  edition: Edition,
  world: World,
): SeatPaper['card'] {
  const { persona, account, setup } = world;
  const password = account.secret === null ? null : proposedText(edition, world, account.secret);
  const rows: SeatPaper['card'] = [
    ['Nom', `${persona.civility} ${persona.firstName} ${persona.lastName}`],
    ['Académie', academyOf(edition, world).name],
    ['Métier', edition.profiles[setup.profile]?.corps ?? ''],
    ['Adresse', persona.address],
    ['Identifiant', persona.user],
    ['NUMEN', persona.numen],
    ['Date de naissance', persona.birthDate],
    ['Portable', persona.phone],
    ['Ancien portable', persona.otherPhone],
    ...(password === null ? [] : [['Mot de passe du portail', password] as const]),
  ];
  return rows.map(([label, value]) => [label, typeset(value)]);
}
