// What a room sees on its wall: the class code, where everybody goes, the minutes that remain; then the same desk as
// everybody, played by the trainer, its codes covered.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ComponentType } from 'preact';
import { qrDrawing } from '../../drawings/qr.ts';
import type { Edition } from '../core/edition.ts';
import type { Setup } from '../core/portal.ts';
import { suits } from '../core/suits.ts';
import {
  classLink,
  parseLink,
  printLink,
  seatMax,
  seedOf,
  seedParts,
  stepOrder,
} from '../links.ts';
import type { StartLink } from '../links.ts';
import type { DeskState, Session, Step } from '../session/contract.ts';
import { carried } from './carried.ts';
import { ClassCodeField, unreadCode } from './class-code-field.tsx';
import { completed, isOf } from './completed.ts';
import { resting } from './countdown.ts';
import type { DeskProps } from './desk.tsx';
import { loadData } from './load-data.ts';
import { Clock, Minutes, RunOrRest, useCountdown, type Timed } from './projector-clock.tsx';
import { dress, projecting } from './projector-door.tsx';
import { emptyRoom, type Room } from './room.ts';
import type { DeskPage } from './start-card.tsx';
import { typeset } from './typeset.ts';
export { wearWall } from './wall-style.ts';
// Whoever projects has the desk already: one chunk for both, instead of one for what they share.
import './running.ts';

export interface ProjectorProps {
  readonly page: DeskPage;
  readonly session: Session;
  /** The exercise that is open in this tab, if one is. */
  readonly state: DeskState | null;
  readonly Desk: ComponentType<DeskProps>;
  /** What the address says after `#projeter`, as `parseLink` reads it. */
  readonly code: string;
  /** Another address for this page. */
  readonly onCode: (hash: string) => void;
  readonly onClose: () => void;
}

/** « Tout le monde… » */
const calls: Readonly<Record<Step, string>> = {
  messagerie: 'à la messagerie',
  compte: 'au compte',
  code: 'au code',
  vote: 'au vote',
  preuve: 'à la preuve',
};
const atStart = 'au départ';
/** Where the session does not say. */
const usualMinutes = 5;
/** Nobody is alone with a wall: the ballot is hidden, as it is between two people at one screen. */
const inFrontOfAll: Room = { ...emptyRoom, together: true };

export function ProjectorView(props: ProjectorProps) {
  const { page, code } = props;
  const link = code === '' ? null : parseLink(page.tables, code);
  const [edition, setEdition] = useState<Edition | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let wanted = true;
    setEdition(null);
    setFailed(false);
    if (link)
      loadData(page.base, link.edition).then(
        (data) => wanted && setEdition(data),
        () => wanted && setFailed(true),
      );
    return () => {
      wanted = false;
    };
  }, [link?.edition, page.base]);
  if (link && edition?.id === link.edition && isOf(edition, link))
    return <Wall key={code} {...props} edition={edition} link={link} />;
  if (link && !edition && !failed)
    return (
      <div class="start">
        <p role="status">Un instant…</p>
      </div>
    );
  const said = failed
    ? 'Les données de cette élection n’arrivent pas. Vérifiez la connexion, puis rechargez la page.'
    : code === ''
      ? ''
      : unreadCode;
  return <CodeForm key={code} {...props} said={said} />;
}

/** Where no code came with the address: in the single file, or typed by hand. */
function CodeForm(props: ProjectorProps & { readonly said: string }) {
  const { page, said, onCode, onClose } = props;
  useEffect(() => {
    dress(true, false);
    document.getElementById('depart')?.focus();
  }, []);
  return (
    <div class="desk">
      <section class="frame" aria-label="Exercice, à projeter">
        <div class="band">
          <h1 id="depart" tabIndex={-1}>
            EXERCICE, à projeter
          </h1>
        </div>
        <div class="field">
          <ClassCodeField
            tables={page.tables}
            id="seance"
            label="Le code de la séance"
            first=""
            action="Projeter"
            hint="Celui que vous écrivez au tableau : des signes séparés par des points."
            said={said}
            onRead={(link) => {
              const hash = printLink(page.tables, classLink(link));
              if (hash !== null) onCode(projecting(hash));
            }}
          />
        </div>
        <div class="doors inline">
          <button type="button" onClick={onClose}>
            Fermer
          </button>
        </div>
      </section>
    </div>
  );
}

type WallProps = ProjectorProps & { readonly edition: Edition; readonly link: StartLink };

function Wall(props: WallProps) {
  const { page, session, state, Desk, edition, link, onCode, onClose } = props;
  const code = printLink(page.tables, classLink(link)) ?? '';
  const [board, change] = useBoard(newBoard(page, link, code, link.seat ?? seatMax));
  const { step, seat, atDesk, covered } = board;
  const [trouble, setTrouble] = useState('');
  const countdown = useCountdown(board, change);
  const open = state && isOfClass(state.world.setup, link, seat) ? state : null;
  const kept = useKept(session, state, link, seat);
  const isBoard = !(atDesk && open);
  useEffect(() => {
    if (isBoard) document.getElementById('depart')?.focus();
  }, [isBoard]);
  useEffect(() => dress(true, atDesk && covered), [atDesk, covered]);
  const call = `Tout le monde ${step === null ? atStart : calls[step]}`;
  const titleOf = (exercise: string) => typeset(edition.exercises[exercise]?.title ?? '');
  const next = nextPlay(page, edition, link);
  /** The same six letters and seats, another exercise: its code and its square, from the beginning, codes covered. */
  const moveTo = (exercise: string) => {
    const other = { ...classLink(link), exercise };
    const hash = printLink(page.tables, other);
    if (hash === null || exercise === link.exercise) return;
    last = { ...newBoard(page, other, hash, seat), moved: true };
    onCode(projecting(hash));
  };

  const openDesk = async (again: string | null) => {
    setTrouble('');
    try {
      if (again !== null) await session.resume(edition, again);
      else if (!open) {
        const { academy, profile, exercise } = completed(edition, link);
        const setup = { edition: edition.id, academy, profile, exercise };
        const seed = seedOf({ seed: link.seed, seat });
        await session.start(edition, { ...setup, seed }, step ?? link.step ?? undefined);
      }
      change({ atDesk: true });
    } catch {
      setTrouble('L’exercice n’a pas pu s’ouvrir. Rechargez la page, puis réessayez.');
    }
  };

  if (atDesk && open)
    return (
      <div class="wall at-desk">
        <div class="strip" role="region" aria-label="Séance">
          <ClassCode hash={code} />
          <p class="wall-call">{call}</p>
          <Clock countdown={countdown} />
          <div class="bar-buttons">
            <RunOrRest countdown={countdown} />
            <button type="button" onClick={() => change({ atDesk: false })}>
              Revenir au tableau
            </button>
            <button type="button" onClick={() => change({ covered: !covered })}>
              {covered ? 'Montrer les codes' : 'Cacher les codes'}
            </button>
            {step !== null && (
              <button type="button" onClick={() => void session.jumpTo(step)}>
                Aller {calls[step]}
              </button>
            )}
            <a class="door" href="#relire">
              Relire
            </a>
          </div>
        </div>
        <Desk
          session={session}
          state={open}
          page={page}
          otherLink={false}
          lostLink={false}
          onKeep={() => undefined}
          room={inFrontOfAll}
          onNext={() => void session.eraseAll().finally(() => change({ atDesk: false }))}
        />
      </div>
    );
  return (
    <div class="wall">
      <section class="frame" aria-label="Exercice, projeté">
        <div class="band">
          <h1 id="depart" tabIndex={-1}>
            EXERCICE, projeté
          </h1>
          <span>{typeset('On ne vote pas ici. Tout est inventé.')}</span>
        </div>
        <div class="board">
          <ClassCode hash={code} />
          <div class="wall-two">
            <div>
              <p class="wall-title">{titleOf(link.exercise)}</p>
              <p class="wall-call" role="status">
                {call}
              </p>
              <Clock countdown={countdown} />
              <p class="wall-hint">
                {typeset(howTo(step, board.moved ? titleOf(link.exercise) : null))}
              </p>
            </div>
            <Qr page={page} link={{ ...classLink(link), step }} />
          </div>
        </div>
        <div class="wall-choices">
          <div class="bar-buttons">
            <button type="button" class="go" onClick={() => void openDesk(null)}>
              {open ? 'Revenir au bureau' : 'Ouvrir le bureau'}
            </button>
            {kept !== null && (
              <button type="button" onClick={() => void openDesk(kept)}>
                Reprendre le bureau
                <small>là où il était</small>
              </button>
            )}
            {next !== null && (
              <button type="button" onClick={() => moveTo(next)}>
                Exercice suivant
                <small>{titleOf(next)}</small>
              </button>
            )}
          </div>
          <Minutes countdown={countdown} />
          <div>
            <label for="appel">Tout le monde</label>
            <select
              id="appel"
              value={step ?? ''}
              onChange={({ currentTarget: { value } }) =>
                change({ step: stepOrder.find((one) => one === value) ?? null })
              }
            >
              <option value="">{atStart}</option>
              {stepOrder.map((one) => (
                <option key={one} value={one}>
                  {calls[one]}
                </option>
              ))}
            </select>
          </div>
          <div>
            <label for="place">Votre place</label>
            <select
              id="place"
              value={String(seat)}
              onChange={({ currentTarget: { value } }) => change({ seat: Number(value) })}
            >
              {Array.from({ length: seatMax }, (_, n) => (
                <option key={n} value={String(n + 1)}>
                  {n + 1}
                </option>
              ))}
            </select>
          </div>
          <div>
            <label for="exercice">Exercice</label>
            <select
              id="exercice"
              value={link.exercise}
              onChange={({ currentTarget: { value } }) => moveTo(value)}
            >
              {Object.keys(edition.exercises)
                .filter((exercise) => suits(edition, { ...link, exercise }))
                .map((exercise) => (
                  <option key={exercise} value={exercise}>
                    {titleOf(exercise)}
                  </option>
                ))}
            </select>
          </div>
          <div class="bar-buttons">
            <button
              type="button"
              onClick={() => {
                last = null;
                onClose();
              }}
            >
              Fermer
            </button>
          </div>
        </div>
        <div role="alert">
          {trouble && <p class="refusal">{trouble}</p>}
          {state && !open && (
            <p class="notice">
              {typeset(
                state.storage === 'kept'
                  ? 'Un autre exercice est ouvert dans cet onglet. Ouvrir le bureau en commence un nouveau ; l’autre reste gardé.'
                  : 'Un autre exercice est ouvert dans cet onglet. Ouvrir le bureau l’efface : il n’était qu’en mémoire.',
              )}
            </p>
          )}
        </div>
        <p class="hint">
          {typeset(
            `${edition.label}. ${edition.academies[link.academy]?.name ?? ''}, ${edition.profiles[link.profile]?.name ?? ''}.`,
          )}
        </p>
      </section>
    </div>
  );
}

/** The exercise that follows in the session; `null` after the last one, or for one that no session names. */
function nextPlay(page: DeskPage, edition: Edition, link: StartLink): string | null {
  const here = page.session.findIndex(({ exercise }) => exercise === link.exercise);
  const after = here < 0 ? [] : page.session.slice(here + 1);
  return after.find(({ exercise }) => suits(edition, { ...link, exercise }))?.exercise ?? null;
}

/** What the trainer set for one class code. */
interface Board extends Timed {
  readonly code: string;
  /** Where everybody is called; `null`: to the beginning. */
  readonly step: Step | null;
  /** The seat that the trainer plays. */
  readonly seat: number;
  readonly atDesk: boolean;
  readonly covered: boolean;
  /** Another exercise was on this wall before: people sit at their desks already. */
  readonly moved: boolean;
}

function newBoard({ session }: DeskPage, link: StartLink, code: string, seat: number): Board {
  const minutes = session.find(({ exercise }) => exercise === link.exercise)?.minutes;
  return {
    ...{ code, seat, step: null, atDesk: false, covered: true, moved: false },
    ...{ countdown: resting(minutes ?? usualMinutes), minutes: minutes ?? usualMinutes },
  };
}

/** Outlives the component: a run looked at again takes its place for a while, and the minutes go on. */
let last: Board | null = null;

/** Another class code, or one that was closed meanwhile, begins anew, codes covered. */
function useBoard(fresh: Board) {
  const [board, setBoard] = useState(() => (last?.code === fresh.code ? last : fresh));
  last = board;
  const change = (part: Partial<Board>) => setBoard((before) => ({ ...before, ...part }));
  return [board, change] as const;
}

/** Its six letters may stand on a line of their own: twice as large on a wall, and still one code. */
function ClassCode(props: { readonly hash: string }) {
  const code = props.hash.slice(1);
  const letters = code.lastIndexOf('.') + 1;
  return (
    <p class="wall-code" data-class-code>
      <span>{code.slice(0, letters)}</span>
      <span>{code.slice(letters)}</span>
    </p>
  );
}

/** The exercise that is open is the one of this class and seat. */
function isOfClass(setup: Setup, link: StartLink, seat: number): boolean {
  const parts = seedParts(setup.seed);
  return (
    setup.edition === link.edition &&
    setup.academy === link.academy &&
    setup.profile === link.profile &&
    setup.exercise === link.exercise &&
    parts.seed === link.seed &&
    parts.seat === seat
  );
}

/** The exercise of this class and seat that the device kept, when none is open: a reload of the wall left it there. */
function useKept(session: Session, state: DeskState | null, link: StartLink, seat: number) {
  const [kept, setKept] = useState<string | null>(null);
  useEffect(() => {
    let wanted = true;
    setKept(null);
    if (state === null)
      session.kept().then(
        (all) =>
          wanted && setKept(all.find(({ setup }) => isOfClass(setup, link, seat))?.id ?? null),
        // A store that cannot be read keeps nothing: the desk opens from its beginning.
        () => undefined,
      );
    return () => {
      wanted = false;
    };
  }, [state === null, seat]);
  return kept;
}

/**
 * How everybody gets there: a camera finds its own way, a machine that is already at work has a button.
 * @param title of the exercise, when another one was played before: whoever sits types nothing again
 */
function howTo(step: Step | null, title: string | null): string {
  if (title !== null)
    return `Déjà à une place ? « Recommencer », « Changer d’exercice », et choisissez « ${title} ». Sinon, le carré ou le code.`;
  const start = carried()
    ? 'Ouvrez le fichier, tapez le code, choisissez votre place.'
    : `Visez le carré avec un téléphone, ou ouvrez ${location.host}${location.pathname} et tapez le code. Choisissez votre place.`;
  return step === null
    ? start
    : `${start} Déjà dans l’exercice ? « Recommencer », puis aller ${calls[step]}.`;
}

/** The address of the link, as a code for cameras. In the single file no phone could follow it: nothing is drawn. */
function Qr(props: { readonly page: DeskPage; readonly link: StartLink }) {
  const { page, link } = props;
  const place = useRef<HTMLDivElement>(null);
  const hash = printLink(page.tables, link);
  const address = hash === null ? null : `${location.origin}${location.pathname}${hash}`;
  useEffect(() => {
    if (address !== null)
      place.current?.replaceChildren(qrDrawing(address, `Code QR vers ${address}`));
  }, [address]);
  return carried() || address === null ? null : <div class="wall-qr" ref={place} />;
}
