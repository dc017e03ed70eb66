// Files: written without anybody in them, opened for ever, and believed only as far as they are sound.
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { advise } from '../../../src/simulator/core/advice.ts';
import { narrate } from '../../../src/simulator/core/narrate.ts';
import { proposedText, sealOf } from '../../../src/simulator/core/secrets.ts';
import type { Run } from '../../../src/simulator/session/contract.ts';
import { fileVersion, printRun } from '../../../src/simulator/session/export.ts';
import {
  maxBytes,
  parseRun,
  readRun,
  type Reading,
  type Trouble,
} from '../../../src/simulator/session/import.ts';
import { createSession } from '../../../src/simulator/session/session.ts';
import { endOf, linesOf, worldsOf } from '../../support/files.ts';
import { carefulRun, hostileRun, runOf, setupFor } from '../../support/random-runs.ts';
import { editionOf, editions } from '../../support/scenario.ts';

const frozen = new URL('../../fixtures/exports/', import.meta.url);
const fixture = (name: string) => readFileSync(new URL(name, frozen), 'utf8');

/** Opens a text as the review does. */
function opened(text: string): Reading | Trouble {
  const sheet = parseRun(text);
  if (typeof sheet === 'string') return sheet;
  const edition = Object.hasOwn(editions, sheet.setup.edition) && editions[sheet.setup.edition];
  return edition ? readRun(edition, sheet) : 'unknown';
}

function reading(text: string): Reading {
  const found = opened(text);
  if (typeof found === 'string') throw new Error(found);
  return found;
}

/** Nothing in what was read that a screen would stumble on, and no word that we did not write. */
function isSound({ run }: Reading): void {
  const edition = editionOf(run.setup.edition);
  for (const world of worldsOf(run)) {
    expect(edition.screens[world.screen]).toBeDefined();
    advise(edition, world);
  }
  for (const event of run.gestures.flatMap(({ events }) => events))
    expect(narrate(edition, event, endOf(run))).not.toMatch(/[<{]/);
}

const e18 = editionOf('men-2018');
const e22 = editionOf('men-2022');
const whole = carefulRun(e18, setupFor(e18, 'parcours-complet'));
const text = printRun(whole);

describe('a file', () => {
  test('says first what it is, then what fixes the exercise, then one gesture a line', () => {
    expect(text).toMatch(
      /^\{"format":"isoloir-journal","v":2,"entry":\d+,"setup":\{"edition":"men-2018",/,
    );
    expect(text.trimEnd().split('\n')).toHaveLength(whole.gestures.length + 2);
    expect(JSON.parse(text)).toMatchObject({ setup: whole.setup });
  });

  test('gives back the very run that was written, whatever happened in it', () => {
    for (const edition of Object.values(editions))
      for (const exercise of Object.keys(edition.exercises))
        for (const run of [
          carefulRun(edition, setupFor(edition, exercise, 'QRTUVW.7')),
          hostileRun(edition, setupFor(edition, exercise, 'ACDEFG')),
        ]) {
          const again = reading(printRun(run));
          expect(again.whole, exercise).toBe(true);
          expect(again.run.gestures.length, exercise).toBe(run.gestures.length);
          // A typed password is in no file; everything else is.
          const plain = (one: Run) => printRun(one).replace(/"secret":"[^"]*"/g, '"secret":""');
          expect(plain(again.run), exercise).toBe(plain(run));
        }
  }, 120_000);

  test('holds nobody: no name, number, address, password, id, or hour of this year', async () => {
    const session = createSession({ openDevice: async () => 'refused' });
    await session.start(e18, whole.setup);
    const { persona } = session.state()?.world ?? {};
    const typed = session.seal('Un-secret-42');
    await session.send({
      type: 'SignInToMailbox',
      user: persona?.user ?? '',
      password: typed,
    });
    await session.jumpTo('vote');
    const file = await session.exportJournal();
    const { contests = [], ...own } = persona ?? {};
    expect(contests.length).toBeGreaterThan(0);
    for (const value of Object.values(own))
      if (String(value).length > 3) expect(file).not.toContain(String(value));
    expect(file).not.toContain('Un-secret-42');
    expect(file).not.toContain(session.state()?.exercise);
    expect(file).not.toMatch(/persona|@|Mme|M\./);
    const thisYear = Date.UTC(2026, 0, 1) / 1000;
    for (const [number] of file.matchAll(/\d{10,}/g)) expect(Number(number)).toBeLessThan(thisYear);
    for (const { id } of e18.lists) expect(file).not.toContain(`"${id}"`);
  });

  test('made after a step back holds the way that counts', async () => {
    const session = createSession({ openDevice: async () => 'refused' });
    await session.start(e18, whole.setup);
    await session.send({ type: 'Consult', screen: 'people' });
    await session.send({ type: 'LeaveBooth' });
    const before = await session.exportJournal();
    await session.send({ type: 'AskForNumen', desk: 'secretariat' });
    await session.undo();
    expect(await session.exportJournal()).toBe(before);
    expect(reading(before).run.gestures.at(-1)?.refused?.refusals).toEqual([
      { word: 'not-in-booth' },
    ]);
  });
});

describe('what was exported once opens for ever', () => {
  test.each(readdirSync(frozen))('%s', (name) => {
    const { run, whole: all } = reading(fixture(name));
    expect(all).toBe(true);
    isSound({ run, whole: all });
    expect(endOf(run).cast.length).toBe(endOf(run).persona.contests.length);
    expect(endOf(run).receipts.every(({ kept }) => kept)).toBe(true);
  });

  test('there is one of every version', () => {
    const versions = readdirSync(frozen).map((name) => name.slice(0, 2));
    const all = Array.from({ length: fileVersion }, (_, n) => `v${String(n + 1)}`);
    expect([...new Set(versions)].sort()).toEqual(all);
  });

  test('a typed password becomes a proposed one, so that one can go on', () => {
    const typed = runOf(e18, whole.setup, (world, n) => {
      const { command } = advise(e18, world);
      if (command?.type !== 'ChoosePassword') return n < 60 ? command : null;
      const password = sealOf('Un-secret-42', 'p1', '');
      return { ...command, password, confirmation: password };
    });
    expect(endOf(typed).account.secret).toBe('p1');
    const { run } = reading(printRun(typed));
    const world = endOf(run);
    expect(proposedText(e18, world, world.account.secret ?? '')).toBeTruthy();
  });
});

describe('what is refused', () => {
  const changed = (change: object): string => JSON.stringify({ ...JSON.parse(text), ...change });

  test('too many bytes, or too many gestures', () => {
    expect(opened(' '.repeat(maxBytes + 1))).toBe('too-long');
    const line = { events: [{ type: 'CapsLockChanged', on: true }] };
    expect(opened(changed({ gestures: Array.from({ length: 100_000 }, () => line) }))).toBe(
      'too-long',
    );
  });

  test.each(['', '[]', 'null', '"isoloir"', '{', '<html>', '\u0000\u0001', '[['.repeat(50_000)])(
    'what is not ours: %#',
    (odd) => expect(opened(odd)).toBe('not-ours'),
  );

  test.each([
    { format: 'autre' },
    { v: 0 },
    { v: '2' },
    { v: null },
    { setup: null },
    { setup: { ...whole.setup, seed: 'pas une graine' } },
    { setup: { ...whole.setup, name: 'Dupont' } },
    { gestures: null },
    { gestures: [] },
    { gestures: whole.gestures.slice(1) },
    { gestures: [null, 1, [], {}] },
  ])('an envelope that is wrong: %#', (change) => expect(opened(changed(change))).toBe('not-ours'));

  test('a newer release, by its file or by its events', () => {
    expect(opened(changed({ v: 3 }))).toBe('newer');
    expect(opened(changed({ entry: 99 }))).toBe('newer');
    const later = fixture('v1-men-2022.json').replaceAll('{"v":3,', '{"v":99,');
    expect(opened(later)).toBe('newer');
  });

  test.each([
    { edition: 'men-2031' },
    { edition: '__proto__' },
    { academy: 'constructor' },
    { academy: 'atlantide' },
    { profile: 'toString' },
    { exercise: '<img src=x onerror=alert(1)>' },
  ])('an exercise that this copy does not have: %j', (change) =>
    expect(opened(changed({ setup: { ...whole.setup, ...change } }))).toBe('unknown'),
  );
});

describe('up to where it is sound', () => {
  test('a file cut anywhere opens up to its last whole line', () => {
    const first = text.indexOf('\n', text.indexOf('\n') + 1);
    for (let end = 0; end < text.length; end += 37) {
      const found = opened(text.slice(0, end));
      if (end <= first) expect(found).toBe('not-ours');
      else {
        const lines = text.slice(0, end).split('\n').length - 2;
        expect(found).toMatchObject({ whole: false });
        expect(reading(text.slice(0, end)).run.gestures).toEqual(
          reading(text).run.gestures.slice(0, lines),
        );
      }
    }
  });

  test('gestures in an impossible order: up to the last possible one', () => {
    const at = whole.gestures.findIndex(({ events }) =>
      events.some(({ type }) => type === 'BoothEntered'),
    );
    const without = whole.gestures.filter((_, n) => n !== at);
    const found = reading(printRun({ ...whole, gestures: without }));
    expect(found.whole).toBe(false);
    expect(found.run.gestures.length).toBe(at + 1);
    expect(endOf(found.run).cast).toEqual([]);
  });

  const wrong: Readonly<Record<string, object>> = {
    'a type of a future release': { type: 'FaceShown' },
    'a key too many': { type: 'SignedOut', by: 'Dupont' },
    'a page that is none': { type: 'Consulted', screen: '<script>alert(1)</script>' },
    'a page of the prototype': { type: 'Consulted', screen: 'constructor' },
    'a time that goes back': { type: 'TimePassed', until: 0, active: false },
    'a time that no calendar has': { type: 'TimePassed', until: 9e15, active: false },
    'a code numbered as no other': { type: 'VotingCodeReissued', nth: 1e9, to: 'own', due: null },
    'a ballot out of the booth': { type: 'BallotCast', contest: 'ctm' },
    'somebody else’s ballot': { type: 'RegisterMarked', contest: 'capd-pe.99' },
    'a second beginning': whole.gestures[0]?.events[0] ?? {},
    'a prototype': { type: 'SignedOut', ['__proto__']: { admin: true } },
  };
  test.each(Object.entries(wrong))('%s', (_name, event) => {
    const lines = text.trimEnd().split('\n');
    const odd = [
      ...lines.slice(0, 4),
      `${JSON.stringify({ events: [event] })},`,
      ...lines.slice(4),
    ];
    const found = reading(odd.join('\n'));
    expect(found.whole).toBe(false);
    expect(found.run.gestures).toEqual(reading(text).run.gestures.slice(0, 3));
  });
});

/** Values that nobody who plays can write. */
const odd = fc.constantFrom<unknown>(
  null,
  -1,
  1e308,
  9e15,
  Number.NaN,
  '',
  '<b>gras</b>',
  '__proto__',
  'constructor',
  'm1',
  'ctm',
  'x'.repeat(500),
  [],
  {},
  [[[]]],
  { type: 'SignedIn' },
  true,
);

/** One place of a value, replaced, removed, doubled or swapped with its neighbour. */
function mangled(value: unknown, path: readonly number[], how: number, by: unknown): unknown {
  if (typeof value !== 'object' || value === null || path.length === 0) return by;
  const keys = Object.keys(value);
  const at = (path[0] ?? 0) % Math.max(1, keys.length);
  if (Array.isArray(value)) {
    const all = Array.from<unknown>(value);
    if (path.length > 1 || how === 0) all[at] = mangled(all[at], path.slice(1), how, by);
    else if (how === 1) all.splice(at, 1);
    else if (how === 2) all.splice(at, 0, all[at]);
    else all.splice(at, 2, all[at + 1], all[at]);
    return all;
  }
  const entries = Object.entries(value).map(([key, one], n): [string, unknown] =>
    n === at ? [key, mangled(one, path.slice(1), how, by)] : [key, one],
  );
  if (path.length === 1 && how === 1) entries.splice(at, 1);
  if (path.length === 1 && how === 2) entries.push(['__proto__', by]);
  return Object.fromEntries(entries);
}

describe('thousands of mangled files', () => {
  const runs = [
    whole,
    hostileRun(e18, setupFor(e18, 'parcours-complet', 'ACDEFG')),
    hostileRun(e22, setupFor(e22, 'lettre-perdue', 'ACDEFG')),
    carefulRun(e22, setupFor(e22, 'lettre-perdue')),
  ];
  const files: readonly string[] = [...runs.map(printRun), fixture('v1-men-2022.json')];

  test('one place changed: never an exception, and only what is sound', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...files),
        fc.array(fc.nat(), { minLength: 1, maxLength: 7 }),
        fc.nat({ max: 3 }),
        odd,
        (file, path, how, by) => {
          const found = opened(JSON.stringify(mangled(JSON.parse(file), path, how, by)));
          if (typeof found !== 'string') isSound(found);
        },
      ),
      { numRuns: 3000, seed: 20261203 },
    );
  }, 120_000);

  test('signs changed anywhere, or the end torn off: the same', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...files),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.string({ maxLength: 4 }),
        fc.boolean(),
        (file, place, by, torn) => {
          const at = Math.floor(place * file.length);
          const rest = torn ? '' : file.slice(at + by.length);
          const found = opened(file.slice(0, at) + by + rest);
          if (typeof found !== 'string') isSound(found);
        },
      ),
      { numRuns: 2000, seed: 20261210 },
    );
  }, 120_000);
});

describe('going on from a file', () => {
  test('makes an exercise of one’s own, at the very place, and leaves the others alone', async () => {
    const { run } = reading(printRun({ ...whole, gestures: whole.gestures.slice(0, 20) }));
    const session = createSession({ openDevice: async () => 'refused' });
    await session.adopt(e18, run);
    expect(session.state()?.world).toEqual(endOf(run));
    expect(session.state()?.canUndo).toBe(true);
    const { command } = advise(e18, endOf(run));
    if (command) expect((await session.send(command)).refusals).toEqual([]);
    expect((await session.run())?.gestures).toHaveLength(run.gestures.length + 1);
    expect(await session.kept()).toHaveLength(1);
  });

  test('before that, nothing is kept', async () => {
    const session = createSession({ openDevice: async () => 'refused' });
    for (const name of readdirSync(frozen)) reading(fixture(name));
    expect(await session.kept()).toEqual([]);
    expect(await session.run()).toBeNull();
    expect('indexedDB' in globalThis).toBe(false);
  });

  test('a run that ends in mid gesture goes on too', async () => {
    const at = text.indexOf('"BallotCast"');
    const cut = text.slice(0, text.lastIndexOf('\n', at));
    const session = createSession({ openDevice: async () => 'refused' });
    await session.adopt(e18, reading(cut).run);
    expect(linesOf(reading(cut).run)).toBeGreaterThan(20);
    expect(session.state()?.world.booth.inside).toBe(true);
  });
});
