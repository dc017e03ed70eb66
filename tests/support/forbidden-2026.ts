/**
 * What no page about the coming vote may say (facts/edition-2026, section 9), as data: a test runs it on the texts,
 * another on every built page. A value that somebody fills in content/editions/men-2026.yaml is exempt by its place.
 */

export type Forbidden = {
  readonly name: string;
  readonly pattern: RegExp;
  readonly why: string;
  /** `vote`: only pages about the vote itself (an academy's help desk has opening hours). */
  readonly where: 'vote' | 'everywhere';
};

export const forbidden2026: readonly Forbidden[] = [
  {
    name: 'an hour',
    pattern:
      /\b\d{1,2}\s?h(?:\s?\d{2})?\b(?!\w)|\bmidi\b|\bminuit\b|(?<!\p{L})(?:à|vers|dès|jusqu’à|avant) (?:[a-zé]+-)?(?:une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt)\sheures?\b/iu,
    why: 'No hour is known: « voir votre lettre ou le portail officiel ».',
    where: 'vote',
  },
  {
    name: 'a portal address',
    pattern: /elections?-?pro-?(?:20)?\d{2}|electionspro|(?:vote|elections)20\d{2}\.|https?:\/\//iu,
    why: 'The portal’s address is not known.',
    where: 'everywhere',
  },
  {
    name: 'a provider',
    pattern: /voxaly|docaposte|scytl|\batos\b|neovote|kercia|gedivote|election-europe/iu,
    why: 'The winner of the tender is not known.',
    where: 'everywhere',
  },
  {
    name: 'a password rule',
    pattern:
      /\b(?:\d+|huit|douze)\s(?:caractères|signes)|au moins une? (?:majuscule|minuscule|chiffre|caractère spécial)/iu,
    why: 'No password rule is known.',
    where: 'vote',
  },
  {
    name: 'a form of the code',
    pattern: /code(?: de vote)? (?:de|à|compte) (?:\p{L}+|\d+) (?:chiffres|lettres|caractères)/iu,
    why: 'Nobody knows whether there is a code, nor its form.',
    where: 'everywhere',
  },
  {
    name: 'a way of signing in',
    pattern: /france\s?connect|[eé]du\s?connect|\bensap\b|authentik|question défi/iu,
    why: 'The way of signing in is not known.',
    where: 'vote',
  },
  {
    name: 'a path to a new code',
    // Quoted as the word of old documents, it may stand.
    pattern: /réassort(?!\s?»)|nouveau code par (?:sms|courriel|mail)/iu,
    why: 'No way to another code is known.',
    where: 'vote',
  },
  {
    name: 'a way through the mailbox',
    pattern:
      /(?:compte|portail|lien|mot de passe|code)\b[^.?!]{0,60}\b(?:arrivera?|(?:est|sera) envoyé|pass(?:e|era) par)[^.?!]{0,40}(?:messagerie|courriel|adresse) (?:professionnel|académique)/iu,
    why: 'Nobody knows what passes through the mailbox this year.',
    where: 'vote',
  },
  {
    name: 'a use of the NUMEN',
    pattern:
      /(?<!\bsi le )\bnumen\b[^.?!]{0,40}\b(?:sert|servira|suffi[tr]\w*|(?:est|sera) (?:demandé|nécessaire|obligatoire)|vous sera demandé)/iu,
    why: 'Whether the NUMEN is asked for is not known.',
    where: 'vote',
  },
  {
    name: 'a question of the portal',
    pattern: /\b(?:portail|site officiel)\b[^.?!]{0,40}\b(?:demandera|réclamera)\b/iu,
    why: 'What the portal asks for is not known.',
    where: 'vote',
  },
  {
    name: 'a way the letter or the code arrives',
    // « Sous quelle forme la lettre arrive dans votre service » stands among what nobody knows.
    pattern:
      /(?<!\b(?:forme|comment|où|quand) (?:la |le |votre )?)\b(?:lettre|notice|code|identifiant)\b[^.?!:;,]{0,25}(?<!n’)\b(?:arrive(?:ra)?|parviendra|(?:est|sera) (?:envoyée?|remise?))(?!\p{L})[^.?!:;,]{0,20}(?<!\p{L})(?:par|à|chez|dans|sur|en mains?)(?!\p{L})/iu,
    why: 'How they reach the voter is not known.',
    where: 'vote',
  },
  {
    name: 'a number of ballots',
    pattern: /\b(?:deux|trois|quatre|cinq|six|\d)\s(?:scrutins|votes)\b/iu,
    why: 'The ballots of each voter are not known.',
    where: 'vote',
  },
  {
    name: 'a place of the code on the letter',
    pattern:
      /\b(?:code|identifiant)\b[^.?!]{0,30}\b(?:est|figure|se trouve|sera|imprimé|écrit) (?:sur|dans|en bas)[^.?!]{0,30}(?:lettre|notice)|en bas à (?:gauche|droite)/iu,
    why: 'What stands on the letter is not known.',
    where: 'vote',
  },
  {
    name: 'an image to copy out',
    pattern:
      /(?:vous devrez|il faudra|(?:portail|page) (?:vous )?demandera)[^.?!]{0,60}(?:captcha|image|recopier)/iu,
    why: 'Whether there is one is not known.',
    where: 'vote',
  },
  {
    name: 'a list of ballots',
    pattern: /\bCSA\b|\bCAP[NAD]\b|\bCCP\b|\bCCM(?:MEP|A|D|I)\b|\bCTM\b|\bCTA\b/u,
    why: 'The ballots of each voter are not known.',
    where: 'vote',
  },
  {
    name: 'a date of results',
    pattern: /résultats?[^.]{0,60}\b(?:le|dès le|à partir du) \d/iu,
    why: 'The day of the results is not known.',
    where: 'everywhere',
  },
  {
    name: 'the minutes after closing',
    pattern: /(?:30|trente)\sminutes|demi-heure/iu,
    why: 'Never a comfort: it invites people to come late.',
    where: 'everywhere',
  },
  {
    name: 'waiting',
    pattern:
      /\battende[zr]\b|\bpatiente[zr]\b|(?:revenez|r[ée]essayez|essayez) (?:plus tard|demain)|en attendant/iu,
    why: 'There is always something to do now.',
    where: 'vote',
  },
  {
    name: 'a delay to contest',
    pattern: /contest[^.]{0,80}\bjours\b|\brecours\b/iu,
    why: 'Sources disagree (conflict K1).',
    where: 'vote',
  },
  {
    name: 'the vote happens here',
    pattern: /\b(?:votez|voter|je vote) (?:ici|sur isoloir)\b/iu,
    why: 'On ne vote pas ici.',
    where: 'everywhere',
  },
];

/** What a page says today: without scripts, styles, tags, the folded past, and banks of simulated screens. */
export function presentTextOf(html: string): string {
  return html
    .replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/giu, ' ')
    .replace(/<(div|details)\b[^>]*\bdata-autrefois\b[\s\S]*?<\/\1\s*>/giu, ' ')
    .replace(/<[^>]*>/gu, ' ')
    .replace(/&#39;|&apos;/gu, '’')
    .replace(/&nbsp;/gu, ' ')
    .replace(/&amp;/gu, '&')
    .replace(/\s+/gu, ' ');
}

/** A text of the glossary without the word it explains, which it has to say. */
export const withoutWords = (text: string, words: readonly string[]): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .reduce((left, word) => left.replaceAll(word, ' '), text);

export type Breach = { readonly name: string; readonly found: string; readonly why: string };

/** Every forbidden statement in a text. `where`: the kind of page it stands on. */
export function breachesOf(text: string, where: Forbidden['where'] = 'vote'): readonly Breach[] {
  return forbidden2026.flatMap((rule) => {
    if (rule.where === 'vote' && where !== 'vote') return [];
    const found = rule.pattern.exec(text);
    return found ? [{ name: rule.name, found: around(text, found.index), why: rule.why }] : [];
  });
}

const around = (text: string, index: number) =>
  text.slice(Math.max(0, index - 40), index + 60).trim();
