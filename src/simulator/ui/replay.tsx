// A run looked at again: the screen as it stood, what was done there, what the coach advised, and a way on from any point.
import { useEffect, useState } from 'preact/hooks';
import { steps, type Step } from '../core/advice.ts';
import { narrate } from '../core/narrate.ts';
import type { DeskState, Session } from '../session/contract.ts';
import {
  adviceAt,
  expectedSteps,
  refusedIn,
  worldAt,
  type Film,
  type Followed,
} from '../session/film.ts';
import { stepNames } from './cards.tsx';
import { goalOf } from './coach.tsx';
import { shortTime } from './dates.ts';
import type { Desk } from './desk-types.ts';
import { several } from './numbers.ts';
import { ScreenView } from './screen.tsx';
import { fill, typeset, voterWords } from './words.ts';

/** Seconds between two gestures. */
const paces = { lente: 5, normale: 2.5, rapide: 0.8 } as const;

/** A desk on which nothing can be done: what was refused there is shown again. */
function stillDesk(film: Film, n: number, session: Session, base: string): Desk {
  const { edition, frames } = film;
  const world = worldAt(film, n);
  const { events = [], refused } = frames[n]?.gesture ?? {};
  const state: DeskState = {
    ...{ edition, world, exercise: '', lines: [], lastEvents: events, notice: null },
    ...{ refusals: refused?.refusals ?? [], refused: refused?.type ?? null },
    ...{ canUndo: false, hasEarlier: false, storage: 'memory' },
  };
  return {
    ...{ session, state, edition, world, base, mark: null },
    send: async () => false,
    open: () => undefined,
    settle: () => undefined,
  };
}

/** What gesture `n` did, in the journal's sentences: the hour alone only when waiting was the gesture. */
function toldAt(film: Film, n: number): readonly string[] {
  const { edition, frames } = film;
  const world = worldAt(film, n);
  const { events = [], refused } = frames[n]?.gesture ?? {};
  const some =
    n === 0
      ? events.slice(0, 1)
      : events.filter(({ type }) => type !== 'TimePassed' || (events.length === 1 && !refused));
  const words = voterWords(edition, world);
  return [
    ...some.map((event) => typeset(narrate(edition, event, world))),
    ...(refused?.refusals ?? []).map(({ word }) => fill(edition.refusals[word].sentence, words)),
  ];
}

export interface ReplayProps {
  readonly film: Film;
  readonly session: Session;
  readonly base: string;
  /** A sentence about this file, if it could not be read whole. */
  readonly notice: string | null;
  /** Goes on after gesture `n`. */
  readonly branch: (n: number) => void;
  readonly close: () => void;
}

export function Replay(props: ReplayProps) {
  const { film, session, base, notice, branch, close } = props;
  const { edition, frames, run } = film;
  const last = frames.length - 1;
  const [n, setN] = useState(0);
  const [playing, setPlaying] = useState(false);
  const [pace, setPace] = useState<keyof typeof paces>('normale');
  useEffect(() => {
    document.getElementById('relecture')?.focus();
    document.querySelector('.frame')?.scrollIntoView();
  }, []);
  useEffect(() => {
    if (!playing) return;
    const next = setTimeout(() => (n < last ? setN(n + 1) : setPlaying(false)), paces[pace] * 1000);
    return () => clearTimeout(next);
  }, [playing, n, last, pace]);

  const go = (to: number) => {
    setPlaying(false);
    setN(Math.min(Math.max(0, to), last));
  };
  /** From beside the screen, where it may be out of sight. */
  const jump = (to: number) => {
    go(to);
    document.querySelector('.frame')?.scrollIntoView();
    document.querySelector<HTMLElement>('.seek')?.focus({ preventScroll: true });
  };
  const at = shortTime(frames[n]?.at ?? 0);
  const place = `Geste ${n + 1} sur ${last + 1}`;
  const desk = stillDesk(film, n, session, base);
  return (
    <div class="desk">
      <section class="frame" aria-label="Exercice, relu">
        <div class="band">
          <h1 id="relecture" tabIndex={-1}>
            EXERCICE, relu
          </h1>
          <span>{at} (Paris)</span>
        </div>
        <div class="transport">
          <input
            type="range"
            class="seek"
            aria-label="Aller à un geste"
            min={0}
            max={last}
            value={n}
            aria-valuetext={`${place}, ${at}`}
            onInput={(event) => go(Number(event.currentTarget.value))}
          />
          <div class="bar-buttons">
            <button type="button" disabled={n === 0} onClick={() => go(n - 1)}>
              Geste d’avant
            </button>
            <button
              type="button"
              onClick={() => {
                if (n === last) setN(0);
                setPlaying(!playing);
              }}
            >
              {playing ? 'Pause' : 'Lire'}
            </button>
            <button type="button" disabled={n === last} onClick={() => go(n + 1)}>
              Geste d’après
            </button>
          </div>
        </div>
        {notice !== null && <p class="notice">{typeset(notice)}</p>}
        <div class="coach">
          <div role="status" aria-live={playing ? 'off' : 'polite'}>
            <p>
              {place}. <b>{toldAt(film, n).join(' ')}</b>
            </p>
            {n > 0 && <Advised film={film} n={n} session={session} base={base} />}
          </div>
        </div>
        <div inert>
          <ScreenView key={n} desk={desk} />
        </div>
      </section>
      <aside class="side" aria-label="Autour de la relecture">
        <p>
          {typeset(edition.exercises[run.setup.exercise]?.title ?? '')}, {typeset(edition.label)}
        </p>
        <div class="doors inline">
          <button type="button" class="go" onClick={() => branch(n)}>
            Reprendre l’exercice d’ici
          </button>
          <button type="button" onClick={close}>
            Fermer
          </button>
        </div>
        <label for="vitesse">Vitesse</label>
        <select
          id="vitesse"
          value={pace}
          onChange={(event) => {
            const { value } = event.currentTarget;
            if (value === 'lente' || value === 'normale' || value === 'rapide') setPace(value);
          }}
        >
          {Object.keys(paces).map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
        <Refused film={film} go={jump} />
        <BesideTheWay film={film} go={jump} />
      </aside>
    </div>
  );
}

const followedWords: Readonly<Record<Followed, string>> = {
  done: 'C’est ce qui a été fait.',
  tried: 'C’est ce qui a été tenté.',
  else: 'Autre chose a été fait.',
};

/** What the coach said before this gesture. */
function Advised(props: Pick<ReplayProps, 'film' | 'session' | 'base'> & { readonly n: number }) {
  const { film, n, session, base } = props;
  const { advice, followed } = adviceAt(film, n);
  if (advice.goal === 'done') return null;
  return (
    <p>
      {typeset(
        `Le coach disait : ${goalOf(stillDesk(film, n - 1, session, base)).says} ${followedWords[followed]}`,
      )}
    </p>
  );
}

interface Jumps {
  readonly film: Film;
  readonly go: (n: number) => void;
}

function Refused({ film, go }: Jumps) {
  const refused = refusedIn(film);
  if (refused.length === 0) return <p>Rien n’a été refusé.</p>;
  return (
    <details>
      <summary>{several(refused.length, 'geste refusé', 'gestes refusés')}</summary>
      <ol class="journal">
        {refused.map((n) => (
          <li key={n}>
            <p class="note">{toldAt(film, n).at(-1)}</p>
            <button type="button" class="mini" onClick={() => go(n)}>
              aller au geste {n + 1}
            </button>
          </li>
        ))}
      </ol>
    </details>
  );
}

/** Step by step: what was done, and what the coach’s own way takes. */
function BesideTheWay({ film, go }: Jumps) {
  const expected = expectedSteps(film);
  const done = (step: Step) => film.frames.filter((one, n) => n > 0 && one.step === step).length;
  const seen = steps.filter((step) => done(step) > 0 || expected.has(step));
  return (
    <table class="result">
      <caption>À côté du chemin conseillé, en gestes</caption>
      <thead>
        <tr>
          <th scope="col">Étape</th>
          <th scope="col">Faits</th>
          <th scope="col">Conseillés</th>
        </tr>
      </thead>
      <tbody>
        {seen.map((step) => {
          const first = film.frames.findIndex((one) => one.step === step);
          return (
            <tr key={step}>
              <th scope="row">
                {first < 0 ? (
                  stepNames[step]
                ) : (
                  <button type="button" class="mini" onClick={() => go(first)}>
                    {stepNames[step]}
                  </button>
                )}
              </th>
              <td>{done(step)}</td>
              <td>{expected.get(step) ?? 0}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
