// The browser's Back button, during an exercise: one gesture back, as « Revenir »; the page is not left by surprise.

const below = 'depart';
const running = 'exercice';

/** What was written beside the address: which of our two entries of the history it is. */
function entryOf(state: unknown): unknown {
  return typeof state === 'object' && state !== null && 'isoloir' in state ? state.isoloir : null;
}

/** Runs the work once the exercise’s own entry is gone: at once, or when the Back that takes it away has arrived. */
export function onceBack(work: () => void): void {
  if (entryOf(history.state) === running) addEventListener('popstate', work, { once: true });
  else work();
}

/**
 * Puts one entry on top of the page's own, so that Back has something to go back from.
 * @param onBack Back was pressed; the exercise is still there
 * @returns a function that takes the entry away again
 */
export function holdBack(onBack: () => void): () => void {
  const mark = (entry: string) => ({ isoloir: entry });
  history.replaceState(mark(below), '');
  history.pushState(mark(running), '');
  const back = ({ state }: PopStateEvent) => {
    // Another link typed in the address also comes by here: it is not Back.
    if (entryOf(state) !== below) return;
    history.pushState(mark(running), '');
    onBack();
  };
  addEventListener('popstate', back);
  return () => {
    removeEventListener('popstate', back);
    if (entryOf(history.state) === running) history.back();
  };
}
