// Where an exercise ends: its bilan comes by itself once every goal is reached, or when it is asked for.
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Bilan } from '../core/bilan.ts';
import type { BilanProps } from './bilan.tsx';
import { EndCard, hasEnded } from './cards.tsx';
import type { Desk } from './desk-types.ts';
import { titleId } from './screen.tsx';
import type { DeskPage } from './start-card.tsx';

/** A bilan, and the part that draws it, which comes while the exercise is played. */
interface Found {
  readonly exercise: string;
  readonly bilan: Bilan;
  readonly View: ComponentType<BilanProps>;
}

/** How the exercise stands. */
export interface Ending {
  readonly found: Found | null;
  readonly reached: boolean;
  /** The bilan was asked for, and nothing was done since. */
  readonly asked: boolean;
  readonly ask: (wanted: boolean) => void;
}

async function find({ edition, session, state }: Desk): Promise<Found | null> {
  const [{ BilanView, bilanOf }, run] = await Promise.all([import('./bilan.tsx'), session.run()]);
  const bilan = bilanOf(edition, run?.gestures ?? []);
  return bilan && { exercise: state.exercise, bilan, View: BilanView };
}

/** Looks after each gesture whether the goals are reached. */
export function useEnding(desk: Desk): Ending {
  const { state } = desk;
  const [asked, ask] = useState(false);
  const [last, setLast] = useState<Found | null>(null);
  // Going on is an answer too.
  useEffect(() => ask(false), [state]);
  useEffect(() => {
    // A very long journal is read back only for whoever asks.
    if (state.hasEarlier && !asked) return;
    let current = true;
    find(desk).then(
      (found) => current && setLast(found),
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [state, asked]);
  const found = last?.exercise === state.exercise ? last : null;
  return { found, reached: found?.bilan.reached === 'yes', asked, ask };
}

/** Said once, where one is: the bilan may be far below. */
export function Reached(props: { readonly ending: Ending }) {
  const { reached } = props.ending;
  return (
    <div class="reached">
      <span role="status">{reached && 'Vous êtes au but de cet exercice.'}</span>{' '}
      {reached && (
        <button
          type="button"
          class="mini"
          onClick={() => document.querySelector<HTMLElement>('.bilan')?.focus()}
        >
          voir le bilan
        </button>
      )}
    </div>
  );
}

/** Beneath the screen: a way to end now, or the bilan and what can be done next. */
export function Closing(props: {
  readonly desk: Desk;
  readonly ending: Ending;
  readonly page: DeskPage;
  readonly onErase: () => void;
}) {
  const { desk, ending, page, onErase } = props;
  const { found, reached, asked, ask } = ending;
  const goOn = () => {
    ask(false);
    document.getElementById(titleId)?.focus();
  };
  return (
    <>
      {found && (asked || reached) && (
        <found.View desk={desk} bilan={found.bilan} asked={asked} onGoOn={goOn} />
      )}
      {asked || reached || hasEnded(desk) ? (
        <EndCard desk={desk} page={page} onErase={onErase} />
      ) : (
        <p class="closing">
          <button type="button" class="mini" onClick={() => ask(true)}>
            terminer et voir le bilan
          </button>
        </p>
      )}
    </>
  );
}
