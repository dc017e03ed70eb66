/** « Je suis ailleurs »: a list of places, and the vote on the clock of the one that is chosen. Nothing is kept or sent. */
import { make } from '../../scripts/element.ts';
import { elsewhereWords, groupedZones, type VoteElsewhere } from '../../scripts/elsewhere-words.ts';

const ownZone = () => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Every zone that this browser knows, its own included; an old one knows only its own and the Paris one. */
function knownZones(): readonly string[] {
  const all =
    typeof Intl.supportedValuesOf === 'function' ? Intl.supportedValuesOf('timeZone') : [];
  return [...new Set([...all, 'Europe/Paris', ownZone()])];
}

/** What the reader chose: in this page only, and still chosen once a kept copy was refreshed. */
let chosen: string | null = null;

const seconds = (text: string | undefined) => (text === undefined ? null : Number(text));

const voteOf = ({
  opens,
  end,
  at,
  first = '',
  last = '',
  west = '',
}: DOMStringMap): VoteElsewhere => ({
  opens: seconds(opens),
  ends: seconds(end),
  lastDay: Number(at),
  days: { first, last },
  westBy: west,
});

function listOf(zones: readonly string[]): HTMLSelectElement {
  const select = document.createElement('select');
  select.id = 'ailleurs';
  select.autocomplete = 'off';
  for (const { region, zones: places } of groupedZones(zones)) {
    const group = document.createElement('optgroup');
    group.label = region;
    group.append(...places.map(({ zone, name }) => make('option', { value: zone }, name)));
    select.append(group);
  }
  return select;
}

function enhance(): void {
  const place = document.querySelector<HTMLElement>('[data-elsewhere]');
  if (!place) return;
  const vote = voteOf(place.dataset);
  const select = listOf(knownZones());
  select.value = chosen ?? ownZone();
  const said = make('div', { role: 'status' });
  const answer = () =>
    said.replaceChildren(...elsewhereWords(vote, select.value).map((line) => make('p', {}, line)));
  select.addEventListener('change', () => {
    chosen = select.value;
    answer();
  });
  const field = make('div', { class: 'field' });
  field.append(make('label', { for: select.id }, 'La ville dont l’heure est la vôtre'), select);
  place.replaceChildren(
    make('h3', {}, 'Je suis ailleurs'),
    field,
    make(
      'p',
      { class: 'small' },
      'Proposée d’après l’horloge de cet appareil. Le calcul se fait ici, rien n’est envoyé.',
    ),
    said,
  );
  answer();
}

enhance();
document.addEventListener('isoloir:refreshed', enhance);
