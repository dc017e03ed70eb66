// What keeps exercises fails under one that runs, the way it does in a browser: nothing that was shown is lost, or a sentence says so.
import type { CDPSession, Page } from '@playwright/test';
import { expect, test } from '../support/guide-test.ts';
import { openLater } from '../support/later-database.ts';
import { marks, obeyInside, patience } from '../support/obey-inside.ts';

const exercise = '/simulateur/#1.e8.gr.cd.pc.KMPRTV';

const frame = (page: Page) => page.getByText('EXERCICE', { exact: true });
const notice = (page: Page) => page.locator('.frame .notice');
const title = (page: Page) => page.locator('#titre-ecran');

async function begin(page: Page, at = ''): Promise<void> {
  await page.goto(exercise + at);
  await page.getByRole('button', { name: 'Commencer l’exercice' }).click();
  await expect(frame(page)).toBeVisible();
}

async function resume(page: Page): Promise<void> {
  await page.goto('/simulateur/');
  await page.locator('.kept li button').first().click();
  await expect(frame(page)).toBeVisible();
}

/** A page that is opened, and nothing more: one gesture. */
async function take(page: Page, device: string): Promise<void> {
  const desk = page.getByRole('navigation', { name: 'Sur le bureau' });
  await desk.getByRole('button', { name: new RegExp(`^${device}`) }).click();
  await expect(page.locator('.frame')).not.toHaveAttribute('aria-busy', 'true');
}

async function openJournal(page: Page): Promise<number> {
  await page.getByText('Journal', { exact: true }).click();
  await expect(page.locator('.journal')).toBeVisible();
  return page.locator('.journal p').count();
}

const devtools = (page: Page): Promise<CDPSession> => page.context().newCDPSession(page);
/** A page of the site without the simulator: what happens to the database there is not our code’s doing. */
const elsewhere = async (page: Page): Promise<Page> => {
  const other = await page.context().newPage();
  await other.goto('/confidentialite/');
  return other;
};

test('the tab crashes, or is closed, while a whole rehearsal runs: every sentence shown is there', async ({
  page: first,
}) => {
  const context = first.context();
  for (const fault of ['crash', 'close', 'crash', 'close', 'crash'] as const) {
    const page = await context.newPage();
    let acknowledged = 0;
    page.on('console', (message) => {
      const [, shown = '0'] = /^acknowledged (\d+)$/u.exec(message.text()) ?? [];
      acknowledged = Math.max(acknowledged, Number(shown));
    });
    await begin(page);
    await page.getByRole('button', { name: 'Coup de main' }).click();
    await page.getByRole('radio', { name: 'guidé', exact: true }).check();
    await openJournal(page);
    const playing = page.evaluate(obeyInside, [marks, patience] as const).catch(() => undefined);
    await first.waitForTimeout(100 + Math.random() * 900);
    if (fault === 'crash')
      await Promise.race([
        (await devtools(page)).send('Page.crash').catch(() => undefined),
        page.waitForEvent('crash'),
      ]);
    const shown = acknowledged;
    await page.close();
    await playing;
    await resume(first);
    expect(await openJournal(first), fault).toBeGreaterThanOrEqual(shown);
    await first.getByRole('button', { name: 'Recommencer', exact: true }).click();
    await first.getByRole('button', { name: /^Laisser la place/ }).click();
    await first.getByRole('button', { name: 'Tout effacer' }).click();
    await expect(frame(first)).toHaveCount(0);
  }
});

/** Fills what room the site has, to the last bytes. */
function fillUp(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((done) => {
      const asked = indexedDB.open('remplissage', 1);
      asked.onupgradeneeded = () =>
        asked.result.createObjectStore('octets', { autoIncrement: true });
      asked.onsuccess = () => done(asked.result);
    });
    const put = (bytes: number) =>
      new Promise<boolean>((done) => {
        const tx = db.transaction('octets', 'readwrite');
        tx.objectStore('octets').add(crypto.getRandomValues(new Uint8Array(bytes)));
        tx.oncomplete = () => done(true);
        tx.onabort = () => done(false);
      });
    for (const bytes of [60_000, 10_000, 1_000, 100]) {
      let room = true;
      for (let n = 0; room && n < 200; n += 1) room = await put(bytes);
    }
  });
}

test('two tabs on one exercise: the second to act is told, follows, and loses nothing', async ({
  page,
}) => {
  await begin(page);
  const other = await page.context().newPage();
  await resume(other);
  await take(page, 'casier');
  await take(other, 'personnes');
  await expect(notice(other)).toContainText('aussi ouvert dans un autre onglet');
  await expect(title(other)).toHaveText('Casier et boîte aux lettres');
  await take(other, 'personnes');
  await expect(notice(other)).toHaveCount(0);
});

test('no room left on the device: said, the exercise goes on, what was kept opens again', async ({
  page,
}) => {
  // Before the database is opened: a browser counts what room there is once in a while, not at each write.
  const other = await elsewhere(page);
  const session = await devtools(other);
  const { origin } = new URL(other.url());
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 3_000_000 });
  await begin(page);
  await expect(page.getByText('Gardé sur cet appareil')).toBeVisible();
  await fillUp(other);
  await take(page, 'personnes');
  await expect(notice(page)).toContainText('Il n’y a plus de place sur cet appareil');
  await take(page, 'casier');
  await expect(title(page)).toHaveText('Casier et boîte aux lettres');
  await expect(page.getByText('En mémoire seulement')).toBeVisible();
  await resume(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin });
});

test('site data cleared under an open tab: said, and the exercise goes on', async ({ page }) => {
  await begin(page);
  await take(page, 'casier');
  const session = await devtools(page);
  const { origin } = new URL(page.url());
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  await take(page, 'personnes');
  await expect(notice(page)).toContainText('Cet appareil ne garde plus l’exercice');
  await take(page, 'casier');
  await expect(title(page)).toHaveText('Casier et boîte aux lettres');
  // Safari does the same after seven days: the next visit is a first one.
  await page.goto('/simulateur/');
  await expect(page.getByRole('button', { name: 'Commencer l’exercice' })).toBeEnabled();
});

test('a later release opens the database under an old tab: the tab lets go, says so, and goes on', async ({
  page,
}) => {
  await begin(page);
  const other = await elsewhere(page);
  expect(await other.evaluate(openLater)).toBe('opened');
  await take(page, 'casier');
  await expect(notice(page)).toContainText('nouvelle version ouverte dans un autre onglet');
  await expect(title(page)).toHaveText('Casier et boîte aux lettres');
  // And back to this release: what the newer one wrote is left alone.
  await other.goto('/simulateur/');
  await other.getByRole('button', { name: 'Commencer l’exercice' }).click();
  await expect(notice(other)).toContainText('version plus récente du simulateur');
});

test('a deaf tab holds the database: nobody waits for it, and the sentence says what to close', async ({
  page,
}) => {
  const deaf = await elsewhere(page);
  await deaf.evaluate(
    () =>
      new Promise<void>((done) => {
        const asked = indexedDB.open('isoloir', 1);
        asked.onsuccess = () => {
          // Kept open, and it never listens; then somebody wants it gone: every later opening waits behind that.
          Reflect.set(globalThis, 'held', asked.result);
          indexedDB.deleteDatabase('isoloir');
          done();
        };
      }),
  );
  await begin(page);
  await expect(notice(page)).toContainText('Un autre onglet du simulateur empêche de garder');
  await take(page, 'casier');
  await expect(title(page)).toHaveText('Casier et boîte aux lettres');
});

test('a journal with an entry that is corrupt, missing, out of order or foreign opens up to the last sound one, and says so', async ({
  page,
}) => {
  const damages = ['corrupt', 'missing', 'reordered', 'foreign'] as const;
  for (const damage of damages) {
    await begin(page);
    for (const device of ['casier', 'personnes', 'calendrier']) await take(page, device);
    await page.goto('/confidentialite/');
    await page.evaluate(
      (kind) =>
        new Promise<void>((done, fail) => {
          const asked = indexedDB.open('isoloir');
          asked.onsuccess = () => {
            const db = asked.result;
            const tx = db.transaction('entries', 'readwrite');
            const store = tx.objectStore('entries');
            store.getAll().onsuccess = (event) => {
              if (!(event.target instanceof IDBRequest)) return;
              const all: unknown = event.target.result;
              const list: readonly unknown[] = Array.isArray(all) ? all : [];
              const [before, victim] = list.slice(-2);
              if (!(victim instanceof Object && before instanceof Object))
                return fail(new Error('nothing to damage'));
              const key = [
                String(Reflect.get(before, 'exercise')),
                Number(Reflect.get(before, 'seq')),
              ];
              if (kind === 'corrupt') store.put({ ...victim, data: 7 });
              if (kind === 'missing') store.delete(key);
              if (kind === 'reordered') store.put({ ...victim, group: 0 });
              if (kind === 'foreign')
                store.put({ ...victim, type: '<img src=x onerror=alert(1)>', ['__proto__']: {} });
            };
            tx.oncomplete = () => {
              db.close();
              done();
            };
            tx.onabort = () => fail(new Error('aborted'));
          };
        }),
      damage,
    );
    await resume(page);
    await expect(notice(page), damage).toContainText('Une partie du journal n’a pas pu être relue');
    await take(page, 'casier');
    await take(page, 'personnes');
    await page.goto('/confidentialite/');
    // To its end: a page that leaves takes an unfinished deletion with it, and the next round would damage an exercise of this one.
    await page.evaluate(
      () =>
        new Promise<void>((done, fail) => {
          const asked = indexedDB.deleteDatabase('isoloir');
          asked.onsuccess = () => done();
          asked.onerror = () => fail(new Error('the database does not go'));
        }),
    );
  }
});
