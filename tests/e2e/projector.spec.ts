// What a room sees on its wall, at the size of an old projector: a code, a call, the minutes, and a desk with covered codes.
import type { Page } from '@playwright/test';
import { accessFaults } from '../support/access-faults.ts';
import { expect, test } from '../support/guide-test.ts';
import { readQr } from '../support/read-qr.ts';
import { refuseStorage } from '../support/refuse-storage.ts';

const code = '1.e8.gr.cd.pv.KMPRTV';
const beamer = { width: 1024, height: 768 };

const pixels = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize));
const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
async function project(page: Page, hash = `#projeter.${code}`): Promise<void> {
  await page.goto(`/simulateur/${hash}`);
  await expect(page.getByRole('heading', { name: 'EXERCICE, projeté' })).toBeFocused();
}

/** What is read there in letters of less than 24 pixels, with their size. */
const smallWords = (page: Page) =>
  page.locator('#simulateur').evaluate((root) => {
    const small = new Set<string>();
    const note = (one: Element, words: string) => {
      // In a drawing, letters grow with it.
      const scale = one instanceof SVGGraphicsElement ? (one.getScreenCTM()?.a ?? 1) : 1;
      const size = Number.parseFloat(getComputedStyle(one).fontSize) * scale;
      if (size < 24) small.add(`${words.trim()} (${size.toFixed(1)})`);
    };
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let text = walk.nextNode(); text; text = walk.nextNode()) {
      const one = text.parentElement;
      if (!one || text.textContent?.trim() === '' || one.closest('.hidden')) continue;
      if (one.checkVisibility()) note(one, text.textContent ?? '');
    }
    for (const field of root.querySelectorAll('input[type="text"], select')) note(field, field.id);
    return [...small];
  });

async function openDesk(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Ouvrir le bureau' }).click();
  await expect(page.locator('#titre-ecran')).toBeVisible();
}

/** Two minutes, of which thirty seconds are gone, and those that a busy machine took for its own. */
const halfGone = /^1:(?:30|[012]\d)$/u;

test.use({ viewport: beamer });

test('from the class code to the wall: the code, the call and the square lead everybody to one step', async ({
  page,
}) => {
  await page.goto(`/animer/#${code}`);
  await page.getByRole('link', { name: 'Projeter', exact: true }).click();
  await expect(page.locator('[data-class-code]')).toHaveText(code);
  await page.getByLabel('Tout le monde').selectOption('au vote');
  await expect(page.getByText('Tout le monde au vote')).toBeVisible();
  expect(await pixels(page, '[data-class-code]')).toBeGreaterThanOrEqual(96);
  expect(await pixels(page, '.wall-call')).toBeGreaterThanOrEqual(40);
  expect(await pixels(page, '.wall-clock')).toBeGreaterThanOrEqual(64);
  expect(await sideways(page)).toBe(0);
  // As a telephone at the back of the room would: from the picture of the whole page.
  const address = await readQr(page, await page.screenshot());
  expect(address).toBe(`${new URL(page.url()).origin}/simulateur/#${code}.v`);
  expect(address.length).toBeLessThanOrEqual(80);
  await page.goto(address);
  // Whoever comes by the square has a seat to choose: without one, every device would hold the same person.
  await expect(page.getByLabel('Ma place')).toBeVisible();
  await expect(page.getByLabel('Commencer', { exact: true }).locator('option:checked')).toHaveText(
    /le vote/u,
  );
});

test('the minutes run down, wait, grow, and the end is said once', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-11-30T10:00:00+01:00') });
  await project(page);
  const clock = page.locator('.wall-clock');
  await page.getByLabel('Minutes').selectOption('2');
  await expect(clock).toHaveText('2:00');
  await page.getByRole('button', { name: 'Lancer' }).click();
  await page.clock.runFor(30_000);
  await expect(clock).toHaveText(halfGone);
  await page.getByRole('button', { name: 'Arrêter' }).click();
  await expect(page.getByRole('button', { name: 'Lancer' })).toBeVisible();
  const rests = await clock.innerText();
  await page.clock.runFor(60_000);
  await expect(clock).toHaveText(rests);
  await page.getByRole('button', { name: '+ 1 minute' }).click();
  await expect(clock).toHaveText(rests.replace('1:', '2:'));
  await page.getByRole('button', { name: 'Lancer' }).click();
  await page.clock.runFor(91_000);
  const said = page.getByRole('status').filter({ hasText: 'Il reste moins d’une minute.' });
  await expect(said).toHaveCount(1);
  await page.clock.runFor(60_000);
  await expect(clock).toHaveText('C’est l’heure');
  await expect(page.getByRole('status').filter({ hasText: 'C’est l’heure.' })).toHaveCount(1);
  await page.getByRole('button', { name: 'Remettre' }).click();
  await expect(clock).toHaveText('2:00');
});

test('the desk is played in front of the room: codes covered, one step back, played again, back to the board', async ({
  page,
}) => {
  await project(page);
  await page.getByLabel('Votre place').selectOption('7');
  await openDesk(page);
  await expect(page.getByRole('heading', { name: 'EXERCICE', exact: true })).toBeVisible();
  // What the class works with is on top, whatever is scrolled beneath.
  await page.mouse.wheel(0, 400);
  await expect(page.locator('.strip')).toBeInViewport();
  await expect(page.locator('.band').first()).toBeInViewport();
  expect(await sideways(page)).toBe(0);

  await page.getByRole('button', { name: 'Fiche', exact: true }).click();
  const secret = page.locator('.secret').first();
  const colour = () => secret.evaluate((one) => getComputedStyle(one).color);
  expect(await colour()).toBe('rgba(0, 0, 0, 0)');
  await page.getByRole('button', { name: 'Montrer les codes' }).click();
  expect(await colour()).not.toBe('rgba(0, 0, 0, 0)');
  await page.getByRole('button', { name: 'Cacher les codes' }).click();
  expect(await colour()).toBe('rgba(0, 0, 0, 0)');

  const title = page.locator('#titre-ecran');
  const first = await title.innerText();
  await page.getByRole('button', { name: /^téléphone/u }).click();
  await expect(title).not.toHaveText(first);
  await page.getByRole('button', { name: 'Revenir', exact: true }).click();
  await expect(title).toHaveText(first);

  await page.getByRole('link', { name: 'Relire' }).click();
  // The same codes are in the run looked at again: the cover stands on the page itself.
  await expect(page.locator('#simulateur.covered .frame')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'EXERCICE, relu' })).toBeVisible();
  await page.getByRole('button', { name: 'Fermer' }).click();
  await expect(title).toHaveText(first);
  await expect(page.locator('.strip')).toContainText(code);
  expect(await colour()).toBe('rgba(0, 0, 0, 0)');
  await page.getByRole('button', { name: 'Revenir au tableau' }).click();
  await expect(page.locator('[data-class-code]')).toHaveText(code);
  await page.getByRole('button', { name: 'Revenir au bureau' }).click();
  await page.getByRole('button', { name: 'Montrer les codes' }).click();
  // Closed and opened again, for this class or another one: covered anew.
  await page.getByRole('button', { name: 'Revenir au tableau' }).click();
  await page.getByRole('button', { name: 'Fermer' }).click();
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#projeter.${code}`);
  await page.getByLabel('Votre place').selectOption('7');
  await page.getByRole('button', { name: 'Revenir au bureau' }).click();
  await expect(page.getByRole('button', { name: 'Montrer les codes' })).toBeVisible();
});

test('the minutes are started and stopped above the desk as well', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-11-30T10:00:00+01:00') });
  await project(page);
  await page.getByLabel('Minutes').selectOption('2');
  await openDesk(page);
  const clock = page.locator('.strip .wall-clock');
  await expect(clock).toHaveText('2:00');
  await page.getByRole('button', { name: 'Lancer' }).click();
  await page.clock.runFor(30_000);
  await expect(clock).toHaveText(halfGone);
  await page.getByRole('button', { name: 'Arrêter' }).click();
  await expect(page.getByRole('button', { name: 'Lancer' })).toBeVisible();
  const rests = await clock.innerText();
  await page.clock.runFor(30_000);
  await expect(clock).toHaveText(rests);
  await page.getByRole('button', { name: 'Revenir au tableau' }).click();
  await expect(page.locator('.wall-clock')).toHaveText(rests);
});

test('one code for a session: the next exercise keeps letters and seat, and shows its code, its square, its minutes', async ({
  page,
}) => {
  await page.goto('/animer/#1.e8.gr.cd.mj.KMPRTV');
  await page.getByRole('link', { name: 'Projeter', exact: true }).click();
  await page.getByLabel('Votre place').selectOption('7');
  await openDesk(page);
  const who = await page.locator('aside .pairs dd').first().textContent();
  await page.getByRole('button', { name: 'Montrer les codes' }).click();
  await page.getByRole('button', { name: 'Revenir au tableau' }).click();
  await expect(page.locator('.wall-clock')).toHaveText('12:00');
  await page.getByRole('button', { name: /^Exercice suivant.*Le courriel suspect/u }).click();
  await expect(page.locator('[data-class-code]')).toHaveText('1.e8.gr.cd.cs.KMPRTV');
  await expect(page.getByRole('heading', { name: 'EXERCICE, projeté' })).toBeFocused();
  await expect(page.locator('.wall-clock')).toHaveText('9:00');
  await expect(page.getByText('« Changer d’exercice »', { exact: false })).toBeVisible();
  await expect(page.getByLabel('Votre place')).toHaveValue('7');
  expect(await readQr(page, await page.screenshot())).toBe(
    `${new URL(page.url()).origin}/simulateur/#1.e8.gr.cd.cs.KMPRTV`,
  );
  await openDesk(page);
  await expect(page.locator('aside .pairs dd').first()).toHaveText(who ?? '');
  // Another class of codes is on the screen: covered anew.
  await expect(page.getByRole('button', { name: 'Montrer les codes' })).toBeVisible();
  await page.getByRole('button', { name: 'Revenir au tableau' }).click();
  // Any other exercise of the election too; outside the session, nothing follows it.
  await page.locator('#exercice').selectOption({ label: 'Le parcours complet' });
  await expect(page.locator('[data-class-code]')).toHaveText('1.e8.gr.cd.pc.KMPRTV');
  await expect(page.getByRole('button', { name: /^Exercice suivant/u })).toHaveCount(0);
  await expect(page.getByLabel('Votre place')).toHaveValue('7');
});

for (const [edition, pages] of [
  ['e2', ['ib', 'mi', 'cp', 'si', 'sp', 'cn', 'bt', 'ba', 'rc', 'ru', 'sm', 'nt', 'pe', 'ce']],
  ['e8', ['ib', 'mi', 'cr', 'sp', 'cn', 'be', 'bt', 'ba', 'rc', 'ru', 'sm', 'nt', 'pe', 'ce']],
] as const)
  test(`from the back of the room, nothing on the desk is smaller than 24 pixels (${edition})`, async ({
    page,
  }) => {
    test.setTimeout(240_000);
    const seen = new Set<string>();
    for (const one of pages) {
      const whole = `1.${edition}.gr.cd.pc.KMPRTV.30`;
      await page.goto('about:blank');
      await page.goto(`/simulateur/#${whole}.${one}`);
      const start = page.getByRole('button', { name: 'Commencer l’exercice' });
      await expect(start).toBeEnabled();
      await start.click();
      await expect(page.locator('#titre-ecran')).toBeVisible();
      await page.evaluate((hash) => {
        location.hash = hash;
      }, `#projeter.${whole}`);
      await page.getByRole('button', { name: 'Revenir au bureau' }).click();
      await expect(page.locator('.at-desk #titre-ecran')).toBeVisible();
      seen.add(await page.locator('#titre-ecran').innerText());
      await page.getByRole('button', { name: 'Coup de main' }).click();
      await page
        .locator('#simulateur details')
        .evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')));
      expect(await smallWords(page), one).toEqual([]);
      expect(await sideways(page), one).toBe(0);
      // What the class works with stays on top and at the bottom, whatever is scrolled between.
      await page.mouse.wheel(0, 600);
      await expect(page.locator('.strip')).toBeInViewport({ ratio: 1 });
      await expect(page.locator('.foot-bar')).toBeInViewport();
    }
    expect(seen.size).toBeGreaterThanOrEqual(12);
    await page.getByRole('button', { name: 'Revenir au tableau' }).click();
    expect(await smallWords(page)).toEqual([]);
  });

test('where nothing may be kept, the wall works in memory, and F5 finds its code, its seat and its step', async ({
  page,
}) => {
  await refuseStorage(page);
  await project(page, '#projeter.1.e8.gr.cd.pc.KMPRTV');
  await page.getByLabel('Votre place').selectOption('7');
  await page.getByLabel('Tout le monde').selectOption('au vote');
  await openDesk(page);
  const title = await page.locator('#titre-ecran').innerText();
  const who = await page.locator('aside .pairs dd').first().textContent();
  await expect(page.getByText('En mémoire seulement')).toBeVisible();
  await expect(page).toHaveURL(/#projeter\.1\.e8\.gr\.cd\.pc\.KMPRTV\.7\.v$/u);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'EXERCICE, projeté' })).toBeFocused();
  await expect(page.locator('[data-class-code]')).toHaveText('1.e8.gr.cd.pc.KMPRTV');
  await expect(page.getByLabel('Votre place')).toHaveValue('7');
  await openDesk(page);
  await expect(page.locator('#titre-ecran')).toHaveText(title);
  await expect(page.locator('aside .pairs dd').first()).toHaveText(who ?? '');
  await expect(page.getByRole('button', { name: 'Montrer les codes' })).toBeVisible();
});

test('F5 where things are kept: the board comes back, codes covered, and the exercise is not lost', async ({
  page,
}) => {
  await project(page);
  await openDesk(page);
  await page.getByRole('button', { name: 'Montrer les codes' }).click();
  await page.getByRole('button', { name: /^calendrier/u }).click();
  const title = page.locator('#titre-ecran');
  await expect(title).toHaveText('Calendrier de l’exercice');
  await page.reload();
  await expect(page.locator('[data-class-code]')).toHaveText(code);
  await page.getByRole('button', { name: 'Reprendre le bureau' }).click();
  await expect(title).toHaveText('Calendrier de l’exercice');
  await expect(page.getByRole('button', { name: 'Montrer les codes' })).toBeVisible();
});

test('once two pages were read, the wall is there without network', async ({ page, context }) => {
  await page.goto('/animer/');
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.goto('/simulateur/');
  await expect
    .poll(
      () =>
        page.evaluate(async () => {
          const kept = await (await caches.open('isoloir-assets')).keys();
          return kept.filter(({ url }) => /\/(?:projector|qr)\./u.test(url)).length;
        }),
      { timeout: 30_000 },
    )
    .toBe(2);
  await context.setOffline(true);
  await page.goto(`/simulateur/#projeter.${code}`);
  await page.reload();
  await expect(page.locator('.wall-qr svg')).toBeVisible();
  await openDesk(page);
  await page.getByRole('button', { name: /^téléphone/u }).click();
  await page.getByRole('button', { name: 'Revenir au tableau' }).click();
  await page.locator('#exercice').selectOption({ label: 'Le courriel suspect' });
  await expect(page.locator('[data-class-code]')).toContainText('.cs.');
});

test('nobody is alone with a wall: the ballot is hidden there, and once shown it does not tell what is chosen', async ({
  page,
}) => {
  await project(page);
  await page.getByLabel('Tout le monde').selectOption('au vote');
  await openDesk(page);
  await page
    .getByRole('button', { name: /^Voter/u })
    .first()
    .click();
  const field = page.getByRole('button', { name: /^remplir/u });
  await expect(field.first()).toBeVisible();
  for (const button of await field.all()) await button.click();
  await page.locator('#simulateur form .go').click();
  await page
    .getByRole('button', { name: /^Voter/u })
    .first()
    .click();
  await expect(page.getByRole('radio')).toHaveCount(0);
  await page.getByRole('button', { name: /montrer le bulletin/u }).click();
  const lists = page.locator('.picks label');
  const drawn = async () => {
    await page.evaluate(
      () => document.activeElement instanceof HTMLElement && document.activeElement.blur(),
    );
    await page.mouse.move(0, 0);
    return page.locator('.picks').screenshot();
  };
  await page.getByRole('radio').nth(0).check();
  const first = await drawn();
  await page.getByRole('radio').nth(1).check();
  expect((await drawn()).equals(first)).toBe(true);
  const name = await lists.nth(1).locator('span').innerText();
  await page.getByRole('button', { name: 'Vérifier mon choix' }).click();
  const told = page.locator('.chosen b');
  await expect(told).toHaveText(name.trim());
  await expect(told).toBeHidden();
});

test('nothing stands in the way of assistive technology, nor of a keyboard, on a wall and on a phone', async ({
  page,
}) => {
  // Two looks of axe, on a machine that may be busy.
  test.setTimeout(180_000);
  await project(page);
  expect(await accessFaults(page)).toEqual([]);
  await page.keyboard.press('Tab');
  for (let pressed = 0; pressed < 20; pressed += 1) {
    if ((await page.locator(':focus').innerText()) === 'Ouvrir le bureau') break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await expect(page.locator('#titre-ecran')).toBeFocused();
  expect(await accessFaults(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await sideways(page)).toBe(0);
  await page.getByRole('button', { name: 'Revenir au tableau' }).click();
  expect(await sideways(page)).toBe(0);
});

test('without a code, or with one that means nothing, the page asks for it; nothing simulated is there', async ({
  page,
}) => {
  for (const hash of ['#projeter', '#projeter.1.zz.gr.cd.pc.KMPRTV', '#projeter.<img src=x>']) {
    await page.goto(`/simulateur/${hash}`);
    await page.reload();
    await expect(page.getByRole('heading', { name: 'EXERCICE, à projeter' })).toBeVisible();
    await expect(page.locator('.screen')).toHaveCount(0);
  }
  const field = page.getByLabel('Le code de la séance');
  await field.fill('1.e8.gr');
  await page.getByRole('button', { name: 'Projeter' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Ce code ne dit rien' })).toBeVisible();
  await field.fill(` ${code}.12 `);
  await page.getByRole('button', { name: 'Projeter' }).click();
  await expect(page.locator('[data-class-code]')).toHaveText(code);
  await page.getByRole('button', { name: 'Fermer' }).click();
  await expect(page.getByRole('heading', { name: 'S’entraîner à voter' })).toBeVisible();
});

test('another exercise in the same tab is not lost without a word', async ({ page }) => {
  await page.goto('/simulateur/#1.e8.am.pe.pc.QRTUVW.1.c');
  await page.getByRole('button', { name: 'Commencer l’exercice' }).click();
  await expect(page.locator('#titre-ecran')).toBeVisible();
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#projeter.${code}`);
  await expect(page.getByText('Un autre exercice est ouvert dans cet onglet.')).toBeVisible();
  await openDesk(page);
  await page.goto('/simulateur/');
  await page.reload();
  await expect(page.getByRole('button', { name: /^Le parcours complet/u })).toHaveCount(1);
});
