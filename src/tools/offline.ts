/** After the build: the list of pages to keep, and the service worker with its precache. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { injectManifest } from 'workbox-build';
import config from '../../astro.config.mjs';
import { closureOf, filesOf, isGuidePage, isRedirect, pathOf, simulatorPage } from './dist.ts';
import { root } from './run.ts';

/** First visit until « prêt hors ligne », compressed (PRODUCT.md section 7). */
export const precacheBudget = 150_000;

/** What weighs on the first visit: files and their gzip bytes. */
export type Precache = { readonly files: readonly string[]; readonly bytes: number };

/** Writes `/data/pages.json`: each guide page with its compressed size, for « tout garder hors ligne ». */
export function writePageList(dir: string): number {
  const pages = filesOf(dir)
    .filter(isGuidePage)
    .map((file) => ({ path: pathOf(file), html: readFileSync(join(dir, file), 'utf8') }))
    .filter(({ html }) => !isRedirect(html))
    .map(({ path, html }) => ({ path, bytes: gzipSync(html).length }));
  mkdirSync(join(dir, 'data'), { recursive: true });
  writeFileSync(join(dir, 'data', 'pages.json'), JSON.stringify(pages));
  return pages.length;
}

/** The simulator whole, its data, the page that answers offline, and the icons: nothing else. */
export function precachedFiles(dir: string): readonly string[] {
  const has = (file: string): boolean => existsSync(join(dir, file));
  const simulator = has(simulatorPage) ? [simulatorPage, ...closureOf(dir, simulatorPage)] : [];
  const fallback = 'hors-ligne/index.html';
  const rest = has(fallback) ? [fallback, ...closureOf(dir, fallback)] : [];
  const data = filesOf(dir).filter(
    (file) => /^data\/.*\.json$/.test(file) && file !== 'data/pages.json',
  );
  const icons = filesOf(dir).filter((file) =>
    /^(favicon|icon|apple-touch-icon)[^/]*\.(svg|png|ico)$|^[^/]*\.webmanifest$/.test(file),
  );
  return [...new Set([...simulator, ...rest, ...data, ...icons])].sort();
}

/** Files and weight of the precache of a built site. */
export function weighPrecache(dir: string): Precache {
  const files = precachedFiles(dir);
  const weights = files.map((file) => gzipSync(readFileSync(join(dir, file)), { level: 9 }).length);
  return { files, bytes: weights.reduce((sum, weight) => sum + weight, 0) };
}

/** Bundles `src/offline/worker.ts` for the floor of browsers and writes `sw.js` with its list of files. */
export async function writeWorker(dir: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'isoloir-worker-'));
  const target = config.vite?.build?.target;
  await build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: folder,
      ...(target === undefined ? {} : { target }),
      rolldownOptions: {
        input: join(root, 'src/offline/worker.ts'),
        output: { format: 'iife', entryFileNames: 'worker.js' },
      },
    },
  });
  await injectManifest({
    swSrc: join(folder, 'worker.js'),
    swDest: join(dir, 'sw.js'),
    globDirectory: dir,
    globPatterns: [...precachedFiles(dir)],
    // A hashed name is its own revision.
    dontCacheBustURLsMatching: /^assets\//,
    manifestTransforms: [
      (entries) => ({
        manifest: entries.map((entry) => ({
          ...entry,
          url: pathOf(entry.url),
          revision: entry.revision ?? null,
          // A host half-way through an upload gives a mixed set: then the install fails, and is tried again later.
          integrity: integrityOf(readFileSync(join(dir, entry.url))),
        })),
      }),
    ],
  });
  rmSync(folder, { recursive: true });
}

function integrityOf(content: Buffer): string {
  return `sha384-${createHash('sha384').update(content).digest('base64')}`;
}
