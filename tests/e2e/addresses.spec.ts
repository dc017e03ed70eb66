// What people type by hand, or find on old paper: it arrives, or the page says where to go.
import { accessFaults } from '../support/access-faults.ts';
import { expect, test } from '../support/guide-test.ts';

test('a department’s number, a town in capitals and an old address arrive at the academy', async ({
  page,
}) => {
  for (const [typed, arrives] of [
    ['/38', 'grenoble'],
    ['/Grenoble/', 'grenoble'],
    ['/NOUM%C3%89A', 'nouvelle-caledonie'],
    ['/elections/men-2026/caen/', 'normandie'],
  ] as const) {
    await page.goto(typed);
    await expect(page, typed).toHaveURL(new RegExp(`/elections/men-2026/${arrives}/$`, 'u'));
  }
});

test('a short address arrives also once the worker is there, and again without network', async ({
  page,
  context,
}) => {
  await page.goto('/elections/men-2026/grenoble/');
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await page.reload();
  await page.goto('/38/');
  await expect(page).toHaveURL(/\/elections\/men-2026\/grenoble\/$/u);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Grenoble');
  await context.setOffline(true);
  await page.goto('/elections/men-2026/grenoble/');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Grenoble');
});

test('a name that two academies answer to asks which', async ({ page }) => {
  await page.goto('/vienne/');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('quelle académie');
  await page.getByRole('link', { name: 'Académie de Poitiers' }).click();
  await expect(page).toHaveURL(/\/poitiers\/$/u);
});

test.describe('a page that does not exist', () => {
  test('guesses from the words of the address, with their slips', async ({ page }) => {
    for (const [typed, found] of [
      ['/ca-bloque/code-perdue/', 'perdu ma lettre'],
      ['/elections/men-2026/grenobel/', 'Académie de Grenoble'],
      ['/messagerie-bloquee.html', 'messagerie'],
    ] as const) {
      await page.goto(typed);
      const guess = page.locator('[data-lost]').getByRole('link').first();
      await expect(guess, typed).toContainText(new RegExp(found, 'iu'));
    }
  });
  test('guesses nothing from nonsense, and keeps four ways on', async ({ page }) => {
    await page.goto('/zzqxw/%3Cb%3Ewkrr%3C%2Fb%3E/');
    await expect(page.getByRole('link', { name: 'Chercher dans le guide' })).toBeVisible();
    await expect(page.locator('[data-lost]').getByRole('link')).toHaveCount(0);
  });
  test('has nothing that axe would find', async ({ page }) => {
    for (const path of ['/grenobel/', '/vienne/']) {
      await page.goto(path);
      expect(await accessFaults(page), path).toEqual([]);
    }
  });
});
