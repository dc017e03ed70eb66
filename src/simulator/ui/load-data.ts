// The one door through which an election's data reaches the simulator.
import type { Edition } from '../core/edition.ts';
import { carried } from './carried.ts';

const loaded = new Map<string, Promise<Edition>>();

/**
 * An election's data: what the single file carries, else fetched; once.
 * @param base where the site stands, with its trailing slash
 * @throws when the file cannot be had; the next call tries again
 */
export function loadData(base: string, edition: string): Promise<Edition> {
  const known = loaded.get(edition);
  if (known) return known;
  const wanted = fetchData(base, edition);
  loaded.set(edition, wanted);
  wanted.catch(() => loaded.delete(edition));
  return wanted;
}

async function fetchData(base: string, edition: string): Promise<Edition> {
  const [shared, own, common, started] = await Promise.all([
    readJson(base, 'data/communs.json'),
    readJson(base, `data/${edition}.json`),
    readJson(base, 'data/exercices/communs.json'),
    readJson(base, `data/exercices/${edition}.json`),
  ]);
  const data = joined(shared, own);
  const exercises = joinedEntries(common, started);
  if (!isEdition(data, edition) || !isExercises(exercises))
    throw new Error(`data of ${edition}: not an edition`);
  return { ...data, exercises };
}

async function readJson(base: string, path: string): Promise<unknown> {
  const inside = carried();
  if (inside) return inside.files[path];
  const answer = await fetch(base + path);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}

/**
 * What every election shares, and what this one has of its own: tables are joined entry by entry, academies by what each
 * says alike everywhere, the rest is one or the other's.
 */
export function joined(shared: unknown, own: unknown): unknown {
  if (!isTable(shared) || !isTable(own)) return own;
  const whole: Record<string, unknown> = { ...shared, ...own };
  for (const [key, common] of Object.entries(shared)) {
    const more = own[key];
    if (key === 'academies') whole[key] = joinedEntries(common, more);
    else if (isTable(common) && isTable(more)) whole[key] = { ...common, ...more };
  }
  return whole;
}

/** The exercises or the academies of one election: what each says everywhere, and what it has there of its own. */
export function joinedEntries(common: unknown, there: unknown): unknown {
  if (!isTable(common) || !isTable(there)) return there;
  const whole: Record<string, unknown> = {};
  for (const [id, own] of Object.entries(there)) {
    const shared = common[id];
    whole[id] = isTable(shared) && isTable(own) ? { id, ...shared, ...own } : own;
  }
  return whole;
}

function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Our own file was checked by its schema when it was built: only a page that is not ours is told apart here. */
function isEdition(data: unknown, id: string): data is Edition {
  return typeof data === 'object' && data !== null && 'id' in data && data.id === id;
}

/** An election always has its whole way. */
function isExercises(data: unknown): data is Edition['exercises'] {
  return typeof data === 'object' && data !== null && 'parcours-complet' in data;
}
