/** Releases of the built site for tests: a copy of it in a folder of its own, and what differs in the next one. */
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loneFile, simulatorPage } from '../../src/tools/dist.ts';
import { guideWorker, writeWorker } from '../../src/tools/offline.ts';
import { siteFolder } from '../../src/tools/run.ts';

/** A copy of the built site; remove it with {@link remove}. */
export function copySite(): string {
  const dir = mkdtempSync(join(tmpdir(), 'isoloir-release-'));
  cpSync(siteFolder, dir, { recursive: true });
  return dir;
}

export function remove(dir: string): void {
  rmSync(dir, { recursive: true, force: true });
}

/** The paths of the guide pages of a site, from the list that « tout garder » reads. */
export function guidePages(dir: string): readonly string[] {
  const list: unknown = JSON.parse(readFileSync(join(dir, 'data', 'pages.json'), 'utf8'));
  if (!Array.isArray(list)) throw new Error('data/pages.json is no list');
  return list.flatMap((bundle: unknown) =>
    typeof bundle === 'object' &&
    bundle !== null &&
    'pages' in bundle &&
    Array.isArray(bundle.pages)
      ? bundle.pages.map(String)
      : [],
  );
}

/** Adds a paragraph right after the title of a page: a fact that the next release corrects. */
export function addFact(dir: string, path: string, id: string, words: string): void {
  const file = join(dir, path, 'index.html');
  const html = readFileSync(file, 'utf8');
  const changed = html.replace('</h1>', `</h1><p id="${id}">${words}</p>`);
  if (changed === html) throw new Error(`${path} has no title to write under`);
  writeFileSync(file, changed);
}

/** Makes `dir` a release whose simulator says so in its title, with the worker that goes with it. */
export async function releaseSimulator(dir: string, title: string): Promise<void> {
  const file = join(dir, simulatorPage);
  const html = readFileSync(file, 'utf8');
  writeFileSync(file, html.replace(/<title>[^<]*/, `<title>${title}`));
  await writeWorker(dir);
}

/** What SECURITY.md asks for when the simulator gets a copy blocked: the guide alone, with its own worker. */
export function withdrawSimulator(dir: string): void {
  rmSync(join(dir, 'simulateur'), { recursive: true });
  rmSync(join(dir, loneFile));
  renameSync(join(dir, guideWorker), join(dir, 'sw.js'));
}
