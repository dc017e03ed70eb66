/**
 * The one comfort script of the guide: remembered academy, filter, moment of the vote, end of alerts,
 * message to copy. Everything it does, the page can do without.
 */
import { countdown, isClockLate, timeState, type Bounds } from '../lib/phase.ts';
import { startOffline } from '../offline/page.ts';
import { blankField } from './blank-field.ts';
import { copy } from './clipboard.ts';
import { make } from './element.ts';
import {
  academyPaths,
  foldText,
  namedResults,
  resultWords,
  search,
  type MyAcademy,
} from './guide-words.ts';

const memoryKey = 'isoloir.academie';
const now = () => Math.floor(Date.now() / 1000);
const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
const one = (selector: string) => document.querySelector<HTMLElement>(selector);

/** Everything, once per page and again when a kept copy was refreshed. */
function enhance(): void {
  const moment = one('#moment')?.dataset ?? {};
  endAlerts();
  showMoment(moment);
  rememberAcademy(moment);
  addFilter();
  addMessageFields();
}

/** An alert lives between its two moments, whatever the page's age. */
function endAlerts(): void {
  for (const alert of all('[data-until]'))
    alert.hidden = now() < Number(alert.dataset['from']) || now() >= Number(alert.dataset['until']);
  for (const list of all('.alerts')) list.hidden = list.querySelector('li:not([hidden])') === null;
}

/** Keeps the cell of the moment. A clock that is behind the page switches nothing, and we say so. */
function showMoment(data: DOMStringMap): void {
  if (data['built'] === undefined) return;
  const late = isClockLate(now(), Number(data['built']));
  for (const line of all('[data-clock]')) line.hidden = !late;
  if (late) return;
  const bounds: Bounds = {
    starts: Number(data['starts']),
    lastDay: Number(data['last']),
    dayAfter: Number(data['past']),
    ends: Number(data['ends']),
  };
  const time = timeState(bounds, now());
  document.documentElement.dataset['time'] = time;
  for (const cell of all('[data-time].when-cell')) cell.hidden = cell.dataset['time'] !== time;
  for (const line of all('[data-countdown]'))
    line.textContent = countdown(bounds, Number(data['first']), now());
  for (const line of all('[data-over]')) line.hidden = now() >= Number(line.dataset['over']);
  for (const fact of all('[data-recheck]'))
    fact.toggleAttribute('data-old', now() >= Number(fact.dataset['recheck']));
}

/** The academy whose page was read last is kept on this device, and nowhere else. */
function rememberAcademy({ academy = '', name = '', of = '', edition = '' }: DOMStringMap): void {
  let known = academy && `${academy}|${name}|${of}`;
  try {
    if (known) localStorage.setItem(memoryKey, known);
    else known = localStorage.getItem(memoryKey) ?? '';
  } catch {
    // Storage refused: links stay as they are.
  }
  const paths = academyPaths(known, edition);
  if (!paths) return;
  for (const link of all('[data-my-home]')) {
    link.setAttribute('href', paths.now);
    link.textContent = `Mon académie\u202f: ${paths.name}`;
  }
  for (const link of all('[data-my-calendar]'))
    link.setAttribute('href', `${paths.now}calendrier.ics`);
  for (const link of all('[data-my-academy]')) {
    link.setAttribute('href', paths.sheet);
    link.textContent = `${paths.name}\u202f: adresse et assistance`;
  }
  for (const link of all('[data-my-line]')) leadToLine(link, paths);
}

/** One line of the remembered academy's page: or, when that line holds nothing, the person who knows. */
function leadToLine(link: HTMLElement, mine: MyAcademy): void {
  const { myLine = '', words = '', known = '' } = link.dataset;
  const isKnown = known.split(' ').includes(mine.id);
  link.setAttribute('href', isKnown ? `${mine.sheet}#${myLine}` : '#qui-appeler');
  link.textContent = isKnown
    ? `${words} ${mine.of}`.replace(' \u202f', '\u202f')
    : `${mine.name}\u202f: adresse non connue, demandez-la au secrétariat`;
}

let filterText = '';

/** A field above the list: an academy, a department's name or number. */
function addFilter(): void {
  const list = one('[data-filter]');
  const slot = one('[data-filter-slot]');
  if (!list || !slot) return;
  const field = make('div', { class: 'field' });
  const input = document.createElement('input');
  input.id = 'filtre';
  input.type = 'search';
  input.autocomplete = 'off';
  input.spellcheck = false;
  input.value = filterText;
  const said = make('p', { class: 'found', role: 'status' });
  field.append(make('label', { for: 'filtre' }, 'Ville, département ou académie'), input);
  slot.replaceChildren(field, said);

  const items = [...list.querySelectorAll<HTMLElement>('li')];
  const lines = items.map((item) => foldText(`${item.textContent} ${item.dataset['names'] ?? ''}`));
  const apply = () => {
    filterText = input.value;
    const { found, corrected } = search(filterText, lines);
    items.forEach((item, index) => (item.hidden = !found.includes(index)));
    for (const group of list.querySelectorAll<HTMLElement>('section'))
      group.hidden = group.querySelector('li:not([hidden])') === null;
    said.textContent = resultWords(filterText, found.length, corrected);
    if (found.length > namedResults) return;
    const links = found.flatMap((index) => items[index]?.querySelector('a') ?? []);
    links.forEach((link, index) => said.append(index === 0 ? ' ' : ', ', shortLink(link)));
  };
  input.addEventListener('input', apply);
  // One answer: there it is. Several: the reader chooses.
  input.addEventListener('keydown', (event) => {
    const links = said.querySelectorAll('a');
    if (event.key !== 'Enter') return;
    if (links.length === 1) links[0]?.click();
    else links[0]?.focus();
  });
  apply();
  for (const way of all('[data-my-home][href="#choisir"]'))
    way.addEventListener('click', (event) => {
      event.preventDefault();
      one('#choisir')?.scrollIntoView();
      input.focus({ preventScroll: true });
    });
}

/** The academy of a line of the list, without its departments. */
const shortLink = (link: HTMLAnchorElement): HTMLElement =>
  make('a', { href: link.href }, link.querySelector('span')?.textContent ?? '');

const blanks = [
  ['nom', 'Votre prénom et votre nom'],
  ['etablissement', 'Votre établissement ou service'],
  ['telephone', 'Votre téléphone (facultatif)'],
] as const;
/** What the reader typed: in this page only, never stored, and kept when the page refreshes. */
const typed = new Map<string, string>();

function addMessageFields(): void {
  const box = one('[data-message]');
  const body = box?.querySelector<HTMLElement>('[data-body]');
  if (!box || !body) return;
  const fields = make('div', { class: 'fields' });
  const row = make('div', { class: 'copy-row' });
  fields.append(
    make('p', { class: 'small' }, 'Remplissez ici, le message se complète. Rien n’est gardé.'),
  );
  for (const [name, words] of blanks) {
    const places = [...body.querySelectorAll<HTMLElement>(`[data-blank="${name}"]`)];
    if (places.length === 0) continue;
    const empty = places[0]?.textContent ?? '';
    const fill = (value: string) => {
      for (const place of places) place.textContent = value || empty;
    };
    fields.append(blankField({ name, words, typed, fill }));
  }
  const button = make('button', { class: 'button go', type: 'button' }, 'Copier le message');
  const said = make('p', { role: 'status' });
  button.addEventListener('click', () => {
    const subject = box.querySelector('[data-subject]')?.textContent ?? '';
    void copy(`Objet : ${subject}\n\n${body.innerText}`, body).then((done) => {
      said.textContent = done
        ? 'Message copié. Collez-le dans un courriel ou un SMS.'
        : 'Le message est sélectionné\u202f: copiez-le à la main.';
    });
  });
  row.append(button, said);
  for (const old of box.querySelectorAll(':scope > .fields, :scope > .copy-row')) old.remove();
  // A message without a blank of these (a report of an error) has nothing to fill in here.
  if (fields.querySelector('input')) box.prepend(fields);
  box.append(row);
}

enhance();
// Paper has no folds to open.
addEventListener('beforeprint', () => {
  for (const host of all('[data-host]')) host.textContent = location.host;
  for (const fold of document.querySelectorAll('details')) fold.open = true;
});
document.addEventListener('isoloir:refreshed', enhance);
startOffline();
// Pictures come after the words; then all of them, so that paper has those that nobody scrolled to. The worker keeps
// them with the page anyway. One at a time, between two gestures of the reader: each moves the page a little.
const bringPictures = (): void => {
  const [next] = [...document.images].filter(({ loading }) => loading === 'lazy');
  if (!next) return;
  next.loading = 'eager';
  setTimeout(bringPictures, 30);
};
if (document.readyState === 'complete') bringPictures();
else addEventListener('load', bringPictures);
document.addEventListener('isoloir:refreshed', bringPictures);
// Midnight passes, a phone wakes up: alerts end and the moment changes without a reload.
setInterval(() => {
  endAlerts();
  showMoment(one('#moment')?.dataset ?? {});
}, 60_000);
