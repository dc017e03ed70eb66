/**
 * `npm run load`: what one small machine serves, asked of a real nginx by `wrk`, both here and on its loopback.
 * Not part of `npm test`: its figures are those of the machine. PUBLISHING.md says what they meant once.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import { filesOf, loneFile } from './dist.ts';
import { nginxBrotli, startServer } from './hosts/real-server.ts';
import { weighCarried, weighPrecache } from './offline.ts';
import { precompress } from './precompress.ts';
import { isProgram, kilobytes, requireNode, siteFolder, stopWith } from './run.ts';

/** A day of readers, and the share of it that its busiest hour takes: people read at lunch and in the evening. */
const readers = 300_000;
const busiestHour = 0.2;

const academy = '/elections/men-2026/grenoble/';

type Answered = {
  readonly perSecond: number;
  readonly median: string;
  readonly p99: string;
  readonly failed: boolean;
};

/** What `wrk` says at its end. */
export function readWrk(output: string): Answered {
  const find = (pattern: RegExp): string => pattern.exec(output)?.[1] ?? '';
  return {
    perSecond: Number(find(/Requests\/sec:\s+([\d.]+)/u)),
    median: find(/^\s+50%\s+(\S+)/mu),
    p99: find(/^\s+99%\s+(\S+)/mu),
    failed: /Non-2xx or 3xx responses|Socket errors/u.test(output),
  };
}

function ask(url: string, headers: readonly string[], seconds: number): Answered {
  const { stdout, status } = spawnSync(
    'wrk',
    [
      ...['-t1', '-c64', `-d${seconds}s`, '--latency'],
      ...headers.flatMap((header) => ['-H', header]),
      url,
    ],
    { encoding: 'utf8' },
  );
  if (status !== 0) stopWith('wrk est introuvable, ou s’est arrêté : apt-get install wrk.');
  return readWrk(stdout);
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { seconds: { type: 'string', default: '10' } } });
  if (!existsSync(join(siteFolder, 'index.html'))) stopWith('Pas de site : npm run build d’abord.');
  if (!existsSync(nginxBrotli))
    stopWith('Il manque nginx ou brotli : apt-get install nginx libnginx-mod-http-brotli-static.');
  const site = mkdtempSync(join(tmpdir(), 'isoloir-charge-'));
  cpSync(siteFolder, site, { recursive: true });
  // Whoever runs this as root leaves the folder to nobody: nginx's workers must read it.
  spawnSync('chmod', ['-R', 'a+rX', site]);
  precompress(site);
  const server = await startServer('nginx', site, { packed: true });
  try {
    const { headers } = await fetch(server.address + academy);
    const etag = headers.get('etag') ?? '';
    const size = (file: string): number => statSync(join(site, file)).size;
    const [script = ''] = filesOf(site)
      .filter((file) => /^assets\/.*\.js$/u.test(file))
      .sort((one, two) => size(two) - size(one));
    const brotli = 'Accept-Encoding: br';
    const cases = [
      ['l’accueil, en brotli', '/', [brotli]],
      ['une page d’académie, en brotli', academy, [brotli]],
      ['la même, en gzip', academy, ['Accept-Encoding: gzip']],
      ['la même, inchangée (304)', academy, [`If-None-Match: ${etag}`]],
      ['une adresse courte (302)', '/38/', []],
      ['le simulateur, en brotli', '/simulateur/', [brotli]],
      ['le plus gros script, en brotli', `/${script}`, [brotli]],
      [`le fichier à emporter, en brotli`, `/${loneFile}`, [brotli]],
    ] as const;
    for (const [name, path, wanted] of cases) {
      const { perSecond, median, p99, failed } = ask(
        server.address + path,
        wanted,
        Number(values.seconds),
      );
      console.log(
        `${name} : ${Math.round(perSecond).toLocaleString('fr-FR')} par seconde, moitié sous ${median}, 99 % sous ${p99}${failed ? ', AVEC DES ÉCHECS' : ''}`,
      );
    }
  } finally {
    await server.stop();
    rmSync(site, { recursive: true });
  }
  tellDay();
}

/** What a day of readers asks for, from what the pages weigh: whole first visits, nothing kept from an earlier one. */
function tellDay(): void {
  const weigh = (path: string) =>
    brotliCompressSync(readFileSync(join(siteFolder, `${path}index.html`))).length;
  const [precache, carried] = [weighPrecache(siteFolder), weighCarried(siteFolder)];
  const bytes = weigh('/') + weigh(academy) + precache.bytes + carried.bytes;
  const requests = 3 + precache.files.length + carried.pages;
  const perSecond = (readers * busiestHour) / 3600;
  console.log(
    `Une première visite entière : ${requests} demandes, ${kilobytes(bytes)}. ${readers.toLocaleString('fr-FR')} dans la journée, dont une sur cinq dans la même heure : ` +
      `${Math.round(perSecond * requests).toLocaleString('fr-FR')} demandes par seconde, ${Math.round((perSecond * bytes * 8) / 1e6).toLocaleString('fr-FR')} Mbit/s ; ` +
      `${Math.round((readers * bytes) / 1e9).toLocaleString('fr-FR')} Go dans la journée.`,
  );
}

if (isProgram(import.meta.url)) {
  requireNode();
  await main();
}
