// What a test may read of the device: all of it.
/** Everything the device holds, as text. */
export async function everything(): Promise<string> {
  const db = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open('isoloir');
    request.onsuccess = () => resolve(request.result);
  });
  const names = [...db.objectStoreNames];
  const all = names.map(
    (name) =>
      new Promise<string>((resolve) => {
        const request = db.transaction(name).objectStore(name).getAll();
        request.onsuccess = () => resolve(`${name}: ${JSON.stringify(request.result)}`);
      }),
  );
  const text = (await Promise.all(all)).join('\n');
  db.close();
  return text;
}
