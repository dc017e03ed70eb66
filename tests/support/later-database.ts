/**
 * Runs in a page: a later release opens the device's database. « opened » once every older tab has let go of it,
 * « blocked » when one does not.
 */
export const openLater = (): Promise<string> =>
  new Promise<string>((done) => {
    const asked = indexedDB.open('isoloir', 99);
    asked.onblocked = () => done('blocked');
    asked.onsuccess = () => {
      asked.result.close();
      done('opened');
    };
  });
