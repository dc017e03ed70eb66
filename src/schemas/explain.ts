/** Turns what zod found into French: what is wrong, what to write. No file access here. */
import { z } from 'astro/zod';

export type Trouble = { readonly line: number; readonly what: string; readonly write: string };
type Issue = z.core.$ZodIssue;

/** Unions hide their reasons: keep those of the alternative that came closest. Misspelt keys come first. */
export function flatten(issues: readonly Issue[]): readonly Issue[] {
  const flat = issues.flatMap((issue): readonly Issue[] => {
    if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
    const ranked = issue.errors.map(flatten).sort((a, b) => closeness(b) - closeness(a));
    const best = wordsTogether(ranked) ?? ranked[0] ?? [];
    return best.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
  });
  const misspelt = flat.filter(({ code }) => code === 'unrecognized_keys');
  return [...misspelt, ...flat.filter(({ code }) => code !== 'unrecognized_keys')];
}

/** When no alternative came close, one issue with every word that would have been accepted. */
function wordsTogether(alternatives: readonly (readonly Issue[])[]): readonly Issue[] | null {
  if (alternatives.some((issues) => closeness(issues) >= 0)) return null;
  const wanted = alternatives.flat().filter((issue) => issue.code === 'invalid_value');
  const first = wanted[0];
  return first ? [{ ...first, values: wanted.flatMap(({ values }) => values) }] : null;
}

/** Deeper is closer; a wrong type at the top means that this alternative was not meant. */
function closeness(issues: readonly Issue[]): number {
  const first = issues[0];
  if (!first) return -2;
  const depth = Math.max(...issues.map((issue) => issue.path.length));
  if (depth > 0) return depth;
  return first.code === 'invalid_type' || first.code === 'invalid_value' ? -1 : 0;
}

/** One issue in French. `value` is the whole file as read, `line` finds a key's line. */
export function explain(
  issue: Issue,
  schema: z.ZodType,
  value: unknown,
  line: (path: readonly PropertyKey[]) => number,
): Trouble {
  const path = issue.path;
  const name = quoted(path);
  const at = line(path);
  switch (issue.code) {
    case 'unrecognized_keys': {
      const key = issue.keys[0] ?? '';
      const known = knownKeys(schema, path);
      const near = nearest(key, known);
      // « avant: jeudi, à 18 h » between braces: what follows the comma reads as a key without value.
      if (/ /u.test(key) && valueAt(value, [...path, key]) === null)
        return {
          line: line([...path, key]),
          what: `« ${shorten(key, 60)} » est lu à part, à cause de la virgule.`,
          write: 'Mettre tout le texte entre guillemets droits : "…, …"',
        };
      return {
        line: line([...path, key]),
        what: `la clé « ${key} » n’existe pas ici.`,
        write: near ? `Écrire plutôt : ${near}` : `Clés permises : ${shorten(known.join(', '))}`,
      };
    }
    case 'invalid_type': {
      if (valueAt(value, path) === undefined)
        return {
          line: at,
          what: `il manque ${name}.`,
          write: missingAdvice(path, issue.message),
        };
      return {
        line: at,
        what: `${name} n’a pas la bonne forme.`,
        write: french(issue.message) ?? `Attendu : ${kindWords[issue.expected] ?? issue.expected}.`,
      };
    }
    case 'invalid_value': {
      const given = valueAt(value, path);
      const words = issue.values.map(String);
      const below = knownKeys(schema, path);
      const orBelow = below.length
        ? `. Ou, sur les lignes d’après, décalées de deux espaces : ${shorten(below.join(', '))}`
        : '';
      if (given === null)
        return {
          line: at,
          what: `il manque ${name}.`,
          write: `Écrire : ${words.join(', ')}${orBelow}`,
        };
      const said = typeof given === 'string' ? given : JSON.stringify(given);
      if (given === undefined)
        return {
          line: at,
          what: `il manque ${name}.`,
          write: `Ajouter une ligne « ${String(path.at(-1))}: … » (mots permis : ${words.join(', ')})`,
        };
      const near = nearest(said, words);
      return {
        line: at,
        what: `${name} : le mot « ${shorten(said, 60)} » n’est pas permis.`,
        write: `${near ? `Écrire plutôt : ${near}. ` : ''}Mots permis : ${words.join(', ')}${orBelow}`,
      };
    }
    case 'invalid_key':
      return {
        line: at,
        what: `le nom ${name} n’est pas permis.`,
        write: french(issue.issues[0]?.message ?? '') ?? 'Écrire un autre nom.',
      };
    case 'too_big':
    case 'too_small':
    case 'invalid_format':
    case 'custom':
    case 'not_multiple_of':
    case 'invalid_element':
    case 'invalid_union':
      return {
        line: at,
        what: `${name} ne convient pas.`,
        write: french(issue.message) ?? 'Regarder un fichier voisin et écrire de la même façon.',
      };
  }
}

const kindWords: Readonly<Record<string, string>> = {
  string: 'un texte (entre guillemets si ce sont des chiffres)',
  number: 'un nombre',
  int: 'un nombre entier',
  boolean: 'true ou false',
  array: 'une liste : [un, deux], ou des lignes qui commencent par « - »',
  object: 'un groupe de clés',
  record: 'un groupe de clés',
};

function missingAdvice(path: readonly PropertyKey[], message: string): string {
  const key = String(path.at(-1) ?? '');
  if (key === 'source') return 'Ajouter « source: » avec un nom de content/sources.yaml';
  if (key === 'preuve')
    return 'Ajouter « preuve: » : officiel, deux-sources, seul, deduit ou reconstitue';
  return french(message) ?? `Ajouter une ligne « ${key}: … »`;
}

/** zod's own sentences are English; ours are not. */
function french(message: string): string | null {
  return /^(?:Invalid|Too |Unrecognized|Expected|Required)/u.test(message) ? null : message;
}

function quoted(path: readonly PropertyKey[]): string {
  const words = path.map((part) =>
    typeof part === 'number' ? `nº ${String(part + 1)}` : String(part),
  );
  return words.length ? `« ${words.join(' › ')} »` : 'le contenu';
}

function shorten(words: string, max = 200): string {
  return words.length > max ? `${words.slice(0, max - 1)}…` : words;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inside, key) =>
      typeof inside === 'object' && inside !== null ? Reflect.get(inside, key) : undefined,
    value,
  );
}

/** The keys that a schema accepts at this place, whatever wraps it. */
export function knownKeys(schema: unknown, path: readonly PropertyKey[]): readonly string[] {
  const [head, ...rest] = path;
  if (schema instanceof z.ZodPipe) {
    const before = knownKeys(schema.in, path);
    return before.length ? before : knownKeys(schema.out, path);
  }
  if (schema instanceof z.ZodUnion)
    return [...new Set(schema.options.flatMap((option) => knownKeys(option, path)))];
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodReadonly ||
    schema instanceof z.ZodDefault
  )
    return knownKeys(schema.unwrap(), path);
  if (schema instanceof z.ZodLazy) return knownKeys(schema.unwrap(), path);
  if (schema instanceof z.ZodObject) {
    if (head === undefined) return Object.keys(schema.shape);
    return knownKeys(Reflect.get(schema.shape, head), rest);
  }
  if (head === undefined) return [];
  if (schema instanceof z.ZodArray) return knownKeys(schema.element, rest);
  if (schema instanceof z.ZodRecord) return knownKeys(schema.valueType, rest);
  return [];
}

/** The nearest of the words, if it is near enough to be a slip of the finger. */
export function nearest(word: string, among: readonly string[]): string | null {
  const plain = fold(word);
  const ranked = among
    .map((candidate) => ({ candidate, far: distance(plain, fold(candidate)) }))
    .sort((a, b) => a.far - b.far);
  const best = ranked[0];
  return best && best.far <= Math.max(2, Math.floor(word.length / 3)) ? best.candidate : null;
}

function fold(word: string): string {
  return word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s-]+/gu, '_');
}

/** Levenshtein distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
