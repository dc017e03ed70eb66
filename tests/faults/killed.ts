/**
 * A browser killed while somebody rehearses, again and again, on one profile: SIGKILL to all its processes at once, at a
 * moment that nobody chose; then the same profile again, and what the device kept is compared with what was shown.
 */
import { appendFileSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { browserFlags } from '../../src/tools/browser.mjs';
import { marks, obeyInside, patience } from '../support/obey-inside.ts';

/** What an exercise is, on the screen and on the device. */
interface Kept {
  /** Sentences of the journal, oldest first. */
  readonly told: readonly string[];
  /** Raw entries of the database, in order, without the exercise’s drawn name. */
  readonly entries: readonly string[];
  /** After which entries a gesture is whole. */
  readonly whole: readonly number[];
}

export interface Killing {
  /** Milliseconds from the start of the exercise. */
  readonly moment: number;
  /** Sentences that were on screen, kept as the desk said, as far as they had reached us. */
  readonly acknowledged: number;
  readonly entries: number;
  /** What is wrong; empty when nothing was lost, nothing torn, and the exercise opened. */
  readonly wrong: readonly string[];
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Asks the page again and again, a short question each time, until it gives something. @throws after twenty seconds */
async function until<T>(what: string, ask: () => Promise<T | null | false>): Promise<T> {
  for (let tries = 0; tries < 1000; tries += 1) {
    const got = await ask();
    if (got !== null && got !== false) return got;
    await pause(20);
  }
  throw new Error(`never: ${what}`);
}

/** Presses the first button whose words begin so, from inside the page, once it is there. */
async function press(page: Page, selector: string, words: string): Promise<void> {
  const once = () =>
    page.evaluate(
      (within, wanted) => {
        const one = [...document.querySelectorAll<HTMLButtonElement>(within)].find(
          (button) => !button.disabled && button.textContent?.trim().startsWith(wanted),
        );
        one?.click();
        return one !== undefined;
      },
      selector,
      words,
    );
  await until(`a button « ${words} »`, once);
}

/** The journal, opened: its sentences, oldest first. */
function journal(page: Page): Promise<string[]> {
  return until('the journal', () =>
    page.evaluate(() => {
      for (const one of document.querySelectorAll('details'))
        if (one.querySelector(':scope > summary')?.textContent === 'Journal') one.open = true;
      if (!document.querySelector('.journal')) return null;
      // Gestures stand newest first, the sentences of one in their order.
      return [...document.querySelectorAll('.journal div')]
        .reverse()
        .flatMap((gesture) => [...gesture.querySelectorAll('p')].map((p) => p.textContent ?? ''));
    }),
  );
}

/** Every entry of the database, in order, as JSON, with the number of its gesture. */
function rows(page: Page): Promise<{ entry: string; group: number }[]> {
  return page.evaluate(async () => {
    // Opening one that is gone would make it anew, empty.
    const names = (await indexedDB.databases()).map(({ name }) => name);
    if (!names.includes('isoloir')) throw new Error('the database is gone');
    const db = await new Promise<IDBDatabase>((done, fail) => {
      const asked = indexedDB.open('isoloir');
      asked.onsuccess = () => done(asked.result);
      asked.onerror = () => fail(new Error('the database does not open'));
    });
    const all = await new Promise<{ exercise: string; group: number }[]>((done, fail) => {
      const asked = db.transaction('entries').objectStore('entries').getAll();
      asked.onsuccess = () => done(asked.result);
      asked.onerror = () => fail(new Error('the entries do not come back'));
    });
    db.close();
    return all.map(({ exercise: _, ...entry }) => ({
      entry: JSON.stringify(entry),
      group: entry.group,
    }));
  });
}

async function kept(page: Page): Promise<Kept> {
  const all = await rows(page);
  const whole = all.flatMap(({ group }, n) => (all[n + 1]?.group === group ? [] : [n + 1]));
  return { told: [], entries: all.map(({ entry }) => entry), whole };
}

async function open(page: Page, address: string): Promise<void> {
  // The same address again would only be another place of the page.
  await page.goto('about:blank');
  await page.goto(address, { waitUntil: 'domcontentloaded' });
}

/** From the start card to the first screen, the guide marking the way and the journal open. */
async function begin(page: Page): Promise<void> {
  await press(page, '.start button.go', 'Commencer l’exercice');
  await until('the guide', () =>
    page.evaluate(() => {
      const guided = [...document.querySelectorAll('.levels label')]
        .find(({ textContent }) => textContent?.trim() === 'guidé')
        ?.querySelector('input');
      guided?.click();
      // A desk that was drawn this very instant may still close what is opened on it.
      if (!guided)
        [...document.querySelectorAll<HTMLElement>('.bar-buttons [aria-expanded="false"]')]
          .find(({ textContent }) => textContent === 'Coup de main')
          ?.click();
      return guided !== null && guided !== undefined;
    }),
  );
  await journal(page);
}

/** What the desk says of itself. */
const isKept = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.querySelector('.side')?.textContent?.includes('Gardé sur') === true);

/** « Personne suivante », on the start card: nothing is left. */
async function erase(page: Page): Promise<void> {
  const some = await press(page, '.kept button', 'personne suivante').then(
    () => true,
    () => false,
  );
  if (!some) return;
  await press(page, '.kept .confirm button', 'Tout effacer');
  await until('nothing kept', () => page.evaluate(() => !document.querySelector('.kept')));
}

/** Of what was kept, all that differs from an undisturbed exercise stopped between two gestures. */
function differences(whole: Kept, found: Kept, acknowledged: number): string[] {
  const count = found.entries.length;
  const same = found.entries.every((entry, n) => entry === whole.entries[n]);
  const told = found.told.every((text, n) => text === whole.told[n]);
  return [
    ...(same ? [] : ['an entry is not what was written']),
    ...(whole.whole.includes(count) ? [] : [`gesture torn after entry ${String(count)}`]),
    ...(told ? [] : ['the journal tells something else']),
    ...(found.told.length >= acknowledged
      ? []
      : [`${String(acknowledged)} sentences were shown, ${String(found.told.length)} are left`]),
  ];
}

export interface Victim {
  /** How long the undisturbed exercise took, in milliseconds. */
  readonly duration: number;
  /** Kills once, opens again, compares; `torn`: in the middle of a write, see `tear`. */
  readonly kill: (moment: number, torn?: 'torn') => Promise<Killing>;
  readonly end: () => Promise<void>;
}

/**
 * A profile of its own, warm: the exercise has been played once to its end, undisturbed, which is what the others are
 * compared with.
 * @param address of a whole exercise on a served site
 */
export async function victim(executablePath: string, address: string): Promise<Victim> {
  const userDataDir = mkdtempSync(join(tmpdir(), 'isoloir-tue-'));
  let browser: Browser;
  let page: Page;
  let acknowledged = 0;

  async function launch(): Promise<void> {
    browser = await puppeteer.launch({
      executablePath,
      userDataDir,
      headless: true,
      args: [...browserFlags, '--disable-gpu', '--window-size=1280,900'],
      defaultViewport: { width: 1280, height: 900 },
    });
    page = await browser.newPage();
    page.on('console', (message) => {
      const [, shown = '0'] = /^acknowledged (\d+)$/u.exec(message.text()) ?? [];
      acknowledged = Math.max(acknowledged, Number(shown));
    });
  }

  /** All its processes at once: none has the time to put anything in order. */
  async function strike(): Promise<void> {
    const started = browser.process();
    if (!started?.pid) throw new Error('no process to kill');
    const gone = new Promise((done) => started.once('exit', done));
    process.kill(-started.pid, 'SIGKILL');
    await gone;
  }

  /**
   * Leaves what a kill between two writes of one record leaves, once in some hundreds: its head (checksum, length, kind) at the
   * end of the log, and nothing behind it. Chromium passes over it, writes on behind it, and at the start after that no longer
   * understands what it wrote.
   */
  function tear(): void {
    const logs = globSync(join(userDataDir, '*/IndexedDB/*.leveldb/*.log'));
    if (logs.length === 0) throw new Error('no log to tear');
    for (const log of logs) appendFileSync(log, Buffer.from([1, 2, 3, 4, 79, 0, 1]));
  }

  await launch();
  // The worker and its precache come first: later launches find them there.
  await open(page!, address);
  await begin(page!);
  const started = performance.now();
  await page!.evaluate(obeyInside, [marks, patience] as const);
  const duration = performance.now() - started;
  const whole = { ...(await kept(page!)), told: await journal(page!) };

  return {
    duration,
    async kill(moment, torn) {
      await open(page, address);
      await erase(page);
      await begin(page);
      // A machine under load may take longer to open a database than the desk waits: it then says so, and keeps nothing.
      for (let tries = 0; tries < 5 && !(await isKept(page)); tries += 1) {
        await open(page, address);
        await begin(page);
      }
      if (!(await isKept(page))) throw new Error('the desk keeps nothing, and says so');
      acknowledged = 0;
      const playing = page.evaluate(obeyInside, [marks, patience] as const).catch(() => undefined);
      await pause(moment);
      const shown = acknowledged;
      await strike();
      if (torn) tear();
      await playing;
      await launch();
      await open(page, address);
      const wrong: string[] = [];
      let found: Kept = { told: [], entries: [], whole: [] };
      try {
        found = await kept(page);
        await press(page, '.kept li button', '');
        found = { ...found, told: await journal(page) };
        wrong.push(...differences(whole, found, shown));
      } catch (error) {
        wrong.push(`the exercise does not open: ${String(error)}`);
      }
      return { moment, acknowledged: shown, entries: found.entries.length, wrong };
    },
    async end() {
      await browser.close();
      rmSync(userDataDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
