// What a browser or an extension does in a field by itself: fills it in, keeps what was typed, sends it off to be spelled.
import type { Page } from '@playwright/test';
import { expect, test } from '../support/guide-test.ts';
import { marks, obeyInside, patience } from '../support/obey-inside.ts';

/** Notes every field that ever stands in the page, and what it leaves to the browser. */
async function watchFields(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const open = new Set<string>();
    Reflect.set(globalThis, 'openFields', open);
    Reflect.set(globalThis, 'seenFields', 0);
    const written = 'input:not([type=radio], [type=checkbox], [type=file], [type=range]), textarea';
    const look = () => {
      for (const field of document.querySelectorAll<HTMLInputElement>(written)) {
        Reflect.set(globalThis, 'seenFields', Number(Reflect.get(globalThis, 'seenFields')) + 1);
        const name = `${location.pathname} ${field.id}`;
        if (field.type === 'password') open.add(`${name}: a password, for a manager to keep`);
        if (field.autocomplete !== 'off') open.add(`${name}: may be filled in from elsewhere`);
        if (field.spellcheck) open.add(`${name}: may be sent away to be spelled`);
      }
    };
    new MutationObserver(look).observe(document, { childList: true, subtree: true });
  });
}
const openFields = (page: Page) =>
  page.evaluate(() => [...(Reflect.get(globalThis, 'openFields') as Set<string>)]);
const seenFields = (page: Page) =>
  page.evaluate(() => Number(Reflect.get(globalThis, 'seenFields')));

test('no field of the guide is left to a password manager, nor to a spell-check that sends words away', async ({
  page,
}) => {
  await watchFields(page);
  for (const path of [
    '/',
    '/recherche/',
    '/memo/',
    '/partager/grenoble/',
    '/aider/parent/',
    '/ca-bloque/code-perdu/',
    '/animer/imprimer/',
    '/simulateur/',
    '/simulateur/#projeter',
  ]) {
    await page.goto(path);
    await expect.poll(() => seenFields(page), path).toBeGreaterThan(0);
    expect(await openFields(page)).toEqual([]);
  }
});

for (const [year, hash] of [
  ['2014', '1.e4.gr.cd.pc.KMPRTV'],
  ['2018', '1.e8.gr.cd.pc.KMPRTV'],
  ['2022', '1.e2.gr.cd.pc.KMPRTV'],
] as const)
  test(`no field of a whole exercise of ${year} is left to them either`, async ({ page }) => {
    test.slow();
    await watchFields(page);
    await page.goto(`/simulateur/#${hash}`);
    await page.getByRole('button', { name: 'Commencer l’exercice' }).click();
    const help = page.getByRole('button', { name: 'Coup de main' });
    await help.click();
    await page.getByRole('radio', { name: 'guidé', exact: true }).check();
    await help.click();
    await page.evaluate(obeyInside, [marks, patience] as const);
    await expect(page.getByText('Exercice terminé. Rien n’est parti d’ici.')).toBeVisible();
    expect(await seenFields(page)).toBeGreaterThan(5);
    expect(await openFields(page)).toEqual([]);
  });

test('filled in by an extension, a form is as good as typed; what was wrong is said beneath its field', async ({
  page,
}) => {
  await page.goto('/simulateur/#1.e8.gr.cd.pc.KMPRTV.v');
  await page.getByRole('button', { name: 'Commencer l’exercice' }).click();
  await page.getByRole('button', { name: /^Voter/ }).click();
  await page.getByRole('button', { name: /^remplir/ }).click();
  const field = page.getByLabel('Identifiant électeur', { exact: true });
  const code = await field.inputValue();
  /** As they do: the value behind the page's back, then the two events of a hand. */
  const fillIn = (value: string) =>
    field.evaluate((input: HTMLInputElement, text) => {
      const own = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
      own?.set?.call(input, text);
      for (const type of ['input', 'change'])
        input.dispatchEvent(new Event(type, { bubbles: true }));
    }, value);
  await fillIn('prenom.nom@ailleurs.example');
  await page.getByRole('button', { name: 'Entrer' }).click();
  await expect(page.locator('[aria-invalid="true"]')).toHaveCount(1);
  await fillIn(`  ${code} `);
  await page.getByRole('button', { name: 'Entrer' }).click();
  await expect(page.locator('#titre-ecran')).toHaveText('Vos scrutins');
});
