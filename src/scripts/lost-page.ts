/** The page that does not exist: what the words of its address probably meant. Nothing is sent but a request for our own list. */
import { make } from './element.ts';
import { loadIndex } from './search-load.ts';
import { findIn, kindWords, makeReady } from './search-words.ts';

const shown = 3;

/** « /Elections/grenobel.html » → « grenobel »: the words that the reader meant, without what every address has. */
function wordsOfPath(path: string): string {
  let text = path;
  try {
    text = decodeURIComponent(path);
  } catch {
    // A broken escape is read as it stands.
  }
  return text
    .replace(/\.\w{1,5}$/u, '')
    .replace(/\b(?:elections?|men-\d{4}|academies?|index)\b/giu, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, 80);
}

async function suggest(): Promise<void> {
  const place = document.querySelector<HTMLElement>('[data-lost]');
  const words = wordsOfPath(location.pathname);
  if (!place || words === '') return;
  const found = findIn(words, makeReady([await loadIndex(place.dataset['lost'] ?? '')]));
  if (found.length === 0) return;
  const list = make('ul', { class: 'choices' });
  for (const { href, entry } of found.slice(0, shown)) {
    const item = document.createElement('li');
    const link = make('a', { href }, `${entry.title} `);
    link.append(make('small', {}, kindWords(entry)));
    item.append(link);
    list.append(item);
  }
  place.replaceChildren(make('h2', {}, 'Vous cherchiez peut-être'), list);
}

// Without network the four ways of the page remain.
void suggest().catch(() => undefined);
