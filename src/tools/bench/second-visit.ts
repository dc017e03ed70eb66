/** The second visit of somebody whose network is gone: a new browser on the same profile, so that the worker is cold. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, type Browser } from 'puppeteer-core';
import { browserFlags } from '../browser.mjs';
import type { SiteServer } from '../serve.ts';
import type { Figure } from './figure.ts';

const path = '/elections/men-2026/grenoble/';
const visits = 5;

/** Stops the server on the way, and starts it again. */
export async function secondVisitFigures(
  site: SiteServer,
  executablePath: string,
): Promise<readonly Figure[]> {
  const userDataDir = mkdtempSync(join(tmpdir(), 'isoloir-seconde-'));
  const open = (): Promise<Browser> =>
    launch({ executablePath, userDataDir, args: [...browserFlags] });
  try {
    const first = await open();
    const page = await first.newPage();
    await page.goto(site.address + path);
    await page.evaluate(async (key) => {
      await navigator.serviceWorker.ready;
      while (!(await caches.match(key))) await new Promise((again) => setTimeout(again, 50));
    }, path);
    await first.close();
    await site.stop();
    const paints: number[] = [];
    for (let visit = 0; visit < visits; visit += 1) {
      const later = await open();
      const tab = await later.newPage();
      await tab.goto(site.address + path);
      await tab.waitForFunction(() => performance.getEntriesByType('paint').length > 0);
      paints.push(
        await tab.evaluate(() => performance.getEntriesByType('paint')[0]?.startTime ?? 0),
      );
      await later.close();
    }
    paints.sort((a, b) => a - b);
    return [
      {
        name: 'seconde visite, serveur arrêté, premier affichage',
        value: Math.round(paints[Math.floor(visits / 2)] ?? 0),
        unit: 'ms',
        budget: { most: 100 },
      },
    ];
  } finally {
    await site.start();
    rmSync(userDataDir, { recursive: true, force: true, maxRetries: 5 });
  }
}
