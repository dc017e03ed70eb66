/** The `.htaccess` of Apache, read where it lies: whoever rents a folder on a shared host has nothing else to do. */
import {
  askAgain,
  byTarget,
  hiddenPattern,
  httpsAdvice,
  httpsOnly,
  leadStatus,
  packedTypes,
  sorted,
  type HostedSite,
} from './hosted-site.ts';

/** Headers, short addresses whatever their case, compression, the error page. */
export function printHtaccess({ rules, leads }: HostedSite): string {
  const { everywhere, kept, typed } = sorted(rules);
  return [
    '# Fait par npm run build. Apache 2.4, avec mod_rewrite, mod_headers et, si possible, mod_speling et mod_deflate.',
    'ErrorDocument 404 /404.html',
    'DirectoryIndex index.html',
    'Options -Indexes',
    'AddDefaultCharset utf-8',
    'AddCharset utf-8 .ics .js .json .svg .txt .xml',
    'AddType text/calendar .ics',
    'AddType text/javascript .js',
    // Its tag is another once the page is packed, and never matches again; the date of the file does.
    'FileETag None',
    ...typed.flatMap(({ path, value }) => at(path, [`ForceType "${value}"`])),
    ...within('mod_speling.c', ['CheckSpelling On', 'CheckCaseOnly On']),
    ...within('mod_rewrite.c', [
      'RewriteEngine On',
      `RewriteRule ^${hiddenPattern} - [R=404,L]`,
      ...byTarget(leads).map(
        ({ to, from }) =>
          `RewriteRule ^(?:${from.join('|')})/?$ ${to} [NC,R=${String(leadStatus)},L]`,
      ),
    ]),
    ...within('mod_filter.c', [
      ...within('mod_deflate.c', [`AddOutputFilterByType DEFLATE ${packedTypes.join(' ')}`]),
    ]),
    ...within('mod_headers.c', [
      `Header always set Cache-Control "${askAgain}"`,
      ...everywhere.map(([name, value]) => `Header always set ${name} "${value}"`),
      // The error page is asked for under its own name: what is missing in the folder is not kept.
      ...kept.flatMap(({ path, value }) =>
        at(path, [`Header always set Cache-Control "${value}"`]),
      ),
      `# ${httpsAdvice}`,
      `# Header always set ${httpsOnly[0]} "${httpsOnly[1]}"`,
    ]),
    '',
  ].join('\n');
}

const within = (module: string, lines: readonly string[]): readonly string[] => [
  `<IfModule ${module}>`,
  ...lines.map((line) => `  ${line}`),
  '</IfModule>',
];

/** What is said of a folder, or of a file, only. */
function at(path: string, lines: readonly string[]): readonly string[] {
  const pattern = path.replace(/[.]/gu, '\\$&').replace(/\*$/u, '');
  return [
    `<If "%{REQUEST_URI} =~ m#^${pattern}${path.endsWith('*') ? '' : '$'}#">`,
    ...lines.map((line) => `  ${line}`),
    '</If>',
  ];
}
