// The page that every link lands on: for every academy and service, on the smallest screen, in every phase.
import type { Page } from '@playwright/test';
import { guidePages } from '../support/release.ts';
import { siteFolder } from '../../src/tools/run.ts';
import { expect, test } from '../support/guide-test.ts';

const academies = guidePages(siteFolder).filter((path) =>
  /^\/elections\/men-2026\/[a-z-]+\/$/.test(path),
);

test('every academy and service of the current election has its page', () => {
  expect(academies.length).toBe(34);
});

test.describe('at 320 × 568', () => {
  test.use({ viewport: { width: 320, height: 568 } });
  const crawls = 2;
  for (let crawl = 0; crawl < crawls; crawl += 1) {
    test(`dates and first choice stand on the first screen, a person is one tap away (${crawl + 1} of ${crawls})`, async ({
      page,
    }) => {
      test.setTimeout(120_000);
      for (const path of academies.filter((_, index) => index % crawls === crawl)) {
        await page.goto(path);
        const dates = await page.getByText('Vote du 3 au 10 décembre 2026').first().boundingBox();
        const choices = page.locator('#ou + .choices');
        const first = await choices.getByRole('link').first().boundingBox();
        expect(dates, path).not.toBeNull();
        expect((dates?.y ?? 0) + (dates?.height ?? 0), path).toBeLessThan(568);
        expect((first?.y ?? 0) + (first?.height ?? 0), path).toBeLessThanOrEqual(568);
        await expect(choices.getByRole('link'), path).toHaveCount(5);
        // A person: one tap on « autre chose » shows whom to ask.
        await choices.getByRole('link').last().click();
        await expect(page.locator('#aide'), path).toBeInViewport();
        const sideways = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(sideways, path).toBe(0);
      }
    });
  }

  test('what stands on it keeps its order', async ({ page }) => {
    await page.goto('/elections/men-2026/dijon/');
    const marks = [
      '.when',
      '[data-advice]',
      '#ou',
      '#aujourdhui',
      '#aide',
      '#sur',
      'main details',
      '#entrainement',
      '#archives',
      '#messagerie',
      '#compte',
      '#code',
      '#vote',
      '#preuve',
    ];
    const tops: number[] = [];
    for (const mark of marks) {
      const top = await page
        .locator(mark)
        .first()
        .evaluate((element) => element.getBoundingClientRect().top);
      tops.push(top);
    }
    expect(tops).toEqual([...tops].sort((a, b) => a - b));
  });
});

/** Only that moment's cell is shown, and the others are not. */
async function expectMoment(page: Page, moment: string): Promise<void> {
  await expect(page.locator(`[data-time="${moment}"]`).first()).toBeVisible();
  const visible = await page
    .locator('section[data-time]:visible')
    .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('data-time')));
  expect(new Set(visible)).toEqual(new Set([moment]));
}

const advice = 'Notre conseil : voter le 8 décembre au plus tard.';
const ends = 'Le vote est terminé, d’après les dates connues.';
const wasTheTenth = 'Le dernier jour était le 10 décembre.';

/** Hours of Paris (winter time, UTC + 1): the moment, the countdown, our advice in Dijon. */
const moments = [
  ['2026-11-22T23:59:00+01:00', 'before', 'Le vote commence dans 11 jours.', advice],
  ['2026-11-23T00:00:00+01:00', 'before', 'Le vote commence dans 10 jours.', advice],
  ['2026-12-01T23:59:00+01:00', 'before', 'Le vote commence dans 2 jours.', advice],
  ['2026-12-02T00:00:00+01:00', 'before', 'Le vote commence demain.', advice],
  ['2026-12-02T23:59:00+01:00', 'before', 'Le vote commence demain.', advice],
  ['2026-12-03T00:00:00+01:00', 'voting', 'le dernier jour est dans 7 jours.', advice],
  ['2026-12-08T23:59:00+01:00', 'voting', 'le dernier jour est dans 2 jours.', advice],
  ['2026-12-09T00:00:00+01:00', 'voting', 'le dernier jour est demain.', null],
  ['2026-12-09T23:59:00+01:00', 'voting', 'le dernier jour est demain.', null],
  ['2026-12-10T00:00:00+01:00', 'last-day', 'C’est le dernier jour.', null],
  ['2026-12-10T12:00:00+01:00', 'last-day', 'C’est le dernier jour.', null],
  ['2026-12-11T00:00:00+01:00', 'day-after', wasTheTenth, null],
  ['2026-12-11T11:59:00+01:00', 'day-after', wasTheTenth, null],
  ['2026-12-11T12:00:00+01:00', 'after', ends, null],
] as const;

/** Home and an academy on the Paris clock agree on the moment, the countdown and the advice. */
async function expectTop(page: Page, [at, moment, words, said]: (typeof moments)[number]) {
  await page.clock.setFixedTime(new Date(at));
  for (const path of ['/elections/men-2026/dijon/', '/']) {
    await page.goto(path);
    await expectMoment(page, moment);
    await expect(page.locator('[data-countdown]')).toContainText(words);
    if (said === null) await expect(page.locator('[data-advice]')).toBeHidden();
    else await expect(page.locator('[data-advice]')).toHaveText(plain(said));
    if (moment === 'day-after') {
      const shown = await page.locator('main').innerText();
      expect(shown).not.toMatch(/est le dernier jour|, dernier jour|est terminé/i);
      expect(shown).toMatch(/Heure de fin\s: voir votre lettre ou le portail officiel/);
    }
  }
}

/** The page's no-break spaces are as good as ordinary ones. */
const plain = (words: string) => new RegExp(`^\\s*${words.replaceAll(' ', '\\s+')}\\s*$`, 'u');

// The clocks of the device change nothing: the days of the vote are those of Paris.
for (const timezoneId of ['Europe/Paris', 'Pacific/Tahiti', 'Indian/Reunion']) {
  test.describe(`on a device in ${timezoneId}`, () => {
    test.use({ timezoneId });
    for (const row of moments)
      test(`on ${row[0]} the page is that of « ${row[1]} »`, ({ page }) => expectTop(page, row));
  });
}

test('west of Paris the advice keeps its second day until that day is past there', async ({
  page,
}) => {
  const both =
    'Notre conseil : voter le 8 décembre au plus tard ; pas après le 9 décembre, heure locale.';
  const second = 'Notre conseil : pas après le 9 décembre, heure locale.';
  const line = page.locator('[data-advice]');
  for (const [at, words] of [
    ['2026-12-08T23:59:00+01:00', both],
    ['2026-12-09T00:00:00+01:00', second],
    ['2026-12-09T23:59:00-04:00', second],
  ] as const) {
    await page.clock.setFixedTime(new Date(at));
    await page.goto('/elections/men-2026/guadeloupe/');
    expect((await line.innerText()).replace(/\s+/gu, ' ')).toBe(words);
  }
  await page.clock.setFixedTime(new Date('2026-12-10T00:00:00-04:00'));
  await page.goto('/elections/men-2026/guadeloupe/');
  await expect(line).toBeHidden();
});

test('a device clock earlier than the page switches nothing, and says so', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-01-05T08:00:00+01:00'));
  await page.goto('/elections/men-2026/dijon/');
  await expect(page.locator('[data-clock]').first()).toBeVisible();
  await expect(page.locator('section[data-time]:visible')).toHaveCount(5);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('every moment is there, each under its dates', async ({ page }) => {
    await page.goto('/elections/men-2026/dijon/');
    await expect(page.locator('section[data-time]:visible')).toHaveCount(5);
    for (const name of [
      /^Avant le 3\sdécembre$/,
      /^Du 3 au 9\sdécembre$/,
      /^Le 10\sdécembre, dernier jour$/,
      /^Le 11\sdécembre, lendemain du dernier jour$/,
      /^Après le vote$/,
    ])
      await expect(page.getByRole('heading', { name })).toBeVisible();
    const top = await page.locator('#dates').innerText();
    expect(top).not.toMatch(/votez|aujourd’hui|demain|est ouvert|est terminé/i);
  });
  test('the simulator explains itself and leads to the tutorials', async ({ page }) => {
    await page.goto('/simulateur/');
    await expect(
      page.getByRole('link', { name: /2014|2018|archives|élections/i }).first(),
    ).toBeVisible();
  });
});
