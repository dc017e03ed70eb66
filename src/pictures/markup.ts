/** Reads the markup that our own screens render to: enough HTML for that, and no more. */

/** An element, its attributes and what it holds. */
export type Element = {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Node[];
};
/** A piece of text, entities already read, or an element. */
export type Node = string | Element;

const piece = /<(\/?)([a-z][\w-]*)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*(\/?)>|([^<]+)/giu;
const attribute = /([^\s=]+)(?:="([^"]*)")?/gu;
const alone = new Set(['input', 'br', 'hr', 'img']);
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
};

const read = (text: string): string =>
  text.replace(/&([\w#]+);/gu, (whole, name: string) => entities[name] ?? whole);

/** The nodes of a fragment. Throws when it does not close what it opens: such a drawing would be of something else. */
export function nodesOf(html: string): readonly Node[] {
  const top: Node[] = [];
  const open: { readonly tag: string; readonly children: Node[] }[] = [];
  for (const [, slash, name = '', attributes = '', end, text] of html.matchAll(piece)) {
    const here = open.at(-1)?.children ?? top;
    if (text !== undefined) {
      here.push(read(text));
      continue;
    }
    if (slash) {
      if (open.pop()?.tag !== name) throw new Error(`</${name}> closes nothing.`);
      continue;
    }
    const children: Node[] = [];
    here.push({
      tag: name,
      children,
      attributes: new Map(
        [...attributes.matchAll(attribute)].map(([, key = '', value = '']) => [key, read(value)]),
      ),
    });
    if (!end && !alone.has(name)) open.push({ tag: name, children });
  }
  if (open.length > 0) throw new Error(`<${open.at(-1)?.tag ?? ''}> is not closed.`);
  return top;
}

/** `true` when the element has this class. */
export function hasClass(element: Element, name: string): boolean {
  return (element.attributes.get('class') ?? '').split(' ').includes(name);
}
