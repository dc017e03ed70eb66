/** The picture of a screen, for a page of the guide: a file with its hash, a size, and the same in words. */
import { createHash } from 'node:crypto';
import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { loadEdition } from '../lib/editions.ts';
import type { Edition } from '../simulator/core/edition.ts';
import type { World } from '../simulator/core/portal.ts';
import { ScreenView } from '../simulator/ui/screen.tsx';
import { sheetOf, type Sheet } from './blocks.ts';
import { drawingOf, type Drawing } from './draw.ts';
import { stillDesk } from './still-desk.ts';
import { standingOn, type Wanted } from './standing.ts';
import { shortWords } from './telling.ts';

export type Picture = Drawing & {
  /** « /assets/ecran-password.1a2b3c4d.svg »: the same drawing has the same name, in whichever academy. */
  readonly path: string;
  /** At most 300 characters. */
  readonly alt: string;
  readonly sheet: Sheet;
  /** Though it is documented, some of its labels are ours: the sheet says which. */
  readonly hasOwnWords: boolean;
  /** Anchor of the page on the map of the election. */
  readonly plan: string;
};

/** What a screen shows in a world. */
export function sheetIn(edition: Edition, world: World): Sheet {
  return sheetOf(render(h(ScreenView, { desk: stillDesk(edition, world) })));
}

/** The picture of what stands in a world. */
export function pictureIn(edition: Edition, world: World): Picture {
  const sheet = sheetIn(edition, world);
  const drawing = drawingOf(sheet);
  const hash = createHash('sha256').update(drawing.svg).digest('hex').slice(0, 8);
  return {
    ...drawing,
    sheet,
    hasOwnWords: (edition.screens[world.screen]?.ownWords.length ?? 0) > 0,
    path: `/assets/ecran-${world.screen}.${hash}.svg`,
    alt: shortWords(sheet),
    plan: `/elections/${edition.id}/plan/#${world.screen}`,
  };
}

const editions = new Map<string, Edition>();
const pictures = new Map<string, Picture | null>();

/** Drawn once in a build; `null` when no exercise of this academy shows such a screen. */
export function pictureOf(editionId: string, academy: string, wanted: Wanted): Picture | null {
  const editing = process.env['NODE_ENV'] === 'development';
  const key = [editionId, academy, wanted.screen, wanted.exercise].join(' ');
  const kept = pictures.get(key);
  if (kept !== undefined && !editing) return kept;
  const edition = (editing ? undefined : editions.get(editionId)) ?? loadEdition(editionId);
  editions.set(editionId, edition);
  const world = standingOn(edition, academy, wanted);
  const picture = world && pictureIn(edition, world);
  pictures.set(key, picture);
  return picture;
}
