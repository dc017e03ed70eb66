// Runs inside the page that `journal.ts` opens: fills a journal by hand of the session, then opens it again.
import type { Edition } from '../../simulator/core/edition.ts';
import type { Setup } from '../../simulator/core/portal.ts';
import { createSession } from '../../simulator/session/session.ts';

/**
 * Plays small gestures until the journal holds that many entries.
 * @param pages two pages that can always be opened
 * @returns the exercise's id
 */
export async function fill(
  edition: Edition,
  setup: Setup,
  entries: number,
  pages: readonly [string, string],
): Promise<string> {
  const session = createSession();
  await session.eraseAll();
  await session.start(edition, setup);
  for (let i = 0; (session.state()?.lines.length ?? entries) < entries; i += 1)
    await session.send({ type: 'Consult', screen: pages[i % 2 === 0 ? 0 : 1] });
  return session.state()?.exercise ?? '';
}

/** Milliseconds from nothing (no database open) to the state that the screen would draw. */
export async function open(edition: Edition, exercise: string): Promise<number> {
  const begun = performance.now();
  const session = createSession();
  await session.resume(edition, exercise);
  const spent = performance.now() - begun;
  const state = session.state();
  if (state === null || state.storage !== 'kept' || state.notice !== null)
    throw new Error('the journal did not open');
  return spent;
}
