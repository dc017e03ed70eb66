// What a trainer or two people in front of one screen chose for this tab: no name, nothing of an exercise, gone with the tab.

import { carried } from './carried.ts';

/** Minutes without a gesture after which the screen goes back to the start card; 0: never. */
export const idleChoices = [0, 2, 5, 10] as const;
export type IdleMinutes = (typeof idleChoices)[number];

export interface Room {
  /** The class code that was typed, as `printLink` writes it. */
  readonly classCode: string | null;
  readonly idle: IdleMinutes;
  /** Somebody helps, in front of the same screen. */
  readonly together: boolean;
}

export const emptyRoom: Room = { classCode: null, idle: 0, together: false };

/** Outside of the simulator’s drafts: « personne suivante » erases those, and must find the class code again. */
const key = 'isoloir.seance';

/** Reads what was kept; anything else than what `printRoom` wrote is nothing. */
export function parseRoom(text: string | null): Room {
  const [idle, together, ...code] = (text ?? '').split(' ');
  const minutes = idleChoices.find((one) => String(one) === idle);
  if (minutes === undefined || (together !== '0' && together !== '1') || code.length > 1)
    return emptyRoom;
  return { classCode: code[0] ?? null, idle: minutes, together: together === '1' };
}

/** « 5 0 #1.e8.gr.cd.pc.KMPRTV » */
export function printRoom({ classCode, idle, together }: Room): string {
  return [idle, together ? 1 : 0, ...(classCode === null ? [] : [classCode])].join(' ');
}

/** What this tab kept; nothing where storage is refused, nor in the single file, which leaves nothing behind. */
export function keptRoom(): Room {
  if (carried()) return emptyRoom;
  try {
    return parseRoom(sessionStorage.getItem(key));
  } catch {
    return emptyRoom;
  }
}

/** Keeps it for a reload of this tab, where storage is not refused. */
export function keepRoom(room: Room): void {
  if (carried()) return;
  try {
    sessionStorage.setItem(key, printRoom(room));
  } catch {
    // Refused: it lasts as long as the page.
  }
}
