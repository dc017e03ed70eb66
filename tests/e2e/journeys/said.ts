// Sentences of content/ as a browser shows them: any words in their holes, spaces of any width.
const spaces = /[\s\u00a0\u202f]+/g;

/** Finds that sentence on a page, whatever content/ makes of it. */
export function said(template: string): RegExp {
  const parts = template.split(/\{[a-z_]+\}/);
  return new RegExp(
    parts
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(spaces, '\\s*'))
      .join('.*'),
  );
}
