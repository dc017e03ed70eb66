// Thousands of hostile links and files through the real pages: nothing thrown, nothing stored, no script run.
import fc from 'fast-check';
import type { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { everythingStored } from '../support/everything-stored.ts';
import { expect, test } from '../support/guide-test.ts';
import { hostileHash } from '../support/hostile.ts';

/** Whatever a page says or does that nobody asked for. */
function heard(page: Page): readonly string[] {
  const said: string[] = [];
  page.on('pageerror', (error) => said.push(error.message));
  page.on('dialog', (dialog) => {
    said.push(dialog.message());
    void dialog.dismiss();
  });
  page.on('console', (message) => {
    if (/Content.Security.Policy/iu.test(message.text())) said.push(message.text());
  });
  return said;
}

const hashes = fc.sample(hostileHash, { numRuns: 2000, seed: 20261203 });
/** The wall of a room reads a code of its own behind this word. */
const onTheWall = hashes.slice(0, 300).map((hash) => `projeter.${hash.replace('#', '')}`);

test('2,000 hostile links, one after the other, on the start card, on a running exercise, on the pages that read a hash', async ({
  page,
}) => {
  test.setTimeout(300_000);
  const said = heard(page);
  const follow = (all: readonly string[]) =>
    page.evaluate(async (links) => {
      for (const hash of links) {
        location.hash = hash;
        await new Promise((done) => setTimeout(done));
      }
    }, all);
  await page.goto('/simulateur/');
  await expect(page.getByRole('button', { name: 'Commencer l’exercice' })).toBeEnabled();
  const before = await everythingStored(page);
  await follow(hashes);
  await follow(onTheWall);
  expect(await everythingStored(page)).toBe(before);
  // As they arrive: in a page that they open.
  for (const hash of hashes.slice(0, 20)) {
    await page.goto('about:blank');
    await page.goto(`/simulateur/#${hash}`);
    await expect(page.locator('.start, .desk').first(), hash).toBeVisible();
  }
  expect(await everythingStored(page)).toBe(before);
  // What was followed last leaves the card as it was: it begins.
  await follow(['']);
  await expect(page.getByRole('button', { name: 'Commencer l’exercice' })).toBeEnabled();
  await page.goto('about:blank');
  await page.goto('/simulateur/#1.e8.gr.cd.pc.KMPRTV.v');
  await page.getByRole('button', { name: 'Commencer l’exercice' }).click();
  await expect(page.getByText('EXERCICE', { exact: true })).toBeVisible();
  const running = await everythingStored(page);
  await follow(hashes.filter((hash) => !hash.includes('relire')).slice(0, 100));
  expect(await everythingStored(page)).toBe(running);
  await expect(page.getByText('EXERCICE', { exact: true })).toBeVisible();
  for (const path of ['/animer/imprimer/', '/animer/', '/signaler/', '/recherche/']) {
    await page.goto(path);
    await follow(hashes.slice(0, 60));
  }
  expect(said).toEqual([]);
  expect(await page.locator('img[src="x"]').count()).toBe(0);
});

const html = '<img src=x onerror=alert(1)>';

/** A good file with some of its signs replaced, from this place on. */
const mangled = fc.tuple(
  fc.nat({ max: 100_000 }),
  fc.oneof(fc.string({ maxLength: 8 }), hostileHash),
);

test('2,000 hostile files, two hundred dropped at once: a sentence for each, nothing stored, no script run', async ({
  page,
}) => {
  test.setTimeout(300_000);
  const said = heard(page);
  const good = await readFile('tests/fixtures/exports/v2-men-2018.json', 'utf8');
  const aimed = [
    `${'['.repeat(400_000)}${']'.repeat(400_000)}`,
    good.replace('{', `{"__proto__":{"polluted":true},`),
    good.replace('{', `{"constructor":{"prototype":{"polluted":true}},`),
    good.replaceAll('"sign-in"', JSON.stringify(html)),
    'PK\u0003\u0004',
    '\ufeff',
    // 100,000 gestures within the bytes that are read.
    good.replace(/"gestures":\[/u, `"gestures":[${'{"events":[]},'.repeat(100_000)}`),
  ];
  const all = fc.sample(mangled, { numRuns: 2000 - aimed.length, seed: 20261210 });
  let before: string | null = null;
  for (let from = 0; from < 2000; from += 200) {
    const whole = from === 0 ? aimed : [];
    const changed = all.slice(Math.max(0, from - aimed.length), from + 200 - aimed.length);
    expect(whole.length + changed.length).toBe(200);
    await page.goto('about:blank');
    await page.goto('/simulateur/#relire');
    await expect(page.getByRole('heading', { name: 'EXERCICE, relectures' })).toBeVisible();
    before ??= await everythingStored(page);
    const dropped = await page.evaluateHandle(
      ([ours, texts, changes]) => {
        const transfer = new DataTransfer();
        const add = (text: string) =>
          transfer.items.add(new File([text], `${String(transfer.items.length)}.json`));
        for (const text of texts) add(text);
        for (const [place, by] of changes) {
          const at = place % ours.length;
          add(ours.slice(0, at) + by + ours.slice(at + by.length));
        }
        return transfer;
      },
      [good, whole, changed] as const,
    );
    await page.locator('.desk').dispatchEvent('drop', { dataTransfer: dropped });
    await expect(page.getByRole('alert').locator('p').first()).toBeVisible({ timeout: 30_000 });
    expect(await everythingStored(page)).toBe(before);
    expect(await page.evaluate(() => 'polluted' in {})).toBe(false);
    expect(await page.locator('img[src="x"]').count()).toBe(0);
    // Each refused file has its number and a whole sentence.
    const refused = await page.getByRole('alert').locator('p').allTextContents();
    expect(refused.length).toBeGreaterThan(100);
    for (const sentence of refused) expect(sentence).toMatch(/^Fichier \d+\s?: \p{Lu}.*\.$/su);
  }
  expect(said).toEqual([]);
});
