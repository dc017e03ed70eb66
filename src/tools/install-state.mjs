/** Says whether the installed packages are those of the lock file: pure, so that it can be tested without npm. */
import { createHash } from 'node:crypto';

/**
 * The fingerprint kept beside the installed packages.
 * @param {string} lockText content of package-lock.json
 * @returns {string} sha-256, hexadecimal
 */
export function lockFingerprint(lockText) {
  return createHash('sha256').update(lockText).digest('hex');
}

/**
 * Compares the lock file with what is installed.
 *
 * `missing`: nothing is installed. `stale`: something else is. `fresh`: nothing to do.
 * A stamp of ours settles it; without one (someone ran npm by hand) npm's own hidden lock file does.
 * @param {{ lock: string, stamp: string | null, hidden: string | null }} found texts, `null` where there is no file
 * @returns {'fresh' | 'missing' | 'stale'}
 */
export function installState({ lock, stamp, hidden }) {
  if (hidden === null) return 'missing';
  if (stamp?.trim() === lockFingerprint(lock)) return 'fresh';
  const wanted = packagesOf(lock);
  const present = packagesOf(hidden);
  if (wanted === null || present === null) return 'stale';
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '') continue;
    const installed = present[path];
    // A package of another platform is rightly absent.
    if (installed === undefined ? !entry.optional : installed.version !== entry.version)
      return 'stale';
  }
  return 'fresh';
}

/**
 * @param {string} text a lock file
 * @returns {Record<string, { version?: string, optional?: boolean }> | null} `null` when it cannot be read
 */
function packagesOf(text) {
  try {
    return JSON.parse(text).packages ?? null;
  } catch {
    return null;
  }
}

/**
 * Whether this Node can run the site's tools by itself (it must read TypeScript: 22.18; Astro 7 alone asks for 22.12).
 * @param {string} version like `22.18.0`
 */
export function nodeIsRecent(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 18);
}
