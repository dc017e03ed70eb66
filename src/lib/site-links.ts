/** Links that content gives to pages of the site, and the situations that it names: each arrives. */
import { nearest, type Trouble } from '../schemas/explain.ts';
import { listFolder, locateFrontMatter, locateYaml, stop } from '../schemas/read.ts';
import { academies } from './content.ts';
import { currentAcademies, currentId, situations } from './current.ts';
import { editionIds } from './editions.ts';
import { editionGuides } from './guide-pages.ts';
import { newsPath } from './news.ts';
import { exercisePath, exerciseSlugs } from './exercise-library.ts';
import { helpedPath, helping } from './helping.ts';
import { textsOf } from './references.ts';
import { sheetPath, sheets } from './sheets.ts';
import { anchorsOf, hasBody } from './stuck.ts';
import { trainerPath } from './trainer.ts';
import { withoutNetworkPath } from './without-network.ts';

/** The pages that are files of src/pages, whatever content says; a test holds this list to that folder. */
export const fixedPages = [
  '/',
  '/a-propos/',
  '/accessibilite/',
  '/academies/',
  '/aider/',
  '/animer/',
  '/ca-bloque/',
  '/confidentialite/',
  '/elections/',
  '/est-ce-mon-election/',
  '/exercices/',
  '/glossaire/',
  '/hors-ligne/',
  '/memo/',
  '/mentions-legales/',
  '/mes-scrutins/',
  '/nouveautes/',
  '/partager/',
  '/pas-le-site-officiel/',
  '/recherche/',
  '/signaler/',
  '/simulateur/',
] as const;

/** What a sentence of content/etats may point at on its own page. */
const ownAnchors = ['#aide', '#choisir', '#etapes'];

/** Every page that will be built. */
function pages(): readonly string[] {
  return [
    ...fixedPages,
    '/animer/imprimer/',
    withoutNetworkPath,
    ...academies().map(({ id }) => `/academies/${id}/`),
    ...helping().helped.map(helpedPath),
    ...situations().map(({ slug }) => `/ca-bloque/${slug}/`),
    ...exerciseSlugs().map(exercisePath),
    ...editionGuides().map(({ id }) => `/elections/${id}/`),
    ...currentAcademies().flatMap(({ id }) => [
      `/elections/${currentId}/${id}/`,
      `/elections/${currentId}/${id}/simple/`,
      `/partager/${id}/`,
      ...sheets.map((sheet) => sheetPath(id, sheet)),
    ]),
    ...editionIds().flatMap((edition) =>
      listFolder(`content/tutoriels/${edition}`, '.mdx').map(
        ({ id }) => `/elections/${edition}/${id}/`,
      ),
    ),
  ];
}

/** Follows every `vers:` and `situation:` of the YAML files, and every link of the texts. Throws `ContentError`. */
export function checkLinks(): void {
  const known = pages();
  const anchors = new Map(
    situations().map((one) => [one.slug, anchorsOf(one, hasBody(one.slug))] as const),
  );
  const folders = ['etats', 'editions', 'exercices', 'recits', 'ecrans', 'glossaire', 'partager'];
  for (const path of [
    ...folders.flatMap((folder) => yamlIn(`content/${folder}`)),
    newsPath,
    trainerPath,
  ]) {
    const { value, line } = locateYaml(path);
    const troubles = [...textsOf(value)].flatMap(({ key, text, at }): readonly Trouble[] => {
      const found =
        key === 'vers'
          ? linkTrouble(text, known, anchors)
          : key === 'situation'
            ? situationTrouble(text, anchors)
            : null;
      return found ? [{ line: line(at), ...found }] : [];
    });
    if (troubles.length) stop(path, troubles);
  }
  for (const path of textFiles()) {
    const { body, linesBefore } = locateFrontMatter(path);
    const troubles = body.split('\n').flatMap((words, index) =>
      [...words.matchAll(/\]\((\/[^)\s]*)|href="(\/[^"]*)"/gu)].flatMap(([, one, other]) => {
        const found = linkTrouble(one ?? other ?? '', known, anchors);
        return found ? [{ line: linesBefore + index + 1, ...found }] : [];
      }),
    );
    if (troubles.length) stop(path, troubles);
  }
}

const yamlIn = (folder: string): readonly string[] => [
  ...listFolder(folder, '.yaml').map(({ path }) => path),
  ...(folder === 'content/ecrans' ? ['content/ecrans/_communs.yaml'] : []),
];

const textFiles = (): readonly string[] =>
  ['situations', 'etapes', ...editionIds().map((id) => `tutoriels/${id}`)].flatMap((folder) =>
    listFolder(`content/${folder}`, '.mdx').map(({ path }) => path),
  );

type Advice = Pick<Trouble, 'what' | 'write'>;
type Anchors = ReadonlyMap<string, readonly string[]>;

function linkTrouble(link: string, known: readonly string[], anchors: Anchors): Advice | null {
  if (link.startsWith('#'))
    return ownAnchors.includes(link) ? null : lost(`l’endroit « ${link} »`, link, ownAnchors);
  const [path = '', anchor] = link.replace('{academie}', academies()[0]?.id ?? '').split('#');
  if (!known.includes(path)) return lost(`la page « ${path} »`, path, known);
  const [, slug] = /^\/ca-bloque\/([^/]+)\/$/u.exec(path) ?? [];
  const places = slug === undefined ? undefined : anchors.get(slug);
  if (anchor === undefined || !places || places.includes(anchor)) return null;
  return lost(`l’endroit « #${anchor} » de ${path}`, anchor, places);
}

/** « code-perdu », or « code-perdu#maintenant ». */
function situationTrouble(said: string, anchors: Anchors): Advice | null {
  const [slug = '', anchor] = said.split('#');
  const places = anchors.get(slug);
  if (!places) return lost(`la situation « ${slug} »`, slug, [...anchors.keys()]);
  if (anchor === undefined || places.includes(anchor)) return null;
  return lost(`l’endroit « #${anchor} » de « ${slug} »`, anchor, places);
}

function lost(what: string, word: string, among: readonly string[]): Advice {
  const near = nearest(word, among);
  return {
    what: `${what} n’existe pas.`,
    write: near
      ? `Écrire plutôt : ${near}`
      : `Écrire l’un de ceux-ci : ${among.slice(0, 20).join(', ')}`,
  };
}
