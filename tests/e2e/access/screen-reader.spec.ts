/**
 * A whole vote without a screen: what a screen reader would say, from the mailbox to the proof, kept beside this file as
 * a text that a person can read. After a change that is meant: ISOLOIR_TRANSCRIPT=write, then read the difference.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from '../../support/policy-watch.ts';
import { keyboard } from '../journeys/hands.ts';
import { Voter2022, words2022 } from '../journeys/voter-2022.ts';
import { askForMail, finishAccount, openMail } from './account.ts';
import { aloud, focusOrder } from './aloud.ts';
import { inGrenoble, linkTo } from './sit-down.ts';

const kept = new URL('screen-reader-2022.txt', import.meta.url);

test('a whole vote with a screen reader’s eyes, from the mailbox to the proof, is the transcript that is kept', async ({
  page,
}) => {
  test.setTimeout(480_000);
  const listener = await aloud(page, keyboard(page));
  const voter = new Voter2022(listener.hands, inGrenoble(words2022));
  const { chapter } = listener;
  await page.goto(linkTo('men-2022', 'parcours-complet'));
  chapter('The start card');
  await voter.hands.press('button', 'Commencer l’exercice');
  chapter('The mailbox');
  await voter.askNumen();
  await voter.openMailbox();
  chapter('The account');
  await openMail(voter, 'activation');
  await voter.followLink();
  chapter('A link too old: refused, and another one asked for');
  await askForMail(voter);
  await voter.nextEvent();
  await openMail(voter, 'activation');
  await voter.followLink();
  chapter('The password, the question');
  await finishAccount(voter);
  chapter('The letter');
  await voter.collectLetter();
  await voter.openLetter();
  chapter('The booth');
  await voter.votingDay();
  await voter.backToSpace();
  await voter.toBooth();
  // Nothing typed: the portal says so, and where.
  await voter.sends('booth-entry', 'EnterBooth');
  await voter.fill(voter.words.code);
  await voter.sends('booth-entry', 'EnterBooth');
  await voter.sees('Vos scrutins');
  chapter('The ballot');
  await voter.castBallots();
  chapter('The proofs');
  await voter.findReceipts();

  const text = `${listener.lines.join('\n').trim()}\n`;
  if (process.env['ISOLOIR_TRANSCRIPT'] === 'write') writeFileSync(kept, text);
  expect(text).toBe(readFileSync(kept, 'utf8'));
});

test('Tab goes through a form in the order of its accessibility tree', async ({ page }) => {
  await page.goto(linkTo('men-2022', 'parcours-complet'));
  await page.getByRole('button', { name: 'Commencer l’exercice' }).press('Enter');
  await expect(page.locator('#titre-ecran')).toBeFocused();
  const order = await focusOrder(page);
  const named = (role: string, name: string) => order.indexOf(`${role} "${name}"`);
  expect(order.length).toBeGreaterThan(20);
  expect(named('textbox', 'Identifiant')).toBeGreaterThan(named('button', 'messagerie'));
  expect(named('textbox', 'Mot de passe')).toBeGreaterThan(named('textbox', 'Identifiant'));
  expect(await page.locator('[tabindex]:not([tabindex="-1"], [tabindex="0"])').count()).toBe(0);
  // By hand, from the first stop to the last: the same things, in the same order.
  const stops: string[] = [];
  await page.evaluate(() => {
    const { activeElement } = document;
    if (activeElement instanceof HTMLElement) activeElement.blur();
    const before = document.createElement('span');
    before.tabIndex = -1;
    document.body.prepend(before);
    before.focus();
    before.remove();
  });
  for (let n = 0; n < order.length; n += 1) {
    await page.keyboard.press('Tab');
    stops.push(await page.evaluate(() => document.activeElement?.tagName.toLowerCase() ?? ''));
  }
  const tag = (line: string) => /^\w+/u.exec(line)?.[0] ?? '';
  const tags: Readonly<Record<string, string>> = {
    ...{ button: 'button', link: 'a', textbox: 'input', DisclosureTriangle: 'summary' },
  };
  expect(stops).toEqual(order.map((line) => tags[tag(line)] ?? tag(line)));
});
