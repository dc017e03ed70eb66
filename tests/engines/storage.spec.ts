// What happens to the journal on the device, and what a link may bring, in each engine that is here: the database is the engine's own.
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import type { SiteServer } from '../../src/tools/serve.ts';
import { hostileHash } from '../support/hostile.ts';
import { openLater } from '../support/later-database.ts';
import type { Room } from './driver.ts';
import { engines } from './engines.ts';
import { sitDown } from './seat.ts';
import type { Visitor } from './visitor.ts';
import { vote } from './vote.ts';

const exercise = '/simulateur/#1.e8.gr.cd.pc.KMPRTV.7.v';
const firstPort = Number(process.env['ISOLOIR_TEST_PORT'] ?? 4329) + 101;

for (const [n, engine] of engines.entries())
  test.describe(engine.name, () => {
    test.describe.configure({ mode: 'serial', timeout: 120_000 });
    let site: SiteServer;
    let room: Room;
    let visitor: Visitor;
    let leave: () => Promise<void>;

    test.beforeAll(async () => {
      ({ site, room, visitor, leave } = await sitDown(engine, firstPort + n));
    });
    test.afterAll(async () => {
      await leave();
      expect(room.complaints ?? []).toEqual([]);
    });

    /** Another page first: where only what follows « # » changes, a page stays. */
    async function open(path: string): Promise<void> {
      await room.tab.open(`${site.address}/404.html`);
      await room.tab.open(site.address + path);
    }

    async function begin(): Promise<void> {
      await open(exercise);
      await visitor.press('Commencer l’exercice');
      await visitor.sees('EXERCICE');
    }

    test('two hundred hostile links: the card stays what it is, and an exercise begins after them', async () => {
      const hashes = fc.sample(hostileHash, { numRuns: 200, seed: 20261204 });
      await open('/simulateur/');
      await visitor.sees('Commencer l’exercice');
      const stored = await room.tab.run(
        async (...links) => {
          for (const hash of links) {
            location.hash = hash;
            await new Promise((done) => setTimeout(done));
          }
          location.hash = '';
          const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
          return JSON.stringify([localStorage, names.filter((name) => name !== 'isoloir')]);
        },
        ...hashes,
      );
      expect(stored).not.toMatch(/onerror|script|__proto__/u);
      expect(await room.tab.run(() => document.querySelectorAll('img[src="x"]').length)).toBe(0);
      await begin();
    });

    test('an entry that is corrupt: opened up to the last sound one, said, and on to the receipt', async () => {
      // The only exercise on the device, so that the last entry is its own: names of exercises come in no order.
      await open('/confidentialite/');
      await room.tab.run(
        () =>
          new Promise<void>((done, fail) => {
            const asked = indexedDB.deleteDatabase('isoloir');
            asked.onsuccess = () => done();
            asked.onerror = () => fail(new Error('the database does not go'));
          }),
      );
      await begin();
      await visitor.press('Voter');
      await open('/confidentialite/');
      await room.tab.run(
        () =>
          new Promise<void>((done, fail) => {
            const asked = indexedDB.open('isoloir');
            asked.onsuccess = () => {
              const db = asked.result;
              const tx = db.transaction('entries', 'readwrite');
              const store = tx.objectStore('entries');
              const all = store.getAll();
              all.onsuccess = () => {
                const last: unknown = all.result.at(-1);
                if (last instanceof Object) store.put({ ...last, data: 7 });
                else fail(new Error('nothing to damage'));
              };
              tx.oncomplete = () => {
                db.close();
                done();
              };
              tx.onabort = () => fail(new Error('aborted'));
            };
          }),
      );
      await open('/simulateur/');
      await visitor.press('Le parcours complet');
      await visitor.sees('Une partie du journal n’a pas pu être relue');
      await vote(visitor);
    });

    test('a later release opens the database: the exercise lets go of it, says so, and goes on to the receipt', async () => {
      await begin();
      expect(await room.tab.run(openLater)).toBe('opened');
      await visitor.press('Voter');
      await visitor.sees('nouvelle version ouverte dans un autre onglet');
    });

    test('a database of a later release is left alone: said, and the exercise goes to its receipt in memory', async () => {
      await begin();
      await visitor.sees('version plus récente du simulateur');
      await vote(visitor);
    });
  });
