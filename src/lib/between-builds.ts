/** What a build keeps for the next one: where, and by what name. */
import { createHash, type Hash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../schemas/read.ts';
import { once } from './once.ts';

/**
 * Beside the packages: a fresh install draws again, `npm run build` never does for nothing.
 * `ISOLOIR_CACHE` names another folder, for a build that must owe nothing to those before it.
 */
export const cacheFolder = (name: string): string =>
  join(process.env['ISOLOIR_CACHE'] ?? join(root(), 'node_modules/.cache'), name);

/** Every script of ours, the packages and the engine that run them, as one name: any change makes everything again. */
export const sourcesHash = once((): string => {
  const hash = createHash('sha256').update(process.version);
  hashInto(hash, join(root(), 'src'));
  return hash.update(readFileSync(join(root(), 'package-lock.json'))).digest('hex');
});

function hashInto(hash: Hash, folder: string): void {
  const entries = readdirSync(folder, { withFileTypes: true });
  for (const entry of [...entries].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) hashInto(hash, path);
    else if (/\.[cm]?tsx?$/u.test(entry.name)) hash.update(entry.name).update(readFileSync(path));
  }
}
