/** What the simulator does with the page of each refusal: a link beside the sentence, to the right place. */
import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { editionIds, loadEdition } from '../../../src/lib/editions.ts';
import { refusalWords } from '../../../src/simulator/core/refusals.ts';
import { RefusalNote } from '../../../src/simulator/ui/text.tsx';
import { begin } from '../../support/scenario.ts';
import { deskOf } from '../ui/support.ts';

describe.each(editionIds())('%s', (id) => {
  const edition = loadEdition(id);
  test('every refusal carries its link', () => {
    for (const word of refusalWords) {
      const desk = deskOf(edition, begin(edition), [{ word }]);
      const html = render(h(RefusalNote, { desk, refusals: [{ word }] }));
      const [page = '', anchor = ''] = edition.refusals[word].situation?.split('#') ?? [];
      expect(html, word).toContain(`href="/ca-bloque/${page}/#${anchor}"`);
      expect(html.match(/<a /gu), word).toHaveLength(1);
    }
  });
});
