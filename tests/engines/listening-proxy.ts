/**
 * The only way out that a browser is given: it leads to the site under test and nowhere else, and notes every host that
 * is asked for, before any name is resolved. What a page, a worker or the browser itself sends over HTTP passes here.
 */
import { createServer, request } from 'node:http';

export interface ListeningProxy {
  readonly port: number;
  /** `host:port` of each request that was not for the site, in order; a tunnel (https) counts as one. */
  readonly elsewhere: readonly string[];
  /** Paths that were asked of the site. */
  readonly paths: readonly string[];
  readonly stop: () => void;
}

/** @param site `host:port` of the site under test */
export async function listeningProxy(site: string): Promise<ListeningProxy> {
  const elsewhere: string[] = [];
  const paths: string[] = [];
  const server = createServer((asked, answer) => {
    const url = new URL(asked.url ?? '/', 'http://nowhere.invalid');
    if (url.host !== site) {
      elsewhere.push(url.host);
      return void answer.writeHead(502).end();
    }
    paths.push(url.pathname);
    // No answer at all when the site is down: an answer of ours would not be a lost network.
    const onward = request(url, { method: asked.method, headers: asked.headers }, (found) => {
      answer.writeHead(found.statusCode ?? 502, found.headers);
      found.pipe(answer);
      found.on('error', () => answer.destroy());
    });
    onward.on('error', () => answer.destroy());
    asked.pipe(onward);
  });
  server.on('connect', ({ url }, socket) => {
    elsewhere.push(url ?? '');
    socket.destroy();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    port: address.port,
    elsewhere,
    paths,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
