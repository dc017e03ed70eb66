/** `npm run release`: builds the site, then what is published beside a version: the archive, the single file, their parts and sums. */
import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSite } from './build.ts';
import { filesOf } from './dist.ts';
import { packFolder, packSite } from './pack.ts';
import { isProgram, kilobytes, requireNode, siteFolder, stopWith } from './run.ts';
import { signatures, signedWords } from './supply/signatures.ts';
import { billFile, noticesFile } from './supply/write.ts';

/** Sums of what is downloaded, and of each file of the site: whoever holds a copy compares it with `sha256sum -c`. */
export const sumsFile = 'SHA256SUMS';
export const siteSumsFile = 'SHA256SUMS.site';

/** As `sha256sum` writes them, sorted by name. */
export function sumsOf(dir: string, names: readonly string[]): string {
  return [...names]
    .sort()
    .map((name) => {
      const sum = createHash('sha256')
        .update(readFileSync(join(dir, name)))
        .digest('hex');
      return `${sum}  ${name}\n`;
    })
    .join('');
}

/** Everything of a release, in `into`, from a site that is built. The same site gives the same bytes. */
export function releaseSite(dir: string, into: string): void {
  packSite(dir, into);
  for (const name of [billFile, noticesFile]) copyFileSync(join(dir, name), join(into, name));
  writeFileSync(join(into, siteSumsFile), sumsOf(dir, filesOf(dir)));
  writeFileSync(join(into, sumsFile), sumsOf(into, readdirSync(into)));
}

if (isProgram(import.meta.url)) {
  requireNode();
  const signed = signatures();
  if (signed === 'broken') stopWith(signedWords.broken);
  console.log(signedWords[signed]);
  await buildSite(siteFolder);
  releaseSite(siteFolder, packFolder);
  for (const name of readdirSync(packFolder).sort())
    console.log(`paquet/${name} : ${kilobytes(readFileSync(join(packFolder, name)).length)}.`);
}
