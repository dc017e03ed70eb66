/** After the build: the pictures that a chat shows beside a link, drawn once and kept between builds. */
import { copyFileSync, existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { cacheFolder } from '../lib/between-builds.ts';
import { previews } from '../lib/previews.ts';

export type Drawn = { readonly drawn: number; readonly kept: number; readonly seconds: number };

/** Writes every picture under `dir`. A file of the cache is whole, or it is not there. */
export async function writePreviews(
  dir: string,
  cache = cacheFolder('isoloir-previews'),
): Promise<Drawn> {
  const started = performance.now();
  mkdirSync(cache, { recursive: true });
  let drawn = 0;
  const all = previews();
  for (const { words, path } of all) {
    const keptAt = join(cache, basename(path));
    if (!existsSync(keptAt)) {
      // Loaded only for a picture that is missing: the two libraries cost more than copying all of them.
      const [{ drawPreview }, { paint }] = await Promise.all([
        import('./preview-drawing.ts'),
        import('./preview-paint.mjs'),
      ]);
      const half = `${keptAt}.${String(process.pid)}`;
      writeFileSync(half, await paint(await drawPreview(words)));
      renameSync(half, keptAt);
      drawn += 1;
    }
    const target = join(dir, path);
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(keptAt, target);
  }
  return { drawn, kept: all.length - drawn, seconds: (performance.now() - started) / 1000 };
}
