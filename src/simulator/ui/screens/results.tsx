// Results, drawn from the seed: the same on every device, and blind to what anyone chose.
import { listsOf } from '../../core/views.ts';
import { resultOf } from '../../core/tally.ts';
import type { Desk } from '../desk-types.ts';
import { typeset } from '../words.ts';

const count = new Intl.NumberFormat('fr-FR');
const percent = new Intl.NumberFormat('fr-FR', {
  style: 'percent',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

/** Participation, blanks, votes and seats of each contest; bars repeat what the table says. */
export function Results(props: { readonly desk: Desk }) {
  const { edition, world } = props.desk;
  return (
    <>
      {world.persona.contests.map((contest) => {
        const { electors, voters, count: counted, seats } = resultOf(edition, world, contest);
        const expressed = voters - counted.blank;
        return (
          <section key={contest.id} class="result">
            <h3>{typeset(contest.name)}</h3>
            <p>
              {count.format(electors)} inscrits, {count.format(voters)} votants (
              {percent.format(voters / electors)}), {count.format(counted.blank)} blancs,{' '}
              {count.format(expressed)} exprimés.
            </p>
            <div class="scroll">
              <table>
                <caption>Résultats inventés : {contest.seats} sièges</caption>
                <thead>
                  <tr>
                    <th scope="col">Liste</th>
                    <th scope="col">Voix</th>
                    <th scope="col">Part</th>
                    <th scope="col">Sièges</th>
                  </tr>
                </thead>
                <tbody>
                  {listsOf(edition, world, contest.id).map((list) => {
                    const share = (counted.votes[list.id] ?? 0) / Math.max(1, expressed);
                    return (
                      <tr key={list.id}>
                        <th scope="row">
                          {list.name}
                          <svg
                            class="bar"
                            viewBox="0 0 100 6"
                            preserveAspectRatio="none"
                            aria-hidden="true"
                          >
                            <rect width={(share * 100).toFixed(1)} height="6" />
                          </svg>
                        </th>
                        <td>{count.format(counted.votes[list.id] ?? 0)}</td>
                        <td>{percent.format(share)}</td>
                        <td>{seats[list.id] ?? 0}</td>
                      </tr>
                    );
                  })}
                </tbody>
              </table>
            </div>
          </section>
        );
      })}
    </>
  );
}
