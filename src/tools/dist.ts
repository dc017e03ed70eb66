/** The built site as files: what there is, which files are pages, what a page pulls in. */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { assetsIn } from '../offline/copy.ts';
import { tagsOf } from './policy.ts';

export const simulatorPage = 'simulateur/index.html';
/** The simulator in one file (src/tools/pack/single-file.ts): to be saved and carried away, no page of the site. */
export const loneFile = 'isoloir-exercice.html';

/** Every file of a built site, relative, with slashes, sorted: two builds list the same. */
export function filesOf(dir: string): readonly string[] {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(dir, name)).isFile())
    .map((name) => name.split(sep).join('/'))
    .sort();
}

/** Every page of a built site, redirections and error page included. */
export function pageFiles(dir: string): readonly string[] {
  return filesOf(dir).filter((file) => file.endsWith('.html') && file !== loneFile);
}

/** `elections/index.html` → `/elections/`; any other file keeps its name. */
export function pathOf(file: string): string {
  return `/${file}`.replace(/\/index\.html$/, '/');
}

/** The page only sends the reader elsewhere. */
export function isRedirect(html: string): boolean {
  return tagsOf(html).some(
    ({ name, attributes }) =>
      name === 'meta' && attributes.get('http-equiv')?.toLowerCase() === 'refresh',
  );
}

/** The files to read as guide pages offline: every page, but the simulator and the error page. */
export function isGuidePage(file: string): boolean {
  return file.endsWith('/index.html') || file === 'index.html' ? file !== simulatorPage : false;
}

/**
 * Every hashed file that a page may ask for: what it names, and what its scripts name in turn, lazily or not.
 * Relative names, sorted.
 */
export function closureOf(dir: string, page: string): readonly string[] {
  const seen = new Set<string>();
  const queue = [page];
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (!/\.(html|js|css)$/.test(file)) continue;
    for (const path of assetsIn(readFileSync(join(dir, file), 'utf8'))) {
      const asset = path.slice(1);
      if (seen.has(asset) || !existsSync(join(dir, asset))) continue;
      seen.add(asset);
      queue.push(asset);
    }
  }
  return [...seen].sort();
}
