/**
 * The border post: reads a content file, checks it, and on trouble says in French, in ten lines at most,
 * which file, which line, and what to write.
 */
import { readFileSync, readdirSync, existsSync } from 'node:fs';
import { basename, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { z } from 'astro/zod';
import { LineCounter, isMap, isNode, isPair, parseDocument, visit, type Document } from 'yaml';
import { slipAdvice } from './slips.ts';
import { explain, flatten, type Trouble } from './explain.ts';

/** Content that stops the build. The message is for the editor of the file, not for a developer. */
export class ContentError extends Error {
  override readonly name = 'ContentError';
}

const maxTroubles = 3;

/** The repository's folder: the nearest one above the working folder that holds `content/`. */
export function root(): string {
  let folder = process.cwd();
  while (!existsSync(join(folder, 'content')) || !existsSync(join(folder, 'package.json'))) {
    const parent = resolve(folder, '..');
    if (parent === folder) return process.cwd();
    folder = parent;
  }
  return folder;
}

/** « content/academies/caen.yaml »: relative to the repository when inside it. */
export function shownPath(path: string): string {
  const fromRoot = relative(root(), absolute(path));
  return fromRoot.startsWith('..') ? basename(path) : fromRoot.split(sep).join('/');
}

/** A YAML text and where each of its keys stands. `line` counts from 1; a missing key gives its parent's line. */
export type Located = {
  readonly value: unknown;
  readonly line: (path: readonly PropertyKey[]) => number;
};

/** What is done to a file between its text and its schema. */
export type Prepare = (path: string, located: Located) => Located;
const asWritten: Prepare = (_, located) => located;

/** Reads and checks one YAML file. `path` is absolute or relative to the repository. */
export function readYaml<S extends z.ZodType>(
  path: string,
  schema: S,
  prepare = asWritten,
): z.output<S> {
  return validate(path, prepare(path, locateYaml(path)), schema);
}

/** Reads a YAML file without a schema, with its line numbers. */
export function locateYaml(path: string): Located {
  return locate(path, readText(path), 0);
}

/** Reads and checks the front matter of an .md or .mdx file; `body` is what follows it. */
export function readFrontMatter<S extends z.ZodType>(
  path: string,
  schema: S,
  prepare = asWritten,
): { readonly data: z.output<S>; readonly body: string; readonly linesBefore: number } {
  const { located, body, linesBefore } = locateFrontMatter(path);
  return { data: validate(path, prepare(path, located), schema), body, linesBefore };
}

/** Reads a front matter without a schema, with line numbers of the whole file. */
export function locateFrontMatter(path: string): {
  readonly located: Located;
  readonly body: string;
  /** How many lines stand above the body. */
  readonly linesBefore: number;
} {
  const whole = readText(path);
  const parts = /^---\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/mu.exec(whole);
  if (!parts || parts.index !== 0)
    throw new ContentError(
      `${shownPath(path)}, ligne 1 : l’en-tête manque.\n  Écrire en haut du fichier : une ligne « --- », les clés, une ligne « --- ».`,
    );
  return {
    located: locate(path, parts[1] ?? '', 1),
    body: whole.slice(parts[0].length),
    linesBefore: parts[0].split('\n').length - 1,
  };
}

/** Every .yaml file of a folder, by name; names that begin with « _ » are models and are skipped. */
export function readFolder<S extends z.ZodType>(
  folder: string,
  schema: S | ((id: string) => S),
): readonly { readonly id: string; readonly path: string; readonly data: z.output<S> }[] {
  return listFolder(folder, '.yaml').map(({ id, path }) => ({
    id,
    path,
    data: readYaml(path, typeof schema === 'function' ? schema(id) : schema),
  }));
}

/** The files of a folder with this ending, sorted; a folder that does not exist is empty. */
export function listFolder(
  folder: string,
  ending: string,
): readonly { readonly id: string; readonly path: string }[] {
  const base = absolute(folder);
  if (!existsSync(base)) return [];
  return readdirSync(base)
    .filter((name) => name.endsWith(ending) && !name.startsWith('_') && !name.startsWith('.'))
    .sort()
    .map((name) => ({ id: name.slice(0, -ending.length), path: join(base, name) }));
}

/** Stops with the troubles of one file: three at most, then how many more. */
export function stop(path: string, troubles: readonly Trouble[]): never {
  const shown = troubles.slice(0, maxTroubles).map(({ line, what, write }) => {
    const head = `${shownPath(path)}, ligne ${String(line)} : ${what}`;
    return write ? `${head}\n  ${write}` : head;
  });
  const more = troubles.length - shown.length;
  if (more > 0) shown.push(more === 1 ? 'et un autre souci.' : `et ${String(more)} autres soucis.`);
  throw new ContentError(shown.join('\n'));
}

function validate<S extends z.ZodType>(path: string, located: Located, schema: S): z.output<S> {
  const result = schema.safeParse(located.value);
  if (result.success) return result.data;
  const troubles = flatten(result.error.issues).map((issue) =>
    explain(issue, schema, located.value, located.line),
  );
  return stop(path, troubles);
}

/** The same text is read once for its schema, once for its references, once for its links. */
const located = new Map<string, Located>();

function locate(path: string, source: string, linesBefore: number): Located {
  const key = `${String(linesBefore)} ${source}`;
  const found = located.get(key) ?? locateAnew(path, source, linesBefore);
  located.set(key, found);
  return found;
}

function locateAnew(path: string, source: string, linesBefore: number): Located {
  const counter = new LineCounter();
  const document = parseDocument(source, { lineCounter: counter, prettyErrors: false });
  const broken = document.errors[0] ?? document.warnings[0];
  if (broken) {
    const line = counter.linePos(blame(document, broken.pos[0])).line + linesBefore;
    const at = line - linesBefore - 1;
    return stop(path, [{ line, ...syntaxTrouble(source, broken.code, at) }]);
  }
  return {
    value: document.toJS(),
    line: (keys) => counter.linePos(offsetOf(document, keys)).line + linesBefore,
  };
}

/** A quote that is never closed is noticed at the end of the file: blame the place where it opens. */
function blame(document: Document, offset: number): number {
  let start = offset;
  visit(document, {
    Scalar(_key, node) {
      if (!node.range || !(node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE')) return;
      if (node.range[0] < offset && offset <= node.range[2]) start = node.range[0];
    },
  });
  return start;
}

function syntaxTrouble(source: string, code: string, at: number): { what: string; write: string } {
  if (/^[ ]*\t/mu.test(source))
    return {
      what: 'une tabulation est mise en tête de ligne.',
      write: 'Remplacer chaque tabulation par deux espaces.',
    };
  if (code === 'DUPLICATE_KEY')
    return { what: 'cette clé est écrite deux fois.', write: 'N’en garder qu’une.' };
  return {
    what: 'le fichier ne se lit pas (écriture YAML).',
    write:
      slipAdvice(source.split('\n'), at) ??
      'Vérifier : « clé: valeur », guillemets fermés, deux espaces par niveau, pas de texte avec « : » hors guillemets.',
  };
}

/** Where the key itself stands (not its value); for a path that does not exist, the nearest parent. */
function offsetOf(document: Document, keys: readonly PropertyKey[]): number {
  for (let length = keys.length; length > 0; length -= 1) {
    const parent =
      length === 1 ? document.contents : document.getIn(keys.slice(0, length - 1), true);
    const last = keys[length - 1];
    if (isMap(parent)) {
      const pair = parent.items.find(
        (item) => isPair(item) && isNode(item.key) && String(item.key) === String(last),
      );
      if (pair && isNode(pair.key) && pair.key.range) return pair.key.range[0];
      continue;
    }
    const node = document.getIn(keys.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  const top = document.contents;
  return isNode(top) && top.range ? top.range[0] : 0;
}

function readText(path: string): string {
  try {
    return readFileSync(absolute(path), 'utf8').replace(/^\uFEFF/u, '');
  } catch {
    throw new ContentError(`${shownPath(path)} : ce fichier n’existe pas ou ne s’ouvre pas.`);
  }
}

function absolute(path: string): string {
  return isAbsolute(path) ? path : join(root(), path);
}
