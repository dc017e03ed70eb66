/** The real file of the coming election, with some lines filled in: each value alone. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { currentEditionSchema, type CurrentEdition } from '../../../src/schemas/current-edition.ts';
import { flatten } from '../../../src/schemas/explain.ts';
import { parisInstant } from '../../../src/lib/dates.ts';
import { withDates } from '../../../src/lib/holes.ts';

const schema = currentEditionSchema('men-2026');

function raw(): Record<string, unknown> {
  const value: unknown = parse(readFileSync('content/editions/men-2026.yaml', 'utf8'));
  if (typeof value !== 'object' || value === null) throw new Error('not a map');
  return { ...value };
}

/** An edition whose sentences have their dates, as the site reads it. */
export function withDatesIn(value: unknown): CurrentEdition {
  const prepare = withDates(schema.parse(value));
  return schema.parse(prepare('test', { value, line: () => 0 }).value);
}

/** The edition, with these lines instead of its own. */
export function filledIn(lines: Readonly<Record<string, unknown>> = {}): CurrentEdition {
  return withDatesIn({ ...empty, ...lines });
}

/** The messages of a refusal; empty when it is accepted. */
export function refusalsOf(lines: Readonly<Record<string, unknown>>): readonly string[] {
  const result = schema.safeParse({ ...empty, ...lines });
  return result.success ? [] : flatten(result.error.issues).map((issue) => issue.message);
}

const nothing = [
  'ouverture',
  'cloture',
  'adresse_du_portail',
  'aide',
  'prolonge_au',
  'etapes',
  'lettre',
  'nouveau_code',
  'scrutins',
];
const empty = { ...raw(), ...Object.fromEntries(nothing.map((key) => [key, 'inconnu'])) };

/** A value of level 1, read by two people on an official page. */
export const readByTwo = (valeur: string) => ({
  valeur,
  lu_sur: 'www.education.gouv.fr/page',
  lu_le: '2026-11-30',
  relecteurs: ['AB', 'CD'],
});

/** « 2026-12-03 09:00 » on a Paris clock, in UTC seconds. */
export const paris = (wall: string) => parisInstant(wall.slice(0, 10), wall.slice(11));
