/** The real Apache, nginx and Caddy over a built site, each with the file that the build wrote for it, word for word but its own lines. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { caddyOwn } from './caddy.ts';
import { nginxOwn } from './nginx.ts';
import { findServer, type WebServer } from '../web-servers.mjs';

export type RealServer = { readonly address: string; stop(): Promise<void> };
type Place = {
  readonly site: string;
  readonly own: string;
  readonly port: number;
  /** Serve what {@link precompress} wrote, brotli too; nginx alone has a module to be told. */
  readonly packed: boolean;
};

/** Debian's module for brotli, not part of nginx itself. */
export const nginxBrotli = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';

/** The lines around a site's file that a system brings, and the command that starts the server in this window. */
const servers: Readonly<
  Record<
    WebServer,
    { config(place: Place): string; args(file: string, place: Place): readonly string[] }
  >
> = {
  apache2: {
    config: ({ site, own, port }) => {
      const modules = 'mpm_event authz_core dir mime filter deflate headers rewrite speling';
      return [
        ...modules
          .split(' ')
          .map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`),
        `ServerRoot ${own}`,
        'ServerName localhost',
        `Listen 127.0.0.1:${port}`,
        `PidFile ${own}/pid`,
        `DefaultRuntimeDir ${own}`,
        `ErrorLog ${own}/error.log`,
        'LogLevel crit',
        'User www-data',
        'Group www-data',
        'TypesConfig /etc/mime.types',
        `DocumentRoot ${site}`,
        `<Directory ${site}>`,
        'AllowOverride All',
        'Require all granted',
        '</Directory>',
      ].join('\n');
    },
    args: (file) => ['-f', file, '-DFOREGROUND'],
  },
  nginx: {
    config: ({ site, own, port, packed }) => {
      const ours = readFileSync(join(site, '_nginx.conf'), 'utf8')
        .replace(nginxOwn.listen, `listen 127.0.0.1:${port};`)
        .replace(nginxOwn.root, `root ${site};`)
        .replace(nginxOwn.brotli, packed ? nginxOwn.brotli.replace('# ', '') : nginxOwn.brotli);
      const folders = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
      return [
        ...(packed ? [`load_module ${nginxBrotli};`] : []),
        `daemon off; pid ${own}/pid; error_log stderr; worker_processes auto;`,
        'events {}',
        'http {',
        'include /etc/nginx/mime.types; access_log off;',
        ...folders.map((name) => `${name}_temp_path ${own}/${name};`),
        ours,
        '}',
      ].join('\n');
    },
    args: (file, { own }) => ['-p', own, '-c', file],
  },
  caddy: {
    config: ({ site, port }) =>
      [
        '{\nadmin off\nauto_https off\nlog {\nlevel ERROR\n}\n}',
        readFileSync(join(site, '_Caddyfile'), 'utf8')
          .replace(caddyOwn.name, `http://127.0.0.1:${port} {`)
          .replace(caddyOwn.root, `root * ${site}`),
      ].join('\n'),
    args: (file) => ['run', '--adapter', 'caddyfile', '--config', file],
  },
};

/** Starts a server over a built site and waits for its first answer. Throws what it said when it stops before. */
export async function startServer(
  name: WebServer,
  site: string,
  { packed = false } = {},
): Promise<RealServer> {
  const program = findServer(name);
  if (program === null) throw new Error(`${name} is not there: apt-get install ${name}`);
  const own = mkdtempSync(join(tmpdir(), `isoloir-${name}-`));
  const place = { site, own, port: await freePort(), packed };
  const file = join(own, 'config');
  writeFileSync(file, servers[name].config(place));
  const child = spawn(program, servers[name].args(file, place), {
    env: { ...process.env, HOME: own, XDG_DATA_HOME: own, XDG_CONFIG_HOME: own },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (part: Buffer) => (said += part.toString()));
  const ended = new Promise<void>((done) => child.once('close', () => done()));
  const address = `http://127.0.0.1:${place.port}`;
  for (let tries = 0; !(await answers(address)); tries++) {
    if (child.exitCode !== null || tries > 200) throw new Error(`${name} does not start: ${said}`);
    await wait(50);
  }
  return {
    address,
    async stop() {
      child.kill('SIGTERM');
      await ended;
      rmSync(own, { recursive: true, force: true });
    },
  };
}

async function answers(address: string): Promise<boolean> {
  return fetch(address).then(
    () => true,
    () => false,
  );
}

/** A port that nobody listens to. */
function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address === null || typeof address === 'string'
          ? fail(new Error('no port'))
          : done(address.port),
      );
    });
  });
}
