/**
 * The page's side of offline: registers the worker, refreshes a page painted from its kept copy, keeps everything
 * on demand, and tells the simulator when a new version waits.
 */
import { copyWords, freshHeader, keptHeader, messages } from './copy.ts';
import { swapPage, swapStrips } from './swap.ts';

declare global {
  interface Window {
    /** Trusted Types, as far as we use them; a trusted address is an object that the browser takes for a string. */
    readonly trustedTypes?: {
      createPolicy(
        name: string,
        rules: { createScriptURL(url: string): string },
      ): { createScriptURL(url: string): string };
    };
  }
  interface DocumentEventMap {
    /** The page now shows a fresher text: scripts that had enhanced it do so again. */
    'isoloir:refreshed': CustomEvent<null>;
  }
}

const workerAddress = '/sw.js';
const simulatorPath = '/simulateur/';
/** After this long without an answer we say that this is a copy; the answer may still come. */
const patienceMs = 4_000;

/** Starts everything a guide page needs. Call once per page; harmless where there is no worker. */
export function startOffline(): void {
  // While somebody writes (`npm run dev`) there is no worker to register.
  if (import.meta.env.DEV || !('serviceWorker' in navigator)) return;
  const wasControlled = navigator.serviceWorker.controller !== null;
  if (document.readyState === 'complete') register(wasControlled);
  else addEventListener('load', () => register(wasControlled), { once: true });

  if (!isKept() && !(wasControlled && location.pathname === simulatorPath)) return;
  refreshPage();
  addEventListener('online', refreshPage);
  // Back from the browser's own memory: the page may be hours old.
  addEventListener('pageshow', (event) => {
    if (event.persisted) refreshPage();
  });
}

/** This page was painted from a kept copy. The simulator never is: it comes whole from its version's cache. */
const isKept = (): boolean => document.documentElement.dataset['kept'] !== undefined;

function register(wasControlled: boolean): void {
  navigator.serviceWorker
    .register(trustedWorker(), { updateViaCache: 'none' })
    .then(() => navigator.serviceWorker.ready)
    .then(({ active }) => {
      // The first page ever read came before its worker: it is kept after the fact.
      if (!wasControlled) active?.postMessage({ type: messages.keep, path: location.pathname });
      // Once the simulator is there: whoever follows a link before a tunnel finds behind it what the page leads to. Never
      // for whoever spares data.
      if (sparesData()) return;
      active?.postMessage(messages.carry);
      const paths = [...document.querySelectorAll<HTMLAnchorElement>('a[data-along]')].map(
        ({ pathname }) => pathname,
      );
      active?.postMessage({ type: messages.along, paths });
    })
    .catch(() => undefined); // Site data refused, or no worker published here: everything else works.
}

/** The reader asked the browser to spare data; not every browser tells. */
function sparesData(): boolean {
  const connection: unknown = Reflect.get(navigator, 'connection');
  return connection instanceof Object && Reflect.get(connection, 'saveData') === true;
}

function trustedWorker(): string {
  const policy = window.trustedTypes?.createPolicy('isoloir-sw', {
    createScriptURL(url) {
      if (url !== workerAddress) throw new TypeError('isoloir-sw: only the worker of this site');
      return url;
    },
  });
  return policy?.createScriptURL(workerAddress) ?? workerAddress;
}

/** Asks the network for this page, and shows its answer in place when it says something else. */
function refreshPage(): void {
  const request = new XMLHttpRequest();
  const patience = setTimeout(showCopy, patienceMs);
  // A request of this kind gives a document without passing through a string of HTML, which our policy forbids.
  request.open('GET', location.pathname);
  request.responseType = 'document';
  request.setRequestHeader(freshHeader, '1');
  request.addEventListener('loadend', () => {
    clearTimeout(patience);
    const fresh = request.status === 200 ? request.responseXML : null;
    if (fresh === null) showCopy();
    else show(fresh);
  });
  request.send();
}

function show(fresh: Document): void {
  const enhance = (): boolean =>
    document.dispatchEvent(new CustomEvent('isoloir:refreshed', { detail: null }));
  // Today's alerts reach the simulator too; its own text waits for a tap with the rest of its version.
  if (!isKept()) {
    swapStrips(fresh);
    enhance();
    return;
  }
  const here = document.documentElement.dataset;
  const there = fresh.documentElement.dataset;
  hideCopy();
  const changed = there['print'] !== here['print'];
  here['kept'] = there['kept'] ?? '';
  here['print'] = there['print'] ?? '';
  if (changed) swapPage(fresh, enhance);
}

function showCopy(): void {
  if (!isKept()) return;
  for (const place of document.querySelectorAll('[data-copy]')) {
    place.textContent = copyWords(document.documentElement.dataset['kept'] ?? '', new Date());
    place.toggleAttribute('hidden', false);
  }
}

function hideCopy(): void {
  for (const place of document.querySelectorAll('[data-copy]')) {
    place.textContent = '';
    place.toggleAttribute('hidden', true);
  }
}

/** How far « tout garder hors ligne » has come: pages, and compressed bytes as announced by the list. */
export type KeepProgress = {
  readonly done: number;
  readonly total: number;
  readonly failed: number;
  readonly bytes: number;
};
/** One bundle of `/data/pages.json`: its path, its compressed size in bytes, the paths of its pages. */
export type ListedBundle = {
  readonly bundle: string;
  readonly bytes: number;
  readonly pages: readonly string[];
};

/** The bundles that « tout garder » would bring, to announce a size before the tap. Rejects offline. */
export async function listBundles(): Promise<readonly ListedBundle[]> {
  const response = await fetch('/data/pages.json');
  if (!response.ok) throw new Error(`pages.json: ${response.status}`);
  const list: unknown = await response.json();
  return Array.isArray(list) ? list.filter(isListedBundle) : [];
}

function isListedBundle(value: unknown): value is ListedBundle {
  return (
    typeof value === 'object' &&
    value !== null &&
    'bundle' in value &&
    isPath(value.bundle) &&
    'bytes' in value &&
    typeof value.bytes === 'number' &&
    'pages' in value &&
    Array.isArray(value.pages) &&
    value.pages.every(isPath)
  );
}

const isPath = (value: unknown): value is string =>
  typeof value === 'string' && /^\/(?!\/)/.test(value);

/**
 * Keeps every guide page, a bundle after the other; a page that its bundle did not bring is asked for alone. Resolves
 * with the last progress: `failed` pages may be asked again.
 * Rejects where there is no worker (private window of some browsers, site data refused) and offline.
 */
export async function keepEverything(
  onProgress: (progress: KeepProgress) => void,
): Promise<KeepProgress> {
  await controlled();
  // Asks not to be evicted first when the disk is full; a refusal changes nothing.
  await navigator.storage?.persist?.().catch(() => false);
  const bundles = await listBundles();
  const total = bundles.reduce((sum, { pages }) => sum + pages.length, 0);
  let progress: KeepProgress = { done: 0, total, failed: 0, bytes: 0 };
  for (const { bundle, bytes, pages } of bundles) {
    const came = await keepBundle(bundle);
    const alone = await Promise.all(pages.filter((path) => !came.has(path)).map(keepPage));
    const failed = alone.filter((kept) => !kept).length;
    progress = {
      total,
      done: progress.done + pages.length - failed,
      failed: progress.failed + failed,
      bytes: progress.bytes + bytes,
    };
    onProgress(progress);
  }
  return progress;
}

/** The paths that came with a bundle: none when the network fails, or when the worker is older than bundles. */
async function keepBundle(path: string): Promise<ReadonlySet<unknown>> {
  try {
    const kept: unknown = await (await askWorker(path)).json();
    return new Set(Array.isArray(kept) ? kept : []);
  } catch {
    return new Set();
  }
}

async function keepPage(path: string): Promise<boolean> {
  try {
    return (await askWorker(path)).headers.has(keptHeader);
  } catch {
    return false;
  }
}

const askWorker = (path: string): Promise<Response> =>
  fetch(path, { headers: { [freshHeader]: '1' } });

/** Resolves when a worker answers for this page; rejects when none will. */
async function controlled(): Promise<void> {
  if (!('serviceWorker' in navigator)) throw new Error('no service worker here');
  if (navigator.serviceWorker.controller !== null) return;
  await new Promise<void>((done, fail) => {
    navigator.serviceWorker.addEventListener('controllerchange', () => done(), { once: true });
    setTimeout(() => fail(new Error('no service worker took this page')), 10_000);
  });
}

/** Calls back when a new version of the simulator is installed and waits. It waits until {@link applyUpdate}. */
export function onUpdateReady(callback: () => void): void {
  if (!('serviceWorker' in navigator)) return;
  navigator.serviceWorker.ready
    .then((registration) => {
      if (registration.waiting) callback();
      registration.addEventListener('updatefound', () => {
        const { installing } = registration;
        installing?.addEventListener('statechange', () => {
          // The very first worker waits for nobody: that is no update.
          if (installing.state === 'installed' && navigator.serviceWorker.controller) callback();
        });
      });
    })
    .catch(() => undefined); // Site data refused: Firefox says so here too.
}

/** Lets the waiting version in and reloads this page with it. To be called by a tap, never during an exercise. */
export async function applyUpdate(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration();
  if (!registration?.waiting) return;
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), {
    once: true,
  });
  registration.waiting.postMessage(messages.apply);
}
