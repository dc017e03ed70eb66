// Where the page wakes up: reads what it was handed, opens the session, draws.
import { render } from 'preact';
import { App, type Running } from './app.tsx';
import { carried } from './carried.ts';
import type { DeskPage } from './start-card.tsx';

const place = document.getElementById('simulateur');
const handed = place?.dataset['page'];
const page: unknown = handed === undefined ? null : JSON.parse(handed);
if (place && isDeskPage(page)) {
  place.textContent = '';
  // A browser that translates replaces words under us, and those of the screen before would stay. What one rehearses is in French.
  place.translate = false;
  // A file dropped beside its place would open in this tab, over the exercise.
  for (const type of ['dragover', 'drop'])
    addEventListener(type, (event) => event.preventDefault());
  render(<App running={openRunning()} page={page} />, place);
}

/** The start card is drawn first; what runs an exercise comes while it is read. */
async function openRunning(): Promise<Running> {
  const { createSession, DeskView, ...rest } = await import('./running.ts');
  // The single file is opened on machines that belong to nobody: it leaves nothing on them, and asks them nothing.
  const session = createSession(carried() ? { openDevice: async () => 'refused' } : {});
  return { session, Desk: DeskView, ...rest };
}

/** Written by the page itself when the site was built. */
function isDeskPage(page: unknown): page is DeskPage {
  return typeof page === 'object' && page !== null && 'tables' in page;
}
