/**
 * After the build: what leads from a short address to its page, on any host.
 * A tiny page each, for a host that knows nothing but files; src/tools/hosts writes it for those that read more.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressesPath, shortAddresses } from '../lib/short-addresses.ts';
import { locateYaml, stop } from '../schemas/read.ts';

/**
 * Writes the tiny pages; gives what leads where, for the files of hosts. Call it once the pages are built.
 * Throws `ContentError` when an address hides a page of the site, or leads to none.
 */
export function writeShortAddresses(dir: string): ReadonlyMap<string, string> {
  const { leads } = shortAddresses();
  const has = (path: string): boolean => existsSync(join(dir, path, 'index.html'));
  const troubles = [...leads].flatMap(([from, to]) => [
    ...(has(from) ? [`l’adresse courte « ${from} » est déjà une page du site.`] : []),
    ...(has(to) ? [] : [`« ${from} » mène à « ${to} », qui n’existe pas.`]),
  ]);
  if (troubles.length > 0)
    stop(
      addressesPath,
      troubles.map((what) => ({
        line: locateYaml(addressesPath).line([]),
        what,
        write: 'Corriger la ligne, ou le nom de la ville ou du département dans sa fiche',
      })),
    );
  for (const [from, to] of leads) {
    mkdirSync(join(dir, from), { recursive: true });
    const target = readFileSync(join(dir, to, 'index.html'), 'utf8');
    writeFileSync(join(dir, from, 'index.html'), leadingPage(to, target));
  }
  return leads;
}

/** What says of a page, in a conversation or a list, where it leads. */
const told =
  /<title>[^<]*<\/title>|<meta (?:name="(?:description|twitter:card)"|property="og:[^"]*") content="[^"]*">/gu;

/**
 * Nothing but a way on: also for who reads without refreshing pages. A messenger that is given the short address shows
 * what it would show of the page.
 * @param target the HTML of that page
 */
export function leadingPage(to: string, target: string): string {
  const [title = '<title>Isoloir, pour s’entraîner</title>', ...metas] = target.match(told) ?? [];
  return [
    '<!doctype html><html lang="fr"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="refresh" content="0;url=${to}"><meta name="robots" content="noindex">`,
    `<link rel="canonical" href="${to}">${title}${metas.join('')}</head>`,
    `<body><p><a href="${to}">Continuer vers la page</a></p>`,
    '<p>Isoloir, pour s’entraîner. On ne vote pas ici.</p></body></html>\n',
  ].join('');
}
