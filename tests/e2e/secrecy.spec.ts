// The secret of the ballot: whatever is chosen, everything that stays afterwards is the same, byte for byte.
import type { Browser, Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { loadEdition } from '../../src/lib/editions.ts';
import { listsOf } from '../../src/simulator/core/views.ts';
import { begin } from '../support/scenario.ts';
import { expect, test } from '../support/guide-test.ts';

interface Journey {
  readonly edition: string;
  readonly academy: string;
  readonly hash: string;
  /** From the vote's own link to the field of the code. */
  readonly tiles: readonly RegExp[];
  readonly enter: string;
  readonly results: RegExp;
}

/** One election for each way of choosing: check the choice on a page of its own, or read every logo first. */
const journeys: readonly Journey[] = [
  {
    edition: 'men-2018',
    academy: 'amiens',
    hash: '#1.e8.am.cd.pc.KMPRTV.v',
    tiles: [/^Voter/],
    enter: 'Entrer',
    results: /^Accéder aux résultats/,
  },
  {
    edition: 'men-2022',
    academy: 'versailles',
    hash: '#1.e2.vs.cd.pc.KMPRTV.v',
    tiles: [/^consulter les scrutins/, /^Voter/],
    enter: 'Valider',
    results: /^Résultats/,
  },
];

const sheet = (page: Page) => page.getByRole('article');
const title = (page: Page) => page.locator('#titre-ecran');
const fill = (page: Page) => sheet(page).getByRole('button', { name: /^remplir/ });

/** A press, once the former one is done with. */
async function press(page: Page, name: string | RegExp): Promise<void> {
  await expect(page.locator('.frame[aria-busy="true"]')).toHaveCount(0);
  const exact = typeof name === 'string';
  await page.getByRole('button', { name, exact }).first().click();
}

/** Two devices that draw the same numbers and show the same hour: what differs is the choice, or nothing. */
async function sameDevice(browser: Browser): Promise<Page> {
  const context = await browser.newContext();
  await context.addInitScript(() => {
    let drawn = 0;
    Object.defineProperty(crypto, 'getRandomValues', {
      value: <T extends ArrayBufferView>(into: T): T => {
        new Uint8Array(into.buffer, into.byteOffset, into.byteLength).forEach((_, n, all) => {
          drawn += 1;
          all[n] = (drawn * 151) % 256;
        });
        return into;
      },
    });
  });
  const page = await context.newPage();
  await page.clock.setFixedTime(new Date('2026-11-26T10:00:00+01:00'));
  return page;
}

/** Up to the bulletin of the first contest. */
async function openBallot(page: Page, { hash, tiles, enter }: Journey): Promise<void> {
  await page.goto(`/simulateur/${hash}`);
  await press(page, 'Commencer l’exercice');
  for (const tile of tiles) {
    await expect(
      sheet(page).getByRole('button', { name: tile }).or(fill(page)).first(),
    ).toBeVisible();
    if ((await fill(page).count()) === 0) await press(page, tile);
  }
  await expect(fill(page).first()).toBeVisible();
  await fill(page).first().click();
  await press(page, enter);
  await press(page, /^Voter : /);
}

async function choose(page: Page, choice: string): Promise<void> {
  const want = page.getByRole('button', { name: 'Je veux voter' });
  const radio = page.getByRole('radio', { name: choice, exact: true });
  await expect(want.or(radio).first()).toBeVisible();
  if ((await want.count()) > 0) {
    await want.click();
    await press(page, new RegExp(`${choice}$`));
  } else {
    await radio.check();
    await press(page, 'Vérifier mon choix');
  }
  await expect(page.locator('.chosen b')).toHaveText(choice);
  await press(page, /^(?:Confirmer mon vote|Je vote)$/);
  await press(page, /^Garder la preuve/);
  await expect(page.getByText('Preuve gardée')).toBeVisible();
}

/** Everything that outlives a screen, and the screen. */
function everything(page: Page) {
  return page.evaluate(async () => {
    const asked = <T>(request: IDBRequest<T>) =>
      new Promise<T>((done, fail) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => fail(new Error('cannot read'));
      });
    const stores: Record<string, string> = {};
    for (const { name = '' } of await indexedDB.databases()) {
      const db = await asked(indexedDB.open(name));
      for (const store of db.objectStoreNames) {
        const inside = db.transaction(store).objectStore(store);
        const all = [await asked(inside.getAllKeys()), await asked(inside.getAll())];
        stores[`${name} / ${store}`] = JSON.stringify(all, (_, value: unknown) =>
          value instanceof Uint8Array ? [...value] : value,
        );
      }
      db.close();
    }
    await navigator.serviceWorker.ready;
    const kept: Record<string, readonly string[]> = {};
    for (const name of await caches.keys())
      kept[name] = (await (await caches.open(name)).keys()).map(({ url }) => url).sort();
    return {
      address: location.href,
      history: [history.length, JSON.stringify(history.state)],
      title: document.title,
      cookies: document.cookie,
      local: Object.entries(localStorage),
      session: Object.entries(sessionStorage),
      stores,
      kept,
      shown: document.body.innerHTML,
    };
  });
}

/** The file of the journal, as it would be handed on. */
async function exported(page: Page): Promise<string> {
  await page.getByText('Journal', { exact: true }).click();
  const saving = page.waitForEvent('download');
  await press(page, 'enregistrer le journal dans un fichier');
  return readFile(await (await saving).path(), 'utf8');
}

/** In again on the day, to the page of results. */
async function readResults(page: Page, { results }: Journey): Promise<string> {
  await press(page, /^calendrier/);
  await press(page, /^y aller : Ouverture : les résultats/);
  await press(page, /^ordinateur/);
  const door = sheet(page).getByRole('button', { name: results });
  const go = sheet(page).locator('form button.go');
  const shown = sheet(page).locator('.result').first();
  for (let steps = 0; steps < 6 && (await shown.count()) === 0; steps += 1) {
    await expect(page.locator('.frame[aria-busy="true"]')).toHaveCount(0);
    const before = await title(page).textContent();
    if ((await door.count()) > 0) await door.first().click();
    else if ((await go.count()) > 0) {
      for (const one of await fill(page).all()) await one.click();
      const image = (await sheet(page).getByRole('img').locator('text').allTextContents()).join('');
      if (image !== '') await sheet(page).getByRole('textbox', { name: /image/ }).fill(image);
      await go.click();
    } else await press(page, /^espace électeur/);
    await expect(title(page)).not.toHaveText(before ?? '');
  }
  await expect(shown).toBeVisible();
  return page.locator('.frame').innerHTML();
}

/** One voter, on a device of her own: what is left behind, and what was asked of the network meanwhile. */
async function vote(browser: Browser, journey: Journey, choice: string, waits: boolean) {
  const page = await sameDevice(browser);
  await openBallot(page, journey);
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await choose(page, choice);
  const left = { ...(await everything(page)), file: await exported(page), requests };
  const results = waits ? await readResults(page, journey) : null;
  await page.context().close();
  return { ...left, results };
}

for (const journey of journeys) {
  test(`${journey.edition}: each list in turn, and the blank vote, leave the same behind`, async ({
    browser,
  }) => {
    // Seven devices one after the other: seconds each on a machine that does other things at once.
    test.setTimeout(120_000);
    const edition = loadEdition(journey.edition);
    const world = begin(edition, { academy: journey.academy });
    const contest = world.persona.contests[0]?.id ?? '';
    const choices = [...listsOf(edition, world, contest).map(({ name }) => name), 'Vote blanc'];
    expect(choices.length).toBeGreaterThan(4);
    const first = await vote(browser, journey, choices[0] ?? '', true);
    // The comparison has something to compare.
    expect(JSON.stringify(first.stores)).toContain('BallotCast');
    expect(first.file).toContain('BallotCast');
    expect(first.results).toContain('Résultats inventés');
    expect(first.requests).toEqual([]);
    for (const choice of choices.slice(1)) {
      // The results take long to reach: for the first list and the blank vote; tally.test.ts asks the rest.
      const waits = choice === choices.at(-1);
      const other = await vote(browser, journey, choice, waits);
      expect(other, choice).toEqual(waits ? first : { ...first, results: null });
    }
  });
}
