/**
 * French signs. Editors type ordinary ones; pages get the thin no-break space before « ; : ! ? » and inside
 * « guillemets », a no-break space between a number and its month or unit and after
 * the letter of an article of law, the round apostrophe, and the raised letters of « 1er ».
 */

const thin = '\u202f';
const fixed = '\u00a0';

const units =
  'h|min|minutes?|heures?|jours?|ans|signes|caractères|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|janv\\.|févr\\.|avr\\.|juil\\.|sept\\.|oct\\.|nov\\.|déc\\.';
const numberThenUnit = new RegExp(`(\\d|1ᵉʳ) (?=(?:${units})(?![\\p{L}]))`, 'gu');

/** Groups of three, as the Imprimerie nationale parts them; a telephone number goes by two. */
const thousands = /(?<=(?<![\d.,-])[1-9]\d{0,2}|[\u202f]\d{3}) (?=\d{3}(?![\d.,]?\d))/gu;

/** One of these stands in every text that is changed below. */
const concerned = /[;:!?«»'\d]/u;

/** One piece of text. Addresses (« https://… ») have no space before their colon: they are left alone. */
export function typeset(text: string): string {
  // Most pieces of a page hold none of the signs that this is about.
  return !concerned.test(text)
    ? text
    : text
        .replace(/[ \u00a0](?=[;:!?»])/gu, thin)
        .replace(/«[ \u00a0]/gu, `«${thin}`)
        .replace(/(?<=\p{L})(?:'|&#39;)(?=[\p{L}«])/gu, '’')
        .replace(/(?<![-\w])1er(?![-\w])/gu, '1ᵉʳ')
        .replace(numberThenUnit, `$1${fixed}`)
        .replace(/(\d) (?=%)/gu, `$1${fixed}`)
        .replace(thousands, thin)
        .replace(/(\bh) (?=\d\d\b)/gu, `$1${fixed}`)
        .replace(/(\b[LRD]\.) (?=\d{3}-\d)/gu, `$1${fixed}`);
}

// A tag (with its attributes), or an element whose text is not prose, or a comment: copied as it is.
const untouched = /<!--[\s\S]*?-->|<(script|style|pre|code|textarea)\b[\s\S]*?<\/\1\s*>|<[^>]*>/giu;

/** Attributes that people read or hear: in a list of results, in a preview, through a screen reader. */
const spoken =
  /(<meta name="description" content=|<meta property="og:[^"]*" content=|\s(?:alt|aria-label)=)"([^"]*)"/gu;

/** The text of a whole HTML page, spoken attributes included. Other tags, comments, scripts, styles and code are left alone. */
export function typesetHtml(html: string): string {
  let result = '';
  let end = 0;
  for (const match of html.matchAll(untouched)) {
    result += typeset(html.slice(end, match.index)) + typesetTag(match[0]);
    end = match.index + match[0].length;
  }
  return result + typeset(html.slice(end));
}

const typesetTag = (tag: string): string =>
  /^<[a-z]/u.test(tag) && !/^<(?:script|style|pre|code|textarea)\b/u.test(tag)
    ? tag.replace(spoken, (_, name: string, words: string) => `${name}"${typeset(words)}"`)
    : tag;

/** A piece of an address: where `fixed`, a line never ends inside it. */
export type AddressPiece = { readonly text: string; readonly fixed: boolean };

/** Longer than this, a piece would not fit beside its margin on the narrowest screen. */
const longestPiece = 24;

/** An address or a mail, cut where a line may end: after a dot, a slash or an at sign, never at a hyphen. */
export function addressPieces(address: string): readonly AddressPiece[] {
  return (address.match(/[^./@]*[./@]+|[^./@]+$/gu) ?? []).map((text) => ({
    text,
    fixed: text.length <= longestPiece,
  }));
}
