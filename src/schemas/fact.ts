/**
 * The building blocks of every schema: a fact with its source and strength, a Paris date, a day, an id.
 * French on the way in, English on the way out.
 */
import { z } from 'astro/zod';

/** How strong a fact is, strongest first (PRODUCT.md 2.4; `reconstructed` only in exercises). */
export const strengths = [
  'official',
  'two-sources',
  'single',
  'inferred',
  'reconstructed',
] as const;
export type Strength = (typeof strengths)[number];

const strengthOfWord = {
  officiel: 'official',
  'deux-sources': 'two-sources',
  seul: 'single',
  deduit: 'inferred',
  reconstitue: 'reconstructed',
} as const satisfies Record<string, Strength>;

/** A value, where it comes from and how sure it is. `derivedFrom` is empty unless reconstructed or inferred. */
export type Fact<T> = {
  readonly value: T;
  readonly strength: Strength;
  /** Id in content/sources.yaml; `null` only for a reconstructed value. */
  readonly source: string | null;
  readonly derivedFrom: readonly string[];
  /** Calendar day « AAAA-MM-JJ » on which somebody read it, `null` if not noted. */
  readonly checkedOn: string | null;
};

/** Ids and file names: lower-case ASCII, hyphens, never a bare number. */
export const idPattern = /^(?!\d+$)[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** What to write where an id is not one. */
export const idMessage =
  'Écrire un nom court en minuscules sans accent, avec des tirets, jamais un nombre seul (exemple : men-2018)';

/** An id such as `men-2018` or `sgen-2018`. Refuses capitals, accents, spaces and bare numbers. */
export const id = () => z.string().regex(idPattern, idMessage);

/** `preuve:` one of the five French words. */
export const strength = () =>
  z
    .enum(['officiel', 'deux-sources', 'seul', 'deduit', 'reconstitue'])
    .transform((word): Strength => strengthOfWord[word]);

/** A text that says something: trimmed, never empty. */
export const text = (max = 2000) =>
  z
    .string()
    .trim()
    .min(1, 'Écrire un texte, ou enlever la ligne')
    .max(max, `Raccourcir : ${String(max)} caractères au plus`);

/** True for a day that exists in the calendar: 2018-02-30 does not. */
export function isRealDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

const dayMessage = 'Écrire le jour ainsi : 2018-11-29 (année-mois-jour)';

/** A calendar day « AAAA-MM-JJ » that exists, kept as text (no hour, no zone). */
export const calendarDay = () =>
  z
    .string(dayMessage)
    .regex(/^\d{4}-\d{2}-\d{2}$/, { error: dayMessage, abort: true })
    .refine(dayExists, `Ce jour n’existe pas dans le calendrier. ${dayMessage}`);

function dayExists(day: string): boolean {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return isRealDay(year, month, date);
}

const parisMessage = 'Écrire la date ainsi : 2018-11-29 10:00 (heure de Paris)';
const parisPattern = /^(\d{4})-(\d{2})-(\d{2})[ T](\d{2}):(\d{2})$/;

/**
 * « AAAA-MM-JJ HH:MM » read on a Paris clock → whole UTC seconds.
 * Refuses days that do not exist, and the hour that the clock skips in March.
 * In October the hour that comes twice is the first one (summer time).
 */
export const parisDate = () =>
  z.string(parisMessage).transform((wall, context): number => {
    const seconds = parisSeconds(wall);
    if (typeof seconds === 'number') return seconds;
    context.addIssue({ code: 'custom', message: seconds.trouble });
    return z.NEVER;
  });

/** The rule behind `parisDate`, for tests and tools. */
export function parisSeconds(wall: string): number | { readonly trouble: string } {
  const parts = parisPattern.exec(wall);
  if (!parts) return { trouble: parisMessage };
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = parts.slice(1).map(Number);
  if (!isRealDay(year, month, day) || hour > 23 || minute > 59)
    return { trouble: `Cette date n’existe pas. ${parisMessage}` };
  const asUtc = Date.UTC(year, month - 1, day, hour, minute) / 1000;
  // Summer time first: of the two answers of the October night it is the earlier one.
  for (const offset of [7200, 3600]) {
    if (parisOffset(asUtc - offset) === offset) return asUtc - offset;
  }
  return {
    trouble:
      'Cette heure n’existe pas à Paris : la nuit du passage à l’heure d’été saute de 2 h à 3 h',
  };
}

/** Seconds that the Paris clock is ahead of UTC at this UTC second. */
function parisOffset(utcSeconds: number): number {
  const shown = parisClock.format(new Date(utcSeconds * 1000));
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = (shown.match(/\d+/g) ?? []).map(
    Number,
  );
  return Date.UTC(year, month - 1, day, hour, minute) / 1000 - Math.floor(utcSeconds / 60) * 60;
}

const parisClock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Paris',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** The keys that say where a fact comes from, to be spread into a `z.strictObject`. */
export const proofKeys = () => ({
  /** officiel, deux-sources, seul, deduit, reconstitue */
  preuve: strength(),
  /** un nom de content/sources.yaml ; obligatoire, sauf si c'est reconstitué */
  source: id().optional(),
  /** ce dont on l'a déduit : sources ou clés de ce fichier ; obligatoire si c'est reconstitué */
  d_apres: z.array(z.string().min(1)).optional(),
  /** le jour où quelqu'un l'a relu */
  releve_le: calendarDay().optional(),
});

type Proof = {
  readonly preuve: Strength;
  readonly source?: string | undefined;
  readonly d_apres?: readonly string[] | undefined;
};

/** A reconstructed value says what it was deduced from; any other one names its source. */
export function checkProof(proof: Proof, context: z.RefinementCtx): void {
  if (proof.preuve === 'reconstructed') {
    if (!proof.d_apres?.length)
      context.addIssue({
        code: 'custom',
        path: ['d_apres'],
        message: 'Ajouter d_apres: [ … ] : ce dont cette valeur est déduite',
      });
  } else if (!proof.source)
    context.addIssue({
      code: 'custom',
      path: ['source'],
      message: 'Ajouter une ligne « source: » avec un nom de content/sources.yaml',
    });
}

/** What a page of the guide says without an exercise: never reconstructed, and only a deduction may go without source. */
export function checkStatedProof(proof: Proof, context: z.RefinementCtx): void {
  if (proof.preuve === 'reconstructed')
    context.addIssue({
      code: 'custom',
      path: ['preuve'],
      message: 'Une page du guide ne dit rien de reconstitué : écrire un fait sourcé, ou deduit',
    });
  else if (proof.preuve !== 'inferred') checkProof(proof, context);
}

/** `{ valeur, preuve, source, d_apres?, releve_le? }` → `Fact`. */
export const fact = <S extends z.ZodType>(value: S) =>
  z
    .strictObject({ valeur: value, ...proofKeys() })
    .superRefine((fr, context) => {
      // A generic spread hides the other keys from the compiler: they are read by name.
      checkProof(proofShape.parse(fr), context);
    })
    .transform((fr): Fact<z.output<S>> => {
      const proof = proofShape.parse(fr);
      if (!holds<z.output<S>>(fr)) return z.NEVER;
      return {
        value: fr.valeur,
        strength: proof.preuve,
        source: proof.source ?? null,
        derivedFrom: proof.d_apres ?? [],
        checkedOn: proof.releve_le ?? null,
      };
    });

/** Tells the compiler what strictObject has just checked: TypeScript cannot read through a generic shape. */
function holds<T>(checked: object): checked is { readonly valeur: T } {
  return 'valeur' in checked;
}

const proofShape = z.object({
  preuve: z.enum(strengths),
  source: z.string().optional(),
  d_apres: z.array(z.string()).optional(),
  releve_le: z.string().optional(),
});

/** « inconnu » (nobody knows) → `null`; anything else as the schema says. Never leave a hole: say it. */
export const orUnknown = <S extends z.ZodType>(schema: S) =>
  z.union([z.literal('inconnu').transform(() => null), schema]);
