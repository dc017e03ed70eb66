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

test('any other trouble keeps its last lines', () => {
  const lines = Array.from({ length: 40 }, (_, index) => `line ${index}`);
  expect(troubleOf(lines.join('\n'))).toBe(lines.slice(-15).join('\n'));
});
