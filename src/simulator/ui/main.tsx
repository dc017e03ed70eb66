// Where the page wakes up: reads what it was handed, opens the session, draws.
import { render } from 'preact';
import { App, type Running } from './app.tsx';
import type { DeskPage } from './start-card.tsx';

const place = document.getElementById('simulateur');
const handed = place?.dataset['page'];
const page: unknown = handed === undefined ? null : JSON.parse(handed);
if (place && isDeskPage(page)) {
  place.textContent = '';
  render(<App running={openRunning()} page={page} />, place);
}

/** The start card is drawn first; what runs an exercise comes while it is read. */
async function openRunning(): Promise<Running> {
  const { createSession, DeskView, stepOf } = await import('./running.ts');
  return { session: createSession(), Desk: DeskView, stepOf };
}

/** Written by the page itself when the site was built. */
function isDeskPage(page: unknown): page is DeskPage {
  return typeof page === 'object' && page !== null && 'tables' in page;
}
