/** The tutorials of past elections as files: front matter and tags, checked in French before a page is drawn. */
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { nearest, type Trouble } from '../schemas/explain.ts';
import { listFolder, locateFrontMatter, readFrontMatter, root, stop } from '../schemas/read.ts';
import { tutorialSchema } from '../schemas/tutorial.ts';
import { loadEdition } from './editions.ts';
import { bodyTroubles, importsOf, tagsOf, type Components, type Tag } from './mdx.ts';

/** The anchors that every tutorial has, in the order of the page (PRODUCT.md section 3). */
export const tutorialAnchors = ['messagerie', 'compte', 'code', 'vote', 'preuve'] as const;
export type TutorialAnchor = (typeof tutorialAnchors)[number];

/** « messagerie-3 » → `messagerie`; `null` for a step that is before the five parts. */
export function anchorOf(step: string): TutorialAnchor | null {
  return tutorialAnchors.find((anchor) => step.startsWith(`${anchor}-`)) ?? null;
}

/** Files stand where they say, and name documents that exist. Throws `ContentError`. */
export function checkTutorials(sources: readonly string[]): void {
  const base = join(root(), 'content/tutoriels');
  const editions = existsSync(base) ? readdirSync(base).sort() : [];
  for (const edition of editions) {
    // Reading an election takes longer than checking all of its tutorials.
    const names = namesIn(edition);
    for (const { id, path } of listFolder(join(base, edition), '.mdx'))
      checkTutorial(path, { edition, academy: id }, sources, names);
  }
}

/** One file: its folder is its edition, its name its academy, its documents are in the registry, its tags are known. */
export function checkTutorial(
  path: string,
  place: { readonly edition: string; readonly academy: string },
  sources: readonly string[],
  names: Names = namesIn(place.edition),
): void {
  const { data, body, linesBefore } = readFrontMatter(path, tutorialSchema);
  const { line } = locateFrontMatter(path).located;
  const troubles = [
    ...(data.edition === place.edition ? [] : [wrong('edition', data.edition, place.edition)]),
    ...(data.academy === place.academy ? [] : [wrong('academie', data.academy, place.academy)]),
    ...data.documents
      .filter((id) => !sources.includes(id))
      .map((id) => ({
        key: 'documents',
        what: `« ${id} » n’existe pas dans content/sources.yaml.`,
        write: `Ajouter « ${id} » dans content/sources.yaml, ou corriger.`,
      })),
  ];
  if (troubles.length)
    stop(
      path,
      troubles.map(({ key, what, write }) => ({ line: line([key]), what, write })),
    );
  const known: Known = { sources, ...names };
  const seen = new Set<string>();
  const imports = importsOf(body);
  checkBody({ path, body, linesBefore }, imports, known, seen);
  for (const [name, file] of imports) {
    const part = join(dirname(path), file);
    if (!existsSync(part))
      stop(path, [
        {
          line: linesBefore + body.slice(0, body.indexOf(file)).split('\n').length,
          what: `« ${file} » n’existe pas (balise <${name}>).`,
          write: 'Corriger le nom du fichier, ou enlever la ligne.',
        },
      ]);
    checkBody({ path: part, ...locateFrontMatter(part) }, new Map(), known, seen);
  }
}

/** What the tags of a tutorial may name in its election. */
type Names = {
  readonly exercises: readonly string[];
  /** What a step may show: ids of screens, and « mail. » with the name of each mail. */
  readonly screens: readonly string[];
};
type Known = Names & { readonly sources: readonly string[] };
/** A picture that a tutorial asks for. */
export type Asked = {
  readonly edition: string;
  readonly academy: string;
  readonly screen: string;
  readonly exercise: string | null;
};

/** Every picture that the tutorials ask for, files that they take in included; the tutorials were checked before. */
export function askedPictures(): readonly Asked[] {
  const base = join(root(), 'content/tutoriels');
  return readdirSync(base).flatMap((edition) =>
    listFolder(join(base, edition), '.mdx').flatMap(({ id: academy, path }) => {
      const { body } = locateFrontMatter(path);
      const parts = [...importsOf(body).values()].map(
        (file) => locateFrontMatter(join(dirname(path), file)).body,
      );
      return [body, ...parts].flatMap((text) =>
        tagsOf(text, 0).flatMap(({ attributes }) => {
          const screen = attributes.get('ecran') ?? null;
          const exercise = attributes.get('exercice') ?? null;
          return screen === null ? [] : [{ edition, academy, screen, exercise }];
        }),
      );
    }),
  );
}

type Text = { readonly path: string; readonly body: string; readonly linesBefore: number };

/** As src/pages/elections gives them to a tutorial. */
const components: Components = {
  Partie: { needs: ['id', 'titre'], may: [] },
  Etapes: { needs: [], may: [] },
  Etape: { needs: ['id', 'titre'], may: ['marque', 'exercice', 'ecran'] },
  Source: { needs: ['preuve', 'de'], may: ['pour'] },
  Epoque: { needs: ['alors', 'maintenant'], may: [] },
};

const partNames = ['avant', ...tutorialAnchors];

/** `seen`: the ids of parts and steps so far, over the file and those that it takes in. */
function checkBody(
  { path, body, linesBefore }: Text,
  imports: ReadonlyMap<string, string>,
  known: Known,
  seen: Set<string>,
): void {
  const allowed: Components = { ...components, ...partsOf([...imports.keys()]) };
  const shape = bodyTroubles(body, linesBefore, allowed);
  if (shape.length) stop(path, shape);
  let part = '';
  const meaning = tagsOf(body, linesBefore).flatMap((tag) => {
    if (tag.closing || !Object.hasOwn(components, tag.name)) return [];
    const bare = [...tag.attributes].find(([, value]) => value === null || value.trim() === '');
    if (bare) return [trouble(tag, `« ${bare[0]} » ne dit rien`, `Écrire ${bare[0]}="…"`)];
    if (tag.name === 'Partie') part = valueOf(tag, 'id');
    const found = tag.name === 'Source' ? sourceTroubles(tag, known) : [];
    return [...found, ...placeTroubles(tag, part, seen), ...choices(tag, known)];
  });
  if (meaning.length) stop(path, meaning);
}

/** The tags of files taken in: they are handed the components, `<Suite components={props.components} />`. */
function partsOf(names: readonly string[]): Components {
  return Object.fromEntries(
    names.map((name): [string, Components[string]] => [name, { needs: ['components'], may: [] }]),
  );
}

const valueOf = (tag: Tag, key: string): string => tag.attributes.get(key) ?? '';

const trouble = ({ name, line }: Tag, what: string, write: string): Trouble => ({
  line,
  what: `<${name}> : ${what}.`,
  write,
});

/** A word that must be one of these. */
function oneOf(tag: Tag, key: string, words: readonly string[]): readonly Trouble[] {
  const said = tag.attributes.get(key);
  if (said === undefined || said === null || words.includes(said)) return [];
  const near = nearest(said, words);
  const advice = `${near ? `Écrire plutôt : ${near}. ` : ''}Mots permis : ${words.join(', ')}`;
  return [trouble(tag, `« ${said} » n’est pas permis pour ${key}`, advice)];
}

function sourceTroubles(tag: Tag, { sources }: Known): readonly Trouble[] {
  const lost = valueOf(tag, 'de')
    .split(/\s+/u)
    .filter((id) => !sources.includes(id))
    .map((id) => {
      const near = nearest(id, sources);
      return trouble(
        tag,
        `« ${id} » n’existe pas dans content/sources.yaml`,
        near ? `Écrire plutôt : ${near}` : `Ajouter « ${id} » dans content/sources.yaml.`,
      );
    });
  return [...oneOf(tag, 'preuve', ['officiel', 'deux-sources', 'seul', 'deduit']), ...lost];
}

/** Ids of parts and steps: known, in their part, each once on the page. */
function placeTroubles(tag: Tag, part: string, seen: Set<string>): readonly Trouble[] {
  const id = tag.attributes.get('id') ?? null;
  if (id === null) return [];
  if (tag.name === 'Partie' && !partNames.includes(id)) return oneOf(tag, 'id', partNames);
  if (tag.name === 'Etape' && !/^[a-z]+-[1-9]\d*$/u.test(id))
    return [trouble(tag, `« ${id} » ne convient pas`, `Écrire ainsi : ${part || 'compte'}-2`)];
  if (tag.name === 'Etape' && !id.startsWith(`${part}-`))
    return [trouble(tag, `« ${id} » est dans la partie « ${part} »`, `Écrire ainsi : ${part}-2`)];
  if (seen.has(id)) return [trouble(tag, `« ${id} » sert deux fois`, 'En choisir un autre.')];
  seen.add(id);
  return [];
}

function choices(tag: Tag, { exercises, screens }: Known): readonly Trouble[] {
  if (tag.name !== 'Etape') return [];
  return [
    ...oneOf(tag, 'marque', ['reconstitue', 'non-trouve']),
    ...oneOf(tag, 'exercice', exercises),
    ...oneOf(tag, 'ecran', screens),
  ];
}

function namesIn(edition: string): Names {
  const { exercises, screens, mails } = loadEdition(edition);
  return {
    exercises: Object.keys(exercises),
    screens: [
      // A mail is told by which one it is.
      ...Object.keys(screens).filter((id) => id !== 'mail'),
      ...Object.keys(mails).map((mail) => `mail.${mail}`),
    ],
  };
}

const wrong = (key: string, said: string, place: string) => ({
  key,
  what: `${key} dit « ${said} », le fichier est rangé pour « ${place} ».`,
  write: `Écrire ${key}: ${place}, ou déplacer le fichier.`,
});
