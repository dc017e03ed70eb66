// The one door through which an election's data reaches the simulator.
import type { Edition } from '../core/edition.ts';

const loaded = new Map<string, Promise<Edition>>();

/**
 * An election's data, fetched once.
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
  const [data, exercises] = await Promise.all([
    fetchJson(`${base}data/${edition}.json`),
    fetchJson(`${base}data/exercices/${edition}.json`),
  ]);
  if (!isEdition(data, edition) || !isExercises(exercises))
    throw new Error(`data of ${edition}: not an edition`);
  return { ...data, exercises };
}

async function fetchJson(address: string): Promise<unknown> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

/** Our own file was checked by its schema when it was built: only a page that is not ours is told apart here. */
function isEdition(data: unknown, id: string): data is Edition {
  return typeof data === 'object' && data !== null && 'id' in data && data.id === id;
}

/** An election always has its whole way. */
function isExercises(data: unknown): data is Edition['exercises'] {
  return typeof data === 'object' && data !== null && 'parcours-complet' in data;
}
