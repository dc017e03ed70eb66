/**
 * The field of /recherche/. The index is asked for when somebody comes to the field; the archives when their box is ticked.
 * What is typed stays in the tab's own history: never in the address, never stored.
 */
import { guideCache } from '../offline/copy.ts';
import { make } from './element.ts';
import { isSecret } from './guide-words.ts';
import { loadIndex } from './search-load.ts';
import {
  findIn,
  foundWords,
  kindWords,
  makeReady,
  piecesOf,
  type Found,
  type ReadyIndex,
} from './search-words.ts';

const shown = 8;
let typed = typedBefore();
let withArchives = false;

/** What this tab had typed before it went to a result and came back. */
function typedBefore(): string {
  const state: unknown = history.state;
  if (typeof state !== 'object' || state === null || !('search' in state)) return '';
  return typeof state.search === 'string' ? state.search : '';
}

function enhance(): void {
  const place = document.querySelector<HTMLElement>('[data-search]');
  if (!place) return;
  const { search: current = '', archives = '', years = '' } = place.dataset;
  const input = document.createElement('input');
  input.id = 'chercher';
  input.type = 'search';
  input.autocomplete = 'off';
  input.spellcheck = false;
  input.enterKeyHint = 'search';
  input.value = typed;
  const field = make('div', { class: 'field' });
  field.append(make('label', { for: 'chercher' }, 'Un mot, une phrase, un département'), input);
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.checked = withArchives;
  const choice = make('label', { class: 'archives' });
  choice.append(box, ` Chercher aussi dans les archives (${years})`);
  const said = make('p', { class: 'found', role: 'status' });
  const list = make('ol', { class: 'results' });
  place.replaceChildren(field, choice, said, list);

  let ready: ReadyIndex | null = null;
  const answer = () => {
    const secret = isSecret(typed, 'recherche');
    history.replaceState(secret || typed === '' ? null : { search: typed }, '');
    list.replaceChildren();
    if (secret) {
      said.textContent =
        'Cela ressemble à un NUMEN, une date ou un code\u202f: effacez-le. Rien n’a été cherché ni gardé.';
      return;
    }
    if (ready === null || typed.trim() === '') {
      said.textContent = typed.trim() === '' ? 'Par exemple\u202f: papier perdu, mdp, 38.' : '';
      return;
    }
    const found = findIn(typed, ready);
    said.textContent = foundWords(found.length, shown);
    list.replaceChildren(...found.slice(0, shown).map((one) => result(one, typed)));
    if (found.length === 0) list.append(...helpers());
    if (!navigator.onLine) void keptFirst(list);
  };
  const prepare = async () => {
    try {
      const addresses = withArchives ? [current, `/assets/${archives}`] : [current];
      ready = makeReady(await Promise.all(addresses.map(loadIndex)));
      answer();
    } catch {
      said.textContent = withArchives
        ? 'Les archives demandent le réseau la première fois, et il ne répond pas. Décochez la case pour chercher dans le guide.'
        : 'La liste des mots ne s’ouvre pas\u202f: le réseau ne répond pas. Les listes plus bas mènent partout.';
    }
  };
  // 30 KB that only whoever searches has to wait for.
  input.addEventListener('focus', () => {
    if (ready === null) void prepare();
  });
  input.addEventListener('input', () => {
    typed = input.value;
    answer();
  });
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') list.querySelector('a')?.focus();
  });
  box.addEventListener('change', () => {
    withArchives = box.checked;
    void prepare();
  });
  answer();
  if (typed !== '') void prepare();
}

/** Without network: what is kept stands first, and the rest says what it needs. */
async function keptFirst(list: HTMLElement): Promise<void> {
  if (!('caches' in window)) return;
  const items = [...list.children];
  let lost = 0;
  for (const item of items) {
    const link = item.querySelector('a');
    if (!link || link.pathname === location.pathname) continue;
    if (await caches.match(link.pathname, { cacheName: guideCache })) continue;
    if (!item.isConnected) return; // Something else was asked meanwhile.
    lost += 1;
    link.after(make('small', {}, ' (avec du réseau seulement)'));
    list.append(item);
  }
  if (lost > 0 && lost === items.length) list.prepend(...helpers());
}

function result({ entry, href, heading, sentence }: Found, request: string): HTMLElement {
  const item = document.createElement('li');
  const title = document.createElement('p');
  title.append(make('a', { href }, entry.title), ' ', make('small', {}, kindWords(entry)));
  item.append(title);
  if (sentence === '') return item;
  const line = make('p', { class: 'small' });
  if (heading !== '' && heading !== entry.title) line.append(`${heading}\u202f: `);
  for (const { text, isAsked } of piecesOf(sentence, request))
    line.append(isAsked ? make('mark', {}, text) : text);
  item.append(line);
  return item;
}

/** Nothing found: a person, or the nearest lines, a tap away. */
const helpers = (): readonly HTMLElement[] =>
  [
    ['#demander', 'À qui demander'],
    ['#situations', 'Les situations où ça bloque'],
    ['#academies', 'Les académies'],
  ].map(([href = '', words = '']) => {
    const item = document.createElement('li');
    item.append(make('a', { href }, words));
    return item;
  });

enhance();
document.addEventListener('isoloir:refreshed', enhance);
