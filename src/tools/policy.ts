/**
 * The content policy, written once: what a page may load, as a meta element with the hashes of that very page,
 * and as headers for the hosts that can send some.
 */
import { createHash } from 'node:crypto';

/** What a page breaks, in a sentence for the person who builds. */
export type Breach = string;

type Inline = { readonly scripts: readonly string[]; readonly styles: readonly string[] };

/** Directives that need no hash; `frame-ancestors` is only heard in a header. */
const fixed = [
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types isoloir-sw',
] as const;

/** Script types that a browser runs, or obeys, and that a hash must therefore allow. */
const executed = new Set(['', 'module', 'text/javascript', 'importmap', 'speculationrules']);

const commentPattern = /<!--[\s\S]*?-->/g;
const rawPattern = /<(script|style)\b([^>]*)>([\s\S]*?)<\/\1\s*>/gi;
const tagPattern =
  /<([a-z][\w-]*)((?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*)\s*\/?>/gi;
const attributePattern = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

/** Attributes of one tag, names in lower case; an attribute without value is `''`. */
export function attributesOf(source: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, name = '', double, single, bare] of source.matchAll(attributePattern))
    found.set(name.toLowerCase(), double ?? single ?? bare ?? '');
  return found;
}

/** Every tag of a page, outside comments and outside the text of scripts and styles. */
export function tagsOf(
  html: string,
): readonly { readonly name: string; readonly attributes: ReadonlyMap<string, string> }[] {
  const bare = html
    .replace(rawPattern, (_, name: string, attributes: string) => `<${name}${attributes}>`)
    .replace(commentPattern, '');
  return [...bare.matchAll(tagPattern)].map(([, name = '', attributes = '']) => ({
    name: name.toLowerCase(),
    attributes: attributesOf(attributes),
  }));
}

/** `'sha256-…'` as a policy writes it. */
export function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** The text of every inline script that a browser runs, in the order of the page. */
export function inlineScripts(html: string): readonly string[] {
  return rawElements(html)
    .filter(({ name, attributes }) => name === 'script' && !attributes.has('src'))
    .filter(({ attributes }) => executed.has(attributes.get('type') ?? ''))
    .map(({ text }) => text);
}

/** The text of every style of a page, in its order. */
export function inlineStyles(html: string): readonly string[] {
  return rawElements(html)
    .filter(({ name }) => name === 'style')
    .map(({ text }) => text);
}

/** Hashes of the inline scripts and styles of one page, each once, in the order of the page. */
export function inlineHashes(html: string): Inline {
  return {
    scripts: [...new Set(inlineScripts(html).map(hashOf))],
    styles: [...new Set(inlineStyles(html).map(hashOf))],
  };
}

function rawElements(html: string): readonly {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly text: string;
}[] {
  return [...html.matchAll(rawPattern)].map(([, name = '', attributes = '', text = '']) => ({
    name: name.toLowerCase(),
    attributes: attributesOf(attributes),
    text,
  }));
}

/** The policy of one page. */
export function pagePolicy({ scripts, styles }: Inline): string {
  return [
    "default-src 'none'",
    ["script-src 'self'", ...scripts].join(' '),
    ["style-src 'self'", ...styles].join(' '),
    "img-src 'self'",
    ...fixed,
  ].join('; ');
}

/** The policy of the single file, which stands alone wherever it was copied: it asks nothing of anybody, not even beside itself. */
export function lonePolicy({ scripts, styles }: Inline): string {
  return [
    "default-src 'none'",
    ['script-src', ...scripts].join(' '),
    ['style-src', ...styles].join(' '),
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

/**
 * The page with its policy right after its charset (or first in its head).
 * Refuses a page that already carries one: the build would have run twice over it.
 */
export function withPolicy(html: string, policy = pagePolicy): string {
  if (/http-equiv="content-security-policy"/i.test(html))
    throw new Error(
      'Cette page a déjà sa politique de contenu : reconstruire depuis un dossier vide.',
    );
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy(inlineHashes(html))}">`;
  // The redirect pages of Astro have no head tag: the browser opens one after the doctype.
  const anchor =
    /<head[^>]*>\s*<meta\s+charset=[^>]*>/i.exec(html) ??
    /<head[^>]*>/i.exec(html) ??
    /<!doctype[^>]*>/i.exec(html);
  if (anchor === null) throw new Error('Cette page n’a ni <head> ni <!doctype>.');
  const at = anchor.index + anchor[0].length;
  return html.slice(0, at) + meta + html.slice(at);
}

/** Attributes by which a browser fetches something as soon as it sees the tag. */
const loading = new Set(['script', 'img', 'iframe', 'source', 'video', 'audio', 'embed', 'track']);

/** What in a page would break the policy or one of our promises; empty when all is well. */
export function breachesOf(html: string): readonly Breach[] {
  const found = new Set<Breach>();
  for (const { name, attributes } of tagsOf(html)) {
    for (const [attribute, value] of attributes) {
      if (attribute === 'style') found.add(`<${name} style="${value}"> : une classe, pas de style`);
      if (/^on[a-z]+$/.test(attribute))
        found.add(`<${name} ${attribute}=…> : un écouteur, pas un attribut`);
      if (attribute === 'formaction' || (name === 'form' && attribute === 'action'))
        found.add(`<${name} ${attribute}="${value}"> : aucun formulaire n’envoie rien`);
      if (/^\s*javascript:/i.test(value)) found.add(`<${name} ${attribute}="javascript:…">`);
    }
    if (attributes.get('type')?.toLowerCase() === 'password')
      found.add(`<${name} type="password"> : il n’y en a jamais ici`);
    const fetched = name === 'link' ? attributes.get('href') : attributes.get('src');
    const loads = loading.has(name) || (name === 'link' && attributes.get('rel') !== 'canonical');
    if (loads && /^(https?:)?\/\//i.test(fetched ?? ''))
      found.add(`<${name}> va chercher ${fetched ?? ''} : rien ne vient d’un autre hôte`);
  }
  return [...found];
}

/** One block of a `_headers` file: a path pattern and its headers. */
export type HeaderRule = {
  readonly path: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
};

/**
 * All that we do not use and that Chromium knows by name: one it does not know is a warning on every page.
 * Left open: writing to the clipboard and sharing, by a tap; a full screen; and what a user's settings ask (`ch-…`).
 */
const refusedFeatures = [
  'accelerometer',
  'attribution-reporting',
  'browsing-topics',
  'camera',
  'captured-surface-control',
  'clipboard-read',
  'compute-pressure',
  'digital-credentials-get',
  'display-capture',
  'encrypted-media',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'identity-credentials-get',
  'idle-detection',
  'join-ad-interest-group',
  'keyboard-map',
  'local-fonts',
  'local-network-access',
  'magnetometer',
  'microphone',
  'midi',
  'otp-credentials',
  'payment',
  'picture-in-picture',
  'private-aggregation',
  'private-state-token-issuance',
  'private-state-token-redemption',
  'publickey-credentials-create',
  'publickey-credentials-get',
  'run-ad-auction',
  'screen-wake-lock',
  'serial',
  'shared-storage',
  'storage-access',
  'sync-xhr',
  'usb',
  'window-management',
  'xr-spatial-tracking',
] as const;

/** What hosts read of one line (Cloudflare Pages, which reads the least), and what stands in it before the policy. */
const lineRoom = 2_000 - '  Content-Security-Policy: '.length;

/**
 * The policy of the whole site, as a header: what every page and drawing allows together, and `frame-ancestors`.
 * Header and meta both apply and the stricter wins, so that a page is held to its own hashes, and an answer that is no
 * page of ours (an error of the host) still runs nothing and shows no style but ours.
 * Throws when it outgrows a line: the new page then shares the style of another (Astro makes one text of what a page
 * imports, hence one hash for each kind of page), or the header is cut in two, directive by directive, without
 * `default-src` in the first.
 */
export function sitePolicy(pages: readonly string[]): string {
  const hashes = pages.map(inlineHashes);
  const policy = [
    "default-src 'none'",
    ["script-src 'self'", ...together(hashes.map(({ scripts }) => scripts))].join(' '),
    ["style-src 'self'", ...together(hashes.map(({ styles }) => styles))].join(' '),
    // The single file, which is read here too before it is carried away, holds its own icon.
    "img-src 'self' data:",
    ...fixed,
    "frame-ancestors 'none'",
  ].join('; ');
  if (policy.length > lineRoom)
    throw new Error(
      `La politique de contenu dépasse une ligne d’hébergeur (${policy.length} caractères, ${lineRoom} au plus) : trop de scripts ou de styles différents dans les pages. Voir sitePolicy, dans src/tools/policy.ts.`,
    );
  return policy;
}

const together = (hashes: readonly (readonly string[])[]): readonly string[] =>
  [...new Set(hashes.flat())].sort();

/** Headers of the whole site, then of what in it is kept, or named, otherwise. */
export function headerRules(pages: readonly string[]): readonly HeaderRule[] {
  return [
    {
      path: '/*',
      headers: [
        ['Content-Security-Policy', sitePolicy(pages)],
        ['Cross-Origin-Opener-Policy', 'same-origin'],
        ['Cross-Origin-Embedder-Policy', 'require-corp'],
        ['Cross-Origin-Resource-Policy', 'same-origin'],
        ['Permissions-Policy', refusedFeatures.map((feature) => `${feature}=()`).join(', ')],
        ['Referrer-Policy', 'no-referrer'],
        ['X-Content-Type-Options', 'nosniff'],
      ],
    },
    { path: '/assets/*', headers: [['Cache-Control', 'public, max-age=31536000, immutable']] },
    { path: '/sw.js', headers: [['Cache-Control', 'no-cache']] },
    // « .xml » alone would be some document; a reader of feeds wants to know.
    {
      path: '/nouveautes/flux.xml',
      headers: [['Content-Type', 'application/rss+xml; charset=utf-8']],
    },
  ];
}

/**
 * The `_headers` file of Netlify and Cloudflare Pages; {@link parseHeaders} reads it back.
 * These hosts answer in https alone and ask again for every page by themselves: nothing is said of either.
 */
export function printHeaders(rules: readonly HeaderRule[]): string {
  return rules
    .map(({ path, headers }) =>
      [path, ...headers.map(([name, value]) => `  ${name}: ${value}`), ''].join('\n'),
    )
    .join('\n');
}

/** Reads a `_headers` file: our own server obeys the very file that a host obeys. */
export function parseHeaders(text: string): readonly HeaderRule[] {
  const rules: { path: string; headers: [string, string][] }[] = [];
  for (const line of text.split('\n')) {
    const header = /^\s+([\w-]+):\s*(.*)$/.exec(line);
    if (header) rules.at(-1)?.headers.push([header[1] ?? '', header[2] ?? '']);
    else if (line.trim() !== '') rules.push({ path: line.trim(), headers: [] });
  }
  return rules;
}

/** The headers that apply to a path: a pattern is exact, or ends with a star. */
export function headersFor(
  rules: readonly HeaderRule[],
  path: string,
): readonly (readonly [name: string, value: string])[] {
  return rules
    .filter((rule) =>
      rule.path.endsWith('*') ? path.startsWith(rule.path.slice(0, -1)) : path === rule.path,
    )
    .flatMap((rule) => rule.headers);
}
