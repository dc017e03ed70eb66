/**
 * Serves a built site as a good host would: compression, validators, the headers of its own `_headers` file.
 * A program for people (`node src/tools/serve.ts`), a module for tests, which swap the folder and break the network.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join, normalize, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { slugOf } from '../lib/slug.ts';
import { parseRedirects } from './hosts/redirects.ts';
import { hostFiles } from './hosts/write.ts';
import { headersFor, parseHeaders, type HeaderRule } from './policy.ts';
import { isProgram, siteFolder } from './run.ts';

/** What a test does to one request: wait, answer an error, hang up at once or after some bytes of the body. */
export type Fault = {
  readonly delayMs?: number;
  readonly status?: number;
  readonly hangUpAfter?: number;
};
/** Chooses the fault of a request by its path and its headers, or none. */
export type FaultRule = (path: string, headers: IncomingMessage['headers']) => Fault | null;

export type SiteServer = {
  readonly address: string;
  /** Serves another folder from now on: a new release. */
  swap(dir: string): void;
  /** Breaks what the rule says; `null` mends everything. */
  breakWith(rule: FaultRule | null): void;
  /** Opens again on the same port after a `stop`. */
  start(): Promise<void>;
  /** Hangs up every connection and frees the port. */
  stop(): Promise<void>;
};

type Served = {
  readonly body: Buffer;
  readonly etag: string;
  readonly packed: Map<string, Buffer>;
  readonly modified: number;
};

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.pdf': 'application/pdf',
  '.wasm': 'application/wasm',
};
/** Written for hosts, shown to nobody. */
const hidden: readonly string[] = hostFiles.map((name) => `/${name}`);
const compressible = /^(text|application\/(json|xml|rss|manifest|wasm))|svg/;

/** Starts serving `dir` on `http://localhost:<port>`. Rejects when the port is taken. */
export async function serveSite(options: { dir: string; port: number }): Promise<SiteServer> {
  let dir = resolve(options.dir);
  let rules = readRules(dir);
  let leads = readLeads(dir);
  let breaks: FaultRule | null = null;
  let files = new Map<string, Served>();

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  server.keepAliveTimeout = 5_000;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = pathOf(request.url ?? '/');
    const fault = breaks?.(path ?? '', request.headers) ?? null;
    if (fault?.delayMs !== undefined) await wait(fault.delayMs);
    if (fault?.hangUpAfter === 0) return void response.destroy();
    if (fault?.status !== undefined) return void response.writeHead(fault.status).end();
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return void response.writeHead(405).end();
    if (path === null) return void response.writeHead(400).end();
    if (isFolderWithoutSlash(dir, path)) {
      const search = new URL(request.url ?? '/', 'http://localhost').search;
      return void response.writeHead(301, { location: `${path}/${search}` }).end();
    }
    const lead = leads.get(path);
    if (lead !== undefined) return void response.writeHead(302, { location: lead }).end();
    const found = fileOf(dir, path);
    const meant = found === null ? meantBy(path) : null;
    if (meant !== null) return void response.writeHead(302, { location: meant }).end();
    const file = found ?? fileOf(dir, '/404.html');
    if (file === null) return void response.writeHead(404).end();
    send(request, response, { file, path, status: found === null ? 404 : 200, fault });
  }

  /** What nearly this path leads to: capitals, accents, doubled slashes and a file's name are forgiven. */
  function meantBy(path: string): string | null {
    const steps = path.replace(/\/index\.html?$/u, '/').split('/');
    const clean = `/${steps.map(slugOf).filter(Boolean).join('/')}/`.replace('//', '/');
    if (clean === path) return null;
    return leads.get(clean) ?? (fileOf(dir, clean) === null ? null : clean);
  }

  function send(
    request: IncomingMessage,
    response: ServerResponse,
    what: { file: string; path: string; status: number; fault: Fault | null },
  ): void {
    const served = load(what.file);
    const type = types[extname(what.file)] ?? 'application/octet-stream';
    const encoding = compressible.test(type) ? encodingOf(request) : '';
    const etag = `W/"${served.etag}"`;
    // First ours, then the host's file, which may say otherwise.
    response.setHeader('cache-control', 'no-cache');
    // What is missing must not be kept for a year, even in a folder where what is found is.
    const own = headersFor(rules, what.path).filter(
      ([name]) => what.status === 200 || name.toLowerCase() !== 'cache-control',
    );
    for (const [name, value] of own) response.setHeader(name, value);
    response.setHeader('etag', etag);
    response.setHeader('vary', 'accept-encoding');
    if (what.status === 200 && request.headers['if-none-match'] === etag)
      return void response.writeHead(304).end();
    const body = pack(served, encoding);
    if (!response.hasHeader('content-type')) response.setHeader('content-type', type);
    if (encoding !== '') response.setHeader('content-encoding', encoding);
    response.setHeader('content-length', body.length);
    response.writeHead(what.status);
    if (request.method === 'HEAD') return void response.end();
    if (what.fault?.hangUpAfter !== undefined)
      response.write(body.subarray(0, what.fault.hangUpAfter), () => response.destroy());
    else response.end(body);
  }

  function load(file: string): Served {
    const modified = statSync(file).mtimeMs;
    const known = files.get(file);
    if (known?.modified === modified) return known;
    const body = readFileSync(file);
    const etag = createHash('sha256').update(body).digest('hex').slice(0, 20);
    const served = { body, etag, packed: new Map<string, Buffer>(), modified };
    files.set(file, served);
    return served;
  }

  function start(): Promise<void> {
    return new Promise((done, fail) => {
      server.once('error', fail);
      server.listen(options.port, 'localhost', () => {
        server.off('error', fail);
        done();
      });
    });
  }

  function stop(): Promise<void> {
    return new Promise((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  }

  await start();
  return {
    address: `http://localhost:${options.port}`,
    swap(next) {
      dir = resolve(next);
      rules = readRules(dir);
      leads = readLeads(dir);
      files = new Map();
    },
    breakWith(rule) {
      breaks = rule;
    },
    start,
    stop,
  };
}

function readRules(dir: string): readonly HeaderRule[] {
  const path = join(dir, '_headers');
  return existsSync(path) ? parseHeaders(readFileSync(path, 'utf8')) : [];
}

function readLeads(dir: string): ReadonlyMap<string, string> {
  const path = join(dir, '_redirects');
  return existsSync(path) ? parseRedirects(readFileSync(path, 'utf8')) : new Map();
}

/** The path of a request, decoded and without dots; `null` for what no page of ours is called. */
function pathOf(url: string): string | null {
  try {
    const path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
    const clean = normalize(path).replaceAll('\\', '/').replace(/^\/+/, '/');
    return clean.includes('\0') || clean.startsWith('/..') ? null : clean;
  } catch {
    return null;
  }
}

function isFolderWithoutSlash(dir: string, path: string): boolean {
  return !path.endsWith('/') && existsSync(join(dir, path, 'index.html'));
}

function fileOf(dir: string, path: string): string | null {
  const file = join(dir, path.endsWith('/') ? `${path}index.html` : path);
  return !hidden.includes(path) && existsSync(file) && statSync(file).isFile() ? file : null;
}

function encodingOf(request: IncomingMessage): string {
  const accepted = String(request.headers['accept-encoding'] ?? '');
  return accepted.includes('br') ? 'br' : accepted.includes('gzip') ? 'gzip' : '';
}

function pack(served: Served, encoding: string): Buffer {
  if (encoding === '') return served.body;
  const known = served.packed.get(encoding);
  if (known) return known;
  const packed =
    encoding === 'br'
      ? brotliCompressSync(served.body, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } })
      : gzipSync(served.body);
  served.packed.set(encoding, packed);
  return packed;
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { dir: { type: 'string' }, port: { type: 'string' } } });
  const dir = values.dir ?? siteFolder;
  const port = Number(values.port ?? process.env['PORT'] ?? 4321);
  if (!existsSync(join(dir, 'index.html'))) {
    console.error(`Le dossier ${dir} ne contient pas de site : lancez d’abord npm run build.`);
    process.exit(1);
  }
  try {
    const site = await serveSite({ dir, port });
    console.log(`Isoloir est ouvert : ${site.address}/ — Ctrl + C pour arrêter.`);
  } catch {
    console.error(
      `Le port ${port} est déjà pris. Essayez-en un autre : PORT=${port + 1} npm start`,
    );
    process.exit(1);
  }
  const quit = (): never => process.exit(0);
  process.on('SIGINT', quit);
  process.on('SIGTERM', quit);
}

if (isProgram(import.meta.url)) await main();
