// The device, the browser or the reader does something of its own: slow, wrong hour, larger letters, a translation, a stuck key.
import type { Page } from '@playwright/test';
import { expect, test } from '../support/guide-test.ts';
import { marks, obeyInside, patience } from '../support/obey-inside.ts';

const exercise = '/simulateur/#1.e8.gr.cd.pc.KMPRTV';
const frame = (page: Page) => page.getByText('EXERCICE', { exact: true });

async function begin(page: Page, at = ''): Promise<void> {
  await page.goto(exercise + at);
  await page.getByRole('button', { name: 'Commencer l’exercice' }).click();
  await expect(frame(page)).toBeVisible();
}

async function guided(page: Page): Promise<void> {
  const help = page.getByRole('button', { name: 'Coup de main' });
  await help.click();
  await page.getByRole('radio', { name: 'guidé', exact: true }).check();
  await help.click();
}

async function toBallot(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Voter/ }).click();
  await page.getByRole('button', { name: /^remplir/ }).click();
}

test.describe('the device’s own zone', () => {
  test.use({ timezoneId: 'Indian/Reunion' });
  test('a processor six times slower, a clock that goes back ten years, another zone: a whole rehearsal, to the results', async ({
    page,
  }) => {
    test.setTimeout(120_000);
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 6 });
    await page.clock.install({ time: '2026-12-03T10:00:00+01:00' });
    await page.clock.resume();
    await begin(page);
    await guided(page);
    const hour = await page.locator('.band').textContent();
    await page.clock.setSystemTime('2016-01-01T00:00:00Z');
    await expect(page.locator('.band')).toHaveText(hour ?? '');
    await page.evaluate(obeyInside, [marks, patience] as const);
    await expect(page.getByText('Exercice terminé. Rien n’est parti d’ici.')).toBeVisible();
    await expect(page.locator('.band')).toContainText('(Paris)');
    const before = await page.locator('#titre-ecran').textContent();
    await page.reload();
    await page.locator('.kept li button').first().click();
    await expect(page.locator('#titre-ecran')).toHaveText(before ?? '');
  });
});

test('the browser translates the page under the exercise: it still goes to the receipt', async ({
  page,
}) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await begin(page, '.v');
  // What a translating browser does: each text is wrapped, again whenever the page changes.
  await page.evaluate(() => {
    const wrap = () => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const texts: Node[] = [];
      while (walker.nextNode()) texts.push(walker.currentNode);
      for (const text of texts) {
        const parent = text.parentElement;
        if (
          !parent ||
          parent.localName === 'font' ||
          parent.closest('script, style, [translate="no"], .notranslate')
        )
          continue;
        if ((text.textContent ?? '').trim() === '') continue;
        const outer = document.createElement('font');
        const inner = document.createElement('font');
        inner.textContent = text.textContent;
        outer.append(inner);
        parent.replaceChild(outer, text);
      }
    };
    wrap();
    new MutationObserver(wrap).observe(document.body, {
      childList: true,
      subtree: true,
      characterData: true,
    });
  });
  await toBallot(page);
  await page.getByRole('button', { name: 'Entrer' }).click();
  await page
    .getByRole('button', { name: /^Voter/ })
    .first()
    .click();
  await page.getByRole('radio', { name: 'Vote blanc' }).check();
  await page.getByRole('button', { name: 'Vérifier mon choix' }).click();
  await page.getByRole('button', { name: 'Confirmer mon vote' }).click();
  await expect(page.locator('#titre-ecran')).toHaveText('Votre preuve de vote');
  expect(errors).toEqual([]);
});

test('Enter held down sends a form once, and presses nothing on the page that follows', async ({
  page,
}) => {
  await begin(page, '.v');
  await toBallot(page);
  await page.getByRole('textbox').first().focus();
  for (let n = 0; n < 30; n += 1) await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  await expect(page.locator('#titre-ecran')).toHaveText('Vos scrutins');
  await page.getByText('Journal', { exact: true }).click();
  await expect(page.locator('.journal p').filter({ hasText: /refus/iu })).toHaveCount(0);
});

test('a page of the guide and back, forward and back again: the exercise is offered where it stood', async ({
  page,
}) => {
  await begin(page, '.v');
  await page.getByRole('button', { name: /^Voter/ }).click();
  await expect(page.locator('#titre-ecran')).toHaveText('Voter');
  await page.goto('/ca-bloque/code-perdu/');
  await page.goBack();
  await page.goForward();
  await page.goBack();
  const offered = page.locator('.kept li button').first();
  await expect(frame(page).or(offered).first()).toBeVisible();
  if ((await frame(page).count()) === 0) await offered.click();
  await expect(page.locator('#titre-ecran')).toHaveText('Voter');
});

/** Spacing that WCAG 1.4.12 asks every page to bear. */
const spaced =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }';
const pages = [
  '/',
  '/elections/men-2026/la-reunion/',
  '/ca-bloque/code-perdu/',
  '/memo/',
  '/recherche/',
];

test('magnified four times, letters spaced out, colours forced, no motion: nothing is cut, nothing slides sideways', async ({
  page,
}) => {
  await nothingCut(page, { width: 320, height: 256 });
});

test('magnified twice, letters spaced out, colours forced, no motion: nothing is cut, nothing slides sideways', async ({
  page,
}) => {
  await nothingCut(page, { width: 640, height: 512 });
});

async function nothingCut(
  page: Page,
  viewport: { readonly width: number; readonly height: number },
): Promise<void> {
  await page.setViewportSize(viewport);
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  const look = async (where: string) => {
    const faults = await page.evaluate(
      ([css, width]) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(css);
        document.adoptedStyleSheets = [sheet];
        const cut = [...document.querySelectorAll<HTMLElement>('body *')].filter((element) => {
          const { overflowX, overflowY } = getComputedStyle(element);
          const { clientWidth, clientHeight, scrollWidth, scrollHeight } = element;
          // Words for screen readers alone stand in a box of one pixel on purpose.
          if (clientWidth <= 1 || clientHeight <= 1 || element.closest('svg')) return false;
          return (
            (overflowX === 'hidden' && scrollWidth > clientWidth + 1) ||
            (overflowY === 'hidden' && scrollHeight > clientHeight + 1)
          );
        });
        const wide = [...document.querySelectorAll('body *')].filter((element) => {
          // Its words too: they may leave a box that stays.
          const range = document.createRange();
          range.selectNodeContents(element);
          return range.getBoundingClientRect().right > width + 1;
        });
        const sideways =
          document.documentElement.scrollWidth > width + 1
            ? [
                `slides sideways: ${String(document.documentElement.scrollWidth)} px`,
                ...wide.map((element) => element.outerHTML.slice(0, 90)),
              ]
            : [];
        const moving = document.getAnimations().length > 0 ? ['moves'] : [];
        return [...cut.map((element) => element.outerHTML.slice(0, 120)), ...sideways, ...moving];
      },
      [spaced, viewport.width] as const,
    );
    expect(faults, where).toEqual([]);
  };
  for (const path of pages) {
    await page.goto(path);
    await look(path);
  }
  await begin(page, '.v');
  await look('a screen');
  await toBallot(page);
  await look('a form');
  await page.getByRole('button', { name: 'Entrer' }).click();
  await page
    .getByRole('button', { name: /^Voter/ })
    .first()
    .click();
  await expect(page.getByRole('radio').first()).toBeVisible();
  await look('a ballot');
}
