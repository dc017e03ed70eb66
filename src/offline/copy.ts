/** What page and worker agree on: the mark of a kept copy, how two copies are compared, how its date is said. */

/** A request that wants the network's answer, kept on its way. */
export const freshHeader = 'x-isoloir-fresh';
/** On the answer to such a request: the page is now stored. */
export const keptHeader = 'x-isoloir-kept';
/** The worker's cache of guide pages, by path; a page may read it, only the worker writes it. */
export const guideCache = 'isoloir-guide';
/** Messages from a page to the worker; anything else is ignored. */
export const messages = {
  keep: 'isoloir:keep',
  apply: 'isoloir:apply',
  carry: 'isoloir:carry',
  along: 'isoloir:along',
} as const;

/**
 * A fingerprint of what a page says: its body, without its scripts and without the hashes of drawn screens. What a
 * screen says stands in the page, in words: another hash with the same words is another look, and no news.
 * Sixteen hexadecimal digits.
 */
export async function printOf(html: string): Promise<string> {
  const body = html
    .slice(Math.max(html.indexOf('<body'), 0))
    .replace(/<script\b[^>]*>[\s\S]*?<\/script\s*>/gi, '')
    .replace(/(\/assets\/ecran-[\w-]+)\.[0-9a-f]{8}(?=\.svg")/g, '$1');
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(body));
  return [...new Uint8Array(digest).subarray(0, 8)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}

/**
 * The page with the mark of a kept copy on its root element, where a script can read it: `data-kept` holds the
 * server's own date (empty when it gave none), `data-print` the fingerprint. A page without a root tag is left as is.
 */
export function markKept(html: string, date: string | null, print: string): string {
  const safe = (date ?? '').replace(/[^\w ,:+-]/g, '');
  return html.replace(/<html\b/i, `<html data-kept="${safe}" data-print="${print}"`);
}

/**
 * Is that text a page of ours? Each says it somewhere (a test holds them to it). Where one has to sign in to a network,
 * somebody else answers in our name, and says yes to everything.
 */
export const isOurs = (html: string): boolean => html.includes('ne vote pas ici');

/** Hashed files that a page or a script of ours names: paths under `/assets/`, each once. */
export function assetsIn(text: string): readonly string[] {
  const absolute = [...text.matchAll(/\/assets\/[\w./-]*\w/g)].map(([path]) => path);
  // Chunks call each other by a relative name.
  const relative = [...text.matchAll(/["'`]\.\/([\w.-]+\.(?:js|css))["'`]/g)].map(
    ([, name = '']) => `/assets/${name}`,
  );
  return [...new Set([...absolute, ...relative])];
}

/** Calendar files that a page offers, each once. */
export function calendarsIn(html: string): readonly string[] {
  const found = [...html.matchAll(/href="(\/[\w/-]+\.ics)"/g)];
  return [...new Set(found.map(([, path = '']) => path))];
}

/**
 * « copie du 3 déc., 14 h 05 », in the device's own time zone; with the year when it is not this one.
 * A copy without a readable date says so: a date is never invented.
 */
export function copyWords(date: string, now: Date): string {
  const at = new Date(date);
  if (Number.isNaN(at.getTime())) return 'copie gardée, de date inconnue';
  const sameYear = at.getFullYear() === now.getFullYear();
  const day = new Intl.DateTimeFormat('fr-FR', {
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(at);
  const minutes = String(at.getMinutes()).padStart(2, '0');
  return `copie du ${day.replaceAll(' ', '\u00a0')}, ${at.getHours()}\u00a0h\u00a0${minutes}`;
}
