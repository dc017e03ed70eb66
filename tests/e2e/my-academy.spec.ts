// The page that every link lands on: for every academy and service, on the smallest screen, in every phase.
import { expect, test, type Page } from '@playwright/test';
import { guidePages } from '../support/release.ts';
import { siteFolder } from '../../src/tools/run.ts';

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
      '[data-before-end]',
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

/** Hours of Paris; winter time, UTC + 1. */
const moments = [
  ['2026-12-02T23:59:00+01:00', 'before'],
  ['2026-12-03T00:00:00+01:00', 'voting'],
  ['2026-12-09T23:59:00+01:00', 'voting'],
  ['2026-12-10T00:00:00+01:00', 'last-day'],
  ['2026-12-11T11:59:00+01:00', 'last-day'],
  ['2026-12-11T12:00:00+01:00', 'after'],
] as const;

for (const [at, moment] of moments) {
  test(`on ${at} the page is that of « ${moment} »`, async ({ page }) => {
    await page.clock.setFixedTime(new Date(at));
    for (const path of ['/elections/men-2026/dijon/', '/']) {
      await page.goto(path);
      if ((await page.locator('section[data-time]').count()) > 0) await expectMoment(page, moment);
    }
  });
}

test('a device clock earlier than the page switches nothing, and says so', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-01-05T08:00:00+01:00'));
  await page.goto('/elections/men-2026/dijon/');
  await expect(page.locator('[data-clock]').first()).toBeVisible();
  await expect(page.locator('section[data-time]:visible')).toHaveCount(4);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('every moment is there, each under its dates', async ({ page }) => {
    await page.goto('/elections/men-2026/dijon/');
    await expect(page.locator('section[data-time]:visible')).toHaveCount(4);
    await expect(page.getByRole('heading', { name: 'Avant le 3 décembre' })).toBeVisible();
  });
  test('the simulator explains itself and leads to the tutorials', async ({ page }) => {
    await page.goto('/simulateur/');
    await expect(
      page.getByRole('link', { name: /2014|2018|archives|élections/i }).first(),
    ).toBeVisible();
  });
});
