/** How long the coach takes to answer on a slow phone: a real browser, six times slower. */
import { launch } from 'puppeteer-core';
import { editionIds, loadEdition } from '../../lib/editions.ts';
import { forSimulator } from '../../lib/travelling.ts';
import { browserFlags } from '../browser.mjs';
import type { Figure } from './figure.ts';
import { pageScript } from './page-script.ts';

/** @returns the slowest answer of all elections, on a site served at `address`, with the browser at `browser` */
export async function coachFigures(where: {
  readonly address: string;
  readonly browser: string;
}): Promise<readonly Figure[]> {
  const code = await pageScript('coach-page.ts');
  const browser = await launch({ executablePath: where.browser, args: [...browserFlags] });
  try {
    const page = await browser.newPage();
    await page.emulateCPUThrottling(6);
    let worst = 0;
    for (const id of editionIds()) {
      const edition = forSimulator(loadEdition(id));
      const setup = {
        edition: id,
        academy: 'grenoble',
        profile: 'certifie',
        exercise: 'parcours-complet',
        seed: 'KMPRTV',
      };
      await page.goto(where.address);
      const call = `slowest(${JSON.stringify(edition)}, ${JSON.stringify(setup)})`;
      worst = Math.max(worst, Number(await page.evaluate(`${code}; IsoloirBench.${call}`)));
    }
    return [
      {
        name: 'le coach répond, processeur six fois plus lent',
        value: Math.round(worst * 10) / 10,
        unit: 'ms',
        budget: { most: 50 },
      },
    ];
  } finally {
    await browser.close();
  }
}
