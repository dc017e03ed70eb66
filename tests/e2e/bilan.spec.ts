// The bilan in a real browser: it comes when the goal is reached, or when it is asked for, and prints alone.
import type { Page } from '@playwright/test';
import { expect, test } from '../support/guide-test.ts';

const title = (page: Page) => page.locator('#titre-ecran');
const bilan = (page: Page) => page.getByRole('group', { name: 'Bilan de l’exercice' });
const end =
  'Exercice terminé. Rien n’est parti d’ici. Si vous avez déjà voté, votre vote ne change pas. Sinon, le vrai vote se fait sur le portail officiel.';

async function begin(page: Page, exercise: string): Promise<void> {
  await page.goto(`/simulateur/#1.${exercise}.ACDEFG`);
  const start = page.getByRole('button', { name: 'Commencer l’exercice' });
  await expect(start).toBeEnabled();
  await start.click();
  await expect(title(page)).toBeFocused();
}

const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name }).first().click();

test.use({ viewport: { width: 320, height: 640 } });

test('asked for, it has the focus, says what remains, and going on comes back to the page', async ({
  page,
}) => {
  await begin(page, 'e8.gr.cd.rs');
  await press(page, 'terminer et voir le bilan');
  await expect(bilan(page)).toBeFocused();
  await expect(bilan(page)).toContainText('Reste : les résultats, lus');
  await expect(page.locator('.end')).toContainText(end);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await press(page, 'continuer l’exercice');
  await expect(bilan(page)).toHaveCount(0);
  await expect(title(page)).toBeFocused();
});

test('reached, it is announced where one stands, and tells what went wrong on the way', async ({
  page,
}) => {
  await begin(page, 'e8.gr.cd.rs');
  await press(page, 'CONTINUER');
  await expect(page.locator('.refusal')).toHaveCount(1);
  await press(page, /^remplir/);
  await press(page, 'CONTINUER');
  await expect(page.getByLabel(/mot de passe/i).first()).toBeVisible();
  await press(page, /^remplir/);
  await page.locator('.frame button.go').click();
  await press(page, /résultats/i);
  await expect(title(page)).toHaveText('Résultats');
  await expect(page.getByText('Vous êtes au but de cet exercice.')).toBeVisible();
  await expect(title(page)).toBeFocused();
  await press(page, 'voir le bilan');
  await expect(bilan(page)).toBeFocused();
  await expect(bilan(page)).toContainText('Fait : les résultats, lus');
  await expect(bilan(page)).toContainText('À l’étape « le compte » : Cette case est vide.');
  await expect(page.locator('.end')).toContainText(end);
});

test('on paper there is the bilan, its frame that says EXERCICE, and nothing else', async ({
  page,
}) => {
  await page.addInitScript(() => {
    window.print = () => undefined;
  });
  await begin(page, 'e2.gr.cd.vb');
  await press(page, 'terminer et voir le bilan');
  await press(page, 'imprimer ce bilan');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { name: 'EXERCICE' })).toBeVisible();
  await expect(bilan(page)).toBeVisible();
  await expect(page.locator('.end')).toContainText('Rien n’est parti d’ici.');
  await expect(title(page)).toBeHidden();
  await expect(page.getByRole('button', { name: 'imprimer ce bilan' })).toBeHidden();
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(title(page)).toBeVisible();
});
