/** content/accessibilite.yaml: each criterion of WCAG and of RGAA, how it was checked, the result, what remains. */
import { z } from 'astro/zod';
import { distinct } from './distinct.ts';
import { calendarDay, id, text } from './fact.ts';

/** A test of the repository, or what somebody looked at, and when. */
export type AccessCheck = { readonly name: string } & (
  | { readonly by: 'test'; readonly file: string; readonly title: string }
  | { readonly by: 'hand'; readonly day: string; readonly looked: string }
);

export const accessResults = ['held', 'partly', 'void'] as const;
export type AccessResult = (typeof accessResults)[number];

export type AccessRow = {
  readonly criterion: string;
  readonly name: string;
  /** Ids of checks; never empty. */
  readonly checks: readonly string[];
  readonly result: AccessResult;
  /** What remains, or why nothing does; `null` when there is nothing to say. */
  readonly remains: string | null;
};

export type WcagRow = AccessRow & { readonly level: 'A' | 'AA' };
/** `wcag`: the criteria that this one tests. */
export type RgaaRow = AccessRow & { readonly wcag: readonly string[] };

export type AccessTable = {
  /** The day on which every line was read again. */
  readonly readOn: string;
  readonly checks: Readonly<Record<string, AccessCheck>>;
  readonly wcag: readonly WcagRow[];
  readonly rgaa: readonly { readonly theme: string; readonly rows: readonly RgaaRow[] }[];
};

const resultOfWord = {
  tenu: 'held',
  partiel: 'partly',
  'sans-objet': 'void',
} as const satisfies Record<string, AccessResult>;

const check = z.union(
  [
    z
      .strictObject({
        nom: text(80),
        essai: z.string().regex(/^[a-z0-9/-]+\.(?:spec|test)\.ts$/u),
        titre: text(120),
      })
      .transform(({ nom, essai, titre }): AccessCheck => ({
        ...{ by: 'test', name: nom, file: essai, title: titre },
      })),
    z
      .strictObject({ nom: text(80), vu_le: calendarDay(), regarde: text(400) })
      .transform(({ nom, vu_le, regarde }): AccessCheck => ({
        ...{ by: 'hand', name: nom, day: vu_le, looked: regarde },
      })),
  ],
  { error: 'Écrire « nom, essai, titre » pour un essai, ou « nom, vu_le, regarde » à la main' },
);

const common = {
  nom: text(60),
  par: z.array(id()).min(1, 'Nommer au moins un contrôle'),
  resultat: z
    .enum(['tenu', 'partiel', 'sans-objet'])
    .transform((word): AccessResult => resultOfWord[word]),
  reste: text(200).nullable().default(null),
};

type Common = {
  readonly critere: string;
  readonly nom: string;
  readonly par: readonly string[];
  readonly resultat: AccessResult;
  readonly reste: string | null;
};

const inEnglish = ({ critere, nom, par, resultat, reste }: Common): AccessRow => ({
  criterion: critere,
  name: nom,
  checks: par,
  result: resultat,
  remains: reste,
});

/** What is only partly held says what remains. */
const says = ({ resultat, reste }: Common) => resultat !== 'partly' || reste !== null;
const sayMore = { message: 'Dire sous « reste » ce qui manque', path: ['reste'] };

const wcagNumber = () => z.string().regex(/^[1-4]\.\d\.\d{1,2}$/u);

const wcagRow = z
  .strictObject({ critere: wcagNumber(), niveau: z.enum(['A', 'AA']), ...common })
  .refine(says, sayMore)
  .transform((fr): WcagRow => ({ ...inEnglish(fr), level: fr.niveau }));

const rgaaRow = z
  .strictObject({
    critere: z.string().regex(/^\d{1,2}\.\d{1,2}$/u),
    wcag: z.array(wcagNumber()).min(1),
    ...common,
  })
  .refine(says, sayMore)
  .transform((fr): RgaaRow => ({ ...inEnglish(fr), wcag: fr.wcag }));

const once = distinct(({ criterion }: AccessRow) => criterion, 'critere', 'une ligne par critère');

/** The whole file. Refuses a check that does not exist, one that nobody uses, and a criterion twice. */
export const accessTableSchema = z
  .strictObject({
    relu_le: calendarDay(),
    controles: z.record(id(), check),
    wcag: z.array(wcagRow).min(1).superRefine(once),
    rgaa: z
      .array(
        z
          .strictObject({ theme: text(40), criteres: z.array(rgaaRow).min(1).superRefine(once) })
          .transform(({ theme, criteres }) => ({ theme, rows: criteres })),
      )
      .min(1),
  })
  .superRefine((fr, context) => {
    const used = new Set(
      [...fr.wcag, ...fr.rgaa.flatMap(({ rows }) => rows)].flatMap((row) => row.checks),
    );
    const known = new Set(Object.keys(fr.controles));
    const refuse = (message: string) => {
      context.addIssue({ code: 'custom', path: ['controles'], message });
    };
    for (const one of used) if (!known.has(one)) refuse(`« ${one} » n’est pas sous « controles »`);
    for (const one of known) if (!used.has(one)) refuse(`« ${one} » ne sert à aucun critère`);
  })
  .transform((fr): AccessTable => ({
    readOn: fr.relu_le,
    checks: fr.controles,
    wcag: fr.wcag,
    rgaa: fr.rgaa,
  }));
