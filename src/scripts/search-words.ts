/** The thinking part of the search, without a page: which entries answer a request, best first, and by which sentence. */
import { foldText, isOneSlip } from './guide-words.ts';

export const searchKinds = ['situation', 'now', 'academy', 'term', 'page', 'archive'] as const;
export type SearchKind = (typeof searchKinds)[number];

/** One heading of a page: its anchor (`''` at the top), its words, its text. */
export type SearchPart = readonly [anchor: string, heading: string, text: string];

/** One thing that can be found. `names`: places and words that are not shown; `typed`: what people type who need it. */
export type SearchEntry = {
  readonly path: string;
  readonly title: string;
  readonly kind: SearchKind;
  /** « 2018 » for an archive, `''` otherwise. */
  readonly year: string;
  readonly names: string;
  readonly typed: readonly string[];
  readonly parts: readonly SearchPart[];
};

export type SearchIndex = {
  readonly synonyms: readonly (readonly string[])[];
  readonly entries: readonly SearchEntry[];
};

/** An answer: where to go, and the sentence that was found (`''` when the title says it all). */
export type Found = {
  readonly entry: SearchEntry;
  readonly href: string;
  readonly heading: string;
  readonly sentence: string;
  readonly score: number;
};

/** A page of the year first, then what explains it; archives come last. */
const kindWeight: Readonly<Record<SearchKind, number>> = {
  situation: 1.3,
  now: 1.25,
  academy: 1,
  term: 0.9,
  page: 1,
  archive: 0.6,
};

/** Words that tell no page from another. They count when nothing else was typed. */
const empty = new Set(
  (
    'a ai ais alors apres au aussi aux avec avoir c ca car ce cela ces cette chez comment d dans de des dois donc du ' +
    'elle en es est et eu fait faire faut il ils j je l la le les leur lui m ma mais me mes moi mon n ne nous on ou par ' +
    'pas peu peut peux plus pour pourquoi qu que quel quelle qui quoi s sa se ses si son suis sur t te toujours ' +
    'ton tout tres trouve tu un une veux vos votre vous y'
  ).split(' '),
);

type Sentence = {
  readonly part: SearchPart;
  readonly words: readonly string[];
  readonly text: string;
};
type Ready = {
  readonly entry: SearchEntry;
  readonly title: readonly string[];
  readonly names: readonly string[];
  readonly typed: readonly (readonly string[])[];
  readonly headings: readonly { readonly part: SearchPart; readonly words: readonly string[] }[];
  readonly sentences: readonly Sentence[];
};

/** An index with every word folded, once. */
export type ReadyIndex = {
  readonly entries: readonly Ready[];
  readonly synonyms: readonly (readonly (readonly string[])[])[];
  readonly vocabulary: readonly string[];
  /** What was already compared: a synonym is asked at every letter typed. */
  readonly near: Map<string, ReadonlyMap<string, number>>;
};

/** The words of a text: lower case, no accents, letters and digits only. */
export const wordsOf = (text: string): readonly string[] =>
  foldText(text).match(/[a-z0-9œæ]+/gu) ?? [];

/** The words that tell pages apart; all of them when there are no others. */
function tellingWords(text: string): readonly string[] {
  const all = wordsOf(text);
  const telling = all.filter((word) => !empty.has(word));
  return telling.length > 0 ? telling : all;
}

/** Folds an index, or several (the archives join on demand). */
export function makeReady(indexes: readonly SearchIndex[]): ReadyIndex {
  const entries = indexes.flatMap((index) => index.entries.map(readyEntry));
  const vocabulary = new Set<string>();
  for (const one of entries)
    for (const list of [one.title, one.names, ...one.typed, ...textsOf(one)])
      for (const word of list) vocabulary.add(word);
  return {
    entries,
    synonyms: indexes.flatMap(({ synonyms }) => synonyms.map((group) => group.map(tellingWords))),
    vocabulary: [...vocabulary],
    near: new Map(),
  };
}

/** Not after « nov. », which has its year behind it. */
const sentenceEnd = /(?<=[.!?…])(?<!(?:janv|févr|avr|juil|sept|oct|nov|déc)\.)\s+/u;

const textsOf = (one: Ready) => [...one.headings, ...one.sentences].map(({ words }) => words);

function readyEntry(entry: SearchEntry): Ready {
  return {
    entry,
    title: wordsOf(entry.title),
    names: wordsOf(entry.names),
    typed: entry.typed.map(tellingWords),
    headings: entry.parts.map((part) => ({ part, words: wordsOf(part[1]) })),
    sentences: entry.parts.flatMap((part) =>
      part[2].split(sentenceEnd).map((text): Sentence => ({ part, text, words: wordsOf(text) })),
    ),
  };
}

/** How near a word of a page is to a word that was asked, 0 to 1, ignoring slips. */
function likeness(asked: string, word: string): number {
  if (asked === word) return 1;
  if (/^\d/u.test(asked)) return 0;
  if (asked.length >= 4 && stem(asked) === stem(word)) return 0.95;
  return asked.length >= 3 && word.startsWith(asked) ? 0.85 : 0;
}

/** Without the endings that French changes most: « perdues » and « perdu », « voter » and « voté ». */
const stem = (word: string): string => word.replace(/(?:ees|es|er|ez|ee|e|s|x)$/u, '');

/** One slip in words of four letters or more, two in words of eight. Prefixes count: people stop typing. */
function slipLikeness(asked: string, word: string): number {
  if (!/^[a-zœæ]{4,}$/u.test(asked) || word.length < 3) return 0;
  const cuts = [-1, 0, 1].map((more) => word.slice(0, asked.length + more));
  if (isOneSlip(asked, word)) return 0.7;
  if (cuts.some((cut) => cut.length > 3 && isOneSlip(asked, cut))) return 0.55;
  if (asked.length < 8) return 0;
  return withoutOne(asked).some((left) => isOneSlip(left, word)) ||
    withoutOne(word).some((right) => isOneSlip(asked, right))
    ? 0.45
    : 0;
}

const withoutOne = (word: string): readonly string[] =>
  [...word].map((_, index) => word.slice(0, index) + word.slice(index + 1));

/** Every word of the index that answers one that was asked. Slips are looked for only where nothing else answers. */
function nearWords(asked: string, vocabulary: readonly string[]): ReadonlyMap<string, number> {
  const those = (measure: (asked: string, word: string) => number) =>
    new Map(
      vocabulary
        .map((word) => [word, measure(asked, word)] as const)
        .filter(([, quality]) => quality > 0),
    );
  const plain = those(likeness);
  return plain.size > 0 ? plain : those(slipLikeness);
}

/** Something asked: a word or a known phrase, and other ways of saying it. */
type Asked = readonly {
  readonly words: readonly ReadonlyMap<string, number>[];
  readonly worth: number;
}[];

/** Splits a request into words and known phrases, the longest first. */
function askedOf(
  request: string,
  { synonyms, vocabulary, near: known }: ReadyIndex,
): readonly Asked[] {
  const tokens = tellingWords(request);
  const near = (word: string) => {
    const found = known.get(word) ?? nearWords(word, vocabulary);
    known.set(word, found);
    return found;
  };
  const same = (asked: string | undefined, word: string) =>
    asked !== undefined &&
    (asked === word ||
      (asked.length > 3 && stem(asked) === stem(word)) ||
      (asked.length > 4 && word.length > 4 && isOneSlip(asked, word)));
  const asked: Asked[] = [];
  for (let at = 0; at < tokens.length;) {
    const here = synonyms
      .flatMap((group) => group.map((phrase) => ({ group, phrase })))
      .filter(({ phrase }) => phrase.every((word, index) => same(tokens[at + index], word)))
      .sort((a, b) => b.phrase.length - a.phrase.length);
    const length = here[0]?.phrase.length ?? 1;
    const own = tokens.slice(at, at + length);
    const others = here
      .filter(({ phrase }) => phrase.length === length)
      .flatMap(({ group }) => group);
    asked.push([
      { words: own.map(near), worth: 1 },
      ...others.map((phrase) => ({ words: phrase.map(near), worth: 0.8 })),
    ]);
    at += length;
  }
  return asked;
}

/** How well a list of words holds what was asked, 0 to 1: all the words of one way of saying it. */
function holds(asked: Asked, words: readonly string[]): number {
  return Math.max(
    0,
    ...asked.map(({ words: wanted, worth }) => {
      const each = wanted.map((near) => Math.max(0, ...words.map((word) => near.get(word) ?? 0)));
      return each.includes(0) ? 0 : (worth * each.reduce((sum, one) => sum + one, 0)) / each.length;
    }),
  );
}

/** Answers, best first. An empty request has none. `limit`: how many at most. */
export function findIn(request: string, ready: ReadyIndex, limit = 30): readonly Found[] {
  const asked = askedOf(request, ready);
  if (asked.length === 0) return [];
  const tables = ready.entries.map((one) => asked.map((term) => bestPlace(term, one)));
  const rarity = asked.map((_, index) => {
    const many = tables.filter((row) => (row[index] ?? 0) > 0).length;
    return Math.log(1 + ready.entries.length / Math.max(many, 1));
  });
  const all = rarity.reduce((sum, one) => sum + one, 0);
  const covers = tables.map(
    (row) => rarity.reduce((sum, rare, index) => sum + (row[index] ? rare : 0), 0) / all,
  );
  // A long sentence has words that no page holds: what holds most of it is still an answer, and so is a page for which
  // people type part of it.
  const enough = Math.min(0.3, 0.7 * Math.max(...covers));
  const sorted = ready.entries
    .flatMap((one, at) => {
      const row = tables[at] ?? [];
      const covered = covers[at] ?? 0;
      const typed = typedBonus(asked, one);
      if (covered === 0 || (covered < enough && typed === 0)) return [];
      const worth = rarity.reduce((sum, rare, index) => sum + rare * (row[index] ?? 0), 0) / all;
      const score = (worth * covered + typed) * kindWeight[one.entry.kind];
      return [{ one, score }];
    })
    .sort((a, b) => b.score - a.score);
  return withAcademy(sorted, asked, ready)
    .slice(0, limit)
    .map(({ one, score }) => ({ ...shownPlace(asked, one), score }));
}

type Scored = { readonly one: Ready; readonly score: number };

/** A name, or a name with one slip that is no other word of the index: « noumeaa ». */
const named = 0.69;

/** Whoever names an academy in a longer sentence is from there: its page is never further than the second line. */
function withAcademy(
  sorted: readonly Scored[],
  asked: readonly Asked[],
  { entries }: ReadyIndex,
): readonly Scored[] {
  const own = entries.find(
    ({ entry, names }) =>
      entry.kind === 'now' && asked.some((term) => holds(term.slice(0, 1), names) > named),
  );
  if (!own || sorted[0]?.one === own || sorted.length === 0) return sorted;
  const rest = sorted.filter(({ one }) => one !== own);
  return [...rest.slice(0, 1), { one: own, score: rest[0]?.score ?? 0 }, ...rest.slice(1)];
}

/** Where in an entry something asked weighs most. */
function bestPlace(term: Asked, one: Ready): number {
  return Math.max(
    9 * holds(term, one.title),
    8 * holds(term, one.names),
    // What is typed for an academy's sheet names the academy too: alone, « messagerie » is not for a sheet.
    ...(one.entry.kind === 'academy' ? [] : one.typed.map((phrase) => 8 * holds(term, phrase))),
    ...one.headings.map(({ words }) => 4 * holds(term, words)),
    ...one.sentences.map(({ words }) => 2 * holds(term, words)),
  );
}

/** The more of the request is phrases that people type for this page, the surer; half a phrase says nothing. */
function typedBonus(asked: readonly Asked[], { typed }: Ready): number {
  const told = new Set<Asked>();
  for (const phrase of typed) {
    const own = asked.filter((term) => holds(term, phrase) > 0);
    const near = own.flatMap((term) =>
      term.filter((one) => holds([one], phrase) > 0).flatMap(({ words }) => words),
    );
    if (phrase.every((word) => near.some((those) => those.has(word))))
      for (const term of own) told.add(term);
  }
  return (10 * told.size) / asked.length;
}

/** An academy's pages say the same everywhere: what one finds there. */
const kindLine: Readonly<Partial<Record<SearchKind, string>>> = {
  now: 'Les dates, trois gestes pour aujourd’hui, les personnes à qui demander.',
  academy: 'Ce que l’on sait de sa messagerie et de son assistance.',
};
/** The first sentence of these reassures or explains, whatever was asked. */
const alwaysSays = new Set<SearchKind>(['situation', 'term']);

/** The sentence that answers best, else the heading that does, else the page itself. */
function shownPlace(
  asked: readonly Asked[],
  { entry, title, typed, headings, sentences }: Ready,
): Omit<Found, 'score'> {
  const worth = (words: readonly string[]) =>
    asked.reduce((sum, term) => sum + holds(term, words), 0);
  const best = sentences
    .map((one) => ({ ...one, worth: worth(one.words) + worth(wordsOf(one.part[1])) / 2 }))
    .sort((a, b) => b.worth - a.worth)[0];
  const heading = headings
    .map((one) => ({ ...one, worth: worth(one.words) }))
    .sort((a, b) => b.worth - a.worth)[0];
  const part =
    best && best.worth > 0 ? best.part : heading && heading.worth > 0 ? heading.part : null;
  // Where the page as a whole is the answer, the reader starts at its top: a sentence that only resembles the request
  // would open it in the middle.
  const whole = Math.max(worth(title), ...typed.map(worth));
  const inside = Math.max(best ? worth(best.words) : 0, heading?.worth ?? 0);
  const anchor = whole < inside ? (part?.[0] ?? '') : '';
  return {
    entry,
    href: anchor !== '' && !entry.path.includes('#') ? `${entry.path}#${anchor}` : entry.path,
    heading: part?.[1] ?? '',
    sentence:
      best && (best.worth > 0 || alwaysSays.has(entry.kind))
        ? best.text
        : (kindLine[entry.kind] ?? ''),
  };
}

/** The pieces of a sentence, those that answer apart, to be marked. */
export function piecesOf(
  sentence: string,
  request: string,
): readonly { readonly text: string; readonly isAsked: boolean }[] {
  const asked = tellingWords(request);
  return (sentence.match(/[\p{L}\p{M}\d]+|[^\p{L}\p{M}\d]+/gu) ?? []).map((text) => {
    const [word = ''] = wordsOf(text);
    return { text, isAsked: word !== '' && asked.some((one) => likeness(one, word) > 0) };
  });
}

/** What the status line says. `shown` of `count` results are listed. */
export function foundWords(count: number, shown: number): string {
  if (count === 0)
    return 'Rien trouvé avec ces mots. Essayez un seul mot, ou demandez à quelqu’un\u202f: les personnes sont plus bas.';
  if (count === 1) return 'Une réponse.';
  return count > shown
    ? `${String(count)} réponses, voici les ${String(shown)} plus proches.`
    : `${String(count)} réponses.`;
}

/** The small word beside a result: what kind of page it is. */
export function kindWords({ kind, year }: Pick<SearchEntry, 'kind' | 'year'>): string {
  return {
    situation: 'ça bloque',
    now: 'mon académie, maintenant',
    academy: 'messagerie et assistance',
    term: 'glossaire',
    page: 'guide',
    archive: `archives ${year}`.trim(),
  }[kind];
}

type Row = readonly unknown[];

/** An index as it travels: rows without keys. Anything else gives `null`. */
export function parseIndex(value: unknown): SearchIndex | null {
  if (typeof value !== 'object' || value === null) return null;
  if (!('s' in value && 'e' in value && Array.isArray(value.s) && Array.isArray(value.e)))
    return null;
  const entries = value.e.map((row: unknown) => (Array.isArray(row) ? parseEntry(row) : null));
  const groups: readonly unknown[] = value.s;
  return {
    synonyms: groups.map(strings),
    entries: entries.filter((entry) => entry !== null),
  };
}

function parseEntry([path, title, kind, year, names, typed, parts]: Row): SearchEntry | null {
  const known = searchKinds.find((_, index) => index === kind);
  if (typeof path !== 'string' || typeof title !== 'string' || known === undefined) return null;
  return {
    path,
    title,
    kind: known,
    year: textOf(year),
    names: textOf(names),
    typed: strings(typed),
    parts: (Array.isArray(parts) ? parts : []).map((part: unknown): SearchPart => {
      const [anchor = '', heading = '', text = ''] = strings(part);
      return [anchor, heading, text];
    }),
  };
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const strings = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.map(textOf) : [];

/** The other way: what `parseIndex` reads. */
export function printIndex({ synonyms, entries }: SearchIndex): string {
  return JSON.stringify({
    s: synonyms,
    e: entries.map(({ path, title, kind, year, names, typed, parts }) => [
      path,
      title,
      searchKinds.indexOf(kind),
      year,
      names,
      typed,
      parts,
    ]),
  });
}
