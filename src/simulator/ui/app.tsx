// Start card or desk: whichever the session says.
import type { ComponentType } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { World } from '../core/portal.ts';
import { parseLink, printLink, seedParts } from '../links.ts';
import type { DeskState, Session, Step } from '../session/contract.ts';
import type { DeskProps } from './desk.tsx';
import { StartCard, type DeskPage } from './start-card.tsx';

/** The part that comes after the start card is drawn. */
export interface Running {
  readonly session: Session;
  readonly Desk: ComponentType<DeskProps>;
  readonly stepOf: (world: World) => Step;
}

/** The whole simulator. `running` resolves when an exercise can be opened. */
export function App(props: { readonly running: Promise<Running>; readonly page: DeskPage }) {
  const { page } = props;
  const [running, setRunning] = useState<Running | null>(null);
  const [failed, setFailed] = useState(false);
  const [state, setState] = useState<DeskState | null>(null);
  const [hash, setHash] = useState(() => location.hash);
  const [kept, setKept] = useState('');
  useEffect(() => {
    props.running.then(setRunning, () => setFailed(true));
  }, [props.running]);
  useEffect(() => running?.session.subscribe(setState), [running]);
  useEffect(() => {
    const read = () => setHash(location.hash);
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  const own = running && state ? ownHash(page, state, running.stepOf(state.world)) : null;
  useEffect(() => {
    // In memory, the address is all that a reload finds.
    if (own !== null && state?.storage === 'memory') history.replaceState(history.state, '', own);
  }, [own, state?.storage]);
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

  if (!running || !state)
    return <StartCard page={page} session={running?.session ?? null} failed={failed} hash={hash} />;
  return (
    <running.Desk
      session={running.session}
      state={state}
      page={page}
      otherLink={hash !== kept && isOther(page, hash, state)}
      lostLink={hash !== kept && hash.length > 1 && parseLink(page.tables, hash) === null}
      onKeep={() => setKept(hash)}
    />
  );
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
