// The simplified version: for every academy, the facts of its full page, in short sentences, one action a line.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { currentAcademies, personChain } from '../../src/lib/current.ts';
import { siteFolder } from '../../src/tools/run.ts';
import { accessFaults } from '../support/access-faults.ts';
import { ordersIn, sentencesOf } from '../support/plain.ts';
import { expect, test } from '../support/guide-test.ts';

const academies = currentAcademies();
const htmlOf = (path: string) => readFileSync(join(siteFolder, path, 'index.html'), 'utf8');
const fullPath = (id: string) => `/elections/men-2026/${id}/`;
const simplePath = (id: string) => `${fullPath(id)}simple/`;
const textOf = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#39;/g, '’')
    .replace(/\s+/g, ' ')
    .trim();
const mainOf = (html: string) =>
  html
    .slice(html.indexOf('data-simple'), html.indexOf('</main>'))
    .replace(/<style[\s\S]*?<\/style>/g, '');

/** What a reader meets as one block: a paragraph, a heading, a choice. */
/** A word that leads to the glossary is read as the others. */
const withoutTerms = (html: string) => html.replace(/<a class="term"[^>]*>([^<]*)<\/a>/g, '$1');
const blocksOf = (html: string) =>
  [...withoutTerms(mainOf(html)).matchAll(/<(p|h[1-3]|a)\b[^>]*>([\s\S]*?)<\/\1>/g)].map(
    ([, , inside = '']) => textOf(inside),
  );

test('sentences are short, and a line asks for one thing at most', () => {
  for (const { id } of academies) {
    const html = htmlOf(simplePath(id));
    const all = blocksOf(html).flatMap(sentencesOf);
    const average = all.reduce((sum, { count }) => sum + count, 0) / all.length;
    expect(average, id).toBeLessThanOrEqual(12);
    expect(
      all.filter(({ count }) => count > 18),
      id,
    ).toEqual([]);
    const lines = [...html.matchAll(/data-line[^>]*>([\s\S]*?)<\/(?:p|span)>/g)].map(
      ([, inside = '']) => textOf(inside),
    );
    expect(lines.length, id).toBeGreaterThan(40);
    expect(
      lines.filter((line) => ordersIn(line).length > 1),
      id,
    ).toEqual([]);
  }
});

test('dates, advice, persons and addresses are those of the full page', () => {
  for (const academy of academies) {
    const [full, simple] = [htmlOf(fullPath(academy.id)), htmlOf(simplePath(academy.id))];
    const datesOf = (html: string) =>
      textOf(/<div class="date" id="dates"[\s\S]*?<\/div>/.exec(html)?.[0] ?? '');
    expect(datesOf(simple), academy.id).toBe(datesOf(full));
    expect(datesOf(simple)).toContain('Vote du 3 au');
    for (const { who, host } of personChain(academy)) {
      const squeezed = (text: string) => textOf(text).replace(/[\s\u202f]/g, '');
      for (const html of [full, simple]) {
        expect(squeezed(html), academy.id).toContain(squeezed(who));
        if (host !== null) expect(squeezed(html), academy.id).toContain(host);
      }
    }
    // As many actions in each moment, and days that the full page names too.
    for (const time of ['before', 'voting', 'last-day', 'day-after', 'after']) {
      const cell = (html: string) =>
        new RegExp(`<section class="when-cell" data-time="${time}"[\\s\\S]*?</section>`).exec(
          html,
        )?.[0] ?? '';
      const items = (html: string) => cell(html).match(/<li\b/g)?.length ?? 0;
      expect(items(simple), `${academy.id} ${time}`).toBe(items(full));
      const days = (html: string) => textOf(html).match(/\b\d{1,2}\s(?:novembre|décembre)/gu) ?? [];
      for (const day of days(cell(simple))) expect(days(full)).toContain(day);
    }
  }
});

test('both pages lead to each other, and neither is called by another name', () => {
  for (const { id } of academies) {
    expect(htmlOf(fullPath(id))).toContain(`href="${simplePath(id)}"`);
    expect(htmlOf(simplePath(id))).toContain(`href="${fullPath(id)}"`);
    expect(textOf(htmlOf(simplePath(id)))).toContain('Version simplifiée');
    expect(htmlOf(simplePath(id))).not.toMatch(/falc|facile à lire/i);
  }
});

test('what nobody knows is said in one line, with a place to look', () => {
  const lines = blocksOf(htmlOf(simplePath('dijon')));
  const at = lines.findIndex((line) => line.startsWith('Nous ne savons pas encore'));
  expect(lines[at]).toContain('les heures');
  expect(lines[at + 1]).toBe('Regardez votre lettre de vote.');
});

test('it is light, and its pictures are ours', () => {
  for (const { id } of academies) {
    const html = htmlOf(simplePath(id));
    expect(brotliCompressSync(html).length, id).toBeLessThan(8_000);
    expect(html).not.toMatch(/<img|<use/);
    for (const [svg] of html.matchAll(/<svg[^>]*>/g)) expect(svg).toContain('aria-hidden="true"');
  }
});

for (const scheme of ['light', 'dark'] as const)
  test(`nothing stands in the way of assistive technology, at 320 px (${scheme})`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width: 320, height: 568 });
    for (const id of ['guadeloupe', 'nouvelle-caledonie']) {
      await page.goto(simplePath(id));
      expect(await accessFaults(page)).toEqual([]);
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(over).toBe(0);
    }
  });

test('it follows the moment, as the full page does', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-12-10T20:00:00+01:00'));
  await page.goto(simplePath('mayotte'));
  await expect(page.locator('section[data-time]:visible')).toHaveCount(1);
  await expect(
    page.locator('[data-line]:visible', { hasText: 'Lisez l’heure de fin' }),
  ).toBeVisible();
});
