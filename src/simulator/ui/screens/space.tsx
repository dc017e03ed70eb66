// Pages of the voter's space: what the portal says of her, of the roll and of the lists.
import type { PeriodName, Screen } from '../../core/edition.ts';
import { academyOf, contestsOf, isListed, listsOf, periodOf } from '../../core/views.ts';
import { openingTime } from '../dates.ts';
import type { Desk } from '../desk-types.ts';
import { typeset } from '../words.ts';
import { Logo } from './logo.tsx';

function Facts(props: { readonly rows: readonly (readonly [string, string])[] }) {
  return (
    <dl class="pairs">
      {props.rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{typeset(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Name, identifier and address, as the identifier tool gives them. */
export function Identity(props: { readonly desk: Desk }) {
  const { persona } = props.desk.world;
  return (
    <Facts
      rows={[
        ['Nom', persona.lastName.toUpperCase()],
        ['Prénom', persona.firstName],
        ['Identifiant', persona.user],
        ['Mél', persona.address],
      ]}
    />
  );
}

/** The voter's profile; an exercise may plant a mistake in it. */
export function Profile(props: { readonly desk: Desk }) {
  const { edition, world } = props.desk;
  const { persona } = world;
  const profile = edition.profiles[world.setup.profile];
  const mistaken =
    world.profileUpdate !== 'done' &&
    world.incidents.some(({ kind }) => kind === 'profile-mistake');
  return (
    <>
      <Facts
        rows={[
          ['Civilité', persona.civility],
          ['Nom', persona.lastName],
          ['Prénom', persona.firstName],
          ['Corps', profile?.corps ?? ''],
          ['Affectation', mistaken ? 'Ancien établissement' : (profile?.posting ?? '')],
          ['Académie', academyOf(edition, world).name],
        ]}
      />
      {world.profileUpdate === 'asked' && (
        <p class="notice">Demande envoyée : la réponse viendra par courriel.</p>
      )}
    </>
  );
}

/** What stands in the place of a list when the roll does not know the voter. */
function Nothing(props: { readonly what: string }) {
  return (
    <p>
      <b>{typeset(props.what)}</b>
    </p>
  );
}

/** The voter's contests; those cast are said so. */
export function Contests(props: { readonly desk: Desk }) {
  const { edition, world } = props.desk;
  if (!isListed(world)) return <Nothing what="Aucun scrutin à votre nom." />;
  const { academy, profile } = world.setup;
  const partial =
    edition.nationalOnly.includes(academy) && edition.profiles[profile]?.academies === undefined;
  return (
    <>
      <ol class="contests">
        {contestsOf(world).map((contest) => (
          <li key={contest.id}>
            <b>{typeset(contest.name)}</b>
            <small>
              {world.cast.includes(contest.id)
                ? 'voté'
                : `${contest.seats} sièges dans cet exercice`}
            </small>
          </li>
        ))}
      </ol>
      {partial && (
        <p class="notice">
          {typeset('Scrutins locaux non trouvés : dans cet exercice, seulement les nationaux.')}
        </p>
      )}
    </>
  );
}

/** The electoral roll, at the voter's line. */
export function Roll(props: { readonly desk: Desk }) {
  const { world } = props.desk;
  return (
    <>
      {isListed(world) ? (
        <RollLines desk={props.desk} />
      ) : (
        <Nothing what="Aucune ligne à votre nom sur les listes électorales de l’exercice." />
      )}
      {world.rollCorrection === 'asked' && (
        <p class="notice">Réclamation envoyée : la réponse viendra par courriel.</p>
      )}
    </>
  );
}

function RollLines(props: { readonly desk: Desk }) {
  const { edition, world } = props.desk;
  const { persona } = world;
  const corps = edition.profiles[world.setup.profile]?.corps ?? '';
  return (
    <div class="scroll">
      <table>
        <caption>Votre ligne sur les listes électorales de l’exercice</caption>
        <thead>
          <tr>
            <th scope="col">Scrutin</th>
            <th scope="col">Nom, prénom</th>
            <th scope="col">Corps</th>
          </tr>
        </thead>
        <tbody>
          {contestsOf(world).map((contest) => (
            <tr key={contest.id}>
              <td>{typeset(contest.name)}</td>
              <td>
                {persona.lastName.toUpperCase()}, {persona.firstName}
              </td>
              <td>{corps}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Lists of candidates and what they say, contest by contest; all invented. */
export function Candidates(props: { readonly desk: Desk }) {
  const { edition, world } = props.desk;
  if (!isListed(world)) return <Nothing what="Aucun scrutin à votre nom : aucune liste." />;
  return (
    <>
      {contestsOf(world).map((contest) => (
        <details key={contest.id}>
          <summary>{typeset(contest.name)}</summary>
          <ul class="lists">
            {listsOf(edition, world, contest.id).map((list) => (
              <li key={list.id}>
                <Logo desk={props.desk} list={list} />
                <div>
                  <b>{list.name}</b>
                  <p>{typeset(list.manifesto)}</p>
                </div>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </>
  );
}

/** « à partir du 29 nov. 2018, 10 h 00 » under what is not open yet; nothing once it is. */
export function opensFrom(desk: Desk, screen: Screen | undefined): string | null {
  if (!screen?.period) return null;
  const period = periodOf(desk.edition, desk.world, screen.period);
  if (!period) return null;
  const { opens, closes } = desk.edition.invented;
  const ours = (names: readonly PeriodName[]) =>
    screen.period && names.includes(screen.period) ? ', dans cet exercice' : '';
  if (desk.world.now < period.opens)
    return `à partir du ${openingTime(period.opens)}${ours(opens)}`;
  if (desk.world.now < period.closes) return null;
  return `fermé depuis le ${openingTime(period.closes)}${ours(closes)}`;
}
