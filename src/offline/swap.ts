/** Puts the text of a fresher page in the place of the one being read, without disturbing its reader. */

type Typed =
  | { readonly kind: 'text'; readonly value: string; readonly selection: Selected | null }
  | { readonly kind: 'checked'; readonly checked: boolean };
type Selected = { readonly from: number; readonly to: number };

/**
 * Replaces `<main>`, and every `[data-fresh]` element outside it that has an id (the strip of alerts), by those of
 * `fresh`. What was typed, the open folds, the focus and the place on the screen stay, found again by id.
 * `enhance` is called on the bare new text: fields that a script adds must be back before they are filled again.
 */
export function swapPage(fresh: Document, enhance: () => void): void {
  const typed = readFields();
  const folds = [...document.querySelectorAll('main details')].map((fold) => ({
    name: nameOfFold(fold),
    open: fold.hasAttribute('open'),
  }));
  const focused = document.activeElement;
  const mark = landmark();

  const main = document.querySelector('main');
  const freshMain = fresh.querySelector('main');
  if (main && freshMain) replaceInside(main, freshMain);
  swapStrips(fresh);
  document.title = fresh.title;
  enhance();

  for (const [id, value] of typed) writeField(id, value);
  const openNow = new Map(folds.map(({ name, open }) => [name, open]));
  for (const fold of document.querySelectorAll('main details'))
    fold.toggleAttribute('open', openNow.get(nameOfFold(fold)) ?? fold.hasAttribute('open'));
  if (focused !== null && !focused.isConnected) focusAgain(focused, typed.get(focused.id));
  restore(mark);
}

/** Focus goes to the same id; a link or button without one is found again by its words. */
function focusAgain(lost: Element, typed: Typed | undefined): void {
  const words = lost.textContent.trim();
  const element =
    lost.id === ''
      ? [...document.querySelectorAll(`main ${lost.localName}`)].find(
          (candidate) => candidate.textContent.trim() === words,
        )
      : document.getElementById(lost.id);
  if (!(element instanceof HTMLElement)) return;
  element.focus({ preventScroll: true });
  if (typed?.kind === 'text' && typed.selection) select(element, typed.selection);
}

/** Replaces every `[data-fresh]` element outside `<main>` by the one of `fresh` that has the same id. */
export function swapStrips(fresh: Document): void {
  for (const here of document.querySelectorAll('[data-fresh][id]')) {
    const there = fresh.getElementById(here.id);
    if (there && !here.closest('main')) replaceInside(here, there);
  }
}

function replaceInside(here: Element, there: Element): void {
  // Scripts of this page are already running; those of another release may not run here.
  for (const script of there.querySelectorAll('script')) script.remove();
  here.replaceChildren(...there.childNodes);
}

const nameOfFold = (fold: Element): string =>
  fold.id === '' ? (fold.querySelector('summary')?.textContent.trim() ?? '') : `#${fold.id}`;

function readFields(): Map<string, Typed> {
  const found = new Map<string, Typed>();
  for (const field of document.querySelectorAll('main [id]')) {
    if (field instanceof HTMLInputElement && /^(checkbox|radio)$/.test(field.type))
      found.set(field.id, { kind: 'checked', checked: field.checked });
    else if (
      field instanceof HTMLInputElement ||
      field instanceof HTMLTextAreaElement ||
      field instanceof HTMLSelectElement
    )
      found.set(field.id, { kind: 'text', value: field.value, selection: selectionOf(field) });
  }
  return found;
}

function writeField(id: string, typed: Typed): void {
  const field = document.getElementById(id);
  if (field === null || !fill(field, typed)) return;
  // Whoever listens (a filter, a message being written) hears it as if it were typed.
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Puts the value back; says whether that changed anything. */
function fill(field: Element, typed: Typed): boolean {
  if (typed.kind === 'checked') {
    if (!(field instanceof HTMLInputElement) || field.checked === typed.checked) return false;
    field.checked = typed.checked;
    return true;
  }
  const { value } = typed;
  const isText = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
  // A choice that no longer exists would leave a list empty.
  const isChoice =
    field instanceof HTMLSelectElement &&
    [...field.options].some((option) => option.value === value);
  if (!(isText || isChoice) || field.value === value) return false;
  field.value = value;
  return true;
}

function selectionOf(field: Element): Selected | null {
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return null;
  // Numbers, dates and the like have no selection to read.
  const { selectionStart, selectionEnd } = field;
  return selectionStart === null || selectionEnd === null
    ? null
    : { from: selectionStart, to: selectionEnd };
}

function select(element: Element, { from, to }: Selected): void {
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)
    element.setSelectionRange(from, to);
}

type Landmark = { readonly id: string | null; readonly top: number };

/** The first named element at or below the top of the screen, and where it stands. */
function landmark(): Landmark {
  for (const element of document.querySelectorAll('main [id]')) {
    const { top, height } = element.getBoundingClientRect();
    if (height > 0 && top >= 0) return { id: element.id, top };
  }
  return { id: null, top: -window.scrollY };
}

function restore({ id, top }: Landmark): void {
  const element = id === null ? null : document.getElementById(id);
  const shift =
    element === null ? -window.scrollY - top : element.getBoundingClientRect().top - top;
  if (Math.abs(shift) >= 1) window.scrollBy({ top: shift, behavior: 'instant' });
}
