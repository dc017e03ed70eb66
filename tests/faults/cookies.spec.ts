// « Block all cookies » in the browser's own settings: storage, worker and memory of the site all go with it.
import { siteFolder } from '../../src/tools/run.ts';
import { serveSite } from '../../src/tools/serve.ts';
import { expect, scriptsDone, test } from '../support/guide-test.ts';
import { lockedRoom } from '../support/lone-file.ts';

test('all cookies blocked: the guide is whole, and an exercise goes to its receipt in memory, and says so', async () => {
  const site = await serveSite({ dir: siteFolder, port: 4440 + test.info().parallelIndex });
  const room = await lockedRoom('refused', 'online');
  try {
    const page = await room.context.newPage();
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    for (const path of ['/', '/memo/', '/hors-ligne/', '/partager/grenoble/']) {
      await page.goto(site.address + path);
      await scriptsDone(page);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    }
    await page.goto(`${site.address}/simulateur/#1.e8.gr.cd.pc.KMPRTV.v`);
    await page.getByRole('button', { name: 'Commencer l’exercice' }).click();
    await expect(page.getByText('En mémoire seulement')).toBeVisible();
    await page.getByRole('button', { name: /^Voter/ }).click();
    await page.getByRole('button', { name: /^remplir/ }).click();
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
  } finally {
    await room.close();
    await site.stop();
  }
});
