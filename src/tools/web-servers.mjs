/** Finds the web servers whose files we write, or installs Debian's; says which. Plain JavaScript: set-up runs it on Node 20. */
import { existsSync } from 'node:fs';
import { installPackages, onPath, rootOnDebian } from './browser.mjs';

/** @typedef {'apache2' | 'nginx' | 'caddy'} WebServer */

/** @type {readonly WebServer[]} */
export const webServers = ['apache2', 'nginx', 'caddy'];

/**
 * @param {WebServer} name
 * @returns {string | null} path of the program; `null` when there is none: its test then says so
 */
export function findServer(name) {
  // `/usr/sbin` is in the path of root alone.
  const usual = `/usr/sbin/${name}`;
  return onPath(name) ?? (existsSync(usual) ? usual : null);
}

/**
 * Debian's packages when root on Debian, else nothing: only one test asks for them.
 * @param {(sentence: string) => void} say where the sentences go
 */
export function provideServers(say) {
  const missing = () => webServers.filter((name) => findServer(name) === null);
  if (missing().length > 0 && rootOnDebian()) {
    say(`J’installe ${missing().join(', ')} de Debian, pour un essai (quelques secondes).`);
    installPackages(...missing());
  }
  if (missing().length > 0) say(`Sans ${missing().join(', ')} : leurs essais ne tournent pas.`);
}
