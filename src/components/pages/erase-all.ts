/** « Tout effacer de cet appareil »: exercises, chosen academy, aide-mémoire and kept pages, after a second tap. */

const prefix = 'isoloir';

function enhance(): void {
  const place = document.querySelector('[data-erase-all]');
  if (!place) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button';
  button.textContent = 'Tout effacer de cet appareil';
  const said = document.createElement('p');
  said.className = 'small';
  said.setAttribute('role', 'status');
  let asked = false;
  button.addEventListener('click', () => {
    if (!asked) {
      asked = true;
      button.textContent = 'Oui, tout effacer';
      said.textContent =
        'Exercices, académie choisie, aide-mémoire et pages gardées seront effacés de cet appareil. Touchez encore une fois pour confirmer.';
      return;
    }
    asked = false;
    button.textContent = 'Tout effacer de cet appareil';
    void eraseAll().then((done) => {
      said.textContent = done
        ? 'C’est effacé. L’historique du navigateur, lui, reste\u202f: il s’efface dans ses réglages.'
        : 'Une partie n’a pas pu être effacée. Fermez les autres onglets d’Isoloir, puis réessayez.';
    });
  });
  place.replaceChildren(button, said);
}

/** True when nothing of ours is left. Each place is tried, whatever happens to the others. */
async function eraseAll(): Promise<boolean> {
  const done = await Promise.all([eraseDatabase(), eraseCaches(), eraseMemory()]);
  return done.every(Boolean);
}

function eraseDatabase(): Promise<boolean> {
  return new Promise((resolve) => {
    try {
      const request = indexedDB.deleteDatabase(prefix);
      request.addEventListener('success', () => resolve(true));
      request.addEventListener('error', () => resolve(false));
      // Another tab holds it; the deletion waits for that tab.
      request.addEventListener('blocked', () => resolve(false));
    } catch {
      resolve(true); // Site data refused: nothing is there.
    }
  });
}

async function eraseCaches(): Promise<boolean> {
  if (!('caches' in window)) return true;
  try {
    // The worker first: it would fill its caches again.
    const registrations = (await navigator.serviceWorker?.getRegistrations()) ?? [];
    await Promise.all(registrations.map((registration) => registration.unregister()));
    const names = (await caches.keys()).filter((name) => name.startsWith(prefix));
    await Promise.all(names.map((name) => caches.delete(name)));
    return true;
  } catch {
    return false;
  }
}

async function eraseMemory(): Promise<boolean> {
  try {
    for (const memory of [localStorage, sessionStorage])
      for (const key of Object.keys(memory)) if (key.startsWith(prefix)) memory.removeItem(key);
    return true;
  } catch {
    return true; // Refused: nothing was written.
  }
}

enhance();
document.addEventListener('isoloir:refreshed', enhance);
