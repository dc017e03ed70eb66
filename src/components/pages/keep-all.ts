/** « Tout garder hors ligne »: the button, its progress and its result; and the list of what is already kept. */
import { guideCache } from '../../offline/copy.ts';
import { keepEverything, listBundles } from '../../offline/page.ts';
import { make } from '../../scripts/element.ts';
import {
  offerWords,
  plainHttpWords,
  progressWords,
  resultWords,
  titleIn,
  troubleWords,
} from './keep-words.ts';

const here = '/hors-ligne/';

function enhance(): void {
  sayNotKept();
  addButton();
  void listKept();
}

/** The worker answers with this page in place of one that is not kept: the address says which. */
function sayNotKept(): void {
  const place = document.querySelector<HTMLElement>('[data-not-kept]');
  if (!place || location.pathname === here) return;
  place.textContent =
    'La page que vous demandiez n’est pas gardée sur cet appareil, et le réseau ne répond pas. Voici ce qui s’ouvre sans lui.';
  place.hidden = false;
}

function addButton(): void {
  const place = document.querySelector('[data-keep-all]');
  if (!place) return;
  if (!isSecureContext) return place.replaceChildren(make('p', { class: 'note' }, plainHttpWords));
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button go';
  button.textContent = 'Tout garder hors ligne';
  const bar = document.createElement('progress');
  bar.hidden = true;
  bar.setAttribute('aria-label', 'Pages gardées');
  const said = make('p', { class: 'small', role: 'status' });
  // Read aloud once, at the start and at the end; the running count is for the eyes.
  const running = make('p', { class: 'small', 'aria-hidden': 'true' });
  place.replaceChildren(button, bar, running, said);

  listBundles().then(
    (bundles) => {
      if (!button.hasAttribute('aria-disabled')) running.textContent = offerWords(bundles);
    },
    () => undefined, // Offline, or no list in this copy: the tap will say it.
  );

  button.addEventListener('click', () => {
    if (button.getAttribute('aria-disabled') === 'true') return;
    button.setAttribute('aria-disabled', 'true');
    said.textContent = 'Les pages arrivent. Gardez celle-ci ouverte.';
    bar.removeAttribute('value');
    bar.hidden = false;
    void keepEverything((progress) => {
      bar.max = Math.max(progress.total, 1);
      bar.value = progress.done + progress.failed;
      running.textContent = progressWords(progress);
    })
      .then(
        (progress) => resultWords(progress),
        () => troubleWords(isKeptHere()),
      )
      .then((words) => {
        said.textContent = words;
        running.textContent = '';
        bar.hidden = true;
        button.removeAttribute('aria-disabled');
        void listKept();
      });
  });
}

/** A worker answers for this site: what failed is then the network. */
function isKeptHere(): boolean {
  return 'serviceWorker' in navigator && navigator.serviceWorker.controller !== null;
}

/** The pages that open without a network, by title. Nothing is shown where nothing is kept. */
async function listKept(): Promise<void> {
  const place = document.querySelector('[data-kept-pages]');
  if (!place || !('caches' in window)) return;
  const pages = await keptPages().catch(() => []);
  if (pages.length === 0) return;
  const fold = document.createElement('details');
  const list = make('ul', {});
  for (const { path, title } of pages) {
    const item = document.createElement('li');
    item.append(make('a', { href: path }, title));
    list.append(item);
  }
  fold.append(
    make(
      'summary',
      {},
      pages.length === 1
        ? 'Une page est gardée sur cet appareil'
        : `${String(pages.length)} pages sont gardées sur cet appareil`,
    ),
    list,
  );
  place.replaceChildren(fold);
}

async function keptPages(): Promise<readonly { readonly path: string; readonly title: string }[]> {
  // Asking for a cache by its name would create it.
  if (!(await caches.has(guideCache))) return [];
  const cache = await caches.open(guideCache);
  const found = await Promise.all(
    (await cache.keys()).map(async (request) => {
      const path = new URL(request.url).pathname;
      const html = (await (await cache.match(request))?.text()) ?? '';
      return { path, title: titleIn(html, path) };
    }),
  );
  const byTitle = new Intl.Collator('fr');
  return found.sort((a, b) => byTitle.compare(a.title, b.title));
}

enhance();
document.addEventListener('isoloir:refreshed', enhance);
