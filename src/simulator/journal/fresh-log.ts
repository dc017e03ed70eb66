// Chromium keeps writing at the end of its log after it was killed, even behind a record that the kill cut in two. At the
// next start it no longer understands what follows and throws the databases of the whole site away. Deleting a database,
// however small, makes it begin a new log: nothing of ours then stands behind the cut. Other engines lose nothing by it.
import { deleteDB, openDB } from 'idb';

/** Never read, never left: it lives for a moment. */
export const scratchName = 'isoloir-journal-neuf';

/**
 * Makes the browser begin a new log for this site. Before the first write is the moment: what is written earlier may be lost
 * with the log. Never rejects: a device that refuses will say so when the journal itself is opened. Found by killing browsers
 * (`npm run soak`), shown by `tests/faults/kills.spec.ts`.
 */
export async function beginFreshLog(): Promise<void> {
  try {
    const scratch = await openDB(scratchName, 1, {
      upgrade: (database) => database.createObjectStore('rien'),
    });
    scratch.close();
    await deleteDB(scratchName);
  } catch {
    // Refused, full, or gone while we asked.
  }
}
