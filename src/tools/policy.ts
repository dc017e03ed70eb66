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
  "img-src 'self' data:",
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

/** Hashes of the inline scripts and styles of one page, each once, in the order of the page. */
export function inlineHashes(html: string): Inline {
  const styles = rawElements(html).filter(({ name }) => name === 'style');
  return {
    scripts: [...new Set(inlineScripts(html).map(hashOf))],
    styles: [...new Set(styles.map(({ text }) => hashOf(text)))],
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
    ...fixed,
  ].join('; ');
}

/**
 * The page with its policy right after its charset (or first in its head).
 * Refuses a page that already carries one: the build would have run twice over it.
 */
export function withPolicy(html: string): string {
  if (/http-equiv="content-security-policy"/i.test(html))
    throw new Error(
      'Cette page a déjà sa politique de contenu : reconstruire depuis un dossier vide.',
    );
  const meta = `<meta http-equiv="Content-Security-Policy" content="${pagePolicy(inlineHashes(html))}">`;
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

const refusedFeatures = [
  'accelerometer',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'serial',
  'usb',
] as const;

/**
 * Headers of the whole site.
 *
 * Header and meta both apply, the stricter wins: the scripts' hashes of all pages stand here; styles, of which each
 * kind of page has its own, are narrowed by the meta alone (a line of a host's file holds 2,000 characters).
 */
export function headerRules(pages: readonly string[]): readonly HeaderRule[] {
  const scripts = [...new Set(pages.flatMap((html) => inlineHashes(html).scripts))].sort();
  const policy = [
    "default-src 'none'",
    ["script-src 'self'", ...scripts].join(' '),
    "style-src 'self' 'unsafe-inline'",
    ...fixed,
    "frame-ancestors 'none'",
  ].join('; ');
  if (policy.length > 1900)
    throw new Error(
      `La politique de contenu dépasse une ligne d’hébergeur (${policy.length} caractères) : trop de scripts dans les pages.`,
    );
  return [
    {
      path: '/*',
      headers: [
        ['Content-Security-Policy', policy],
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

/** The `_headers` file of Netlify and Cloudflare Pages; {@link parseHeaders} reads it back. */
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
