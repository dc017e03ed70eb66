/** Pictures kept between builds: each is named by everything it is made of, so that none is ever stale. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, sourcesHash } from '../lib/between-builds.ts';
import { loadEdition } from '../lib/editions.ts';
import { pictureOf, type Picture } from './picture.ts';
import type { Wanted } from './standing.ts';

const editions = new Map<string, string>();

/** All that the content says of an election, as one name. */
function contentOf(edition: string): string {
  const known = editions.get(edition);
  if (known !== undefined) return known;
  const name = createHash('sha256')
    .update(JSON.stringify(loadEdition(edition)))
    .digest('hex');
  editions.set(edition, name);
  return name;
}

/**
 * {@link pictureOf}, read from the folder of kept pictures when the same was drawn before. While somebody edits
 * (`astro dev`), always drawn.
 * @param cache folder of kept pictures; a file in it is whole, or it is not there
 */
export function keptPictureOf(
  edition: string,
  academy: string,
  wanted: Wanted,
  cache = cacheFolder('isoloir-pictures'),
): Picture | null {
  if (process.env['NODE_ENV'] === 'development') return pictureOf(edition, academy, wanted);
  const asked = [contentOf(edition), academy, wanted.screen, wanted.exercise];
  const name = createHash('sha256').update(JSON.stringify(asked)).digest('hex');
  const folder = join(cache, sourcesHash());
  const file = join(folder, `${name}.json`);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Picture | null;
  const picture = pictureOf(edition, academy, wanted);
  if (!existsSync(folder)) {
    // What older sources drew is never asked for again.
    rmSync(cache, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }
  const half = `${file}.${String(process.pid)}`;
  writeFileSync(half, JSON.stringify(picture));
  renameSync(half, file);
  return picture;
}
