// Start card or desk: whichever the session says.
import type { ComponentType } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { World } from '../core/portal.ts';
import { classLink, parseLink, printLink, seedParts, type StartLink } from '../links.ts';
import type { DeskState, Session, Step } from '../session/contract.ts';
import type { DeskProps } from './desk.tsx';
import { onceBack } from './back.ts';
import { keepRoom, keptRoom, type Room } from './room.ts';
import { dress, projectedCode, projecting, ProjectorDoor } from './projector-door.tsx';
import { fetchReview, ReviewDoor, reviewHash } from './review-door.tsx';
import { StartCard, type DeskPage } from './start-card.tsx';

/** The part that comes after the start card is drawn. */
export interface Running {
  readonly session: Session;
  readonly Desk: ComponentType<DeskProps>;
  readonly stepOf: (world: World) => Step;
  readonly classCodeOf: (page: DeskPage, state: DeskState, room: Room) => string | null;
}

/** The whole simulator. `running` resolves when an exercise can be opened. */
export function App(props: { readonly running: Promise<Running>; readonly page: DeskPage }) {
  const { page } = props;
  const [running, setRunning] = useState<Running | null>(null);
  const [failed, setFailed] = useState(false);
  const [state, setState] = useState<DeskState | null>(null);
  const [hash, setHash] = useState(() => (isPlace(location.hash) ? '' : location.hash));
  const [kept, setKept] = useState('');
  const [room, setRoom] = useState(keptRoom);
  const [left, setLeft] = useState<string | null>(null);
  const seated = useRef<StartLink | null>(null);
  /** The exercise of whoever gave up the seat. */
  const givenUp = useRef<string | null>(null);
  const reviewing = hash === reviewHash;
  const projected = projectedCode(hash);
  /** The address before the review. */
  const before = useRef('');
  if (!reviewing) before.current = hash;
  useEffect(() => {
    props.running.then(setRunning, () => setFailed(true));
  }, [props.running]);
  useEffect(() => running?.session.subscribe(setState), [running]);
  useEffect(() => {
    const read = ({ oldURL }: HashChangeEvent) => {
      // « Aller au contenu »: no link to an exercise. The address goes on saying what a reload needs.
      if (isPlace(location.hash)) history.replaceState(history.state, '', oldURL);
      else setHash(location.hash);
    };
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  useEffect(() => {
    if (projected === null && !reviewing) dress(false, false);
  }, [projected === null, reviewing]);
  if (running && state)
    seated.current = state.exercise === givenUp.current ? null : seatOf(running, page, state, room);
  const own = running && state ? ownHash(page, state, running.stepOf(state.world)) : null;
  useEffect(() => {
    // In memory, the address is all that a reload finds.
    if (own !== null && !reviewing && state?.storage === 'memory')
      history.replaceState(history.state, '', projected === null ? own : projecting(own));
  }, [own, reviewing, projected === null, state?.storage]);
  const idle = state === null;
  const started = useRef(false);
  useEffect(() => {
    document.getElementById('simulateur')?.toggleAttribute('data-running', !idle);
    // Back from an exercise; on arrival the page keeps its own beginning.
    if (idle && started.current) document.getElementById('depart')?.focus();
    started.current ||= !idle;
    // The card was the answer to the link that stood there; only a later one can propose something else.
    setKept(location.hash);
  }, [idle]);

  const changeRoom = (part: Partial<Room>) => {
    const next = { ...room, ...part };
    keepRoom(next);
    setRoom(next);
  };

  useEffect(() => {
    const later = idle ? undefined : setTimeout(fetchReview, 8000);
    return () => clearTimeout(later);
  }, [idle]);

  const goTo = (address: string) => {
    history.replaceState(history.state, '', address);
    setHash(location.hash);
    setKept(location.hash);
  };
  if (reviewing && running) {
    const close = () => goTo(before.current || location.pathname);
    return <ReviewDoor page={page} session={running.session} state={state} onClose={close} />;
  }
  if (projected !== null && running)
    return (
      <ProjectorDoor
        page={page}
        session={running.session}
        state={state}
        Desk={running.Desk}
        code={projected}
        onCode={goTo}
        onClose={() => goTo(location.pathname)}
      />
    );
  if (!running || !state)
    return (
      <StartCard
        page={page}
        session={running?.session ?? null}
        failed={failed}
        hash={hash}
        seated={seated.current}
        room={room}
        changeRoom={changeRoom}
        left={left}
      />
    );
  const nextPerson = async () => {
    givenUp.current = state.exercise;
    const classCode = running.classCodeOf(page, state, room);
    changeRoom({ classCode, together: false });
    setLeft(null);
    await running.session
      .eraseAll()
      .catch((error: unknown) => setLeft(error instanceof Error ? error.message : null));
    if (classCode === null) return;
    onceBack(() => {
      history.replaceState(history.state, '', classCode);
      setHash(classCode);
    });
  };
  return (
    <running.Desk
      session={running.session}
      state={state}
      page={page}
      otherLink={hash !== kept && isOther(page, hash, state)}
      lostLink={hash !== kept && hash.length > 1 && parseLink(page.tables, hash) === null}
      onKeep={() => setKept(hash)}
      room={room}
      onNext={() => void nextPerson()}
    />
  );
}

/** The address names a place of this very page. */
function isPlace(hash: string): boolean {
  return hash.length > 1 && document.getElementById(hash.slice(1)) !== null;
}

function ownHash(page: DeskPage, state: DeskState, step: Step): string | null {
  const { edition, academy, profile, exercise, seed } = state.world.setup;
  return printLink(page.tables, {
    edition,
    academy,
    profile,
    exercise,
    ...seedParts(seed),
    step,
  });
}

/** Who plays in a class, and at which seat; `null` alone. */
function seatOf(running: Running, page: DeskPage, state: DeskState, room: Room): StartLink | null {
  if (running.classCodeOf(page, state, room) === null) return null;
  const { seed, ...setup } = state.world.setup;
  const parts = seedParts(seed);
  return { ...classLink({ ...setup, ...parts, step: null }), seat: parts.seat };
}

/** The address means another exercise than the one that runs. */
function isOther(page: DeskPage, hash: string, state: DeskState): boolean {
  const link = parseLink(page.tables, hash);
  if (!link) return false;
  const { edition, academy, profile, exercise, seed } = state.world.setup;
  const parts = seedParts(seed);
  return (
    link.edition !== edition ||
    link.academy !== academy ||
    link.profile !== profile ||
    link.exercise !== exercise ||
    link.seed !== parts.seed ||
    link.seat !== parts.seat
  );
}
