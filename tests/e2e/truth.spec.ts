// What is said of a fact beside it: how strong, where read, when; and the mark that comes by itself when it is old.
import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { currentEdition, votingDays } from '../../src/lib/current.ts';
import { addDays } from '../../src/lib/dates.ts';
import { filesOf, isGuidePage, pathOf } from '../../src/tools/dist.ts';
import { siteFolder } from '../../src/tools/run.ts';
import { serveSite } from '../../src/tools/serve.ts';
import { presentTextOf } from '../support/forbidden-2026.ts';
import { copySite, remove } from '../support/release.ts';
import { expect, test } from '../support/guide-test.ts';

const pages = filesOf(siteFolder)
  .filter(isGuidePage)
  .map((file) => ({ path: pathOf(file), html: readFileSync(join(siteFolder, file), 'utf8') }));

const wordsOf = (html: string) =>
  html
    .replace(/<[^>]+>/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();

const isPacific =
  /^\/(?:elections\/men-2026|academies)\/(?:nouvelle-caledonie|polynesie-francaise|wallis-et-futuna)\//u;
/** The line of the days, wherever it stands; on a sheet, for whom they hold is above, and where they were read at its foot. */
const isDatedBy = (html: string): boolean =>
  wordsOf(html).includes('Arrêté fixant la date') ||
  (/Jours : source officielle \(arrêté\), relevé le \d/u.test(wordsOf(html)) &&
    wordsOf(html).includes('à confirmer'));

/** Strengths that claim something of the world; what is reconstructed for an exercise claims nothing. */
const claims =
  /^(?:.{0,80} : )?(?:source officielle|deux sources|une seule source|déduit|en désaccord|documentée)\b/iu;
const told =
  /(?:relevé|relu|lu au plus tard|vu) le 1?\d|vu (?:en|entre) (?:\p{L}+ )?\d|Calculé|calculés par nous/u;

test('every proof says when: « relevé le », « lu au plus tard le » or « vu »', () => {
  const undated: string[] = [];
  let proofs = 0;
  for (const { path, html } of pages)
    for (const [, line = ''] of html.matchAll(/<p class="(?:src|fine)[^"]*"[^>]*>(.*?)<\/p>/gsu)) {
      const words = wordsOf(line);
      if (!claims.test(words)) continue;
      proofs += 1;
      if (!told.test(words)) undated.push(`${path}: ${words}`);
    }
  expect(undated).toEqual([]);
  expect(proofs).toBeGreaterThan(1_000);
});

/** Lists that look like facts and state none: what a word means here, who publishes, what changed on the site. */
const noFact = /^\/(?:mentions-legales|a-propos|nouveautes)\/$/u;
const saysNothing = /^Où regarder|Où regarder :|dates non trouvées/u;

test('every line of a list of facts has its strength and its source', () => {
  const bare: string[] = [];
  for (const { path, html } of pages.filter(({ path }) => !noFact.test(path)))
    for (const [, list = ''] of html.matchAll(/<ul class="facts"[^>]*>(.*?)<\/ul>/gsu))
      for (const [, item = ''] of list.matchAll(/<li[^>]*>(.*?)<\/li>/gsu)) {
        const words = wordsOf(item);
        if (!item.includes('<p class="src"') && !saysNothing.test(words))
          bare.push(`${path}: ${words.slice(0, 80)}`);
      }
  expect(bare).toEqual([]);
});

test('a page of this year that speaks of past ones says where that comes from', () => {
  const bare = pages
    .filter(({ path }) => !/^\/elections\/men-20(?:14|18|22)\//u.test(path))
    .filter(({ html }) => {
      const words = presentTextOf(html);
      return (
        /non confirmé pour 2026|les années passées|les fois précédentes|en 2014, 2018 et 2022/iu.test(
          words,
        ) && !/(?:sa|leur) source/u.test(words)
      );
    });
  expect(bare.map(({ path }) => path)).toEqual([]);
});

test('a page that says the days of the vote says where they were read, and for whom they hold', () => {
  const days = votingDays(currentEdition());
  const telling = pages.filter(
    ({ path, html }) =>
      !/^\/elections\/men-20(?:14|18|22)\//u.test(path) &&
      presentTextOf(/<main\b[\s\S]*<\/main>/u.exec(html)?.[0] ?? '').includes(days),
  );
  const bare = telling.filter(({ html }) => !isDatedBy(html));
  expect(bare.map(({ path }) => path)).toEqual([]);
  expect(telling.length).toBeGreaterThan(100);
});

/** What the code of the civil service says of this vote, in the words of our pages. */
const ruleWords =
  /chacun devait l’avoir|elle devait arriver vers|la liste électorale peut (?:encore )?changer|vote validé ne se change plus|chaque électeur[^.]{0,60}(?:reçoit|doit recevoir)|voies? que le code|code général de la fonction publique permet/iu;

test('a page that says a rule of this vote names the article it is read in', () => {
  const telling = pages.filter(({ html }) =>
    ruleWords.test(wordsOf(presentTextOf(/<main\b[\s\S]*<\/main>/u.exec(html)?.[0] ?? ''))),
  );
  const bare = telling.filter(({ html }) => !/R\.\s211-5\d\d/u.test(wordsOf(html)));
  expect(bare.map(({ path }) => path)).toEqual([]);
  expect(telling.length).toBeGreaterThan(100);
});

test('an exercise says under its aim that it is made up, and from which archives', () => {
  const exercises = pages.filter(({ path }) => /^\/exercices\/.+/u.test(path));
  const bare = exercises.filter(({ html }) => {
    const line = /<p class="src">[\s\S]*?<\/p>/u.exec(html)?.[0] ?? '';
    return (
      !line.includes('reconstitué pour l’exercice') ||
      !/href="\/elections\/men-\d{4}\/"/u.test(line)
    );
  });
  expect(bare.map(({ path }) => path)).toEqual([]);
  expect(exercises.length).toBeGreaterThan(40);
});

test('where the days are to be confirmed, the name of the page says so too', () => {
  const told = pages
    .filter(({ path }) => isPacific.test(path))
    .flatMap(({ path, html }) => {
      const names = [/<title>([^<]*)/u, /<meta property="og:title" content="([^"]*)/u];
      return names.map((name) => `${path} ${name.exec(html)?.[1] ?? ''}`);
    });
  expect(told.length).toBeGreaterThan(5);
  expect(
    told.filter((name) => /\d (?:décembre|au)/u.test(name) && !name.includes('confirmer')),
  ).toEqual([]);
});

const academy = '/elections/men-2026/dijon/';
const recheckOn = currentEdition().days.recheckOn;
const eve = new Date(`${addDays(recheckOn, -1)}T23:59:30+01:00`);
const day = new Date(`${recheckOn}T00:00:00+01:00`);
const marked = (page: Page) => page.locator('main [data-old]');
/** What the style writes after the sentence of a marked fact. */
const writtenAfter = (page: Page) =>
  page
    .locator('#sur + .facts > [data-old] > p:first-child')
    .first()
    .evaluate((fact) => getComputedStyle(fact, '::after').content);

test('« à revérifier » comes by itself at midnight in Paris: beside each old fact, never over the page', async ({
  page,
}) => {
  await page.clock.install({ time: eve });
  for (const path of [
    academy,
    '/elections/men-2026/',
    '/ca-bloque/code-perdu/',
    `${academy}simple/`,
  ]) {
    await page.clock.setFixedTime(eve);
    await page.goto(path);
    await expect(marked(page), path).toHaveCount(0);
    const old = await page.locator('main [data-recheck]').count();
    expect(old, path).toBeGreaterThan(0);
    await page.clock.setFixedTime(day);
    // A page left open: its own minute comes round.
    await page.clock.runFor(60_000);
    await expect(marked(page), path).toHaveCount(old);
    expect(await page.locator('main[data-old], body[data-old], h2[data-old]').count()).toBe(0);
  }
});

test('an address, a helpdesk, a word ages too: with the school year, or with the text of the vote it rests on', async ({
  page,
}) => {
  const before = new Date('2027-08-31T23:59:30+02:00');
  const after = new Date('2027-09-01T00:00:00+02:00');
  const lines = page.locator('main [data-recheck]');
  for (const path of ['/academies/versailles/', '/glossaire/', '/aider/secretariat/']) {
    await page.clock.setFixedTime(after);
    await page.goto(path);
    expect(await lines.count(), path).toBeGreaterThan(0);
    await expect(marked(page), path).toHaveCount(await lines.count());
    // What is told as of another time does not ask to be read again.
    await expect(page.locator('[data-autrefois] [data-recheck]'), path).toHaveCount(0);
  }
  await page.clock.setFixedTime(before);
  await page.goto('/academies/versailles/');
  expect(await marked(page).count()).toBeLessThan(await lines.count());
});

test('advice of ours does not age', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-12-31T12:00:00+01:00'));
  await page.goto(academy);
  const advice = page.locator('#sur + .facts > li', { hasText: 'conseil de prudence ·' });
  await expect(advice).not.toHaveAttribute('data-old');
  await expect(advice).toContainText('relu le');
});

test('the mark is in words, on screen and on paper, where no colour is left', async ({ page }) => {
  await page.clock.setFixedTime(day);
  await page.goto(academy);
  expect(await writtenAfter(page)).toContain('à\u00a0revérifier');
  await page.emulateMedia({ media: 'print' });
  expect(await writtenAfter(page)).toContain('à\u00a0revérifier');
  const colour = await marked(page)
    .last()
    .locator('p')
    .first()
    .evaluate((fact) => getComputedStyle(fact).backgroundColor);
  expect(colour).toBe('rgb(255, 255, 255)');
});

test('what was old when the page was made is marked without any script', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/academies/amiens/');
  const old = page.locator('.facts-one[data-old] > p:first-child');
  expect(await old.count()).toBeGreaterThan(0);
  const after = await old.first().evaluate((fact) => getComputedStyle(fact, '::after').content);
  expect(after).toContain('revérifier');
  await context.close();
});

test('a kept copy, read offline after that day, is marked too', async ({ page }) => {
  const dir = copySite();
  const server = await serveSite({ dir, port: 4411 + test.info().parallelIndex });
  try {
    await page.clock.setFixedTime(eve);
    await page.goto(`${server.address}/`);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    await page.goto(server.address + academy);
    await expect
      .poll(() => page.evaluate((key) => caches.match(key).then(Boolean), academy))
      .toBe(true);
    await server.stop();
    await page.clock.setFixedTime(day);
    await page.goto(server.address + academy);
    await expect(page.locator('.foot [data-copy]')).toContainText('copie du');
    expect(await marked(page).count()).toBeGreaterThan(3);
    await page.emulateMedia({ media: 'print' });
    expect(await writtenAfter(page)).toContain('à\u00a0revérifier');
  } finally {
    await server.stop();
    remove(dir);
  }
});
