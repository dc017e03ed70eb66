/** Links inside the built site: each leads to a file that is there, and to a place of it. Nothing is asked of any network. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nearest } from '../schemas/explain.ts';
import { filesOf, pathOf } from './dist.ts';

/** One link that leads nowhere: where it stands, what is wrong, what to write instead. */
export type LostLink = {
  /** Every page that has it, sorted; never empty. */
  readonly pages: readonly string[];
  readonly link: string;
  readonly what: string;
  readonly write: string;
};

/** Their scripts read what follows the « # »: it names a state, not a place of the page. */
const readByScript = new Set(['/simulateur/', '/signaler/']);

const origin = 'http://isoloir';
const notMarkup = /<!--[\s\S]*?-->|(<(script|style)\b[^>]*>)[\s\S]*?<\/\2\s*>/giu;
const pointing =
  /\s(?:href|src)="([^"]*)"|\scontent="(?:\d+;\s*url=)([^"]*)"|\sproperty="og:image" content="([^"]*)"/giu;
const naming = /\sid="([^"]*)"/gu;

/** Every link of every page of `dir` that leads nowhere, in the order of the pages. Links to other hosts are not looked at. */
export function lostLinks(dir: string): readonly LostLink[] {
  const files = filesOf(dir);
  const known = new Set(files.map(pathOf));
  const pages = new Map(
    files
      .filter((file) => file.endsWith('.html'))
      .map((file) => {
        const html = readFileSync(join(dir, file), 'utf8');
        return [pathOf(file), html.replace(notMarkup, '$1')] as const;
      }),
  );
  const ids = new Map<string, ReadonlySet<string>>();
  const idsOf = (path: string): ReadonlySet<string> => {
    const found =
      ids.get(path) ??
      new Set([...(pages.get(path) ?? '').matchAll(naming)].map(([, id = '']) => id));
    ids.set(path, found);
    return found;
  };

  const wrong = new Map<string, { pages: string[]; target: URL }>();
  const sound = new Set<string>();
  for (const [path, html] of pages)
    for (const [, one, two, three] of html.matchAll(pointing)) {
      const link = (one ?? two ?? three ?? '').replaceAll('&amp;', '&');
      // « #message » is another place on each page.
      const key = link.startsWith('/') ? link : `${path} ${link}`;
      if (sound.has(key)) continue;
      const target = inside(link, path);
      const place = target === null ? '' : decoded(target.hash.slice(1));
      const goes =
        target === null ||
        (known.has(decoded(target.pathname)) &&
          (place === '' || readByScript.has(target.pathname) || idsOf(target.pathname).has(place)));
      if (goes) sound.add(key);
      else {
        const before = wrong.get(key)?.pages ?? [];
        wrong.set(key, { pages: [...new Set([...before, path])], target });
      }
    }
  return [...wrong].map(([key, found]) => ({
    pages: found.pages,
    link: key.startsWith('/') && key.includes(' ') ? (key.split(' ')[1] ?? '') : key,
    ...explained(found.target, known, idsOf),
  }));
}

/** The lost links in at most ten lines, for whoever builds; `null` when every link arrives. */
export function lostWords(lost: readonly LostLink[]): string | null {
  if (lost.length === 0) return null;
  const shown = lost.slice(0, 4).flatMap(({ pages, link, what, write }) => {
    const others = pages.length - 1;
    return [
      `Page ${pages[0] ?? ''}${others > 0 ? ` (et ${String(others)} autres)` : ''}, lien « ${link} » : ${what}`,
      `  ${write}`,
    ];
  });
  const total =
    lost.length === 1
      ? 'Un lien ne mène nulle part'
      : `${String(lost.length)} liens ne mènent nulle part`;
  return [
    ...shown,
    `${total}. Chercher ces mots dans content/, sinon dans src/ ; rien n’est publié tant qu’ils y sont.`,
  ].join('\n');
}

/** Where a link leads inside the site, `null` for one that leaves it. */
function inside(link: string, path: string): URL | null {
  if (!URL.canParse(link, origin + path)) return new URL(`${origin}/${encodeURIComponent(link)}`);
  const target = new URL(link, origin + path);
  return target.origin === origin ? target : null;
}

function explained(
  { pathname, hash }: URL,
  known: ReadonlySet<string>,
  idsOf: (path: string) => ReadonlySet<string>,
): Pick<LostLink, 'what' | 'write'> {
  const path = decoded(pathname);
  if (known.has(path)) {
    const near = nearest(decoded(hash.slice(1)), [...idsOf(path)]);
    return {
      what: `la page ${path} n’a pas cet endroit.`,
      write: near
        ? `Écrire plutôt : ${path}#${near}`
        : `Enlever ce qui suit le #, ou donner ce nom à un titre de ${path}`,
    };
  }
  const near = known.has(`${path}/`) ? `${path}/` : nearest(path, [...known]);
  return {
    what: 'cette page n’existe pas.',
    write: near
      ? `Écrire plutôt : ${near}`
      : 'Écrire le chemin d’une page du site, ou enlever le lien',
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
