/**
 * After the build: what /recherche/ searches, made from the pages themselves. Two files with hashed names, so that they
 * are kept beside the page that names them: the guide of today, and the archives, which are asked for apart.
 */
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { academies, type Academy } from '../lib/content.ts';
import { currentId } from '../lib/current.ts';
import { glossary } from '../lib/glossary.ts';
import { searchHelp, searchHelpPath } from '../lib/search-help.ts';
import { shortAddresses } from '../lib/short-addresses.ts';
import { towns } from '../lib/towns.ts';
import { locateYaml, stop } from '../schemas/read.ts';
import { printIndex, type SearchEntry, type SearchPart } from '../scripts/search-words.ts';
import { filesOf, isGuidePage, isRedirect, pathOf } from './dist.ts';

const searchPage = 'recherche/index.html';
/** Its words are looked for in the same list, to guess what was meant. */
const lostPage = '404.html';
const names = ['recherche', 'recherche-archives'] as const;
/** What a page without a script would find: nothing, so it is not an answer either. */
const notAnswers = new Set(['/recherche/', '/404.html']);
/** Their title is enough: what they lead to answers by itself, or they tell others what voters look for elsewhere. */
const onlyTitle = new Set([
  '/',
  '/academies/',
  '/accessibilite/',
  '/accessibilite/rgaa/',
  '/animer/',
  '/animer/imprimer/',
  '/ca-bloque/',
  '/exercices/',
  '/partager/',
  '/simulateur/',
]);
/** Pages of which each heading is an answer of its own. */
const byHeading = new Set(['/glossaire/', '/est-ce-mon-election/']);

/** Writes both files of words and names them in the page. Throws `ContentError` on a page that does not exist. */
export function writeSearchIndex(dir: string): void {
  const entries = searchEntries(dir);
  const isOld = ({ kind }: SearchEntry) => kind === 'archive';
  const texts = [
    printIndex({
      synonyms: searchHelp().synonyms,
      entries: entries.filter((one) => !isOld(one)),
    }),
    printIndex({ synonyms: [], entries: entries.filter(isOld) }),
  ];
  const assets = join(dir, 'assets');
  mkdirSync(assets, { recursive: true });
  for (const file of filesOf(assets))
    if (/^recherche.*\.json$/u.test(file)) rmSync(join(assets, file));
  const renamed = new Map<string, string>();
  names.forEach((name, index) => {
    const text = texts[index] ?? '';
    const hash = createHash('sha256')
      .update(text)
      .digest('base64url')
      .replace(/\W|_/gu, '')
      .slice(0, 8);
    writeFileSync(join(assets, `${name}.${hash}.json`), text);
    renamed.set(`${name}.json`, `${name}.${hash}.json`);
  });
  for (const file of [searchPage, lostPage]) {
    const page = readFileSync(join(dir, file), 'utf8');
    const named = page.replace(
      /recherche(?:-archives)?\.json/gu,
      (name) => renamed.get(name) ?? name,
    );
    writeFileSync(join(dir, file), named);
  }
}

/** Everything that can be found in a built site. */
export function searchEntries(dir: string): readonly SearchEntry[] {
  const { typed } = searchHelp();
  // Each academy that a shared name may mean answers by itself.
  const toChoose = new Set(shortAddresses().shared.map(({ slug }) => `/${slug}/`));
  const pages = filesOf(dir)
    .filter((file) => isGuidePage(file) || file === 'simulateur/index.html')
    .map((file) => ({ path: pathOf(file), html: readFileSync(join(dir, file), 'utf8') }))
    .filter(({ path, html }) => !notAnswers.has(path) && !toChoose.has(path) && !isRedirect(html))
    // Each academy's kit and its sheets say the same: the page that lists them answers for all.
    .filter(({ path }) => !/^\/partager\/./u.test(path));
  const entries = pages.flatMap(({ path, html }) => entriesOf(path, html));
  const lost = Object.keys(typed).find((path) => !entries.some((entry) => entry.path === path));
  if (lost !== undefined)
    stop(searchHelpPath, [
      {
        line: locateYaml(searchHelpPath).line(['pages', lost]),
        what: `la page « ${lost} » n’existe pas.`,
        write: 'Corriger son adresse, ou enlever la ligne.',
      },
    ]);
  return entries.map((entry) => ({
    ...entry,
    typed: [...entry.typed, ...(typed[entry.path] ?? [])],
  }));
}

function entriesOf(path: string, html: string): readonly SearchEntry[] {
  const academy = academies().find(({ id }) => path.split('/').includes(id));
  const year = /^\/elections\/[a-z]+-(\d{4})\//u.exec(path)?.[1] ?? '';
  const isOld =
    path.startsWith('/elections/') && year !== '' && !path.startsWith(`/elections/${currentId}/`);
  const parts = onlyTitle.has(path) ? [] : partsOf(html);
  const base = { path, title: titleOf(html), year: '', names: '', typed: [], parts };
  if (isOld) return [{ ...base, kind: 'archive', year, names: academy ? namesOf(academy) : '' }];
  if (academy) return [academyEntry(base, academy)];
  // An exercise tells its trouble in the words of the page that answers it: its title is enough, and that page comes first.
  if (path.startsWith('/exercices/'))
    return [{ ...base, kind: isArchive(html) ? 'archive' : 'page', parts: [] }];
  if (byHeading.has(path))
    return [
      { ...base, kind: 'page', parts: [] },
      ...parts.flatMap((part) => headingEntry(base, part)),
    ];
  return [
    {
      ...base,
      kind: path.startsWith('/ca-bloque/') && path !== '/ca-bloque/' ? 'situation' : 'page',
    },
  ];
}

/** The page calls itself one. */
const isArchive = (html: string): boolean => html.includes('<meta name="robots" content="noindex"');

type Base = Omit<SearchEntry, 'kind'>;

/** The pages of an academy say the same but for its names: those are what is searched. */
function academyEntry(base: Base, academy: Academy): SearchEntry {
  const words = namesOf(academy);
  if (base.path === `/elections/${currentId}/${academy.id}/`)
    return { ...base, kind: 'now', title: academy.name, names: words, parts: [] };
  if (academy.exists.until !== null) return { ...base, kind: 'archive', names: words, parts: [] };
  if (base.path !== `/academies/${academy.id}/`)
    return { ...base, kind: 'page', names: words, parts: [] };
  const places = [academy.short, ...academy.departments.map(({ name }) => name)];
  const typed = places.map((place) => `messagerie ${place}`);
  return { ...base, kind: 'academy', names: words, typed, parts: [] };
}

function namesOf({ id, short, departments }: Academy): string {
  const places = departments.flatMap(({ code, name }) => [code, name]);
  return [short, ...places, ...(towns()[id] ?? [])].join(' ');
}

function headingEntry(base: Base, [anchor, heading, text]: SearchPart): readonly SearchEntry[] {
  if (anchor === '' || heading === '' || anchor === 'choisir' || anchor === 'aide') return [];
  const term =
    base.path === '/glossaire/' ? glossary().find((one) => one.anchor === anchor) : undefined;
  return [
    {
      ...base,
      path: `${base.path}#${anchor}`,
      title: heading,
      kind: term ? 'term' : 'page',
      typed: term?.others ?? [],
      parts: [[anchor, '', text]],
    },
  ];
}

/** What a page calls itself: its heading, which holds no date that may move, else its title. */
export function titleOf(html: string): string {
  const heading = /<h1\b[^>]*>([\s\S]*?)<\/h1>/u.exec(html)?.[1];
  return textOf(heading ?? /<title>([^<]*)/u.exec(html)?.[1]?.replace(/ · Isoloir$/u, '') ?? '');
}

/** What stands on many pages, is another year's or is said at one moment of the vote only: it would answer everything, or answer wrongly. */
const notProse = [
  /<(script|style|noscript|nav|svg|figure)\b[\s\S]*?<\/\1\s*>/giu,
  /<(div|details)\b[^>]*\bdata-autrefois\b[\s\S]*?<\/\1\s*>/giu,
  /<(p|div|section)\b[^>]*\bdata-time="[\s\S]*?<\/\1\s*>/giu,
  /<ol\b[^>]*\bdata-persons\b[\s\S]*?<\/ol>/giu,
  /<div\b[^>]*\bdata-message\b[\s\S]*?(?=<h2)/giu,
  /<p\b[^>]*\bclass="(?:src|fine[^"]*|banner|practise[^"]*)"[^>]*>[\s\S]*?<\/p>/giu,
  /<h1\b[\s\S]*?<\/h1>/giu,
] as const;
/** Headings under which every situation says the same, there are only names, or « demain matin » has its day. */
const notSearched = new Set([
  'qui-appeler',
  'message',
  'exercice',
  'sources',
  'heures-locales',
  'ensuite',
]);

/** The text of a page by heading: `<h2 id>`, and `<h3>` or steps within. */
function partsOf(html: string): readonly SearchPart[] {
  const main = /<main\b[^>]*>([\s\S]*)<\/main>/u.exec(html)?.[1] ?? '';
  const prose = notProse.reduce((left, pattern) => left.replace(pattern, ' '), main);
  return prose
    .split(/(?=<h2\b)/u)
    .map((piece): SearchPart => {
      const [whole = '', anchor = '', heading = ''] =
        /^<h2\b[^>]*?\bid="([^"]+)"[^>]*>([\s\S]*?)<\/h2>/u.exec(piece) ?? [];
      return [anchor, textOf(heading), textOf(piece.slice(whole.length))];
    })
    .filter(([anchor, heading, text]) => !notSearched.has(anchor) && heading + text !== '');
}

/** Words without their tags; the end of a block ends a sentence. */
function textOf(html: string): string {
  return (
    html
      .replace(/<\/(?:p|li|h[1-6]|dd|dt|td|th|summary|label)>/giu, ' \n')
      .replace(/<[^>]*>/gu, '')
      .replace(/&#39;|&apos;/gu, '’')
      .replace(/&quot;|&#34;/gu, '"')
      .replace(/&nbsp;/gu, '\u00a0')
      .replace(/&lt;/gu, '<')
      .replace(/&gt;/gu, '>')
      .replace(/&amp;/gu, '&')
      .split('\n')
      // What a list goes on with ends nothing here.
      .map((line) =>
        line
          .replace(/[ \t\r\n]+/gu, ' ')
          .replace(/[\s;,]+$/u, '')
          .trim(),
      )
      .filter((line) => line !== '')
      .map((line, index, all) =>
        index < all.length - 1 && !/[.!?…:»]$/u.test(line) ? `${line}.` : line,
      )
      .join(' ')
  );
}
