/** The addresses that people type or remember, and the page to which each leads: /38/, /grenoble/, /isere/, /2022/. */
import { addressesSchema } from '../schemas/addresses.ts';
import { locateYaml, readYaml, stop } from '../schemas/read.ts';
import type { Academy } from './content.ts';
import { currentAcademies, currentId } from './current.ts';
import { slugOf } from './slug.ts';
import { towns } from './towns.ts';

export const addressesPath = 'content/adresses.yaml';

/** A word that several academies answer to: Vienne is a department and a town. */
export type SharedName = {
  readonly slug: string;
  /** As it is written: « Saint-Denis ». */
  readonly name: string;
  readonly academies: readonly Academy[];
};

export type ShortAddresses = {
  /** « /38/ » → « /elections/men-2026/grenoble/ »: plain ASCII paths, a slash at both ends. */
  readonly leads: ReadonlyMap<string, string>;
  readonly shared: readonly SharedName[];
};

/**
 * Every short address of the current election, and the former ones of content/adresses.yaml.
 * An academy's own name is never another's town. Throws `ContentError` when that file names an academy that does not
 * vote, or gives an academy's address to another page.
 */
export function shortAddresses(): ShortAddresses {
  const { otherNames, former } = readYaml(addressesPath, addressesSchema);
  const all = currentAcademies();
  const own = new Set(all.map(({ id }) => id));
  refuse(Object.keys(otherNames).filter((id) => !own.has(id)));

  const named = new Map<string, { readonly name: string; readonly academies: Set<Academy> }>();
  for (const academy of all)
    for (const name of [
      academy.short,
      ...academy.departments.flatMap((department) => [department.code, department.name]),
      ...(towns()[academy.id] ?? []),
      ...(otherNames[academy.id] ?? []),
    ]) {
      const slug = slugOf(name);
      if (own.has(slug) && slug !== academy.id) continue;
      const known = named.get(slug) ?? { name, academies: new Set() };
      named.set(slug, { ...known, academies: known.academies.add(academy) });
    }

  const leads = new Map(Object.entries(former));
  const shared: SharedName[] = [];
  for (const [slug, { name, academies }] of named) {
    const [only, ...others] = [...academies];
    if (only && others.length === 0) leads.set(`/${slug}/`, nowPath(only));
    else shared.push({ slug, name, academies: [...academies] });
  }
  for (const { id } of all) leads.set(`/${id}/`, `/elections/${currentId}/${id}/`);
  return { leads, shared };
}

const nowPath = ({ id }: Academy): string => `/elections/${currentId}/${id}/`;

function refuse(strangers: readonly string[]): void {
  if (strangers.length === 0) return;
  const { line } = locateYaml(addressesPath);
  stop(
    addressesPath,
    strangers.map((id) => ({
      line: line(['autres_noms', id]),
      what: `« ${id} » n’est pas une académie de l’élection qui vient.`,
      write: 'Écrire le nom de son fichier dans content/academies (exemple : la-reunion)',
    })),
  );
}
