// Slip, poster and large print: one sheet of paper each (two for large print), whatever the name, and nothing is cut.
import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  currentAcademies,
  currentEdition,
  personChain,
  votingDays,
} from '../../src/lib/current.ts';
import { sheetPath, sheets, type Sheet } from '../../src/lib/sheets.ts';
import { typeset } from '../../src/lib/typography.ts';
import { siteFolder } from '../../src/tools/run.ts';
import { expect, test } from '../support/guide-test.ts';
import { readQr } from '../support/read-qr.ts';

const academies = currentAcademies();
const millimetre = 96 / 25.4;
const longest = ['saint-pierre-et-miquelon', 'polynesie-francaise', 'nouvelle-caledonie'];
const expected = {
  papillon: { pages: 1, width: 297, height: 210 },
  affiche: { pages: 1, width: 210, height: 297 },
  'grands-caracteres': { pages: 2, width: 210, height: 297 },
} as const;

async function paperOf(page: Page) {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const sizes = [...pdf.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/gu)].map(([, w, h]) =>
    [w, h].map((points) => Math.round((Number(points) * 25.4) / 72)),
  );
  return { pages: [...pdf.matchAll(/\/Type\s*\/Page\b(?!s)/gu)].length, sizes };
}

async function open(page: Page, academy: string, sheet: Sheet): Promise<void> {
  await page.goto(sheetPath(academy, sheet));
  await expect(page.locator('[data-qr] svg').first()).toBeAttached();
}

/** The page as its paper sees it. */
async function onPaper(page: Page, { slug }: Sheet): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  const { width, height } = expected[slug];
  await page.setViewportSize({
    width: Math.round(width * millimetre),
    height: Math.round(height * millimetre),
  });
}

for (const sheet of sheets) {
  const { pages, width, height } = expected[sheet.slug];

  test(`${sheet.slug}: the right number of pages of the right size for every academy`, async ({
    page,
  }) => {
    test.setTimeout(180_000);
    for (const { id } of academies) {
      await open(page, id, sheet);
      await page
        .getByLabel('Mon nom et mon numéro')
        .fill('Bernadette-Marguerite Vandenbroucke-Desrochers, 01 00 00 00 00');
      const paper = await paperOf(page);
      expect(paper.pages, id).toBe(pages);
      for (const size of paper.sizes) expect(size, id).toEqual([width, height]);
    }
  });

  test(`${sheet.slug}: there is room for the hours, a prolongation, the portal and a correction`, async ({
    page,
  }) => {
    for (const id of longest) {
      await open(page, id, sheet);
      await page.evaluate(() => {
        // The build takes the smaller letters as soon as one such line is known.
        document.querySelector('.sheet')?.classList.remove('roomy');
        for (const days of document.querySelectorAll('.sheet .days'))
          for (let line = 0; line < 4; line += 1) {
            const more = document.createElement('p');
            more.textContent =
              'Prolongé jusqu’au : jeudi 10 décembre à 6 h 30 sur place (jeudi 10 décembre à 17 h 30 à Paris)';
            days.append(more);
          }
      });
      expect((await paperOf(page)).pages, id).toBe(pages);
    }
  });

  test(`${sheet.slug}: nothing leaves the sheet, and the empty box is 9 × 3 cm`, async ({
    page,
  }) => {
    for (const id of ['grenoble', ...longest]) {
      await open(page, id, sheet);
      await onPaper(page, sheet);
      const box = await page.locator('.box').first().boundingBox();
      expect(Math.abs((box?.width ?? 0) - 340.16), id).toBeLessThanOrEqual(1);
      expect(Math.abs((box?.height ?? 0) - 113.39), id).toBeLessThanOrEqual(1);
      const out = await page.evaluate(() =>
        [...document.querySelectorAll('.sheet .one')].flatMap((one) => {
          const edge = one.getBoundingClientRect();
          return [...one.querySelectorAll('*')]
            .filter((part) => {
              const { left, right, width } = part.getBoundingClientRect();
              return width > 0 && (right > edge.right + 0.5 || left < edge.left - 0.5);
            })
            .map((part) => part.outerHTML.slice(0, 80));
        }),
      );
      expect(out, id).toEqual([]);
      await page.emulateMedia({ media: null });
    }
  });

  test(`${sheet.slug}: the code is read at its printed size, and leads to the short address`, async ({
    page,
  }) => {
    await open(page, 'saint-pierre-et-miquelon', sheet);
    await onPaper(page, sheet);
    const code = page.locator('[data-qr]').first();
    const size = (await code.boundingBox())?.width ?? 0;
    expect(size / millimetre).toBeGreaterThanOrEqual(28);
    expect(await readQr(page, await code.screenshot())).toBe(
      `${new URL(page.url()).origin}/saint-pierre-et-miquelon/`,
    );
  });
}

test('large print: no letter is smaller than 18 points', async ({ page }) => {
  const large = sheets[2];
  await open(page, 'grenoble', large);
  await onPaper(page, large);
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('.sheet *')]
      .filter((part) =>
        [...part.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
      )
      .filter((part) => Number.parseFloat(getComputedStyle(part).fontSize) < 24)
      .map((part) => part.outerHTML.slice(0, 80)),
  );
  expect(small).toEqual([]);
});

test('every sheet says the days, the persons, that nobody votes here, and of what day it is', () => {
  for (const academy of academies)
    for (const sheet of sheets) {
      const html = readFileSync(
        join(siteFolder, sheetPath(academy.id, sheet), 'index.html'),
        'utf8',
      );
      const text = html
        .slice(html.indexOf('class="sheet'))
        .replace(/<[^>]*>/gu, ' ')
        .replace(/&#39;/gu, '’')
        .replace(/ +/gu, ' ');
      for (const words of [
        academy.name,
        `Vote ${votingDays(currentEdition())}`,
        'Isoloir, pour s’entraîner. On ne vote pas ici.',
        'Page du ',
        ...personChain(academy).map(({ who }) => who),
      ])
        expect(text, `${academy.id} ${sheet.slug}`).toContain(typeset(words));
      expect(html).toContain('<meta name="robots" content="noindex"');
    }
});

test('the name and number that somebody types are on the paper, and nowhere else', async ({
  page,
}) => {
  await open(page, 'grenoble', sheets[1]);
  await page.getByLabel('Mon nom et mon numéro').fill('Section des Tilleuls, salle 12');
  await expect(page.locator('[data-mine]')).toHaveText('Section des Tilleuls, salle 12');
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
  expect(kept + page.url()).not.toContain('Tilleuls');
  await page.reload();
  await expect(page.locator('[data-mine]')).toBeHidden();
});

test('on a narrow phone nothing slides out of sight', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const sheet of sheets) {
    await open(page, 'polynesie-francaise', sheet);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      320,
    );
  }
});
