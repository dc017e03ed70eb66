/** The few things of a service worker that we use: its own library of types cannot live beside the page's. */

/** One file of the precache. A hashed file has no revision: its name is one. */
export type ManifestEntry = {
  readonly url: string;
  readonly revision: string | null;
  readonly integrity: string;
};

/** An event that the browser waits for. */
export type LongEvent = Event & { waitUntil(work: Promise<unknown>): void };

/** A request of one of our pages. */
export type RequestEvent = LongEvent & {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
};

/** What `self` is in `worker.ts`. */
export type WorkerScope = {
  readonly __WB_MANIFEST: readonly ManifestEntry[];
  /** Paths of the guide pages and of the hashed files kept without having been read (src/tools/offline.ts, `carriedPaths`). */
  readonly __CARRIED: readonly string[];
  readonly location: Location;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: LongEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: RequestEvent) => void): void;
  addEventListener(
    type: 'message',
    listener: (event: LongEvent & { readonly data: unknown }) => void,
  ): void;
};
