/** Choosing a class code: election, academy or any, profile, exercise, six letters; shown large, with its link and its QR code. */
import { copy } from '../../scripts/clipboard.ts';
import { make } from '../../scripts/element.ts';
import { qrDrawing } from '../../drawings/qr.ts';
import type { Edition } from '../core/edition.ts';
import type { Choice } from '../core/suits.ts';
import type { StartLink } from '../links.ts';
import { openKit, type Kit } from './kit.ts';
import type { RoomPage } from './room-page.ts';

/** Where no session names another one. */
const wholeWay = 'parcours-complet';
const chosenParts: readonly (keyof Choice)[] = ['academy', 'profile', 'exercise'];

/**
 * Draws the fields and the code into `place`, and the codes of the session's exercises where the page asks for them.
 * @param hash a class code to start from, or anything else
 * @throws when the election's data cannot be had
 */
export async function openChooser(place: HTMLElement, page: RoomPage, hash: string): Promise<void> {
  const kit = await openKit();
  const latest = page.editions.at(-1)?.id ?? '';
  const brought = kit.parseLink(page.tables, hash);
  let link: StartLink = brought ? kit.classLink(brought) : firstLink(kit, page, latest);
  let edition = await kit.loadData(page.base, link.edition);
  link = { ...link, ...kit.nearest(edition, link, null) };
  let isAnywhere = brought === null;
  const named = ({ id, name }: { readonly id: string; readonly name: string }) =>
    [id, kit.typeset(name)] as const;

  const fields = make('div', { class: 'fields' });
  const result = make('div', { class: 'result' });
  const said = make('p', { class: 'small', role: 'status' });
  place.replaceChildren(fields, said, result);

  const change = (part: Partial<StartLink>): void => {
    const wish = { ...link, ...part };
    const [kept = null] = chosenParts.filter((one) => one in part);
    link = { ...wish, ...kit.nearest(edition, wish, kept) };
    draw();
  };
  const changeEdition = async (id: string): Promise<void> => {
    try {
      edition = await kit.loadData(page.base, id);
      said.textContent = '';
      change({ edition: id });
    } catch {
      said.textContent = 'Les données de cette élection n’arrivent pas. Vérifiez la connexion.';
      draw();
    }
  };
  const fits = (part: Partial<Choice>): boolean => kit.suits(edition, { ...link, ...part });

  function draw(): void {
    const focused = document.activeElement?.id;
    const names = {
      academy: Object.values(edition.academies)
        .filter(({ id }) => fits({ academy: id }))
        .map(named),
      profile: Object.values(edition.profiles)
        .filter(({ id }) => id === link.profile || suitsSomewhere(kit, edition, link, id))
        .map(named),
      exercise: Object.values(edition.exercises).map(({ id, title }) => named({ id, name: title })),
    };
    const seed = make('div', { class: 'field' });
    const letters = document.createElement('input');
    Object.assign(letters, { id: 'seance-lettres', maxLength: 6, value: link.seed });
    for (const [name, value] of [
      ['autocomplete', 'off'],
      ['autocapitalize', 'characters'],
      ['spellcheck', 'false'],
    ] as const)
      letters.setAttribute(name, value);
    letters.addEventListener('change', () => {
      const typed = letters.value.replace(/\s/gu, '').toUpperCase();
      said.textContent = kit.isSeed(typed)
        ? ''
        : `Il faut six lettres, prises parmi ${kit.seedAlphabet.split('').join(' ')}.`;
      if (kit.isSeed(typed)) change({ seed: typed });
    });
    const other = make(
      'button',
      { type: 'button', class: 'button', id: 'seance-tirer' },
      'En tirer d’autres',
    );
    other.addEventListener('click', () => {
      change({ seed: kit.drawSeed() });
    });
    seed.append(
      make('label', { for: letters.id }, 'Six lettres, qui fixent personnes et codes'),
      letters,
    );
    const again = make('div', { class: 'copy-row' });
    again.append(other);
    fields.replaceChildren(
      select(
        'seance-election',
        'Élection',
        page.editions.map(({ id, title }) => named({ id, name: title })),
        link.edition,
        (id) => void changeEdition(id),
      ),
      select(
        'seance-academie',
        'Académie',
        [['', 'Peu importe'], ...names.academy],
        isAnywhere ? '' : link.academy,
        (id) => {
          isAnywhere = id === '';
          change({ academy: isAnywhere ? page.anywhere : id });
        },
      ),
      select('seance-metier', 'Métier', names.profile, link.profile, (id) => {
        change({ profile: id });
      }),
      select('seance-exercice', 'Exercice', names.exercise, link.exercise, (id) => {
        change({ exercise: id });
      }),
      seed,
      again,
    );
    if (focused !== undefined && focused !== '') document.getElementById(focused)?.focus();
    showCode(kit, result, page, edition, link);
    showPlays(kit, page, edition, link);
  }
  draw();
  document.getElementById('seance-election')?.focus();
}

function firstLink(kit: Kit, page: RoomPage, edition: string): StartLink {
  return {
    edition,
    academy: page.anywhere,
    profile: 'certifie',
    exercise: page.session[0]?.exercise ?? wholeWay,
    seed: kit.drawSeed(),
    seat: null,
    step: null,
  };
}

/** Some exercise of that academy, or this exercise somewhere, is for that profile. */
function suitsSomewhere(kit: Kit, edition: Edition, link: StartLink, profile: string): boolean {
  return Object.keys(edition.academies).some((academy) =>
    kit.suits(edition, { academy, profile, exercise: link.exercise }),
  );
}

function select(
  id: string,
  label: string,
  options: readonly (readonly [string, string])[],
  chosen: string,
  choose: (id: string) => void,
): HTMLElement {
  const field = make('div', { class: 'field' });
  const list = document.createElement('select');
  list.id = id;
  for (const [value, words] of options) {
    const option = document.createElement('option');
    option.value = value;
    option.textContent = words;
    option.selected = value === chosen;
    list.append(option);
  }
  list.addEventListener('change', () => {
    choose(list.value);
  });
  field.append(make('label', { for: id }, label), list);
  return field;
}

/** The code as it is written on a board, its link, its QR code, and what to do with it. */
function showCode(
  kit: Kit,
  place: HTMLElement,
  page: RoomPage,
  edition: Edition,
  link: StartLink,
): void {
  const hash = kit.printLink(page.tables, link) ?? '';
  const address = `${location.origin}${page.base}simulateur/${hash}`;
  const said = make('p', { role: 'status' });
  const shown = make('a', { href: `${page.base}simulateur/${hash}` }, address);
  const copyIt = make('button', { type: 'button', class: 'button' }, 'Copier le lien');
  copyIt.addEventListener('click', () => {
    void copy(address, shown).then((done) => {
      said.textContent = done
        ? 'Lien copié.'
        : 'Le lien est sélectionné\u202f: copiez-le à la main.';
    });
  });
  const row = make('div', { class: 'copy-row' });
  const pack = make(
    'a',
    { class: 'button go', href: `${page.base}animer/imprimer/${hash}` },
    'Imprimer fiches et lettres',
  );
  const wall = make(
    'a',
    { class: 'button', href: `${page.base}simulateur/#projeter.${hash.slice(1)}` },
    'Projeter',
  );
  row.append(pack, wall, copyIt, said);
  const code = make('div', { class: 'qr' });
  code.append(qrDrawing(address, `Code QR vers ${address}`));
  const addressLine = make('p', { class: 'small address' });
  addressLine.append(shown);
  const where = edition.academies[link.academy]?.name ?? '';
  const who = edition.profiles[link.profile]?.name ?? '';
  place.replaceChildren(
    make('p', { class: 'small' }, 'Code de séance, à écrire au tableau point par point'),
    make('p', { class: 'class-code', 'data-class-code': '' }, hash.slice(1)),
    make(
      'p',
      { class: 'small' },
      kit.typeset(`${edition.exercises[link.exercise]?.title ?? ''}. ${where}, ${who}.`),
    ),
    addressLine,
    code,
    row,
  );
}

/** Beside each exercise of a session, the code that plays it with the same persons. */
function showPlays(kit: Kit, page: RoomPage, edition: Edition, link: StartLink): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-plays]')) {
    const exercise = place.dataset['plays'] ?? '';
    const hash = kit.suits(edition, { ...link, exercise })
      ? kit.printLink(page.tables, { ...link, exercise })
      : null;
    place.replaceChildren(
      ...(hash === null
        ? ['Pas avec ces choix\u202f: changez d’académie ou de métier.']
        : ['Code\u202f: ', make('b', {}, hash.slice(1))]),
    );
  }
}
