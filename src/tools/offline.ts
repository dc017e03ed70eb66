/** After the build: the list of pages to keep, and the service worker with its precache. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { injectManifest } from 'workbox-build';
import config from '../../astro.config.mjs';
import { bundleFolder, printBundle } from '../offline/bundle.ts';
import { assetsIn } from '../offline/copy.ts';
import { closureOf, filesOf, isGuidePage, isRedirect, pathOf, simulatorPage } from './dist.ts';
import { tagsOf } from './policy.ts';
import { root } from './run.ts';

/** First visit until « prêt hors ligne », compressed (PRODUCT.md section 7). */
export const precacheBudget = 150_000;

/** What weighs on the first visit: files and their gzip bytes. */
export type Precache = { readonly files: readonly string[]; readonly bytes: number };

/** Of the same kind and side by side, forty pages are hardly heavier than ten; a phone still reads them in one go. */
const bundledTogether = 40;

/**
 * Writes `/data/pages.json` and the bundles it names, for « tout garder hors ligne »: each bundle with its compressed
 * size, pictures and scripts included, and the paths of its pages. Gives the number of guide pages.
 */
export function writePageList(dir: string): number {
  const pages = filesOf(dir)
    .filter(isGuidePage)
    .map((file) => ({ path: pathOf(file), html: readFileSync(join(dir, file), 'utf8') }))
    .filter(({ html }) => !isRedirect(html));
  mkdirSync(join(dir, bundleFolder), { recursive: true });
  const counted = new Set<string>();
  const bundles = slicesOf(pages, bundledTogether).map((slice) => {
    const text = printBundle(slice);
    const name = createHash('sha256').update(text).digest('hex').slice(0, 12);
    const bundle = `${bundleFolder}${name}.json`;
    writeFileSync(join(dir, bundle), text);
    const files = slice
      .flatMap(({ html }) => assetsIn(html))
      .filter((path) => !counted.has(path) && existsSync(join(dir, path)));
    for (const path of files) counted.add(path);
    const weights = [...new Set(files)].map(
      (path) => gzipSync(readFileSync(join(dir, path))).length,
    );
    return {
      bundle,
      bytes: weights.reduce((sum, weight) => sum + weight, gzipSync(text).length),
      pages: slice.map(({ path }) => path),
    };
  });
  writeFileSync(join(dir, pageList), JSON.stringify(bundles));
  return pages.length;
}

const slicesOf = <One>(all: readonly One[], size: number): readonly (readonly One[])[] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );

const pageList = 'data/pages.json';

/** Data of the simulator: what is kept of the guide stands beside it in the same folder. */
export const isSimulatorData = (file: string): boolean =>
  /^data\/.*\.json$/u.test(file) && file !== pageList && !`/${file}`.startsWith(bundleFolder);

/**
 * Chunks of the simulator that a first visit does not carry: an exercise is played whole without them. The simulator
 * fetches them once one has begun; the worker, once it is there.
 */
export const laterChunks = /^assets\/(?:review|projector|qr)\.[^/]+\.js$/;

/** The simulator whole, its data, the page that answers offline, and the icons: nothing else. */
export function precachedFiles(dir: string): readonly string[] {
  const simulator = existsSync(join(dir, simulatorPage))
    ? [simulatorPage, ...closureOf(dir, simulatorPage)]
    : [];
  const data = filesOf(dir).filter(isSimulatorData);
  const all = [...new Set([...simulator, ...data, ...guideFiles(dir)])].sort();
  return all.filter((file) => !laterChunks.test(file));
}

/** What the guide alone needs before its pages are read: the page that answers offline, and the icons. */
function guideFiles(dir: string): readonly string[] {
  const fallback = 'hors-ligne/index.html';
  const rest = existsSync(join(dir, fallback)) ? [fallback, ...closureOf(dir, fallback)] : [];
  const icons = filesOf(dir).filter((file) =>
    /^(favicon|icon|apple-touch-icon)[^/]*\.(svg|png|ico)$|^[^/]*\.webmanifest$/.test(file),
  );
  return [...rest, ...icons];
}

/** Files and weight of the precache of a built site. */
export function weighPrecache(dir: string): Precache {
  const files = precachedFiles(dir);
  const weights = files.map((file) => gzipSync(readFileSync(join(dir, file)), { level: 9 }).length);
  return { files, bytes: weights.reduce((sum, weight) => sum + weight, 0) };
}

/**
 * Pages that the worker keeps without their having been read: those to which a link marked `data-carry` leads, from
 * any page. Paths, sorted, each once.
 */
export function carriedPaths(dir: string): readonly string[] {
  const marked = filesOf(dir)
    .filter(isGuidePage)
    .flatMap((file) => tagsOf(readFileSync(join(dir, file), 'utf8')))
    .filter(({ name, attributes }) => name === 'a' && attributes.has('data-carry'))
    .map(({ attributes }) => (attributes.get('href') ?? '').replace(/#.*$/u, ''));
  return [...new Set(marked)].sort();
}

/** The same for chunks: paths of hashed files. */
function carriedChunks(dir: string): readonly string[] {
  return filesOf(dir)
    .filter((file) => laterChunks.test(file))
    .map((file) => `/${file}`);
}

/** Pages and gzip bytes of what is carried along, with the files that these pages need beyond the precache. */
export function weighCarried(dir: string): { readonly pages: number; readonly bytes: number } {
  const pages = carriedPaths(dir).map((path) => `${path.slice(1)}index.html`);
  const already = new Set(precachedFiles(dir));
  const chunks = carriedChunks(dir).map((path) => path.slice(1));
  const files = new Set([...chunks, ...pages.flatMap((page) => [page, ...closureOf(dir, page)])]);
  const weights = [...files]
    .filter((file) => !already.has(file))
    .map((file) => gzipSync(readFileSync(join(dir, file)), { level: 9 }).length);
  return { pages: pages.length, bytes: weights.reduce((sum, weight) => sum + weight, 0) };
}

/** The worker of a copy whose simulator was taken away (SECURITY.md): renamed to `sw.js` there, never read as it is. */
export const guideWorker = '_sw-guide.js';

/**
 * Bundles `src/offline/worker.ts` for the floor of browsers and writes `sw.js` with its list of files; beside it, the
 * same for the guide alone.
 */
export async function writeWorker(dir: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'isoloir-worker-'));
  const target = config.vite?.build?.target;
  await build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: 'error',
    define: {
      'process.env.NODE_ENV': '"production"',
      'self.__CARRIED': JSON.stringify([...carriedPaths(dir), ...carriedChunks(dir)]),
    },
    build: {
      outDir: folder,
      ...(target === undefined ? {} : { target }),
      rolldownOptions: {
        input: join(root, 'src/offline/worker.ts'),
        output: { format: 'iife', entryFileNames: 'worker.js' },
      },
    },
  });
  const bundled = join(folder, 'worker.js');
  await writeList(dir, bundled, 'sw.js', precachedFiles(dir));
  await writeList(dir, bundled, guideWorker, guideFiles(dir));
  rmSync(folder, { recursive: true });
}

/** Writes a bundled worker into the site, with the files that it keeps from the start. */
async function writeList(
  dir: string,
  bundled: string,
  name: string,
  files: readonly string[],
): Promise<void> {
  await injectManifest({
    swSrc: bundled,
    swDest: join(dir, name),
    globDirectory: dir,
    globPatterns: [...files],
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
}

function integrityOf(content: Buffer): string {
  return `sha384-${createHash('sha384').update(content).digest('base64')}`;
}
