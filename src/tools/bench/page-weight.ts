/** What a reader of one page receives, whichever generator made it. */
import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { tagsOf } from '../policy.ts';

export interface PageWeight {
  /** The page alone. */
  readonly brotli: number;
  /** The page, its style sheets and its scripts, all gzip. */
  readonly all: number;
  /** Of it, scripts in files. */
  readonly scripts: number;
}

/** @param page its file, from the folder `dir` of a built site */
export function weighPage(dir: string, page: string): PageWeight {
  const html = readFileSync(join(dir, page));
  const tags = tagsOf(html.toString('utf8'));
  const named = (tag: string, attribute: string, rel?: RegExp) =>
    tags
      .filter(
        ({ name, attributes }) => name === tag && (rel?.test(attributes.get('rel') ?? '') ?? true),
      )
      .flatMap(({ attributes }) => attributes.get(attribute) ?? [])
      .map((path) => join(dir, posix.join(path.startsWith('/') ? '' : posix.dirname(page), path)))
      .filter((file) => existsSync(file));
  const scripts = weigh([...named('script', 'src'), ...named('link', 'href', /^modulepreload$/u)]);
  const styles = weigh(named('link', 'href', /^stylesheet$/u));
  return {
    brotli: brotliCompressSync(html).length,
    all: gzipSync(html, { level: 9 }).length + styles + scripts,
    scripts,
  };
}

const weigh = (files: readonly string[]): number =>
  [...new Set(files)].reduce(
    (sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length,
    0,
  );
