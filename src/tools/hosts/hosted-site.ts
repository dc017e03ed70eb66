/** What the files of every host are made from, and the few words that they share. */
import type { HeaderRule } from '../policy.ts';

export type HostedSite = {
  readonly rules: readonly HeaderRule[];
  /** Short address → page, with a slash at both ends. */
  readonly leads: ReadonlyMap<string, string>;
  /** Path of every page, in lower case: capitals that somebody types arrive there. */
  readonly pages: readonly string[];
};

/** Addresses change with the election: a browser must not keep one for ever. */
export const leadStatus = 302;

/** What says nothing of keeping is asked again each time: a correction must not wait for a browser's guess. */
export const askAgain = 'no-cache';

/**
 * Never forced on: whoever turns it on and loses https has lost the site for a year.
 * No `includeSubDomains`: what else lives under the same name is not ours to rule.
 */
export const httpsOnly = ['Strict-Transport-Security', 'max-age=31536000'] as const;
export const httpsAdvice =
  'Quand le site répond en https, et pour de bon, enlevez le « # » de la ligne qui suit :';

/** Files for hosts begin with « _ » or a dot; a certificate is asked for in the one folder that is not hidden. */
export const hiddenPattern = '(?:_|\\.(?!well-known/))';

/** What packs well: types of our files. */
export const packedTypes = [
  'text/html',
  'text/css',
  'text/plain',
  'text/calendar',
  'text/javascript',
  'application/javascript',
  'application/json',
  'application/rss+xml',
  'image/svg+xml',
] as const;

/** Rules by what a host's file does with them; throws on a header of one path that no printer would know. */
export function sorted(rules: readonly HeaderRule[]): {
  readonly everywhere: HeaderRule['headers'];
  readonly kept: readonly { readonly path: string; readonly value: string }[];
  readonly typed: readonly { readonly path: string; readonly value: string }[];
} {
  const everywhere = rules.filter(({ path }) => path === '/*').flatMap(({ headers }) => headers);
  const own = rules
    .filter(({ path }) => path !== '/*')
    .flatMap(({ path, headers }) => headers.map(([name, value]) => ({ path, name, value })));
  const strange = own.find(({ name }) => name !== 'Cache-Control' && name !== 'Content-Type');
  if (strange) throw new Error(`${strange.name} on ${strange.path}: no host's file can say it`);
  return {
    everywhere: everywhere.map(([name, value]) => [name, plain(value)]),
    kept: own.filter(({ name }) => name === 'Cache-Control'),
    typed: own.filter(({ name }) => name === 'Content-Type'),
  };
}

/** A value that stands between double quotes in any of these files and means nothing else there. */
function plain(value: string): string {
  if (/["$%\\{}\n]/u.test(value)) throw new Error(`a header must be plain text: ${value}`);
  return value;
}

/** Short addresses by the page that they lead to, without their slashes. */
export function byTarget(
  leads: ReadonlyMap<string, string>,
): readonly { readonly to: string; readonly from: readonly string[] }[] {
  return [...Map.groupBy(leads, ([, to]) => to)].map(([to, from]) => ({
    to,
    from: from.map(([path]) => path.slice(1, -1)),
  }));
}
