/** isoloir-site.zip: the built site in a folder, the note and the single file above it. The same site gives the same bytes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync, type Zippable } from 'fflate';
import { filesOf, loneFile } from '../dist.ts';

/** Everything stands in one folder, so that nothing is scattered where it is opened. */
export const archiveFolder = 'isoloir-site';
export const noteFile = 'LISEZ-MOI.html';

/** What a system would run when it is double-clicked; a page's scripts are asked for by their pages. */
const runnable =
  /\.(?:exe|msi|com|bat|cmd|ps1|vbs|hta|scr|jar|lnk|sh|app|command|desktop|apk|dmg)$/iu;
/** A plain file that everybody may read and nobody may run, as Unix says it. */
const plainFile = 0o100644 << 16;
const unix = 3;

/**
 * @param seconds the date of every entry, since 1970, UTC
 * @throws when the site holds something that a system could run
 */
export function archiveOf(dir: string, note: string, seconds: number): Uint8Array {
  const files = filesOf(dir);
  const wrong = files.filter((file) => runnable.test(file));
  if (wrong.length > 0) throw new Error(`Executables in the site: ${wrong.join(', ')}`);
  const options = { mtime: asLocal(seconds), os: unix, attrs: plainFile, level: 9 } as const;
  const read = (file: string) => new Uint8Array(readFileSync(join(dir, file)));
  const entries: Zippable = {
    [`${archiveFolder}/${noteFile}`]: [new TextEncoder().encode(note), options],
    [`${archiveFolder}/${loneFile}`]: [read(loneFile), options],
  };
  for (const file of files) entries[`${archiveFolder}/site/${file}`] = [read(file), options];
  return zipSync(entries);
}

/** A zip has no time zone: its hours are those of UTC, wherever it is made. */
function asLocal(seconds: number): Date {
  const utc = new Date(seconds * 1000);
  return new Date(
    utc.getUTCFullYear(),
    utc.getUTCMonth(),
    utc.getUTCDate(),
    utc.getUTCHours(),
    utc.getUTCMinutes(),
    utc.getUTCSeconds(),
  );
}
