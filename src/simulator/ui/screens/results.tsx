// Results, drawn from the seed: the same on every device, and blind to what anyone chose.
import { listsOf } from '../../core/views.ts';
import { resultOf } from '../../core/tally.ts';
import type { Desk } from '../desk-types.ts';
import { number, percent, several } from '../numbers.ts';
import { typeset } from '../words.ts';
import { TurnoutPlot, VotesPlot } from './result-plot.tsx';

/** Participation, blanks, votes and seats of each contest: a sentence, a table, and what both look like. */
export function Results(props: { readonly desk: Desk }) {
  const { edition, world } = props.desk;
  return (
    <>
      {world.persona.contests.map((contest, n) => {
        const result = resultOf(edition, world, contest);
        const { electors, voters, expressed, count, seats } = result;
        const lists = listsOf(edition, world, contest.id);
        const id = `resultat-${n}`;
        return (
          <section key={contest.id} class="result">
            <h3>{typeset(contest.name)}</h3>
            <p id={`${id}-phrase`}>
              {typeset('Dans cet exercice :')} {several(electors, 'inscrit')},{' '}
              {several(voters, 'votant')} ({percent(voters, electors)}),{' '}
              {several(count.blank, 'bulletin blanc', 'bulletins blancs')},{' '}
              {several(expressed, 'suffrage exprimé', 'suffrages exprimés')}.
            </p>
            <div class="scroll">
              <TurnoutPlot id={`${id}-participation`} result={result} saidBy={`${id}-phrase`} />
            </div>
            <div class="scroll">
              <table>
                <caption>
                  {typeset('Résultats inventés :')} {several(contest.seats, 'siège')}, à la plus
                  forte moyenne
                </caption>
                <thead>
                  <tr>
                    <th scope="col">Liste</th>
                    <th scope="col">Voix</th>
                    <th scope="col">Part</th>
                    <th scope="col">Sièges</th>
                  </tr>
                </thead>
                <tbody>
                  {lists.map(({ id: list, name }) => (
                    <tr key={list}>
                      <th scope="row">{name}</th>
                      <td>{number(count.votes[list] ?? 0)}</td>
                      <td>{percent(count.votes[list] ?? 0, expressed)}</td>
                      <td>{seats[list] ?? 0}</td>
                    </tr>
                  ))}
                </tbody>
                <tfoot>
                  <tr>
                    <th scope="row">Exprimés</th>
                    <td>{number(expressed)}</td>
                    <td>{percent(expressed, expressed)}</td>
                    <td>{contest.seats}</td>
                  </tr>
                  <tr>
                    <th scope="row">Vote blanc</th>
                    <td>{number(count.blank)}</td>
                    <td colSpan={2}>hors exprimés</td>
                  </tr>
                </tfoot>
              </table>
            </div>
            <figure>
              <figcaption>Les mêmes chiffres inventés, dessinés</figcaption>
              <div class="scroll">
                <VotesPlot id={id} result={result} lists={lists} />
              </div>
            </figure>
          </section>
        );
      })}
    </>
  );
}
