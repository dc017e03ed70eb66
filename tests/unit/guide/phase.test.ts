import { describe, expect, test } from 'vitest';
import {
  adviceEnds,
  currentAcademies,
  currentEdition,
  currentStates,
  timeLabels,
} from '../../../src/lib/current.ts';
import {
  boundsOf,
  countdown,
  fileStates,
  isClockLate,
  phase,
  timeStates,
  timesOf,
} from '../../../src/lib/phase.ts';
import { breachesOf } from '../../support/forbidden-2026.ts';
import { filledIn, paris, readByTwo } from './support.ts';

const closing = { cloture: readByTwo('2026-12-10 16:00') };
const opening = { ouverture: readByTwo('2026-12-03 09:00') };
const lateClosing = { cloture: readByTwo('2026-12-10 23:50') };
const extension = { prolonge_au: readByTwo('2026-12-11 15:00') };
const steps = { etapes: 'men-2026' };

describe('what the file knows', () => {
  test('only its days', () => expect(phase(filledIn(), 0).file).toBe('empty'));
  test.each([
    ['an opening', opening],
    ['a closing', closing],
    ['an extension', extension],
    ['a portal', { adresse_du_portail: readByTwo('www.education.gouv.fr/vote') }],
    ['help', { aide: readByTwo('Assistance de l’académie') }],
  ])('%s alone', (_, lines) => expect(phase(filledIn(lines), 0).file).toBe('dates'));
  test('the steps', () => expect(phase(filledIn(steps), 0).file).toBe('procedure'));
});

describe('what the clock says (Paris)', () => {
  const rows = [
    ['nothing known', {}, '2026-12-02 23:59', 'before'],
    ['nothing known', {}, '2026-12-03 00:00', 'voting'],
    ['nothing known', {}, '2026-12-09 23:59', 'voting'],
    ['nothing known', {}, '2026-12-10 00:00', 'last-day'],
    ['nothing known', {}, '2026-12-10 23:59', 'last-day'],
    ['nothing known', {}, '2026-12-11 00:00', 'day-after'],
    ['nothing known', {}, '2026-12-11 11:59', 'day-after'],
    ['nothing known', {}, '2026-12-11 12:00', 'after'],
    ['steps', steps, '2026-12-11 00:00', 'day-after'],
    ['steps', steps, '2026-12-11 12:00', 'after'],
    ['an opening', opening, '2026-12-11 11:59', 'day-after'],
    ['an opening', opening, '2026-12-03 08:59', 'before'],
    ['an opening', opening, '2026-12-03 09:00', 'voting'],
    ['a closing', closing, '2026-12-10 16:29', 'last-day'],
    ['a closing', closing, '2026-12-10 16:30', 'after'],
    ['an extension', extension, '2026-12-10 20:00', 'voting'],
    ['an extension', extension, '2026-12-11 00:00', 'last-day'],
    ['an extension', extension, '2026-12-11 15:29', 'last-day'],
    ['an extension', extension, '2026-12-11 15:30', 'after'],
    ['a late closing', lateClosing, '2026-12-10 23:59', 'last-day'],
    ['a late closing', lateClosing, '2026-12-11 00:00', 'day-after'],
    ['a late closing', lateClosing, '2026-12-11 00:20', 'after'],
    ['both', { ...closing, ...extension }, '2026-12-10 17:00', 'voting'],
  ] as const;
  test.each(rows)('with %s known (%o), at %s it is %s', (_, lines, wall, time) =>
    expect(phase(filledIn(lines), paris(wall)).time).toBe(time),
  );

  test('a clock that is behind the page switches nothing', () => {
    expect(isClockLate(paris('2020-01-01 00:00'), paris('2026-11-22 00:00'))).toBe(true);
    expect(isClockLate(paris('2026-11-22 00:00'), paris('2026-11-22 00:00'))).toBe(false);
  });
});

describe('the countdown, in days', () => {
  const edition = filledIn();
  const at = (wall: string) => countdown(boundsOf(edition), edition.days.starts, paris(wall));
  test.each([
    ['2026-11-22 10:00', 'Le vote commence dans 11 jours.'],
    ['2026-11-22 23:59', 'Le vote commence dans 11 jours.'],
    ['2026-11-23 00:00', 'Le vote commence dans 10 jours.'],
    ['2026-11-23 23:59', 'Le vote commence dans 10 jours.'],
    ['2026-11-24 00:00', 'Le vote commence dans 9 jours.'],
    ['2026-12-01 23:59', 'Le vote commence dans 2 jours.'],
    ['2026-12-02 00:00', 'Le vote commence demain.'],
    ['2026-12-02 23:59', 'Le vote commence demain.'],
    ['2026-12-03 00:00', 'Le vote a lieu ces jours-ci\u202f; le dernier jour est dans 7 jours.'],
    ['2026-12-08 23:59', 'Le vote a lieu ces jours-ci\u202f; le dernier jour est dans 2 jours.'],
    ['2026-12-09 00:00', 'Le vote a lieu ces jours-ci\u202f; le dernier jour est demain.'],
    ['2026-12-09 23:59', 'Le vote a lieu ces jours-ci\u202f; le dernier jour est demain.'],
    ['2026-12-10 00:00', 'C’est le dernier jour.'],
    ['2026-12-10 12:00', 'C’est le dernier jour.'],
    ['2026-12-10 23:59', 'C’est le dernier jour.'],
    ['2026-12-11 00:00', 'Le dernier jour était le 10 décembre.'],
    ['2026-12-11 11:59', 'Le dernier jour était le 10 décembre.'],
    ['2026-12-11 12:00', 'Le vote est terminé, d’après les dates connues.'],
    ['2026-12-12 12:00', 'Le vote est terminé, d’après les dates connues.'],
  ])('%s', (wall, words) => expect(at(wall)).toBe(words));
  test('on the first morning, before a known opening', () => {
    const known = filledIn(opening);
    expect(countdown(boundsOf(known), known.days.starts, paris('2026-12-03 08:00'))).toBe(
      'Le vote commence aujourd’hui.',
    );
  });
});

describe('our advice ends with its day', () => {
  const edition = filledIn();
  const endsAt = (id: string, of = edition) =>
    adviceEnds(
      of,
      currentAcademies().find((academy) => academy.id === id),
    );
  const morning = paris('2026-12-09 00:00');
  test('at midnight in Paris, without an academy or in one on the Paris clock', () => {
    expect(endsAt('')).toEqual({ everywhere: morning, west: null });
    expect(endsAt('dijon')).toEqual({ everywhere: morning, west: null });
  });
  test('east of Paris too: it is a Paris date', () =>
    expect(endsAt('reunion')).toEqual({ everywhere: morning, west: null }));
  test('west of Paris, the second day ends on the local clock', () => {
    expect(endsAt('guadeloupe').west).toBe(paris('2026-12-10 05:00'));
    expect(endsAt('guadeloupe').everywhere).toBe(morning);
  });
  test('never after the end', () => {
    const early = filledIn({ cloture: readByTwo('2026-12-10 02:00') });
    expect(endsAt('guadeloupe', early).west).toBe(paris('2026-12-10 02:30'));
  });
});

describe('the fifteen cells', () => {
  const states = currentStates();
  const cells = fileStates.flatMap((file) => timeStates.map((time) => ({ file, time })));
  test.each(cells)('$file × $time says something, for home and academy', ({ file, time }) => {
    for (const page of ['home', 'academy'] as const) {
      const cell = states[file][time][page];
      expect(cell.text.length).toBeGreaterThan(10);
      expect(cell.actions.length).toBeGreaterThanOrEqual(1);
      expect(cell.actions.length).toBeLessThanOrEqual(3);
      const all = [
        cell.text,
        cell.note ?? '',
        ...cell.actions.flatMap((action) => [action.do, action.detail ?? '']),
      ];
      for (const words of all) expect(breachesOf(words), words).toEqual([]);
    }
  });
  test('with nothing known, each cell begins with three actions, and somebody is named in it', () => {
    for (const time of timeStates) {
      const { academy } = states.empty[time];
      expect(academy.actions).toHaveLength(3);
      const words = academy.actions
        .map((action) => `${action.do} ${action.detail ?? ''}`)
        .join(' ');
      expect(words).toMatch(/secrétariat|direction|quelqu’un/u);
    }
  });
  test('on the day after, nobody says « dernier jour » in the present nor « terminé », and a person is named', () => {
    for (const file of fileStates)
      for (const page of ['home', 'academy'] as const) {
        const { text, actions } = states[file]['day-after'][page];
        expect(text).toMatch(/dernier jour (?:était|est passé).*Heure de fin/u);
        const words = JSON.stringify([text, actions]);
        expect(words).not.toMatch(/terminé|est le dernier jour|dernier jour est là/u);
        expect(words).toMatch(/secrétariat/u);
        expect(words).toMatch(/justificatifs/u);
        expect(words).toMatch(/ne prouve pas/u);
      }
  });
  test('« terminé » is only said when the file knows dates', () => {
    for (const page of ['home', 'academy'] as const)
      expect(states.empty.after[page].text).not.toMatch(/est terminé/u);
  });
  test('the advice about the roll stands before the first day, and nowhere else', () => {
    const roll = /2 décembre|liste électorale/u;
    for (const file of fileStates)
      for (const time of timeStates)
        for (const page of ['home', 'academy'] as const)
          if (time !== 'before') expect(JSON.stringify(states[file][time][page])).not.toMatch(roll);
    const fact = currentEdition().safe.find(({ text }) => roll.test(text));
    expect(fact?.usefulUntil).toBe('2026-12-02');
    expect(states.empty.before.academy.note).toMatch(/2 décembre.*seulement si/u);
  });
  test('the moments have dated names, true without a script', () => {
    expect(timeLabels(filledIn())).toEqual({
      before: 'Avant le 3 décembre',
      voting: 'Du 3 au 9 décembre',
      'last-day': 'Le 10 décembre, dernier jour',
      'day-after': 'Le 11 décembre, lendemain du dernier jour',
      after: 'Après le vote',
    });
    expect(timeLabels(filledIn(extension))['last-day']).toBe('Le 11 décembre, dernier jour');
  });
  test('on the first morning, before a known opening, « before » is still well named', () =>
    expect(timeLabels(filledIn(opening)).before).toBe('Avant l’ouverture, le 3 décembre'));
  test('the day after is not listed when the closing is known to be earlier', () => {
    expect(timesOf(boundsOf(filledIn()))).toEqual(timeStates);
    expect(timesOf(boundsOf(filledIn(lateClosing)))).toContain('day-after');
    for (const lines of [closing, extension])
      expect(timesOf(boundsOf(filledIn(lines)))).not.toContain('day-after');
  });
  test('the file in the repository is one of the three states', () =>
    expect(fileStates).toContain(phase(currentEdition(), 0).file));
});
