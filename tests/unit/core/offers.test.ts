/** What can be tried, gesture after gesture of an exercise: what opens (+) and what shuts (−). */
import { expect, test } from 'vitest';
import { editionIds } from '../../../src/lib/editions.ts';
import { offers } from '../../../src/simulator/core/offers.ts';
import type { World } from '../../../src/simulator/core/portal.ts';
import { editionOf } from '../../support/scenario.ts';
import { coach, gestured, hour } from '../../support/told.ts';
import { sitDown } from '../exercises/player.ts';
import { plays } from '../exercises/plays.ts';

/** The whole way, and what it never meets: a lost letter, a code by text message, a full mailbox, a mail that is nobody’s. */
const played = ['parcours-complet', 'ancien-code', 'boite-saturee', 'courriel-suspect'];

function opened(id: string, exercise: string): string {
  const player = sitDown(id, exercise);
  const { edition } = player;
  const offered = (world: World) =>
    new Set(offers(edition, world).map((command) => gestured(world, command)));
  let last = new Set<string>();
  const lines: string[] = [];
  const look = (world: World) => {
    const now = offered(world);
    const more = [...now].filter((one) => !last.has(one)).map((one) => `+ ${one}`);
    const less = [...last].filter((one) => !now.has(one)).map((one) => `− ${one}`);
    lines.push([hour(world.now), coach(edition, world), ...more, ...less].join(' '));
    last = now;
  };
  plays[exercise]?.good(player);
  for (const { before } of player.done) look(before);
  look(player.world);
  return [`# ${exercise}`, ...lines].join('\n');
}

test.each(editionIds())('%s', async (id) => {
  const exercises = played.filter((one) => one in editionOf(id).exercises);
  const text = exercises.map((exercise) => `${opened(id, exercise)}\n`).join('\n');
  await expect(text).toMatchFileSnapshot(`offers/${id}.txt`);
});
