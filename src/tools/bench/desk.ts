/** What a whole exercise costs whoever plays it on a slow phone: from each press to the next paint, and the memory of a long one. */
import { launch, type CDPSession, type Page } from 'puppeteer-core';
import { editionIds, loadCodes } from '../../lib/editions.ts';
import { printLink } from '../../simulator/links.ts';
import { browserFlags } from '../browser.mjs';
import type { Figure } from './figure.ts';

/** What « guidé » marks: a control, or the group in which to choose. */
const marked = '[aria-describedby~="a-utiliser"], [aria-describedby~="choisissez"]';
/** More gestures than any way needs. */
const patience = 400;
const slowdown = 6;
const steps = 1_000;

/** Milliseconds from an event to the paint that follows it, of every press and key so far (Event Timing, steps of 8 ms). */
async function watchPresses(page: Page): Promise<void> {
  await page.evaluateOnNewDocument(() => {
    const slowest = new Map<number, number>();
    Reflect.set(globalThis, 'presses', slowest);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const id = Number(Reflect.get(entry, 'interactionId'));
        if (id > 0) slowest.set(id, Math.max(slowest.get(id) ?? 0, entry.duration));
      }
    }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
  });
}

async function begin(page: Page, edition: string, address: string): Promise<void> {
  const { academies, editions, exercises, profiles, screens } = loadCodes();
  const hash = printLink(
    { academies, editions, exercises, profiles, screens },
    {
      edition,
      academy: 'grenoble',
      profile: 'certifie',
      exercise: 'parcours-complet',
      seed: 'KMPRTV',
      seat: null,
      step: null,
    },
  );
  await page.goto('about:blank');
  await page.goto(`${address}/simulateur/${hash ?? ''}`);
  await (await page.waitForSelector('.start button.go:not([disabled])'))?.click();
  await page.waitForSelector('.frame');
}

const atRest = (page: Page) => page.waitForSelector('.frame:not([aria-busy="true"])');

/** The whole way by real presses and keys: whatever is marked, until nothing is. @returns how many presses */
async function playThrough(page: Page): Promise<number> {
  await page.locator('::-p-xpath(//button[normalize-space()="Coup de main"])').click();
  await page.locator('::-p-xpath(//label[normalize-space()="guidé"]//input)').click();
  await page.locator('::-p-xpath(//button[normalize-space()="Coup de main"])').click();
  for (let press = 0; press < patience; press += 1) {
    await atRest(page);
    const one = await page.$(`.frame :is(${marked})`);
    if (one === null) return press;
    // In the middle: the bars at both ends of a small screen would take the press.
    const kind = await one.evaluate((element) => {
      element.scrollIntoView({ block: 'center' });
      return element.localName;
    });
    if (kind === 'select') {
      await one.select(
        await one.evaluate((list) => (list as HTMLSelectElement).options[1]?.value ?? ''),
      );
    } else if (kind === 'input') {
      const signs = await page.$$eval('.frame article svg[role="img"] text', (texts) =>
        texts.map(({ textContent }) => textContent).join(''),
      );
      await one.type(signs.replaceAll('\u00a0', ' '));
    } else if (kind === 'button') await one.click();
    else await (await one.$$('input, button')).at(-1)?.click();
  }
  throw new Error('the marks lead round in circles');
}

/** The value below which 98 of a hundred lie. */
function p98(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * 0.98) - 1)] ?? 0;
}

/** Bytes of JavaScript objects that are still held, after a forced collection. */
async function heldBytes(devtools: CDPSession): Promise<number> {
  await devtools.send('HeapProfiler.collectGarbage');
  return (await devtools.send('Runtime.getHeapUsage')).usedSize;
}

/** Opens one page of the desk after the other, `count` times, from inside the page. */
const leaf = (page: Page, count: number) =>
  page.evaluate(async (most) => {
    const pause = () => new Promise((done) => setTimeout(done));
    for (let n = 0; n < most; n += 1) {
      const doors = document.querySelectorAll<HTMLButtonElement>(
        'nav[aria-label="Sur le bureau"] button',
      );
      doors[n % doors.length]?.click();
      do await pause();
      while (document.querySelector('.frame[aria-busy="true"]'));
    }
  }, count);

/** Measures on a site served at `address`, with the browser at `browser`. */
export async function deskFigures(where: {
  readonly address: string;
  readonly browser: string;
}): Promise<readonly Figure[]> {
  const browser = await launch({ executablePath: where.browser, args: [...browserFlags] });
  try {
    const durations: number[] = [];
    let presses = 0;
    for (const edition of editionIds()) {
      const page = await browser.newPage();
      await page.setViewport({ width: 360, height: 740 });
      await watchPresses(page);
      await begin(page, edition, where.address);
      await page.emulateCPUThrottling(slowdown);
      presses += await playThrough(page);
      // What was faster than sixteen milliseconds is not told: it counts as nothing.
      durations.push(
        ...(await page.evaluate(() => [
          ...(Reflect.get(globalThis, 'presses') as Map<number, number>).values(),
        ])),
      );
      await page.close();
    }
    const page = await browser.newPage();
    await begin(page, editionIds()[0] ?? '', where.address);
    const devtools = await page.createCDPSession();
    await leaf(page, 100);
    const early = await heldBytes(devtools);
    await leaf(page, steps - 100);
    const late = await heldBytes(devtools);
    const all = [
      ...durations,
      ...Array.from({ length: Math.max(presses - durations.length, 0) }, () => 0),
    ];
    return [
      {
        name: `d’un geste au prochain affichage, processeur ${String(slowdown)} fois plus lent, 98 sur 100 (${String(all.length)} gestes)`,
        value: p98(all),
        unit: 'ms',
        budget: { most: 100 },
      },
      {
        name: `mémoire, du 100ᵉ au ${steps.toLocaleString('fr-FR')}ᵉ geste, par geste`,
        value: Math.round((late - early) / (steps - 100)),
        unit: 'o',
        budget: { most: 1_000 },
      },
    ];
  } finally {
    await browser.close();
  }
}
