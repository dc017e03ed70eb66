// Time without a gesture: when to warn that the screen goes back to its start, and when it does.
import type { IdleMinutes } from './room.ts';

const minute = 60_000;

/**
 * @param still milliseconds since the last gesture
 * @param minutes what the trainer chose; 0 never ends
 */
export function idlePhase(still: number, minutes: IdleMinutes): 'quiet' | 'warned' | 'over' {
  if (minutes === 0 || still < (minutes - 1) * minute) return 'quiet';
  return still < minutes * minute ? 'warned' : 'over';
}

/** What counts as somebody being there; a magnifier or a screen reader moves the focus. */
const signs = ['pointerdown', 'keydown', 'wheel', 'touchstart', 'input', 'focusin'] as const;

/** Calls `seen` at each gesture on the page. @returns a function that stops */
export function onGesture(seen: () => void): () => void {
  const options = { capture: true, passive: true };
  for (const sign of signs) addEventListener(sign, seen, options);
  return () => {
    for (const sign of signs) removeEventListener(sign, seen, options);
  };
}
