/** What a person would notice on a built page, one rule each: a name, and what breaks it. Pages are read as text. */
import { filesOf, isRedirect, loneFile, pageFiles, pathOf } from '../../src/tools/dist.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseIndex } from '../../src/scripts/search-words.ts';
import { siteFolder } from '../../src/tools/run.ts';

export type Page = {
  readonly path: string;
  readonly html: string;
  /** Inside `<main>`, without scripts and styles. */
  readonly main: string;
};

/** Words that reach a reader beside the text of a page: read aloud, shown by a messenger, kept in a calendar. */
export type Told = { readonly path: string; readonly words: readonly string[] };

/** Every page of the built site that says something, the file to carry away too: the tiny ones that only lead on are left out. */
export function builtPages(): readonly Page[] {
  return [...pageFiles(siteFolder), loneFile]
    .map((file) => ({ path: pathOf(file), html: readFileSync(join(siteFolder, file), 'utf8') }))
    .filter(({ html }) => !isRedirect(html))
    .map(({ path, html }) => ({ path, html, main: mainOf(html) }));
}

const mainOf = (html: string): string =>
  (/<main\b[^>]*>([\s\S]*)<\/main>/u.exec(html)?.[1] ?? '').replace(
    /<(script|style)\b[\s\S]*?<\/\1\s*>/giu,
    '',
  );

/** The words of a piece of HTML, blocks parted by line ends. */
export function wordsOf(html: string): string {
  return html
    .replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/giu, '')
    .replace(
      /<\/?(?:p|li|ul|ol|h[1-6]|d[dlt]|t[dhr]|table|caption|summary|details|div|section|label|option|text|title|desc)\b[^>]*>/giu,
      '\n',
    )
    .replace(/<br\b[^>]*>/giu, '\n')
    .replace(/<[^>]*>/gu, '')
    .replace(/&#39;|&apos;/gu, "'")
    .replace(/&quot;|&#34;/gu, '"')
    .replace(/&nbsp;/gu, '\u00a0')
    .replace(/&lt;/gu, '<')
    .replace(/&gt;/gu, '>')
    .replace(/&amp;/gu, '&');
}

const lines = (html: string): readonly string[] =>
  wordsOf(html)
    .split('\n')
    .map((line) => line.replace(/[ \t\r]+/gu, ' ').trim())
    .filter((line) => line !== '');

const past = /<(div|details|ul)\b[^>]*\bdata-(?:autrefois|exercices)\b[\s\S]*?<\/\1\s*>/giu;

// `alt=""` says that a picture tells nothing; an empty name is a name that went missing.
const spoken =
  /\s(?:alt="([^"]+)"|(?:aria-label|aria-description|aria-roledescription|title|placeholder|label)="([^"]*)")/gu;
const announced =
  /<meta\b[^>]*\b(?:name|property)="(?:description|og:(?:title|description|site_name|image:alt)|twitter:(?:title|description|image:alt)|apple-mobile-web-app-title)"[^>]*>/gu;

/** What a page says beside its text: names read aloud, alternative texts, titles, what a messenger shows of the link. */
export function besideText({ path, html }: Page): Told {
  const present = (archivePath.test(path) ? html : html.replace(past, '')).replace(
    /<(script|style)\b[\s\S]*?<\/\1\s*>/giu,
    '',
  );
  const metas = [...present.matchAll(announced)].map(
    ([tag]) => /\bcontent="([^"]*)"/u.exec(tag)?.[1] ?? '',
  );
  const names = [...present.matchAll(spoken)].map(([, alt, name]) => alt ?? name ?? '');
  const title = /<title>([^<]*)/u.exec(html)?.[1] ?? '';
  return { path, words: [title, ...metas, ...names].map((one) => wordsOf(one)) };
}

/** The calendars and the feed of the built site: what a reader sees of them. */
export function sentFiles(): readonly Told[] {
  return filesOf(siteFolder).flatMap((file) => {
    if (!/\.(?:ics|xml)$/u.test(file)) return [];
    const text = readFileSync(join(siteFolder, file), 'utf8');
    return [
      { path: `/${file}`, words: file.endsWith('.ics') ? calendarWords(text) : feedWords(text) },
    ];
  });
}

/** What the search may answer: the headings and the sentences of its index, archives apart. */
export function searchAnswers(): readonly Told[] {
  return filesOf(siteFolder)
    .filter((file) => /^assets\/recherche\.\w+\.json$/u.test(file))
    .flatMap((file) => {
      const index = parseIndex(JSON.parse(readFileSync(join(siteFolder, file), 'utf8')));
      return (index?.entries ?? [])
        .filter(({ kind }) => kind !== 'archive')
        .map(({ path, title, parts }) => ({
          path: `/recherche/ → ${path}`,
          words: [title, ...parts.flatMap(([, heading, text]) => [heading, text])].filter(
            (words) => words !== '',
          ),
        }));
    });
}

/** RFC 5545: lines are folded by a space, commas and semicolons are escaped, and `\\n` parts lines. */
export const calendarWords = (text: string): readonly string[] =>
  text
    .replace(/\r?\n[ \t]/gu, '')
    .split(/\r?\n/u)
    .flatMap((line) => {
      const value =
        /^(?:SUMMARY|DESCRIPTION|LOCATION|NAME|X-WR-CALNAME|X-WR-CALDESC)\b[^:]*:(.*)$/u.exec(
          line,
        )?.[1];
      return value === undefined ? [] : value.split(/\\n/giu);
    })
    .map((line) => line.replace(/\\([,;\\])/gu, '$1'));

export const feedWords = (text: string): readonly string[] =>
  [...text.matchAll(/<(title|description)>([\s\S]*?)<\/\1>/gu)].map(([, , words = '']) =>
    wordsOf(words),
  );

const holes = /\b(?:undefined|null|NaN)\b|\[object |Invalid Date|\{[a-z_]+\}|«\s*»|\(\s*\)/u;

/** Nothing, or a hole, where words were due. */
export const emptyWords = ({ words }: Told): readonly string[] =>
  words.filter((line) => line.trim() === '' || holes.test(line)).map((line) => `« ${line} »`);

/**
 * Nothing but tags where words were due. What a script fills says so (`data-…`, `hidden`, a status); the mark that the
 * style sheet puts on every element (`data-astro-cid`) says nothing.
 */
const blank =
  /<(p|li|h[1-6]|a|dd|dt|td|th|button|summary|figcaption)\b(?![^>]*\b(?:data-(?!astro-cid)|hidden|role="status"))[^>]*>(?:\s|&nbsp;|<(?!img\b|svg\b|input\b|br\b|\/?\1\b)\/?[a-z]+\b[^>]*>)*<\/\1\s*>/giu;
/** A label, and nothing after it; what is filled in with a pen says so. */
const labelAlone =
  /<(p|li|dd|td)\b(?![^>]*\b(?:print-only|by-hand)\b)[^>]*>[^<:]{1,25}:\s*<\/\1\s*>(?!\s*<(?:ul|ol|dl|p|table|div|figure|blockquote|pre)\b)/gu;

/** A value that was not there when the page was made. */
export function emptyValues({ main, html }: Page): readonly string[] {
  const title = /<title>([^<]*)/u.exec(html)?.[1] ?? '';
  return [
    ...[title, ...lines(main)].filter((line) => holes.test(line)),
    ...[...main.matchAll(blank), ...main.matchAll(labelAlone)].map(([tag]) => tag),
  ];
}

/** French signs and their spaces, as the Imprimerie nationale sets them; addresses and code are not prose. */
export function typographyFaults({ main }: Page): readonly string[] {
  const prose = main.replace(/<(code|kbd|pre|samp)\b[\s\S]*?<\/\1\s*>/giu, 'x');
  return wordFaults({ words: lines(prose) });
}

const months =
  'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre';

/** The same rules on words that stand beside a page. */
export function wordFaults({ words }: Pick<Told, 'words'>): readonly string[] {
  return words.flatMap((raw) => {
    const line = wordsOf(raw).replace(
      /\S+@\S+|\b\S+\.(?:fr|example|org|com|net|info)\S*|#\S+/gu,
      'x',
    );
    // An old document is quoted as it was written.
    const own = line.replace(/«[^»]*»/gu, '«\u202fx\u202f»');
    const rules: readonly (readonly [RegExp, string])[] = [
      [/\p{L}'\p{L}/u, 'apostrophe'],
      [/"/u, 'guillemet droit'],
      [/\.\.\./u, 'points de suspension'],
      [/«(?!\u202f|\u00a0)/u, 'espace après «'],
      [/(?<!\u202f|\u00a0)»/u, 'espace avant »'],
      [/[^\s\u202f\u00a0?!][?!;]/u, 'espace avant ? ! ;'],
      [/[\p{L}»)](?<![\u202f\u00a0]):(?!\p{L}|\/|\d)/u, 'espace avant :'],
      [/ [?!;:»]/u, 'espace sécable'],
      [/ ,| \.(?!\p{L})|[;,:]\./u, 'espace avant , .'],
      [/(?<![\d.,-])[1-9]\d{0,2} \d{3}(?![\d.,]?\d)/u, 'espace sécable entre milliers'],
      [/[\p{Ll}\d»)][.!?…]\p{Lu}\p{Ll}/u, 'espace après le point'],
      [/\d %/u, 'espace sécable avant %'],
      [/(?<![-\w])1er(?![-\w])/u, '1ᵉʳ'],
      [/(?<!\p{L})(?:c|ch|s|v|m|n|b)?oe(?:ur|uvre|ud|il|uf|u)(?:x|s)?(?!\p{L})/iu, 'œ'],
      [new RegExp(`\\d (?:${months})(?!\\p{L})`, 'u'), 'espace sécable dans une date'],
    ];
    return rules.flatMap(([pattern, name]) =>
      pattern.test(name === 'espace avant ? ! ;' ? own : line)
        ? [`${name}: ${line.slice(0, 120)}`]
        : [],
    );
  });
}

/** One title; no level is jumped over. */
export function headingFaults({ main }: Page): readonly string[] {
  const levels = [...main.matchAll(/<h([1-6])\b/gu)].map(([, level]) => Number(level));
  const ones = levels.filter((level) => level === 1).length;
  return [
    ...(ones === 1 && levels[0] === 1 ? [] : [`${String(ones)} h1, first ${String(levels[0])}`]),
    ...levels.flatMap((level, index) => {
      const before = levels[index - 1] ?? 1;
      return level > before + 1 ? [`h${String(before)} then h${String(level)}`] : [];
    }),
  ];
}

type Contact = { readonly words: string; readonly link: string | undefined };

const innermostItem = /<li\b[^>]*>((?:(?!<\/?li\b)[\s\S])*)<\/li>/gu;

const contactsOf = ({ main }: Page): readonly Contact[] =>
  [...main.matchAll(innermostItem)].map(([, html = '']) => ({
    link: /<a\b[^>]*href="((?:https?:|mailto:|tel:)[^"]*)"/u.exec(html)?.[1],
    words: wordsOf(html).replace(/\s+/gu, ' '),
  }));

const isTried = ({ words }: Contact): boolean => /essayé le \d/u.test(words);
const isOfficialSince2025 = ({ words }: Contact): boolean =>
  words.includes('source officielle') && /vu (?:le|en) [^·]*20(?:2[5-9]|[3-9]\d)/u.test(words);

/** The addresses beside which a page says that somebody tried them, or that they are official and seen since 2025. */
export const provenLinks = (page: Page): ReadonlySet<string> =>
  new Set(
    contactsOf(page).flatMap((contact) =>
      contact.link !== undefined && (isTried(contact) || isOfficialSince2025(contact))
        ? [contact.link]
        : [],
    ),
  );

/**
 * What a page says of contacts: a word that only somebody who tried them may write (PRODUCT.md 2.4), wherever it stands.
 * A whole list item is one breath: « vérifié » may stand in one paragraph, « essayé le … » in the next.
 */
export const untestedContacts = ({ main }: Page): readonly string[] =>
  lines(main.replace(innermostItem, (item) => `\n${wordsOf(item).replace(/\s+/gu, ' ')}\n`)).filter(
    (line) =>
      /(?<!personne de chez nous n’a )vérifiée?s?(?!\p{L})/iu.test(line) &&
      !/essayé le \d/u.test(line),
  );

export const archivePath = /^\/elections\/[a-z]+-(?!2026)\d{4}\//u;

/** The page begins with the banner of archives: all of it is of the past. */
export const isArchive = (html: string): boolean => html.includes('class="banner"');

/**
 * A length, a delay, a number of tries said in the same breath as an old year, outside of what is folded as past; and
 * what is of the past without naming its year: the size of a mailbox, what an academy used to do.
 */
export const oldRules = ({ path, html, main }: Page): readonly string[] =>
  isArchive(html) ? [] : oldWords({ path, words: lines(main.replace(past, '')) });

/** The same rules on words that stand beside a page. */
export function oldWords({ path, words }: Told): readonly string[] {
  if (archivePath.test(path)) return [];
  const isSheet = /^\/academies\/./u.test(path);
  return words.flatMap((line) => {
    const sentences = line.split(/(?<=[.!?…])\s/u);
    // A year said once holds for what the line says next.
    const first = sentences.findIndex((sentence) => oldYear.test(sentence));
    return sentences.filter(
      (sentence, index) =>
        (first >= 0 && index >= first && rule.test(sentence)) ||
        size.test(sentence) ||
        (isSheet && usedTo.test(sentence)),
    );
  });
}

const oldYear = /(?<!\d)(?:2008|2011|2014|2018|2022)(?!\d)/u;
/** What a mailbox held: it changes without notice, and the sources bear no date. */
const size = /\d[\s\u00a0\u202f]?(?:[kKMG]o|octets)(?!\p{L})/u;
const usedTo =
  /(?<!\p{L})(?:s’appelait|marchait|s’ouvrait|ouvrait|anciennes? limites?|avant le passage)(?!\p{L})/iu;

/** Words that state what somebody could check: a number, a habit, a duty. A definition states nothing. */
export const isChecked = (meaning: string): boolean =>
  /(?<!\d)(?!2026)\d+|(?<!\p{L})(?:deux|trois|quatre|treize|jamais|toujours|souvent|nécessaires?|obligatoires?|seulement|tout électeur)(?!\p{L})/iu.test(
    meaning,
  );

/** Entries of the glossary whose meaning states something, with no source beside it. */
export const unsourcedTerms = ({ main }: Page): readonly string[] =>
  main
    .replace(past, '')
    .split(/(?=<h2\b)/u)
    .slice(1)
    .flatMap((entry) => {
      const meaning = wordsOf(/<p>([\s\S]*?)<\/p>/u.exec(entry)?.[1] ?? '');
      return isChecked(meaning) && !/class="src"/u.test(entry) ? [meaning] : [];
    });

/** So many of something, or a number to call: what an old vote settled for itself. */
const rule =
  /(?<!\d)0(?:\d|\d{3})(?:[\s\u00a0\u202f.]\d\d){3,4}(?!\d)|(?<![\p{L}\p{N}])(?:\d+|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|vingt|trente)[\s\u00a0\u202f](?:jours|heures|h|minutes|min|semaines|mois|fois|essais|demandes|caractères|signes|chiffres|codes|nouveaux codes|scrutins)(?!\p{L})/iu;

/** Addresses that leave the site, wherever they stand. */
export const outwardLinks = ({ html }: Page): readonly string[] =>
  [...html.matchAll(/<a\b[^>]*href=(["'])((?:[a-z]+:|\/\/).*?)\1/giu)].map(
    ([, , href = '']) => href,
  );

/** Words that only the style sheet keeps apart: without it, or read aloud, they are one. */
export const gluedWords = ({ main }: Page): readonly string[] =>
  [
    ...main.matchAll(
      /.{0,30}[\p{L}\p{N}.,;:!?»·](?:<\/?(?:span|small|b|strong|em|a|mark|time|abbr|i)\b[^>]*>)+(?<=<(?:span|small|b|strong|em|a|mark|time|abbr|i)\b[^>]*>|<\/(?:span|small|a)>)[\p{L}\p{N}«].{0,30}/gu,
    ),
  ].map(([found]) => found);
