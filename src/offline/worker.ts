/**
 * The service worker. Two rules, which never wait for one another:
 * the simulator comes whole from one version of the precache; a guide page is kept when read, and always refetched.
 */
import { PrecacheController } from 'workbox-precaching/PrecacheController.js';
import { bundleFolder, readBundle } from './bundle.ts';
import {
  assetsIn,
  calendarsIn,
  freshHeader,
  guideCache,
  isOurs,
  keptHeader,
  markKept,
  messages,
  printOf,
} from './copy.ts';
import type { WorkerScope } from './scope.ts';

declare const self: WorkerScope;

const manifest = self.__WB_MANIFEST;
const assetCache = 'isoloir-assets';
const simulatorCache = `isoloir-simulateur-${versionOf(manifest.map((entry) => entry.url + (entry.revision ?? '')))}`;
const simulatorPath = '/simulateur/';
const fallbackPath = '/hors-ligne/';
/** Asked for to be saved and carried away: nothing of ours stands between it and the disk. */
const lonePath = '/isoloir-exercice.html';
/** Kept without having been read: what somebody without network asks most often. The pages mark the links to them. */
const carriedPaths = self.__CARRIED;
/** A carried page is asked for again after a day, when another page is read. */
const carriedForMs = 24 * 3_600_000;
/** The reader's own dates (.ics), beside the page that offers them. */
const calendarCache = 'isoloir-agendas';

/** About 12 MiB of pages: the whole site several times over, and still a bound. */
const mostPages = 1500;
const mostAssets = 500;
/** Of the pages that go with another one: an academy has a dozen. */
const mostAlong = 20;

const precache = new PrecacheController({ cacheName: simulatorCache });
precache.addToCacheList(manifest.map((entry) => ({ ...entry })));

/** Refetches under way, by path: the worker's own and the page's are one request. */
const underWay = new Map<string, Promise<Response>>();

self.addEventListener('install', (event) => event.waitUntil(install(event)));

async function install(event: Event & { waitUntil(work: Promise<unknown>): void }): Promise<void> {
  const existed = await caches.has(simulatorCache);
  try {
    await precache.install(event);
  } catch (error) {
    // An install cut half-way leaves nothing behind; the version in use is another cache.
    if (!existed) await caches.delete(simulatorCache);
    throw error;
  }
}

self.addEventListener('activate', (event) => event.waitUntil(activate()));

async function activate(): Promise<void> {
  const known = new Set([guideCache, assetCache, calendarCache, simulatorCache]);
  const names = await caches.keys();
  await Promise.all(names.filter((name) => !known.has(name)).map((name) => caches.delete(name)));
  await self.clients.claim();
}

self.addEventListener('message', (event) => {
  const { data } = event;
  if (data === messages.apply) event.waitUntil(self.skipWaiting());
  if (data === messages.carry) event.waitUntil(carry(carriedPaths));
  if (typeof data !== 'object' || data === null || !('type' in data)) return;
  if (data.type === messages.keep && 'path' in data && isPath(data.path))
    event.waitUntil(refresh(data.path).catch(() => undefined));
  // The few pages that go with the one that was read.
  if (data.type === messages.along && 'paths' in data && Array.isArray(data.paths))
    event.waitUntil(carry(data.paths.filter(isPath).slice(0, mostAlong)));
});

const isPath = (value: unknown): value is string =>
  typeof value === 'string' && /^\/(?!\/)/.test(value);

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  const path = url.pathname;
  if (path === lonePath) return;
  if (request.headers.has(freshHeader))
    event.respondWith(path.startsWith(bundleFolder) ? unpack(path) : refresh(path));
  else if (path.endsWith('.ics')) event.respondWith(calendar(path, request));
  else if (request.mode === 'navigate') event.respondWith(navigate(event, path));
  else if (precache.getCacheKeyForURL(url.href) !== undefined)
    event.respondWith(fromPrecache(path, request));
  else if (path.startsWith('/assets/')) event.respondWith(asset(path));
});

async function navigate(
  event: { readonly request: Request; waitUntil(work: Promise<unknown>): void },
  path: string,
): Promise<Response> {
  if (path === simulatorPath || `${path}/` === simulatorPath)
    return fromPrecache(simulatorPath, event.request);
  const kept = await fromCache(guideCache, path);
  if (kept) {
    // The page asks too and swaps itself; this one holds even if its script never runs.
    event.waitUntil(refresh(path).catch(() => undefined));
    return kept;
  }
  try {
    const response = await fetch(event.request);
    // Not ours, it is shown all the same: it may be where one signs in to the network.
    if (isPage(response)) event.waitUntil(keep(path, response.clone()).catch(() => undefined));
    return response;
  } catch {
    const whole = await keptUnder(path);
    return whole === undefined
      ? fromPrecache(fallbackPath, event.request)
      : Response.redirect(whole);
  }
}

/** « /mayotte/ », typed from a sheet of paper: the kept page of that name, the latest election first. */
async function keptUnder(path: string): Promise<string | undefined> {
  const [, name] = /^\/([a-z-]+)\/?$/.exec(path) ?? [];
  if (name === undefined) return undefined;
  const kept = await (await caches.open(guideCache)).keys();
  return kept
    .map(({ url }) => url)
    .filter((url) => new RegExp(`^/elections/[^/]+/${name}/$`).test(new URL(url).pathname))
    .sort()
    .at(-1);
}

/** One after the other, behind the page that is being read. */
async function carry(paths: readonly string[]): Promise<void> {
  for (const path of paths)
    if (path.startsWith('/assets/')) await asset(path).catch(() => undefined);
    else if (!isRecent(await fromCache(guideCache, path)))
      await refresh(path).catch(() => undefined);
}

/** By the server's own date; a copy without one is never recent. */
function isRecent(kept: Response | undefined): boolean {
  return Date.now() - Date.parse(kept?.headers.get('date') ?? '') < carriedForMs;
}

/** The network's answer, kept on its way. Rejects offline. */
function refresh(path: string): Promise<Response> {
  const known = underWay.get(path);
  const work =
    known ??
    fetchFresh(path).finally(() => {
      underWay.delete(path);
    });
  if (!known) underWay.set(path, work);
  return work.then((response) => response.clone());
}

async function fetchFresh(path: string): Promise<Response> {
  const response = await fetch(path, { cache: 'no-cache' });
  if (isPage(response) && path !== simulatorPath) return keep(path, response);
  // A page that was taken away is not shown for ever.
  if (response.status === 404 || response.status === 410)
    await (await caches.open(guideCache)).delete(path);
  return response;
}

/** The pages of a bundle, each kept as if it had just been read; the answer lists the paths of those that could be. */
async function unpack(path: string): Promise<Response> {
  const response = await fetch(path);
  if (response.status !== 200) return response;
  const kept: string[] = [];
  const headers = { 'content-type': 'text/html; charset=utf-8' };
  const date = response.headers.get('date');
  for (const page of readBundle(await response.json()) ?? []) {
    const answer = new Response(page.html, { headers: date ? { ...headers, date } : headers });
    if ((await keep(page.path, answer)).headers.has(keptHeader)) kept.push(page.path);
  }
  return Response.json(kept);
}

function isPage(response: Response): boolean {
  return response.status === 200 && !response.redirected && isHtml(response);
}

function isHtml(response: Response): boolean {
  return (response.headers.get('content-type') ?? '').startsWith('text/html');
}

/** The file that was asked for: a page in its place would be somebody else's answer. */
function isFile(response: Response): boolean {
  return response.status === 200 && !isHtml(response);
}

/**
 * Stores a page and what it needs, marked; gives the marked page, with `keptHeader` when it could be stored.
 * Rejects, as a lost network would, when the page is not ours.
 */
async function keep(path: string, response: Response): Promise<Response> {
  const html = await response.text();
  if (!isOurs(html)) throw new TypeError(`${path}: not a page of ours`);
  const headers = new Headers(response.headers);
  headers.delete('content-encoding');
  headers.delete('content-length');
  const marked = markKept(html, headers.get('date'), await printOf(html));
  try {
    const cache = await caches.open(guideCache);
    // Its scripts first: a page whose script is missing would be kept for nothing.
    await keepAssets(html);
    await cache.put(path, new Response(marked, { headers }));
    await Promise.all(calendarsIn(html).map((file) => keepCalendar(file).catch(() => undefined)));
    await prune(cache, mostPages);
    headers.set(keptHeader, '1');
  } catch {
    // Storage full or refused: the page is read all the same.
  }
  return new Response(marked, { headers });
}

/** Keeps the hashed files that a text names, and those that these name in turn. */
async function keepAssets(text: string, seen = new Set<string>()): Promise<void> {
  const paths = assetsIn(text).filter((path) => !seen.has(path));
  for (const path of paths) seen.add(path);
  await Promise.all(
    paths.map(async (path) => {
      const response = await asset(path);
      if (response.ok && path.endsWith('.js')) await keepAssets(await response.text(), seen);
    }),
  );
}

/** A hashed file never changes: the kept one is right, even for a page of an older release. */
async function asset(path: string): Promise<Response> {
  const cache = await caches.open(assetCache);
  const kept = await cache.match(path);
  if (kept) return kept;
  const response = await fetch(path);
  if (isFile(response)) {
    await cache.put(path, response.clone());
    await prune(cache, mostAssets);
  }
  return response;
}

/** The dates of today when there is a network; without it the kept ones, which say when they were made. */
async function calendar(path: string, request: Request): Promise<Response> {
  try {
    const response = await keepCalendar(path);
    if (isFile(response)) return response;
  } catch {
    // Offline: below.
  }
  return (await fromCache(calendarCache, path)) ?? fromPrecache(fallbackPath, request);
}

async function keepCalendar(path: string): Promise<Response> {
  const response = await fetch(path, { cache: 'no-cache' });
  if (isFile(response)) await (await caches.open(calendarCache)).put(path, response.clone());
  return response;
}

async function fromPrecache(path: string, request: Request): Promise<Response> {
  return (await precache.matchPrecache(path)) ?? fetch(request);
}

async function fromCache(name: string, path: string): Promise<Response | undefined> {
  try {
    return await (await caches.open(name)).match(path);
  } catch {
    return undefined; // Site data refused: the network answers.
  }
}

/** Forgets the oldest entries; a cache lists them in the order in which they were put. */
async function prune(cache: Cache, most: number): Promise<void> {
  const keys = await cache.keys();
  await Promise.all(keys.slice(0, Math.max(keys.length - most, 0)).map((key) => cache.delete(key)));
}

/** A short name for one list of files (FNV-1a, 32 bits): it only has to differ from the last release's. */
function versionOf(lines: readonly string[]): string {
  let hash = 0x811c9dc5;
  for (const char of lines.join('\n')) hash = Math.imul(hash ^ char.charCodeAt(0), 0x01000193);
  return (hash >>> 0).toString(36);
}
