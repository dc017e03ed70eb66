/** The whole answer to every scenario, with what the coach says before and after it, as it was last looked at. */
import { expect, test } from 'vitest';
import { editionIds } from '../../../src/lib/editions.ts';
import { advise } from '../../../src/simulator/core/advice.ts';
import { coach, gestured, happened, hour, refused } from '../../support/told.ts';
import type { Case } from './cases/case.ts';
import { chapters, playCase } from './cases/run.ts';

function answer(id: string, one: Case): string {
  const { edition, world, command, decision, next } = playCase(id, one);
  const { command: advised } = advise(edition, next);
  return [
    `- ${one.title}\n  ${hour(world.now)}`,
    coach(edition, world),
    gestured(world, command),
    '→',
    ...decision.events.map(happened),
    ...decision.refusals.map(refused),
    `@${next.screen}\n  then`,
    coach(edition, next),
    ...(advised ? [gestured(next, advised)] : []),
  ].join(' ');
}

test.each(editionIds())('%s', async (id) => {
  const all = Object.entries(chapters).map(([name, cases]) =>
    [
      `# ${name}`,
      ...cases.filter(({ editions }) => editions.includes(id)).map((one) => answer(id, one)),
    ].join('\n'),
  );
  await expect(`${all.join('\n\n')}\n`).toMatchFileSnapshot(`answers/${id}.txt`);
});
