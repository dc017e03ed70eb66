// « Aller directement à » a page: the first way to each page that the careful voter passes or could open beside the way.
import { describe, expect, test } from 'vitest';
import { editionIds } from '../../../src/lib/editions.ts';
import { evolve } from '../../../src/simulator/core/evolve.ts';
import { beginning } from '../../../src/simulator/core/prepare.ts';
import { pagesOnTheWay } from '../../../src/simulator/core/way.ts';
import { editionOf } from '../../support/scenario.ts';

const begun = (id: string, exercise: string, academy: string) => {
  const setup = { edition: id, academy, profile: 'certifie', exercise, seed: 'KMPRTV' };
  return beginning(editionOf(id), setup);
};

describe.each(editionIds())('%s', (id) => {
  const academy = id === 'men-2022' ? 'amiens' : 'caen';
  test.each(['parcours-complet', 'code-perdu-j-2'])(
    '%s: each way ends on its page, and is the first one found',
    async (exercise) => {
      const world = begun(id, exercise, academy);
      const lines: string[] = [];
      for (const [screen, way] of pagesOnTheWay(editionOf(id), world)) {
        expect(way.flat().reduce(evolve, world).screen).toBe(screen);
        const told = way.map((events) => events.map(({ type }) => type).join('+'));
        lines.push(`${screen} (${way.length}): ${told.slice(-2).join(' | ')}`);
      }
      await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`way/${id}-${exercise}.txt`);
    },
  );
});
