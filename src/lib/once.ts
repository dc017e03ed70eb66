/** Reading and reckoning that every page asks for. */

/** Done once in a build, each second while somebody edits (`astro dev`). */
export function once<T>(read: () => T): () => T {
  let kept: { readonly value: T; readonly at: number } | null = null;
  return () => {
    const editing = process.env['NODE_ENV'] === 'development';
    if (kept && !(editing && performance.now() - kept.at > 1000)) return kept.value;
    kept = { value: read(), at: performance.now() };
    return kept.value;
  };
}
