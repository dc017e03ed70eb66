/** The sheets to print for one academy: a slip, a poster, large print. */
export const sheets = [
  {
    slug: 'papillon',
    name: 'Papillon',
    about: 'Deux papillons A5 sur une feuille A4, à couper.',
    paper: 'A4 landscape',
  },
  { slug: 'affiche', name: 'Affiche', about: 'Une affiche A4.', paper: 'A4 portrait' },
  {
    slug: 'grands-caracteres',
    name: 'Grands caractères',
    about: 'Deux pages A4, recto et verso, tout en 18 points au moins.',
    paper: 'A4 portrait',
  },
] as const;

export type Sheet = (typeof sheets)[number];

/** The page of one sheet. */
export const sheetPath = (academy: string, sheet: Sheet): string =>
  `/partager/${academy}/${sheet.slug}/`;
