import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  breachesOf,
  hashOf,
  headerRules,
  headersFor,
  inlineHashes,
  parseHeaders,
  printHeaders,
  withPolicy,
} from '../../src/tools/policy.ts';

const page = (head: string, body = ''): string =>
  `<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;

describe('the policy of a page', () => {
  test('a hash is that of the exact text between the tags', () => {
    const text = 'let a = "<b>";\n';
    const expected = createHash('sha256').update(text).digest('base64');
    expect(hashOf(text)).toBe(`'sha256-${expected}'`);
    expect(inlineHashes(page(`<script type="module">${text}</script>`)).scripts).toEqual([
      hashOf(text),
    ]);
  });
  test('what is run gets a hash, what is only data gets none', () => {
    const html = page(
      '<script>a</script><script src="/a.js"></script><script type="application/json">{}</script><style>p{}</style>',
      '<script>a</script>',
    );
    expect(inlineHashes(html)).toEqual({ scripts: [hashOf('a')], styles: [hashOf('p{}')] });
  });
  test('stands right after the charset, before anything that it rules', () => {
    const sealed = withPolicy(page('<style>p{}</style>'));
    expect(sealed).toMatch(/<meta charset="utf-8"><meta http-equiv="Content-Security-Policy"/);
    expect(sealed).toContain(`style-src 'self' ${hashOf('p{}')};`);
    expect(sealed).toContain("default-src 'none'");
    expect(sealed).toContain("require-trusted-types-for 'script'; trusted-types isoloir-sw");
    expect(sealed).not.toContain('unsafe-inline');
  });
  test('a redirect page without a head gets one too', () => {
    const sealed = withPolicy('<!doctype html><title>x</title><meta http-equiv="refresh">');
    expect(sealed).toMatch(/^<!doctype html><meta http-equiv="Content-Security-Policy"/);
  });
  test('is never put twice', () => {
    expect(() => withPolicy(withPolicy(page('')))).toThrow(/déjà/);
  });
});

describe('what stops the build', () => {
  test.each([
    ['<p style="color:red">', 'style'],
    ['<p STYLE=color:red>', 'style'],
    ['<button onclick="a()">', 'onclick'],
    ['<img src="/a.png" onerror=a()>', 'onerror'],
    ['<input type="password">', 'password'],
    ["<input type='Password'>", 'password'],
    ['<form action="/envoi">', 'action'],
    ['<button formaction="/envoi">', 'formaction'],
    ['<a href="javascript:a()">', 'javascript'],
    ['<script src="https://ailleurs.example/a.js"></script>', 'autre hôte'],
    ['<img src="//ailleurs.example/a.png">', 'autre hôte'],
    ['<link rel="stylesheet" href="http://ailleurs.example/a.css">', 'autre hôte'],
  ])('%s', (tag, word) => {
    expect(breachesOf(page('', tag)).join()).toContain(word);
  });
  test.each([
    '<p>style="rouge", onclick=, type="password"</p>',
    '<!-- <p style="color:red"> -->',
    '<script>const html = `<p style="a">`;</script>',
    '<style>p::before{content:"<p style=a>"}</style>',
    '<a href="https://ailleurs.example/">un lien</a>',
    '<p data-style="a" class="on" title="a > b">x</p>',
    '<form><input type="text" name="one"></form>',
    '<link rel="canonical" href="https://isoloir.example/">',
  ])('but not %s', (html) => {
    expect(breachesOf(page('', html))).toEqual([]);
  });
});

describe('the headers', () => {
  const rules = headerRules([page('<script>a</script>'), page('<script>b</script>')]);
  test('are read back as they were written', () => {
    expect(parseHeaders(printHeaders(rules))).toEqual(rules);
  });
  test('say what a page cannot say, and allow the scripts of every page', () => {
    const policy = new Map(headersFor(rules, '/a/')).get('Content-Security-Policy');
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain(hashOf('a'));
    expect(policy).toContain(hashOf('b'));
  });
  test('allow the styles of every page by their hash, and nothing inline beside them', () => {
    const styled = headerRules([page('<style>p{}</style>'), page('<style>b{}</style>')]);
    const policy = new Map(headersFor(styled, '/a/')).get('Content-Security-Policy') ?? '';
    expect(policy).toContain(hashOf('p{}'));
    expect(policy).toContain(hashOf('b{}'));
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
  });
  test('name no feature that browsers do not know: each would be a warning on every page', () => {
    expect(printHeaders(headerRules([]))).not.toContain('bluetooth');
  });
  test('let hashed files be kept for ever, and the worker never', () => {
    expect(new Map(headersFor(rules, '/assets/a.js')).get('Cache-Control')).toContain('immutable');
    expect(new Map(headersFor(rules, '/sw.js')).get('Cache-Control')).toBe('no-cache');
  });
  test('refuse a line too long for a host', () => {
    const many = Array.from({ length: 40 }, (_, index) => page(`<script>${index}</script>`));
    expect(() => headerRules(many)).toThrow(/hébergeur/);
  });
});
