import { describe, expect, test } from 'vitest';
import { afterWords, loader } from '../../src/tools/late-scripts.ts';
import { inlineScripts } from '../../src/tools/policy.ts';

const page = (inside: string): string => `<!doctype html><html><body>${inside}</body></html>`;

describe('the scripts of a guide page', () => {
  test('are asked for by one loader, after the words', () => {
    const html = afterWords(
      page(
        '<p>a</p><script type="module" src="/assets/a.B1.js"></script><script type="module" src="/assets/b.C2.js"></script>',
      ),
    );
    expect(html).not.toContain('type="module"');
    expect(html).toContain('<script type="late" src="/assets/a.B1.js"></script>');
    expect(html.endsWith(`<script>${loader}</script></body></html>`)).toBe(true);
  });

  test('have the same loader on every page: one hash stands in the policy', () => {
    const one = afterWords(page('<script type="module" src="/assets/a.B1.js"></script>'));
    const two = afterWords(page('<script type="module" src="/assets/b.C2.js"></script>'));
    expect(inlineScripts(one)).toEqual(inlineScripts(two));
    expect(inlineScripts(one)).toEqual([loader]);
  });

  test('where there are none, the page stays as it is', () => {
    expect(afterWords(page('<p>a</p>'))).toBe(page('<p>a</p>'));
  });
});
