/** `npm run story` with a name that does not exist answers one French sentence. */
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

test.each([
  ['men-2099', 'Essayez : men-2014, men-2018, men-2022.'],
  ['men-2018 zzz', 'certifie'],
  ['men-2018 certifie atlantide', 'amiens'],
])('story -- %s', (words, advice) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['src/tools/story.ts', ...words.split(' ')],
    { encoding: 'utf8' },
  );
  expect(status).toBe(1);
  expect(stdout).toBe('');
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(stderr).toContain(`« ${words.split(' ').at(-1) ?? ''} » n’a pas d’histoire à raconter`);
  expect(stderr).toContain(advice);
});
