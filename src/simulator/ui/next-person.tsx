// « Personne suivante »: everything is erased, and the class code stands on the start card again; by a button, or after a rest.
import { useEffect, useRef, useState } from 'preact/hooks';
import { classLink, printLink, seedParts } from '../links.ts';
import type { DeskState } from '../session/contract.ts';
import { idlePhase, onGesture } from './idle.ts';
import type { IdleMinutes, Room } from './room.ts';
import type { DeskPage } from './start-card.tsx';
import { typeset } from './typeset.ts';

/** The code of the class that this exercise belongs to: it has a seat, or its code was typed; `null` alone. */
export function classCodeOf(page: DeskPage, state: DeskState, room: Room): string | null {
  const { seed, ...setup } = state.world.setup;
  const { seat, seed: letters } = seedParts(seed);
  const code = printLink(page.tables, classLink({ ...setup, seed: letters, seat, step: null }));
  return seat !== null || code === room.classCode ? code : null;
}

/** Warns a minute before the end of the trainer’s delay; any gesture stays. */
export function IdleWatch(props: { readonly minutes: IdleMinutes; readonly onOver: () => void }) {
  const { minutes, onOver } = props;
  const [warned, setWarned] = useState(false);
  const over = useRef(onOver);
  over.current = onOver;
  useEffect(() => {
    if (minutes === 0) return;
    let last = performance.now();
    const stop = onGesture(() => {
      last = performance.now();
      setWarned(false);
    });
    const timer = setInterval(() => {
      const phase = idlePhase(performance.now() - last, minutes);
      setWarned(phase === 'warned');
      if (phase !== 'over') return;
      clearInterval(timer);
      over.current();
    }, 1000);
    return () => {
      clearInterval(timer);
      stop();
    };
  }, [minutes]);
  // The place is there before the words: what appears with its place is not always read aloud.
  return (
    <div role="alert">
      {warned && (
        <div class="notice">
          <p>
            {typeset(
              'Personne ? Dans une minute, cet exercice s’efface et l’écran revient au départ.',
            )}
          </p>
          <div class="doors inline">
            <button type="button">Rester ici</button>
          </div>
        </div>
      )}
    </div>
  );
}
