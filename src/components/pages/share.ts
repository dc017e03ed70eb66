/**
 * /partager/<academie>/ on a screen: today's message in front, one tap to copy or to share, a name and a phone that stay
 * in this page, a QR code made here when somebody asks for it.
 */
import { isClockLate } from '../../lib/phase.ts';
import { blankField } from '../../scripts/blank-field.ts';
import { copy } from '../../scripts/clipboard.ts';
import { make } from '../../scripts/element.ts';
import {
  countWords,
  plainSms,
  signature,
  todays,
  unannounced,
} from '../../scripts/sharing-words.ts';

const all = (selector: string, within: ParentNode = document) => [
  ...within.querySelectorAll<HTMLElement>(selector),
];
const one = (selector: string, within: ParentNode = document) =>
  within.querySelector<HTMLElement>(selector);

/** What was typed, as it was typed: in this page only, never stored, and kept when the page refreshes. */
const typed = new Map<string, string>();
/** The same without what looks like a secret: what signs the messages. */
const signed = new Map<string, string>();
/** In the order of the calendar, wherever the page shows them. */
let moments: readonly HTMLElement[] = [];

/** Everything, once per page and again when a kept copy was refreshed. */
function enhance(): void {
  moments = all('[data-moment]');
  for (const link of all('[data-link]')) link.textContent = addressOf(link);
  all('[data-length]').forEach(addMessageRow);
  all('[data-share], [data-bare]').forEach(addCode);
  all('[data-bare]').forEach(addLinkRow);
  addSignature();
  showToday();
}

const addressOf = (link: Element): string => `${location.origin}${link.getAttribute('href') ?? ''}`;
const linkIn = (box: ParentNode): string => {
  const link = one('[data-link]', box);
  return link ? addressOf(link) : '';
};

/** Today's message in front, the others folded. A clock that is behind the page moves nothing. */
function showToday(): void {
  const now = Math.floor(Date.now() / 1000);
  const [today, others, fold] = [one('[data-today]'), one('[data-others]'), one('#autres')];
  if (!today || !others || !fold) return;
  if (isClockLate(now, Number(one('#moment')?.dataset['built']))) return;
  const at = todays(
    moments.map(({ dataset }) => dataset['spans'] ?? ''),
    now,
  );
  const shown = moments[at ?? -1];
  if (shown?.parentElement === today && today.childElementCount === 1) return;
  others.append(...moments);
  if (shown) today.append(shown);
  fold.hidden = false;
  for (const line of all('[data-undated]')) line.hidden = true;
}

/** A name and a phone, in the fold: they end every message of the page. */
function addSignature(): void {
  const fields = one('[data-sign-slot]');
  if (!fields) return;
  const note =
    'Ajouté à la fin de chaque message. Rien n’est gardé\u202f: fermer la page efface tout.';
  fields.replaceChildren(make('p', { class: 'small' }, note));
  for (const [name, words] of [
    ['nom', 'Mon nom'],
    ['telephone', 'Mon numéro'],
  ] as const)
    fields.append(
      blankField({
        name,
        words,
        typed,
        fill: (value) => {
          signed.set(name, value);
          sign();
        },
      }),
    );
}

function sign(): void {
  const words = signature(signed.get('nom') ?? '', signed.get('telephone') ?? '');
  for (const text of all('[data-text]')) {
    one('[data-part="sign"]', text)?.remove();
    if (words !== '') text.append(make('p', { 'data-part': 'sign' }, words));
  }
  for (const box of all('[data-length="sms"]')) {
    const count = one('[data-count]', box);
    if (count) count.textContent = countWords(wholeText(box));
  }
}

/** The parts of a message, without the spaces of its page. */
const partsOf = (box: HTMLElement, names: string) =>
  all('[data-part]', box)
    .filter(({ dataset }) => names.includes(dataset['part'] ?? '?'))
    .map(({ textContent }) => textContent.replace(/[ \n]+/gu, ' ').trim());

const isSms = (box: HTMLElement) => box.dataset['length'] === 'sms';

/** Everything that is copied, the link in its place. */
function wholeText(box: HTMLElement): string {
  if (isSms(box))
    return plainSms([partsOf(box, 'words link').join(' '), ...partsOf(box, 'sign')].join('\n'));
  const subject = one('[data-subject]', box)?.textContent ?? '';
  const parts = partsOf(box, 'words link foot sign');
  return [...(subject === '' ? [] : [`Objet\u202f: ${subject}`]), ...parts].join('\n\n');
}

/** What is shared beside the link. */
function textBesideLink(box: HTMLElement): string {
  const words = unannounced(partsOf(box, 'words').join('\n\n'));
  const text = [words, ...partsOf(box, 'foot sign')].join('\n\n');
  return isSms(box) ? plainSms(text) : text;
}

const kinds: Readonly<Record<string, string>> = {
  sms: 'le SMS',
  moyen: 'le message',
  courriel: 'le courriel',
};

function addMessageRow(box: HTMLElement): void {
  const text = one('[data-text]', box);
  if (!text) return;
  const kind = kinds[box.dataset['length'] ?? ''] ?? '';
  const said = make('p', { role: 'status' });
  const copyIt = async () => {
    const done = await copy(wholeText(box), text);
    said.textContent = done
      ? 'Copié, avec le lien. Il reste à coller.'
      : 'Le message est sélectionné\u202f: copiez-le à la main.';
  };
  const row = make('div', { class: 'copy-row' });
  row.append(button(`Copier ${kind}`, copyIt, 'go'));
  // Without the device's own sheet, sharing would be copying under another name.
  if ('share' in navigator)
    row.append(
      button(`Partager ${kind}`, () =>
        share({ text: textBesideLink(box), url: linkIn(box) }, said, copyIt),
      ),
    );
  row.append(said);
  if (isSms(box)) box.append(make('p', { class: 'small screen-only', 'data-count': '' }));
  box.append(row);
}

function addLinkRow(box: HTMLElement): void {
  const link = one('[data-link]', box);
  if (!link) return;
  const said = make('p', { role: 'status' });
  const copyIt = async () => {
    const done = await copy(addressOf(link), link);
    said.textContent = done ? 'Lien copié.' : 'Le lien est sélectionné\u202f: copiez-le à la main.';
  };
  const row = make('div', { class: 'copy-row' });
  row.append(
    button(
      'Partager le lien',
      () => ('share' in navigator ? share({ url: addressOf(link) }, said, copyIt) : copyIt()),
      'go',
    ),
    said,
  );
  link.parentElement?.after(row);
}

/** The device's own sheet. Closing it is no fault; when it does not open, the text is copied. */
async function share(
  what: ShareData,
  said: HTMLElement,
  otherwise: () => Promise<void>,
): Promise<void> {
  said.textContent = '';
  try {
    await navigator.share(what);
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'AbortError')) await otherwise();
  }
}

/** A button that draws the code of the link beneath it; drawing is loaded only then. */
function addCode(box: HTMLElement): void {
  const place = make('div', { class: 'qr screen-only' });
  const address = linkIn(box);
  const said = make('p', { class: 'small', role: 'status' });
  const show = button('Code QR de ce lien', async () => {
    try {
      const { qrDrawing, qrPngFile, qrSvgFile, save } = await import('../../drawings/qr.ts');
      const name = `code-qr${new URL(address).pathname.replace(/\W+/gu, '-').replace(/-$/u, '')}`;
      show.replaceWith(
        qrDrawing(address, `Code QR vers ${address}`),
        button('Enregistrer en SVG', () => {
          save(qrSvgFile(address), `${name}.svg`);
        }),
        button('Enregistrer en PNG', () =>
          qrPngFile(address).then(
            (file) => {
              save(file, `${name}.png`);
            },
            () => {
              said.textContent = 'Cet appareil refuse de dessiner un PNG. Le SVG convient aussi.';
            },
          ),
        ),
      );
      said.textContent = onThisDeviceOnly()
        ? 'Code affiché. Attention\u202f: cette copie ne s’ouvre que sur cet appareil.'
        : 'Code affiché. Essayez-le avec un téléphone avant de le donner.';
    } catch {
      said.textContent = 'Le code n’a pas pu être dessiné. Réessayez avec le réseau.';
    }
  });
  place.append(show, said);
  box.append(place);
}

/** A copy served from this very machine: its address means nothing elsewhere. */
const onThisDeviceOnly = (): boolean => /^(?:localhost|127\.|\[::1\])/u.test(location.hostname);

function button(words: string, act: () => unknown, kind = ''): HTMLElement {
  const made = make('button', { class: `button ${kind}`.trim(), type: 'button' }, words);
  made.addEventListener('click', () => void act());
  return made;
}

enhance();
document.addEventListener('isoloir:refreshed', enhance);
// Midnight passes while the page is open.
setInterval(showToday, 60_000);
