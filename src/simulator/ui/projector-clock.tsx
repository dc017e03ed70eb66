// The minutes of a step, in front of a room: shown, started and stopped from the board and from above the desk.
import { useEffect, useState } from 'preact/hooks';
import {
  clockWords,
  leftAt,
  longer,
  paused,
  resting,
  spokenWords,
  started,
  type Countdown,
} from './countdown.ts';

const minuteChoices = [2, 3, 5, 8, 10, 12, 15] as const;

/** What of the board is minutes. */
export interface Timed {
  readonly countdown: Countdown;
  /** From which the countdown starts again. */
  readonly minutes: number;
}

export interface Running {
  readonly is: Countdown;
  /** Milliseconds that remain. */
  readonly left: number;
  /** From which it starts again. */
  readonly minutes: number;
  readonly choose: (minutes: number) => void;
  readonly set: (next: (countdown: Countdown, now: number) => Countdown) => void;
}

export function useCountdown(board: Timed, change: (part: Partial<Timed>) => void): Running {
  const { countdown: is, minutes } = board;
  const [now, setNow] = useState(() => performance.now());
  const runs = is.since !== null && leftAt(is, now) > 0;
  useEffect(() => {
    if (!runs) return;
    const timer = setInterval(() => setNow(performance.now()), 250);
    return () => clearInterval(timer);
  }, [runs]);
  return {
    is,
    minutes,
    left: leftAt(is, now),
    choose: (wanted) => change({ minutes: wanted, countdown: resting(wanted) }),
    set: (next) => {
      const at = performance.now();
      setNow(at);
      change({ countdown: next(is, at) });
    },
  };
}

/** What remains, for the eyes; said aloud at the last minute and at the end only. */
export function Clock(props: { readonly countdown: Running }) {
  const { left } = props.countdown;
  return (
    <>
      <p class={`wall-clock ${left === 0 ? 'over' : ''}`} role="timer">
        {left === 0 ? 'C’est l’heure' : clockWords(left)}
      </p>
      <p class="hidden" role="status">
        {spokenWords(left)}
      </p>
    </>
  );
}

/** On the board, and above the desk. */
export function RunOrRest(props: { readonly countdown: Running }) {
  const { is, left, minutes, set } = props.countdown;
  const runs = is.since !== null && left > 0;
  return (
    <button type="button" onClick={() => set(runs ? paused : restartable(minutes))}>
      {runs ? 'Arrêter' : 'Lancer'}
    </button>
  );
}

export function Minutes(props: { readonly countdown: Running }) {
  const { minutes, choose, set } = props.countdown;
  const choices = [...new Set([...minuteChoices, minutes])].sort((a, b) => a - b);
  return (
    <>
      <div>
        <label for="minutes">Minutes</label>
        <select
          id="minutes"
          value={String(minutes)}
          onChange={({ currentTarget: { value } }) => choose(Number(value))}
        >
          {choices.map((one) => (
            <option key={one} value={String(one)}>
              {one}
            </option>
          ))}
        </select>
      </div>
      <div class="bar-buttons" role="group" aria-label="Le temps">
        <RunOrRest countdown={props.countdown} />
        <button type="button" onClick={() => set(longer)}>
          + 1 minute
        </button>
        <button type="button" onClick={() => set(() => resting(minutes))}>
          Remettre
        </button>
      </div>
    </>
  );
}

/** Over, it starts again from the minutes that were chosen. */
const restartable = (minutes: number) => (countdown: Countdown, now: number) =>
  started(leftAt(countdown, now) === 0 ? resting(minutes) : countdown, now);
