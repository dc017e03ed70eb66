/**
 * Many pages in one file, for « tout garder hors ligne »: what pages share (their style, their foot) is written once, and
 * one request brings dozens of them. Pure; the build writes, the worker reads.
 */

/** A page: its path and its HTML. */
export type BundledPage = { readonly path: string; readonly html: string };

/** Where the bundles are; a name holds the hash of its content. */
export const bundleFolder = '/data/liasses/';

/** What every page of a kind repeats. */
const repeated = /(<style\b[^>]*>[\s\S]*?<\/style>|<footer\b[\s\S]*?<\/nav>)/gu;

/** One bundle, as JSON; {@link readBundle} gives the same pages back, byte for byte. */
export function printBundle(pages: readonly BundledPage[]): string {
  const cut = pages.map(({ path, html }) => ({ path, parts: html.split(repeated) }));
  const counts = new Map<string, number>();
  for (const part of cut.flatMap(({ parts }) => parts))
    counts.set(part, (counts.get(part) ?? 0) + 1);
  const shared = [...counts].filter(([, count]) => count > 1).map(([part]) => part);
  const places = new Map(shared.map((part, index) => [part, index]));
  return JSON.stringify({
    shared,
    pages: cut.map(({ path, parts }) => [path, ...parts.map((part) => places.get(part) ?? part)]),
  });
}

/** The pages of a bundle; `null` when what came is none, whole. Only paths of this site are taken. */
export function readBundle(value: unknown): readonly BundledPage[] | null {
  if (typeof value !== 'object' || value === null) return null;
  if (!('shared' in value) || !('pages' in value)) return null;
  const { shared, pages } = value;
  if (!Array.isArray(shared) || !Array.isArray(pages)) return null;
  const read = pages.map((page: unknown) => readPage(page, shared));
  return read.some((page) => page === null) ? null : read.filter((page) => page !== null);
}

function readPage(value: unknown, shared: readonly unknown[]): BundledPage | null {
  if (!Array.isArray(value)) return null;
  const path: unknown = value[0];
  const parts: readonly unknown[] = value.slice(1);
  if (typeof path !== 'string' || !/^\/(?!\/)/u.test(path)) return null;
  const texts = parts.map((part) => (typeof part === 'number' ? shared[part] : part));
  return texts.every((text) => typeof text === 'string') ? { path, html: texts.join('') } : null;
}
