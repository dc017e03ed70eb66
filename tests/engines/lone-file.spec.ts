// The single file from a key, in the other engines (tests/e2e/pack.spec.ts has Chromium’s): no network, and no storage where one can refuse it.
import { expect, test } from '@playwright/test';
import { findFirefox } from '../../src/tools/browser.mjs';
import { callAnywhere, loneAddress, loneHash } from '../support/lone-file.ts';
import type { Engine } from './driver.ts';
import { askedBeyond, engines } from './engines.ts';
import { listeningProxy } from './listening-proxy.ts';
import { firefox } from './puppeteer.ts';
import { Visitor } from './visitor.ts';
import { vote } from './vote.ts';

/** Site data is refused, as in many locked rooms. */
const lockedFirefox = firefox(findFirefox() ?? '', { 'network.cookie.cookieBehavior': 2 });
const others: readonly Engine[] = engines
  .filter(({ name }) => name !== 'Chromium')
  .map((engine) => (engine.name === 'Firefox' ? lockedFirefox : engine));

for (const engine of others)
  test(`${engine.name}, from a key: an exercise to its receipt, and F5 resumes`, async () => {
    test.setTimeout(120_000);
    const proxy = await listeningProxy('no-site.invalid');
    const room = await engine.start(proxy.port);
    const visitor = new Visitor(room.tab);
    const step = () => room.tab.run(() => location.hash.split('.').at(-1) ?? '');
    try {
      await room.tab.open(loneAddress + loneHash('vote'));
      const refused = await room.tab.run(() => {
        try {
          return `kept ${String(localStorage.length)}`;
        } catch (error) {
          return error instanceof Error ? error.name : '';
        }
      });
      expect(refused).toBe(engine === lockedFirefox ? 'SecurityError' : 'kept 0');
      await visitor.sees('On ne vote pas ici.');
      await visitor.press('Commencer l’exercice');
      await visitor.sees('EXERCICE');
      await visitor.sees('En mémoire seulement');
      await vote(visitor);
      const before = await step();
      await room.tab.reload();
      await visitor.sees('Ce lien propose un exercice');
      await visitor.press('Commencer l’exercice');
      await visitor.sees('EXERCICE');
      expect(await step()).toBe(before);
      expect(room.complaints ?? []).toEqual([]);
      // A share, as Firefox writes its address.
      if (engine.name === 'Firefox') {
        await room.tab.open(loneAddress.replace('file:///', 'file://///'));
        await visitor.press('Commencer l’exercice');
        await visitor.sees('En mémoire seulement');
      }
      expect(await room.tab.run(callAnywhere)).toBe('connect-src refuses');
      expect(askedBeyond(engine, proxy)).toEqual([]);
    } finally {
      await room.close();
      proxy.stop();
    }
  });
