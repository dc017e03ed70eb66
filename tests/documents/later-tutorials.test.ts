/** Tutorials that retell no founding document: whole, sourced, in our words, and the same portal for every academy. */
import { describe, expect, test } from 'vitest';
import { archivesOf, successorOf } from '../../src/lib/archives.ts';
import { existsAt, requireAcademy, sources } from '../../src/lib/content.ts';
import { editionFacts, editionIds } from '../../src/lib/editions.ts';
import { tutorialAcademies } from '../../src/lib/guide-pages.ts';
import { practicePath } from '../../src/lib/practice.ts';
import { localMoment, votingEnd, votingMoments } from '../../src/lib/timetable.ts';
import { tutorialAnchors } from '../../src/lib/tutorials.ts';
import { yearOf } from '../../src/lib/years.ts';
import { lineTables } from './lines.ts';
import { stepsOf, takenFrom, wholeText, words } from './table.ts';

const known = sources().map(({ id }) => id);
const written = editionIds().flatMap((edition) =>
  tutorialAcademies(edition).map(({ id }) => ({ edition, academy: id })),
);
const later = written.filter(
  (one) => !lineTables.some((own) => own.edition === one.edition && own.academy === one.academy),
);

test.each([
  ['men-2014', ['clermont-ferrand', 'creteil', 'lille', 'lyon', 'mayotte', 'nice']],
  ['men-2018', ['aix-marseille', 'dijon', 'nancy-metz', 'nouvelle-caledonie', 'poitiers', 'rouen']],
  ['men-2022', ['amiens', 'corse', 'grenoble', 'guadeloupe', 'nice', 'rennes', 'versailles']],
])('in %s there is one wherever something is known of the academy', (edition, expected) => {
  expect(tutorialAcademies(edition).map(({ id }) => id)).toEqual(expect.arrayContaining(expected));
});

test('an academy has one only for a year in which it existed', () => {
  const early = written.filter(({ edition, academy }) => {
    const { voting } = editionFacts(edition).periods;
    const end = votingEnd(voting) ?? 0;
    return !existsAt(requireAcademy(academy), localMoment(end, 'Europe/Paris').day);
  });
  expect(early).toEqual([]);
});

describe.each(later)('$academy, $edition', ({ edition, academy }) => {
  const text = wholeText(edition, academy);
  const steps = stepsOf(text);
  const [first] = steps;

  test('has the five anchors in their order, its steps counted from 1', () => {
    const parts = [...text.matchAll(/<Partie id="([a-z]+)"/gu)].map(([, id]) => id);
    expect(parts).toEqual(['avant', ...tutorialAnchors]);
    const wanted = new Map<string, number>();
    for (const { id } of steps) {
      const [part = ''] = id.split('-');
      wanted.set(part, (wanted.get(part) ?? 0) + 1);
      expect(id).toBe(`${part}-${String(wanted.get(part))}`);
    }
  });

  test('each step says what to prepare, what is seen, what can go wrong, and from where', () => {
    const poor = steps.filter(({ body }) =>
      ['**À préparer.**', '**À l’écran.**', '**Si ça bloque.**', '<Source '].some(
        (piece) => !body.includes(piece),
      ),
    );
    expect(poor.map(({ id }) => id)).toEqual([]);
  });

  test('says where it comes from, then what is known of the academy, from its own documents', () => {
    const intro = text.slice(0, text.indexOf('<Partie'));
    expect(intro).toMatch(/part d|Ce que l’on sait/u);
    const own = stepsOf(text.slice(0, text.indexOf('<Partie id="compte"'))).filter(({ id }) =>
      /^(?:avant|messagerie)-/u.test(id),
    );
    const named = own.flatMap(({ body }) => sourcesOf(body));
    expect(named.length).toBeGreaterThan(0);
    expect(sourcesOf(first?.body ?? '').length).toBeGreaterThan(0);
  });

  test('names sources that exist, promotes no organisation, leads nowhere', () => {
    expect(sourcesOf(text).filter((id) => !known.includes(id))).toEqual([]);
    const shown = text.replace(/<Source [^>]*>/gu, '');
    expect(shown).not.toMatch(/\b(?:SUD|FSU|SNES|SNPTES|UNSA|CGT|CFDT|SNALC|Sgen)\b|\bFO\b/u);
    expect(text).not.toMatch(/\]\((?!#)|https?:|mailto:|tel:|<a\s/u);
    expect(text.replace(/`[^`]*`/gu, '')).not.toMatch(/www\.|[\w.]@[\w-]|\.gouv\.fr|\.ac-\w/u);
  });

  test('uses its own words, and quotes labels, not sentences', () => {
    expect(lineTables.flatMap(({ document }) => takenFrom(document, text))).toEqual([]);
    const quotes = [...text.matchAll(/«([^»]*)»/gu)].map(([, quote = '']) => quote);
    expect(quotes.filter((quote) => words(quote).length > 12)).toEqual([]);
  });

  test('gives no hour that the facts do not have', () => {
    const said = [...text.matchAll(/\b(\d{1,2}) h\b/gu)].map(([, hour]) => Number(hour));
    const allowed = new Set([...(factHours[edition] ?? []), ...localHours(edition, academy)]);
    expect(said.filter((hour) => !allowed.has(hour))).toEqual([]);
  });

  test('can be practised, and is found from the page of its academy', () => {
    for (const step of [null, ...tutorialAnchors])
      expect(practicePath({ edition, academy, step })).toMatch(/^\/simulateur\/#/u);
    const today = successorOf(requireAcademy(academy)).id;
    const links = archivesOf(today);
    expect(links.map(({ path }) => path)).toContain(`/elections/${edition}/${academy}/`);
    expect(links.map(({ words: name }) => name).join()).toContain(yearOf(edition));
  });
});

function sourcesOf(text: string): readonly string[] {
  return [...text.matchAll(/<Source preuve="[a-z-]+" de="([^"]+)"/gu)].flatMap(([, ids = '']) =>
    ids.split(' '),
  );
}

/** Hours of Paris that a source gives: opening and end of the vote, end of the account in 2014, the failure and the count of 2018. */
const factHours: Readonly<Record<string, readonly number[]>> = {
  'men-2014': [10, 16, 17],
  'men-2018': [10, 17, 18, 5],
  'men-2022': [17],
};

/** The vote's first and last hour on the academy's own clock. */
function localHours(edition: string, academy: string): readonly number[] {
  const { voting } = editionFacts(edition).periods;
  const moments = votingMoments(voting);
  const ends = moments ? [moments.opens, moments.closes] : [votingEnd(voting)];
  const { timeZone } = requireAcademy(academy);
  return ends.flatMap((at) =>
    at === null ? [] : [Number(localMoment(at, timeZone).hour.slice(0, 2))],
  );
}
