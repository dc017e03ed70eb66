/**
 * `npm run soak -- --kills 1000 --minutes 60`: browsers killed at any moment of a whole rehearsal, on several profiles at
 * once, until that many were killed or that time is over. Says how many of each, and what was wrong.
 */
import { parseArgs } from 'node:util';
import { victim, type Killing } from '../../tests/faults/killed.ts';
import { copySite, remove } from '../../tests/support/release.ts';
import { findLightBrowser } from './browser.mjs';
import { requireNode, stopWith } from './run.ts';
import { serveSite } from './serve.ts';

requireNode();
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '1000' },
    minutes: { type: 'string', default: '60' },
    profiles: { type: 'string', default: '2' },
    port: { type: 'string', default: '4399' },
  },
});
const wanted = Number(values.kills);
const until = performance.now() + Number(values.minutes) * 60_000;
const program = await findLightBrowser();
if (program === null) stopWith('Aucun navigateur : ISOLOIR_BROWSER=/chemin npm run soak.');
// A copy: a build may take the site away meanwhile.
const dir = copySite();
const site = await serveSite({ dir, port: Number(values.port) });
const killings: Killing[] = [];
let begun = 0;

async function profile(path: string): Promise<void> {
  const one = await victim(path, `${site.address}/simulateur/#1.e8.gr.cd.pc.KMPRTV`);
  while (begun < wanted && performance.now() < until) {
    begun += 1;
    const killing = await one.kill(Math.random() * one.duration);
    killings.push(killing);
    if (killing.wrong.length > 0) console.log(JSON.stringify(killing));
    if (killings.length % 50 === 0) console.log(`${killings.length} navigateurs tués…`);
  }
  await one.end();
}

await Promise.all(Array.from({ length: Number(values.profiles) }, () => profile(program)));
await site.stop();
remove(dir);
const wrong = killings.filter((one) => one.wrong.length > 0).length;
const entries = killings.reduce((sum, one) => sum + one.entries, 0);
const shown = killings.reduce((sum, one) => sum + one.acknowledged, 0);
console.log(
  `${killings.length} navigateurs tués sur ${wanted} ; ${entries} lignes de journal relues, ${shown} phrases avaient été montrées.`,
);
console.log(`${killings.length - wrong} passed, ${wrong} failed`);
process.exitCode = wrong === 0 && killings.length > 0 ? 0 : 1;
