// The part of an address after « # »: short codes from tables and nothing else, so that no free text ever rides in a link.
import type { Step } from './core/advice.ts';

/** Id → two-sign code, as in content/codes.yaml. */
export interface LinkTables {
  readonly editions: Readonly<Record<string, string>>;
  readonly academies: Readonly<Record<string, string>>;
  readonly profiles: Readonly<Record<string, string>>;
  readonly exercises: Readonly<Record<string, string>>;
  readonly screens: Readonly<Record<string, string>>;
}

/** What a link says: an exercise to propose, never one to run. */
export interface StartLink {
  readonly edition: string;
  readonly academy: string;
  readonly profile: string;
  readonly exercise: string;
  /** Six capitals of `seedAlphabet`. */
  readonly seed: string;
  /** 1 to 30 in a class; `null` alone. */
  readonly seat: number | null;
  readonly step: Step | null;
  /** A page of the exercise to stand on, instead of a step. */
  readonly screen?: string | undefined;
}

const format = '1';
/** Capitals that nobody mistakes for another sign when they are read from a board. */
export const seedAlphabet = 'ACDEFGHJKLMNPQRTUVWXY';
/** Seats of a class. */
export const seatMax = 30;

const stepCodes: Readonly<Record<Step, string>> = {
  messagerie: 'm',
  compte: 'c',
  code: 'k',
  vote: 'v',
  preuve: 'p',
};
/** The five steps, in their order: here, so that the start card needs nothing of the rules. */
export const stepOrder: readonly Step[] = ['messagerie', 'compte', 'code', 'vote', 'preuve'];

/** `true` for six letters of `seedAlphabet`, whatever their case. */
export function isSeed(text: string): boolean {
  return new RegExp(`^[${seedAlphabet}]{6}$`, 'i').test(text);
}

/** A seed nobody chose. */
export function drawSeed(): string {
  return [...crypto.getRandomValues(new Uint8Array(6))]
    .map((n) => seedAlphabet.charAt(n % seedAlphabet.length))
    .join('');
}

/**
 * Reads the hash of a link or the class code written on the board: the same code, with or without « # » and spaces.
 * @returns `null` when any part of it means nothing: a link is believed whole or not at all
 */
export function parseLink(tables: LinkTables, hash: string): StartLink | null {
  const parts = hash.trim().replace(/^#/, '').split('.');
  const [version, editionCode, academyCode, profileCode, exerciseCode, seed = ''] = parts;
  const edition = idOf(tables.editions, editionCode);
  const academy = idOf(tables.academies, academyCode);
  const profile = idOf(tables.profiles, profileCode);
  const exercise = idOf(tables.exercises, exerciseCode);
  if (version !== format || !edition || !academy || !profile || !exercise || !isSeed(seed))
    return null;
  const rest = parts.slice(6);
  const seatText = /^\d{1,2}$/.test(rest[0] ?? '') ? rest.shift() : undefined;
  const seat = seatText === undefined ? null : Number(seatText);
  if (seat !== null && (seat < 1 || seat > seatMax)) return null;
  // Where to begin: one sign is a step, two are a page.
  const where = rest.shift();
  const step = stepOrder.find((one) => stepCodes[one] === where?.toLowerCase()) ?? null;
  const screen = step === null ? idOf(tables.screens, where) : null;
  if ((where !== undefined && step === null && screen === null) || rest.length > 0) return null;
  const link = { edition, academy, profile, exercise, seed: seed.toUpperCase(), seat, step };
  return screen === null ? link : { ...link, screen };
}

/**
 * The hash of an exercise, with its « # »; `parseLink` reads it back.
 * @returns `null` when a table has no code for one of the ids
 */
export function printLink(tables: LinkTables, link: StartLink): string | null {
  const codes = [
    tables.editions[link.edition],
    tables.academies[link.academy],
    tables.profiles[link.profile],
    tables.exercises[link.exercise],
  ];
  const page = link.screen === undefined ? [] : [tables.screens[link.screen]];
  if ([...codes, ...page].includes(undefined) || !isSeed(link.seed)) return null;
  return `#${[
    format,
    ...codes,
    link.seed,
    ...(link.seat === null ? [] : [link.seat]),
    ...(page.length > 0 ? page : link.step === null ? [] : [stepCodes[link.step]]),
  ].join('.')}`;
}

/** A link as a class shares it: everybody chooses a seat, nobody a step. */
export function classLink(link: StartLink): StartLink {
  const { edition, academy, profile, exercise, seed } = link;
  return { edition, academy, profile, exercise, seed, seat: null, step: null };
}

/** The exercise's seed as the core takes it: six letters, then `.` and the seat in a class. */
export function seedOf(link: Pick<StartLink, 'seed' | 'seat'>): string {
  return link.seat === null ? link.seed : `${link.seed}.${link.seat}`;
}

/** Takes `seedOf` apart. */
export function seedParts(seed: string): Pick<StartLink, 'seed' | 'seat'> {
  const [letters = '', seat] = seed.split('.');
  return { seed: letters, seat: seat === undefined ? null : Number(seat) };
}

function idOf(table: Readonly<Record<string, string>>, code = ''): string | null {
  const wanted = code.toLowerCase();
  return Object.entries(table).find(([, one]) => one === wanted)?.[0] ?? null;
}

/** An exercise of a session, and the minutes that the session gives it. */
export interface SessionPlay {
  readonly exercise: string;
  readonly minutes: number;
}
