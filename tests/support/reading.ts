/** What a person would notice on a built page, one rule each: a name, and what breaks it. Pages are read as text. */
import { filesOf, isRedirect, pathOf } from '../../src/tools/dist.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { siteFolder } from '../../src/tools/run.ts';

export type Page = {
  readonly path: string;
  readonly html: string;
  /** Inside `<main>`, without scripts and styles. */
  readonly main: string;
};

/** Every page of the built site that says something: the tiny ones that only lead on are left out. */
export function builtPages(): readonly Page[] {
  return filesOf(siteFolder)
    .filter((file) => file.endsWith('.html'))
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

/** A value that was not there when the page was made. */
export function emptyValues({ main, html }: Page): readonly string[] {
  const holes = /\b(?:undefined|null|NaN)\b|\[object |Invalid Date|\{[a-z_]+\}|«\s*»|\(\s*\)/u;
  const blank =
    /<(p|li|h[1-6]|a|dd|dt|td|th|button|summary|figcaption)\b(?![^>]*\b(?:data-|hidden|role="status"))[^>]*>\s*<\/\1\s*>/giu;
  const title = /<title>([^<]*)/u.exec(html)?.[1] ?? '';
  return [
    ...[title, ...lines(main)].filter((line) => holes.test(line)),
    ...[...main.matchAll(blank)].map(([tag]) => tag),
  ];
}

/** French signs and their spaces, as the Imprimerie nationale sets them; addresses and code are not prose. */
export function typographyFaults({ main, html }: Page): readonly string[] {
  const title = /<title>([^<]*)/u.exec(html)?.[1] ?? '';
  const description = /<meta name="description" content="([^"]*)/u.exec(html)?.[1] ?? '';
  const prose = main.replace(/<(code|kbd|pre|samp)\b[\s\S]*?<\/\1\s*>/giu, 'x');
  return [title, description, ...lines(prose)].flatMap((raw) => {
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
      [/ ,| \.(?!\p{L})/u, 'espace avant , .'],
      [/\d %/u, 'espace sécable avant %'],
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

const contactsOf = ({ main }: Page): readonly Contact[] =>
  [...main.matchAll(/<li\b[^>]*>((?:(?!<\/?li\b)[\s\S])*)<\/li>/gu)].map(([, html = '']) => ({
    link: /<a\b[^>]*href="((?:https?:|mailto:|tel:)[^"]*)"/u.exec(html)?.[1],
    words: wordsOf(html).replace(/\s+/gu, ' '),
  }));

const isTried = ({ words }: Contact): boolean => /essayé le \d/u.test(words);
const isOfficialSince2025 = ({ words }: Contact): boolean =>
  words.includes('source officielle') && /vu (?:le|en) [^·]*20(?:2[5-9]|[3-9]\d)/u.test(words);

/** The addresses beside which a page says that somebody tried them, or that they are official and seen since 2025. */
export const provenLinks = (pages: readonly Page[]): ReadonlySet<string> =>
  new Set(
    pages
      .flatMap(contactsOf)
      .flatMap((contact) =>
        contact.link !== undefined && (isTried(contact) || isOfficialSince2025(contact))
          ? [contact.link]
          : [],
      ),
  );

/** What a page says of contacts: a word that only somebody who tried them may write (PRODUCT.md 2.4). */
export const untestedContacts = (page: Page): readonly string[] =>
  contactsOf(page).flatMap((contact) =>
    !isTried(contact) && /vérifiée?s?(?!\p{L})/u.test(contact.words) ? [contact.words] : [],
  );

export const archivePath = /^\/elections\/[a-z]+-(?!2026)\d{4}\//u;

/** A length, a delay, a number of tries said in the same breath as an old year, outside of what is folded as past. */
export function oldRules({ path, main }: Page): readonly string[] {
  if (archivePath.test(path)) return [];
  const present = main.replace(
    /<(div|details|ul)\b[^>]*\bdata-(?:autrefois|exercices)\b[\s\S]*?<\/\1\s*>/giu,
    '',
  );
  return lines(present)
    .flatMap((line) => line.split(/(?<=[.!?…])\s/u))
    .filter(
      (sentence) =>
        /(?<!\d)(?:2008|2011|2014|2018|2022)(?!\d)/u.test(sentence) && rule.test(sentence),
    );
}

const rule =
  /(?<![\p{L}\p{N}])(?:\d+|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|vingt|trente)[\s\u00a0\u202f](?:jours|heures|h|minutes|min|semaines|mois|fois|essais|demandes|caractères|signes|chiffres)(?!\p{L})/iu;

/** Addresses that leave the site, wherever they stand. */
export const outwardLinks = ({ html }: Page): readonly string[] =>
  [...html.matchAll(/<a\b[^>]*href="((?:[a-z]+:|\/\/)[^"]*)"/giu)].map(([, href = '']) => href);

/** Words that only the style sheet keeps apart: without it, or read aloud, they are one. */
export const gluedWords = ({ main }: Page): readonly string[] =>
  [
    ...main.matchAll(
      /.{0,30}[\p{L}\p{N}.,;:!?»·](?:<\/?(?:span|small|b|strong|em|a|mark|time|abbr|i)\b[^>]*>)+(?<=<(?:span|small|b|strong|em|a|mark|time|abbr|i)\b[^>]*>|<\/(?:span|small|a)>)[\p{L}\p{N}«].{0,30}/gu,
    ),
  ].map(([found]) => found);
