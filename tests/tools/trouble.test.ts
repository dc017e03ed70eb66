import { expect, test } from 'vitest';
import { troubleOf } from '../../src/tools/trouble.ts';

const said = '« document-999 » n’existe pas dans content/sources.yaml.';

test('a content error is said once, with its page, without a stack', () => {
  const output = [
    `23:14:36 [ERROR] [build] Caught error rendering /elections/men-2018/amiens/: ContentError: ${said}`,
    said,
    '  Hint:',
    '    Browser APIs are not available on the server.',
    '  Stack trace:',
    '    at required (file:///x/content.mjs:993:20)',
  ].join('\n');
  expect(troubleOf(output)).toBe(`${said}\n  Page\u202f: /elections/men-2018/amiens/`);
});

test('its second line is kept: it says what to write', () => {
  const output = `ContentError: a.yaml, ligne 3.\n  Écrire ainsi.\n    at required (x)`;
  expect(troubleOf(output)).toBe('a.yaml, ligne 3.\n  Écrire ainsi.');
});

test('any other trouble is nine lines, in French first, without stack nor folder of this machine', () => {
  const output = [
    ...Array.from({ length: 20 }, (_, index) => `line ${index}`),
    '[ERROR] [vite] Build failed',
    '91:1: Unexpected closing tag',
    '  Location:',
    '    /home/somebody/isoloir/content/tutoriels/men-2018/amiens.mdx:91:1',
    '  Stack trace:',
    ...Array.from({ length: 20 }, () => '    at handler (file:///x/y.js:1:1)'),
  ].join('\n');
  const said = troubleOf(output);
  expect(said.split('\n').length).toBeLessThanOrEqual(9);
  expect(said).toMatch(/^Une page n’a pas pu être construite/u);
  expect(said).toContain('  content/tutoriels/men-2018/amiens.mdx:91:1');
  expect(said).not.toMatch(/somebody|handler|line \d/u);
});

test('without an error word, its last lines', () => {
  const said = troubleOf(Array.from({ length: 40 }, (_, index) => `line ${index}`).join('\n'));
  expect(said.split('\n')).toHaveLength(9);
  expect(said).toContain('line 39');
});
