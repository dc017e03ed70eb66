/** The real build, on a copy of the project with faults in it: it stops before any page, in a few French lines. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

let copy = '';
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'isoloir-build-'));
  for (const part of ['src', 'content', 'package.json', 'package-lock.json', 'astro.config.mjs'])
    cpSync(part, join(copy, part), { recursive: true });
  symlinkSync(join(process.cwd(), 'node_modules'), join(copy, 'node_modules'));
});
afterAll(() => {
  rmSync(copy, { recursive: true, force: true });
});

test.each([
  [
    'content/editions/men-2026.yaml',
    "a_reverifier_le: '2026-12-11'",
    'a_reverifier_le: 2026-12-32',
  ],
  ['content/tutoriels/men-2018/_suite.mdx', '<Etape id="compte-2"', '<Etap id="compte-2"'],
])('a fault in %s', (file, from, to) => {
  const path = join(copy, file);
  const sound = readFileSync(path, 'utf8');
  expect(sound).toContain(from);
  writeFileSync(path, sound.replace(from, to));
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/tools/build.ts'], {
    cwd: copy,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production', ISOLOIR_OUT: join(copy, 'dist') },
    timeout: 30_000,
  });
  writeFileSync(path, sound);
  const lines = `${stdout}${stderr}`.trim().split('\n');
  expect(status).toBe(1);
  expect(lines.length).toBeLessThanOrEqual(10);
  const line = sound.slice(0, sound.indexOf(from)).split('\n').length;
  expect(lines[0]).toContain(`${file}, ligne ${String(line)} : `);
  expect(lines.join('\n')).not.toMatch(/\bat |Invalid|Je construis/u);
});
