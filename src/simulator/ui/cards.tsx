// What lies beside the screen: the voter's card, the journal, the ways to start over, the end.
import { useState } from 'preact/hooks';
import { seedParts, stepOrder } from '../links.ts';
import type { DeskState, JournalLine, Session, Step } from '../session/contract.ts';
import type { World } from '../core/portal.ts';
import { forgottenAlias } from '../core/secrets.ts';
import { academyOf, remaining, votingCode } from '../core/views.ts';
import { Arrives } from './arrives.tsx';
import { shortTime } from './dates.ts';
import type { Desk } from './desk-types.ts';
import { GuideLink } from './guide-link.tsx';
import { foldsOf, groupsOf, isConsulted, withoutHours } from './lines.ts';
import type { DeskPage } from './start-card.tsx';
import { Hidden } from './text.tsx';
import { typeset } from './words.ts';

/** Every invented value the voter has in hand. */
export function PersonaCard(props: { readonly desk: Desk }) {
  const { edition, world, session } = props.desk;
  const { persona, account, code } = world;
  const rows: readonly Row[] = [
    ['Nom', `${persona.civility} ${persona.firstName} ${persona.lastName}`],
    ['Académie', academyOf(edition, world).name],
    ['Métier', edition.profiles[world.setup.profile]?.corps ?? ''],
    ['Adresse', persona.address],
    ['NUMEN', world.numenKnown ? persona.numen : 'à demander au secrétariat', 'secret'],
    ['Date de naissance', persona.birthDate, 'secret'],
    ['Portable', persona.phone],
    ['Ancien portable (à quelqu’un d’autre)', persona.otherPhone],
    [
      'Mot de passe du portail',
      account.secret === null
        ? 'pas encore choisi'
        : inMind(session, account.secret, 'oublié', 'tapé par vous : de mémoire'),
      'secret',
    ],
    ...challengeRow(props.desk),
    [
      'Code de vote',
      code.known === null ? noCode(code) : votingCode(edition, world, code.known),
      'secret',
    ],
  ];
  return (
    <dl class="pairs">
      {rows.map(([name, value, kind]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd class={kind}>{typeset(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A name and its value; what is secret is covered on a wall. */
type Row = readonly [name: string, value: string, kind?: 'secret'];

/** The question chosen with the account, where the election has one. */
function challengeRow({ edition, world, session }: Desk): readonly Row[] {
  const { challenge } = world.account;
  const question = challenge && edition.challenges[challenge.question];
  if (!question) return [];
  const answer = inMind(session, challenge.secret, 'oubliée', 'tapée par vous : de mémoire');
  return [[question, answer, 'secret']];
}

/** What was proposed here is written down; the rest is in the voter's memory, or was lost before the exercise began. */
function inMind(session: Desk['session'], secret: string, forgotten: string, typed: string) {
  return secret === forgottenAlias ? forgotten : (session.textOf(secret) ?? typed);
}

function noCode({ letter, reissues }: World['code']): string {
  return letter === 'lost' && reissues === 0 ? 'perdu avec la lettre' : 'pas encore reçu';
}

/** The journal in French, newest first; each gesture can be gone back to. */
export function Journal(props: { readonly desk: Desk; readonly onReturn: (said: string) => void }) {
  const { session, state } = props.desk;
  const { narration } = state.edition;
  const [open, setOpen] = useState(false);
  const gesture = (group: readonly JournalLine[]) => {
    const lines = withoutHours(group, narration);
    const last = lines.at(-1)?.text ?? '';
    return (
      <div key={group[0]?.group}>
        <small>{shortTime(group[0]?.at ?? 0)}</small>
        {lines.map(({ seq, kind, text }) => (
          <p key={seq} class={kind}>
            {typeset(text)}
          </p>
        ))}
        <button
          type="button"
          class="mini"
          onClick={() => {
            props.onReturn(`Vous êtes de nouveau juste après : ${last}`);
            void session.undoTo(group[0]?.group ?? 0);
          }}
        >
          revenir ici<Hidden> : {last}</Hidden>
        </button>
      </div>
    );
  };
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Journal</summary>
      {open && (
        <ol class="journal">
          {foldsOf(groupsOf(state.lines), isConsulted(narration)).map((fold) => (
            <li key={fold.groups[0]?.[0]?.group}>
              {fold.folded ? (
                <details>
                  <summary>{fold.groups.length} pages consultées</summary>
                  {fold.groups.map(gesture)}
                </details>
              ) : (
                fold.groups.map(gesture)
              )}
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
      {open && <Keeping session={session} seat={seedParts(state.world.setup.seed).seat} />}
    </details>
  );
}

/** What can be done with the whole exercise: look at it again, or take it away. */
function Keeping(props: { readonly session: Session; readonly seat: number | null }) {
  const [failed, setFailed] = useState(false);
  return (
    <>
      <p>
        <a href="#relire">relire cet exercice</a>
      </p>
      <button
        type="button"
        class="mini"
        aria-describedby="fichier-dit"
        onClick={() => void saveRun(props.session).catch(() => setFailed(true))}
      >
        enregistrer le journal dans un fichier
      </button>
      <p class="hint" id="fichier-dit">
        {typeset(
          props.seat === null
            ? 'Votre nom n’y est pas. Les six lettres de l’exercice y sont : elles redonnent la même personne inventée.'
            : 'Votre nom n’y est pas. Les six lettres et le numéro de place y sont : ils redonnent la même personne inventée. Qui connaît votre place peut reconnaître votre fichier.',
        )}
      </p>
      {failed && (
        <p class="refusal" role="alert">
          Cet appareil ne rend plus le début de l’exercice : il n’y a pas de fichier. Pour en avoir
          un, recommencez-le.
        </p>
      )}
    </>
  );
}

/** A small file, made here: nothing is sent. */
async function saveRun(session: Session): Promise<void> {
  const file = new Blob([await session.exportJournal()], { type: 'application/json' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = 'isoloir-exercice.json';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** The last gesture of the visible journal, in its main sentence. */
export function lastGesture(state: DeskState): string {
  const last = groupsOf(state.lines)[0] ?? [];
  return withoutHours(last, state.edition.narration)[0]?.text ?? '';
}

/** Each step, with its article. */
export const stepNames: Readonly<Record<Step, string>> = {
  messagerie: 'la messagerie',
  compte: 'le compte',
  code: 'le code',
  vote: 'le vote',
  preuve: 'la preuve',
};

/** Starting over, in every size; what destroys asks once, inline. */
export function StartOver(props: {
  readonly desk: Desk;
  /** Says where one went back to. */
  readonly onReturn: (said: string) => void;
  readonly onErase: () => void;
}) {
  const { desk, onReturn, onErase } = props;
  const { session } = desk;
  const back = (said: string, go: () => Promise<void>) => () => {
    onReturn(said);
    void go();
  };
  return (
    <>
      <div class="doors">
        <button
          type="button"
          onClick={back('Vous êtes de nouveau au début de l’étape.', () => session.restartStep())}
        >
          Recommencer l’étape
        </button>
        <button
          type="button"
          onClick={back('Vous êtes de nouveau au début de l’exercice.', () => session.restart())}
        >
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
          <button key={step} type="button" onClick={back('', () => session.jumpTo(step))}>
            {stepNames[step]}
          </button>
        ))}
      </div>
      <h3>Personne suivante</h3>
      <NextPerson label="Laisser la place" onErase={onErase} />
    </>
  );
}

/** « Personne suivante »: asks once, in place. */
function NextPerson(props: { readonly label: string; readonly onErase: () => void }) {
  const { label, onErase } = props;
  const [asked, setAsked] = useState(false);
  return asked ? (
    <Arrives className="confirm" label="Personne suivante">
      <p>Tous les exercices de cet appareil seront effacés.</p>
      <div class="doors inline">
        <button type="button" class="go" onClick={onErase}>
          Tout effacer
        </button>
        <button type="button" onClick={() => setAsked(false)}>
          Garder
        </button>
      </div>
    </Arrives>
  ) : (
    <div class="doors">
      <button type="button" onClick={() => setAsked(true)}>
        {label}
        <small>Efface tout ce que cet appareil a gardé.</small>
      </button>
    </div>
  );
}

/** Every ballot is cast and every proof kept; the results may be looked at, or not. */
export function hasEnded(desk: Desk): boolean {
  const { edition, world } = desk;
  const kind = edition.screens[world.screen]?.kind;
  return (
    (kind === 'receipt' || kind === 'receipts' || kind === 'results') &&
    world.receipts.length > 0 &&
    remaining(world).length === 0 &&
    world.receipts.every(({ kept }) => kept)
  );
}

/** What the guide's strip says today, told again where the exercise ends. */
function Alerts() {
  const lines = [...document.querySelectorAll<HTMLElement>('#alertes li')].filter(
    (line) => !line.hidden,
  );
  return lines.map((line, n) => (
    <p key={n} class="notice">
      {line.textContent}
    </p>
  ));
}

/** Nothing left from here, where the real thing is, and what can be done next. */
export function EndCard(props: {
  readonly desk: Desk;
  readonly page: DeskPage;
  readonly onErase: () => void;
}) {
  const { desk, page, onErase } = props;
  const { academy } = desk.world.setup;
  const { under, without } = page.academyPages;
  return (
    <div class="end">
      <Alerts />
      <p>
        <b>Exercice terminé. Rien n’est parti d’ici.</b> Si vous avez déjà voté, votre vote ne
        change pas. Sinon, le vrai vote se fait sur le portail officiel.
      </p>
      <p>
        <GuideLink
          class="button"
          base={page.base}
          path={without.includes(academy) ? '' : `${under}${academy}/`}
        >
          Mon académie, maintenant
        </GuideLink>
      </p>
      <div class="doors">
        <button type="button" onClick={() => desk.session.leave()}>
          Un autre exercice
          <small>Celui-ci reste dans la liste.</small>
        </button>
      </div>
      <NextPerson label="Personne suivante" onErase={onErase} />
    </div>
  );
}
