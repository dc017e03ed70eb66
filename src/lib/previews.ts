/**
 * The pictures that a chat shows beside a link: what each says, and where it stands. They are drawn after the pages
 * (src/tools/previews.ts). Their name holds what they say, so that a chat never shows yesterday's date under today's link.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { root } from '../schemas/read.ts';
import type { Academy } from './content.ts';
import {
  byOne,
  currentAcademies,
  currentEdition,
  isToConfirm,
  situations,
  votingDays,
} from './current.ts';
import { typeset } from './typography.ts';

/** Pixels: what chats and networks expect of a large preview. */
export const previewSize = { width: 1200, height: 630 } as const;

/** Everything that is written on one picture, typeset. */
export type PreviewWords = {
  readonly kicker: string;
  readonly title: string;
  readonly when: string;
  readonly promise: string;
  readonly motto: string;
};

export type Preview = {
  readonly words: PreviewWords;
  /** Said instead of the picture. */
  readonly alt: string;
  /** From the root of the site. Outside /assets/: no page shows it, and the worker keeps none. */
  readonly path: string;
};

/** The picture of a page: its situation's, else its academy's, else the general one. */
export function previewOf(page: string, academy: Academy | undefined): Preview {
  const slug = /^\/ca-bloque\/([^/]+)\/$/u.exec(page)?.[1];
  const situation = situations().find((one) => one.slug === slug);
  if (situation) return preview(situation.slug, 'Ça bloque ?', situation.title, null);
  const here = currentAcademies().find(({ id }) => id === academy?.id);
  return here ? preview(here.id, general.kicker, here.name, here) : generalPreview();
}

/** Every picture to draw, each once. */
export function previews(): readonly Preview[] {
  return [
    generalPreview(),
    ...currentAcademies().map((academy) => previewOf('/', academy)),
    ...situations().map(({ slug }) => previewOf(`/ca-bloque/${slug}/`, undefined)),
  ];
}

/** The whole address, as chats ask for; from the root of the site while nobody wrote in content/editeur.yaml where it is. */
export function wholeAddress(path: string, site: string | null): string {
  return site === null ? path : `https://${site}${path}`;
}

const general = {
  kicker: 'Élections professionnelles de l’Éducation nationale',
  title: 'Préparer son vote, retrouver ce qui manque, savoir à qui demander',
} as const;

const generalPreview = (): Preview => preview('isoloir', general.kicker, general.title, null);

function preview(slug: string, kicker: string, title: string, academy: Academy | null): Preview {
  const edition = currentEdition();
  const unsure = academy && isToConfirm(academy) ? ', à confirmer' : '';
  const words: PreviewWords = {
    kicker: typeset(kicker),
    title: typeset(title),
    when: typeset(
      `Vote ${votingDays(edition)}${unsure}${edition.extendedTo ? byOne(edition, edition.extendedTo) : ''}`,
    ),
    promise: academy
      ? 'Les dates, trois gestes pour aujourd’hui, à qui demander.'
      : 'Les gestes du jour, un message prêt, à qui demander.',
    motto: 'Isoloir, pour s’entraîner. On ne vote pas ici.',
  };
  return {
    words,
    alt: `${words.title}${/[.?!]$/u.test(words.title) ? '' : '.'} ${words.when}. ${words.motto}`,
    path: `/apercus/${slug}.${printOf(words)}.png`,
  };
}

/** What changes a picture: its words, the way of drawing it, and who draws. */
function printOf(words: PreviewWords): string {
  return createHash('sha256')
    .update(JSON.stringify([words, drawing()]))
    .digest('hex')
    .slice(0, 12);
}

const packages = z.object({ dependencies: z.record(z.string(), z.string()) });

let kept: readonly string[] | null = null;

function drawing(): readonly string[] {
  if (kept) return kept;
  const { dependencies } = packages.parse(
    JSON.parse(readFileSync(join(root(), 'package.json'), 'utf8')),
  );
  kept = [
    ...['preview-drawing.ts', 'preview-paint.mjs'].map((file) =>
      readFileSync(join(root(), 'src/tools', file), 'utf8'),
    ),
    ...['satori', 'sharp', '@fontsource/atkinson-hyperlegible'].map((name) => {
      const version = dependencies[name];
      if (version === undefined) throw new Error(`package.json names no version of ${name}`);
      return `${name} ${version}`;
    }),
  ];
  return kept;
}
