/** A room serves this site over plain http: what browsers then take away is asked for in few places, each with another way. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { plainHttpWords } from '../../../src/components/pages/keep-words.ts';
import { root } from '../../../src/tools/run.ts';

/** What exists only where a page is trusted to be the one that was sent (https, or this very machine). */
const taken: Readonly<Record<string, RegExp>> = {
  'a worker': /\bserviceWorker\b/u,
  'its caches': /\bcaches\b(?!\s*[:=])/u,
  digests: /crypto\.subtle|\bsubtle\./u,
  'random ids': /randomUUID/u,
  'the clipboard': /navigator\.clipboard/u,
  'sharing sheet': /navigator\.(?:share|canShare)\b/u,
  'durable storage': /navigator\.storage\b/u,
  locks: /navigator\.locks\b/u,
  'a screen kept awake': /\bwakeLock\b/u,
  files: /show(?:Open|Save|Directory)\w*Picker/u,
  'position, camera, keys, cookies': /\b(?:geolocation|mediaDevices|credentials\.|cookieStore)/u,
  'audio, badges, notifications': /\b(?:audioWorklet|setAppBadge|Notification\.)/u,
};

/** Where they are asked for, and what happens without them. */
const otherwise: Readonly<Record<string, string>> = {
  'a worker: src/offline/page.ts': 'the page is read from the network, nothing is registered',
  'a worker: src/components/pages/keep-all.ts': 'a sentence stands in place of the button',
  'a worker: src/components/pages/erase-all.ts': 'there is none to send away',
  'its caches: src/components/pages/keep-all.ts': 'no list of kept pages',
  'its caches: src/components/pages/erase-all.ts': 'there are none to empty',
  'its caches: src/scripts/search-page.ts': 'results stand in the order in which they were found',
  'its caches: src/offline/worker.ts': 'no worker runs there',
  'digests: src/offline/copy.ts': 'only the worker takes prints of pages',
  'the clipboard: src/scripts/clipboard.ts': 'the older way; at worst the text stays selected',
  'sharing sheet: src/components/pages/share.ts': 'no such button, or the link is copied',
  'durable storage: src/offline/page.ts': 'not asked for',
};

const src = join(root, 'src');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(?:tsx?|astro)$/u.test(file) && !file.startsWith('tools'))
  .map((file) => join(src, file));

const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gmu, '');

describe('over plain http', () => {
  test('whatever a browser takes away has another way, written here', () => {
    const asked = files.flatMap((file) => {
      const code = withoutComments(readFileSync(file, 'utf8'));
      return Object.entries(taken)
        .filter(([, pattern]) => pattern.test(code))
        .map(([what]) => `${what}: ${relative(root, file)}`);
    });
    // A new line asks for a way without it, and for a test in tests/e2e/plain-http.spec.ts.
    expect(asked.sort()).toEqual(Object.keys(otherwise).sort());
  });

  test('the page about reading offline says that nothing is kept there, and why', () => {
    expect(plainHttpWords).toContain('sans https');
    expect(plainHttpWords).toContain('n’en garde rien');
  });
});
