// What the single file carries inside itself, since there is no site around it to ask (src/tools/pack/single-file.ts).

/** The site's own data files by path, and the names of the guide's pages, to be said in words. */
export interface Carried {
  readonly files: Readonly<Record<string, unknown>>;
  /** « ca-bloque/boite-pleine/ » → its title. */
  readonly guide: Readonly<Record<string, string>>;
}

/** Where it stands in the file. */
export const carriedId = 'emporte';

let read: Carried | null | undefined;

/** `null` on the site: files are fetched, and links lead to pages. */
export function carried(): Carried | null {
  // No document while the site is built: screens are drawn for its pages.
  if (typeof document === 'undefined') return null;
  read ??= parse(document.getElementById(carriedId)?.textContent ?? 'null');
  return read;
}

function parse(text: string): Carried | null {
  const value: unknown = JSON.parse(text);
  return isCarried(value) ? value : null;
}

/** Our own tool wrote it: only its absence is told apart here. */
function isCarried(value: unknown): value is Carried {
  return typeof value === 'object' && value !== null && 'files' in value && 'guide' in value;
}
