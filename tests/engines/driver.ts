/** What the journeys ask of a browser, whichever it is: little enough for three protocols to say it alike. */

/** One element of the page, found a moment ago. */
export interface Found {
  readonly isShown: () => Promise<boolean>;
  /** Its place and size, as a text to compare. */
  readonly place: () => Promise<string>;
  /** A real press, where the element stands. */
  readonly click: () => Promise<void>;
  readonly type: (text: string) => Promise<void>;
  /** Hands a file of this disk to a file field. */
  readonly give: (path: string) => Promise<void>;
}

export interface Tab {
  readonly open: (address: string) => Promise<void>;
  readonly reload: () => Promise<void>;
  readonly find: (xpath: string) => Promise<readonly Found[]>;
  /** Runs a function in the page; it sees nothing of what stands around it here. */
  readonly run: <T>(
    inPage: (...args: readonly string[]) => T | Promise<T>,
    ...args: readonly string[]
  ) => Promise<T>;
}

/** A browser that was started for us, with a profile of its own. */
export interface Room {
  readonly version: string;
  readonly tab: Tab;
  /** Folder where it saves what a page gives. */
  readonly downloads: string;
  /** Exceptions that nobody caught, and refusals of the content policy; `null` where the protocol tells nothing of them. */
  readonly complaints: readonly string[] | null;
  /** Ends it, and takes its profile away. */
  readonly close: () => Promise<void>;
}

/** An engine that this machine has. */
export interface Engine {
  readonly name: 'Chromium' | 'Firefox' | 'WebKit';
  /** Domains that the browser itself calls, whatever is on screen: the page has no part in it. */
  readonly own: readonly { readonly domain: string; readonly because: string }[];
  /** @param proxy port on this machine through which every request goes, those to this machine too */
  readonly start: (proxy: number) => Promise<Room>;
}
