/** Walks every file of `content/` and finds references to nothing, whatever the file's own schema. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { nearest } from '../schemas/explain.ts';
import { idPattern } from '../schemas/fact.ts';
import { locateFrontMatter, locateYaml, root, stop, type Located } from '../schemas/read.ts';

export type Known = {
  readonly sources: readonly string[];
  readonly academies: readonly string[];
  readonly editions: readonly string[];
};

/** Past elections that content may name although the site has no page about them. */
export const electionsWithoutPage = ['men-2011'] as const;

/** What a model says where whoever copies it names a source: in a file that is published, it stops the build. */
const toReplace = 'a-remplacer';

type Path = readonly PropertyKey[];

/** Sources and academies named anywhere exist; file names are lower-case ASCII and never a bare number. */
export function checkReferences(known: Known, folder = 'content'): void {
  for (const path of contentFiles(join(root(), folder))) checkFile(path, known);
}

/** One file of content. */
export function checkFile(path: string, known: Known): void {
  const name = (path.split(/[\\/]/u).at(-1) ?? '').replace(/\.(?:yaml|mdx?)$/u, '');
  if (!idPattern.test(name) && !name.startsWith('_') && name !== 'LISEZMOI')
    stop(path, [
      {
        line: 1,
        what: 'le nom du fichier ne convient pas.',
        write: 'Minuscules sans accent, tirets, jamais un nombre seul (exemple : men-2018.yaml)',
      },
    ]);
  const located = readAny(path);
  if (!located) return;
  const troubles = [...references(located.value, [])].flatMap(({ kind, id, at }) => {
    const among = known[kind];
    if (among.includes(id) || (id === toReplace && name.startsWith('_'))) return [];
    const place = places[kind];
    const near = nearest(id, among);
    return [
      {
        line: located.line(at),
        what: `« ${id} » n’existe pas dans ${place}.`,
        write: near ? `Écrire plutôt : ${near}` : `Ajouter « ${id} » dans ${place}, ou corriger.`,
      },
    ];
  });
  if (troubles.length) stop(path, troubles);
}

function readAny(path: string): Located | null {
  if (path.endsWith('.yaml')) return locateYaml(path);
  if (path.endsWith('LISEZMOI.md')) return null;
  return locateFrontMatter(path).located;
}

type Reference = { readonly kind: keyof Known; readonly id: string; readonly at: Path };

const places: Readonly<Record<keyof Known, string>> = {
  sources: 'content/sources.yaml',
  academies: 'content/academies',
  editions: 'content/editions',
};

/** `d_apres` also takes a sentence (« choisi pour l’exercice ») or a key: only what looks like an id is one. */
const looksLikeId = /^[a-z0-9]+(?:-[a-z0-9]+)+$/u;

const kindOfKey: Readonly<Record<string, Reference['kind']>> = {
  source: 'sources',
  sources: 'sources',
  academie: 'academies',
  academies: 'academies',
  edition: 'editions',
};

function* references(value: unknown, path: Path): Generator<Reference> {
  if (Array.isArray(value)) {
    for (const [index, inside] of value.entries()) yield* references(inside, [...path, index]);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inside] of Object.entries(value)) {
    const at = [...path, key];
    const kind = kindOfKey[key];
    if (key === 'd_apres' && allStrings(inside)) {
      for (const id of inside) if (looksLikeId.test(id)) yield { kind: 'sources', id, at };
      continue;
    }
    const named = typeof inside === 'string' ? [inside] : allStrings(inside) ? inside : null;
    if (kind && named) for (const id of named) yield { kind, id, at };
    else yield* references(inside, at);
  }
}

/** Every text of a file, with its key and its place. */
export function* textsOf(
  value: unknown,
  at: Path = [],
): Generator<{ readonly key: string; readonly text: string; readonly at: Path }> {
  if (typeof value === 'string') yield { key: String(at.at(-1) ?? ''), text: value, at };
  else if (Array.isArray(value))
    for (const [index, inside] of value.entries()) yield* textsOf(inside, [...at, index]);
  else if (typeof value === 'object' && value !== null)
    for (const [key, inside] of Object.entries(value)) yield* textsOf(inside, [...at, key]);
}

function allStrings(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function contentFiles(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return contentFiles(path);
      return /\.(?:yaml|mdx?)$/u.test(entry.name) ? [path] : [];
    });
}
