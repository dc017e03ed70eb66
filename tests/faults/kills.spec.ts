// Fifty browsers killed at any moment of a whole rehearsal: what was shown is there, nothing is torn, the exercise opens.
import { expect, test } from '@playwright/test';
import { findBrowser, findLightBrowser } from '../../src/tools/browser.mjs';
import { victim, type Killing } from './killed.ts';

const kills = 50;
/** Profiles, one a worker: the engine alone, and the whole browser. */
const profiles = [
  ['the engine alone', findLightBrowser],
  ['the whole browser', findBrowser],
] as const;

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

for (const [what, find] of profiles)
  test(`${String(kills / profiles.length)} kills at random moments, ${what}: nothing acknowledged is lost, nothing torn, the exercise opens`, async ({
    baseURL,
  }) => {
    test.setTimeout(400_000);
    const one = await victim((await find()) ?? '', address(baseURL));
    const killings: Killing[] = [];
    for (let n = 0; n < kills / profiles.length; n += 1)
      killings.push(await one.kill(Math.random() * one.duration));
    await one.end();
    expect(killings.filter(({ wrong }) => wrong.length > 0)).toEqual([]);
    // Something was at stake: sentences had reached us, and exercises were cut in the middle.
    expect(killings.filter(({ acknowledged }) => acknowledged > 0).length).toBeGreaterThan(10);
    expect(new Set(killings.map(({ entries }) => entries)).size).toBeGreaterThan(10);
  });
