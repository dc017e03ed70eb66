// The same visit in each engine, step after step, as one person makes it; then the record of what was asked of the network.
import { expect, test } from '@playwright/test';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { freshHeader } from '../../src/offline/copy.ts';
import type { SiteServer } from '../../src/tools/serve.ts';
import { callAnywhere } from '../support/lone-file.ts';
import type { Room } from './driver.ts';
import { askedBeyond, engines } from './engines.ts';
import type { ListeningProxy } from './listening-proxy.ts';
import { sitDown } from './seat.ts';
import { eventually, type Visitor } from './visitor.ts';
import { vote } from './vote.ts';

const academyPath = '/elections/men-2026/grenoble/';
const simulatorPath = '/simulateur/';
/** The whole way of 2018 in Grenoble, from the vote on. */
const exercise = `${simulatorPath}#1.e8.gr.cd.pc.KMPRTV.7.v`;
const firstPort = Number(process.env['ISOLOIR_TEST_PORT'] ?? 4329) + 81;

for (const [n, engine] of engines.entries())
  test.describe(engine.name, () => {
    test.describe.configure({ mode: 'serial', timeout: 120_000 });
    let site: SiteServer;
    let proxy: ListeningProxy;
    let room: Room;
    let visitor: Visitor;
    let file = '';
    let leave: () => Promise<void>;

    test.beforeAll(async () => {
      ({ site, proxy, room, visitor, leave } = await sitDown(engine, firstPort + n));
    });
    test.afterAll(() => leave());

    const open = (path: string) => room.tab.open(site.address + path);
    const step = () =>
      room.tab.run(() => document.querySelector('#titre-ecran')?.textContent ?? '');

    async function begin(): Promise<void> {
      await open('/404.html');
      await open(exercise);
      await visitor.press('Commencer l’exercice');
      await visitor.sees('EXERCICE');
    }

    test('I open my academy', async () => {
      await open('/');
      await visitor.press('Grenoble');
      const arrived = (path: string) => location.pathname === path;
      await eventually('my academy', () => room.tab.run(arrived, academyPath));
      await visitor.sees('Vote du 3 au 10 décembre 2026');
    });

    test('I rehearse to a receipt, and it is kept on this device', async () => {
      await begin();
      await visitor.sees('Gardé sur cet appareil');
      await vote(visitor);
    });

    test('I reload in the middle of a form, and go on from that very page', async () => {
      await begin();
      await visitor.press('Voter');
      await visitor.write('Identifiant électeur', 'ABC');
      const before = await step();
      await room.tab.reload();
      await visitor.press('Le parcours complet');
      await visitor.sees('EXERCICE');
      expect(await step()).toBe(before);
      // What was typed and never sent was kept nowhere.
      const typed = () =>
        [...document.querySelectorAll('input')].map(({ value }) => value).join('');
      expect(await room.tab.run(typed)).toBe('');
    });

    test('what I did is saved in a file, and read again from it', async () => {
      await visitor.press('Journal');
      await visitor.press('enregistrer le journal dans un fichier');
      file = await eventually('a saved file', async () => {
        const [name] = readdirSync(room.downloads).filter((one) => one.endsWith('.json'));
        const path = join(room.downloads, name ?? '');
        return name !== undefined && readFileSync(path, 'utf8').trim().endsWith('}') && path;
      });
      await open('/404.html');
      await open(`${simulatorPath}#relire`);
      await visitor.give('fichiers', file);
      await visitor.sees('Geste 1 sur');
    });

    test('the server is gone: my page is there, and I rehearse to a receipt', async () => {
      await open(academyPath);
      await eventually('the page kept', () =>
        room.tab.run(async (path) => (await caches.match(path)) !== undefined, academyPath),
      );
      // What asks again for the page just opened ends here: joined by the reload, it would bring a fresh page, not the kept one.
      await room.tab.run(
        (name) => fetch(location.pathname, { headers: { [name]: '1' } }).then(({ ok }) => ok),
        freshHeader,
      );
      await site.stop();
      try {
        await room.tab.reload();
        await visitor.sees('Vote du 3 au 10 décembre 2026');
        await visitor.sees('copie du');
        await begin();
        await vote(visitor);
      } finally {
        await site.start();
      }
    });

    test('nobody but the site was asked for anything, and nothing complained', async () => {
      await open('/');
      expect(await room.tab.run(callAnywhere)).toBe('connect-src refuses');
      expect(askedBeyond(engine, proxy)).toEqual([]);
      expect(proxy.paths).toContain('/');
      // The refusal that was just asked for is heard; nothing else was.
      const asked = (said: string) => said.includes('127.0.0.1:9');
      const { complaints } = room;
      if (complaints !== null) {
        await eventually('the refusal', async () => complaints.some(asked));
        expect(complaints.filter((said) => !asked(said))).toEqual([]);
      }
      // The record does hear what leaves the site, in the open or through a tunnel.
      for (const address of ['http://dehors.example/', 'https://dehors.example/'])
        await room.tab.open(address).catch(() => undefined);
      expect(proxy.elsewhere).toEqual(
        expect.arrayContaining(['dehors.example', 'dehors.example:443']),
      );
    });
  });
