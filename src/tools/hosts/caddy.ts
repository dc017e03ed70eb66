/** A whole site for Caddy, which finds its certificate by itself: the shortest way to a server of one's own. */
import {
  askAgain,
  byTarget,
  httpsAdvice,
  httpsOnly,
  leadStatus,
  sorted,
  type HostedSite,
} from './hosted-site.ts';

/** The lines that whoever publishes changes: the name (or the port), the folder. */
export const caddyOwn = { name: ':80 {', root: 'root * /var/www/isoloir' } as const;

/** The `_Caddyfile` of the site. Caddy reads the paths of a `path` whatever their case. */
export function printCaddy({ rules, leads, pages }: HostedSite): string {
  const { everywhere, kept, typed } = sorted(rules);
  return [
    '# Fait par npm run build. Caddy 2.6 au moins. Deux lignes à changer : « :80 » devient le nom du site, et root son dossier.',
    caddyOwn.name,
    ...[
      caddyOwn.root,
      'encode gzip',
      // Nothing in this block may wait for the answer (« ? », « - »): an error page would go without any of it.
      'header {',
      ...everywhere.map(([name, value]) => `  ${name} "${value}"`),
      `  # ${httpsAdvice}`,
      `  # ${httpsOnly[0]} "${httpsOnly[1]}"`,
      '}',
      // Only what is there: what is missing must not be remembered for a year.
      ...kept.flatMap(({ path, value }, index) => [
        `@kept${String(index)} {`,
        `  path ${path}`,
        '  file',
        '}',
        `header @kept${String(index)} Cache-Control "${value}"`,
      ]),
      '@asked {',
      ...kept.flatMap(({ path }) => ['  not {', `    path ${path}`, '    file', '  }']),
      '}',
      `header @asked Cache-Control "${askAgain}"`,
      ...typed.map(({ path, value }) => `header ${path} Content-Type "${value}"`),
      'header *.ics Content-Type "text/calendar; charset=utf-8"',
      '',
      '@hidden {',
      '  path /_* /.*',
      '  not path /.well-known/*',
      '}',
      'error @hidden 404',
      '',
      ...byTarget(leads).flatMap(({ to, from }, index) => [
        `@lead${String(index)} path ${from.map((path) => `/${path} /${path}/`).join(' ')}`,
        `redir @lead${String(index)} ${to} ${String(leadStatus)}`,
      ]),
      '',
      'map {path} {isoloir_page} {',
      ...pages
        .filter((path) => path !== '/')
        .map((path) => `  ~(?i)^${path.slice(0, -1).replaceAll('.', '\\.')}/?$ ${path}`),
      '  default none',
      '}',
      '@capitals {',
      '  not file {path} {path}/index.html',
      '  not vars {isoloir_page} none',
      '}',
      'redir @capitals {isoloir_page} 301',
      '',
      '# Les fichiers réduits d’avance par « npm run precompress », quand ils sont là.',
      'file_server {',
      '  precompressed br gzip',
      '}',
      'handle_errors {',
      '  rewrite * /404.html',
      '  file_server',
      '}',
    ].map((line) => (line === '' ? '' : `\t${line}`)),
    '}',
    '',
  ].join('\n');
}
