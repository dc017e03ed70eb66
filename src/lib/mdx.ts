/** Reads the tags of an .mdx body so that a slip is said in French, with its line, before the compiler says it in English. */
import { nearest, type Trouble } from '../schemas/explain.ts';

/** One opening or closing tag; `null` for an attribute that is not a text between double quotes. */
export type Tag = {
  readonly name: string;
  readonly closing: boolean;
  readonly alone: boolean;
  readonly attributes: ReadonlyMap<string, string | null>;
  readonly line: number;
};

/** The attributes of each component that a file may use. */
export type Components = Readonly<
  Record<string, { readonly needs: readonly string[]; readonly may: readonly string[] }>
>;

const tagPattern =
  /<(\/?)([A-Za-z][\w.-]*)((?:\s+[\w:-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|\{[^}]*\}))?)*)\s*(\/?)>/gu;
const attributePattern = /([\w:-]+)(?:\s*=\s*(?:"([^"]*)"|'[^']*'|\{[^}]*\}))?/gu;
const importPattern = /^import\s+(\w+)\s+from\s+['"](\.\/[^'"]+)['"];?[ \t]*$/gmu;

/** Same length, same lines, nothing to read: comments, quoted signs, imports. */
const blank = (text: string): string => text.replace(/[^\n]/gu, ' ');
/** The same without what only its author reads; the lines stay where they are. */
export const withoutComments = (body: string): string =>
  body.replace(/\{\/\*[\s\S]*?\*\/\}/gu, blank);
const plain = (body: string): string =>
  withoutComments(body)
    .replace(/`[^`\n]*`/gu, blank)
    .replace(/\\[<{}]/gu, blank)
    .replace(importPattern, blank);

/** The files that a body takes in, by the name of their tag. */
export function importsOf(body: string): ReadonlyMap<string, string> {
  return new Map([...body.matchAll(importPattern)].map(([, name = '', path = '']) => [name, path]));
}

/** Every tag, in the order of the text. `linesBefore`: lines above the body. */
export function tagsOf(body: string, linesBefore: number): readonly Tag[] {
  const text = plain(body);
  return [...text.matchAll(tagPattern)].map(
    ({ index, 1: slash, 2: name = '', 3: attributes = '', 4: end }) => ({
      name,
      closing: slash === '/',
      alone: end === '/',
      attributes: new Map(
        [...attributes.matchAll(attributePattern)].map(([, key = '', value]) => [
          key,
          value ?? null,
        ]),
      ),
      line: linesBefore + text.slice(0, index).split('\n').length,
    }),
  );
}

/** What the compiler would refuse: an unknown tag or attribute, one that is not closed, a stray brace. */
export function bodyTroubles(
  body: string,
  linesBefore: number,
  components: Components,
): readonly Trouble[] {
  const tags = tagsOf(body, linesBefore);
  return [
    ...tags.flatMap((tag) => (tag.closing ? [] : tagTroubles(tag, components))),
    ...unbalanced(tags),
    ...strays(body, linesBefore),
  ].sort((a, b) => a.line - b.line);
}

function tagTroubles(tag: Tag, components: Components): readonly Trouble[] {
  const { name, line, attributes } = tag;
  if (/^[a-z]/u.test(name)) return [];
  const known = components[name];
  if (!known) {
    const names = Object.keys(components);
    const near = nearest(name, names);
    const all = names.length ? `Balises permises : ${names.join(', ')}` : 'L’enlever.';
    return [
      {
        line,
        what: `la balise <${name}> n’existe pas ici.`,
        write: near ? `Écrire plutôt : <${near}>` : all,
      },
    ];
  }
  const allowed = [...known.needs, ...known.may];
  const unknown = [...attributes.keys()]
    .filter((key) => !allowed.includes(key))
    .map((key) => {
      const near = nearest(key, allowed);
      return {
        line,
        what: `<${name}> : « ${key} » n’existe pas ici.`,
        write: near ? `Écrire plutôt : ${near}="…"` : `Permis : ${allowed.join(', ') || 'rien'}`,
      };
    });
  const missing = known.needs
    .filter((key) => !attributes.has(key))
    .map((key) => ({
      line,
      what: `<${name}> : il manque « ${key} ».`,
      write: `Ajouter ${key}="…"`,
    }));
  return [...unknown, ...missing];
}

function unbalanced(tags: readonly Tag[]): readonly Trouble[] {
  const open: Tag[] = [];
  for (const tag of tags) {
    if (tag.alone) continue;
    if (!tag.closing) {
      open.push(tag);
      continue;
    }
    const last = open.pop();
    if (last?.name === tag.name) continue;
    return [
      {
        line: tag.line,
        what: last
          ? `</${tag.name}> ferme <${last.name}>, ouvert à la ligne ${String(last.line)}.`
          : `</${tag.name}> ne ferme rien.`,
        write: last ? `Écrire </${last.name}> ici, ou corriger l’autre.` : 'L’enlever.',
      },
    ];
  }
  return open.slice(-1).map(({ name, line }) => ({
    line,
    what: `<${name}> n’est pas fermé.`,
    write: `Ajouter </${name}>, ou finir par « /> ».`,
  }));
}

/** A « < » that opens no tag, a brace that means nothing. */
function strays(body: string, linesBefore: number): readonly Trouble[] {
  const text = plain(body).replace(tagPattern, blank);
  return text.split('\n').flatMap((words, index) => {
    const sign = /[{}]|<(?=\S)/u.exec(words)?.[0];
    if (sign === undefined) return [];
    return [
      {
        line: linesBefore + index + 1,
        what: `le signe « ${sign} » ne se lit pas ici.`,
        write:
          sign === '<'
            ? 'Vérifier la balise : guillemets droits fermés, « /> » ou « > » à la fin.'
            : 'Enlever l’accolade.',
      },
    ];
  });
}
