/** Fetches a list of words for the search, once per page. */
import { parseIndex, type SearchIndex } from './search-words.ts';

const loaded = new Map<string, SearchIndex>();

/** The index at a path of this site. Rejects when the network is silent, or when what comes is no index. */
export async function loadIndex(address: string): Promise<SearchIndex> {
  const known = loaded.get(address);
  if (known) return known;
  const response = await fetch(address);
  const index = response.ok ? parseIndex(await response.json()) : null;
  if (!index) throw new Error(`search index: ${String(response.status)}`);
  loaded.set(address, index);
  return index;
}
