/** The `_redirects` file of Netlify and Cloudflare Pages, with and without the last slash; our own server reads it. */
import { leadStatus } from './hosted-site.ts';

export function printRedirects(leads: ReadonlyMap<string, string>): string {
  return [...leads]
    .flatMap(([from, to]) => [
      `${from} ${to} ${String(leadStatus)}`,
      `${from.slice(0, -1)} ${to} ${String(leadStatus)}`,
    ])
    .map((line) => `${line}\n`)
    .join('');
}

/** Reads a `_redirects` file back: path → where it leads. */
export function parseRedirects(text: string): ReadonlyMap<string, string> {
  return new Map(
    text.split('\n').flatMap((line) => {
      const [from, to] = line.trim().split(/\s+/u);
      return from?.startsWith('/') && to ? [[from, to] as const] : [];
    }),
  );
}
