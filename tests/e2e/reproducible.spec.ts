// One commit, two builds: another folder, another time zone, another language, the same bytes. No browser.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { filesOf } from '../../src/tools/dist.ts';
import { releaseSite } from '../../src/tools/release.ts';
import { root, siteFolder } from '../../src/tools/run.ts';

/** The day of the site under test, as its own list of parts says it. */
function madeAt(): string {
  const bill = /"timestamp":"([^"]+)"/u.exec(
    readFileSync(join(siteFolder, 'nomenclature.cdx.json'), 'utf8'),
  );
  return String(Date.parse(bill?.[1] ?? '') / 1000);
}

function build(copy: string, env: Readonly<Record<string, string>>): Promise<number | null> {
  const child = spawn(process.execPath, ['src/tools/build.ts'], {
    cwd: copy,
    env: { ...process.env, NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1', ...env },
    stdio: 'ignore',
  });
  return new Promise((done) => child.once('close', done));
}

const sums = (dir: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    filesOf(dir).map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(dir, file)))
        .digest('hex'),
    ]),
  );

test('two builds from two folders, time zones and languages are the same, byte by byte', async () => {
  test.setTimeout(240_000);
  const elsewhere = mkdtempSync(join(tmpdir(), 'isoloir ailleurs, été '));
  const copy = join(elsewhere, 'copie');
  const parts = ['src', 'content', 'public', 'package.json', 'package-lock.json', 'tsconfig.json'];
  for (const part of [...parts, 'astro.config.mjs'])
    cpSync(join(root, part), join(copy, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  // Its own folder of kept drawings, empty: previews and pictures are drawn again, there too.
  const cache = join(elsewhere, 'cache');
  const place = { TZ: 'Pacific/Auckland', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };
  const env = { ...place, ISOLOIR_CACHE: cache };
  expect(await build(copy, { ...env, SOURCE_DATE_EPOCH: madeAt(), ISOLOIR_OUT: 'dist' })).toBe(0);
  expect(sums(join(copy, 'dist'))).toEqual(sums(siteFolder));
  expect(filesOf(cache).filter((file) => /\.(?:png|json)$/u.test(file)).length).toBeGreaterThan(
    100,
  );

  await test.step('and so is what is released, with its sums', () => {
    process.env['SOURCE_DATE_EPOCH'] ??= madeAt();
    releaseSite(siteFolder, join(elsewhere, 'one'));
    releaseSite(join(copy, 'dist'), join(elsewhere, 'two'));
    const one = sums(join(elsewhere, 'one'));
    expect(sums(join(elsewhere, 'two'))).toEqual(one);
    const said = readFileSync(join(elsewhere, 'one', 'SHA256SUMS'), 'utf8');
    expect(said).toContain(`${one['isoloir-site.zip'] ?? '?'}  isoloir-site.zip\n`);
    expect(said).toContain(`${one['SHA256SUMS.site'] ?? '?'}  SHA256SUMS.site\n`);
  });
  rmSync(elsewhere, { recursive: true });
});
