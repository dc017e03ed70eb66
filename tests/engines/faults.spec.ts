// Firefox with site data refused, in a private window, with next to no room (preferences of its profile, as people set them), or killed.
import { expect, test } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFirefox } from '../../src/tools/browser.mjs';
import { siteFolder } from '../../src/tools/run.ts';
import { serveSite } from '../../src/tools/serve.ts';
import type { Room } from './driver.ts';
import { engines } from './engines.ts';
import { listeningProxy } from './listening-proxy.ts';
import { firefox } from './puppeteer.ts';
import { sitDown } from './seat.ts';
import { Visitor } from './visitor.ts';
import { vote } from './vote.ts';

const exercise = '/simulateur/#1.e8.gr.cd.pc.KMPRTV.7.v';
const port = Number(process.env['ISOLOIR_TEST_PORT'] ?? 4329) + 91;
const here = engines.some(({ name }) => name === 'Firefox');

/** Somebody at that Firefox, an exercise begun. */
async function withFirefox(
  preferences: Readonly<Record<string, number | boolean>>,
  act: (visitor: Visitor, room: Room, address: string) => Promise<void>,
): Promise<void> {
  const { site, room, visitor, leave } = await sitDown(
    firefox(findFirefox() ?? '', preferences),
    port,
  );
  try {
    await act(visitor, room, site.address);
    // What Firefox writes down by itself of a worker that it refuses; the page has caught it.
    const own = (said: string) => said.includes('Failed to register/update a ServiceWorker');
    expect((room.complaints ?? []).filter((said) => !own(said))).toEqual([]);
  } finally {
    await leave();
  }
}

async function begin(visitor: Visitor, address: string): Promise<void> {
  await visitor.tab.open(address + exercise);
  await visitor.press('Commencer l’exercice');
  await visitor.sees('EXERCICE');
}

test.describe('Firefox', () => {
  test.describe.configure({ mode: 'serial', timeout: 120_000 });
  // Whether it is there at all is told, and counted, by the run of the engines itself.
  if (!here) return;

  test('site data refused: the guide is whole, an exercise goes to its receipt in memory and says so', () =>
    withFirefox({ 'network.cookie.cookieBehavior': 2 }, async (visitor, _room, address) => {
      await visitor.tab.open(`${address}/elections/men-2026/grenoble/`);
      await visitor.sees('Vote du 3 au 10 décembre 2026');
      await begin(visitor, address);
      await visitor.sees('En mémoire seulement');
      await vote(visitor);
    }));

  test('a private window: an exercise goes to its receipt, and a reload finds it again', () =>
    withFirefox({ 'browser.privatebrowsing.autostart': true }, async (visitor, room, address) => {
      await begin(visitor, address);
      await vote(visitor);
      const step = () => document.querySelector('#titre-ecran')?.textContent ?? '';
      const before = await room.tab.run(step);
      await room.tab.reload();
      await visitor.press('Le parcours complet');
      await visitor.sees('EXERCICE');
      expect(await room.tab.run(step)).toBe(before);
    }));

  test('killed four times on the way, each time just after a sentence: every one is there again', async () => {
    const profile = mkdtempSync(join(tmpdir(), 'isoloir-profil-'));
    const site = await serveSite({ dir: siteFolder, port });
    const proxy = await listeningProxy(`localhost:${String(port)}`);
    const start = () => firefox(findFirefox() ?? '', {}, profile).start(proxy.port);
    const stages: readonly ((visitor: Visitor) => Promise<void>)[] = [
      async (visitor) => {
        await visitor.press('Voter');
        // Killed before anything was told, the exercise may stand where it was: nothing was promised.
        await visitor.sees('Entrer dans l’isoloir');
      },
      async (visitor) => {
        await visitor.press('remplir : Identifiant électeur');
        await visitor.press('Entrer');
        await visitor.sees('Vos scrutins');
      },
      async (visitor) => {
        await visitor.press('Voter :');
        await visitor.choose('Vote blanc');
        await visitor.press('Vérifier mon choix');
        await visitor.press('Confirmer mon vote');
        await visitor.sees('Garder la preuve');
      },
      async (visitor) => {
        await visitor.press('Garder la preuve');
        await visitor.sees('Preuve gardée');
      },
    ];
    /** What the coach’s journal has told last, and the page it stands on. */
    const told = () => [
      document.querySelector('#titre-ecran')?.textContent ?? '',
      document.querySelector('.journal li:last-child')?.textContent ?? '',
    ];
    try {
      let before: readonly string[] | null = null;
      for (const stage of [...stages, null]) {
        const room = await start();
        const visitor = new Visitor(room.tab);
        if (before === null) await begin(visitor, site.address);
        else {
          await visitor.tab.open(`${site.address}/simulateur/`);
          await visitor.press('Le parcours complet');
          await visitor.sees('EXERCICE');
          expect(await room.tab.run(told)).toEqual(before);
        }
        await stage?.(visitor);
        before = await room.tab.run(told);
        await room.kill();
      }
    } finally {
      proxy.stop();
      await site.stop();
      rmSync(profile, { recursive: true, force: true });
    }
  });

  test('no room left for the site: said, and the exercise goes on to its receipt', () =>
    // In KiB, for the whole browser.
    withFirefox(
      { 'dom.quotaManager.temporaryStorage.fixedLimit': 1 },
      async (visitor, _room, address) => {
        await begin(visitor, address);
        await vote(visitor);
        await visitor.sees('En mémoire seulement');
      },
    ));
});
