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
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const places = systemNames.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...places, ...systemPlaces].find((place) => existsSync(place)) ?? null;
}

/**
 * Installs a browser: Debian's package when root on Debian (it brings its libraries), else Playwright's.
 * @param {(sentence: string) => void} say where the sentences go
 * @returns {Promise<string | null>} path of the installed program
 */
export async function installBrowser(say) {
  if (rootOnDebian()) {
    say('J’installe le navigateur Chromium de Debian (une à deux minutes).');
    const done =
      run('apt-get', ['update', '-qq']) &&
      run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
    if (done) return findBrowser();
  }
  say('Je télécharge le navigateur de Playwright, environ 170 Mo (une à trois minutes).');
  run(process.execPath, [join('node_modules', 'playwright', 'cli.js'), 'install', 'chromium']);
  return findBrowser();
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
