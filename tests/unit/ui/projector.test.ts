/** Minutes in front of a room, and the address that projects a class code. */
import { describe, expect, test } from 'vitest';
import {
  clockWords,
  leftAt,
  longer,
  paused,
  resting,
  spokenWords,
  started,
} from '../../../src/simulator/ui/countdown.ts';
import { projectedCode, projecting } from '../../../src/simulator/ui/projector-door.tsx';

const minute = 60_000;

describe('the countdown', () => {
  test('rests until it is started, and runs by the clock that it is handed', () => {
    const five = resting(5);
    expect(leftAt(five, 10 * minute)).toBe(5 * minute);
    const runs = started(five, 1000);
    expect(leftAt(runs, 1000 + 2 * minute)).toBe(3 * minute);
    expect(started(runs, 9000)).toBe(runs);
  });
  test('a pause keeps what remains, whatever passes meanwhile', () => {
    const rests = paused(started(resting(5), 0), minute);
    expect(leftAt(rests, 60 * minute)).toBe(4 * minute);
    expect(leftAt(started(rests, 60 * minute), 61 * minute)).toBe(3 * minute);
  });
  test('never goes below nothing; a minute more starts from there', () => {
    const over = started(resting(2), 0);
    expect(leftAt(over, 10 * minute)).toBe(0);
    expect(leftAt(longer(over, 10 * minute), 10 * minute)).toBe(minute);
    expect(leftAt(longer(over, 10 * minute), 10.5 * minute)).toBe(minute / 2);
    expect(leftAt(longer(resting(2), 0), 30 * minute)).toBe(3 * minute);
  });
  test('is written in minutes and seconds, and says nothing until the end is near', () => {
    expect([300_000, 299_001, 61_000, 59_400, 1, 0].map(clockWords)).toEqual([
      '5:00',
      '5:00',
      '1:01',
      '1:00',
      '0:01',
      '0:00',
    ]);
    expect([300_000, 61_000, 60_000, 1, 0].map(spokenWords)).toEqual([
      '',
      '',
      'Il reste moins d’une minute.',
      'Il reste moins d’une minute.',
      'C’est l’heure.',
    ]);
  });
});

describe('the address that projects', () => {
  test('holds a class code, or none, and is no other address', () => {
    expect(projectedCode(projecting('#1.e8.gr.cd.pc.KMPRTV'))).toBe('1.e8.gr.cd.pc.KMPRTV');
    expect(projectedCode('#projeter')).toBe('');
    for (const other of ['', '#', '#relire', '#1.e8.gr.cd.pc.KMPRTV', '#projeterx', '#projet'])
      expect(projectedCode(other)).toBeNull();
  });
});
