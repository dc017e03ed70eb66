// What lies beside the screen: the voter's card, the journal, the ways to start over, the end.
import { useState } from 'preact/hooks';
import { stepOrder } from '../links.ts';
import type { JournalLine, Session, Step } from '../session/contract.ts';
import { academyOf, remaining, votingCode } from '../core/views.ts';
import { shortTime } from './dates.ts';
import type { Desk } from './desk-types.ts';
import type { DeskPage } from './start-card.tsx';
import { Hidden } from './text.tsx';
import { typeset } from './words.ts';

/** Every invented value the voter has in hand. */
export function PersonaCard(props: { readonly desk: Desk }) {
  const { edition, world, session } = props.desk;
  const { persona, account, code } = world;
  const password = account.secret === null ? null : session.textOf(account.secret);
  const rows: readonly (readonly [string, string])[] = [
    ['Nom', `${persona.civility} ${persona.firstName} ${persona.lastName}`],
    ['Académie', academyOf(edition, world).name],
    ['Métier', edition.profiles[world.setup.profile]?.corps ?? ''],
    ['Adresse', persona.address],
    ['NUMEN', world.numenKnown ? persona.numen : 'à demander au secrétariat'],
    ['Date de naissance', persona.birthDate],
    ['Portable', persona.phone],
    ['Ancien portable (à quelqu’un d’autre)', persona.otherPhone],
    [
      'Mot de passe du portail',
      account.secret === null ? 'pas encore choisi' : (password ?? 'tapé par vous : de mémoire'),
    ],
    ...challengeRow(props.desk),
    [
      'Code de vote',
      code.known === null ? 'pas encore reçu' : votingCode(edition, world, code.known),
    ],
  ];
  return (
    <dl class="pairs">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{typeset(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The question chosen with the account, where the election has one. */
function challengeRow({ edition, world, session }: Desk): readonly (readonly [string, string])[] {
  const { challenge } = world.account;
  const question = challenge && edition.challenges[challenge.question];
  if (!question) return [];
  return [[question, session.textOf(challenge.secret) ?? 'tapée par vous : de mémoire']];
}

/** The journal in French, newest first; each gesture can be gone back to. */
export function Journal(props: { readonly desk: Desk }) {
  const { session, state } = props.desk;
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Journal</summary>
      {open && (
        <ol class="journal">
          {groupsOf(state.lines).map((lines) => (
            <li key={lines[0]?.group}>
              <small>{shortTime(lines[0]?.at ?? 0)}</small>
              {lines.map(({ seq, kind, text }) => (
                <p key={seq} class={kind}>
                  {typeset(text)}
                </p>
              ))}
              <button
                type="button"
                class="mini"
                onClick={() => void session.undoTo(lines[0]?.group ?? 0)}
              >
                revenir ici<Hidden> : {lines.at(-1)?.text}</Hidden>
              </button>
            </li>
          ))}
          {state.hasEarlier && (
            <li>
              <button type="button" class="mini" onClick={() => void session.showEarlier()}>
                montrer ce qui précède
              </button>
            </li>
          )}
        </ol>
      )}
      {open && (
        <button type="button" class="mini" onClick={() => void saveJournal(session)}>
          enregistrer le journal dans un fichier
        </button>
      )}
    </details>
  );
}

/** A small file, made here: nothing is sent. */
async function saveJournal(session: Session): Promise<void> {
  const file = new Blob([await session.exportJournal()], { type: 'application/json' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = 'isoloir-journal.json';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

function groupsOf(lines: readonly JournalLine[]): readonly (readonly JournalLine[])[] {
  const groups = new Map<number, JournalLine[]>();
  for (const line of lines) {
    const group = groups.get(line.group);
    if (group) group.push(line);
    else groups.set(line.group, [line]);
  }
  return [...groups.values()].reverse();
}

const stepNames: Readonly<Record<Step, string>> = {
  messagerie: 'la messagerie',
  compte: 'le compte',
  code: 'le code',
  vote: 'le vote',
  preuve: 'la preuve',
};

/** Starting over, in every size; what destroys asks once, inline. */
export function StartOver(props: { readonly desk: Desk; readonly onErase: () => void }) {
  const { desk, onErase } = props;
  const { session } = desk;
  const [asked, setAsked] = useState(false);
  return (
    <>
      <div class="doors">
        <button type="button" onClick={() => void session.restartStep()}>
          Recommencer l’étape
        </button>
        <button type="button" onClick={() => void session.restart()}>
          Recommencer l’exercice
        </button>
        <button type="button" onClick={() => session.leave()}>
          Changer d’exercice
          <small>Celui-ci reste dans la liste.</small>
        </button>
      </div>
      <h3>Aller directement à…</h3>
      <div class="doors inline">
        {stepOrder.map((step) => (
          <button key={step} type="button" onClick={() => void session.jumpTo(step)}>
            {stepNames[step]}
          </button>
        ))}
      </div>
      <h3>Personne suivante</h3>
      {asked ? (
        <div class="confirm" role="group" aria-label="Personne suivante">
          <p>Tous les exercices de cet appareil seront effacés.</p>
          <div class="doors inline">
            <button type="button" class="go" onClick={onErase}>
              Tout effacer
            </button>
            <button type="button" onClick={() => setAsked(false)}>
              Garder
            </button>
          </div>
        </div>
      ) : (
        <div class="doors">
          <button type="button" onClick={() => setAsked(true)}>
            Laisser la place
            <small>Efface tout ce que cet appareil a gardé.</small>
          </button>
        </div>
      )}
    </>
  );
}

/** The last screen of an exercise is open: results, or the last proof. */
export function hasEnded(desk: Desk): boolean {
  const kind = desk.edition.screens[desk.world.screen]?.kind;
  const voted = remaining(desk.world).length === 0;
  return kind === 'results' || (voted && (kind === 'receipt' || kind === 'receipts'));
}

/** Nothing left from here, and where the real thing is. */
export function EndCard(props: { readonly desk: Desk; readonly page: DeskPage }) {
  const { desk, page } = props;
  const academy = page.academyPages[desk.world.setup.academy] ?? '';
  return (
    <div class="end">
      <p>
        <b>Exercice terminé. Rien n’est parti d’ici.</b> Si vous avez déjà voté, votre vote ne
        change pas. Sinon, le vrai vote se fait sur le portail officiel.
      </p>
      <p>
        <a class="button" href={`${page.base}${academy}`}>
          Mon académie, maintenant
        </a>
      </p>
    </div>
  );
}
