/**
 * The memory sheet on a screen: what remains, and, when the reader asks for it, keeping her ticks on this device.
 * Nothing is written before that; without storage the page still counts, and still prints.
 */
import { make } from '../../scripts/element.ts';
import {
  isRefused,
  leftWords,
  memoKey,
  parseMemo,
  printMemo,
  type Memo,
  type Sheet,
} from '../../scripts/memo-words.ts';

const all = <T extends HTMLElement = HTMLElement>(selector: string) => [
  ...document.querySelectorAll<T>(selector),
];
const ticks = () => all<HTMLInputElement>('[data-tick]');
const words = () => all<HTMLInputElement>('[data-other] input');

/** What is kept on this device; `null` when nothing is, or when it may not be read. */
function stored(): string | null {
  try {
    return localStorage.getItem(memoKey);
  } catch {
    return null;
  }
}

/** `false` where the device refuses. */
function store(text: string | null): boolean {
  try {
    if (text === null) localStorage.removeItem(memoKey);
    else localStorage.setItem(memoKey, text);
    return true;
  } catch {
    return false;
  }
}

const sheet = (): Sheet => ({
  edition: document.querySelector<HTMLElement>('[data-memo]')?.dataset['memo'] ?? '',
  ticks: ticks().map(({ dataset }) => dataset['tick'] ?? ''),
  lines: all('[data-other]').map(({ dataset }) => dataset['other'] ?? ''),
});

const shown = (): Memo => ({
  ticks: ticks()
    .filter(({ checked }) => checked)
    .map(({ dataset }) => dataset['tick'] ?? ''),
  words: Object.fromEntries(words().map(({ name, value }) => [name, value])),
});

function show(memo: Memo): void {
  for (const box of ticks()) box.checked = memo.ticks.includes(box.dataset['tick'] ?? '');
  for (const field of words()) {
    field.value = memo.words[field.name] ?? '';
    warn(field);
  }
  countWhatRemains();
}

function enhance(): void {
  const place = document.querySelector('[data-keep]');
  if (!place) return;
  for (const other of all('[data-other]')) addField(other);
  for (const box of ticks()) box.addEventListener('change', changed);
  const kept = stored();
  if (kept !== null) show(parseMemo(kept, sheet()));
  offer(place);
  countWhatRemains();
}

/** A tick or a word changed: kept only if the reader had asked, and nobody erased it since. */
function changed(): void {
  if (stored() !== null) store(printMemo(shown(), sheet()));
  countWhatRemains();
}

function countWhatRemains(): void {
  const lines = all('[data-line]');
  const left = lines.filter(
    (line) => line.querySelector<HTMLInputElement>('.have input')?.checked === false,
  );
  for (const section of all('[data-remains]')) section.hidden = false;
  for (const said of all('[data-remains-words]'))
    said.textContent = leftWords(left.length, lines.length);
  for (const list of all('[data-remains-list]'))
    list.replaceChildren(
      ...left.map(({ dataset: { help, left: what = '' } }) => {
        const item = make('li', {});
        item.append(help === undefined ? what : make('a', { href: help }, what));
        return item;
      }),
    );
}

function addField(other: HTMLElement): void {
  const name = other.dataset['other'] ?? '';
  const id = `memo-${name}-autre`;
  const input = document.createElement('input');
  Object.assign(input, { id, name, maxLength: 40, autocomplete: 'off', spellcheck: false });
  const warning = make(
    'p',
    { class: 'warn', id: `${id}-alerte`, role: 'status' },
    'Cela ressemble à un code ou à une date\u202f: nous ne le gardons pas. Écrivez seulement l’endroit, sans chiffres. Un doute\u202f? Demandez à votre secrétariat.',
  );
  input.setAttribute('aria-describedby', warning.id);
  input.addEventListener('input', () => {
    warn(input);
    changed();
  });
  // Left behind, it would stay on the screen and go to the printer.
  input.addEventListener('change', () => {
    if (isRefused(input.value)) input.value = '';
  });
  const field = make('div', { class: 'field' });
  field.append(make('label', { for: id }, 'Autre endroit\u202f:'), input, warning);
  other.replaceChildren(field);
  warn(input);
}

function warn(input: HTMLInputElement): void {
  const warning = document.getElementById(`${input.id}-alerte`);
  if (warning) warning.hidden = !isRefused(input.value);
}

/** « Garder sur cet appareil », or « effacer »: one tap each. */
function offer(place: Element, said = ''): void {
  const isKept = stored() !== null;
  const button = make(
    'button',
    { type: 'button', class: 'button' },
    isKept ? 'Effacer de cet appareil' : 'Garder sur cet appareil',
  );
  button.addEventListener('click', () => {
    offer(place, isKept ? erase() : keep());
    place.querySelector('button')?.focus();
  });
  place.replaceChildren(
    button,
    make('p', { class: 'small', role: 'status' }, said || (isKept ? keptWords : looseWords)),
  );
}

const looseWords =
  'Rien n’est gardé\u202f: vos coches disparaissent avec cette page. Gardez-les seulement sur un appareil à vous.';
const keptWords = 'Gardé sur cet appareil seulement. Rien n’est envoyé.';

function keep(): string {
  return store(printMemo(shown(), sheet()))
    ? keptWords
    : 'Ce navigateur refuse de garder quelque chose (navigation privée, ou un réglage). La feuille s’imprime quand même. Besoin d’aide\u202f? Demandez à la personne qui s’occupe de l’informatique.';
}

function erase(): string {
  if (!store(null))
    return 'Ce navigateur refuse l’accès à ce qu’il garde. Effacez les données de ce site dans ses réglages, ou demandez à la personne qui s’occupe de l’informatique.';
  show({ ticks: [], words: {} });
  return 'C’est effacé.';
}

enhance();
document.addEventListener('isoloir:refreshed', enhance);
// Erased in another tab: nothing of it stays here either.
addEventListener('storage', ({ key, newValue }) => {
  const place = document.querySelector('[data-keep]');
  if (!place || (key !== memoKey && key !== null)) return;
  show(parseMemo(newValue, sheet()));
  offer(place, newValue === null ? 'C’est effacé.' : '');
});
