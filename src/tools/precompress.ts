/** `npm run precompress`: beside each file of a built site, what a server sends of it packed, so that none packs at each request. */
import { readFileSync, utimesSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { filesOf } from './dist.ts';
import { hostFiles } from './hosts/write.ts';
import { isProgram, kilobytes, requireNode, siteFolder } from './run.ts';

const packable = /\.(?:html|js|json|css|svg|txt|xml|ics)$/u;
/** Under this weight an answer is one packet anyway. */
const leastBytes = 512;

/** Writes `.br` and `.gz` beside each file, with its date. Call it last: the site's own lists must not hold them. */
export function precompress(dir: string): { readonly files: number; readonly saved: number } {
  let [files, saved] = [0, 0];
  for (const file of filesOf(dir)) {
    const path = join(dir, file);
    const body = readFileSync(path);
    if (!packable.test(file) || hostFiles.includes(file) || body.length < leastBytes) continue;
    const { mtime } = statSync(path);
    const hint = { [constants.BROTLI_PARAM_SIZE_HINT]: body.length };
    const brotli = brotliCompressSync(body, { params: hint });
    for (const [end, bytes] of [
      ['br', brotli],
      ['gz', gzipSync(body, { level: 9 })],
    ] as const) {
      writeFileSync(`${path}.${end}`, bytes);
      // Servers compare the two dates: neither is the older.
      utimesSync(`${path}.${end}`, mtime, mtime);
    }
    files += 1;
    saved += body.length - brotli.length;
  }
  return { files, saved };
}

if (isProgram(import.meta.url)) {
  requireNode();
  const { files, saved } = precompress(resolve(process.argv[2] ?? siteFolder));
  console.log(`${files} fichiers réduits, ${kilobytes(saved)} de moins à envoyer, en brotli.`);
}
