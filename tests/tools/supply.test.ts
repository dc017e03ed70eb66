/** What we install is known, exactly: versions, sums, licences; and the bill that the site carries says all of it. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { describe, expect, test } from 'vitest';
import { root } from '../../src/tools/run.ts';
import { strangeLicences, takes } from '../../src/tools/supply/licences.ts';
import { lockedPackages, type LockedPackage } from '../../src/tools/supply/lock.ts';
import { verdictOf } from '../../src/tools/supply/signatures.ts';
import { billFile, noticesFile, writeParts } from '../../src/tools/supply/write.ts';

const list = z.record(z.string(), z.string());
const wanted = z
  .object({ dependencies: list, devDependencies: list, optionalDependencies: list })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')));
const asked = { ...wanted.dependencies, ...wanted.devDependencies, ...wanted.optionalDependencies };
const locked = lockedPackages(root);

describe('signatures of the registry', () => {
  test('hold, are broken, or cannot be known: only the second stops a release', () => {
    expect(
      verdictOf(0, 'audited 3 packages in 1s\n\n3 packages have verified registry signatures'),
    ).toBe('signed');
    expect(verdictOf(1, '1 package has an invalid registry signature:\n\nx@1.0.0')).toBe('broken');
    expect(verdictOf(1, '2 packages have invalid registry signatures:')).toBe('broken');
    expect(verdictOf(1, '1 package has an invalid attestation:')).toBe('broken');
    expect(verdictOf(1, 'npm error found no dependencies to audit')).toBe('unknown');
    expect(verdictOf(null, '')).toBe('unknown');
    expect(verdictOf(0, '')).toBe('unknown');
  });
});

describe('what we install', () => {
  test('is asked for by an exact version, which the lock holds', () => {
    for (const [name, version] of Object.entries(asked)) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+$/u);
      expect(locked.map((each) => `${each.name}@${each.version}`)).toContain(`${name}@${version}`);
    }
  });
  test('is checked by its sum, wherever it comes from', () => {
    expect(locked.filter(({ integrity }) => !integrity?.startsWith('sha512-'))).toEqual([]);
    expect(locked.filter(({ resolved }) => resolved !== null)).toEqual([]);
  });
  test('runs nothing while it is installed', () => {
    expect(readFileSync('.npmrc', 'utf8')).toMatch(/^ignore-scripts=true$/mu);
  });
  test('comes back the same whoever asks: the set-up installs what the lock says', () => {
    expect(readFileSync('src/tools/setup.mjs', 'utf8')).toContain("['ci', ");
  });
});

describe('licences', () => {
  const some = (name: string, licence: string | null): LockedPackage => ({
    name,
    licence,
    version: '1.0.0',
    integrity: null,
    resolved: null,
    tool: true,
    dependencies: [],
  });
  test('one that is not on the list is told, and so is none', () => {
    expect(strangeLicences([some('a', 'AGPL-3.0-only'), some('b', null)], [])).toEqual([
      'a 1.0.0 : AGPL-3.0-only',
      'b 1.0.0 : aucune licence',
    ]);
  });
  test('copyleft may build the site, not ride in its pages', () => {
    expect(strangeLicences([some('a', 'MPL-2.0')], [])).toEqual([]);
    expect(strangeLicences([some('a', 'MPL-2.0')], ['a'])).toHaveLength(1);
  });
  test('of alternatives one is enough, of several all are needed', () => {
    expect(takes(['MIT'], '(MIT OR GPL-2.0-only)')).toBe(true);
    expect(takes(['MIT'], 'MIT AND GPL-2.0-only')).toBe(false);
  });
});

describe('beside the pages', () => {
  const dir = mkdtempSync(join(tmpdir(), 'isoloir-parts-'));
  writeParts(dir, 1_795_176_000);
  const bill = z
    .object({ components: z.array(z.object({ name: z.string(), version: z.string() })) })
    .parse(JSON.parse(readFileSync(join(dir, billFile), 'utf8')));
  const notices = readFileSync(join(dir, noticesFile), 'utf8');
  const again = mkdtempSync(join(tmpdir(), 'isoloir-parts-'));
  writeParts(again, 1_795_176_000);
  const same = [billFile, noticesFile].map((name) =>
    readFileSync(join(dir, name)).equals(readFileSync(join(again, name))),
  );
  for (const each of [dir, again]) rmSync(each, { recursive: true });

  test('the bill of materials lists what npm’s own would', () => {
    const said = execFileSync(
      'npm',
      ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx', '--offline'],
      { encoding: 'utf8', maxBuffer: 20_000_000 },
    );
    const theirs = z
      .object({ components: z.array(z.object({ name: z.string(), version: z.string() })) })
      .parse(JSON.parse(said));
    const names = ({ components }: typeof bill) =>
      [...new Set(components.map(({ name, version }) => `${name}@${version}`))].sort();
    expect(names(bill)).toEqual(names(theirs));
  });
  test('whoever wrote what rides in our pages is named with their licence', () => {
    for (const name of ['preact ', 'idb ', 'workbox-precaching ', 'uqr ', 'astro '])
      expect(notices).toContain(`\n${name}`);
    expect(notices).not.toContain('\nvitest ');
    expect(notices).toContain('Permission is hereby granted');
  });
  test('both are the same each time', () => {
    expect(same).toEqual([true, true]);
  });
});
