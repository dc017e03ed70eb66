/** How building grows with the number of pages: the project's own tutorial page, over and over, with 12, 120 and 1,200 of them. */
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../run.ts';
import type { Figure } from './figure.ts';
import { astroBuild, buildAlone, type Taken } from './one-build.ts';
import { weighPage, type PageWeight } from './page-weight.ts';

const sizes = [12, 120, 1200] as const;
const page = 'src/pages/elections/[edition]/[academie].astro';
/** Without the part that others share, it has some 700 words: what the other generators were measured with. */
const model = 'content/tutoriels/men-2014/paris.mdx';

/** Seconds and bytes of one build, and what its first page weighs. */
export interface Grown extends Taken {
  readonly pages: number;
  readonly weight: PageWeight;
}

/** The figures of PRODUCT.md section 7 about a site that grows. Needs no browser and no network. */
export async function growthFigures(): Promise<readonly Figure[]> {
  const grown: Grown[] = [];
  for (const pages of sizes) grown.push(await grow(pages));
  const [few, , many] = grown;
  if (!few || !many) return [];
  const perPage = ((many.seconds - few.seconds) * 1000) / (many.pages - few.pages);
  return [
    ...grown.map(({ pages, seconds }): Figure => ({
      name: `${pages.toLocaleString('fr-FR')} tutoriels de 700 mots, construction`,
      value: seconds,
      unit: 's',
      budget: pages === many.pages ? { most: 12 } : null,
    })),
    { name: 'une page de plus', value: perPage, unit: 'ms', budget: { most: 6 } },
    {
      name: 'mémoire pour 1 200 pages, au plus haut',
      value: many.peakBytes,
      unit: 'o',
      budget: { most: 1_200_000_000 },
    },
    {
      name: 'poids d’une page, de 12 à 1 200 pages',
      value: many.weight.brotli / few.weight.brotli,
      unit: '×',
      budget: { most: 1.02 },
    },
  ];
}

/** A copy of the project with that page alone, and so many tutorials to draw with it. */
export async function grow(pages: number): Promise<Grown> {
  const project = mkdtempSync(join(tmpdir(), 'isoloir-croissance-'));
  try {
    for (const part of [
      'src',
      'public',
      'content',
      'package.json',
      'package-lock.json',
      'astro.config.mjs',
      'tsconfig.json',
    ])
      cpSync(join(root, part), join(project, part), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'));
    keepOnePage(project);
    fill(project, pages);
    const taken = await buildAlone(project, astroBuild);
    const weight = weighPage(join(project, 'dist'), 'elections/men-2014/paris/essai-1/index.html');
    return { ...taken, pages, weight };
  } finally {
    rmSync(project, { recursive: true, force: true });
  }
}

/** The page of one academy becomes one more level deep, so that as many as wanted stand under a real one. */
function keepOnePage(project: string): void {
  const source = readFileSync(join(root, page), 'utf8');
  const byAcademy = 'academie: entry.data.academy';
  if (!source.includes(byAcademy)) throw new Error(`${page} names its pages another way`);
  const deeper = source
    .replace(byAcademy, `${byAcademy}, essai: entry.id.split('/').at(-1)`)
    .replaceAll('../../../', '../../../../');
  rmSync(join(project, 'src/pages'), { recursive: true });
  const folder = join(project, 'src/pages/elections/[edition]/[academie]');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, '[essai].astro'), deeper);
}

function fill(project: string, pages: number): void {
  const folder = join(project, 'content/tutoriels');
  for (const edition of readdirSync(folder))
    for (const file of readdirSync(join(folder, edition)))
      if (!file.startsWith('_')) rmSync(join(folder, edition, file));
  const text = tutorialText();
  for (let n = 1; n <= pages; n += 1)
    writeFileSync(join(folder, 'men-2014', `essai-${String(n)}.mdx`), text);
}

/** The tutorial that stands for all, as it is written. */
export const tutorialText = (): string =>
  readFileSync(join(root, model), 'utf8').replace(/^import .*$|^<Suite.*$/gmu, '');
