/** The words of the glossary, and the first of each on a page made a link to its entry. */
import { glossarySchema, type Term } from '../schemas/glossary.ts';
import { readYaml } from '../schemas/read.ts';

export type { FormerName, Term } from '../schemas/glossary.ts';

export const glossaryPath = 'content/glossaire/mots.yaml';

let kept: readonly Term[] | null = null;

/** Every entry, by word. */
export function glossary(): readonly Term[] {
  if (kept && process.env['NODE_ENV'] !== 'development') return kept;
  const byWord = new Intl.Collator('fr');
  kept = [...readYaml(glossaryPath, glossarySchema)].sort((a, b) => byWord.compare(a.word, b.word));
  return kept;
}

/** Where a word is not read on a page of prose: the glossary itself, the search, a drawn map, sheets to print, the simulator's screens. */
const withoutTermLinks =
  /^\/(?:glossaire|recherche|simulateur|animer\/imprimer|elections\/[^/]+\/plan|partager\/[^/]+\/[^/]+)\/$/u;

/** The pages whose words lead to the glossary, the first time that they are used there. */
export const hasTermLinks = (path: string): boolean =>
  path.endsWith('/') && !withoutTermLinks.test(path);

/** What is neither read as prose nor ours to underline: doors, titles, quotations, messages to copy, sources. */
const leftAlone =
  /^(?:a|button|h[1-6]|q|blockquote|summary|nav|footer|header|label|code|script|style|svg|figure|dt|th|caption|legend|title)$/u;
const leftAloneClass =
  /\bclass="[^"]*\b(?:src|message|banner|choices|date|mark|address)\b|\bdata-(?:message|subject)\b|\bhidden\b/u;

// A comment, a script, a style, a tag, or a piece of text.
const pieces = /<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1\s*>|<[^>]*>|[^<]+/giu;
const noEnd = /^(?:area|base|br|col|hr|img|input|link|meta|source|wbr)$/u;

/** Links the first occurrence of each term inside `<main>`. Text between « guillemets » is a quotation. */
export function linkTerms(html: string, terms: readonly Term[]): string {
  const start = html.indexOf('<main');
  const end = html.lastIndexOf('</main>');
  if (start < 0 || end < 0) return html;
  const waiting = waitingOf(terms);
  let done = new Set<string>();
  // Open elements: whether nothing is linked in them, and what was linked before a cell of the moment, of which a
  // reader sees one: what it links is no first use for the rest of the page.
  const open: Open[] = [];
  let quoted = 0;
  const main = html.slice(start, end).replace(pieces, (piece) => {
    if (piece.startsWith('<')) {
      const [, slash, name = ''] = /^<(\/?)([a-z][\w-]*)/iu.exec(piece) ?? [];
      if (
        name === '' ||
        noEnd.test(name) ||
        piece.endsWith('/>') ||
        /^<(?:script|style)/iu.test(piece)
      )
        return piece;
      if (/^(?:p|li|dd|td|h\d)$/u.test(name)) quoted = 0;
      if (slash) {
        const at = open.findLastIndex((one) => one.name === name);
        done = open[at]?.before ?? done;
        if (at >= 0) open.length = at;
      } else
        open.push({
          name,
          closed:
            (open.at(-1)?.closed ?? false) || leftAlone.test(name) || leftAloneClass.test(piece),
          before: /\bwhen-cell\b/u.test(piece) ? new Set(done) : null,
        });
      return piece;
    }
    if (open.at(-1)?.closed) return piece;
    return piece.replace(/«|»|[^«»]+/gu, (part) => {
      if (part === '«') quoted += 1;
      else if (part === '»') quoted = Math.max(0, quoted - 1);
      else if (quoted === 0) return linkIn(part, waiting, done);
      return part;
    });
  });
  return html.slice(0, start) + main + html.slice(end);
}

/** What is looked for, made once for a list of terms: every page asks for the same. */
const prepared = new WeakMap<readonly Term[], Waiting>();

function waitingOf(terms: readonly Term[]): Waiting {
  const kept = prepared.get(terms);
  if (kept) return kept;
  const forms = terms.flatMap(({ anchor, forms: all }) => all.map((form) => ({ anchor, form })));
  const made = {
    some: pattern(forms.map(({ form }) => formSource(form)).join('|')),
    each: forms.map(({ anchor, form }) => ({ anchor, pattern: pattern(formSource(form)) })),
  };
  prepared.set(terms, made);
  return made;
}

type Open = {
  readonly name: string;
  readonly closed: boolean;
  readonly before: Set<string> | null;
};
type Waiting = {
  /** Any of them: most pieces of text hold none, and are asked once. */
  readonly some: RegExp;
  readonly each: readonly { readonly anchor: string; readonly pattern: RegExp }[];
};

/** The earliest term of this piece, then those after it: a link never holds another. */
function linkIn(text: string, waiting: Waiting, done: Set<string>): string {
  if (!waiting.some.test(text)) return text;
  const found = waiting.each
    .filter(({ anchor }) => !done.has(anchor))
    .flatMap(({ anchor, pattern: form }) => {
      const match = form.exec(text);
      return match ? [{ anchor, at: match.index, words: match[0] }] : [];
    })
    // At the same place the longer one says more: « liste électorale » before « liste ».
    .sort((a, b) => a.at - b.at || b.words.length - a.words.length)[0];
  if (!found) return text;
  done.add(found.anchor);
  const after = found.at + found.words.length;
  return `${text.slice(0, found.at)}<a class="term" href="/glossaire/#${found.anchor}">${found.words}</a>${linkIn(text.slice(after), waiting, done)}`;
}

/** A form, whatever its first capital and the kind of its spaces. */
function formSource(form: string): string {
  const first = form.charAt(0);
  const rest = form
    .slice(1)
    .replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
    .replace(/ /gu, '[ \\u00a0]');
  return `[${first.toLowerCase()}${first.toUpperCase()}]${rest}`;
}

/** As a whole word; part of an address is no word. */
const pattern = (source: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\d./@-])(?:${source})(?![\\p{L}\\d@/-]|\\.[\\p{L}\\d])`, 'u');
