// Start card or desk: whichever the session says.
import { useEffect, useState } from 'preact/hooks';
import { stepOf } from '../core/advice.ts';
import { parseLink, printLink, seedParts } from '../links.ts';
import type { DeskState, Session } from '../session/contract.ts';
import { DeskView } from './desk.tsx';
import { StartCard, type DeskPage } from './start-card.tsx';

/** The whole simulator. */
export function App(props: { readonly session: Session; readonly page: DeskPage }) {
  const { session, page } = props;
  const [state, setState] = useState(() => session.state());
  const [hash, setHash] = useState(() => location.hash);
  const [kept, setKept] = useState('');
  useEffect(() => session.subscribe(setState), [session]);
  useEffect(() => {
    const read = () => setHash(location.hash);
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  const own = state && hashOf(page, state);
  useEffect(() => {
    // In memory, the address is all that a reload finds.
    if (own !== null && state?.storage === 'memory') history.replaceState(null, '', own);
  }, [own, state?.storage]);
  useEffect(() => {
    if (!state) document.getElementById('depart')?.focus();
  }, [state === null]);

  if (!state) return <StartCard page={page} session={session} hash={hash} />;
  const other = hash !== kept && isOther(page, hash, state);
  return (
    <DeskView
      session={session}
      state={state}
      page={page}
      otherLink={other}
      onKeep={() => setKept(hash)}
    />
  );
}

function hashOf(page: DeskPage, state: DeskState): string | null {
  const { setup } = state.world;
  return printLink(page.tables, {
    edition: setup.edition,
    academy: setup.academy,
    profile: setup.profile,
    exercise: setup.exercise,
    ...seedParts(setup.seed),
    step: stepOf(state.world),
  });
}

/** The address means another exercise than the one that runs. */
function isOther(page: DeskPage, hash: string, state: DeskState): boolean {
  const link = parseLink(page.tables, hash);
  if (!link) return false;
  const { setup } = state.world;
  const { seed, seat } = seedParts(setup.seed);
  return (
    link.edition !== setup.edition ||
    link.academy !== setup.academy ||
    link.profile !== setup.profile ||
    link.exercise !== setup.exercise ||
    link.seed !== seed ||
    link.seat !== seat
  );
}
