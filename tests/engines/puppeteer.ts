/** Chromium over its DevTools protocol, Firefox over WebDriver BiDi: one library speaks both. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type ElementHandle, type LaunchOptions, type Page } from 'puppeteer-core';
import { browserFlags } from '../../src/tools/browser.mjs';
import type { Engine, Found, Room, Tab } from './driver.ts';
import { eventually } from './visitor.ts';

/** Every road of Firefox’s network leads to that port of this machine. */
const firefoxProxy = (port: number) => ({
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': port,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': port,
  'network.proxy.no_proxies_on': '',
  'network.proxy.allow_hijacking_localhost': true,
});

function foundOf(element: ElementHandle): Found {
  return {
    isShown: () => element.isVisible(),
    place: async () => JSON.stringify(await element.boundingBox()),
    click: () => element.click(),
    type: (text) => element.type(text),
    give: async (path) => {
      const field = await element.toElement('input');
      await field.uploadFile(path);
    },
  };
}

function tabOf(page: Page): Tab {
  return {
    open: async (address) => void (await page.goto(address)),
    reload: async () => void (await page.reload()),
    find: async (xpath) => (await page.$$(`::-p-xpath(${xpath})`)).map(foundOf),
    run: (inPage, ...args) => page.evaluate(inPage, ...args),
  };
}

/** A script or a page that was on its way when the reader left, or when the network went: no exception of ours. */
const cut = /dynamically imported module|Failed to load/u;

/** A room whose browser can be killed, as a phone does it: at once, nothing put away. */
export type MortalRoom = Room & { readonly kill: () => Promise<void> };

/** @param options how it is launched, given where it saves files */
async function launch(options: (downloads: string) => LaunchOptions): Promise<MortalRoom> {
  const downloads = mkdtempSync(join(tmpdir(), 'isoloir-fichiers-'));
  const asked = options(downloads);
  const browser = await puppeteer.launch({ headless: true, ...asked });
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => {
    if (!cut.test(String(error))) complaints.push(String(error));
  });
  page.on('console', (message) => {
    if (/Content.Security.Policy/iu.test(message.text())) complaints.push(message.text());
  });
  return {
    version: await browser.version(),
    tab: tabOf(page),
    downloads,
    complaints,
    kill: async () => {
      const program = browser.process();
      const gone = new Promise((done) => program?.once('exit', done));
      program?.kill('SIGKILL');
      await gone;
      // Behind a browser that is gone, the library puts the profile's own preferences back: the next one starts after that.
      const { userDataDir } = asked;
      if (userDataDir !== undefined)
        await eventually(
          'a profile put back',
          async () => !readdirSync(userDataDir).some((file) => file.endsWith('.puppeteer')),
        );
      rmSync(downloads, { recursive: true, force: true });
    },
    close: async () => {
      await browser.close();
      rmSync(downloads, { recursive: true, force: true });
    },
  };
}

export const chromium = (executablePath: string): Engine => ({
  name: 'Chromium',
  own: [
    {
      domain: 'google.com',
      because:
        'its maker: account, extensions, messages pushed to it; asked before any page is open',
    },
    {
      domain: 'googleapis.com',
      because:
        'what Chromium asks of its maker about any form it sees, to fill it in; `autocomplete="off"` does not stop it',
    },
  ],
  start: (proxy) =>
    launch((downloadPath) => ({
      executablePath,
      args: [
        ...browserFlags,
        `--proxy-server=http://127.0.0.1:${String(proxy)}`,
        // Without this, what is on this machine would not pass there.
        '--proxy-bypass-list=<-loopback>',
      ],
      downloadBehavior: { policy: 'allow', downloadPath },
    })),
});

/**
 * @param more preferences of this profile
 * @param profile folder that stays when the browser goes; without one, a new one each time
 */
export const firefox = (
  executablePath: string,
  more: Readonly<Record<string, number | boolean>> = {},
  profile?: string,
): Omit<Engine, 'start'> & { readonly start: (proxy: number) => Promise<MortalRoom> } => ({
  name: 'Firefox',
  own: [
    {
      domain: 'mozilla.com',
      because: 'lists that Firefox keeps up to date for itself (certificates, add-ons to refuse)',
    },
  ],
  start: (proxy) =>
    launch((folder) => ({
      browser: 'firefox',
      executablePath,
      ...(profile === undefined ? {} : { userDataDir: profile }),
      extraPrefsFirefox: {
        ...firefoxProxy(proxy),
        'browser.download.folderList': 2,
        'browser.download.dir': folder,
        'browser.download.useDownloadDir': true,
        'browser.download.always_ask_before_handling_new_types': false,
        ...more,
      },
    })),
});
