// The simulator in one file: what it may do, and that it does its work in a locked room.
import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loneFile, simulatorPage } from '../../src/tools/dist.ts';
import { loneFileBudget } from '../../src/tools/pack/single-file.ts';
import { precachedFiles } from '../../src/tools/offline.ts';
import { breachesOf, tagsOf } from '../../src/tools/policy.ts';
import { siteFolder } from '../../src/tools/run.ts';
import { callAnywhere, loneAddress, loneHash, lockedRoom } from '../support/lone-file.ts';
import { expect, test } from '../support/guide-test.ts';
import { pointer } from './journeys/hands.ts';
import { inGrenoble } from './access/sit-down.ts';
import { Voter, words2018 } from './journeys/voter.ts';

const html = readFileSync(join(siteFolder, loneFile), 'utf8');
const tags = tagsOf(html);

test.describe('the file', () => {
  test('weighs one megabyte at most, and a first visit does not carry it', () => {
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(loneFileBudget);
    expect(precachedFiles(siteFolder)).toContain(simulatorPage);
    expect(precachedFiles(siteFolder)).not.toContain(loneFile);
  });

  test('may ask for nothing: its policy comes first, and names no place at all', () => {
    const policy =
      /<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="([^"]*)">/u;
    const directives = (policy.exec(html)?.[1] ?? '').split('; ');
    expect(directives).toContain("default-src 'none'");
    expect(
      directives.filter((one) => /^(connect|worker|frame|manifest|font)-src/u.test(one)),
    ).toEqual([]);
    expect(directives.join(' ')).not.toMatch(/'self'|unsafe|https?:|\*/u);
    expect(breachesOf(html)).toEqual([]);
  });

  test('stays out of search engines, holds no field and no link, and says where it stands', () => {
    const robots = tags.find(({ attributes }) => attributes.get('name') === 'robots');
    expect(robots?.attributes.get('content')).toBe('noindex');
    expect(
      tags.filter(({ name }) => /^(input|textarea|select|form|iframe|object)$/.test(name)),
    ).toEqual([]);
    const links = tags.flatMap(({ name, attributes }) =>
      name === 'a' ? [attributes.get('href') ?? ''] : [],
    );
    expect(links.filter((href) => !href.startsWith('#'))).toEqual([]);
    expect(html).toContain('<title>EXERCICE');
    // The days of the vote, in the name of a page, would be wrong in every copy the day they move.
    expect(html).toContain('"elections/men-2026/grenoble/":"Académie de Grenoble"');
    expect(html).toContain('On ne vote pas ici.');
  });
});

/** Everything that the page asks for, complains of, or opens. */
function listen(page: Page): { readonly asked: string[]; readonly troubles: string[] } {
  const asked: string[] = [];
  const troubles: string[] = [];
  page.on('request', (request) => asked.push(request.url().replace(/#.*$/u, '')));
  page.on('websocket', (socket) => asked.push(socket.url()));
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text());
  });
  return { asked, troubles };
}

const begin = (page: Page) =>
  page.getByRole('button', { name: 'Commencer l’exercice', exact: true }).click();

for (const [where, address] of [
  ['a key', loneAddress],
  // As Firefox and Windows write the address of a share; the system folds the slashes.
  ['a share', loneAddress.replace('file:///', 'file://///')],
] as const)
  test(`from ${where}, without network nor storage: start card, an exercise to its receipt, and F5 resumes`, async () => {
    const room = await lockedRoom('refused');
    try {
      const page = await room.context.newPage();
      const { asked, troubles } = listen(page);
      await page.goto(address + loneHash('vote'));
      const refused = await page.evaluate(() => {
        try {
          return `kept ${String(localStorage.length)}`;
        } catch (error) {
          return error instanceof Error ? error.name : '';
        }
      });
      expect(refused).toBe('SecurityError');
      await expect(page.getByText('On ne vote pas ici.').first()).toBeVisible();
      await begin(page);
      await expect(page.getByText('EXERCICE', { exact: true })).toBeVisible();
      await expect(page.getByText('En mémoire seulement')).toBeVisible();

      // « Aller au contenu » is no link to an exercise: nothing is said of it, and the address keeps what F5 needs.
      const own = page.url();
      await page.locator('a.skip').focus();
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(own);
      await expect(page.getByText('Ce lien ne veut rien dire')).toHaveCount(0);

      const voter = new Voter(pointer(page), inGrenoble(words2018));
      await voter.enterBooth();
      await voter.castBallot(false);

      const step = page.url().split('.').at(-1);
      const name = page.getByLabel('Autour de l’exercice').locator('dd').first();
      const who = await name.textContent();
      await page.reload();
      await expect(page.getByText('Ce lien propose un exercice')).toBeVisible();
      await begin(page);
      await expect(name).toHaveText(who ?? '');
      expect(page.url().split('.').at(-1)).toBe(step);

      expect([...new Set(asked)]).toEqual([loneAddress]);
      expect(troubles).toEqual([]);
      expect(await page.evaluate(callAnywhere)).toBe('connect-src refuses');
    } finally {
      await room.close();
    }
  });

test('on a machine that would keep things, it keeps none, and says the name of the pages that help', async () => {
  const room = await lockedRoom('allowed');
  try {
    const page = await room.context.newPage();
    await page.addInitScript(() => {
      const opened: string[] = [];
      Reflect.set(window, 'opened', opened);
      for (const call of ['open', 'deleteDatabase'] as const) {
        const usual = indexedDB[call].bind(indexedDB);
        indexedDB[call] = (name: string) => {
          opened.push(`${call} ${name}`);
          return usual(name);
        };
      }
    });
    await page.goto(loneAddress + loneHash(null));
    await begin(page);
    await page.getByRole('button', { name: 'Coup de main' }).click();
    await expect(page.locator('.panel')).toContainText(/\(dans le guide, «\s.+\s»\)/u);
    await expect(page.locator('a:not([href^="#"])')).toHaveCount(0);
    const saving = page.waitForEvent('download');
    await page.getByText('Journal', { exact: true }).click();
    await page.getByRole('button', { name: 'enregistrer le journal dans un fichier' }).click();
    expect(readFileSync(await (await saving).path(), 'utf8')).toContain('ExerciseStarted');
    await page.getByRole('button', { name: 'Recommencer', exact: true }).click();
    await page.getByRole('button', { name: /^Laisser la place/ }).click();
    await page.getByRole('button', { name: 'Tout effacer' }).click();
    await expect(page.locator('#depart')).toBeVisible();
    const left = await page.evaluate(() => {
      const opened: unknown = Reflect.get(window, 'opened');
      return { opened, kept: [Object.keys(localStorage), Object.keys(sessionStorage)] };
    });
    expect(left).toEqual({ opened: [], kept: [[], []] });
  } finally {
    await room.close();
  }
});

test('opened on the site itself, it obeys both policies and runs', async ({ page }) => {
  const { troubles } = listen(page);
  await page.goto(`/${loneFile}`);
  await begin(page);
  await expect(page.getByText('EXERCICE', { exact: true })).toBeVisible();
  expect(troubles).toEqual([]);
});
