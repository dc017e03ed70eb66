// A gesture counts once: not while the one before is still being sent, nor on a screen that has only just come.

/** How long a new screen takes no second press of the one that opened it, in milliseconds. */
export const settling = 400;

/** What is known of a press: enough to tell a new one from the end of the one before. */
export interface Press {
  /** How many presses in a row the browser counted there; 0 from a keyboard. */
  readonly detail: number;
  readonly touch: boolean;
}

export interface Guard {
  /** A new screen has just been shown. */
  readonly arrived: () => void;
  /** The second half of a double press, fallen on the new screen: nobody can have read it yet. */
  readonly isEcho: (press: Press) => boolean;
  /** Runs the work, unless something is being sent already: then nothing, and `null`. */
  readonly once: <T>(work: () => Promise<T>) => Promise<T | null>;
}

/** @param now a clock in milliseconds */
export function createGuard(now: () => number): Guard {
  let since = -settling;
  let sending = false;
  return {
    arrived: () => {
      since = now();
    },
    isEcho: ({ detail, touch }) => now() - since < settling && (touch || detail > 1),
    async once(work) {
      if (sending) return null;
      sending = true;
      try {
        return await work();
      } finally {
        sending = false;
      }
    },
  };
}
