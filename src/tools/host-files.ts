/** What hosts read beside the pages: `_redirects` (Netlify, Cloudflare Pages) and `.htaccess` (Apache). `_headers` is the policy's. */
import type { HeaderRule } from './policy.ts';

/** Addresses change with the election: a browser must not keep one for ever. */
const status = 302;

/** The `_redirects` file of Netlify and Cloudflare Pages, with and without the last slash; our own server reads it. */
export function printRedirects(leads: ReadonlyMap<string, string>): string {
  return [...leads]
    .flatMap(([from, to]) => [
      `${from} ${to} ${String(status)}`,
      `${from.slice(0, -1)} ${to} ${String(status)}`,
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

/** The `.htaccess` of Apache: the same headers as `_headers`, the same addresses whatever their case, the error page. */
export function printHtaccess(
  rules: readonly HeaderRule[],
  leads: ReadonlyMap<string, string>,
): string {
  const byTarget = Map.groupBy(leads, ([, to]) => to);
  return [
    '# Fait par npm run build. Apache 2.4, avec mod_rewrite, mod_headers et, si possible, mod_speling.',
    'ErrorDocument 404 /404.html',
    'DirectoryIndex index.html',
    'Options -Indexes',
    'AddDefaultCharset utf-8',
    'AddType text/calendar .ics',
    'AddType text/javascript .js',
    ...within('mod_speling.c', ['CheckSpelling On', 'CheckCaseOnly On']),
    ...within('mod_rewrite.c', [
      'RewriteEngine On',
      ...[...byTarget].map(
        ([to, from]) =>
          `RewriteRule ^(?:${from.map(([path]) => path.slice(1, -1)).join('|')})/?$ ${to} [NC,R=${String(status)},L]`,
      ),
    ]),
    ...within('mod_headers.c', [
      // Other hosts ask again by themselves; a correction must not wait for a browser's guess.
      'Header always set Cache-Control "no-cache"',
      ...rules.flatMap(headerLines),
    ]),
    '',
  ].join('\n');
}

const within = (module: string, lines: readonly string[]): readonly string[] => [
  `<IfModule ${module}>`,
  ...lines.map((line) => `  ${line}`),
  '</IfModule>',
];

/** One block of `_headers`: the whole site, a folder, or a file. */
function headerLines({ path, headers }: HeaderRule): readonly string[] {
  const lines = headers.map(([name, value]) => `Header always set ${name} "${value}"`);
  if (path === '/*') return lines;
  const pattern = path.replace(/[.]/gu, '\\$&').replace(/\*$/u, '');
  return [
    `<If "%{REQUEST_URI} =~ m#^${pattern}${path.endsWith('*') ? '' : '$'}#">`,
    ...lines.map((line) => `  ${line}`),
    '</If>',
  ];
}
