/** Cards to cut out and the trainer's sheet, as elements: EXERCICE stands inside each, so that no cut takes it away. */
import { make } from '../../scripts/element.ts';
import type { Line, Paper, SeatPaper } from './pack.ts';

/** How many cards a sheet holds. */
export const perSheet = [1, 2, 4, 8] as const;
export type PerSheet = (typeof perSheet)[number];

/** A message is a line or two: four stand where one letter would, twelve at most. */
export const messagesPerSheet = (many: PerSheet): number => Math.min(12, many * 4);

/** A4 sheets of so many cards, in the order of their seats. */
export function sheetsOf(slips: readonly HTMLElement[], many: number): readonly HTMLElement[] {
  const count = Math.ceil(slips.length / many);
  return Array.from({ length: count }, (_, index) => {
    const sheet = make('div', { class: `leaf n${String(many)}` });
    sheet.append(...slips.slice(index * many, (index + 1) * many));
    return sheet;
  });
}

/** What every card begins with. */
function slip(kind: string, seat: number, title: string): HTMLElement {
  const card = make('article', { class: `slip ${kind}`, 'aria-label': `${title}, place ${seat}` });
  const head = make('p', { class: 'stamp' });
  head.append(
    make('b', {}, 'EXERCICE'),
    make('span', {}, `aucune valeur · place\u00a0${String(seat)}`),
  );
  card.append(head);
  return card;
}

/** The voting notice, or the text message. */
export function paperSlip(kind: 'letter' | 'sms', seat: number, paper: Paper): HTMLElement {
  const title = kind === 'letter' ? 'Lettre de vote' : 'SMS';
  const card = slip(kind, seat, title);
  card.append(
    make('p', { class: 'sender' }, paper.sender),
    ...(kind === 'letter' ? [make('h3', {}, paper.subject)] : []),
    ...paper.lines.map(lineOf),
    make('p', { class: 'sign' }, kind === 'letter' ? 'Le Portail d’exercice' : 'SMS d’exercice'),
  );
  return card;
}

function lineOf({ before, code, after }: Line): HTMLElement {
  const line = make('p', {}, before);
  if (code !== null) line.append(make('b', { class: 'code' }, code), after);
  return line;
}

/** Who the voter of a seat is, and how its desk is opened. */
export function personaSlip(paper: SeatPaper, classCode: string): HTMLElement {
  const card = slip('persona', paper.seat, 'Fiche');
  const list = make('dl', {});
  for (const [label, value] of [
    ['Code de séance', classCode],
    ['Ma place', String(paper.seat)],
    ...paper.card,
  ] as const) {
    const row = make('div', {});
    row.append(make('dt', {}, label), make('dd', {}, value));
    list.append(row);
  }
  card.append(
    list,
    make('p', { class: 'sign' }, 'Personne inventée, fiche du Portail d’exercice.'),
  );
  return card;
}

/** Seat → persona → codes: for the trainer alone, on its own page. */
export function answerSheet(
  papers: readonly SeatPaper[],
  about: string,
  classCode: string,
): HTMLElement {
  const sheet = make('section', { class: 'answers', 'aria-labelledby': 'reponses' });
  const stamp = make('p', { class: 'stamp' });
  stamp.append(make('b', {}, 'EXERCICE'), make('span', {}, 'pour vous, à ne pas distribuer'));
  const scroll = make('div', { class: 'scroll', tabindex: '0', role: 'group' });
  scroll.setAttribute('aria-label', 'Tableau des réponses');
  const table = document.createElement('table');
  const news = Math.max(0, ...papers.map(({ newCodes }) => newCodes.length));
  const hasOneTime = papers.some(({ oneTimeCodes }) => oneTimeCodes.length > 0);
  const heads = [
    'Place',
    'Personne',
    // Where there are one-time codes too, one above the other: the sheet keeps its width, and its thirty seats.
    ...(hasOneTime ? ['NUMEN et date de naissance'] : ['NUMEN', 'Date de naissance']),
    'Code de la lettre',
    ...Array.from({ length: news }, (_, n) => `Nouveau code ${String(n + 1)}`),
    ...(hasOneTime ? ['Codes provisoires, dans l’ordre'] : []),
  ];
  const head = make('tr', {});
  head.append(...heads.map((words) => make('th', { scope: 'col' }, words)));
  table.createTHead().append(head);
  const body = table.createTBody();
  for (const { seat, name, ...paper } of papers) {
    const { numen, birthDate, letterCode, oneTimeCodes, newCodes } = paper;
    const row = make('tr', {});
    row.append(
      make('th', { scope: 'row' }, String(seat)),
      make('td', {}, name),
      ...[
        ...(hasOneTime ? [`${numen}\n${birthDate}`] : [numen, birthDate]),
        ...[letterCode, ...newCodes],
      ].map((text) => make('td', { class: 'code' }, text)),
      ...(hasOneTime ? [make('td', {}, oneTimeCodes.join(', '))] : []),
    );
    body.append(row);
  }
  scroll.append(table);
  const code = make('p', {}, 'Code de séance\u202f: ');
  code.append(make('b', { class: 'code' }, classCode));
  sheet.append(
    stamp,
    make('h2', { id: 'reponses' }, 'Feuille de réponses'),
    code,
    make('p', {}, about),
    scroll,
    make('p', { class: 'sign' }, 'Tout est inventé. Le Portail d’exercice.'),
  );
  return sheet;
}
