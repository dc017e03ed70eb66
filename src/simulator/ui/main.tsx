// Where the page wakes up: reads what it was handed, opens the session, draws.
import { render } from 'preact';
import { createSession } from '../session/session.ts';
import { App } from './app.tsx';
import type { DeskPage } from './start-card.tsx';

const place = document.getElementById('simulateur');
const handed = place?.dataset['page'];
const page: unknown = handed === undefined ? null : JSON.parse(handed);
if (place && isDeskPage(page)) {
  place.textContent = '';
  render(<App session={createSession()} page={page} />, place);
}

/** Written by the page itself when the site was built. */
function isDeskPage(page: unknown): page is DeskPage {
  return typeof page === 'object' && page !== null && 'tables' in page;
}
