// Who may look at whom: a table of floors (STYLE.md section 2), and what the core may never say.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const src = join(root, 'src');

/** Each floor and the floors it may import from; a floor may always look at itself. */
const floors: Readonly<Record<string, readonly string[]>> = {
  'simulator/core': [],
  'simulator/journal': ['simulator/core'],
  'simulator/session': ['simulator/journal', 'simulator/core'],
  'simulator/ui': ['simulator/session', 'simulator/core', 'simulator', 'offline', 'drawings'],
  // What a trainer chooses and prints: no session, no journal, only what the core draws from a class code.
  'simulator/room': ['simulator/ui', 'simulator/core', 'simulator', 'scripts', 'drawings'],
  simulator: ['simulator/core'],
  offline: [],
  // What a guide page and the simulator both draw in the browser: it knows neither.
  drawings: [],
  scripts: ['offline', 'lib'],
  schemas: ['simulator/core'],
  lib: ['schemas', 'simulator/core', 'simulator'],
  // Screens drawn while the site is built: the only way from a guide page to the simulator's own components.
  pictures: ['simulator/ui', 'simulator/session', 'simulator/core', 'lib'],
  components: ['pictures', 'lib', 'schemas', 'simulator/core', 'offline', 'scripts', 'drawings'],
  layouts: ['components', 'lib', 'schemas', 'styles', 'scripts', 'offline'],
  pages: [
    'layouts',
    'components',
    'pictures',
    'lib',
    'schemas',
    'styles',
    'scripts',
    'offline',
    'simulator/ui',
    'simulator/room',
    'simulator',
    'simulator/core',
  ],
  styles: [],
};

function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|astro|mjs)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** The deepest floor that holds a file; `''` for what stands outside the table (tools, configuration). */
function floorOf(file: string): string {
  const path = relative(src, file);
  const known = Object.keys(floors).filter((floor) => path.startsWith(`${floor}/`));
  return known.sort((a, b) => b.length - a.length)[0] ?? '';
}

function importsOf(file: string): readonly string[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*['"](\.{1,2}\/[^'"]+)['"]/g)]
    .map((match) => match[1])
    .flatMap((path) => (path ? [resolve(dirname(file), path)] : []));
}

describe('floors', () => {
  test('nobody looks upward', () => {
    const upward: string[] = [];
    for (const file of filesOf(src)) {
      const floor = floorOf(file);
      if (floor === '') continue;
      for (const target of importsOf(file)) {
        if (!target.startsWith(src)) continue;
        const below = floorOf(target);
        if (below !== floor && !floors[floor]?.includes(below)) {
          upward.push(`${relative(root, file)} → ${relative(root, target)}`);
        }
      }
    }
    expect(upward).toEqual([]);
  });

  test('the journal is opened by the session alone', () => {
    const others = filesOf(src)
      .filter((file) => !/^(simulator\/(session|journal)|tools)\//.test(relative(src, file)))
      .filter((file) => importsOf(file).some((target) => target.includes('/simulator/journal/')));
    expect(others).toEqual([]);
  });
});

describe('the core', () => {
  const forbidden: Readonly<Record<string, RegExp>> = {
    'a year or an edition by name': /men-20\d\d|\b20(1[148]|2[26])\b/,
    'the device’s clock': /Date\.now|new Date\b|performance\.now/,
    'dice of its own': /Math\.random|crypto\./,
    'the screen or the network': /\b(document|window|fetch|localStorage|indexedDB)\b\s*[.(]/,
  };
  for (const [what, pattern] of Object.entries(forbidden)) {
    test(`never names ${what}`, () => {
      const guilty = filesOf(join(src, 'simulator/core')).filter((file) => {
        const code = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
        return pattern.test(code);
      });
      expect(guilty.map((file) => relative(root, file))).toEqual([]);
    });
  }

  test('imports nothing from outside itself', () => {
    const outside = filesOf(join(src, 'simulator/core')).filter((file) =>
      /from\s+['"](?!\.)/.test(readFileSync(file, 'utf8')),
    );
    expect(outside).toEqual([]);
  });
});
