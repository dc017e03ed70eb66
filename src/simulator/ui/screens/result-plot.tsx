// A result drawn: bars as wide as the page, words that keep their size. Lengths are in em, so that larger text makes a larger plot.
import type { CandidateList } from '../../core/edition.ts';
import type { Result } from '../../core/tally.ts';
import { marks, number, percent, several } from '../numbers.ts';
import { typeset } from '../typeset.ts';

/** Where the longest bar may end; its number stands after it. */
const reach = 78;
const row = 3.3;

/** Voters within electors. */
export function TurnoutPlot(props: {
  readonly id: string;
  readonly result: Result;
  /** Id of the sentence that says the same. */
  readonly saidBy: string;
}) {
  const { id, result, saidBy } = props;
  const { electors, voters } = result;
  const share = percent(voters, electors);
  return (
    <svg class="plot" height="4.1em" role="img" aria-labelledby={id} aria-describedby={saidBy}>
      <title id={id}>{typeset(`Participation inventée : ${share}`)}</title>
      <text class="strong" y="1em">
        {typeset(`Participation : ${share}`)}
      </text>
      <rect class="whole" y="1.5em" width="100%" height="0.9em" />
      <rect class="full" y="1.5em" width={percentOf(voters, electors, 100)} height="0.9em" />
      <text y="3.5em">{several(voters, 'votant')}</text>
      <text y="3.5em" x="100%" text-anchor="end">
        {several(electors, 'inscrit')}
      </text>
    </svg>
  );
}

/** Votes of each list, then the blank vote, on one scale. */
export function VotesPlot(props: {
  readonly id: string;
  readonly result: Result;
  readonly lists: readonly CandidateList[];
}) {
  const { id, result, lists } = props;
  const { count, seats } = result;
  const rows = [
    ...lists.map(({ id: list, name }) => ({
      name,
      votes: count.votes[list] ?? 0,
      gets: several(seats[list] ?? 0, 'siège'),
    })),
    { name: 'Vote blanc', votes: count.blank, gets: null },
  ];
  const axis = marks(Math.max(...rows.map(({ votes }) => votes)));
  const most = axis.at(-1) ?? 1;
  const bottom = rows.length * row;
  return (
    <svg
      class="plot"
      height={`${(bottom + 1.6).toFixed(1)}em`}
      role="img"
      aria-labelledby={`${id}-titre`}
      aria-describedby={`${id}-texte`}
    >
      <title id={`${id}-titre`}>
        {typeset('Graphique inventé : voix et sièges de chaque liste')}
      </title>
      <desc id={`${id}-texte`}>{resultSentence(result, lists)}</desc>
      {axis.map((mark) => (
        <line
          key={mark}
          x1={percentOf(mark, most, reach)}
          x2={percentOf(mark, most, reach)}
          y2={`${bottom.toFixed(1)}em`}
        />
      ))}
      {rows.map(({ name, votes, gets }, n) => {
        const y = (shift: number) => `${(n * row + shift).toFixed(1)}em`;
        return (
          <g key={name}>
            <text class="strong" y={y(1.1)}>
              {name}
            </text>
            <text x="100%" y={y(1.1)} text-anchor="end">
              {gets ?? 'hors exprimés'}
            </text>
            <rect
              class={gets === null ? 'blank' : 'full'}
              y={y(1.6)}
              width={percentOf(votes, most, reach)}
              height="0.9em"
            />
            <text x={percentOf(votes, most, reach)} dx="0.5em" y={y(2.4)}>
              {number(votes)}
            </text>
          </g>
        );
      })}
      {axis.map((mark, n) => (
        <text
          key={mark}
          class="axis"
          x={percentOf(mark, most, reach)}
          y={`${(bottom + 1.1).toFixed(1)}em`}
          text-anchor={n === 0 ? 'start' : 'middle'}
        >
          {number(mark)}
        </text>
      ))}
      <text class="axis" x="100%" y={`${(bottom + 1.1).toFixed(1)}em`} text-anchor="end">
        voix
      </text>
    </svg>
  );
}

/** The plot in words, for who does not see it. */
export function resultSentence(result: Result, lists: readonly CandidateList[]): string {
  const { count, expressed, seats } = result;
  const each = lists.map(({ id, name }) => {
    const votes = count.votes[id] ?? 0;
    return `${name}, ${number(votes)} voix (${percent(votes, expressed)}), ${several(seats[id] ?? 0, 'siège')}`;
  });
  const blank = `vote blanc, ${several(count.blank, 'bulletin')}`;
  return typeset(`Dans cet exercice : ${[...each, blank].join(' ; ')}.`);
}

function percentOf(part: number, of: number, width: number): string {
  return `${((width * part) / Math.max(1, of)).toFixed(2)}%`;
}
