// Several runs of one exercise on one page: where people stumbled, in a table, in a plot and in words. Nobody has a name here.
import type { Film } from '../session/film.ts';
import { incidentTypes, type Gathering, type StepRow, type Stumble } from '../session/gather.ts';
import { stepNames } from './cards.tsx';
import { several } from './numbers.ts';
import { incidentWords } from './run-words.ts';
import { fill, typeset } from './words.ts';

export function Gathered(props: {
  readonly gathering: Gathering;
  readonly open: (film: Film) => void;
}) {
  const { gathering, open } = props;
  const { edition, exercise, films, rows } = gathering;
  const hard = rows.filter(({ stumbles }) => stumbles.length > 0);
  const words = ({ what, times, runs }: Stumble): string => {
    const incident = incidentTypes.find((one) => one === what);
    const sentence = incident
      ? incidentWords[incident]
      : Object.entries(edition.refusals).find(([word]) => word === what)?.[1].sentence;
    return `${times} fois, dans ${several(runs, 'exercice')}\u202f: ${fill(sentence ?? what, edition.words)}`;
  };
  return (
    <section class="result gathered">
      <h2>
        {typeset(edition.exercises[exercise]?.title ?? '')}, {typeset(edition.label)}
      </h2>
      <div class="scroll">
        <Plot rows={rows} total={films.length} />
        <table>
          <caption>{several(films.length, 'exercice réuni', 'exercices réunis')}</caption>
          <thead>
            <tr>
              <th scope="col">Étape</th>
              <th scope="col">Arrivés</th>
              <th scope="col">Ont buté</th>
              <th scope="col">Refus</th>
              <th scope="col">Incidents</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ step, reached, stumbled, refusals, incidents }) => (
              <tr key={step}>
                <th scope="row">{stepNames[step]}</th>
                <td>{reached}</td>
                <td>{stumbled}</td>
                <td>{refusals}</td>
                <td>{incidents}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {hard.map(({ step, stumbles }) => (
        <details key={step}>
          <summary>{typeset(`Ce qui a arrêté : ${stepNames[step]}`)}</summary>
          <ul>
            {stumbles.map((one) => (
              <li key={one.what}>{words(one)}</li>
            ))}
          </ul>
        </details>
      ))}
      <div class="doors inline">
        {films.map((film, n) => (
          <button key={n} type="button" onClick={() => open(film)}>
            Relire l’exercice {n + 1}
            <small>{several(film.frames.length, 'geste')}</small>
          </button>
        ))}
      </div>
    </section>
  );
}

/** One bar a step: those who came there, and among them those who stumbled. The table beneath says the same. */
function Plot(props: { readonly rows: readonly StepRow[]; readonly total: number }) {
  const { rows, total } = props;
  const said = rows.map(
    ({ step, stumbled, reached }) => `${stepNames[step]}, ${stumbled} sur ${reached}`,
  );
  const width = (part: number) => `${((100 * part) / total).toFixed(1)}%`;
  return (
    <svg
      class="plot"
      height={`${rows.length * 3}em`}
      role="img"
      aria-label={typeset(`Combien ont buté, parmi ceux qui sont arrivés : ${said.join(' ; ')}.`)}
    >
      {rows.map(({ step, stumbled, reached }, n) => (
        <g key={step}>
          <text class="strong" y={`${n * 3 + 1}em`}>
            {stepNames[step]}
          </text>
          <text x="100%" y={`${n * 3 + 1}em`} text-anchor="end">
            {stumbled} sur {reached}
          </text>
          <rect class="whole" y={`${n * 3 + 1.4}em`} width={width(reached)} height="0.9em" />
          <rect class="full" y={`${n * 3 + 1.4}em`} width={width(stumbled)} height="0.9em" />
        </g>
      ))}
    </svg>
  );
}
