/** Links into the simulator from guide pages: short codes from content/codes.yaml, and nothing else. */
import { ContentError } from '../schemas/read.ts';
import { loadCodes } from './editions.ts';
import type { TutorialAnchor } from './tutorials.ts';

// As src/simulator/links.ts reads them; a test holds the two together.
const format = '1';
const stepCodes: Readonly<Record<TutorialAnchor, string>> = {
  messagerie: 'm',
  compte: 'c',
  code: 'k',
  vote: 'v',
  preuve: 'p',
};

/** The person of a tutorial's exercise: always the same, so that two readers can talk about it. */
export const tutorialProfile = 'certifie';
export const tutorialSeed = 'TUTEUR';

export type Practice = {
  readonly edition: string;
  readonly academy: string;
  /** `null` starts at the beginning. */
  readonly step: TutorialAnchor | null;
  /** Id of content/exercices; the whole path unless said. */
  readonly exercise?: string | undefined;
  /** Id of a profile of that edition; the tutorials' own unless said. */
  readonly profile?: string | undefined;
  /** Id of a screen to stand on at once, instead of a step. */
  readonly screen?: string | undefined;
};

type Codes = ReturnType<typeof loadCodes>;
let kept: Codes | null = null;

/** The tables, read once in a build and each time while somebody edits: a tutorial has some twenty links. */
function tables(): Codes {
  if (kept && process.env['NODE_ENV'] !== 'development') return kept;
  kept = loadCodes();
  return kept;
}

/** « /simulateur/#1.e4.gr.… ». Throws `ContentError` when a table has no code for one of the ids. */
export function practicePath(practice: Practice): string {
  const codes = tables();
  const code = (table: Readonly<Record<string, string>>, id: string): string => {
    const found = table[id];
    if (found === undefined)
      throw new ContentError(`content/codes.yaml : ajouter un code de deux signes pour « ${id} ».`);
    return found;
  };
  const parts = [
    format,
    code(codes.editions, practice.edition),
    code(codes.academies, practice.academy),
    code(codes.profiles, practice.profile ?? tutorialProfile),
    code(codes.exercises, practice.exercise ?? 'parcours-complet'),
    tutorialSeed,
    ...(practice.screen === undefined
      ? practice.step === null
        ? []
        : [stepCodes[practice.step]]
      : [code(codes.screens, practice.screen)]),
  ];
  return `/simulateur/#${parts.join('.')}`;
}
