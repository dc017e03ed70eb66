/** What the two pages of a trainer hand to their scripts: the tables of codes, the elections, an academy for « peu importe ». */
import { editionFacts, editionIds, loadCodes } from './editions.ts';
import { anywhere } from './rehearsals.ts';
import { sessionPlays } from './trainer.ts';

/** The JSON of `data-room`; src/simulator/room/room-page.ts reads it. */
export function roomPage(): string {
  const { editions, academies, profiles, exercises } = loadCodes();
  return JSON.stringify({
    base: import.meta.env.BASE_URL,
    editions: editionIds().map((id) => ({ id, title: editionFacts(id).title })),
    // A class code never names a screen.
    tables: { editions, academies, profiles, exercises, screens: {} },
    anywhere,
    session: sessionPlays(),
  });
}
