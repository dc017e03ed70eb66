/**
 * A whole site for nginx, since half of one is what goes wrong: a header said again in a `location` silences all those
 * that were said above it. Here they are said once, and what differs by path is a `map`.
 */
import {
  askAgain,
  hiddenPattern,
  httpsAdvice,
  httpsOnly,
  leadStatus,
  packedTypes,
  sorted,
  type HostedSite,
} from './hosted-site.ts';

/** The lines that whoever publishes changes: the port, the name, the folder; and brotli, once its module is there. */
export const nginxOwn = {
  listen: 'listen 80;',
  name: 'server_name _;',
  root: 'root /var/www/isoloir;',
  brotli: '# brotli_static on;',
} as const;

/** The `_nginx.conf` of the site, to be included in `http`. Keys of a `map` are read whatever their case. */
export function printNginx({ rules, leads, pages }: HostedSite): string {
  const { everywhere, kept, typed } = sorted(rules);
  return [
    '# Fait par npm run build. À copier dans /etc/nginx/conf.d/isoloir.conf (nginx 1.18 au moins), puis changer trois lignes :',
    '# listen, server_name et root.',
    'map_hash_bucket_size 128;',
    'map_hash_max_size 8192;',
    ...map('$uri $isoloir_path', [['~^(?<isoloir_trimmed>/.+?)/?$', '$isoloir_trimmed']]),
    ...map('$isoloir_path $isoloir_lead', [...leads].map(trimmed)),
    ...map(
      '$isoloir_path $isoloir_page',
      pages.filter((path) => path !== '/').map((path) => trimmed([path, path])),
    ),
    ...map('$uri $isoloir_cache', [
      ['default', askAgain],
      ...kept.map(({ path, value }) => [pattern(path), value] as const),
    ]),
    '',
    'server {',
    ...[
      nginxOwn.listen,
      '# En https : listen 443 ssl; ssl_certificate …; ssl_certificate_key …; certbot écrit ces lignes.',
      nginxOwn.name,
      nginxOwn.root,
      'index index.html;',
      'error_page 404 /404.html;',
      'charset utf-8;',
      `charset_types ${packedTypes.filter((type) => type !== 'text/html').join(' ')};`,
      // Behind another server, the address that the reader typed is not the one that nginx knows.
      'absolute_redirect off;',
      'server_tokens off;',
      '',
      'gzip on;',
      'gzip_vary on;',
      `gzip_types ${packedTypes.filter((type) => type !== 'text/html').join(' ')};`,
      '# « npm run precompress » écrit à côté de chaque fichier ses formes réduites. brotli demande son module.',
      'gzip_static on;',
      nginxOwn.brotli,
      '',
      'add_header Cache-Control $isoloir_cache always;',
      ...everywhere.map(([name, value]) => `add_header ${name} "${value}" always;`),
      `# ${httpsAdvice}`,
      `# add_header ${httpsOnly[0]} "${httpsOnly[1]}" always;`,
      '',
      `location ~ ^/${hiddenPattern} { return 404; }`,
      ...typed.map(({ path, value }) => `location = ${path} { types {} default_type "${value}"; }`),
      'location ~ \\.ics$ { types {} default_type "text/calendar; charset=utf-8"; }',
      'location / {',
      `  if ($isoloir_lead) { return ${String(leadStatus)} $isoloir_lead; }`,
      '  try_files $uri $uri/ @capitals;',
      '}',
      'location @capitals {',
      '  if ($isoloir_page) { return 301 $isoloir_page; }',
      '  return 404;',
      '}',
    ].map((line) => (line === '' ? '' : `  ${line}`)),
    '}',
    '',
  ].join('\n');
}

/** With and without its last slash, an address is one key. */
function trimmed([from, to]: readonly [string, string]): readonly [string, string] {
  return [from.slice(0, -1), to];
}

function map(
  what: string,
  lines: readonly (readonly [key: string, value: string])[],
): readonly string[] {
  return [`map ${what} {`, ...lines.map(([key, value]) => `  ${key} "${value}";`), '}'];
}

/** A folder is a pattern, a file its name. */
function pattern(path: string): string {
  return path.endsWith('*') ? `~^${path.slice(0, -1)}` : path;
}
