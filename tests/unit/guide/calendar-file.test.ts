/** The `.ics` of the coming vote, made by one library and read back by another. */
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { calendarFile, sequenceOf } from '../../../src/lib/calendar-file.ts';
import { requireAcademy } from '../../../src/lib/content.ts';
import { currentAcademies } from '../../../src/lib/current.ts';
import { momentIn } from '../../../src/lib/dates.ts';
import type { CurrentEdition } from '../../../src/schemas/current-edition.ts';
import { calendarOf, eventsOf, type ReadEvent } from '../../support/calendar.ts';
import { filledAt, filledFiles, levels, type Level } from '../../support/filled-edition.ts';
import { filledIn, paris, readByTwo, withDatesIn } from './support.ts';

const madeAt = paris('2026-11-26 12:00');
const nobody = filledIn();
const atLevel = (level: Level): CurrentEdition =>
  withDatesIn(parse(filledFiles(level)['editions/men-2026.yaml'] ?? ''));
const fileOf = (edition: CurrentEdition, id?: string, at = madeAt) =>
  calendarFile(edition, id === undefined ? undefined : requireAcademy(id), at);
const kindOf = ({ uid }: ReadEvent) => uid.replace(/^isoloir-men-2026-/u, '');
/** The event of a kind: « fin », « conseil-ouest »… */
function event(edition: CurrentEdition, kind: string, id = 'dijon', at = madeAt): ReadEvent {
  const found = eventsOf(fileOf(edition, id, at)).find((one) => kindOf(one) === `${id}-${kind}`);
  if (!found) throw new Error(`no event « ${kind} » for ${id}`);
  return found;
}
const plain = (words: string) => words.replaceAll(/\s/gu, ' ');
const hour = 3600;

describe('while nobody knows the hours', () => {
  test('four whole days: the roll, the opening, our advice, the last day', () =>
    expect(
      eventsOf(fileOf(nobody, 'dijon')).map((one) => [kindOf(one), one.start, one.end]),
    ).toEqual([
      ['dijon-retenir-2026-r528', '2026-12-02', '2026-12-03'],
      ['dijon-ouverture', '2026-12-03', '2026-12-04'],
      ['dijon-conseil', '2026-12-08', '2026-12-09'],
      ['dijon-fin', '2026-12-10', '2026-12-11'],
    ]));
  test('it says so, and where to look', () => {
    for (const kind of ['ouverture', 'fin'])
      expect(plain(event(nobody, kind).description)).toContain(
        'Heure non connue : voir votre lettre ou le portail officiel',
      );
    expect(fileOf(nobody, 'dijon')).not.toMatch(/^DT(?:START|END):/mu);
  });
  test('west of Paris the advice has its own last day, in local terms', () => {
    const west = event(nobody, 'conseil-ouest', 'polynesie-francaise');
    expect([west.start, west.end]).toEqual(['2026-12-09', '2026-12-10']);
    expect(plain(west.summary)).toContain('pas après le 9 décembre, heure locale');
    for (const id of ['la-reunion', 'dijon', 'nouvelle-caledonie'])
      expect(() => event(nobody, 'conseil-ouest', id)).toThrow(/no event/u);
  });
  test('a day of Paris may be the eve in the west, the morrow in the east', () => {
    expect(event(nobody, 'fin', 'martinique').description).toContain('tomber la veille');
    expect(event(nobody, 'fin', 'wallis-et-futuna').description).toContain('tomber le lendemain');
    expect(event(nobody, 'fin', 'dijon').description).not.toContain('tomber');
  });
});

describe('once an hour is known', () => {
  test('it is an instant in UTC, without a length, and each local clock is said', () => {
    const hours = atLevel('hours');
    const opening = event(hours, 'ouverture', 'la-reunion');
    expect([opening.start, opening.end]).toEqual(['2026-12-03T08:00:00Z', null]);
    expect(plain(opening.description)).toContain(
      'jeudi 3 décembre à 12 h sur place (jeudi 3 décembre à 9 h à Paris)',
    );
    expect(event(hours, 'fin', 'la-reunion').start).toBe('2026-12-10T16:00:00Z');
    expect(fileOf(hours, 'la-reunion')).not.toContain('Heure non connue');
  });
  test('one hour alone leaves the other a whole day', () => {
    const opening = atLevel('opening');
    expect(event(opening, 'ouverture').start).toBe('2026-12-03T08:00:00Z');
    expect(event(opening, 'fin').start).toBe('2026-12-10');
  });
  test.each([
    ['dijon', 1],
    ['la-reunion', 4],
    ['mayotte', 3],
    ['guadeloupe', -4],
    ['martinique', -4],
    ['guyane', -3],
    ['saint-pierre-et-miquelon', -3],
    ['nouvelle-caledonie', 11],
    ['polynesie-francaise', -10],
    ['wallis-et-futuna', 12],
  ])('%s is %i hours from UTC in December', (id, offset) => {
    const end = paris('2026-12-10 17:00');
    const wall = new Date((end + offset * hour) * 1000).getUTCHours();
    expect(momentIn(requireAcademy(id).timeZone, end)).toContain(` à ${String(wall)} h`);
    expect(plain(event(atLevel('hours'), 'fin', id).description)).toContain(` à ${String(wall)} h`);
  });
  test('a prolongation takes the place of the end; the first end is still said', () => {
    const end = event(atLevel('extended'), 'fin');
    expect(end.start).toBe('2026-12-11T11:00:00Z');
    expect(plain(end.description)).toContain('Prolongé jusqu’au : vendredi 11 décembre à 12 h');
    expect(plain(end.description)).toContain('Fin d’abord prévue : jeudi 10 décembre à 17 h');
  });
  test('what one person alone read says so', () => {
    expect(plain(event(atLevel('wrong'), 'fin').description)).toContain(
      'Fin (lu par une seule personne) : jeudi 10 décembre à 18 h',
    );
    expect(event(atLevel('hours'), 'fin').description).not.toContain('seule personne');
  });
});

describe('alarms', () => {
  const day = 24 * hour;
  test('of a whole day count from its midnight: six in the evening before, nine in the morning when it presses', () => {
    const from = (seconds: number) => ({ seconds, related: 'START' });
    expect(event(nobody, 'ouverture').alarms).toEqual([from(-6 * hour)]);
    expect(event(nobody, 'fin').alarms).toEqual([from(-6 * hour), from(9 * hour)]);
  });
  test.each(['dijon', 'polynesie-francaise', 'nouvelle-caledonie'])(
    'of an instant ring at the same civil hours in %s, always before it',
    (id) => {
      const { alarms, start } = event(atLevel('hours'), 'fin', id);
      const at = Date.parse(start) / 1000;
      const zone = requireAcademy(id).timeZone;
      const told = alarms.map(({ seconds }) => momentIn(zone, at + seconds));
      expect(told[0]).toMatch(/ à 18 h$/u);
      for (const one of told.slice(1)) expect(one).toMatch(/ à 9 h$/u);
      for (const { seconds, related } of alarms) {
        expect(seconds).toBeLessThan(0);
        expect(seconds).toBeGreaterThanOrEqual(-2 * day);
        expect(related).toBe('START');
      }
    },
  );
});

describe('a file opened again', () => {
  const uids = (edition: CurrentEdition) =>
    eventsOf(fileOf(edition, 'dijon')).map(({ uid }) => uid);
  test('finds the same entries whatever was filled in or moved', () => {
    for (const level of levels) expect(uids(atLevel(level)), level).toEqual(uids(nobody));
    const moved = filledIn({
      conseil: { au_plus_tard: '2026-12-07', ouest_de_paris: '2026-12-08' },
    });
    expect(uids(moved)).toEqual(uids(nobody));
  });
  test('no two academies share an entry', () => {
    const all = [undefined, ...currentAcademies().map(({ id }) => id)].flatMap((id) =>
      eventsOf(fileOf(nobody, id)).map(({ uid }) => uid),
    );
    expect(new Set(all).size).toBe(all.length);
  });
  test('grows with each thing filled in or corrected, in one release', () => {
    const told = (['hours', 'corrected', 'extended'] as const).map((level) =>
      sequenceOf(atLevel(level), filledAt),
    );
    expect(told).toEqual([...new Set(told)].sort((a, b) => a - b));
    expect(told[0]).toBeGreaterThan(sequenceOf(nobody, filledAt));
  });
  test('grows too when a value is changed, corrected again the same day, or withdrawn in the next release', () => {
    const corrected = filledIn({
      cloture: { ...readByTwo('2026-12-10 17:00'), corrige: { le: '2026-11-30', avant: '18 h' } },
    });
    const minute = 60;
    expect(sequenceOf(corrected, madeAt + minute)).toBeGreaterThan(sequenceOf(corrected, madeAt));
    expect(sequenceOf(nobody, madeAt + minute)).toBeGreaterThan(sequenceOf(corrected, madeAt));
  });
  test('is a number that any agenda holds', () =>
    expect(sequenceOf(nobody, Date.parse('2090-01-01') / 1000)).toBeLessThan(2 ** 31));
  test('says what it said before, for fourteen days', () => {
    const before = 'Corrigé le 28 nov. 2026, avant : 10 décembre à 18 h';
    const at = (wall: string) =>
      plain(event(atLevel('corrected'), 'fin', 'dijon', paris(wall)).description);
    expect(at('2026-12-11 23:59')).toContain(before);
    expect(at('2026-12-12 00:00')).not.toContain('Corrigé');
  });
  test('two builds of one release are the same, to the byte', () => {
    const { stamp, modified } = event(nobody, 'fin');
    expect(fileOf(nobody, 'dijon')).toBe(fileOf(nobody, 'dijon'));
    expect([stamp, modified]).toEqual(['2026-11-26T11:00:00Z', '2026-11-26T11:00:00Z']);
  });
});

describe.each([
  ['nobody', nobody],
  ['everything', atLevel('full')],
])('a file when %s knows', (_, edition) => {
  const files = [undefined, ...currentAcademies().map(({ id }) => id)].map((id) => ({
    id: id ?? 'toutes',
    text: fileOf(edition, id),
  }));
  test('has lines of 75 octets at most, ended as the format wants', () => {
    for (const { id, text } of files) {
      expect(text.endsWith('END:VCALENDAR\r\n'), id).toBe(true);
      for (const line of text.split('\r\n')) {
        expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75);
        expect(line).not.toMatch(/[\r\n]/u);
      }
    }
  });
  test('is published, blocks nobody’s day, names nobody and leads nowhere', () => {
    for (const { id, text } of files) {
      expect(calendarOf(text).getFirstPropertyValue('method')).toBe('PUBLISH');
      expect(text, id).not.toMatch(/ORGANIZER|ATTENDEE|mailto|https?:|TZID|ATTACH/iu);
      for (const { words } of eventsOf(text)) {
        expect(words['transp']).toBe('TRANSPARENT');
        expect(words['class']).toBe('PRIVATE');
      }
    }
  });
  test('says that one does not vote here, and nothing of what its owner did or chose', () => {
    for (const { text } of files)
      for (const { summary, description } of eventsOf(text)) {
        expect(plain(description)).toContain('Isoloir, pour s’entraîner. On ne vote pas ici.');
        expect(`${summary} ${description}`).not.toMatch(
          /j’ai voté|avez(?: déjà)? voté|mon vote|votre vote|votre choix|\p{Extended_Pictographic}/iu,
        );
      }
  });
  test('the Pacific is told to have it confirmed, in the entry’s own title', () => {
    for (const id of ['nouvelle-caledonie', 'polynesie-francaise', 'wallis-et-futuna'])
      for (const kind of ['ouverture', 'fin']) {
        const { summary, description } = event(edition, kind, id);
        expect(summary).toContain('(à confirmer)');
        expect(description).toContain('dans le Pacifique, à confirmer');
      }
    expect(event(edition, 'fin', 'mayotte').summary).not.toContain('à confirmer');
  });
});

test('a sentence with commas, semicolons, a backslash and two lines is read back whole', () => {
  const words = 'Un, deux ; trois \\ « quatre »';
  const edition = filledIn();
  const odd = {
    ...edition,
    safe: edition.safe.map((one) => (one.deadline ? { ...one, text: `${words}\nla suite` } : one)),
  };
  const { description } = event(odd, 'retenir-2026-r528');
  expect(plain(description)).toContain(`${words} la suite`);
});
