/** All that a page keeps on its device, as one text in which a test may look for what must not be there. */
import type { Page } from '@playwright/test';

/** Both storages and every row of every database, as JSON, one a line. */
export function everythingStored(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const all: string[] = [JSON.stringify(localStorage), JSON.stringify(sessionStorage)];
    for (const { name } of await indexedDB.databases()) {
      const db = await new Promise<IDBDatabase>((done, fail) => {
        const asked = indexedDB.open(name ?? '');
        asked.onsuccess = () => done(asked.result);
        asked.onerror = () => fail(new Error('cannot open'));
      });
      for (const store of db.objectStoreNames)
        all.push(
          await new Promise<string>((done) => {
            const asked = db.transaction(store).objectStore(store).getAll();
            asked.onsuccess = () => done(JSON.stringify(asked.result));
          }),
        );
      db.close();
    }
    return all.join('\n');
  });
}
