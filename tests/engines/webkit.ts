/** WebKitGTK: MiniBrowser on a screen that nobody sees, driven by its own WebDriver server, spoken to as the W3C wrote it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'astro/zod';
import type { WebKitPrograms } from '../../src/tools/browser.mjs';
import type { Engine, Found, Room, Tab } from './driver.ts';

/** What the W3C calls a reference to an element. */
const elementKey = 'element-6066-11e4-a52e-4f735466cecf';
const references = z.array(z.object({ [elementKey]: z.string() }));
const begun = z.object({
  sessionId: z.string(),
  capabilities: z.object({ browserName: z.string(), browserVersion: z.string() }),
});
const outcome = z.object({ error: z.string().optional(), value: z.unknown() });

type Method = 'GET' | 'POST' | 'DELETE';
type Call = (method: Method, path: string, body?: object) => Promise<unknown>;

/** @throws with the server’s own word when it says no */
const callTo =
  (port: number): Call =>
  async (method, path, body) => {
    const answer = await fetch(`http://127.0.0.1:${String(port)}${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const { value } = z.object({ value: z.unknown() }).parse(await answer.json());
    if (!answer.ok) throw new Error(`${method} ${path}: ${JSON.stringify(value)}`);
    return value;
  };

function foundOf(call: Call, id: string): Found {
  const at = `/element/${id}`;
  return {
    isShown: async () => (await call('GET', `${at}/displayed`)) === true,
    place: async () => JSON.stringify(await call('GET', `${at}/rect`)),
    click: async () => {
      // The driver scrolls as little as it can, and so under the bar that stays at the foot of the desk.
      const script = 'arguments[0].scrollIntoView({ block: "center" })';
      await call('POST', '/execute/sync', { script, args: [{ [elementKey]: id }] });
      await call('POST', `${at}/click`, {});
    },
    type: async (text) => void (await call('POST', `${at}/value`, { text })),
    give: async (path) => void (await call('POST', `${at}/value`, { text: path })),
  };
}

/** What a function of the page gives comes back as JSON: of what it throws, the message. */
const wrapped = (source: string): string => `
  const done = arguments[arguments.length - 1];
  Promise.resolve().then(() => (${source})(...[...arguments].slice(0, -1)))
    .then((value) => done({ value }), (error) => done({ error: String(error) }));`;

function tabOf(call: Call): Tab {
  return {
    open: async (url) => void (await call('POST', '/url', { url })),
    reload: async () => void (await call('POST', '/refresh', {})),
    find: async (value) =>
      references
        .parse(await call('POST', '/elements', { using: 'xpath', value }))
        .map((one) => foundOf(call, one[elementKey])),
    async run<T>(inPage: (...args: readonly string[]) => T | Promise<T>, ...args: string[]) {
      const script = wrapped(inPage.toString());
      const { error, value } = outcome.parse(
        await call('POST', '/execute/async', { script, args }),
      );
      if (error !== undefined) throw new Error(error);
      // The function’s own type: only JSON came in between.
      return z.custom<T>().parse(value);
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** A screen that nobody sees; it says which number it took. */
async function screen(program: string): Promise<{ name: string; process: ChildProcess }> {
  const started = spawn(program, ['-displayfd', '3', '-screen', '0', '1280x1024x24'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise<string>((done, fail) => {
    started.on('exit', () => fail(new Error(`${program} did not start`)));
    started.stdio[3]?.once('data', (said: Buffer) => done(said.toString().trim()));
  });
  return { name: `:${number}`, process: started };
}

async function answering(call: Call): Promise<void> {
  const until = Date.now() + 15_000;
  for (;;)
    try {
      return void (await call('GET', '/status'));
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((done) => setTimeout(done, 50));
    }
}

async function stopped(one: ChildProcess): Promise<void> {
  if (one.exitCode !== null || one.signalCode !== null) return;
  const gone = new Promise((done) => one.once('exit', done));
  one.kill();
  await gone;
}

async function start(programs: WebKitPrograms, proxy: number): Promise<Room> {
  const home = mkdtempSync(join(tmpdir(), 'isoloir-webkit-'));
  const downloads = join(home, 'fichiers');
  mkdirSync(downloads);
  mkdirSync(join(home, '.config'));
  writeFileSync(join(home, '.config', 'user-dirs.dirs'), 'XDG_DOWNLOAD_DIR="$HOME/fichiers"\n');
  const { name: display, process: shown } = await screen(programs.screen);
  const port = await freePort();
  const driver = spawn(programs.driver, [`--port=${String(port)}`], {
    env: {
      ...process.env,
      DISPLAY: display,
      HOME: home,
      XDG_CONFIG_HOME: join(home, '.config'),
      XDG_DATA_HOME: join(home, '.local'),
      XDG_CACHE_HOME: join(home, '.cache'),
      // Its own sandbox asks for rights that neither root nor a container has.
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    },
    stdio: 'ignore',
  });
  const whole = callTo(port);
  await answering(whole);
  const { sessionId, capabilities } = begun.parse(
    await whole('POST', '/session', {
      capabilities: {
        alwaysMatch: {
          browserName: 'MiniBrowser',
          'webkitgtk:browserOptions': {
            binary: programs.browser,
            args: ['--automation', `--proxy=http://127.0.0.1:${String(proxy)}`],
          },
        },
      },
    }),
  );
  const session = `/session/${sessionId}`;
  return {
    version: `${capabilities.browserName} ${capabilities.browserVersion}`,
    tab: tabOf((method, path, body) => whole(method, session + path, body)),
    downloads,
    complaints: null,
    close: async () => {
      await whole('DELETE', session).catch(() => undefined);
      await stopped(driver);
      await stopped(shown);
      rmSync(home, { recursive: true, force: true });
    },
  };
}

export const webkit = (programs: WebKitPrograms): Engine => ({
  name: 'WebKit',
  own: [],
  start: (proxy) => start(programs, proxy),
});
