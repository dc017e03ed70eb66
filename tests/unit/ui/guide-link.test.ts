// From an exercise to the guide there is one component, so that the single file never shows a link that leads nowhere.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../../src/tools/run.ts';

const folder = join(root, 'src/simulator/ui');

test('no screen makes a link to the site by itself', () => {
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tsx') && file !== 'guide-link.tsx')
    .filter((file) =>
      /<a\b[^>]*\shref=(?:\{(?!['"`]#)|"\/)/u.test(readFileSync(join(folder, file), 'utf8')),
    );
  // Use <GuideLink base path>: where there is no guide around, it says which page to read.
  expect(found).toEqual([]);
});
