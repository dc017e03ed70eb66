/** Writes into the report which page it is about, from the hash that the footer's link carries. */
import { reportedPage } from './report-words.ts';

const place = (name: string): HTMLElement | null =>
  document.querySelector(`[data-blank="${name}"]`);

function fill(): void {
  const page = reportedPage(location.hash);
  const [path, day] = [place('page'), place('jour')];
  if (page === null || !path || !day) return;
  path.textContent = page.path;
  day.textContent = page.day;
}

fill();
addEventListener('hashchange', fill);
document.addEventListener('isoloir:refreshed', fill);
