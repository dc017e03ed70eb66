/** Finds a browser for the tests and the bench, or installs one; says which. Plain JavaScript: set-up runs it on Node 20. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Nothing of the browser's own may call the network while our tests listen to it. */
export const browserFlags = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const systemNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const systemPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * The browser of this machine: the one named by `ISOLOIR_BROWSER`, Playwright's own, then the system's.
 * @returns {Promise<string | null>} path of the program, `null` when there is none
 */
export async function findBrowser() {
  const named = process.env['ISOLOIR_BROWSER'];
  if (named) return existsSync(named) ? named : null;
  return (await playwrightBrowser()) ?? systemBrowser();
}

/**
 * The same engine without the window around it, half as slow: for the many tests that look at pages alone.
 * @returns {Promise<string | null>} the whole browser where there is no lighter one; `null` when there is none at all
 */
export async function findLightBrowser() {
  if (process.env['ISOLOIR_BROWSER']) return findBrowser();
  return onPath('chromium-headless-shell') ?? findBrowser();
}

/** @returns {Promise<string | null>} */
async function playwrightBrowser() {
  try {
    const { chromium } = await import('@playwright/test');
    const path = chromium.executablePath();
    return existsSync(path) ? path : null;
  } catch {
    return null; // Not installed, or its version has no browser for this system.
  }
}

/** @returns {string | null} */
function systemBrowser() {
  return onPath(...systemNames) ?? systemPlaces.find((place) => existsSync(place)) ?? null;
}

/**
 * @param {string[]} names of programs, the best first
 * @returns {string | null}
 */
function onPath(...names) {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const places = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return places.find((place) => existsSync(place)) ?? null;
}

/**
 * Installs a browser: Debian's package when root on Debian (it brings its libraries), else Playwright's.
 * @param {(sentence: string) => void} say where the sentences go
 * @returns {Promise<string | null>} path of the installed program
 */
export async function installBrowser(say) {
  if (rootOnDebian()) {
    say('J’installe le navigateur Chromium de Debian (une à deux minutes).');
    if (installPackages('chromium')) return findBrowser();
  }
  say('Je télécharge le navigateur de Playwright, environ 170 Mo (une à trois minutes).');
  run(process.execPath, [join('node_modules', 'playwright', 'cli.js'), 'install', 'chromium']);
  return findBrowser();
}

/**
 * Debian's light Chromium when root on Debian, else nothing: tests are then slower, not different.
 * @param {(sentence: string) => void} say where the sentence goes
 */
export function installLightBrowser(say) {
  if (onPath('chromium-headless-shell') !== null || !rootOnDebian()) return;
  say('J’installe le Chromium sans fenêtre de Debian (une minute).');
  installPackages('chromium-headless-shell');
}

/**
 * Firefox, the browser of many locked rooms: the one named by `ISOLOIR_FIREFOX`, or the system's long-term release.
 * @returns {string | null} path of the program; `null` when there is none: `npm test` then says so
 */
export function findFirefox() {
  const named = process.env['ISOLOIR_FIREFOX'];
  if (named) return existsSync(named) ? named : null;
  return onPath('firefox-esr');
}

/**
 * @typedef {object} WebKitPrograms paths of what it takes to drive WebKitGTK
 * @property {string} driver
 * @property {string} browser
 * @property {string} screen a display that nobody sees
 */

/**
 * WebKitGTK's own small browser, the nearest to Safari that a Linux machine has.
 * @returns {WebKitPrograms | null}
 */
export function findWebKit() {
  const driver = onPath('WebKitWebDriver');
  const screen = onPath('Xvfb');
  const browser = ['4.1', '4.0', '6.0']
    .flatMap((version) =>
      ['x86_64', 'aarch64'].map(
        (machine) => `/usr/lib/${machine}-linux-gnu/webkit2gtk-${version}/MiniBrowser`,
      ),
    )
    .find((place) => existsSync(place));
  return driver && screen && browser ? { driver, browser, screen } : null;
}

/**
 * Debian's packages when root on Debian, else nothing.
 * @param {(sentence: string) => void} say where the sentence goes
 * @returns {string | null} path of the installed program
 */
export function installFirefox(say) {
  if (!rootOnDebian()) return null;
  say('J’installe Firefox ESR de Debian (une minute).');
  installPackages('firefox-esr');
  return findFirefox();
}

/**
 * The same for WebKitGTK.
 * @param {(sentence: string) => void} say where the sentence goes
 * @returns {WebKitPrograms | null}
 */
export function installWebKit(say) {
  if (!rootOnDebian()) return null;
  say('J’installe WebKitGTK de Debian, son pilote et un écran sans écran (une minute).');
  installPackages('webkit2gtk-driver', 'xvfb');
  return findWebKit();
}

/** @param {string[]} names of packages of Debian */
function installPackages(...names) {
  return (
    run('apt-get', ['update', '-qq']) &&
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names])
  );
}

function rootOnDebian() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

/**
 * @param {string} program
 * @param {string[]} args
 */
function run(program, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(program, args, { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
}

// The web servers of the tests are found and installed the same way (web-servers.mjs).
export { installPackages, onPath, rootOnDebian };
