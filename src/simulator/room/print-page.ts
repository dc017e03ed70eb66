/** /animer/imprimer/: the class code of the address becomes paper, drawn here by the core, for the seats that are asked. */
import { make } from '../../scripts/element.ts';
import type { Edition } from '../core/edition.ts';
import type { StartLink } from '../links.ts';
import { openKit, type Kit } from './kit.ts';
import { seatPaper, type SeatPaper } from './pack.ts';
import { roomPageOf, type RoomPage } from './room-page.ts';
import {
  answerSheet,
  messagesPerSheet,
  paperSlip,
  perSheet,
  personaSlip,
  sheetsOf,
  type PerSheet,
} from './slips.ts';

/** What can be printed, in the order of the paper. */
const kinds = {
  answers: 'La feuille de réponses, pour vous',
  tally: 'Le décompte à main levée',
  personas: 'Les fiches des personnes',
  letters: 'Les lettres de vote',
  sms: 'Les SMS du nouveau code',
} as const;
type Kind = keyof typeof kinds;
const isKind = (name: string): name is Kind => name in kinds;

interface Wish {
  readonly from: number;
  readonly to: number;
  readonly many: PerSheet;
  readonly wanted: ReadonlySet<Kind>;
}

/** It stays when another code comes. */
let wish: Wish = {
  from: 1,
  to: 20,
  many: 4,
  wanted: new Set<Kind>(['answers', 'tally', 'personas', 'letters', 'sms']),
};

function enhance(): void {
  const place = document.querySelector<HTMLElement>('[data-room]');
  const paper = document.querySelector<HTMLElement>('[data-paper]');
  const page = place && roomPageOf(place);
  if (!page || !paper) return;
  openKit().then(
    (kit) => show({ kit, page, place, paper }),
    () => {
      place.replaceChildren(make('p', { role: 'status' }, late));
    },
  );
}

const late = 'Les données n’arrivent pas. Vérifiez la connexion, puis rechargez la page.';

/** Where everything is drawn, and with what. */
interface Desk {
  readonly kit: Kit;
  readonly page: RoomPage;
  readonly place: HTMLElement;
  readonly paper: HTMLElement;
}

/** Again at each change of the address. */
async function show(desk: Desk): Promise<void> {
  const { kit, page, place, paper } = desk;
  const { hash } = location;
  paper.replaceChildren();
  place.replaceChildren(make('p', { role: 'status' }, 'Un instant…'));
  const link = kit.parseLink(page.tables, hash);
  if (link === null) return askForCode(desk, hash.length > 1 ? unread : missing);
  try {
    const edition = await kit.loadData(page.base, link.edition);
    if (hash !== location.hash) return; // Another code came meanwhile.
    if (!kit.suits(edition, link)) return askForCode(desk, unread);
    offer(desk, edition, kit.classLink(link));
  } catch {
    askForCode(desk, late);
  }
}

const missing =
  'Il manque le code de séance\u202f: celui que vous écrirez au tableau. Tapez-le ici, ou choisissez-en un.';
const unread =
  'Ce code ne dit rien à Isoloir. Recopiez-le point par point, ou choisissez-en un autre.';

function askForCode({ kit, page, place }: Desk, words: string): void {
  const field = make('div', { class: 'field' });
  const input = document.createElement('input');
  input.id = 'code-de-seance';
  for (const [name, value] of [
    ['autocomplete', 'off'],
    ['autocapitalize', 'none'],
    ['spellcheck', 'false'],
  ] as const)
    input.setAttribute(name, value);
  field.append(make('label', { for: input.id }, 'Code de séance'), input);
  const take = make('button', { type: 'button', class: 'button go' }, 'Voir les fiches');
  const said = make('p', { role: 'status' }, words);
  const read = () => {
    const link = kit.parseLink(page.tables, input.value);
    const known = link && kit.printLink(page.tables, kit.classLink(link));
    if (known === null) said.textContent = unread;
    else if (known === location.hash) said.textContent = 'C’est déjà ce code-là.';
    else location.hash = known;
  };
  take.addEventListener('click', read);
  input.addEventListener('keydown', ({ key }) => {
    if (key === 'Enter') read();
  });
  const row = make('div', { class: 'copy-row' });
  row.append(
    take,
    make('a', { class: 'button', href: `${page.base}animer/#code` }, 'Choisir un code'),
  );
  place.replaceChildren(said, field, row);
}

/** The choices, and the paper beneath them. */
function offer(desk: Desk, edition: Edition, link: StartLink): void {
  const { kit, page, place, paper } = desk;
  const code = (kit.printLink(page.tables, link) ?? '').slice(1);
  const exercise = edition.exercises[link.exercise]?.title ?? '';
  const where = edition.academies[link.academy]?.name ?? '';
  const who = edition.profiles[link.profile]?.name ?? '';
  const about = kit.typeset(`${exercise}. ${where}, ${who}, ${edition.label}.`);
  const kept = new Map<number, SeatPaper>();
  const of = (seat: number): SeatPaper => {
    const found = kept.get(seat) ?? seatPaper(kit, edition, link, seat);
    kept.set(seat, found);
    return found;
  };
  const said = make('p', { class: 'small', role: 'status' });
  const draw = (): void => {
    const seats = Array.from({ length: wish.to - wish.from + 1 }, (_, n) => wish.from + n).map(of);
    said.textContent = drawPaper(paper, seats, wish, about, code);
  };
  const change = (part: Partial<Wish>): void => {
    wish = { ...wish, ...part };
    if (wish.to < wish.from)
      wish = 'from' in part ? { ...wish, to: wish.from } : { ...wish, from: wish.to };
    for (const [id, value] of [
      ['place-de', wish.from],
      ['place-a', wish.to],
    ] as const) {
      const list = document.getElementById(id);
      if (list instanceof HTMLSelectElement) list.value = String(value);
    }
    draw();
  };

  const first = of(1);
  const boxes = make('fieldset', { class: 'kinds' });
  boxes.append(make('legend', {}, 'À imprimer'));
  for (const [kind, words] of Object.entries(kinds)) {
    if (!isKind(kind)) continue;
    const why = absence(kind, edition, first);
    const label = make('label', {});
    const box = document.createElement('input');
    Object.assign(box, {
      type: 'checkbox',
      checked: why === null && wish.wanted.has(kind),
      disabled: why !== null,
    });
    box.addEventListener('change', () => {
      const wanted = new Set(wish.wanted);
      if (box.checked) wanted.add(kind);
      else wanted.delete(kind);
      change({ wanted });
    });
    const said = make('span', {}, words);
    if (why !== null) said.append(make('small', {}, why));
    label.append(box, said);
    boxes.append(label);
  }
  const seats = Array.from({ length: kit.seatMax }, (_, n) => n + 1);
  const fields = make('div', { class: 'fields' });
  fields.append(
    select('place-de', 'De la place', seats, wish.from, (from) => {
      change({ from });
    }),
    select('place-a', 'À la place', seats, wish.to, (to) => {
      change({ to });
    }),
    select('par-feuille', 'Cartes par feuille', perSheet, wish.many, (many) => {
      change({ many: perSheet.find((one) => one === many) ?? wish.many });
    }),
  );
  const print = make('button', { type: 'button', class: 'button go' }, 'Imprimer');
  print.addEventListener('click', () => {
    globalThis.print();
  });
  const row = make('div', { class: 'copy-row' });
  row.append(
    print,
    make('a', { class: 'button', href: `${page.base}animer/#${code}` }, 'Changer de code'),
    said,
  );
  const shown = make('p', {}, 'Code de séance\u202f: ');
  shown.append(make('b', { class: 'code', 'data-class-code': '' }, code));
  place.replaceChildren(shown, make('p', { class: 'small' }, about), boxes, fields, row);
  draw();
}

/** Why this exercise has none; `null` when it has. */
function absence(kind: Kind, edition: Edition, { letter, sms }: SeatPaper): string | null {
  if (kind === 'letters' && letter === null)
    return 'Dans cet exercice, la lettre n’arrive pas ou elle est perdue.';
  if (kind !== 'sms' || sms !== null) return null;
  return edition.reissue === 'shown-again'
    ? 'Dans cette élection, pas de carte à donner\u202f: le nouveau code se lit à l’écran de l’exercice.'
    : 'Dans cet exercice, plus aucun nouveau code ne s’obtient.';
}

function select(
  id: string,
  label: string,
  values: readonly number[],
  chosen: number,
  choose: (value: number) => void,
): HTMLElement {
  const field = make('div', { class: 'field' });
  const list = document.createElement('select');
  list.id = id;
  for (const value of values) list.append(make('option', { value: String(value) }, String(value)));
  list.value = String(chosen);
  list.addEventListener('change', () => {
    choose(Number(list.value));
  });
  field.append(make('label', { for: id }, label), list);
  return field;
}

/** Draws what is wished. @returns how much paper that is, in a sentence */
function drawPaper(
  paper: HTMLElement,
  seats: readonly SeatPaper[],
  { wanted, many }: Wish,
  about: string,
  code: string,
): string {
  const slips = {
    personas: seats.map((one) => personaSlip(one, code)),
    letters: seats.flatMap(({ seat, letter }) =>
      letter === null ? [] : [paperSlip('letter', seat, letter)],
    ),
    sms: seats.flatMap(({ seat, sms }) => (sms === null ? [] : [paperSlip('sms', seat, sms)])),
  } as const;
  const leaves = (['personas', 'letters', 'sms'] as const)
    .filter((kind) => wanted.has(kind))
    .flatMap((kind) => sheetsOf(slips[kind], kind === 'sms' ? messagesPerSheet(many) : many));
  const answers = wanted.has('answers') ? [answerSheet(seats, about, code)] : [];
  paper.replaceChildren(...answers, ...leaves);
  for (const tally of document.querySelectorAll<HTMLElement>('[data-tally]'))
    tally.hidden = !wanted.has('tally');
  const sheets = answers.length + leaves.length + (wanted.has('tally') ? 1 : 0);
  return sheets === 0
    ? 'Rien n’est choisi.'
    : `${String(sheets)} ${sheets === 1 ? 'feuille' : 'feuilles'} A4, au recto.`;
}

enhance();
addEventListener('hashchange', enhance);
document.addEventListener('isoloir:refreshed', enhance);
