/**
 * Made at the first call, kept from then on. For what is dear to make on an old phone, a first `Intl` above all, and
 * not needed while the program loads.
 */
export function lazily<T>(make: () => T): () => T {
  let kept: { readonly made: T } | null = null;
  return () => (kept ??= { made: make() }).made;
}
