/** What the built site weighs, page by page, script by script. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { parseAst } from 'vite';
import {
  closureOf,
  filesOf,
  isRedirect,
  loneFile,
  pageFiles,
  pathOf,
  simulatorPage,
} from '../dist.ts';
import { bundleFolder } from '../../offline/bundle.ts';
import { precacheBudget, weighPrecache } from '../offline.ts';
import { loneFileBudget } from '../pack/single-file.ts';
import { inlineScripts, tagsOf } from '../policy.ts';
import type { Figure } from './figure.ts';

/** Gzip bytes of script to the first interaction, PRODUCT.md section 7. */
export const firstScriptBudget = 30_000;

export type PageWeight = { readonly path: string; readonly bytes: number };

const gzipBytes = (content: Buffer): number => gzipSync(content, { level: 9 }).length;

/** Brotli bytes of every page, heaviest first: the page is one file, its style inside. */
export function weighPages(dir: string): readonly PageWeight[] {
  return (
    pageFiles(dir)
      .map((file) => ({ path: pathOf(file), html: readFileSync(join(dir, file)) }))
      // A short address would make the median lighter than what people read.
      .filter(({ html }) => !isRedirect(html.toString('utf8')))
      .map(({ path, html }) => ({ path, bytes: brotliCompressSync(html).length }))
      .sort((a, b) => b.bytes - a.bytes)
  );
}

/**
 * The scripts that must arrive before a first interaction: those of the page, and what they import at once.
 * @param early with what the page asks for while its start card is read (hints of low priority): nobody waits for it to
 *   choose on that card, yet it travels
 */
export function firstScripts(
  dir: string,
  early: 'without' | 'with' = 'without',
): readonly string[] {
  const html = readFileSync(join(dir, simulatorPage), 'utf8');
  const named = tagsOf(html).flatMap(({ name, attributes }) => [
    ...(name === 'script' ? [attributes.get('src')] : []),
    ...(name === 'link' &&
    attributes.get('rel') === 'modulepreload' &&
    (early === 'with' || attributes.get('fetchpriority') !== 'low')
      ? [attributes.get('href')]
      : []),
    // An island says which component and which renderer it wakes up with.
    ...(name === 'astro-island'
      ? [
          attributes.get('component-url'),
          attributes.get('renderer-url'),
          attributes.get('before-hydration-url'),
        ]
      : []),
  ]);
  const seen = new Set<string>();
  const queue = named.filter((path) => path !== undefined && path !== '');
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (seen.has(path) || !existsSync(join(dir, path))) continue;
    seen.add(path);
    for (const imported of staticImports(readFileSync(join(dir, path), 'utf8')))
      queue.push(posix.join(posix.dirname(path), imported));
  }
  return [...seen].sort();
}

/** Gzip bytes of `firstScripts`, the page's own inline scripts included. */
export function firstScriptBytes(dir: string, early: 'without' | 'with' = 'without'): number {
  const html = readFileSync(join(dir, simulatorPage), 'utf8');
  const inline = inlineScripts(html).join('\n');
  return firstScripts(dir, early).reduce(
    (sum, path) => sum + gzipBytes(readFileSync(join(dir, path))),
    inline === '' ? 0 : gzipBytes(Buffer.from(inline)),
  );
}

/** What a module imports without being asked: `import('…')` waits, and does not count. */
export function staticImports(code: string): readonly string[] {
  return parseAst(code).body.flatMap((node) => {
    switch (node.type) {
      case 'ImportDeclaration':
      case 'ExportAllDeclaration':
        return [node.source.value];
      case 'ExportNamedDeclaration':
        return node.source ? [node.source.value] : [];
      default:
        return [];
    }
  });
}

/** The figures of a built site. */
export function siteFigures(dir: string): readonly Figure[] {
  const pages = weighPages(dir);
  const guide = pages.filter(({ path }) => path !== '/simulateur/');
  const data = filesOf(dir).filter((file) => /^data\/[\w-]+\.json$/.test(file));
  return [
    {
      name: `page la plus lourde, brotli (${guide[0]?.path ?? ''})`,
      value: guide[0]?.bytes ?? null,
      unit: 'o',
      budget: { most: 14_000 },
    },
    {
      name: 'page médiane, brotli',
      value: guide[Math.floor(guide.length / 2)]?.bytes ?? null,
      unit: 'o',
      budget: { most: 8_000 },
    },
    {
      name: 'simulateur, JavaScript jusqu’au premier geste, gzip',
      value: existsSync(join(dir, simulatorPage)) ? firstScriptBytes(dir) : null,
      unit: 'o',
      budget: { most: firstScriptBudget },
    },
    {
      name: 'simulateur, avec ce qui vient pendant que la carte de départ se lit, gzip',
      value: existsSync(join(dir, simulatorPage)) ? firstScriptBytes(dir, 'with') : null,
      unit: 'o',
      budget: null,
    },
    {
      name: 'simulateur, tout son JavaScript, gzip',
      value: existsSync(join(dir, simulatorPage))
        ? closureOf(dir, simulatorPage)
            .filter((file) => file.endsWith('.js'))
            .reduce((sum, file) => sum + gzipBytes(readFileSync(join(dir, file))), 0)
        : null,
      unit: 'o',
      budget: null,
    },
    {
      name: 'simulateur en un fichier, sans compression',
      value: existsSync(join(dir, loneFile)) ? statSync(join(dir, loneFile)).size : null,
      unit: 'o',
      budget: { most: loneFileBudget },
    },
    ...data
      .filter((file) => file !== 'data/pages.json')
      .map((file): Figure => ({
        name: `données ${file.slice(5, -5)}, gzip`,
        value: gzipBytes(readFileSync(join(dir, file))),
        unit: 'o',
        budget: null,
      })),
    {
      name: 'première visite jusqu’à « prêt hors ligne », gzip',
      value: weighPrecache(dir).bytes,
      unit: 'o',
      budget: { most: precacheBudget },
    },
    {
      name: 'tout le site d’un geste, gzip',
      value: wholeSite(dir),
      unit: 'o',
      budget: { most: 3_000_000 },
    },
  ];
}

/** What « tout garder hors ligne » brings, beyond the first visit, and the first visit. */
function wholeSite(dir: string): number {
  const files = filesOf(dir).filter(
    (file) => `/${file}`.startsWith(bundleFolder) || file.startsWith('assets/'),
  );
  return [...new Set([...files, ...weighPrecache(dir).files])]
    .map((file) => gzipBytes(readFileSync(join(dir, file))))
    .reduce((sum, bytes) => sum + bytes, 0);
}
