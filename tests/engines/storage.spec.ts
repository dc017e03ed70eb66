// What happens to the journal on the device, and what a link may bring, in each engine that is here: the database is the engine's own.
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { siteFolder } from '../../src/tools/run.ts';
import { serveSite, type SiteServer } from '../../src/tools/serve.ts';
import { hostileHash } from '../support/hostile.ts';
import type { Room } from './driver.ts';
import { engines } from './engines.ts';
import { listeningProxy, type ListeningProxy } from './listening-proxy.ts';
import { Visitor } from './visitor.ts';
import { vote } from './vote.ts';

const exercise = '/simulateur/#1.e8.gr.cd.pc.KMPRTV.7.v';
const firstPort = Number(process.env['ISOLOIR_TEST_PORT'] ?? 4329) + 101;

for (const [n, engine] of engines.entries())
  test.describe(engine.name, () => {
    test.describe.configure({ mode: 'serial', timeout: 120_000 });
    let site: SiteServer;
    let proxy: ListeningProxy;
    let room: Room;
    let visitor: Visitor;

    test.beforeAll(async () => {
      const port = firstPort + n;
      site = await serveSite({ dir: siteFolder, port });
      proxy = await listeningProxy(`localhost:${String(port)}`);
      room = await engine.start(proxy.port);
      visitor = new Visitor(room.tab);
    });
    test.afterAll(async () => {
      expect(room.complaints ?? []).toEqual([]);
      await room.close();
      proxy.stop();
      await site.stop();
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
      const opened = await room.tab.run(
        () =>
          new Promise<string>((done) => {
            const asked = indexedDB.open('isoloir', 99);
            asked.onblocked = () => done('blocked');
            asked.onsuccess = () => {
              asked.result.close();
              done('opened');
            };
          }),
      );
      expect(opened).toBe('opened');
      await visitor.press('Voter');
      await visitor.sees('nouvelle version ouverte dans un autre onglet');
    });

    test('a database of a later release is left alone: said, and the exercise goes to its receipt in memory', async () => {
      await begin();
      await visitor.sees('version plus récente du simulateur');
      await vote(visitor);
    });
  });
