// The desk as a person meets it: by role and label, in a real browser.
import type { Page } from '@playwright/test';
import { expect, test } from '../support/guide-test.ts';
import { everythingStored } from '../support/everything-stored.ts';

const start = (page: Page) => page.getByRole('button', { name: 'Commencer l’exercice' });
const title = (page: Page) => page.locator('#titre-ecran');
const tab = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Sur le bureau' }).getByRole('button', { name });
const computer = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Pages de l’ordinateur' }).getByRole('button', { name });

async function openCard(page: Page, hash = ''): Promise<void> {
  await page.goto(`/simulateur/${hash}`);
  await expect(start(page)).toBeEnabled();
}

/** A running exercise of an election, from a step. */
async function begin(page: Page, year: string, step = ''): Promise<void> {
  await openCard(page);
  await page.getByRole('radio', { name: new RegExp(year) }).check();
  await page.getByLabel('Commencer', { exact: true }).selectOption(step);
  await start(page).click();
  await expect(title(page)).toBeFocused();
}

test('the static page holds no field, says what it is, and is not indexed', async ({ request }) => {
  const html = await (await request.get('/simulateur/')).text();
  expect(html).not.toMatch(/<(?:input|select|textarea|form)\b/);
  expect(html).toContain('On ne vote pas ici.');
  expect(html).toMatch(/<title>EXERCICE/);
  expect(html).toMatch(/name="robots" content="noindex"/);
  expect(html).toMatch(/<noscript>[\s\S]*href="\/elections\/"/);
});

test('the start card comes first: nothing simulated, no frame, before it', async ({ page }) => {
  await openCard(page);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText('On ne vote pas ici.').first()).toBeVisible();
  await expect(page.locator('.frame')).toHaveCount(0);
  await expect(title(page)).toHaveCount(0);
});

test('the frame EXERCICE is around every screen, date and hour in it', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 568 });
  await begin(page, '2018');
  const band = page.locator('.band');
  await expect(band).toContainText('EXERCICE');
  await expect(band).toContainText('2018');
  for (const name of ['téléphone', 'casier', 'personnes', 'calendrier', 'ordinateur']) {
    await tab(page, name).click();
    await expect(tab(page, name)).toHaveAttribute('aria-current', 'true');
    await expect(band).toBeInViewport();
    await expect(title(page)).toBeFocused();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBe(320);
  }
  await expect(page).toHaveTitle(/EXERCICE/);
});

test('the frame stands on four sides at every size and on paper, and leaves room for the screen', async ({
  page,
}) => {
  await begin(page, '2018');
  const frame = page.locator('.frame');
  const drawn = () =>
    frame.evaluate((element) => {
      const { left, right } = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      const band = element.querySelector('.band');
      return {
        inside: left >= 0 && right <= document.documentElement.clientWidth,
        sides: ['top', 'right', 'bottom', 'left'].map((side) =>
          Number.parseFloat(style.getPropertyValue(`border-${side}-width`)),
        ),
        colour: style.borderLeftColor,
        taken: (band?.getBoundingClientRect().height ?? Infinity) / innerHeight,
      };
    });
  for (const [width, height] of [
    [320, 480],
    [320, 568],
    [844, 390],
    [768, 1024],
    [1440, 900],
  ] as const) {
    await page.setViewportSize({ width, height });
    const { inside, sides, colour, taken } = await drawn();
    expect(inside, `${width}`).toBe(true);
    for (const side of sides) expect(side, `${width}`).toBeGreaterThanOrEqual(4);
    // Of 320 px, two sides take less than a letter each.
    for (const side of sides) expect(side, `${width}`).toBeLessThanOrEqual(8);
    expect(colour).toBe('rgb(244, 184, 28)');
    expect(taken, `${width} × ${height}`).toBeLessThan(0.13);
    await expect(page.locator('.band')).toBeInViewport();
  }
  await page.emulateMedia({ media: 'print' });
  const paper = await drawn();
  for (const side of paper.sides) expect(side).toBeGreaterThanOrEqual(4);
  // A printer without colour shows it too.
  expect(paper.colour).toBe('rgb(0, 0, 0)');
  await expect(page.locator('.band h1')).toBeVisible();
});

test('a refusal stands beside its field; what was typed stays, secrets excepted', async ({
  page,
}) => {
  await begin(page, '2014', 'compte');
  await computer(page, 'espace électeur').click();
  await page.getByRole('button', { name: /^Créer mon compte/ }).click();
  const address = page.getByLabel('Adresse de messagerie professionnelle');
  const password = page.getByLabel('Mot de passe électeur', { exact: false }).first();
  await page.getByRole('button', { name: /^remplir.*Adresse/ }).click();
  const filled = await address.inputValue();
  expect(filled).toMatch(/\.example$/);
  await password.fill('court');
  await page.getByRole('button', { name: /^remplir.*Confirmation/ }).click();
  await page.getByLabel(/^Saisissez le contenu/).fill('pas cela');
  await page.getByRole('button', { name: 'JE CRÉE MON COMPTE' }).click();
  const captcha = page.getByLabel(/^Saisissez le contenu/);
  await expect(captcha).toHaveAttribute('aria-invalid', 'true');
  await expect(captcha).toBeFocused();
  await expect(captcha).toHaveAccessibleDescription(/image/);
  // Another image came: what was read on the former one is of no use any more.
  await expect(captcha).toHaveValue('');
  await expect(page.getByText('Nouvelle image')).toBeVisible();
  await expect(address).toHaveValue(filled);
  await expect(password).toHaveValue('');
});

test('a real address is refused softly, and stored nowhere', async ({ page }) => {
  await begin(page, '2018', 'compte');
  await computer(page, 'espace électeur').click();
  await page.getByLabel('Adresse de messagerie professionnelle').fill('dupont@gmail.com');
  await page.getByRole('button', { name: 'CONTINUER' }).click();
  await expect(page.locator('.refusal')).toContainText('vrai site');
  await page.getByText('Journal', { exact: true }).click();
  await expect(page.locator('.journal')).not.toContainText('gmail');
});

test('Enter sends the form; a page opened takes the focus to its title', async ({ page }) => {
  await begin(page, '2018');
  await tab(page, 'personnes').click();
  await page.getByRole('button', { name: 'Demander mon NUMEN au secrétariat' }).click();
  await expect(page.locator('.happened')).toContainText('NUMEN');
  await tab(page, 'ordinateur').click();
  await expect(page.locator('.screen form')).toBeVisible();
  for (const fill of await page
    .locator('.screen form')
    .getByRole('button', { name: /^remplir/ })
    .all())
    await fill.click();
  await page.locator('.screen form input').last().press('Enter');
  await expect(title(page)).toHaveText('Courriels reçus');
  await expect(title(page)).toBeFocused();
});

test('a hash that means nothing: a sentence and three good starts', async ({ page }) => {
  await openCard(page, '#1.zz.zz.zz.zz.bonjour');
  const card = page.getByRole('alert').filter({ hasText: 'ne dit rien' });
  await expect(card.getByRole('button')).toHaveCount(3);
  await card.getByRole('button').last().click();
  await expect(title(page)).toBeVisible();
  await expect(page.locator('.band')).toBeVisible();
});

test('an opened link proposes: it fills the card, and never replaces a running exercise', async ({
  page,
}) => {
  await openCard(page, '#1.e4.cn.ae.pc.KMPRTV');
  await expect(page.getByRole('radio', { name: /2014/ })).toBeChecked();
  await expect(page.getByLabel('Mon académie')).toHaveValue('caen');
  await expect(page.getByLabel('Mon métier')).toHaveValue('aesh');
  // Choosing otherwise before starting is an answer to the link, not another one.
  await page.getByLabel('Mon métier').selectOption('pe');
  await start(page).click();
  await expect(title(page)).toBeVisible();
  await expect(page.getByText('Un lien propose un autre exercice')).toHaveCount(0);
  const before = await page.locator('.band').textContent();
  await page.evaluate(() => {
    location.hash = '#1.e8.am.pe.pc.QRTUVW.3.v';
  });
  await expect(page.getByText('Un lien propose un autre exercice')).toBeVisible();
  await expect(page.locator('.band')).toHaveText(before ?? '');
  await page.getByRole('button', { name: 'Rester ici' }).click();
  await expect(page.getByText('Un lien propose un autre exercice')).toHaveCount(0);
  await page.evaluate(() => {
    location.hash = '#1.e8.am.pe.pc.QRTUVX';
  });
  await page.getByRole('button', { name: 'Voir l’autre' }).click();
  await expect(page.getByLabel('Mon académie')).toHaveValue('amiens');
  await expect(page.getByRole('heading', { name: 'Reprendre' })).toBeVisible();
});

test('a reload comes back to the start card, and from there to the exact screen', async ({
  page,
}) => {
  await begin(page, '2014');
  await tab(page, 'calendrier').click();
  await page.getByRole('button', { name: 'Attendre 1 h' }).click();
  await expect(page.locator('.band')).toContainText('10 h 00');
  const clock = await page.locator('.band').textContent();
  await page.reload();
  await expect(start(page)).toBeEnabled();
  await expect(page.locator('.frame')).toHaveCount(0);
  await page.locator('.kept').getByRole('button').first().click();
  await expect(title(page)).toHaveText('Calendrier de l’exercice');
  await expect(page.locator('.band')).toHaveText(clock ?? '');
});

test('going back undoes one gesture, starting over all of them', async ({ page }) => {
  await begin(page, '2018');
  const first = await title(page).textContent();
  await tab(page, 'casier').click();
  await expect(title(page)).toHaveText('Casier et boîte aux lettres');
  await page.getByRole('button', { name: 'Revenir', exact: true }).click();
  await expect(title(page)).toHaveText(first ?? '');
  await expect(page.locator('.happened')).toContainText('de nouveau avant');
  await page.getByRole('button', { name: 'Recommencer', exact: true }).click();
  await page.getByRole('button', { name: 'la preuve', exact: true }).click();
  await expect(title(page)).toContainText(/preuve/i);
  // A jump is no end: the proofs are still to be kept.
  await expect(page.getByText('Rien n’est parti d’ici')).toHaveCount(0);
});

test('the browser’s Back is one gesture back, and asks before leaving the exercise', async ({
  page,
}) => {
  await page.goto('/');
  await begin(page, '2018');
  const first = await title(page).textContent();
  await tab(page, 'casier').click();
  await expect(title(page)).toHaveText('Casier et boîte aux lettres');
  await page.goBack();
  await expect(title(page)).toHaveText(first ?? '');
  await page.goBack();
  const leaving = page.getByRole('group', { name: 'Quitter l’exercice' });
  await expect(leaving).toBeFocused();
  await leaving.getByRole('button', { name: 'Rester' }).click();
  await expect(leaving).toHaveCount(0);
  await expect(title(page)).toBeVisible();
  await page.goBack();
  await leaving.getByRole('button', { name: 'Quitter' }).click();
  await expect(page.getByRole('heading', { name: 'Reprendre' })).toBeVisible();
  // Nothing of ours is left over: the next Back leaves the simulator.
  await page.goBack();
  await expect(page).not.toHaveURL(/simulateur/);
});

test('at the desks, the answer comes under the button, and takes the focus', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 568 });
  await begin(page, '2018');
  await tab(page, 'personnes').click();
  await page.getByRole('button', { name: 'Appeler l’assistance' }).click();
  const answer = page.locator('.arrives').filter({ hasText: 'On vous répond' });
  await expect(answer).toBeFocused();
  await expect(answer).toBeInViewport();
  await expect(
    page.getByRole('button', { name: /^Appeler l’assistance.*C’est fait/ }),
  ).toBeVisible();
});

test('« personne suivante » asks once, then leaves nothing', async ({ page }) => {
  await begin(page, '2018', 'vote');
  await page.getByRole('button', { name: 'Recommencer', exact: true }).click();
  await page.getByRole('button', { name: /^Laisser la place/ }).click();
  await expect(page.getByText('seront effacés')).toBeVisible();
  await page.getByRole('button', { name: 'Tout effacer' }).click();
  await expect(start(page)).toBeEnabled();
  await page.reload();
  await expect(start(page)).toBeEnabled();
  await expect(page.getByRole('heading', { name: 'Reprendre' })).toHaveCount(0);
});

test('without storage the exercise goes on in memory, says so, and its address resumes it', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', {
      get: () => {
        throw new DOMException('refused', 'SecurityError');
      },
    });
  });
  await begin(page, '2018', 'code');
  await expect(page.getByText('En mémoire seulement')).toBeVisible();
  await expect(page).toHaveURL(/#1\.e8\.[a-z0-9]{2}\.[a-z0-9]{2}\.[a-z0-9]{2}\.[A-Z]{6}\.k$/);
  await page.reload();
  await expect(page.getByText('Ce lien propose un exercice')).toBeVisible();
  await start(page).click();
  await expect(title(page)).toBeVisible();
});

/** Straight to the vote: at the booth's door, or at the space that leads there. */
async function toDoor(page: Page, ...tiles: readonly RegExp[]): Promise<void> {
  const field = page.getByRole('button', { name: /^remplir/ });
  for (const name of tiles) {
    const tile = page.getByRole('button', { name });
    await expect(tile.or(field).first()).toBeVisible();
    if ((await field.count()) === 0) await tile.click();
  }
}

test('the choice on a ballot is in no storage, no address, no journal', async ({ page }) => {
  await begin(page, '2018', 'vote');
  await toDoor(page, /^Voter/);
  await page.getByRole('button', { name: /^remplir/ }).click();
  await page.getByRole('button', { name: 'Entrer' }).click();
  await page
    .getByRole('button', { name: /^Voter/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Vérifier mon choix' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Rien n’est choisi' })).toBeVisible();
  await page.getByRole('radio', { name: 'Vote blanc' }).check();
  await page.getByRole('button', { name: 'Vérifier mon choix' }).click();
  await expect(page.getByText('Vous avez choisi')).toBeVisible();
  // Twice, as one does: it counts once, and nothing is refused.
  await page.getByRole('button', { name: 'Confirmer mon vote' }).dblclick();
  await expect(title(page)).toHaveText('Votre preuve de vote');
  await expect(page.locator('.refusal')).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Garder la preuve/ })).toBeVisible();
  await page.getByText('Journal', { exact: true }).click();
  await expect(page.locator('.desk')).not.toContainText(/vote blanc/i);
  const stored = await everythingStored(page);
  expect(stored).toContain('BallotCast');
  expect(stored).not.toMatch(/blanc|blank/i);
});

test('a ballot read to the bottom before it is chosen keeps the choice as secret', async ({
  page,
}) => {
  await openCard(page, '#1.e2.vs.cd.pc.KMPRTV.v');
  await start(page).click();
  await toDoor(page, /^consulter les scrutins/, /^Voter/);
  await page.getByRole('button', { name: /^remplir/ }).click();
  await page.getByRole('button', { name: 'Valider' }).click();
  await page
    .getByRole('button', { name: /^Voter/ })
    .first()
    .click();
  await expect(page.getByRole('button', { name: 'Vote blanc' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Je veux voter' }).click();
  await page.getByRole('button', { name: 'Vote blanc' }).click();
  await expect(page.getByText('Vous avez choisi')).toBeVisible();
  await page.getByRole('button', { name: 'Revenir au choix' }).click();
  await page.getByRole('button', { name: 'Vote blanc' }).click();
  await page.getByRole('button', { name: 'Je vote', exact: true }).click();
  await expect(title(page)).toHaveText('Accusé de réception');
  await page.getByText('Journal', { exact: true }).click();
  await expect(page.locator('.desk')).not.toContainText(/vote blanc/i);
  const stored = await everythingStored(page);
  expect(stored).toContain('BallotCast');
  expect(stored).not.toMatch(/blanc|blank/i);
});

test('keyboard alone opens a mailbox', async ({ page }) => {
  await begin(page, '2018');
  const press = async (name: RegExp) => {
    for (let n = 0; n < 60; n += 1) {
      await page.keyboard.press('Tab');
      const words = await page.evaluate(() => document.activeElement?.textContent ?? '');
      if (name.test(words)) return page.keyboard.press('Enter');
    }
    throw new Error(`never reached ${name.source}`);
  };
  await press(/^personnes/);
  await expect(title(page)).toBeFocused();
  await press(/^Demander mon NUMEN/);
  await expect(page.locator('.happened')).toContainText('NUMEN');
  await press(/^ordinateur|calendrier/);
  await tab(page, 'ordinateur').focus();
  await page.keyboard.press('Enter');
  await expect(title(page)).toBeFocused();
  await press(/^remplir/);
  await press(/^remplir/);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(title(page)).toHaveText('Courriels reçus');
});
