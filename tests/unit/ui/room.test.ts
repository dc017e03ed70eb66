// A room: what a tab keeps of a class, when it goes back to its start, and a ballot that a helper does not see.
import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { loadCodes } from '../../../src/lib/editions.ts';
import { listsOf } from '../../../src/simulator/core/views.ts';
import { walkTo } from '../../../src/simulator/core/advice.ts';
import { evolve } from '../../../src/simulator/core/evolve.ts';
import { idlePhase } from '../../../src/simulator/ui/idle.ts';
import { classCodeOf } from '../../../src/simulator/ui/next-person.tsx';
import { emptyRoom, parseRoom, printRoom, type Room } from '../../../src/simulator/ui/room.ts';
import { ScreenView } from '../../../src/simulator/ui/screen.tsx';
import { begin } from '../../support/scenario.ts';
import { deskOf, eighteen, fourteen, twentyTwo } from './support.ts';

describe('what a tab keeps', () => {
  test('comes back as it was', () => {
    const rooms: readonly Room[] = [
      emptyRoom,
      { classCode: '#1.e8.gr.cd.pc.KMPRTV', idle: 5, together: true },
    ];
    for (const room of rooms) expect(parseRoom(printRoom(room))).toEqual(room);
  });
  test('is nothing when somebody else wrote it', () => {
    for (const text of [null, '', '5', '3 0', '5 oui', '5 0 #1 <b>', '{"idle":5}'])
      expect(parseRoom(text), String(text)).toEqual(emptyRoom);
  });
});

describe('a rest', () => {
  test('never ends where the trainer did not ask', () =>
    expect(idlePhase(86_400_000, 0)).toBe('quiet'));
  test.each([2, 5, 10] as const)('of %s minutes warns one minute before', (minutes) => {
    const end = minutes * 60_000;
    const at = (still: number) => idlePhase(still, minutes);
    expect([0, end - 60_001, end - 60_000, end - 1, end].map(at)).toEqual([
      'quiet',
      'quiet',
      'warned',
      'warned',
      'over',
    ]);
  });
});

describe('the class code to go back to', () => {
  const page = {
    base: '/',
    editions: [],
    tables: loadCodes(),
    session: [],
    academyPages: { under: '', without: [] },
  };
  const stateOf = (seed: string) =>
    deskOf(eighteen, begin(eighteen, { academy: 'grenoble', seed })).state;
  test('is the one of the exercise, without its seat', () =>
    expect(classCodeOf(page, stateOf('KMPRTV.7'), emptyRoom)).toBe('#1.e8.gr.cd.pc.KMPRTV'));
  test('is the one that was typed, when nobody took a seat', () => {
    const room = { ...emptyRoom, classCode: '#1.e8.gr.cd.pc.KMPRTV' };
    expect(classCodeOf(page, stateOf('KMPRTV'), room)).toBe(room.classCode);
  });
  test('is none for somebody who is alone, or who left the class’s exercise', () => {
    expect(classCodeOf(page, stateOf('KMPRTV'), emptyRoom)).toBeNull();
    const room = { ...emptyRoom, classCode: '#1.e8.gr.cd.pc.QRTUVW' };
    expect(classCodeOf(page, stateOf('KMPRTV'), room)).toBeNull();
  });
});

describe.each([fourteen, eighteen, twentyTwo])('$id: a ballot with a helper beside', (edition) => {
  const first = begin(edition);
  const inside = walkTo(edition, first, 'vote').flat().reduce(evolve, first);
  const contest = inside.persona.contests[0]?.id ?? '';
  const ballot = {
    ...inside,
    booth: { ...inside.booth, inside: true, contest },
    screen: 'ballot',
  };
  const html = (together: boolean) =>
    render(h(ScreenView, { desk: { ...deskOf(edition, ballot), together } }));
  test('says why it is hidden, and draws no list', () => {
    const names = listsOf(edition, ballot, contest).map(({ name }) => name);
    for (const name of names) {
      expect(html(false)).toContain(name);
      expect(html(true)).not.toContain(name);
    }
    expect(html(true)).toContain('Le choix ne regarde que la personne qui vote.');
  });
  test('hides nothing of any other page', () => {
    const space = { ...inside, screen: 'calendar' };
    const drawn = (together: boolean) =>
      render(h(ScreenView, { desk: { ...deskOf(edition, space), together } }));
    expect(drawn(true)).toBe(drawn(false));
  });
});
