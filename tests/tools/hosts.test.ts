/** The files of hosts, from one source; what real servers make of them is asked in tests/e2e/hosts.spec.ts. */
import { describe, expect, test } from 'vitest';
import { printHtaccess } from '../../src/tools/hosts/apache.ts';
import { printCaddy } from '../../src/tools/hosts/caddy.ts';
import type { HostedSite } from '../../src/tools/hosts/hosted-site.ts';
import { printNginx } from '../../src/tools/hosts/nginx.ts';
import { headerRules } from '../../src/tools/policy.ts';

const site: HostedSite = {
  rules: headerRules(['<!doctype html><style>p{}</style>']),
  leads: new Map([
    ['/38/', '/g/'],
    ['/grenoble/', '/g/'],
  ]),
  pages: ['/', '/g/'],
};

describe.each([
  ['Apache', printHtaccess],
  ['nginx', printNginx],
  ['Caddy', printCaddy],
])('the file of %s', (_, print) => {
  const text = print(site);
  test('holds every header of the source', () => {
    for (const [name, value] of site.rules[0]?.headers ?? [])
      expect(text).toContain(`${name} "${value}"`);
  });
  test('advises https for good, and does not force it', () => {
    const lines = text.split('\n').filter((line) => line.includes('Strict-Transport-Security'));
    expect(lines).toHaveLength(1);
    expect(lines[0]?.trim()).toMatch(/^# /u);
  });
  test('refuses a value that would mean something else between its quotes', () => {
    const rules = [{ path: '/*', headers: [['X-A', 'a"; b']] as const }];
    expect(() => print({ ...site, rules })).toThrow(/plain text/u);
  });
  test('refuses a header of one path that it could not say', () => {
    const rules = [{ path: '/a', headers: [['X-A', 'b']] as const }];
    expect(() => print({ ...site, rules })).toThrow(/\/a/u);
  });
});

test('Apache gets one rule for each page that short addresses lead to', () => {
  expect(printHtaccess(site)).toContain('RewriteRule ^(?:38|grenoble)/?$ /g/ [NC,R=302,L]');
});
