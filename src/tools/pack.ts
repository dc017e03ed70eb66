/** `npm run pack`: builds the site, then makes what can be carried into a room without network. */
import { copyFileSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withoutNetwork } from '../lib/without-network.ts';
import { buildSite } from './build.ts';
import { loneFile } from './dist.ts';
import { archiveOf } from './pack/archive.ts';
import { printNote } from './pack/note.ts';
import { packedAt, packedOn } from './pack/packed-on.ts';
import { isProgram, kilobytes, requireNode, root, siteFolder } from './run.ts';

export const archiveFile = 'isoloir-site.zip';
/** Where they go. */
export const packFolder = join(root, 'paquet');

/** Makes the archive and copies the single file, from a site that is built. Returns the names and their weights. */
export function packSite(
  dir: string,
  into: string,
): readonly { readonly name: string; readonly bytes: number }[] {
  rmSync(into, { recursive: true, force: true });
  mkdirSync(into, { recursive: true });
  copyFileSync(join(dir, loneFile), join(into, loneFile));
  const archive = archiveOf(dir, printNote(withoutNetwork(), packedOn()), packedAt());
  writeFileSync(join(into, archiveFile), archive);
  return [loneFile, archiveFile].map((name) => ({ name, bytes: statSync(join(into, name)).size }));
}

if (isProgram(import.meta.url)) {
  requireNode();
  await buildSite(siteFolder);
  for (const { name, bytes } of packSite(siteFolder, packFolder))
    console.log(`paquet/${name} : ${kilobytes(bytes)}.`);
}
