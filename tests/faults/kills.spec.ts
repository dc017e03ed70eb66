// Fifty browsers killed at any moment of a whole rehearsal: what was shown is there, nothing is torn, the exercise opens.
import { expect, test } from '@playwright/test';
import { findLightBrowser } from '../../src/tools/browser.mjs';
import { victim } from './killed.ts';

const kills = 50;
/** Profiles, one a worker. */
const profiles = 2;

const address = (baseURL = '') => `${baseURL}/simulateur/#1.e8.gr.cd.pc.KMPRTV`;

test('a kill that cut a record of the browser’s own log in two: what is done afterwards is there at the next start too', async ({
  baseURL,
}) => {
  test.setTimeout(120_000);
  const one = await victim((await findLightBrowser()) ?? '', address(baseURL));
  expect((await one.kill(one.duration / 2, 'torn')).wrong).toEqual([]);
  expect((await one.kill(one.duration / 2)).wrong).toEqual([]);
  expect((await one.kill(one.duration / 2)).wrong).toEqual([]);
  await one.end();
});

for (let profile = 1; profile <= profiles; profile += 1)
  test(`${String(kills / profiles)} kills at random moments, profile ${String(profile)}: nothing acknowledged is lost, nothing torn, the exercise opens`, async ({
    baseURL,
  }) => {
    test.setTimeout(400_000);
    const program = await findLightBrowser();
    const one = await victim(program ?? '', address(baseURL));
    const wrong: unknown[] = [];
    for (let n = 0; n < kills / profiles; n += 1) {
      const killing = await one.kill(Math.random() * one.duration);
      if (killing.wrong.length > 0) wrong.push(killing);
    }
    await one.end();
    expect(wrong).toEqual([]);
  });
