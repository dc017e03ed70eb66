/** What pages and tools read of `content/`: academies, sources, alerts. */
import {
  academyDefaultsSchema,
  academySchema,
  type Academy,
  type Contact,
  type Seen,
} from '../schemas/academy.ts';
import { alertSchema, type Alert } from '../schemas/alert.ts';
import type { Strength } from '../schemas/fact.ts';
import { ContentError, readFolder, readYaml } from '../schemas/read.ts';
import { sourcesSchema, type Source } from '../schemas/source.ts';
import { fullDay, shortDay } from './dates.ts';
import { once } from './once.ts';

export type { Academy, Contact, Seen, Statement } from '../schemas/academy.ts';
export type { Alert } from '../schemas/alert.ts';
export type { Source } from '../schemas/source.ts';
export type { Strength } from '../schemas/fact.ts';

/** Every academy, vice-rectorat and service, historic ones included, sorted by French short name. */
export const academies = once((): readonly Academy[] => {
  const defaults = readYaml('content/academies/_defaut.yaml', academyDefaultsSchema);
  const byName = new Intl.Collator('fr');
  return readFolder('content/academies', (id) => academySchema(id, defaults))
    .map(({ data }) => data)
    .sort((a, b) => byName.compare(a.short, b.short));
});

/** The registry of sources, in the order of the file. */
export const sources = once((): readonly Source[] =>
  readYaml('content/sources.yaml', sourcesSchema),
);

/** Every alert, expired ones included: the page decides with its own clock. */
export const alerts = once((): readonly Alert[] =>
  readFolder('content/alertes', alertSchema).map(({ data }) => data),
);

/** One academy, or a French sentence that stops the build. */
export function requireAcademy(id: string): Academy {
  return required(academies(), id, 'content/academies');
}

/** One source, or a French sentence that stops the build. */
export function requireSource(id: string): Source {
  return required(sources(), id, 'content/sources.yaml');
}

/** The academies that exist on a calendar day « AAAA-MM-JJ ». */
export function academiesAt(day: string): readonly Academy[] {
  return academies().filter((academy) => existsAt(academy, day));
}

/** The day is inside the academy's life, ends included. */
export function existsAt(academy: Academy, day: string): boolean {
  const { from, until } = academy.exists;
  return (from === null || from <= day) && (until === null || day <= until);
}

/** The address to link to on a current page, `null` when it may only be shown as text. */
export function linkOf(contact: Contact): string | null {
  return contact.mayLink && contact.address !== null ? `https://${contact.address}` : null;
}

/** The `mailto:` of a contact on a current page, `null` when it may only be shown as text. */
export function mailtoOf(contact: Contact): string | null {
  return contact.mayLink && contact.email !== null ? `mailto:${contact.email}` : null;
}

/** The strength in plain words (PRODUCT.md 2.4). */
export function strengthWords(strength: Strength): string {
  return {
    official: 'source officielle',
    'two-sources': 'deux sources',
    single: 'une seule source',
    inferred: 'déduit',
    reconstructed: 'reconstitué pour l’exercice',
  }[strength];
}

/** A source as it is named under a fact: its title and who published it, once when the title says it already. */
export function sourceWords({ title, publisher }: Pick<Source, 'title' | 'publisher'>): string {
  return title.includes(publisher) ? title : `${title}, ${publisher}`;
}

const titlesOfSeveral = once((): ReadonlySet<string> => {
  const titles = sources().map(({ title }) => title);
  return new Set(titles.filter((title, index) => titles.indexOf(title) !== index));
});

/** A source named in few words: its title, and its publisher only where another source bears that title. */
export function shortSourceWords(source: Source): string {
  return titlesOfSeveral().has(source.title) ? sourceWords(source) : source.title;
}

/** When it was seen to be so: « vu en octobre 2018 », « vu entre 2018 et 2024 », « source sans date ». */
export function seenWords(seen: Seen): string {
  if (seen === null) return 'source sans date';
  const { from, to } = seen;
  if (from !== to) return `vu entre ${momentWords(from)} et ${momentWords(to)}`;
  return `${from.length === 10 ? 'vu le' : 'vu en'} ${momentWords(from)}`;
}

/**
 * When we read these sources (ids), the latest of them: « relevé le 22 nov. 2026 », or « lu au plus tard le … » where
 * the very day was not noted.
 */
export function readWords(ids: readonly string[]): string {
  const [first, ...rest] = ids.map(requireSource);
  if (!first) throw new Error('A fact without a source has no day of its own.');
  const last = rest.reduce((a, b) => (b.readOn > a.readOn ? b : a), first);
  return `${last.readLatest ? 'lu au plus tard' : 'relevé'} le ${shortDay(last.readOn)}`;
}

function momentWords(moment: string): string {
  if (moment.length === 4) return moment;
  if (moment.length === 10) return fullDay(moment);
  return fullDay(`${moment}-01`).replace(/^1ᵉʳ /u, '');
}

function required<T extends { readonly id: string }>(
  among: readonly T[],
  id: string,
  place: string,
): T {
  const found = among.find((entry) => entry.id === id);
  if (!found) throw new ContentError(`« ${id} » n’existe pas dans ${place}.`);
  return found;
}
