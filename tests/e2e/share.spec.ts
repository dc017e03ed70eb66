// The kit of whoever informs colleagues: today's message, one tap to copy, a name that stays in the page, a code that reads.
import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { siteFolder } from '../../src/tools/run.ts';
import { accessFaults } from '../support/access-faults.ts';
import { guidePages } from '../support/release.ts';
import { expect, test } from '../support/guide-test.ts';
import { pasted } from '../support/pasted.ts';
import { readQr } from '../support/read-qr.ts';

const kit = '/partager/grenoble/';
const now = '/elections/men-2026/grenoble/';
const today = (page: Page) => page.locator('[data-today]');
const shownMoments = (page: Page) =>
  page
    .locator('[data-moment]:visible')
    .evaluateAll((sections) => sections.map((section) => section.getAttribute('data-moment')));

async function at(page: Page, moment: string, path = kit): Promise<void> {
  await page.clock.setFixedTime(new Date(moment));
  await page.goto(path);
}

test('every academy and service of the current election has its kit', () =>
  expect(
    guidePages(siteFolder).filter((path) => /^\/partager\/[a-z-]+\/$/u.test(path)),
  ).toHaveLength(34));

test.describe('« aujourd’hui, envoyez ceci »', () => {
  for (const [moment, name] of [
    ['2026-11-26T12:00:00+01:00', 'j-10'],
    ['2026-11-30T00:00:00+01:00', 'j-3'],
    ['2026-12-03T08:00:00+01:00', 'ouverture'],
    ['2026-12-07T08:00:00+01:00', 'lundi'],
    ['2026-12-08T08:00:00+01:00', 'date-prudente'],
    ['2026-12-10T23:59:00+01:00', 'dernier-jour'],
    ['2026-12-11T00:00:00+01:00', 'apres'],
  ] as const)
    test(`on ${moment} it is « ${name} »`, async ({ page }) => {
      await at(page, moment);
      await expect(today(page).locator('[data-moment]')).toHaveAttribute('data-moment', name);
      expect(await shownMoments(page)).toEqual([name]);
    });

  test('midnight passes while the page is open', async ({ page }) => {
    await page.clock.install({ time: new Date('2026-12-02T23:58:30+01:00') });
    await page.goto(kit);
    await expect(today(page).locator('[data-moment]')).toHaveAttribute('data-moment', 'j-3');
    await page.clock.runFor(180_000);
    await expect(today(page).locator('[data-moment]')).toHaveAttribute('data-moment', 'ouverture');
  });

  test('a clock earlier than the page switches nothing, and says so', async ({ page }) => {
    await at(page, '2026-01-05T08:00:00+01:00');
    await expect(page.locator('[data-clock]')).toBeVisible();
    expect(await shownMoments(page)).toHaveLength(8);
  });

  test('the other moments are one tap away, in their order', async ({ page }) => {
    await at(page, '2026-12-07T08:00:00+01:00');
    await page.getByText('Les autres moments').click();
    expect(await shownMoments(page)).toEqual([
      'lundi',
      'j-10',
      'j-3',
      'ouverture',
      'date-prudente',
      'dernier-jour',
      'panne',
      'apres',
    ]);
  });
});

test.describe('with a clipboard', () => {
  test('one tap copies the SMS and its link, and says so', async ({ page, baseURL }) => {
    await at(page, '2026-12-07T08:00:00+01:00');
    await today(page).getByRole('button', { name: 'Copier le SMS' }).click();
    await expect(today(page).getByText('Copié, avec le lien.')).toBeVisible();
    expect(await pasted(page)).toBe(
      `Élections pro État, fin le jeudi 10 décembre. Blocage, que faire. ${baseURL ?? ''}${now}`,
    );
  });

  test('the e-mail comes with its subject, the link and the free choice', async ({
    page,
    baseURL,
  }) => {
    await at(page, '2026-12-07T08:00:00+01:00');
    await today(page).getByRole('button', { name: 'Copier le courriel' }).click();
    await expect(today(page).getByText('Copié, avec le lien.')).toBeVisible();
    const text = await pasted(page);
    expect(text).toMatch(/^Objet\s: Élections professionnelles, /u);
    expect(text).toContain(`\n\n${baseURL ?? ''}${now}\n\n`);
    expect(text).toMatch(/Chacun vote comme il veut, ou pas\.$/u);
  });

  test('each situation leads to its own page', async ({ page, baseURL }) => {
    await page.goto(kit);
    for (const [title, path] of [
      ['Pour une ou un AESH', '/est-ce-mon-election/#contrat-d-etablissement'],
      ['Pour le privé sous contrat', '/est-ce-mon-election/#prive'],
      ['Messagerie jamais ouverte', '/ca-bloque/jamais-ouvert-ma-messagerie/'],
      ['Lettre ou code perdu', '/ca-bloque/code-perdu/'],
    ] as const) {
      const fold = page.locator('details', { hasText: title }).last();
      await page.locator('summary', { hasText: title }).click();
      await fold.getByRole('button', { name: 'Copier le message' }).click();
      await expect(fold.getByText('Copié, avec le lien.')).toBeVisible();
      expect(await pasted(page)).toContain(`${baseURL ?? ''}${path}`);
    }
  });

  test('a name and a phone sign what is copied, and are gone after a reload', async ({ page }) => {
    await page.goto(kit);
    await page.getByText('Signer mes messages').click();
    await page.getByLabel('Mon nom').fill('Aude Vizé');
    await page.getByLabel('Mon numéro').fill('01 99 00 00 00');
    await today(page).getByRole('button', { name: 'Copier le SMS' }).click();
    await expect(today(page).getByText('Copié, avec le lien.')).toBeVisible();
    expect(await pasted(page)).toMatch(/\nAude Vizé, 01 99 00 00 00$/u);
    const stored = await page.evaluate(() =>
      JSON.stringify({ ...localStorage, ...sessionStorage }),
    );
    expect(stored).not.toMatch(/Vizé|01 99/u);
    expect(page.url()).not.toMatch(/[?#]/u);
    await page.reload();
    await page.getByText('Signer mes messages').click();
    await expect(page.getByLabel('Mon nom')).toHaveValue('');
    await expect(page.locator('main')).not.toContainText('Vizé');
  });

  test('a secret is softly refused, and never copied', async ({ page }) => {
    await page.goto(kit);
    await page.getByText('Signer mes messages').click();
    await page.getByLabel('Mon nom').fill('06E1234567ABC');
    await expect(page.locator('#alerte-nom')).toBeVisible();
    await today(page).getByRole('button', { name: 'Copier le SMS' }).click();
    await expect(today(page).getByText('Copié, avec le lien.')).toBeVisible();
    expect(await pasted(page)).not.toContain('06E1234567ABC');
  });

  test('where nothing is shared, « partager le lien » copies it and says so', async ({
    page,
    baseURL,
  }) => {
    await page.addInitScript(() => {
      Reflect.deleteProperty(Navigator.prototype, 'share');
    });
    await page.goto(kit);
    await expect(page.getByRole('button', { name: 'Partager le SMS' })).toHaveCount(0);
    await page.getByRole('button', { name: 'Partager le lien' }).click();
    await expect(page.getByText('Lien copié.')).toBeVisible();
    expect(await pasted(page)).toBe(`${baseURL ?? ''}${now}`);
  });

  test('where sharing fails, the message is copied; closing the sheet is no failure', async ({
    page,
  }) => {
    const refuse = (name: string) =>
      page.evaluate((name) => {
        Object.defineProperty(Navigator.prototype, 'share', {
          configurable: true,
          value: () => Promise.reject(new DOMException('', name)),
        });
      }, name);
    await page.addInitScript(() => {
      Object.defineProperty(Navigator.prototype, 'share', { configurable: true, value: () => 0 });
    });
    await page.goto(kit);
    await refuse('AbortError');
    await today(page).getByRole('button', { name: 'Partager le SMS' }).click();
    await expect(today(page).getByText('Copié, avec le lien.')).toHaveCount(0);
    await refuse('NotAllowedError');
    await today(page).getByRole('button', { name: 'Partager le SMS' }).click();
    await expect(today(page).getByText('Copié, avec le lien.')).toBeVisible();
  });
});

test('the device’s own sheet gets the text and the link apart', async ({ page, baseURL }) => {
  await page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'share', {
      configurable: true,
      value: (what: ShareData) => {
        document.documentElement.dataset['shared'] = JSON.stringify(what);
        return Promise.resolve();
      },
    });
  });
  await at(page, '2026-12-03T08:00:00+01:00');
  await today(page).getByRole('button', { name: 'Partager le message' }).click();
  const shared = await page.locator('html').getAttribute('data-shared');
  const what: unknown = JSON.parse(shared ?? '{}');
  expect(what).toEqual({
    url: `${baseURL ?? ''}${now}`,
    text: expect.stringMatching(/^[^:/]*quoi faire et à qui demander\.\n\nCe lien mène/u),
  });
});

test('without any clipboard the message stays selected', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined });
    document.execCommand = () => false;
  });
  await at(page, '2026-12-07T08:00:00+01:00');
  await today(page).getByRole('button', { name: 'Copier le message' }).click();
  await expect(today(page).getByText('Le message est sélectionné')).toBeVisible();
  expect(await page.evaluate(() => String(getSelection()))).toContain('le dernier jour du vote');
});

test.describe('the QR code', () => {
  for (const colorScheme of ['light', 'dark'] as const)
    test(`is drawn when asked for, and read again from the screen (${colorScheme})`, async ({
      page,
      baseURL,
    }) => {
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.emulateMedia({ colorScheme });
      await page.goto(kit);
      expect(asked.filter((url) => /\/qr\./u.test(url))).toEqual([]);
      await page.locator('[data-bare]').getByRole('button', { name: 'Code QR' }).click();
      const code = page.getByRole('img', { name: `Code QR vers ${baseURL ?? ''}${now}` });
      await expect(code).toBeVisible();
      expect(await readQr(page, await code.screenshot())).toBe(`${baseURL ?? ''}${now}`);
      expect(asked.every((url) => url.startsWith(baseURL ?? 'nowhere'))).toBe(true);
    });

  test('is kept as PNG and as SVG, and both are read again', async ({ page, baseURL }) => {
    // A browser makes pictures when it has nothing else to do: on a busy machine that is late.
    test.setTimeout(180_000);
    await page.goto(kit);
    await page.locator('summary', { hasText: 'Lettre ou code perdu' }).click();
    const fold = page.locator('#situation-code-perdu');
    await fold.getByRole('button', { name: 'Code QR' }).click();
    const kept = async (format: 'PNG' | 'SVG') => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        fold.getByRole('button', { name: `Enregistrer en ${format}` }).click(),
      ]);
      expect(download.suggestedFilename()).toBe(
        `code-qr-ca-bloque-code-perdu.${format.toLowerCase()}`,
      );
      return readFileSync(await download.path());
    };
    const address = `${baseURL ?? ''}/ca-bloque/code-perdu/`;
    expect(await readQr(page, await kept('PNG'))).toBe(address);
    const drawing = await kept('SVG');
    await page.goto('about:blank');
    await page.setContent(drawing.toString('utf8'));
    expect(await readQr(page, await page.locator('svg').screenshot())).toBe(address);
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
  test('every moment stands in order with its days, its three lengths and its link', async ({
    page,
  }) => {
    await page.goto(kit);
    expect(await shownMoments(page)).toHaveLength(8);
    const heads = await page
      .locator('[data-moment]')
      .evaluateAll((all) =>
        all.map(
          (one) =>
            `${one.querySelector('h3')?.textContent ?? ''} ${one.querySelector('.days')?.textContent ?? ''}`,
        ),
      );
    expect(heads.map((words) => words.replace(/\s+/gu, ' ').trim())).toEqual([
      'Dix jours avant du lundi 23 novembre au dimanche 29 novembre',
      'Trois jours avant du lundi 30 novembre au mercredi 2 décembre',
      'Le vote commence du jeudi 3 décembre au dimanche 6 décembre',
      'Le lundi lundi 7 décembre',
      'La date prudente du mardi 8 décembre au mercredi 9 décembre',
      'Le dernier jour jeudi 10 décembre',
      'Le portail ne répond pas Seulement si vous le constatez.',
      'Après le dernier jour',
    ]);
    await expect(page.locator('[data-moment="j-3"] [data-link]')).toHaveCount(3);
    await page.locator('summary', { hasText: 'Lettre ou code perdu' }).click();
    await page.locator('#situation-code-perdu [data-link]').first().click();
    await expect(page).toHaveURL(/\/ca-bloque\/code-perdu\/$/u);
  });
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`nothing stands in the way at 320 px, and nothing slides sideways (${colorScheme})`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 320, height: 568 });
    for (const path of ['/partager/', kit, '/partager/saint-pierre-et-miquelon/']) {
      await at(page, '2026-12-07T08:00:00+01:00', path);
      await page.evaluate(() => {
        for (const fold of document.querySelectorAll('main details')) fold.setAttribute('open', '');
      });
      if (path !== '/partager/')
        await page.locator('[data-bare]').getByRole('button', { name: 'Code QR' }).click();
      expect(await accessFaults(page)).toEqual([]);
      expect(
        await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        ),
      ).toBe(0);
    }
  });

test('doors lead here: home, the academy, the foot of each page', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Je partage' }).click();
  await page.getByRole('link', { name: 'Grenoble' }).click();
  await expect(page).toHaveURL(kit);
  await page.goto(now);
  await page.getByRole('link', { name: 'Partager cette page' }).click();
  await expect(page).toHaveURL(kit);
  await expect(page.locator('footer').getByRole('link', { name: 'Partager' })).toHaveAttribute(
    'href',
    '/partager/',
  );
});
