/** Writes beside the pages what each kind of host reads: one source, five files that say the same. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printHeaders } from '../policy.ts';
import { printHtaccess } from './apache.ts';
import { printCaddy } from './caddy.ts';
import type { HostedSite } from './hosted-site.ts';
import { printNginx } from './nginx.ts';
import { printRedirects } from './redirects.ts';

/** Each file for hosts, and how it is written. All begin with « _ » or a dot: servers show none of them. */
const printers: Readonly<Record<string, (site: HostedSite) => string>> = {
  _headers: ({ rules }) => printHeaders(rules),
  _redirects: ({ leads }) => printRedirects(leads),
  '.htaccess': printHtaccess,
  '_nginx.conf': printNginx,
  _Caddyfile: printCaddy,
};

/** Names of the files of {@link writeHostFiles}, at the top of the site. */
export const hostFiles: readonly string[] = Object.keys(printers);

export function writeHostFiles(dir: string, site: HostedSite): void {
  for (const [name, print] of Object.entries(printers)) writeFileSync(join(dir, name), print(site));
}
