// Five readers with a phone: from home, each has the next gesture, a person and a message within three taps; then the
// same without network, on pages that were never read, and for whoever only ever opened the home page.
import type { Page } from '@playwright/test';
import { carriedPaths } from '../../src/tools/offline.ts';
import { serveSite } from '../../src/tools/serve.ts';
import { copySite, remove } from '../support/release.ts';
import { expect, test } from '../support/guide-test.ts';

type Story = {
  readonly reader: string;
  /** What the device's clock shows. */
  readonly at?: string;
  /** CSS pixels. 360 px magnified three times leave 120. */
  readonly width?: number;
  /** Links, by the words on them. */
  readonly taps: readonly (string | RegExp)[];
  /** What the reader types in the search, and the words on the links from there. */
  readonly search: readonly [typed: string, ...taps: RegExp[]];
  readonly gesture: string;
  readonly person: string;
  /** Words of the message ready to send, on the last page. */
  readonly message: string;
  readonly also?: (page: Page) => Promise<void>;
  /** The academy whose page was read, one day, with a network. */
  readonly academy: string;
};

const stories: readonly Story[] = [
  {
    reader: 'je suis AESH à Mayotte, jamais ouvert ma messagerie, vingt minutes',
    academy: 'mayotte',
    taps: [/^Mayotte/, 'Je n’ouvre pas ma messagerie'],
    search: [
      'je suis AESH à Mayotte, jamais ouvert ma messagerie, vingt minutes',
      /jamais ouvert ma messagerie/,
    ],
    gesture: 'Essayez une fois, sans vous acharner.',
    person: 'Le secrétariat ou la direction de votre lieu de travail',
    message: 'Je n’ai pas accès à ma messagerie professionnelle',
    also: async (page) => {
      // The academy that was read is remembered: no link leads to an address that nobody knows.
      await expect(page.locator('[data-my-line]')).toHaveText(/Mayotte.*au secrétariat/);
    },
  },
  {
    reader: 'j’ai perdu mon papier, c’est le dernier soir (360 px, zoom 300 %)',
    academy: 'dijon',
    at: '2026-12-10T20:30:00+01:00',
    width: 120,
    taps: ['J’ai perdu ma lettre ou mon code'],
    search: ['j’ai perdu mon papier, c’est le dernier soir', /J’ai perdu ma lettre ou mon code/],
    gesture: 'Cherchez la lettre elle-même, en entier.',
    person: 'Un collègue, ou un contact près de chez vous',
    message: 'Pouvez-vous m’indiquer la marche à suivre',
    also: async (page) => {
      await expect(page.getByText('ne gardez rien pour le lendemain')).toBeVisible();
      await expect(page.getByText('Demain matin :')).toBeHidden();
    },
  },
  {
    reader: 'j’ai perdu mon papier, c’est le dernier soir (1280 px, zoom 300 %)',
    academy: 'lille',
    at: '2026-12-10T20:30:00+01:00',
    width: 427,
    taps: ['J’ai perdu ma lettre ou mon code'],
    search: ['j’ai perdu mon papier, c’est le dernier soir', /J’ai perdu ma lettre ou mon code/],
    gesture: 'Cherchez la lettre elle-même, en entier.',
    person: 'Un collègue, ou un contact près de chez vous',
    message: 'Pouvez-vous m’indiquer la marche à suivre',
  },
  {
    reader: 'je suis au vice-rectorat de Nouméa',
    academy: 'nouvelle-caledonie',
    taps: [/^Nouvelle-Calédonie/, 'un message prêt pour le demander'],
    search: [
      'je suis au vice-rectorat de Nouméa',
      /Vice-rectorat de la Nouvelle-Calédonie/,
      /un message prêt pour le demander/,
    ],
    gesture: 'Ouvrez votre messagerie professionnelle.',
    person: 'Le site officiel : Vice-rectorat de la Nouvelle-Calédonie',
    message: 'ces dates valent-elles pour moi ?',
  },
  {
    reader: 'j’enseigne dans le privé',
    academy: 'rennes',
    taps: [/^Privé sous contrat/, 'J’enseigne dans le privé sous contrat', 'Un message prêt'],
    search: ['j’enseigne dans le privé', /enseignement privé sous contrat/, /Un message prêt/],
    gesture: 'Préparez les mêmes choses que tout le monde',
    person: 'le service de l’académie qui gère les maîtres du privé',
    message: 'ces dates valent-elles pour moi ?',
  },
  {
    reader: 'j’aide ma mère',
    academy: 'toulouse',
    taps: [/^(?:J’)?aide[r]? quelqu’un/i, 'Ma mère, mon père, un proche'],
    search: ['j’aide ma mère', /^J’aide .*proche|J’aide ma mère/i],
    gesture: 'Préparez l’appareil ensemble, puis laissez-lui la place.',
    person: 'Le secrétariat ou la direction de son lieu de travail',
    message: 'C’est toi qui tapes et toi qui choisis.',
    also: async (page) => {
      await expect(page.getByText('Voter « à sa place », même si elle le demande.')).toBeVisible();
    },
  },
];

/** The page's no-break spaces are as good as ordinary ones. */
const plain = (words: string) =>
  new RegExp(words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+'));

/** Walks from the home page that is open; says on which tap each thing was first seen. */
async function walk(page: Page, { taps, gesture, person, message }: Story): Promise<void> {
  const missing = new Map([
    ['the next gesture', plain(gesture)],
    ['a person', plain(person)],
    ['a message', plain(message)],
  ]);
  for (const words of taps) {
    const link = page.getByRole('link', {
      name: typeof words === 'string' ? plain(words) : words,
    });
    await link.first().click();
    await page.waitForLoadState();
    await expect(page.locator('h1').first()).toBeVisible();
    for (const [what, said] of missing)
      if (await page.locator('main').getByText(said).first().isVisible()) missing.delete(what);
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(sideways, page.url()).toBe(0);
  }
  expect([...missing.keys()]).toEqual([]);
  await expect(page.locator('[data-message] [data-body]')).toContainText(plain(message));
}

/** A first visit, until the worker has kept the page. */
async function openHome(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/`);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await isKept(page, '/');
}

const isKept = (page: Page, path: string) =>
  expect
    .poll(() => page.evaluate((key) => caches.match(key).then(Boolean), path), { message: path })
    .toBe(true);

test('nobody needs more than three taps, nor more by the search', () => {
  for (const { taps, search, reader } of stories) {
    expect(taps.length, reader).toBeLessThanOrEqual(3);
    // The first one opens the search; what is typed is no tap.
    expect(search.length, reader).toBeLessThanOrEqual(3);
  }
});

for (const story of stories) {
  test.describe(story.reader, () => {
    test.use({ viewport: { width: story.width ?? 360, height: 740 } });

    test('the next gesture, a person and a message', async ({ page }) => {
      if (story.at !== undefined) await page.clock.setFixedTime(new Date(story.at));
      await page.goto('/');
      await walk(page, story);
      await story.also?.(page);
      await page.getByRole('button', { name: 'Copier le message' }).click();
      await expect(page.locator('.copy-row [role="status"]')).toContainText(/copi/);
    });

    test('the same by search', async ({ page }) => {
      if (story.at !== undefined) await page.clock.setFixedTime(new Date(story.at));
      const [typed, ...taps] = story.search;
      await page.goto('/');
      await page.getByRole('link', { name: plain('Chercher dans le guide') }).click();
      await page.getByLabel('Un mot, une phrase, un département').fill(typed);
      await walk(page, { ...story, taps });
    });

    test('the same without network, on pages that were never read', async ({ page }) => {
      const dir = copySite();
      const site = await serveSite({ dir, port: 4360 + test.info().parallelIndex });
      try {
        if (story.at !== undefined) await page.clock.setFixedTime(new Date(story.at));
        await openHome(page, site.address);
        await page.goto(`${site.address}/elections/men-2026/${story.academy}/`);
        for (const path of carriedPaths(dir)) await isKept(page, path);
        await site.stop();
        await page.goto(`${site.address}/`);
        await walk(page, story);
        await story.also?.(page);
        // And the same by search.
        const [typed, ...taps] = story.search;
        await page.goto(`${site.address}/`);
        await page.getByRole('link', { name: plain('Chercher dans le guide') }).click();
        await page.getByLabel('Un mot, une phrase, un département').fill(typed);
        await walk(page, { ...story, taps });
      } finally {
        await site.stop();
        remove(dir);
      }
    });

    test('who only ever opened the home page, sparing data, is not left alone without network', async ({
      page,
    }) => {
      const dir = copySite();
      const site = await serveSite({ dir, port: 4360 + test.info().parallelIndex });
      try {
        if (story.at !== undefined) await page.clock.setFixedTime(new Date(story.at));
        // A device that spares data carries nothing along.
        const devtools = await page.context().newCDPSession(page);
        await devtools.send('Emulation.setDataSaverOverride', { dataSaverEnabled: true });
        await openHome(page, site.address);
        await site.stop();
        await page.goto(`${site.address}/`);
        await walk(page, {
          ...story,
          taps: story.taps.slice(0, 1),
          gesture: 'Sans attendre le réseau, à qui demander',
          person: 'Le secrétariat ou la direction de votre lieu de travail',
          message: 'Une étape me bloque',
        });
      } finally {
        await site.stop();
        remove(dir);
      }
    });
  });
}
