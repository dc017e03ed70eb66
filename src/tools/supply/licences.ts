/** Which licences we take, and the notices of what rides in our pages. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { LockedPackage } from './lock.ts';

/** What may be copied into a page: it asks for a notice and nothing else. */
const forPages: readonly string[] = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
];
/** What may help to build: besides, copyleft of the file or of the library, since none of it leaves this machine. */
const forTools: readonly string[] = [
  ...forPages,
  'BlueOak-1.0.0',
  'CC-BY-4.0',
  'CC0-1.0',
  'LGPL-3.0-or-later',
  'MPL-2.0',
  'OFL-1.1',
  'Python-2.0',
];

/** Whether each part of an SPDX expression is on a list; of alternatives, one is enough. */
export function takes(list: readonly string[], expression: string): boolean {
  const bare = expression.replace(/[()]/gu, '').trim();
  if (/ OR /u.test(bare)) return bare.split(' OR ').some((part) => takes(list, part));
  if (/ AND /u.test(bare)) return bare.split(' AND ').every((part) => takes(list, part));
  return list.includes(bare);
}

/** Packages whose licence nobody here has agreed to, as sentences; empty when all is well. */
export function strangeLicences(
  packages: readonly LockedPackage[],
  shipped: readonly string[],
): readonly string[] {
  return packages
    .filter(
      ({ name, licence }) =>
        licence === null || !takes(shipped.includes(name) ? forPages : forTools, licence),
    )
    .map(({ name, version, licence }) => `${name} ${version} : ${licence ?? 'aucune licence'}`);
}

/** Folders whose programs run in a reader's browser. */
const browserFolders = ['src/simulator', 'src/scripts', 'src/drawings', 'src/offline'];
/** What Astro adds by itself to a page with an island. */
const islands = ['astro', '@astrojs/preact'];

const imported = /\bfrom '((?:@[\w.-]+\/)?[\w.-]+)(?:\/[^']*)?';/gu;

/** Names of the packages whose text rides in our pages: what these folders import, and what that imports. */
export function shippedPackages(
  root: string,
  packages: readonly LockedPackage[],
): readonly string[] {
  const known = new Map(packages.map((each) => [each.name, each]));
  const direct = browserFolders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/u.test(file))
      .flatMap((file) => [...readFileSync(join(root, folder, file), 'utf8').matchAll(imported)])
      .map(([, name = '']) => name),
  );
  const found = new Set(islands);
  const queue = direct.filter((name) => known.has(name));
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    queue.push(...(known.get(name)?.dependencies ?? []));
  }
  return [...found].sort();
}

/** `licences.txt`: what each of them asks us to repeat. Throws when a package brings no text. */
export function noticesOf(root: string, packages: readonly LockedPackage[]): string {
  const shipped = shippedPackages(root, packages);
  const notices = packages
    .filter(({ name }) => shipped.includes(name))
    .map(({ name, version, licence }) => {
      const folder = join(root, 'node_modules', name);
      const file = readdirSync(folder).find((each) => /^licen[cs]e(\.(md|txt))?$/iu.test(each));
      if (file === undefined) throw new Error(`${name} brings no text of its licence`);
      const text = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
      return `${name} ${version} (${licence ?? ''})\n\n${text}\n`;
    });
  return [
    'Isoloir : le programme, MIT ; le contenu, CC BY-SA 4.0.',
    'Ses pages contiennent aussi ce que d’autres ont écrit. Voici leurs noms et leurs licences, telles qu’ils les donnent.\n',
    ...notices,
  ].join('\n' + '-'.repeat(72) + '\n\n');
}
