/** The time to open a journal of 10,000 events, in a real browser, on the built site. */
import { launch } from 'puppeteer-core';
import { loadEdition } from '../../lib/editions.ts';
import { forSimulator } from '../../lib/travelling.ts';
import type { Setup } from '../../simulator/core/portal.ts';
import { browserFlags } from '../browser.mjs';
import type { Figure } from './figure.ts';
import { pageScript } from './page-script.ts';

const entries = 10_000;
/** Each in a page of its own; the median is told. */
const openings = 5;
const setup: Setup = {
  edition: 'men-2018',
  academy: 'amiens',
  profile: 'pe',
  exercise: 'parcours-complet',
  seed: 'nuages',
};

/** Measures on a site served at `address`, with the browser at `browser`. */
export async function journalFigures(where: {
  readonly address: string;
  readonly browser: string;
}): Promise<readonly Figure[]> {
  const code = await pageScript('journal-page.ts');
  const edition = JSON.stringify(forSimulator(loadEdition(setup.edition)));
  const browser = await launch({ executablePath: where.browser, args: [...browserFlags] });
  try {
    const page = await browser.newPage();
    const run = async (call: string): Promise<unknown> => {
      await page.goto(where.address);
      return page.evaluate(`${code}; IsoloirBench.${call}`);
    };
    const id = await run(
      `fill(${edition}, ${JSON.stringify(setup)}, ${entries}, ["calendar", "mail-login"])`,
    );
    const times: number[] = [];
    for (let i = 0; i < openings; i += 1)
      times.push(Number(await run(`open(${edition}, ${JSON.stringify(id)})`)));
    times.sort((a, b) => a - b);
    return [
      {
        name: 'ouvrir un journal de 10 000 événements',
        value: times[Math.floor(openings / 2)] ?? null,
        unit: 'ms',
        budget: { most: 100 },
      },
    ];
  } finally {
    await browser.close();
  }
}
